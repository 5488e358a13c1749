// An answer draws a part of the page anew. Who sees that sees it; who listens hears nothing of it, and a button that is
// gone takes the focus with it to nowhere. Here new results are said, and the focus goes on to what came next. What opens
// by a press may open further down, where there is room for it: it is then brought into sight.

const RESULTS = "[class*='st-key-told-']" // of one with a part that is marked as ".said", that part alone
const REACHED = "a[href], button:not(:disabled), input, textarea, select, summary, [tabindex='0']"
const WRITING = "[class*='st-key-writing-']"
const QUIET = 300
const MOST = 2 // more at once is a page read out, not news

// Kept with the window: Streamlit may load this program anew, and two that watch would say everything twice.
const kept = (window.decisionAidAfterwards ??= { title: "", told: new Map(), acted: false, order: [], at: -1, soon: 0 })

function voice() {
  const found = document.querySelector("#told")
  if (found) return found
  const made = Object.assign(document.createElement("div"), { id: "told", className: "visually-hidden" })
  made.setAttribute("role", "status") // older browsers know no `role` of an element but the attribute
  document.body.append(made)
  return made
}

function keyOf(place) {
  return [...(place?.classList ?? [])].find(name => name.startsWith("st-key-"))
}

function results() {
  return new Map([...document.querySelectorAll(RESULTS)].map(place => [
    keyOf(place),
    (place.querySelector(".said") ?? place).innerText.replace(/\s+/g, " ").trim(),
  ]))
}

function sayWhatIsNew() {
  const now = results(), news = [...now].filter(([name, text]) => text && kept.told.get(name) !== text)
  kept.told = now
  if (kept.acted && news.length) voice().textContent = news.slice(0, MOST).map(([, text]) => text).join(" ")
}

// By name, since Streamlit may make a control anew: it draws a new order message by message, and on a slow line a question
// that moves down is gone for a while.
function controls() {
  const named = new Map(), counts = {}
  for (const control of document.querySelectorAll(`[data-testid=stMain] :is(${REACHED})`)) {
    const key = keyOf(control.closest("[class*='st-key-']"))
    counts[key] = (counts[key] ?? 0) + 1
    named.set(`${key} ${counts[key]}`, control)
  }
  return named
}

// A menu lies over the page, and belongs to the button that had the focus.
const isOfAMenu = target => target.closest("[role=menu]")

function rememberFocus({ target }) {
  kept.inMenu = !!isOfAMenu(target)
  if (kept.inMenu) return
  if (!target.closest("[data-testid=stMain]")) return forgetFocus()
  kept.order = [...controls()]
  kept.at = kept.order.findIndex(([, control]) => control === target)
}

function forgetFocus() {
  kept.order = []
  kept.at = -1
  kept.inMenu = false
}

// Somebody who leaves a thing that stays has left it; one that was taken away is what we look after.
function leave({ target }) {
  if (isOfAMenu(target)) return
  setTimeout(() => { if (target.isConnected && document.activeElement === document.body && !kept.inMenu) forgetFocus() })
}

// Older browsers have no `checkVisibility`.
const isSeen = control => control.checkVisibility?.() ?? control.getClientRects().length > 0

function keepFocus() {
  const left = kept.inMenu || !kept.order[kept.at]?.[1].isConnected // a menu that has closed does not always give it back
  const lost = kept.at >= 0 && document.activeElement === document.body && left
  if (!lost) return
  const now = controls(), order = kept.order.map(([name, control]) => control.isConnected ? control : now.get(name))
  const there = control => control?.isConnected && !control.disabled && isSeen(control)
  const next = order.slice(kept.at).find(there) ?? order.slice(0, kept.at).findLast(there)
  next?.focus()
}

// What was opened to be written in is what the person goes on with.
function goIntoWhatOpened() {
  const field = document.querySelector(`${WRITING} textarea`), opened = keyOf(field?.closest(WRITING))
  if (kept.acted && opened && opened !== kept.opened) field.focus()
  kept.opened = opened
}

function rememberOpened({ target }) {
  const opener = target.open && target.querySelector?.("summary")
  if (opener && opener === document.activeElement) kept.opener = opener
}

function showWhatOpened() {
  const { bottom } = kept.opener?.getBoundingClientRect() ?? { bottom: 0 }
  if (bottom > window.innerHeight * 0.8) kept.opener.scrollIntoView({ block: "center" })
  kept.opener = null
}

function startAnewOnANewPage() {
  const heading = document.querySelector("h1")
  const title = heading ? window.decisionAidTranslator?.asWritten(heading) ?? heading.textContent : ""
  if (title === kept.title) return
  kept.title = title
  kept.acted = false
  kept.advised = adviceNow()
  forgetFocus()
}

// Advice that an answer calls for at once is brought into sight: on a phone it may stand under the foot.
const adviceNow = () => document.querySelector("[data-testid=stMain] .urgent[role=alert]")?.textContent ?? ""

function showAdvice() {
  const now = adviceNow(), isNew = now && now !== kept.advised && kept.acted
  kept.advised = now
  if (isNew) document.querySelector("[data-testid=stMain] .urgent[role=alert]").scrollIntoView({ block: "nearest" })
}

function settleSoon() {
  clearTimeout(kept.soon)
  kept.soon = setTimeout(settled, QUIET)
}

function settled() {
  const isHalfDrawn = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning"
  if (isHalfDrawn) return settleSoon()
  kept.soon = 0
  goIntoWhatOpened()
  keepFocus()
  showWhatOpened()
  sayWhatIsNew()
  showAdvice()
}

function watch() {
  voice()
  startAnewOnANewPage() // else the first answer, where nothing moved before it, would be taken for a new page
  new MutationObserver(() => {
    startAnewOnANewPage()
    settleSoon()
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  for (const act of ["pointerdown", "keydown"])
    document.addEventListener(act, ({ target }) => { kept.acted ||= !!target.closest?.("[data-testid=stMain]") }, true)
  tellWordsFirst()
  holdTouchesBack()
  document.addEventListener("click", goInPlace)
  document.addEventListener("focusin", rememberFocus)
  document.addEventListener("focusout", leave)
  document.addEventListener("toggle", rememberOpened, true)
}

function draw() {
  if (kept.watching) return
  kept.watching = true
  watch()
}
