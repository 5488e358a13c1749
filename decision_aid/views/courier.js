// Fetches exports: commits the field that is being typed in, requests the export by name, and passes on the file, which
// comes as data of this component. It asks again where a run was stopped, the page was left, or the connection was lost.
const AFTER_A_FIELD = 100 // if both were sent at once, Streamlit would rerun the field's fragment and not this one
const LOOK = 50
const AGAIN = 1500 // a run that has ended has either brought the export or will not
const STUCK = 8000 // a fragment that the server does not know yet never runs, without an error
const LONGEST_WAIT = 40000
const LONGEST_HOLD = 6000 // of a press that leaves the page
const LONGEST_CHANGE = 5000 // of the page
const SAID_FOR = 15000
const TYPED_IN = "textarea, input[type=text], input[type=search]"

const pause = spent => new Promise(done => setTimeout(done, spent))
const until = async (holds, end) => { while (!holds() && performance.now() < end) await pause(LOOK) }

// Whether the page is connected, no run is under way, and the server has the answers that this tab keeps.
function standsStill() {
  const app = document.querySelector('[data-testid="stApp"]')?.dataset, tab = window.decisionAidAnswers
  return app?.testConnectionState === "CONNECTED" && app.testScriptState === "notRunning"
    && Boolean(tab?.restored) && !tab.next && !tab.returning
}

// A request during a page change would bring the old page back, as it names the page that it is from. A change is under
// way if a link was pressed, or if the address names another page already, as after the browser's own Back.
function isChanging({ pressed, page, pages }) {
  const there = location.pathname.split("/").findLast(Boolean) ?? ""
  const isHere = there === page || (page === pages[0] && !pages.includes(there)) // the first page has no address of its own
  return !isHere || performance.now() - pressed < LONGEST_CHANGE
}

// Streamlit commits typed text when its field loses the focus. Some browsers leave the focus there when a button is pressed
// by touch.
function endTyping() {
  const active = document.activeElement
  if (active?.matches("input, textarea, [contenteditable], [role=spinbutton]")) active.blur()
}

// Commits text of a field that was disabled, and so lost its blur event, while offline. Returns whether there was any.
function commitTyped(courier) {
  const { typed } = courier, active = document.activeElement
  if (!typed?.isConnected || typed.disabled || typed === active) return false
  typed.focus({ preventScroll: true })
  typed.blur()
  if (active?.matches(TYPED_IN)) active.focus({ preventScroll: true })
  return true
}

function trackTyping(courier) {
  document.addEventListener("input", ({ target }) => { if (target.matches(TYPED_IN)) courier.typed = target }, true)
  document.addEventListener("focusout", ({ target }) => {
    if (target === courier.typed && !target.disabled) courier.typed = undefined
  }, true)
}

async function carry(courier, ask, wanted) {
  const end = performance.now() + LONGEST_WAIT
  try {
    await pause(AFTER_A_FIELD)
    while (performance.now() < end) {
      await until(courier.isReady, end)
      if (commitTyped(courier)) await pause(AFTER_A_FIELD)
      const started = performance.now()
      courier.ask({ ...wanted(), id: ask.id, session: window.decisionAidAnswers?.answering })
      const isOver = () => ask.given || (performance.now() - started > AGAIN && standsStill())
      await until(isOver, Math.min(end, started + STUCK))
      if (ask.given?.failed) break
      if (ask.given) return decode(ask.given)
    }
    throw new Error("it did not come")
  } finally {
    courier.open.delete(ask)
    if (!courier.open.size) openPendingLink(courier)
  }
}

function decode({ file, kind, bytes }) {
  const content = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))
  return { file, kind, content, text: () => new TextDecoder().decode(content) }
}

function openPendingLink(courier) {
  const { pendingLink } = courier
  courier.pendingLink = ""
  if (!pendingLink || pendingLink === location.href) return
  const link = [...document.links].find(link => link.href === pendingLink)
  if (link) return link.click()
  history.pushState(null, "", pendingLink) // the link is gone with its menu: do as the browser's own Forward does
  dispatchEvent(new PopStateEvent("popstate"))
}

// Streamlit may drop a request when its page is left. So a link that is pressed while an export is under way opens a moment
// later.
function delayLink(courier, event) {
  const link = event.target.closest?.("a[href]")
  const leaves = link && !link.target && !link.download && link.origin === location.origin
  if (!leaves || event.ctrlKey || event.metaKey || event.shiftKey) return
  const isYoung = [...courier.open].some(ask => performance.now() - ask.since < LONGEST_HOLD)
  if (!isYoung) {
    courier.pressed = performance.now()
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  courier.pendingLink = link.href
  setTimeout(openPendingLink, LONGEST_HOLD, courier)
}

function start() {
  const courier = { open: new Set(), last: Promise.resolve(), number: 0, pendingLink: "", pressed: -Infinity, pages: [] }
  courier.isReady = () => standsStill() && !isChanging(courier) // also for other scripts that send to the server
  // `wanted` returns what to request, at the time of the request.
  courier.bring = wanted => {
    endTyping()
    const ask = { id: `${Date.now()}.${courier.number++}`, since: performance.now() }
    courier.open.add(ask)
    courier.last = courier.last.catch(() => {}).then(() => carry(courier, ask, wanted))
    return courier.last
  }
  trackTyping(courier)
  document.addEventListener("click", event => delayLink(courier, event), true)
  return courier
}

function draw({ data, parentElement, setTriggerValue }) {
  const courier = (window.decisionAidCourier ??= start())
  courier.words = data.words
  const { process, number } = data.newest, drawn = `${process}/${number}`
  if (!data.given && courier.drawn !== drawn) courier.pressed = -Infinity // redrawn with the whole page
  Object.assign(courier, { drawn, page: data.page, pages: data.pages })
  courier.ask = what => setTriggerValue("asked", what)
  courier.say = words => {
    const status = parentElement.querySelector("p")
    status.hidden = !words
    status.textContent = words
    clearTimeout(courier.saying)
    if (words) courier.saying = setTimeout(() => courier.say(""), SAID_FOR)
  }
  if (courier.typed && courier.typed !== document.activeElement) // it is enabled again once the page stands still
    until(standsStill, performance.now() + LONGEST_WAIT).then(() => commitTyped(courier))
  for (const ask of courier.open) if (ask.id === data.given?.id) ask.given = data.given
}
