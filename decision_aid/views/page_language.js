// Streamlit marks every page as English and left to right, and has some texts in English only. Both are corrected here,
// again whenever Streamlit undoes it. While a browser translator is active, the language is the translator's.

const SAID_IN = ["aria-label", "aria-valuetext", "title", "placeholder"]
const FROM_THE_CONTENT = "[data-testid=stMarkdownContainer]:not(.rc-overflow-item-rest *), .stHtml, script, style" // these are in the right language already
const moreContrast = matchMedia("(prefers-contrast: more)")

// Stored on the window: Streamlit may load this script again, and two watchers would undo each other's work for ever.
// `rewritten` holds, by node and then by slot (text or attribute), Streamlit's text and ours.
const page = (window.decisionAidPage ??= { rewritten: new WeakMap(), watching: false })

// ---- language, direction and look

function dress() {
  const contrast = moreContrast.matches ? "high" : page.asked.contrast
  const speech = translator.isAtWork() ? {} : { lang: page.asked.language, dir: page.asked.direction } // the translator sets its own
  const wanted = { ...speech, "data-text": page.asked.text, "data-contrast": contrast }
  const root = document.documentElement
  document.querySelector("title").translate = false // holds the aid's name; Streamlit writes to the same element
  for (const [name, value] of Object.entries(wanted))
    if (root.getAttribute(name) !== `${value}`) root.setAttribute(name, value)
}

// Streamlit's calendar writes months and days in the browser's language, whatever the page's is.
function speakLikeThePage() {
  if (navigator.language === page.asked.locale) return
  Object.defineProperty(navigator, "language", { value: page.asked.locale, configurable: true })
  dispatchEvent(new Event("languagechange"))
}

// ---- Streamlit's own words

function learn(words) {
  const ours = words.filter(([theirs, replacement]) => theirs !== replacement || /{(date|month)}/.test(theirs))
  page.exact = new Map(ours.filter(([theirs]) => !theirs.includes("{")))
  page.gapped = ours.filter(([theirs]) => theirs.includes("{")).map(([theirs, replacement]) => {
    const literal = theirs.replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    return [new RegExp(`^${literal.replace("{number}", "(?<number>\\d+)").replace(/{(\w+)}/g, "(?<$1>.*)")}$`), replacement]
  })
}

function locally(gap, value) {
  const date = new Date(gap === "month" ? `${value} 1, 2000` : gap === "date" ? value.replace(" at ", " ") : NaN)
  if (isNaN(date)) return value
  const timed = value.includes(":") ? { timeStyle: "short" } : {}
  return date.toLocaleString(page.asked.locale, gap === "month" ? { month: "long" } : { dateStyle: "full", ...timed })
}

function inOurWords(text) {
  if (page.exact.has(text)) return page.exact.get(text)
  for (const [pattern, replacement] of page.gapped) {
    const gaps = text.match(pattern)?.groups
    if (gaps) return replacement.replace(/{(\w+)}/g, (_, gap) => locally(gap, gaps[gap]))
  }
  return text
}

function reword(node, slot, now, put) {
  if (!now) return
  const before = page.rewritten.get(node)?.[slot]
  const theirs = before?.ours === now ? before.theirs : now
  const ours = inOurWords(theirs)
  if (before || ours !== theirs) page.rewritten.set(node, { ...page.rewritten.get(node), [slot]: { theirs, ours } })
  if (ours !== now) put(ours)
}

function rewordText(node) {
  if (!node.parentElement?.closest(FROM_THE_CONTENT)) reword(node, "text", node.data, ours => { node.data = ours })
  setNamesApart(node)
}

// Streamlit labels a slider by itself and by its group with the same text: it would be read out twice.
function nameOnce(node) {
  if (node.type === "range" && node.ariaLabel) node.removeAttribute("aria-labelledby")
  if (node.matches("[data-testid=stSlider] [role=group]")) node.removeAttribute("aria-label")
}

function rewordAttributes(node) {
  nameOnce(node)
  if (node.matches("[data-tag]")) leaveAlone(node) // a picked medicine, perhaps as the person typed it
  for (const name of SAID_IN) reword(node, name, node.getAttribute(name), ours => node.setAttribute(name, ours))
}

function rewordAll(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = root; node; node = walker.nextNode())
    if (node.nodeType === Node.TEXT_NODE) rewordText(node)
    else if (node.nodeType === Node.ELEMENT_NODE) rewordAttributes(node)
}

function watch() {
  if (page.watching) return
  page.watching = true
  moreContrast.addEventListener("change", dress)
  const dressAndOffer = () => {
    dress()
    offerOwnLanguages()
  }
  new MutationObserver(dressAndOffer).observe(document.documentElement, { attributes: true })
  new MutationObserver(changes => {
    for (const { type, target, addedNodes, removedNodes } of changes)
      if (type === "characterData") rewordText(target)
      else if (type === "attributes") rewordAttributes(target)
      else {
        removedNodes.forEach(keepTogether)
        addedNodes.forEach(rewordAll)
      }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID_IN,
  })
}

function draw({ data, parentElement, setTriggerValue }) {
  const words = JSON.stringify(data.words)
  const learned = page.asked && JSON.stringify(page.asked.words) === words
  const otherNames = learnNames(data.names)
  Object.assign(page, { asked: data, end: parentElement, speak: setTriggerValue })
  dress()
  speakLikeThePage()
  watchTranslator()
  watch()
  offerOwnLanguages()
  if (!learned) learn(data.words)
  if (!learned || otherNames) rewordAll(document.body)
}
