// Reads the page aloud, sentence by sentence, with a local voice: a remote one would be sent the text. The state is in this
// module and not on the element, which is recreated when something above it changes.

const RATES = { slower: 0.75, normal: 1, faster: 1.25 }
const LATE_VOICES = 2000 // some browsers do not tell when their voices have come
const AFTER_CANCEL = 150 // some lose what is said right after
const UNTIL_DRAWN = 250

let control, data // what this page shows and says
let now = null // the sentence that is read, or where the reading waits
let paused = false
let speed = "normal"
let unheard = "" // why nothing was heard, where something was to be
let triedAgain = false

// A translator puts the page into another language, and says so at its root.
const spoken = () => (window.decisionAidTranslator?.isAtWork() && document.documentElement.lang) || data.language

const primary = language => language.toLowerCase().split(/[-_]/)[0]

// Of the device's own voices, the one for the person's country first.
function voiceFor(language) {
  const local = synth.getVoices().filter(voice => voice.localService === true && primary(voice.lang) === primary(language))
  const wished = [...navigator.languages, data.locale].map(tag => local.find(voice => voice.lang.replace("_", "-") === tag))
  return wished.find(Boolean) ?? local.find(voice => voice.default) ?? local[0]
}

function readable() {
  const all = sentences(spoken()).filter(sentence => voiceFor(sentence.language))
  all.forEach((sentence, index) => { sentence.index = index })
  return all
}

function say(sentence) {
  now = sentence
  mark()
  bringToSight(sentence.ranges.at(-1))
  speak(sentence.text, voiceFor(sentence.language), RATES[speed], afterwards)
}

// A voice that stays silent is asked once more: some browsers lose the first text.
function afterwards(how) {
  if (how !== "silent") triedAgain = false
  if (how === "ended") goOnFrom(1)
  else if (how === "lost") breakOff(1)
  else if (how === "slept") breakOff()
  else if (how === "silent" && !triedAgain) {
    triedAgain = true
    breakOff()
  } else stop(how === "broken off" ? "" : data.words.unheard)
}

// Where we are, and all there is to read now; -1 where what we read has gone.
function lookAgain() {
  const all = readable()
  return [findAgain(now, all), all]
}

// Again from where we are, or with the sentence after it; at the end of the page, or where the text has gone, stop.
function goOnFrom(steps) {
  const [here, all] = lookAgain()
  const next = here < 0 ? undefined : all[here + steps]
  if (next) say(next)
  else stop()
}

function start() {
  const [first] = readable()
  if (!first) return
  unheard = ""
  triedAgain = false
  say(first)
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
}

function stop(why = "") {
  if (!now && unheard === why) return
  unheard = why
  watcher.disconnect()
  now = null
  paused = false
  hush()
  mark()
  show()
}

// To wait is to be silent and then to say the sentence again: browsers on phones cannot halt within one.
function pause() {
  paused = !paused
  if (paused) hush()
  else goOnFrom(0)
}

function breakOff(steps = 0) {
  hush()
  setTimeout(() => { if (now && !paused && !utterance) goOnFrom(steps) }, AFTER_CANCEL)
}

function setSpeed(name) {
  speed = name
  if (now && !paused) breakOff()
}

// On to the next heading; a page can take long to read.
function skip() {
  const [here, all] = lookAgain()
  const next = here < 0 ? undefined : all.slice(here + 1).find(sentence => sentence.opensPart)
  if (!next) return stop()
  now = next
  paused = false
  breakOff()
}

// After each change of the page: the text that is read may have been drawn anew, or be gone.
let drawn
const watcher = new MutationObserver(() => {
  clearTimeout(drawn)
  drawn = setTimeout(() => {
    if (!now) return
    const [here, all] = lookAgain()
    if (here < 0) return stop()
    now = all[here]
    mark()
  }, UNTIL_DRAWN)
})

// Marked without a change to the page, which is React's.
function mark() {
  if (!CSS.highlights) return
  if (now) CSS.highlights.set("read-aloud", new Highlight(...now.ranges))
  else CSS.highlights.delete("read-aloud")
}

function bringToSight(range) {
  const at = part => document.querySelector(part).getBoundingClientRect() // the foot is fixed where there is room
  const box = range.getBoundingClientRect(), bar = control.getBoundingClientRect()
  const isUnderBar = box.bottom > bar.top && box.top < bar.bottom
  const isInSight = box.top > at("[data-testid=stHeader]").bottom && box.bottom < Math.min(at(".st-key-onward").top, innerHeight)
  if (isInSight && !isUnderBar) return
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  const top = box.top - innerHeight / 3
  document.querySelector("[data-testid=stMain]").scrollBy({ top, behavior: still ? "auto" : "smooth" })
}

const part = name => control.querySelector(`[data-does=${name}]`)

// It shows the words of "My display" that tell why there is no button.
function tellTheStyle(state) {
  document.body.dataset.voice = state
}

function show() {
  control.hidden = !voiceFor(spoken())
  tellTheStyle(control.hidden ? "no_voice" : now ? "reading" : "ready")
  control.setAttribute("aria-label", data.words.name)
  part("read").textContent = data.words[now ? (paused ? "go_on" : "pause") : "read"]
  for (const name of ["stop", "skip"]) part(name).textContent = data.words[name]
  part("speed").setAttribute("aria-label", data.words.speed)
  for (const name in RATES) {
    part(name).textContent = data.words[name]
    part(name).setAttribute("aria-pressed", name === speed)
  }
  part("unheard").textContent = unheard
  const lost = !now && control.contains(document.activeElement)
  for (const name of ["stop", "skip", "speed"]) part(name).hidden = !now
  if (lost) part("read").focus()
}

function draw(page) {
  if (!synth) return tellTheStyle("no_speech")
  const movedOn = data && (data.page !== page.data.page || data.language !== page.data.language)
  control = page.parentElement.querySelector(".reader")
  data = page.data
  if (movedOn) stop()
  const leave = () => stop()
  const act = { read: () => (now ? pause() : start()), stop: leave, skip }
  for (const name in RATES) act[name] = () => setSpeed(name)
  for (const name in act) part(name).onclick = () => { act[name](); show() }
  show()
  synth.addEventListener?.("voiceschanged", show)
  const late = setTimeout(show, LATE_VOICES)
  addEventListener("pagehide", leave) // Chrome goes on speaking after a page has gone
  addEventListener("arrival", leave) // another screen of the step, on which the same words may stand
  return () => {
    clearTimeout(late)
    synth.removeEventListener?.("voiceschanged", show)
    removeEventListener("pagehide", leave)
    removeEventListener("arrival", leave)
  }
}
