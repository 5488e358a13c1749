// Streamlit leaves the focus on what was pressed. On another page or screen, the focus goes to its heading, the page
// scrolls to the top, and the document gets its title.

const LONGEST_WAIT = 3000

// Stored on the window: Streamlit may load this script again.
const state = (window.decisionAidArriving ??= { before: "" })

// A browser translator may have replaced the text (translator.js).
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
  if (state.before && state.before !== data.screen) {
    goToHeading(data.title)
    dispatchEvent(new Event("arrival")) // stops reading the previous screen aloud
  }
  state.before = data.screen
}
