// The list stays in sight while the page is read. What is picked from it is shown from its beginning, wherever the window
// was; the focus stays on the list.

// Kept with the window: Streamlit may load this program anew.
const kept = (window.decisionAidPicking ??= { before: null })

function draw({ data }) {
  const main = document.querySelector("[data-testid=stMain]"), list = document.querySelector(".st-key-picked")
  const above = list && list.getBoundingClientRect().top < 0
  if (kept.before !== null && kept.before !== data.picked && above) list.scrollIntoView({ block: "start" })
  kept.before = data.picked
}
