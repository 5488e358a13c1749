// The readable text of the page: its sentences in reading order, each with its text ranges.

// What is not read: navigation, buttons, fields and the numbers of a slider, closed expanders, the steps, the number of the
// screen and the foot. Of a picture only the caption is read; column headings of a table are read with its cells.
const LEFT_OUT =
  "nav, svg, canvas, style, script, template, input, textarea, select, thead, figure > :not(figcaption)," +
  " details:not([open]), .terms dd a, button:not([data-testid=stButtonGroup] *), .st-key-foot, .st-key-steps, .over, [data-testid=stIconMaterial]," +
  " [data-testid=stSliderThumbValue], [data-testid=stSliderTickBar]," +
  " [aria-hidden=true]:not([data-testid=stWidgetLabel] > *)" // Streamlit hides a label that its field repeats
const BEFORE_ALL = ["h1", ".purpose"]
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

const clean = text => text.replace(/\s+/g, " ").trim()
const isHidden = look => look.display === "none" || look.visibility !== "visible" || look.clipPath === "inset(50%)"
const isInline = look => look.display.startsWith("inline") || look.display === "contents"

// The text nodes of the page, one list for each block of text.
function blocks(top) {
  const blocksOfText = [[]]
  const endBlock = () => { if (blocksOfText.at(-1).length) blocksOfText.push([]) }
  const walk = element => {
    const look = getComputedStyle(element)
    if (element.matches(LEFT_OUT) || isHidden(look)) return
    const isBlock = element.tagName === "BR" || element.tagName === "BUTTON" || !isInline(look)
    if (isBlock) endBlock()
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) blocksOfText.at(-1).push(child)
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child)
    }
    if (isBlock) endBlock()
  }
  walk(top)
  return blocksOfText
}

// The range between two positions in the joined text of the nodes.
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

// The heading of the column of a cell, so that a listener knows what the cell is about.
function headingOf(cell) {
  const heading = cell?.colSpan === 1 && cell.closest("table").tHead?.rows[0]?.cells[cell.cellIndex]
  if (!heading || !SAYS_SOMETHING.test(heading.textContent)) return []
  const range = new Range()
  range.selectNodeContents(heading)
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
    const text = lines ? asWritten : asWritten.replace(/\s/g, " ") // a line break in the source does not end a sentence
    const cell = parent.closest("td")
    let headings = cell === cellBefore ? [] : headingOf(cell)
    cellBefore = cell
    const opensPart = !!parent.closest("h2, h3")
    const rank = BEFORE_ALL.findIndex(part => parent.closest(part))
    const spoken = top.contains(parent.closest("[lang]")) ? parent.closest("[lang]").lang : language
    for (const { segment, index } of segmenter?.segment(text) ?? [{ segment: text, index: 0 }]) {
      if (!SAYS_SOMETHING.test(segment)) continue
      const from = index + segment.length - segment.trimStart().length
      const ranges = [...headings, rangeIn(nodes, from, index + segment.trimEnd().length)]
      const spokenText = ranges.map(range => clean(range.toString())).join(": ")
      list.push({ text: spokenText, ranges, opensPart, rank: rank < 0 ? BEFORE_ALL.length : rank, language: spoken })
      headings = []
    }
  }
  return list.sort((a, b) => a.rank - b.rank)
}

// The current index of a sentence: at the same node, or if the page was redrawn, the nearest with the same text. -1: gone.
function findAgain(sentence, all) {
  const node = sentence.ranges.at(-1).startContainer
  const alike = all.map((_, index) => index).filter(index => all[index].text === sentence.text)
  const same = alike.find(index => all[index].ranges.at(-1).startContainer === node)
  const far = index => Math.abs(index - sentence.index)
  return same ?? alike.sort((a, b) => far(a) - far(b))[0] ?? -1
}
