// Hands over from the words in the page that the server sent to the aid itself, once the aid shows the same words.
(() => {
  const sight = document.getElementById("first-sight"), root = document.getElementById("root")
  const waits = sight.querySelector(".wait")
  root.inert = true // until then one heading and no hidden controls for screen readers and the keyboard
  waits.hidden = false
  const since = {}
  const lasted = (name, is) => is ? Date.now() - (since[name] ??= Date.now()) : 0
  const has = selector => root.querySelector(selector)
  const same = () => has("h1") && (!sight.querySelector(".purpose") || has(".purpose"))
    && (!sight.querySelector(".urgent") || has(".urgent"))
  // A dialog or a message of Streamlit's own must be seen. Dialogs may stand outside the root.
  const troubled = () => document.querySelector("body > :not(#first-sight) [role=dialog], [data-testid=stException], [data-testid=stAlert]")
  const look = () => {
    const titled = lasted("titled", has("h1")), drawn = lasted("drawn", has("[data-testid=stApp]"))
    if (same() || troubled() || titled > 3000 || drawn > 30000) takeOver()
  }
  const watcher = new MutationObserver(look)
  const clock = setInterval(look, 500)
  const takeOver = () => {
    watcher.disconnect()
    clearInterval(clock)
    const read = sight.scrollTop
    sight.remove()
    document.getElementById("first-sight-style").remove()
    root.inert = false
    const main = document.querySelector("[data-testid=stMain]")
    if (read && main) for (const wait of [0, 100, 400]) setTimeout(() => { if (main.scrollTop < read) main.scrollTop = read }, wait)
  }
  watcher.observe(document.body, { subtree: true, childList: true })
  look()
})()
