// Typed text that is not sent yet, and presses that have to wait. Streamlit sends the text of a field when the field loses
// the focus. A tap on a link does that and opens another page at once: Streamlit then requests that page first and sends
// the text as input of the page before, and the new page is blank. So a link waits until the text is sent and its effects
// are drawn. So does a button of the foot: with text and press in one message only the text's part of the page is drawn
// anew, and the screen stays though the address moves on. Other programs add their own reasons to wait: mirror.js after a
// lost server, courier.js during an export.

const FIELD = "textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file])"
const WRITABLE = "input, textarea, [contenteditable], [role=spinbutton]"
const FOOT = ["back", "skip", "next"].map(way => `.st-key-${way}`)
const LOOK = 20
const PAUSE = 1500 // milliseconds without a key
const LONGEST_TO_SEND = 400 // text that changes nothing is never sent
const LONGEST_TO_DRAW = 5000
const LONGEST_TO_SETTLE = 40000

// Stored on the window, for all programs, whichever is loaded first. A reason has `holds`, called with the press, and may
// have `begin`, called when it holds one. `passed` are called with each press that goes on.
const presses = (window.decisionAidPresses ??= { reasons: [], passed: [] })
const typing = (presses.typing ??= {}) // `field`: with text that may not be sent; `left`: whether it lost the focus since

const appState = () => document.querySelector("[data-testid=stApp]")?.dataset
const isStill = () => appState()?.testScriptState === "notRunning"
const until = async (holds, end) => {
  while (!holds() && performance.now() < end) await new Promise(done => setTimeout(done, LOOK))
}

// Whether the page is connected, no run is under way, and the server has the answers that this tab keeps.
function isSettled() {
  const tab = window.decisionAidAnswers
  return appState()?.testConnectionState === "CONNECTED" && isStill()
    && Boolean(tab?.restored) && !tab.next && !tab.returning
}

function noteTyping({ target }) {
  if (!target.matches?.(FIELD)) return
  Object.assign(typing, { field: target, left: false })
  clearTimeout(typing.pause)
  typing.pause = setTimeout(sendSoFar, PAUSE, target)
}

// A field that is disabled, as all are while the server is lost, leaves the focus without this event.
function noteLeaving({ target }) {
  if (target === typing.field && !target.disabled) typing.left = true
}

// A reload loses text that was not sent, and a phone may drop a page at any time. So the text of a box is sent after a
// pause in typing, as Ctrl+Enter does. Not with a space at its end: the server strips it, and the box would lose it. Nor
// an empty box: who cleared a question to write it anew would get its first words back.
function sendSoFar(field) {
  const text = field.value
  if (!field.isConnected || !field.matches("textarea") || !text || text !== text.trim()) return
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }))
}

// A run that begins after the field was left has its text. A field that did not notice that it was left is sent later.
function followRun() {
  const { field, left } = typing
  if (!field) return
  if (!field.isConnected || (left && !isStill())) typing.field = undefined
  else if (!left && field !== document.activeElement)
    until(isSettled, performance.now() + LONGEST_TO_SETTLE).then(sendUnnoticed)
}

// Sends the text of a field that was disabled while it had the focus, and is enabled again. Returns whether it did.
function sendUnnoticed() {
  const { field, left } = typing, active = document.activeElement
  if (!field?.isConnected || field.disabled || left || field === active) return false
  field.focus({ preventScroll: true })
  field.blur()
  if (active?.matches(FIELD)) active.focus({ preventScroll: true })
  return true
}

// Ends typing, which some browsers do not when a button is pressed by touch, and waits until the text is sent and drawn.
function sendTyped() {
  sendUnnoticed()
  if (document.activeElement?.matches(WRITABLE)) document.activeElement.blur()
  return (typing.sending ??= (typing.field ? arrived() : Promise.resolve()).finally(() => { typing.sending = undefined }))
}

async function arrived() {
  const { field } = typing, started = performance.now()
  await until(() => !isStill(), started + LONGEST_TO_SEND)
  await until(isStill, started + LONGEST_TO_DRAW)
  if (typing.field === field && field !== document.activeElement && !field.disabled) typing.field = undefined
}

// A press that leads on: a link within the aid, or a button of the foot. It is repeated on the same element, or, once that
// has been redrawn or is gone with its menu, on what stands for it now.
function pressOf({ target, button, ctrlKey, metaKey, shiftKey, altKey }) {
  const pressed = target.closest?.(`a[href], ${FOOT.map(way => `${way} button`)}`)
  if (!pressed || button || ctrlKey || metaKey || shiftKey || altKey) return
  const { href } = pressed, way = FOOT.find(selector => pressed.closest(selector))
  if (href && (pressed.target || pressed.download || pressed.origin !== location.origin)) return
  const current = () => pressed.isConnected ? pressed
    : (href && [...document.links].find(link => link.href === href)) || (way && document.querySelector(`${way} :is(a, button)`))
  const repeat = () => {
    const again = current()
    if (again) return again.click()
    if (!href || href === location.href) return
    history.pushState(null, "", href) // as the browser's own Forward does
    dispatchEvent(new PopStateEvent("popstate"))
  }
  return { href, repeat }
}

function holdOrPass(event) {
  const press = pressOf(event)
  if (!press) return
  const reason = presses.reasons.find(({ holds }) => holds(press))
  if (!reason) return presses.passed.forEach(passed => passed(press))
  event.preventDefault()
  event.stopImmediatePropagation()
  presses.held = press
  reason.begin?.()
}

// Repeats the press that waits, if any. While there is another reason to wait, it is held again.
function release() {
  const press = presses.held
  presses.held = undefined
  press?.repeat()
}

function watchPresses() {
  Object.assign(presses, { isSettled, sendTyped, sendUnnoticed, release })
  presses.reasons.push({
    holds: () => typing.sending || (typing.field?.isConnected && !typing.field.disabled),
    begin: () => sendTyped().then(release),
  })
  document.addEventListener("input", noteTyping, true)
  document.addEventListener("focusout", noteLeaving, true)
  document.addEventListener("click", holdOrPass, true)
  new MutationObserver(followRun)
    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] })
}

if (!presses.release) watchPresses()
