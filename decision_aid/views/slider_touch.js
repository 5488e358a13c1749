// Streamlit's slider takes the start of a touch on its track as an answer, though the person may want to scroll. Here such
// a touch is delayed: if it moves sideways, or ends where it began, it is an answer; if it moves up or down, the browser
// scrolls (controls.css allows that). A touch that begins on the knob is not delayed, since it sets nothing by itself.

const TRACK = "[data-testid=stSlider] [role=group]"
const KNOB = "div:has(> div > input[type=range])"
const STILL = 8 // pixels that a finger may move during a tap

const isOnTrack = target => target.closest?.(TRACK) && !target.closest(KNOB)

function delayTouches() {
  let touch
  const begin = event => {
    const { target, pointerId, pointerType, clientX, clientY, isPrimary } = event
    touch = undefined
    if (!event.isTrusted || pointerType === "mouse" || !isOnTrack(target)) return
    event.stopImmediatePropagation()
    touch = { target, at: { pointerId, pointerType, clientX, clientY, isPrimary } }
  }
  const goOn = ({ type, pointerId, clientX, clientY }) => {
    if (touch?.at.pointerId !== pointerId) return
    const aside = Math.abs(clientX - touch.at.clientX), along = Math.abs(clientY - touch.at.clientY)
    const isOver = type !== "pointermove", isStill = Math.max(aside, along) < STILL
    const { target, at } = touch
    if (isOver || !isStill) touch = undefined
    if (type !== "pointercancel" && (isStill ? isOver : aside > along)) // else it is still undecided, or scrolls
      target.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true, composed: true, buttons: 1, ...at }))
  }
  addEventListener("pointerdown", begin, true)
  addEventListener("touchstart", event => { if (isOnTrack(event.target)) event.stopImmediatePropagation() }, { capture: true, passive: true })
  for (const type of ["pointermove", "pointerup", "pointercancel"]) addEventListener(type, goOn, true)
}
