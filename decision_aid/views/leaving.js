// A button by which something leaves. The courier brings it, and then the browser does with it what the button is for.
const AFTER_A_WHILE = 600 // sooner, two things would be read out one after the other
const SAID_FOR = 30000
const OPENING = 1500 // a program that opens takes the focus by then; printing begins
const BY_HAND = matchMedia("(pointer: coarse)")
// Browsers within these programs save and print nothing, and say nothing of it.
const WITHIN_A_PROGRAM = /FBA[NV]|FB_IAB|Instagram|WhatsApp|Line\/|; wv\)/
const TEXT = /^text\/|json/

// Without https a browser has no clipboard for pages; the old way still works there.
function copyTheOldWay(text) {
  const field = document.createElement("textarea")
  field.value = text
  document.body.append(field)
  field.select()
  const copied = document.execCommand("copy")
  field.remove()
  return copied
}

const canShare = what => Boolean(navigator.canShare?.(what))
const instead = (words, text, file) => ({ words, text, file })

// Whether one of these events comes, on the window or the document, before long.
function comes(...events) {
  return new Promise(done => {
    const stop = new AbortController(), end = isSo => { stop.abort(); done(isSo) }
    for (const event of events) addEventListener(event, () => end(true), { signal: stop.signal, capture: true })
    setTimeout(end, OPENING, false)
  })
}

// The sheets stand beside the page, are seen on paper alone, and go once printed: an answer makes them old.
function putOnPaper(sheets) {
  document.querySelector("#on-paper")?.remove()
  if (!sheets) return
  document.body.append(Object.assign(document.createElement("div"), { id: "on-paper", innerHTML: sheets }))
}

// Each act gives what to say when it is done, and what can be done instead where it may have done nothing.
const acts = {
  async save(coming, data, words) {
    const { file: name, kind, content, text } = await coming
    const file = new File([content], name, { type: kind })
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60000)
    const shared = canShare({ files: [file] }) && file
    if (WITHIN_A_PROGRAM.test(navigator.userAgent)) return instead(words.no_files, TEXT.test(kind) && text(), shared)
    const saved = words.saved.replace("{file}", name)
    return shared && BY_HAND.matches ? instead(`${saved} ${words.unsure}`, "", shared) : { words: saved }
  },
  // A clipboard is open for a moment after the press alone, so it is handed the text as a promise.
  async copy(coming, data) {
    const text = coming.then(given => given.text())
    try {
      const blob = text.then(made => new Blob([made], { type: "text/plain" }))
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])
    } catch {
      const made = await text
      if (!copyTheOldWay(made)) return instead(data.forbidden, made)
    }
    return { words: data.done }
  },
  async mail(coming, data, words) {
    const link = (await coming).text(), opened = comes("blur", "pagehide", "visibilitychange")
    location.href = link
    if (await opened) return { words: "" }
    return instead(words.no_mail, decodeURIComponent(link.split("&body=")[1] ?? ""))
  },
  async print(coming, data, words) {
    putOnPaper(await coming.then(given => given.text(), () => "")) // without sheets the page itself is printed
    for (const over of ["afterprint", "pointerdown", "keydown"]) // some browsers do not tell that they have printed
      addEventListener(over, () => putOnPaper(""), { once: true, capture: true })
    const printed = comes("beforeprint")
    window.print()
    return { words: await printed ? "" : words.no_print }
  },
}

function tell(place, { words = "", text, file }) {
  const parts = ["p", ".instead", ".share", ".again"].map(part => place.querySelector(part))
  const [status, other, share, copy] = parts, said = window.decisionAidCourier?.words ?? {}
  status.textContent = words
  share.hidden = !(file || (text && canShare({ text })))
  copy.hidden = !text
  other.hidden = share.hidden && copy.hidden
  share.textContent = said.share
  copy.textContent = said.copy
  share.onclick = () => navigator.share(file ? { files: [file] } : { text }).catch(fault => {
    if (fault.name !== "AbortError") status.textContent = said.failed // who thinks better of it has not failed
  })
  copy.onclick = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copyTheOldWay(text)
    status.textContent = copied ? said.copied : said.failed
    copy.focus()
  }
  clearTimeout(place.saying)
  if (words && other.hidden) place.saying = setTimeout(tell, SAID_FOR, place, {})
  if (!place.isConnected) window.decisionAidCourier?.say(words)
}

async function press(place, button) {
  const courier = window.decisionAidCourier
  if (button.hasAttribute("aria-busy")) return
  if (!courier) return tell(place, { words: button.wants.failed })
  button.setAttribute("aria-busy", "true")
  tell(place, {})
  const slow = setTimeout(() => tell(place, { words: courier.words.coming }), AFTER_A_WHILE)
  const coming = courier.bring(() => ({ what: button.wants.what, of: button.wants.of }))
  const done = await acts[button.wants.act](coming, button.wants, courier.words).catch(() => ({ words: courier.words.failed }))
  clearTimeout(slow)
  button.removeAttribute("aria-busy")
  if (document.activeElement === document.body) button.focus() // some browsers focus no button that is pressed
  tell(place, done)
}

function draw({ data, parentElement }) {
  const button = parentElement.querySelector(".act")
  button.wants = data
  button.textContent = data.label
  button.className = `act ${data.act} ${data.filled ? "filled" : ""}`
  button.onclick = () => press(parentElement, button)
}
