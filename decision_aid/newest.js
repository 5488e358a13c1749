// The default export of all our components. For each change of data Streamlit loads the script and calls it when loaded:
// on a busy machine the call with older data may come last (English, Spanish, English). Data older than the newest so
// far is ignored. Without this, a page in Spanish was marked as English.
export default function (component) {
  const newest = (window.decisionAidNewest ??= new Map()) // on the window, since older scripts stay active for a while
  const { name, process, number } = component.data.newest
  const before = newest.get(name)
  if (before?.process === process && number < before.number) return
  newest.set(name, { process, number })
  return draw(component)
}
