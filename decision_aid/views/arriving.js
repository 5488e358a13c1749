// Streamlit leaves the focus on what was pressed. Who comes to another page, or to another screen of a step, begins at
// its heading: there the focus goes, and there the window is. The name of the window says where that is.

const LONGEST_WAIT = 3000

// Kept with the window: Streamlit may load this program anew.
const kept = (window.decisionAidArriving ??= { before: "" })

// A translator may have put other words there (translated.js).
const asWritten = element => window.decisionAidTranslator?.asWritten(element) ?? element.textContent

function goToHeading(title) {
  const started = performance.now()
  const look = () => {
    const heading = document.querySelector("h1")
    if (heading && asWritten(heading).trim() === title) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      document.querySelector("[data-testid=stMain]").scrollTo(0, 0)
    } else if (performance.now() - started < LONGEST_WAIT) requestAnimationFrame(look)
  }
  look()
}

function draw({ data }) {
  document.title = `${data.title} – ${data.name}`
  if (kept.before && kept.before !== data.place) {
    goToHeading(data.title)
    dispatchEvent(new Event("arrival")) // what is read aloud is of the screen before
  }
  kept.before = data.place
}
