// Google's translator, in Chrome and elsewhere, takes a piece of text out of the page and puts a <font> in its stead. React
// goes on writing to the text that it knows: what it changes is not seen, so that an old title or number stays, and what
// it moves or takes away breaks the page (facebook/react#11538). So once a translator is at work, React's writing brings
// back the text that was taken out, for it to be translated anew, and its moves go by what stands there now.

// Kept with the window: Streamlit may load this program anew. `instead` holds by text what stands in its stead, `written`
// by that what was written there.
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
}

function note(changes) {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    if (!removedNodes.length) continue
    const font = [...addedNodes, previousSibling, nextSibling].find(isFont)
    const text = [...removedNodes].find(node => node.nodeType === Node.TEXT_NODE)
    if (font && text && !text.isConnected) remember(text, font)
  }
}

// What was translated before this program came: React still knows the texts that it put into an element.
const ELEMENT = 5, TEXT = 6 // how React's own notes call the two
function textsOf(note) {
  const texts = []
  for (let one = note?.child; one; one = one.sibling)
    if (one.tag === TEXT) texts.push(one.stateNode)
    else if (one.tag !== ELEMENT) texts.push(...textsOf(one))
  return texts
}

function noteWhatWasBefore() {
  const parents = new Set([...document.getElementsByTagName("font")].map(font => font.parentNode).filter(one => !isFont(one)))
  for (const parent of parents) {
    const texts = textsOf(parent[Object.keys(parent).find(name => name.startsWith("__reactFiber"))])
    const gone = texts.filter(text => !text.isConnected), fonts = [...parent.childNodes].filter(isFont)
    if (gone.length === fonts.length) gone.forEach((text, place) => remember(text, fonts[place]))
  }
}

// What stands for a node in a parent: the node, or what a translator put there; nothing where neither is there.
function standIn(parent, node) {
  note(translator.watcher.takeRecords())
  return [node, translator.instead.get(node)].find(one => one?.parentNode === parent)
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
