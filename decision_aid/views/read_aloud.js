// Reads the page aloud, sentence by sentence, with a voice of the device: a remote voice would receive the text. The state
// is in this module and not on the element, which Streamlit recreates when something above it changes.

const RATES = { slower: 0.75, normal: 1, faster: 1.25 }
const LATE_VOICES = 2000 // some browsers send no event when their voices are loaded
const AFTER_CANCEL = 150 // some browsers lose text that is spoken right after a cancel
const UNTIL_DRAWN = 250

let control, data // the buttons, and their texts and settings
let now = null // the sentence that is read, or at which the reading is paused
let paused = false
let speed = "normal"
let unheard = "" // the message if nothing could be heard
let triedAgain = false

// The language of the page; while a browser translator is active, the one that it sets on the root element.
const spoken = () => (window.decisionAidTranslator?.isAtWork() && document.documentElement.lang) || data.language

const primary = language => language.toLowerCase().split(/[-_]/)[0]

// A local voice for the language, preferably for the person's country.
function voiceFor(language) {
  const local = synth.getVoices().filter(voice => voice.localService === true && primary(voice.lang) === primary(language))
  const preferred = [...navigator.languages, data.locale].map(tag => local.find(voice => voice.lang.replace("_", "-") === tag))
  return preferred.find(Boolean) ?? local.find(voice => voice.default) ?? local[0]
}

function readable() {
  const all = sentences(spoken()).filter(sentence => voiceFor(sentence.language))
  all.forEach((sentence, index) => { sentence.index = index })
  return all
}

function say(sentence) {
  now = sentence
  mark()
  scrollIntoSight(sentence.ranges.at(-1))
  speak(sentence.text, voiceFor(sentence.language), RATES[speed], afterwards)
}

// Continues after a text. A silent voice gets a second try, since some browsers lose the first text.
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

// The index of the current sentence, -1 if it is gone, and all sentences that the page has now.
function findCurrent() {
  const all = readable()
  return [findAgain(now, all), all]
}

// Reads the sentence this many steps after the current one. Stops at the end of the page, or if the text is gone.
function goOnFrom(steps) {
  const [here, all] = findCurrent()
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

// After a pause the sentence is read from its start: browsers on phones cannot pause within one.
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

// Goes on at the next heading.
function skip() {
  const [here, all] = findCurrent()
  const next = here < 0 ? undefined : all.slice(here + 1).find(sentence => sentence.opensPart)
  if (!next) return stop()
  now = next
  paused = false
  breakOff()
}

// After a change of the page the sentence that is read may have been redrawn, or be gone.
let drawn
const watcher = new MutationObserver(() => {
  clearTimeout(drawn)
  drawn = setTimeout(() => {
    if (!now) return
    const [here, all] = findCurrent()
    if (here < 0) return stop()
    now = all[here]
    mark()
  }, UNTIL_DRAWN)
})

// Highlights the sentence without changing the page's elements, which React owns.
function mark() {
  if (!CSS.highlights) return
  if (now) CSS.highlights.set("read-aloud", new Highlight(...now.ranges))
  else CSS.highlights.delete("read-aloud")
}

function scrollIntoSight(range) {
  const boxOf = part => document.querySelector(part).getBoundingClientRect() // the foot is fixed if the window is high enough
  const box = range.getBoundingClientRect(), bar = control.getBoundingClientRect()
  const isUnderBar = box.bottom > bar.top && box.top < bar.bottom
  const isInSight = box.top > boxOf("[data-testid=stHeader]").bottom && box.bottom < Math.min(boxOf(".st-key-onward").top, innerHeight)
  if (isInSight && !isUnderBar) return
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  const top = box.top - innerHeight / 3
  document.querySelector("[data-testid=stMain]").scrollBy({ top, behavior: still ? "auto" : "smooth" })
}

const part = name => control.querySelector(`[data-does=${name}]`)

// The style sheet shows the line of "My display" that says why there is no button.
function setStyleState(state) {
  document.body.dataset.voice = state
}

function show() {
  control.hidden = !voiceFor(spoken())
  setStyleState(control.hidden ? "no_voice" : now ? "reading" : "ready")
  control.setAttribute("aria-label", data.words.name)
  part("read").textContent = data.words[now ? (paused ? "go_on" : "pause") : "read"]
  for (const name of ["stop", "skip"]) part(name).textContent = data.words[name]
  part("speed").setAttribute("aria-label", data.words.speed)
  for (const name in RATES) {
    part(name).textContent = data.words[name]
    part(name).setAttribute("aria-pressed", name === speed)
  }
  part("unheard").textContent = unheard
  const hadFocus = !now && control.contains(document.activeElement)
  for (const name of ["stop", "skip", "speed"]) part(name).hidden = !now
  if (hadFocus) part("read").focus()
}

function draw(page) {
  if (!synth) return setStyleState("no_speech")
  const isOtherPage = data && (data.page !== page.data.page || data.language !== page.data.language)
  control = page.parentElement.querySelector(".reader")
  data = page.data
  if (isOtherPage) stop()
  const leave = () => stop()
  const act = { read: () => (now ? pause() : start()), stop: leave, skip }
  for (const name in RATES) act[name] = () => setSpeed(name)
  for (const name in act) part(name).onclick = () => { act[name](); show() }
  show()
  synth.addEventListener?.("voiceschanged", show)
  const late = setTimeout(show, LATE_VOICES)
  addEventListener("pagehide", leave) // Chrome goes on speaking after the page is closed
  addEventListener("arrival", leave) // another screen of the step, which may have the same words
  return () => {
    clearTimeout(late)
    synth.removeEventListener?.("voiceschanged", show)
    removeEventListener("pagehide", leave)
    removeEventListener("arrival", leave)
  }
}
