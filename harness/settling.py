"""When a page of Streamlit stands still: by what it asks its server and is told, and by the frames that it draws.

No moment of silence is waited for: on a busy machine it ends before the answer comes, on an idle one it is lost time.
"""

WATCH = """() => {
  if (window.runs) return window.runs
  let order = 0
  const runs = window.runs = { asked: 0, started: 0, ended: 0, changes: 0, at: 0 }  // in which order; at: when
  const news = bytes => {  // in a ForwardMsg, new_session is 4 and script_finished 6, where 2 means: runs once more
    let index = 0
    const number = () => {
      let all = 0, by = 1, byte
      do { byte = bytes[index++]; all += (byte & 127) * by; by *= 128 } while (byte > 127)
      return all
    }
    while (index < bytes.length) {
      const tag = number(), value = number()
      if (tag === (4 << 3) + 2) return "started"
      if (tag === 6 << 3) return value === 2 ? "" : "ended"
      if ((tag & 7) === 2) index += value
    }
  }
  const hear = ({ data }) => {
    const what = news(new Uint8Array(data))
    if (what) runs[what] = ++order, runs.at = performance.now()
  }
  const heard = new WeakSet(), send = WebSocket.prototype.send
  WebSocket.prototype.send = function (bytes) {
    if (!heard.has(this)) {
      heard.add(this)
      this.addEventListener("message", hear)
      this.addEventListener("close", () => { runs.asked = runs.started = runs.ended = ++order })  // asks anew when back
    }
    if (bytes[0] === (11 << 3) + 2) runs.asked = ++order  // of BackMsg: rerun_script
    return send.call(this, bytes)
  }
  new MutationObserver(() => { runs.changes++ })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  return runs
}"""
"""Notes which run of the script was asked for last, whether it has begun and ended, and every change of the page."""

SETTLED = f"""() => new Promise((done, failed) => {{
  const runs = ({WATCH})(), opened = performance.now()
  const answered = () => runs.asked <= runs.started && runs.started <= runs.ended
  const stands = () => {{
    const app = document.querySelector('[data-testid="stApp"]')?.dataset
    return app?.testScriptState === "notRunning" && app.testConnectionState === "CONNECTED"
      && answered() && document.querySelector("h1") && !document.querySelector(
        '[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stVegaLiteChart"]:not(:has(svg, canvas))')
  }}
  let before = -1, frames = 0
  const look = () => {{
    if (performance.now() - opened > 30000)
      return failed(new Error(`the page does not come to rest: ${{JSON.stringify(runs)}}`))
    frames = stands() && runs.changes === before ? frames + 1 : 0
    before = runs.changes
    if (frames > 2) document.fonts.ready.then(() => done())
    else requestAnimationFrame(look)
  }}
  look()
}})"""
"""Ends when the script has run, nothing that was asked for is still to come, and three frames bring no change."""
