// Names of the aid, of studies and of medicines: each stands in a span that translators leave as it is. React goes on
// writing to the text node that it made, so this one keeps what comes before the first name, and the rest of the text
// follows it in an element of ours.

// Stored on the window: Streamlit may load this script again. `apart` holds, by text node, its text and that element.
const names = (window.decisionAidNames ??= { apart: new WeakMap(), known: "" })
const LEFT_ALONE = "[translate=no], .notranslate, script, style, textarea, font"

function learnNames(list) {
  if (names.known === `${list}`) return false
  names.known = `${list}`
  const either = list.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).map(anyCase).join("|")
  names.pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${either})(?![\\p{L}\\p{N}])`, "u")
  return true
}

// A medicine's name may begin a sentence.
const anyCase = name => (/^\p{L}/u.test(name) ? `[${name[0].toLowerCase()}${name[0].toUpperCase()}]${name.slice(1)}` : name)

const hasName = text => names.pattern?.test(text)

// What stands on the page for a text node: itself, or what a translator put there.
const shownFor = text => (text.isConnected ? text : translator.instead.get(text))

function setNamesApart(text) {
  const before = names.apart.get(text)
  if (before && text.data === before.head) return keepTogether(text)
  before?.rest.remove()
  names.apart.delete(text)
  const parent = text.parentElement
  if (!parent || !hasName(text.data) || parent.closest(LEFT_ALONE)) return
  if (parent instanceof SVGElement) return leaveAlone(parent)
  const [head, ...parts] = text.data.split(names.pattern) // names are every second part
  const rest = document.createElement("span")
  rest.append(...parts.map((part, index) => {
    if (index % 2) return part
    const name = leaveAlone(document.createElement("span"))
    name.textContent = part
    return name
  }))
  names.apart.set(text, { head, rest })
  text.data = head
  text.after(rest)
}

function leaveAlone(element) {
  element.setAttribute("translate", "no")
  element.classList.add("notranslate") // some translators look for the attribute, others for the class
  return element
}

// React moved or removed the text node: the rest goes with it.
function keepTogether(removed) {
  const text = translator.written.get(removed) ?? removed
  const { rest } = names.apart.get(text) ?? {}
  const shown = rest && shownFor(text)
  if (!rest || rest.previousSibling === shown) return
  if (shown?.isConnected) shown.after(rest)
  else rest.remove()
}

// A translator came first and took the names along: React's text comes back, and is translated without them.
function takeNamesBack(text, font) {
  if (!hasName(text.data)) return
  font.replaceWith(text)
  setNamesApart(text)
}
