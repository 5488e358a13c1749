// Keeps the answers in the storage of this tab, and gives them back to a server that does not know them:
// after a reload, a restart, or when another machine has taken over. Closing the tab forgets them.
const CONNECTED = "CONNECTED"
const IDLE = "notRunning"
const PATIENCE = 1500
const LONGEST_HOLD = 10000 // of a press, where the page that it waits for never comes

// A browser may refuse its storage, or have no room left. What it does not take, the page holds: that outlives a server,
// and no reload. It is newer than anything in the storage.
const read = (tab, name) => {
  let text
  try { text = sessionStorage.getItem(name) } catch { /* nothing can have been kept */ }
  try { return tab.held ?? JSON.parse(text ?? null) } catch { return { answers: "" } }
}

const write = (tab, name, kept) => {
  tab.held = undefined
  try {
    sessionStorage.removeItem(name) // makes room, and an older copy must not come back over a newer answer
    if (kept) sessionStorage.setItem(name, JSON.stringify(kept))
  } catch { tab.held = kept }
  tab.sayThatNothingIsKept?.(Boolean(tab.held))
}

function draw({ data, parentElement, setTriggerValue }) {
  const tab = (window.decisionAidAnswers ??= { answering: "", turn: 0 })
  if (data.part) { // a part of the page that was drawn by itself: the whole has settled whose answers these are
    if (tab.answering === data.session && tab.restored) keep(tab, data)
    return
  }
  tab.away = data.away
  tab.paper = data.paper
  tab.sayThatNothingIsKept = refused => say(parentElement, refused ? data.keeps_nothing : "")
  tab.ask = () => setTriggerValue("back", Date.now())
  watchConnection(tab)
  const kept = read(tab, data.name)
  const foreign = kept && kept.session !== data.session
  if (tab.answering !== data.session) {
    tab.answering = data.session
    tab.turn = 0
  }
  tab.restored = !foreign || data.restored
  if (tab.restored) keep(tab, data)
  const handOver = () => setTriggerValue("found", { answers: String(kept.answers ?? "") })
  const arrive = () => setTriggerValue("arrived", true)
  tab.next = tab.restored ? data.on_the_way && arrive : handOver
  if (!(tab.pressed?.stays && tab.next)) letGo(tab) // what stays on the page goes once the page has nothing more to tell
  tab.look?.()
}

// Presses what waits, if anything does: it is looked for anew, as it may have been drawn again.
const letGo = tab => {
  const pressed = tab.pressed?.again()
  tab.returning = false
  tab.pressed = undefined
  pressed?.click()
}

// How to find what was pressed again: a link, or a button of the foot, which leads to another screen of the step
// and so stays on the page.
const WAYS = ["back", "skip", "next"].map(way => `.st-key-${way}`)
const finding = pressed => {
  const { href } = pressed, way = WAYS.find(one => pressed.closest(one))
  const again = () => href ? [...document.links].find(one => one.href === href) : document.querySelector(`${way} button`)
  return { again, stays: !href }
}

const keep = (tab, data) => {
  if (data.turn < tab.turn) return // drawn again, from a run before the last
  tab.turn = data.turn
  write(tab, data.name, data.answers && { session: data.session, answers: data.answers })
}

// A quiet line at the end of the page. It holds no link: a press on one that Streamlit does not know loads the page anew.
const say = (end, words) => {
  const line = end.querySelector("p")
  if (!words) return line?.remove()
  if (line) return
  const added = end.appendChild(document.createElement("p"))
  added.setAttribute("role", "status")
  requestAnimationFrame(() => { added.textContent = words }) // what stands in it from the start is not read out
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
  const say = (words, paper) => {
    notice.hidden = !words
    notice.textContent = words
    if (!paper?.address) return
    // In a tab of its own: this one holds the answers.
    const link = Object.assign(document.createElement("a"), { href: paper.address, target: "_blank", textContent: paper.words })
    notice.append(" ", link)
  }
  const look = () => {
    const here = app.dataset.testConnectionState === CONNECTED
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
    if (tab.next && app.dataset.testScriptState === IDLE) { // sooner, it would break off the run that draws the page
      tab.next()
      tab.next = undefined
    }
  }
  // Streamlit takes nothing along from a page that someone leaves, and a server that is new to the page knows none of
  // its buttons. So who goes on before the server has looked at this page, where words may stand that it does not know,
  // gets there a moment later.
  document.addEventListener("click", event => {
    const pressed = event.target.closest?.(`a[href], ${WAYS.map(way => `${way} button`)}`)
    const leaves = pressed?.href && !pressed.target && !pressed.download && pressed.origin === location.origin
    if (!pressed || (pressed.href && !leaves)) return
    if (!tab.returning) {
      if (leaves && pressed.pathname !== location.pathname) tab.next = undefined // the page does it that it leads to
      return
    }
    event.preventDefault()
    event.stopPropagation()
    tab.pressed = finding(pressed)
  }, true)
  tab.look = look
  tab.watcher = new MutationObserver(look)
  const states = ["data-test-connection-state", "data-test-script-state"]
  tab.watcher.observe(app, { attributes: true, attributeFilter: states })
  new MutationObserver(closeConnectionDialog).observe(document.body, { childList: true })
  look()
}
