// Brings what leaves: takes up the field that is being typed in, asks the server by name, and hands over what comes as
// the data of this component. It asks again where a run was broken off, the page was left, or the server was lost.
const AFTER_A_FIELD = 100 // told in one breath, Streamlit would draw the field's part of the page and not this one
const LOOK = 50
const AGAIN = 1500 // a run that ended brings what was asked for with it, or not at all
const STUCK = 8000 // a part that the server does not know yet is never run, and no word comes of it
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

// A request that comes while the page is being changed would bring the old one back, as it names the page that it is
// from. A link was pressed; or the address names another page already, as after the browser's own Back.
function isChanging({ pressed, page, pages }) {
  const there = location.pathname.split("/").findLast(Boolean) ?? ""
  const isHere = there === page || (page === pages[0] && !pages.includes(there)) // the first page has no address of its own
  return !isHere || performance.now() - pressed < LONGEST_CHANGE
}

// Streamlit takes up what was typed in a field when that loses the focus. Some browsers leave the focus in it when a
// button is pressed by touch.
function endTyping() {
  const active = document.activeElement
  if (active?.matches("input, textarea, [contenteditable], [role=spinbutton]")) active.blur()
}

// A field that was shut, since the connection was lost, has lost the focus unheard. Returns whether there was one.
function hearOut(courier) {
  const { typed } = courier, active = document.activeElement
  if (!typed?.isConnected || typed.disabled || typed === active) return false
  typed.focus({ preventScroll: true })
  typed.blur()
  if (active?.matches(TYPED_IN)) active.focus({ preventScroll: true })
  return true
}

function hearTyping(courier) {
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
      if (hearOut(courier)) await pause(AFTER_A_FIELD)
      const asked = performance.now()
      courier.ask({ ...wanted(), id: ask.id, session: window.decisionAidAnswers?.answering })
      const isOver = () => ask.given || (performance.now() - asked > AGAIN && standsStill())
      await until(isOver, Math.min(end, asked + STUCK))
      if (ask.given?.failed) break
      if (ask.given) return opened(ask.given)
    }
    throw new Error("it did not come")
  } finally {
    courier.open.delete(ask)
    if (!courier.open.size) letGo(courier)
  }
}

function opened({ file, kind, bytes }) {
  const content = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))
  return { file, kind, content, text: () => new TextDecoder().decode(content) }
}

function letGo(courier) {
  const { held } = courier
  courier.held = ""
  if (!held || held === location.href) return
  const link = [...document.links].find(one => one.href === held)
  if (link) return link.click()
  history.pushState(null, "", held) // its menu has closed: as the browser's own Forward does
  dispatchEvent(new PopStateEvent("popstate"))
}

// Streamlit may drop what a page was asked for when it is left. So who goes on while something comes gets there a moment
// later.
function leave(courier, event) {
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
  courier.held = link.href
  setTimeout(letGo, LONGEST_HOLD, courier)
}

function start() {
  const courier = { open: new Set(), last: Promise.resolve(), number: 0, held: "", pressed: -Infinity, pages: [] }
  courier.isReady = () => standsStill() && !isChanging(courier) // for what others of our programs tell the server, too
  // `wanted` tells what to ask for, at the moment in which it is asked for.
  courier.bring = wanted => {
    endTyping()
    const ask = { id: `${Date.now()}.${courier.number++}`, since: performance.now() }
    courier.open.add(ask)
    courier.last = courier.last.catch(() => {}).then(() => carry(courier, ask, wanted))
    return courier.last
  }
  hearTyping(courier)
  document.addEventListener("click", event => leave(courier, event), true)
  return courier
}

function draw({ data, parentElement, setTriggerValue }) {
  const courier = (window.decisionAidCourier ??= start())
  courier.words = data.words
  const { process, number } = data.newest, drawn = `${process}/${number}`
  if (!data.given && courier.drawn !== drawn) courier.pressed = -Infinity // drawn with the whole page
  Object.assign(courier, { drawn, page: data.page, pages: data.pages })
  courier.ask = what => setTriggerValue("asked", what)
  courier.say = words => {
    const told = parentElement.querySelector("p")
    told.hidden = !words
    told.textContent = words
    clearTimeout(courier.saying)
    if (words) courier.saying = setTimeout(() => courier.say(""), SAID_FOR)
  }
  if (courier.typed && courier.typed !== document.activeElement) // it is open again once the page stands still
    until(standsStill, performance.now() + LONGEST_WAIT).then(() => hearOut(courier))
  for (const ask of courier.open) if (ask.id === data.given?.id) ask.given = data.given
}
