// Every component of ours is called through this. For each change of a component's data Streamlit loads its program, and
// calls it as soon as it is there: on a busy machine the call with older data comes last (English, Spanish, English).
// What is older than what was heard before is passed over. Without this, a page told in Spanish said that it is English.
export default function (component) {
  const heard = (window.decisionAidHeard ??= new Map()) // kept with the window, as old programs live on for a while
  const { name, process, number } = component.data.newest
  const before = heard.get(name)
  if (before?.process === process && number < before.number) return
  heard.set(name, { process, number })
  return draw(component)
}
