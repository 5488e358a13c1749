// An answer redraws a part of the page. A screen reader would say nothing of it, and a button that is gone would lose the
// focus. Here new results are announced, and the focus moves to the next control. An expander whose content opens
// below the window is scrolled into sight.

const RESULTS = "[class*='st-key-told-']" // where a part is marked as ".said", that part alone
const REACHED = "a[href], button:not(:disabled), input, textarea, select, summary, [tabindex='0']"
const WRITING = "[class*='st-key-writing-']"
const QUIET = 300
const MOST = 2 // more at once is a page read out, not news

// Stored on the window: Streamlit may load this script again, and two watchers would announce everything twice.
const state = (window.decisionAidAfterwards ??= { title: "", announced: new Map(), acted: false, order: [], at: -1, soon: 0 })

function liveRegion() {
  const existing = document.querySelector("#told")
  if (existing) return existing
  const region = Object.assign(document.createElement("div"), { id: "told", className: "visually-hidden" })
  region.setAttribute("role", "status") // older browsers know no `role` of an element but the attribute
  document.body.append(region)
  return region
}

function keyOf(element) {
  return [...(element?.classList ?? [])].find(name => name.startsWith("st-key-"))
}

function results() {
  return new Map([...document.querySelectorAll(RESULTS)].map(element => [
    keyOf(element),
    (element.querySelector(".said") ?? element).innerText.replace(/\s+/g, " ").trim(),
  ]))
}

function announceNews() {
  const now = results(), news = [...now].filter(([name, text]) => text && state.announced.get(name) !== text)
  state.announced = now
  if (state.acted && news.length) liveRegion().textContent = news.slice(0, MOST).map(([, text]) => text).join(" ")
}

// By name, as Streamlit may recreate a control: it sends a new order message by message, and on a slow connection a
// question that moves down is missing for a while.
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
  state.inMenu = !!isOfAMenu(target)
  if (state.inMenu) return
  if (!target.closest("[data-testid=stMain]")) return forgetFocus()
  state.order = [...controls()]
  state.at = state.order.findIndex(([, control]) => control === target)
}

function forgetFocus() {
  state.order = []
  state.at = -1
  state.inMenu = false
}

// Focus that leaves a control that stays was moved by the person; we look after controls that were removed.
function forgetIfLeft({ target }) {
  if (isOfAMenu(target)) return
  setTimeout(() => { if (target.isConnected && document.activeElement === document.body && !state.inMenu) forgetFocus() })
}

// Older browsers have no `checkVisibility`.
const isSeen = control => control.checkVisibility?.() ?? control.getClientRects().length > 0

function keepFocus() {
  const isGone = state.inMenu || !state.order[state.at]?.[1].isConnected // a menu that has closed does not always give it back
  const lost = state.at >= 0 && document.activeElement === document.body && isGone
  if (!lost) return
  const now = controls(), order = state.order.map(([name, control]) => control.isConnected ? control : now.get(name))
  const canTakeFocus = control => control?.isConnected && !control.disabled && isSeen(control)
  const next = order.slice(state.at).find(canTakeFocus) ?? order.slice(0, state.at).findLast(canTakeFocus)
  next?.focus()
}

// A text field that has just opened gets the focus.
function goIntoWhatOpened() {
  const field = document.querySelector(`${WRITING} textarea`), opened = keyOf(field?.closest(WRITING))
  if (state.acted && opened && opened !== state.opened) field.focus()
  state.opened = opened
}

function rememberOpened({ target }) {
  const opener = target.open && target.querySelector?.("summary")
  if (opener && opener === document.activeElement) state.opener = opener
}

function showWhatOpened() {
  const { bottom } = state.opener?.getBoundingClientRect() ?? { bottom: 0 }
  if (bottom > window.innerHeight * 0.8) state.opener.scrollIntoView({ block: "center" })
  state.opener = null
}

function startAnewOnANewPage() {
  const heading = document.querySelector("h1")
  const title = heading ? window.decisionAidTranslator?.asWritten(heading) ?? heading.textContent : ""
  if (title === state.title) return
  state.title = title
  state.acted = false
  state.advised = adviceNow()
  forgetFocus()
}

// Urgent advice is scrolled into sight: on a phone it may be below the foot.
const adviceNow = () => document.querySelector("[data-testid=stMain] .urgent[role=alert]")?.textContent ?? ""

function showAdvice() {
  const now = adviceNow(), isNew = now && now !== state.advised && state.acted
  state.advised = now
  if (isNew) document.querySelector("[data-testid=stMain] .urgent[role=alert]").scrollIntoView({ block: "nearest" })
}

function updateSoon() {
  clearTimeout(state.soon)
  state.soon = setTimeout(update, QUIET)
}

function update() {
  const isHalfDrawn = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning"
  if (isHalfDrawn) return updateSoon()
  state.soon = 0
  goIntoWhatOpened()
  keepFocus()
  showWhatOpened()
  announceNews()
  showAdvice()
}

function watch() {
  liveRegion()
  startAnewOnANewPage() // else the first answer, where nothing moved before it, would be taken for a new page
  new MutationObserver(() => {
    startAnewOnANewPage()
    updateSoon()
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  for (const act of ["pointerdown", "keydown"])
    document.addEventListener(act, ({ target }) => { state.acted ||= !!target.closest?.("[data-testid=stMain]") }, true)
  delayTouches()
  document.addEventListener("click", goInPlace)
  document.addEventListener("focusin", rememberFocus)
  document.addEventListener("focusout", forgetIfLeft)
  document.addEventListener("toggle", rememberOpened, true)
}

function draw() {
  if (state.watching) return
  state.watching = true
  watch()
}
