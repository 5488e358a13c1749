// Answers in the address are removed from it at once and sent to Python, which asks before it opens them. So are those of
// a chosen file (file_chooser.js): this component is on every page, while the chooser may be gone.

const CARRIES = /#answers(=|%3d)/i
const ESCAPED = /%23answers(=|%3d).*/i // in the query of an older link: Python has read it there
const NOTHING = "#" // the link says that it brings answers, but its fragment was lost
const LONGEST_WAIT = 3000
const BOX = ".st-key-offer"
const boxBefore = new WeakMap()

// The box may be far from what was pressed, so it gets the focus; once it is gone, the page's title does. It is a dialog:
// after the browser's own chooser of files Orca says nothing of a heading that gets the focus, but always of a dialog.
// The box before may still stand there, so the number is waited for. The dialog is named by ids that every box has, as
// the element that was found may be drawn anew. Escape within it leaves everything as it is.
function bringToSight(number) {
  const started = performance.now()
  const look = () => {
    const target = number
      ? document.querySelector(`${BOX} [data-offer="${number}"]`)?.closest(BOX)
      : document.querySelector("h1")
    if (target) {
      if (number) makeDialog(target)
      target.tabIndex = -1
      target.focus()
    } else if (performance.now() - started < LONGEST_WAIT) requestAnimationFrame(look)
  }
  look()
}

function makeDialog(box) {
  box.setAttribute("aria-labelledby", "offer-heading")
  box.setAttribute("aria-describedby", "offer-text")
  box.setAttribute("role", "dialog")
}

function draw({ data, parentElement, setTriggerValue }) {
  const before = boxBefore.get(parentElement) ?? 0
  boxBefore.set(parentElement, data.box)
  if (data.box !== before) bringToSight(data.box)
  watchForIdleness(data.patience * 60000, () => setTriggerValue("idle", Date.now()))

  // No page has the path of an older link whose "#" was escaped: close Streamlit's dialog about it, as our box explains.
  if (data.stray && !window.decisionAidArrivals?.strayed)
    for (const wait of [0, 300, 1000, 2000, 4000])
      setTimeout(() => document.querySelector("section[role=dialog]:not([data-testid]) button")?.click(), wait)

  Object.assign((window.decisionAidArrivals ??= {}), { box: data.box, tell: setTriggerValue, strayed: data.stray })

  // Some programs write "#" as %23 when they forward a link: then the answers are in the query.
  const take = () => {
    const url = new URL(location.href), brings = url.searchParams.get("brings")
    if (!brings && ESCAPED.test(url.search))
      history.replaceState(history.state, "", url.pathname + url.search.replace(ESCAPED, ""))
    const token = [url.hash, brings].find(text => CARRIES.test(text)) ?? (brings && NOTHING)
    if (!token) return
    url.searchParams.delete("brings")
    history.replaceState(history.state, "", url.pathname + url.search)
    setTriggerValue("token", token.slice(token.indexOf("#")))
  }
  const leave = event => {
    if (event.key === "Escape" && !event.defaultPrevented && event.target.closest?.(BOX)) setTriggerValue("left", data.box)
  }
  take()
  addEventListener("hashchange", take)
  addEventListener("keydown", leave)
  return () => {
    removeEventListener("hashchange", take)
    removeEventListener("keydown", leave)
  }
}
