// Fetches exports: sends the text that is being typed, requests the export by name, and passes on the file, which comes as
// data of this component. It asks again where a run was stopped, the page was left, or the connection was lost.
const AFTER_A_FIELD = 100 // if both were sent at once, Streamlit would rerun the field's fragment and not this one
const LOOK = 50
const AGAIN = 1500 // a run that has ended has either brought the export or will not
const STUCK = 8000 // a fragment that the server does not know yet never runs, without an error
const LONGEST_WAIT = 40000
const LONGEST_HOLD = 6000 // of a press that leaves the page
const LONGEST_CHANGE = 5000 // of the page
const SAID_FOR = 15000

const pause = spent => new Promise(done => setTimeout(done, spent))
const until = async (holds, end) => { while (!holds() && performance.now() < end) await pause(LOOK) }

// Typed text and presses that wait, see presses.js, which may be loaded later.
const presses = (window.decisionAidPresses ??= { reasons: [], passed: [] })
const isSettled = () => Boolean(presses.isSettled?.())

// A request during a page change would bring the old page back, as it names the page that it is from. A change is under
// way if a link was pressed, or if the address names another page already, as after the browser's own Back.
function isChanging({ pressed, page, pages }) {
  const there = location.pathname.split("/").findLast(Boolean) ?? ""
  const isHere = there === page || (page === pages[0] && !pages.includes(there)) // the first page has no address of its own
  return !isHere || performance.now() - pressed < LONGEST_CHANGE
}

async function carry(courier, ask, wanted) {
  const end = performance.now() + LONGEST_WAIT
  try {
    await ask.typed
    await pause(AFTER_A_FIELD)
    while (performance.now() < end) {
      await until(courier.isReady, end)
      if (presses.sendUnnoticed()) await pause(AFTER_A_FIELD)
      const started = performance.now()
      courier.ask({ ...wanted(), id: ask.id, session: window.decisionAidAnswers?.answering })
      const isOver = () => ask.given || (performance.now() - started > AGAIN && isSettled())
      await until(isOver, Math.min(end, started + STUCK))
      if (ask.given?.failed) break
      if (ask.given) return decode(ask.given)
    }
    throw new Error("it did not come")
  } finally {
    courier.open.delete(ask)
    if (!courier.open.size) presses.release?.()
  }
}

function decode({ file, kind, bytes }) {
  const content = Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))
  return { file, kind, content, text: () => new TextDecoder().decode(content) }
}

function start() {
  const courier = { open: new Set(), last: Promise.resolve(), number: 0, pressed: -Infinity, pages: [] }
  courier.isReady = () => isSettled() && !isChanging(courier) // also for other scripts that send to the server
  // `wanted` returns what to request, at the time of the request.
  courier.bring = wanted => {
    const ask = { id: `${Date.now()}.${courier.number++}`, since: performance.now(), typed: presses.sendTyped?.() }
    courier.open.add(ask)
    courier.last = courier.last.catch(() => {}).then(() => carry(courier, ask, wanted))
    return courier.last
  }
  // Streamlit may drop a request when its page is left. So a link waits while an export is under way.
  const isYoung = ask => performance.now() - ask.since < LONGEST_HOLD
  presses.reasons.push({
    holds: ({ href }) => href && [...courier.open].some(isYoung),
    begin: () => setTimeout(() => presses.release?.(), LONGEST_HOLD),
  })
  presses.passed.push(({ href }) => { if (href) courier.pressed = performance.now() })
  return courier
}

function draw({ data, parentElement, setTriggerValue }) {
  const courier = (window.decisionAidCourier ??= start())
  courier.words = data.words
  const { process, number } = data.newest, drawn = `${process}/${number}`
  if (!data.given && courier.drawn !== drawn) courier.pressed = -Infinity // redrawn with the whole page
  Object.assign(courier, { drawn, page: data.page, pages: data.pages })
  courier.ask = what => setTriggerValue("asked", what)
  courier.say = words => {
    const status = parentElement.querySelector("p")
    status.hidden = !words
    status.textContent = words
    clearTimeout(courier.saying)
    if (words) courier.saying = setTimeout(() => courier.say(""), SAID_FOR)
  }
  for (const ask of courier.open) if (ask.id === data.given?.id) ask.given = data.given
}
