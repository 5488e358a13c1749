// Left and right arrow keys press the page's own buttons, so that there is one way to turn; then the new heading is
// focused, so that someone at the keyboard or with a screen reader is where the new screen begins.

// What has a use of its own for the arrows keeps them: fields, groups of choices, sliders, menus.
const KEEPS_ARROWS =
  "input, textarea, select, [contenteditable], [role=radiogroup], [role=toolbar], [role=group], [role=slider]," +
  " [role=menu], [role=listbox], [role=tablist], [data-testid=stButtonGroup]"
const BUTTONS = { ArrowLeft: ".st-key-turn-back button", ArrowRight: ".st-key-turn-next button" }
const LONGEST_WAIT = 3000
let shownBefore = "" // kept here and not with the element, which is made anew when what stands above it changes

function focusHeading(screen) {
  const asked = performance.now()
  const look = () => {
    const heading = document.querySelector(`${screen} h2`)
    if (heading) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      document.querySelector("[data-testid=stMain]").scrollTo(0, 0)
    } else if (performance.now() - asked < LONGEST_WAIT) requestAnimationFrame(look)
  }
  look()
}

function draw({ data, parentElement }) {
  parentElement.querySelector("p").textContent = data.where
  if (shownBefore && shownBefore !== data.screen) focusHeading(data.screen)
  shownBefore = data.screen

  const turn = event => {
    const held = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    if (event.defaultPrevented || held || !(event.key in BUTTONS)) return
    if (event.composedPath()[0].closest?.(KEEPS_ARROWS)) return
    const button = document.querySelector(BUTTONS[event.key])
    if (!button || button.disabled) return
    event.preventDefault()
    button.click()
  }
  document.addEventListener("keydown", turn)
  return () => document.removeEventListener("keydown", turn)
}
