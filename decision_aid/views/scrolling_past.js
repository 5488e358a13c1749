// A slider takes a touch of its line for an answer as it begins, when nobody can know whether the page is to be scrolled.
// Here such a touch waits: one that goes sideways, or ends where it began, is an answer; one that goes up or down scrolls,
// for which the style (controls.css) lets the browser have it. What begins on the knob sets nothing by itself.

const LINE = "[data-testid=stSlider] [role=group]"
const KNOB = "div:has(> div > input[type=range])"
const STILL = 8 // pixels that a finger moves in a tap

const isOfLine = target => target.closest?.(LINE) && !target.closest(KNOB)

function holdTouchesBack() {
  let held
  const begin = event => {
    const { target, pointerId, pointerType, clientX, clientY, isPrimary } = event
    held = undefined
    if (!event.isTrusted || pointerType === "mouse" || !isOfLine(target)) return
    event.stopImmediatePropagation()
    held = { target, at: { pointerId, pointerType, clientX, clientY, isPrimary } }
  }
  const goOn = ({ type, pointerId, clientX, clientY }) => {
    if (held?.at.pointerId !== pointerId) return
    const aside = Math.abs(clientX - held.at.clientX), along = Math.abs(clientY - held.at.clientY)
    const isOver = type !== "pointermove", isStill = Math.max(aside, along) < STILL
    const { target, at } = held
    if (isOver || !isStill) held = undefined
    if (type !== "pointercancel" && (isStill ? isOver : aside > along)) // else it waits on, or scrolls
      target.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true, composed: true, buttons: 1, ...at }))
  }
  addEventListener("pointerdown", begin, true)
  addEventListener("touchstart", event => { if (isOfLine(event.target)) event.stopImmediatePropagation() }, { capture: true, passive: true })
  for (const type of ["pointermove", "pointerup", "pointercancel"]) addEventListener(type, goOn, true)
}
