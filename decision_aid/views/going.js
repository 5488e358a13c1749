// A link of our own HTML to another page of the aid opens it in place, as Streamlit's links do: the address is changed, and
// Streamlit told to look at it. Opened in another tab, or before this program is there, it is a link as any other.

const KEPT = ["embed", "embed_options"] // how Streamlit is shown in the page of someone else

function goInPlace(event) {
  const link = event.target.closest?.("a.goes[href]")
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (!link || elsewhere || event.defaultPrevented) return
  event.preventDefault()
  const address = new URL(link.href), here = new URLSearchParams(location.search)
  for (const name of KEPT) for (const value of here.getAll(name)) address.searchParams.append(name, value)
  history.pushState({}, "", address)
  dispatchEvent(new PopStateEvent("popstate"))
}
