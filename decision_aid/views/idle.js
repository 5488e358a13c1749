// Calls back once when nobody has used the page for a while, until it is used again; after sleep, when the device wakes.
// The clock is stored on the window, so that a redrawn page does not restart it.
const LOOK = 15000
const ACTS = ["pointerdown", "keydown", "wheel", "touchmove"]

function watchForIdleness(patience, tell) {
  const idle = (window.decisionAidIdle ??= { since: Date.now() })
  Object.assign(idle, { patience, tell })
  if (idle.clock) return
  const act = () => { idle.since = Date.now() }
  const look = () => {
    if (!idle.patience || Date.now() - idle.since < idle.patience) return
    act()
    idle.tell()
  }
  for (const name of ACTS) document.addEventListener(name, act, { capture: true, passive: true })
  document.addEventListener("visibilitychange", look)
  idle.clock = setInterval(look, LOOK)
}
