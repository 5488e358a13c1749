// A button for an export. The courier fetches it, and then the browser saves, copies, mails or prints it.
const AFTER_A_WHILE = 600 // if shown sooner, screen readers would read two messages in a row
const SAID_FOR = 30000
const OPENING = 1500 // by then an opening program has taken the focus, or printing has begun
const BY_HAND = matchMedia("(pointer: coarse)")
// The browsers inside these apps neither save nor print, without an error.
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

// The sheets are beside the page, visible on paper only, and removed once printed, as an answer would make them outdated.
function putOnPaper(sheets) {
  document.querySelector("#on-paper")?.remove()
  if (!sheets) return
  document.body.append(Object.assign(document.createElement("div"), { id: "on-paper", innerHTML: sheets }))
}

// Each act returns the message when it is done, and alternatives where it may have had no effect.
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
  // The clipboard is writable only for a moment after the press, so it gets the text as a promise.
  async copy(coming, data) {
    const text = coming.then(delivery => delivery.text())
    try {
      const blob = text.then(content => new Blob([content], { type: "text/plain" }))
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])
    } catch {
      const content = await text
      if (!copyTheOldWay(content)) return instead(data.forbidden, content)
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
    putOnPaper(await coming.then(delivery => delivery.text(), () => "")) // without sheets the page itself is printed
    for (const over of ["afterprint", "pointerdown", "keydown"]) // some browsers send no event after printing
      addEventListener(over, () => putOnPaper(""), { once: true, capture: true })
    const printed = comes("beforeprint")
    window.print()
    return { words: await printed ? "" : words.no_print }
  },
}

function showMessage(root, { words = "", text, file }) {
  const parts = ["p", ".instead", ".share", ".again"].map(part => root.querySelector(part))
  const [status, other, share, copy] = parts, texts = window.decisionAidCourier?.words ?? {}
  status.textContent = words
  share.hidden = !(file || (text && canShare({ text })))
  copy.hidden = !text
  other.hidden = share.hidden && copy.hidden
  share.textContent = texts.share
  copy.textContent = texts.copy
  share.onclick = () => navigator.share(file ? { files: [file] } : { text }).catch(fault => {
    if (fault.name !== "AbortError") status.textContent = texts.failed // to cancel is no failure
  })
  copy.onclick = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copyTheOldWay(text)
    status.textContent = copied ? texts.copied : texts.failed
    copy.focus()
  }
  clearTimeout(root.saying)
  if (words && other.hidden) root.saying = setTimeout(showMessage, SAID_FOR, root, {})
  if (!root.isConnected) window.decisionAidCourier?.say(words)
}

async function press(root, button) {
  const courier = window.decisionAidCourier
  if (button.hasAttribute("aria-busy")) return
  if (!courier) return showMessage(root, { words: button.wants.failed })
  button.setAttribute("aria-busy", "true")
  showMessage(root, {})
  const slow = setTimeout(() => showMessage(root, { words: courier.words.coming }), AFTER_A_WHILE)
  const coming = courier.bring(() => ({ what: button.wants.what, of: button.wants.of }))
  const done = await acts[button.wants.act](coming, button.wants, courier.words).catch(() => ({ words: courier.words.failed }))
  clearTimeout(slow)
  button.removeAttribute("aria-busy")
  if (document.activeElement === document.body) button.focus() // some browsers focus no button that is pressed
  showMessage(root, done)
}

function draw({ data, parentElement }) {
  const button = parentElement.querySelector(".act")
  button.wants = data
  button.textContent = data.label
  button.className = `act ${data.act} ${data.filled ? "filled" : ""}`
  button.onclick = () => press(parentElement, button)
}
