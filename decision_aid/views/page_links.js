// Links in our own HTML to other pages of the aid open in place, as Streamlit's do: the address is changed and Streamlit
// notified. In another tab, or before this script has loaded, they work as ordinary links.

const KEPT = ["embed", "embed_options"] // parameters of an embedded app

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
