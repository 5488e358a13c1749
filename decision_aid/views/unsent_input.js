// A tap on a link blurs a field and opens another page at once. Streamlit requests that page first and then sends the
// text as input of the page before: it reruns a part of that one, and the new page is blank. So a link waits until typed
// text is sent and its effects are drawn.

const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file])"
const PAUSE = 1500 // milliseconds without a key
const LONGEST_TO_SEND = 400 // text that changes nothing is never sent
const LONGEST_TO_DRAW = 5000
const OTHER_USE = "[download], [target=_blank]"

const aidIsStill = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"

function noteTyping({ target }) {
  if (!target.matches?.(TYPED)) return
  state.unsent = target
  clearTimeout(state.pause)
  state.pause = setTimeout(sendSoFar, PAUSE, target)
}

// A reload loses text that was not sent, and a phone may drop a page at any time. So the text of a box is sent after a
// pause in typing, as Ctrl+Enter does. Not with a space at its end: the server strips it, and the box would lose it. Nor
// an empty box: who cleared a question to write it anew would get its first words back.
function sendSoFar(field) {
  const text = field.value
  if (!field.isConnected || !field.matches("textarea") || !text || text !== text.trim()) return
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }))
}

// Text is sent when its field loses the focus; if a run is then under way, it has been sent.
function noteSent() {
  if (state.unsent && document.activeElement !== state.unsent && !aidIsStill()) state.unsent = null
}

function sendFirst(event) {
  let link = event.target.closest?.("a[href]")
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (!link || !state.unsent || elsewhere || link.matches(OTHER_USE)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (state.waiting) return
  state.waiting = true
  state.unsent.blur()
  const started = performance.now(), key = keyOf(link.closest("[class*='st-key-']"))
  let sent = false
  const look = () => {
    const still = aidIsStill(), waited = performance.now() - started
    sent ||= !still
    if (sent ? !still && waited < LONGEST_TO_DRAW : waited < LONGEST_TO_SEND) return requestAnimationFrame(look)
    state.unsent = null
    state.waiting = false
    if (!link.isConnected) link = document.querySelector(`.${key} :is(a, button)`) // it was redrawn
    link?.click()
  }
  look()
}

function sendInputFirst() {
  document.addEventListener("input", noteTyping, true)
  document.addEventListener("click", sendFirst, true)
  new MutationObserver(noteSent)
    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] })
}
