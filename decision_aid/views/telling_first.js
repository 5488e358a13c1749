// A tap on a link takes the focus out of a field and opens another page in one go. Streamlit asks for that page first, and
// then tells the words, as those of the page before: it draws a part of that one, and the new page is blank. So a link
// waits until words that were typed are told, and what they change is drawn.

const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file])"
const PAUSE = 1500
const LONGEST_TO_TELL = 400 // what changes nothing is never told
const LONGEST_TO_DRAW = 5000
const OTHER_USE = "[download], [target=_blank]"

const aidIsStill = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"

function noteTyping({ target }) {
  if (!target.matches?.(TYPED)) return
  kept.untold = target
  clearTimeout(kept.pause)
  kept.pause = setTimeout(tellSoFar, PAUSE, target)
}

// A phone drops a page without a word, and a reload does too: so what stands in a box is told after a pause in typing, as
// Ctrl and Enter do. Not with a space at its end, which the server leaves out, and would take from whoever types on.
function tellSoFar(field) {
  if (!field.isConnected || !field.matches("textarea") || field.value !== field.value.trim()) return
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }))
}

// Words are told as soon as their field is left, so who has left it and sees the aid at work has told them.
function noteTold() {
  if (kept.untold && document.activeElement !== kept.untold && !aidIsStill()) kept.untold = null
}

function tellFirst(event) {
  let link = event.target.closest?.("a[href]")
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (!link || !kept.untold || elsewhere || link.matches(OTHER_USE)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (kept.waiting) return
  kept.waiting = true
  kept.untold.blur()
  const asked = performance.now(), place = keyOf(link.closest("[class*='st-key-']"))
  let told = false
  const look = () => {
    const still = aidIsStill(), waited = performance.now() - asked
    told ||= !still
    if (told ? !still && waited < LONGEST_TO_DRAW : waited < LONGEST_TO_TELL) return requestAnimationFrame(look)
    kept.untold = null
    kept.waiting = false
    if (!link.isConnected) link = document.querySelector(`.${place} :is(a, button)`) // it was drawn anew
    link?.click()
  }
  look()
}

function tellWordsFirst() {
  document.addEventListener("input", noteTyping, true)
  document.addEventListener("click", tellFirst, true)
  new MutationObserver(noteTold)
    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] })
}
