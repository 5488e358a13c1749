// Stands before all other programs of a page (watched.py), and keeps what they complain of: WebKit tells it to nobody.

const KEPT = "complaints" // where a reload does not lose it, nor a test that empties the tab's own storage

let isLeft = false // what still loads as a page is left fails, and nobody misses it
addEventListener("pagehide", () => { isLeft = true })
addEventListener("beforeunload", () => { isLeft = true })

function keep(text) {
  if (isLeft) return
  const before = JSON.parse(localStorage.getItem(KEPT) ?? "[]")
  localStorage.setItem(KEPT, JSON.stringify([...before, text]))
}

addEventListener("error", ({ message, filename, lineno }) => keep(`${filename}:${lineno} ${message}`))
addEventListener("unhandledrejection", ({ reason }) => keep(`${reason?.stack ?? reason}`))

const { error } = console
console.error = (...what) => {
  keep(what.map(part => part?.stack ?? part).join(" "))
  error(...what)
}
