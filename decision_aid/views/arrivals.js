// Answers that come in the address are taken out of it at once and handed to Python, which asks before it opens them.
// So are those of a file that was chosen (file_chooser.js): this stands on every page, and the chooser may be gone.

const CARRIES = /#answers(=|%3d)/i
const ESCAPED = /%23answers(=|%3d).*/i // in the query of an older link: Python has read it there
const NOTHING = "#" // the link says that it brings answers, and its fragment was lost on the way
const LONGEST_WAIT = 3000
const boxBefore = new WeakMap()

// The box may be far from what was pressed, so it is brought into sight; once it is gone, the page's title is.
function bringToSight(selector) {
  const asked = performance.now()
  const look = () => {
    const heading = document.querySelector(selector)
    if (heading) {
      heading.tabIndex = -1
      heading.focus()
    } else if (performance.now() - asked < LONGEST_WAIT) requestAnimationFrame(look)
  }
  look()
}

function draw({ data, parentElement, setTriggerValue }) {
  const before = boxBefore.get(parentElement) ?? 0
  boxBefore.set(parentElement, data.box)
  if (data.box !== before) bringToSight(data.box ? ".st-key-offer h2" : "h1")
  watchForIdleness(data.patience * 60000, () => setTriggerValue("idle", Date.now()))

  // No page has the path of an older link whose "#" was escaped. Streamlit's dialog says so, the box what came.
  if (data.stray && !window.decisionAidArrivals?.strayed)
    for (const wait of [0, 300, 1000, 2000, 4000])
      setTimeout(() => document.querySelector("section[role=dialog]:not([data-testid]) button")?.click(), wait)

  Object.assign((window.decisionAidArrivals ??= {}), { box: data.box, tell: setTriggerValue, strayed: data.stray })

  // Programs that pass links on write "#" as %23: then the answers stand in the query.
  const take = () => {
    const at = new URL(location.href), brings = at.searchParams.get("brings")
    if (!brings && ESCAPED.test(at.search))
      history.replaceState(history.state, "", at.pathname + at.search.replace(ESCAPED, ""))
    const token = [at.hash, brings].find(text => CARRIES.test(text)) ?? (brings && NOTHING)
    if (!token) return
    at.searchParams.delete("brings")
    history.replaceState(history.state, "", at.pathname + at.search)
    setTriggerValue("token", token.slice(token.indexOf("#")))
  }
  take()
  addEventListener("hashchange", take)
  return () => removeEventListener("hashchange", take)
}
