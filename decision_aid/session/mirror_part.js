// Stores the answers after a fragment ran alone. The whole page has already decided whose answers are valid (mirror.js).
// A program of its own, since Streamlit sends a component's whole script with each run.
function draw({ data }) {
  const tab = window.decisionAidAnswers
  if (tab?.answering === data.session && tab.restored) tab.keep(data)
}
