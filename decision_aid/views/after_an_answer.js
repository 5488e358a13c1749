// An answer draws a part of the page anew. Who sees that sees it; who listens hears nothing of it, and a button that is
// gone takes the focus with it to nowhere. Here new results are said, and the focus goes on to what came next.

const RESULTS = "[class*='st-key-told-']" // of one with a part that is marked as ".said", that part alone
const REACHED = "a[href], button:not(:disabled), input, textarea, select, summary, [tabindex='0']"
const QUIET = 300
const MOST = 2 // more at once is a page read out, not news

// Kept with the window: Streamlit may load this program anew, and two that watch would say everything twice.
const kept = (window.decisionAidAfterwards ??= { title: "", told: new Map(), acted: false, order: [], at: -1, soon: 0 })

function voice() {
  const found = document.querySelector("#told")
  if (found) return found
  const made = Object.assign(document.createElement("div"), { id: "told", role: "status", className: "visually-hidden" })
  document.body.append(made)
  return made
}

function results() {
  return new Map([...document.querySelectorAll(RESULTS)].map(place => [
    [...place.classList].find(one => one.startsWith("st-key-told-")),
    (place.querySelector(".said") ?? place).innerText.replace(/\s+/g, " ").trim(),
  ]))
}

function sayWhatIsNew() {
  const now = results(), news = [...now].filter(([name, text]) => text && kept.told.get(name) !== text)
  kept.told = now
  if (kept.acted && news.length) voice().textContent = news.slice(0, MOST).map(([, text]) => text).join(" ")
}

function rememberFocus({ target }) {
  if (!target.closest("[data-testid=stMain]")) return forgetFocus()
  kept.order = [...document.querySelectorAll(`[data-testid=stMain] :is(${REACHED})`)]
  kept.at = kept.order.indexOf(target)
}

function forgetFocus() {
  kept.order = []
  kept.at = -1
}

// Somebody who leaves a thing that stays has left it; one that was taken away is what we look after.
function leave({ target }) {
  setTimeout(() => { if (target.isConnected && document.activeElement === document.body) forgetFocus() })
}

function keepFocus() {
  const lost = kept.at >= 0 && document.activeElement === document.body && !kept.order[kept.at].isConnected
  if (!lost) return
  const there = one => one.isConnected && !one.disabled && one.checkVisibility()
  const next = kept.order.slice(kept.at).find(there) ?? kept.order.slice(0, kept.at).findLast(there)
  next?.focus()
}

function startAnewOnANewPage() {
  const title = document.querySelector("h1")?.textContent ?? ""
  if (title === kept.title) return
  kept.title = title
  kept.acted = false
  forgetFocus()
}

function settled() {
  kept.soon = 0
  keepFocus()
  sayWhatIsNew()
}

function watch() {
  voice()
  new MutationObserver(() => {
    startAnewOnANewPage()
    clearTimeout(kept.soon)
    kept.soon = setTimeout(settled, QUIET)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  for (const act of ["pointerdown", "keydown"])
    document.addEventListener(act, ({ target }) => { kept.acted ||= !!target.closest?.("[data-testid=stMain]") }, true)
  document.addEventListener("focusin", rememberFocus)
  document.addEventListener("focusout", leave)
}

function draw() {
  if (kept.watching) return
  kept.watching = true
  watch()
}
