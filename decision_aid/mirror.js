// Keeps the answers in the storage of this tab, and gives them back to a server that does not know them:
// after a reload, a restart, or when another machine has taken over. Closing the tab forgets them.
const CONNECTED = "CONNECTED"
const PATIENCE = 1500

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
    // Only a page that lived through it still shows what was typed since; a fresh one shows nothing yet, and so does the
    // page that someone went to as soon as a server was back.
    tab.lived_on = tab.answering !== "" && tab.page === data.page
    tab.answering = data.session
    tab.turn = 0
  }
  tab.page = data.page
  tab.settled = !foreign || data.settled
  if (!tab.settled) {
    setTriggerValue("found", { answers: String(kept.answers ?? ""), lived_on: tab.lived_on })
    return
  }
  keep(tab, data)
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
    if (here && wasAway) tab.ask()
    wasAway = !here
  }
  tab.watcher = new MutationObserver(look)
  tab.watcher.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })
  look()
}
