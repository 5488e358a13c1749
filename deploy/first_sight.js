// Hands over from the words in the page that the server sent to the aid itself, once the aid shows the same words.
// Where the aid does not come, says why. Written in the language of old browsers: these words are what they get.
(function () {
  var PATIENCE = 15000
  var sight = document.getElementById("first-sight"), root = document.getElementById("root")
  var begun = Date.now(), since = {}
  root.inert = true // until then one heading and no hidden controls for screen readers and the keyboard
  var show = function (name, is) { sight.querySelector(name).hidden = !is }
  show(".wait", true)
  var has = function (selector) { return root.querySelector(selector) }
  var lasted = function (name, is) { return is ? Date.now() - (since[name] = since[name] || Date.now()) : 0 }
  var same = function () {
    return has("h1") && (!sight.querySelector(".purpose") || has(".purpose"))
      && (!sight.querySelector("main > .urgent") || has(".urgent"))
  }
  // A dialog or a message of Streamlit's own must be seen. Dialogs may stand outside the root.
  var troubled = function () {
    return document.querySelector("body > :not(#first-sight) [role=dialog], [data-testid=stException], [data-testid=stAlert]")
  }
  var look = function () {
    var app = has("[data-testid=stApp]")
    var connected = app && app.getAttribute("data-test-connection-state") === "CONNECTED"
    if (app && !connected) closeConnectionDialog()
    if (same() || (connected && troubled()) || lasted("titled", has("h1")) > 3000 || lasted("drawn", connected) > 30000)
      return takeOver()
    var late = !connected && Date.now() - begun > PATIENCE
    show(".wait", !late)
    show(".late-signs", late)
    show(".no-program", late && !app)
    show(".no-connection", late && app)
  }
  var watcher = new MutationObserver(look)
  var clock = setInterval(look, 500)
  var takeOver = function () {
    watcher.disconnect()
    clearInterval(clock)
    var read = sight.scrollTop, main = document.querySelector("[data-testid=stMain]")
    sight.parentNode.removeChild(sight)
    var style = document.getElementById("first-sight-style")
    style.parentNode.removeChild(style)
    root.inert = false
    var goOn = function () { if (main.scrollTop < read) main.scrollTop = read }
    if (read && main) [0, 100, 400].forEach(function (wait) { setTimeout(goOn, wait) })
  }
  watcher.observe(document.body, { subtree: true, childList: true })
  look()
})()
