// The left and right arrow keys press the page's own buttons; then the new heading gets the focus, so that people who use
// the keyboard or a screen reader are at the start of the new screen.

// Controls that use the arrow keys themselves: fields, groups of choices, sliders, menus.
const KEEPS_ARROWS =
  "input, textarea, select, [contenteditable], [role=radiogroup], [role=toolbar], [role=group], [role=slider]," +
  " [role=menu], [role=listbox], [role=tablist], [data-testid=stButtonGroup]"
const BUTTONS = { ArrowLeft: ".st-key-turn-back button", ArrowRight: ".st-key-turn-next button" }
const LONGEST_WAIT = 3000
let shownBefore = "" // in this module, as the element is recreated when something above it changes

function focusHeading(screen) {
  const started = performance.now()
  const look = () => {
    const heading = document.querySelector(`${screen} h2`)
    if (heading) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      document.querySelector("[data-testid=stMain]").scrollTo(0, 0)
    } else if (performance.now() - started < LONGEST_WAIT) requestAnimationFrame(look)
  }
  look()
}

function draw({ data, parentElement }) {
  parentElement.querySelector("p").textContent = data.where
  if (shownBefore && shownBefore !== data.screen) focusHeading(data.screen)
  shownBefore = data.screen

  const turn = event => {
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    if (event.defaultPrevented || hasModifier || !(event.key in BUTTONS)) return
    if (event.composedPath()[0].closest?.(KEEPS_ARROWS)) return
    const button = document.querySelector(BUTTONS[event.key])
    if (!button || button.disabled) return
    event.preventDefault()
    button.click()
  }
  document.addEventListener("keydown", turn)
  return () => document.removeEventListener("keydown", turn)
}
