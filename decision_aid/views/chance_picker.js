// The list stays in sight while the page is read. A new pick is shown from its start, wherever the page was scrolled to;
// the focus stays on the list.

// Stored on the window: Streamlit may load this script again.
const state = (window.decisionAidPicking ??= { before: null })

function draw({ data }) {
  const main = document.querySelector("[data-testid=stMain]"), list = document.querySelector(".st-key-picked")
  const above = list && list.getBoundingClientRect().top < 0
  if (state.before !== null && state.before !== data.picked && above) list.scrollIntoView({ block: "start" })
  state.before = data.picked
}
