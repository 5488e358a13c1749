// Stores the answers in the session storage of this tab, and restores them to a server that does not know them:
// after a reload, a restart, or on another server. Closing the tab deletes them.
const CONNECTED = "CONNECTED"
const IDLE = "notRunning"
const PATIENCE = 1500
const LONGEST_ANSWER = 3000
const LONGEST_HOLD = 10000 // of a press, if the page that it waits for never comes

// Presses that wait, see views/presses.js, which may be loaded later.
const presses = (window.decisionAidPresses ??= { reasons: [], passed: [] })

// A browser may refuse storage, or have no space left. The page then holds the answers itself: they survive a change of
// server, but not a reload. They are newer than anything in the storage.
const read = (tab, name) => {
  let text
  try { text = sessionStorage.getItem(name) } catch { /* nothing can have been stored */ }
  try { return tab.held ?? JSON.parse(text ?? null) } catch { return { answers: "" } }
}

const write = (tab, name, answers) => {
  tab.held = undefined
  try {
    sessionStorage.removeItem(name) // makes space, and an older copy must not replace a newer answer
    if (answers) sessionStorage.setItem(name, JSON.stringify(answers))
  } catch { tab.held = answers }
  tab.sayThatNothingIsKept?.(Boolean(tab.held))
}

function draw({ data, parentElement, setTriggerValue }) {
  const tab = (window.decisionAidAnswers ??= { answering: "", turn: 0 })
  tab.keep = newer => keep(tab, newer) // for mirror_part.js
  tab.away = data.away
  tab.paper = data.paper
  tab.sayThatNothingIsKept = refused => say(parentElement, refused ? data.keeps_nothing : "")
  tab.ask = () => setTriggerValue("back", Date.now())
  watchConnection(tab)
  const stored = read(tab, data.name)
  const foreign = stored && stored.session !== data.session
  if (tab.answering !== data.session) {
    tab.answering = data.session
    tab.turn = 0
  }
  tab.restored = !foreign || data.restored
  if (tab.restored) keep(tab, data)
  const handOver = () => setTriggerValue("found", { answers: String(stored.answers ?? "") })
  const arrive = () => setTriggerValue("arrived", true)
  tab.next = tab.restored ? data.on_the_way && arrive : handOver
  const isWithinPage = presses.held && !presses.held.href
  if (!(isWithinPage && tab.next)) letGo(tab) // a press that stays on the page waits until the page has nothing more to send
  tab.look?.()
}

// The server has read this page: a press need not wait for that any more.
const letGo = tab => {
  if (!tab.returning) return
  tab.returning = false
  presses.release?.()
}

const keep = (tab, data) => {
  if (data.turn < tab.turn) return // drawn again, from an older run
  tab.turn = data.turn
  write(tab, data.name, data.answers && { session: data.session, answers: data.answers })
}

// A line at the end of the page. It has no link: a click on a link that Streamlit does not know reloads the page.
const say = (end, words) => {
  const line = end.querySelector("p")
  if (!words) return line?.remove()
  if (line) return
  const added = end.appendChild(document.createElement("p"))
  added.setAttribute("role", "status")
  requestAnimationFrame(() => { added.textContent = words }) // screen readers do not announce initial content
}

const reaches = address => Promise.race([
  fetch(address, { cache: "no-store" }).then(answer => answer.ok, () => false),
  new Promise(done => setTimeout(done, LONGEST_ANSWER, false)),
])

// Shows a notice while the server cannot be reached, and leaves the page usable. Once it is back, asks it to read the
// page again: the last input may not have arrived, and it may be another server without these answers.
function watchConnection(tab) {
  if (tab.watcher) return
  const app = document.querySelector('[data-testid="stApp"]')
  if (!app) return
  const notice = Object.assign(document.createElement("p"), { id: "away", hidden: true })
  notice.setAttribute("role", "status")
  document.body.append(notice)
  let waiting, wasAway = false, unreached = false
  const say = (words, paper) => {
    notice.hidden = !words
    notice.textContent = words
    if (!paper?.address) return
    // In a new tab: this one holds the answers.
    const link = Object.assign(document.createElement("a"), { href: paper.address, target: "_blank", textContent: paper.words })
    notice.append(" ", link)
  }
  const look = () => {
    const here = app.dataset.testConnectionState === CONNECTED && !unreached
    clearTimeout(waiting)
    if (!here) waiting = setTimeout(() => say(tab.away, tab.paper), PATIENCE)
    else say("")
    closeConnectionDialog()
    tab.returning = here && (wasAway || tab.returning)
    if (here && wasAway) {
      tab.ask()
      setTimeout(letGo, LONGEST_HOLD, tab)
    }
    wasAway = !here
    if (tab.next && app.dataset.testScriptState === IDLE) { // earlier, it would abort the run that draws the page
      tab.next()
      tab.next = undefined
    }
  }
  // Streamlit drops the widget values of a page that someone leaves, and a new server does not know the page's buttons.
  // So a press before the server has read this page, with input that it may lack, waits a moment.
  presses.reasons.push({ holds: () => tab.returning })
  presses.passed.push(({ href }) => {
    if (href && new URL(href).pathname !== location.pathname) tab.next = undefined // the next page does it
  })
  // Without a network the connection can hang for minutes before Streamlit notices. A server on the same machine still
  // answers then.
  const askServer = async () => {
    unreached = !await reaches("./_stcore/health")
    look()
    if (unreached) setTimeout(askServer, PATIENCE)
  }
  addEventListener("offline", askServer)
  tab.look = look
  tab.watcher = new MutationObserver(look)
  const states = ["data-test-connection-state", "data-test-script-state"]
  tab.watcher.observe(app, { attributes: true, attributeFilter: states })
  new MutationObserver(closeConnectionDialog).observe(document.body, { childList: true })
  look()
}
