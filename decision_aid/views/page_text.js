// The readable text of the page: its sentences in reading order, each with its text ranges.

// Not text of the page: ways round it, buttons, fields and what a slider shows beside its label, what is folded, the
// steps and the number of the screen, the foot. Of a picture its caption is read; the heads of a table are read with its cells.
const LEFT_OUT =
  "nav, svg, canvas, style, script, template, input, textarea, select, thead, figure > :not(figcaption)," +
  " details:not([open]), .terms dd a, button:not([data-testid=stButtonGroup] *), .st-key-foot, .st-key-steps, .over, [data-testid=stIconMaterial]," +
  " [data-testid=stSliderThumbValue], [data-testid=stSliderTickBar]," +
  " [aria-hidden=true]:not([data-testid=stWidgetLabel] > *)" // Streamlit hides a label that its field repeats
const BEFORE_ALL = ["h1", ".purpose"]
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

const clean = text => text.replace(/\s+/g, " ").trim()
const unseen = look => look.display === "none" || look.visibility !== "visible" || look.clipPath === "inset(50%)"
const runsOn = look => look.display.startsWith("inline") || look.display === "contents"

// The text nodes of one block of text after the other.
function blocks(top) {
  const blocksOfText = [[]]
  const breakOff = () => { if (blocksOfText.at(-1).length) blocksOfText.push([]) }
  const walk = element => {
    const look = getComputedStyle(element)
    if (element.matches(LEFT_OUT) || unseen(look)) return
    const isBlock = element.tagName === "BR" || element.tagName === "BUTTON" || !runsOn(look)
    if (isBlock) breakOff()
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) blocksOfText.at(-1).push(child)
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child)
    }
    if (isBlock) breakOff()
  }
  walk(top)
  return blocksOfText
}

// The range from one place to another in the text that the nodes make together.
function rangeIn(nodes, from, to) {
  const range = new Range()
  let before = 0
  for (const node of nodes) {
    const end = before + node.length
    if (from >= before && from < end) range.setStart(node, from - before)
    if (to > before && to <= end) range.setEnd(node, to - before)
    before = end
  }
  return range
}

// The head of the column that a cell stands in, so that a listener knows what the cell is about.
function headOf(cell) {
  const head = cell?.colSpan === 1 && cell.closest("table").tHead?.rows[0]?.cells[cell.cellIndex]
  if (!head || !SAYS_SOMETHING.test(head.textContent)) return []
  const range = new Range()
  range.selectNodeContents(head)
  return [range]
}

function sentences(language) {
  const segmenter = Intl.Segmenter && new Intl.Segmenter(language, { granularity: "sentence" })
  const top = document.querySelector("[data-testid=stMain]")
  const list = []
  let cellBefore = null
  for (const nodes of top ? blocks(top) : []) {
    const parent = nodes[0]?.parentElement
    const asWritten = nodes.map(node => node.data).join("")
    if (!SAYS_SOMETHING.test(asWritten)) continue
    const lines = getComputedStyle(parent).whiteSpace.startsWith("pre")
    const text = lines ? asWritten : asWritten.replace(/\s/g, " ") // a line that ends in the source ends no sentence
    const cell = parent.closest("td")
    let heads = cell === cellBefore ? [] : headOf(cell)
    cellBefore = cell
    const opensPart = !!parent.closest("h2, h3")
    const rank = BEFORE_ALL.findIndex(part => parent.closest(part))
    const spoken = top.contains(parent.closest("[lang]")) ? parent.closest("[lang]").lang : language
    for (const { segment, index } of segmenter?.segment(text) ?? [{ segment: text, index: 0 }]) {
      if (!SAYS_SOMETHING.test(segment)) continue
      const from = index + segment.length - segment.trimStart().length
      const ranges = [...heads, rangeIn(nodes, from, index + segment.trimEnd().length)]
      const spokenText = ranges.map(range => clean(range.toString())).join(": ")
      list.push({ text: spokenText, ranges, opensPart, rank: rank < 0 ? BEFORE_ALL.length : rank, language: spoken })
      heads = []
    }
  }
  return list.sort((a, b) => a.rank - b.rank)
}

// Where a sentence is now: in the same spot, or, where the page was drawn anew, the nearest with the same words. -1: gone.
function findAgain(sentence, all) {
  const node = sentence.ranges.at(-1).startContainer
  const alike = all.map((_, index) => index).filter(index => all[index].text === sentence.text)
  const same = alike.find(index => all[index].ranges.at(-1).startContainer === node)
  const far = index => Math.abs(index - sentence.index)
  return same ?? alike.sort((a, b) => far(a) - far(b))[0] ?? -1
}
