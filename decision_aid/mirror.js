// Keeps the answers in the storage of this tab, and gives them back to a server that does not know them:
// after a reload, a restart, or when another machine has taken over. Closing the tab forgets them.
const CONNECTED = "CONNECTED"
const IDLE = "notRunning"
const PATIENCE = 1500
const LONGEST_HOLD = 10000 // of a press, where the page that it waits for never comes

const read = name => {
  try { return JSON.parse(sessionStorage.getItem(name)) } catch { return { answers: "" } }
}

function draw({ data, setTriggerValue }) {
  const tab = (window.decisionAidAnswers ??= { answering: "", turn: 0 })
  if (data.part) { // a part of the page that was drawn by itself: the whole has settled whose answers these are
    if (tab.answering === data.session && tab.settled) keep(tab, data)
    return
  }
  tab.away = data.away
  tab.ask = () => setTriggerValue("back", Date.now())
  watchConnection(tab)
  const kept = read(data.name)
  const foreign = kept && kept.session !== data.session
  if (tab.answering !== data.session) {
    tab.answering = data.session
    tab.turn = 0
  }
  tab.settled = !foreign || data.settled
  if (tab.settled) keep(tab, data)
  const handOver = () => setTriggerValue("found", { answers: String(kept.answers ?? "") })
  const arrive = () => setTriggerValue("arrived", true)
  tab.next = tab.settled ? data.on_the_way && arrive : handOver
  letGo(tab)
  tab.look?.()
}

// Presses the link that waits, if one does.
const letGo = tab => {
  const link = tab.pressed ? [...document.links].find(one => one.href === tab.pressed) : undefined
  tab.returning = false
  tab.pressed = ""
  link?.click()
}

const keep = (tab, data) => {
  if (data.turn < tab.turn) return // drawn again, from a run before the last
  tab.turn = data.turn
  if (data.answers) sessionStorage.setItem(data.name, JSON.stringify({ session: data.session, answers: data.answers }))
  else sessionStorage.removeItem(data.name)
}

// While the server cannot be reached, says so in plain words, politely, and takes nothing away. Once it is back, asks it
// to look at the page again: what was typed last may not have reached it, and it may be another one that knows nothing.
function watchConnection(tab) {
  if (tab.watcher) return
  const app = document.querySelector('[data-testid="stApp"]')
  if (!app) return
  const notice = Object.assign(document.createElement("p"), { id: "away", hidden: true })
  notice.setAttribute("role", "status")
  document.body.append(notice)
  let waiting, wasAway = false
  const say = words => { notice.hidden = !words; notice.textContent = words }
  const look = () => {
    const here = app.dataset.testConnectionState === CONNECTED
    clearTimeout(waiting)
    if (!here) waiting = setTimeout(() => say(tab.away), PATIENCE)
    else say("")
    tab.returning = here && (wasAway || tab.returning)
    if (here && wasAway) {
      tab.ask()
      setTimeout(letGo, LONGEST_HOLD, tab)
    }
    wasAway = !here
    if (tab.next && app.dataset.testScriptState === IDLE) { // sooner, it would break off the run that draws the page
      tab.next()
      tab.next = undefined
    }
  }
  // Streamlit takes nothing along from a page that someone leaves. So who presses a link to another page before the
  // server has looked at this one, where words may stand that it does not know, gets there a moment later.
  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[href]")
    if (!link || link.target || link.download || link.origin !== location.origin) return
    if (!tab.returning) {
      if (link.pathname !== location.pathname) tab.next = undefined // the page does it that the link leads to
      return
    }
    event.preventDefault()
    event.stopPropagation()
    tab.pressed = link.href // the link itself may be drawn anew
  }, true)
  tab.look = look
  tab.watcher = new MutationObserver(look)
  const states = ["data-test-connection-state", "data-test-script-state"]
  tab.watcher.observe(app, { attributes: true, attributeFilter: states })
  look()
}
