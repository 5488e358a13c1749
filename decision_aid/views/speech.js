// Speaks one text at a time with a voice of the device, and reports how it ended. Browsers may lose the end event:
// Chromium after a long text, phones when the page sleeps; some stay silent without an error.

const LOOK = 1000
const LONGEST_START = 5000
const LONGEST_LETTER = 150 // milliseconds, twice what a slow voice takes
const BROKEN_OFF = ["interrupted", "canceled"] // by another page, or by the person
const synth = window.speechSynthesis

let utterance = null // kept here, as Chrome sends no end event for a garbage collected one
let began, slept, sign // whether the voice has begun, whether the page was hidden meanwhile, and the time of the last event
let looking

function hush() {
  clearInterval(looking)
  utterance = null
  synth.cancel()
}

// `then` is called once: with "ended", "lost" if the end event did not come, "slept" if the page was hidden meanwhile,
// "silent" if the voice did not begin, "refused", or "broken off".
function speak(text, voice, rate, then) {
  const current = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate })
  const finish = how => {
    if (current !== utterance) return
    clearInterval(looking)
    utterance = null
    then(how)
  }
  const hear = () => {
    if (current !== utterance) return
    began = true
    sign = performance.now()
  }
  current.onstart = current.onboundary = hear
  current.onend = () => finish("ended")
  current.onerror = ({ error }) => finish(BROKEN_OFF.includes(error) ? "broken off" : "refused")
  clearInterval(looking)
  utterance = current
  began = slept = false
  sign = performance.now()
  looking = setInterval(() => {
    if (document.hidden) return
    const since = performance.now() - sign, longest = LONGEST_START + (began ? (text.length * LONGEST_LETTER) / rate : 0)
    const isOver = began && !synth.speaking && since > LOOK
    if (isOver || since > longest) finish(!began ? "silent" : slept ? "slept" : "lost")
  }, LOOK)
  synth.speak(current)
}

// When the page becomes visible again, the voice gets time to go on by itself.
document.addEventListener("visibilitychange", () => {
  slept = true
  sign = performance.now()
  if (!document.hidden && utterance && synth.paused) synth.resume()
})
