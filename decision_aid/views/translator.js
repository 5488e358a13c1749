// Google's translator, in Chrome and elsewhere, replaces text nodes by <font> elements. React goes on writing to the old
// nodes: its changes stay invisible, so that an old title or number remains, and moving or removing them breaks the page
// (facebook/react#11538). So once a translator is active, a write by React restores the old text node, which is then
// translated again, and React's moves use the node that stands there now.

// Stored on the window: Streamlit may load this script again. `instead` maps a text node to its replacement, `written` a
// replacement to its text node.
const translator = (window.decisionAidTranslator ??= { instead: new WeakMap(), written: new WeakMap(), watching: false })

translator.isAtWork = () =>
  /\btranslated-(ltr|rtl)\b/.test(document.documentElement.className) || document.getElementsByTagName("font").length > 0

// The text of an element as the aid wrote it.
translator.asWritten = element => [...element.childNodes].map(node =>
  translator.written.get(node)?.data ?? (node.nodeType === Node.TEXT_NODE ? node.data : translator.asWritten(node))).join("")

const isFont = node => node?.nodeName === "FONT"

function remember(text, font) {
  translator.instead.set(text, font)
  translator.written.set(font, text)
  guard()
  takeNamesBack(text, font)
}

function note(changes) {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    if (!removedNodes.length) continue
    const font = [...addedNodes, previousSibling, nextSibling].find(isFont)
    const text = [...removedNodes].find(node => node.nodeType === Node.TEXT_NODE)
    if (font && text && !text.isConnected) remember(text, font)
  }
}

// For text translated before this script loaded: React still knows the text nodes that it put into an element.
const ELEMENT = 5, TEXT = 6 // React's numbers for the two kinds
function textsOf(parent) {
  const texts = []
  for (let fiber = parent?.child; fiber; fiber = fiber.sibling)
    if (fiber.tag === TEXT) texts.push(fiber.stateNode)
    else if (fiber.tag !== ELEMENT) texts.push(...textsOf(fiber))
  return texts
}

function noteWhatWasBefore() {
  const parents = new Set([...document.getElementsByTagName("font")].map(font => font.parentNode).filter(parent => !isFont(parent)))
  for (const parent of parents) {
    const texts = textsOf(parent[Object.keys(parent).find(name => name.startsWith("__reactFiber"))])
    const gone = texts.filter(text => !text.isConnected), fonts = [...parent.childNodes].filter(isFont)
    if (gone.length === fonts.length) gone.forEach((text, index) => remember(text, fonts[index]))
  }
}

// The child of a parent that stands for a node: the node itself or its replacement; undefined where neither is there.
function standIn(parent, node) {
  note(translator.watcher.takeRecords())
  return [node, translator.instead.get(node)].find(candidate => candidate?.parentNode === parent)
}

function bringBack(text) {
  note(translator.watcher.takeRecords())
  const font = translator.instead.get(text)
  if (!text.parentNode && font?.parentNode) font.replaceWith(text)
}

function guard() {
  if (translator.guarding) return
  translator.guarding = true
  const { insertBefore, appendChild, removeChild } = Node.prototype
  const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue")
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...value,
    set(text) {
      bringBack(this)
      value.set.call(this, text)
    },
  })
  Object.assign(Node.prototype, {
    removeChild(child) {
      const there = standIn(this, child)
      if (there) removeChild.call(this, there)
      return child // where neither is there, it is gone already
    },
    insertBefore(child, next) {
      bringBack(child)
      return insertBefore.call(this, child, next && (standIn(this, next) ?? null)) // at the end rather than not at all
    },
    appendChild(child) {
      bringBack(child)
      return appendChild.call(this, child)
    },
  })
}

function watchTranslator() {
  if (translator.watching) return
  translator.watching = true
  translator.watcher = new MutationObserver(note)
  translator.watcher.observe(document, { subtree: true, childList: true })
  noteWhatWasBefore()
}
