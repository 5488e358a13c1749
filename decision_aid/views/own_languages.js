// Nobody has checked a machine translation. Where a browser translator is active, a short note says so and links to the
// aid's own languages; it is in the translator's target language if the aid has that.

const OFFER = "by-machine"

function offerOwnLanguages() {
  const { end, asked, speak } = page
  const target = document.documentElement.lang.split("-")[0]
  const shown = translator.isAtWork() && target !== asked.language ? target || "?" : ""
  const before = end.querySelector(`.${OFFER}`)
  if ((before?.dataset.to ?? "") === shown) return
  before?.remove()
  if (!shown) return
  const others = asked.speaks.filter(offer => offer.language !== asked.language)
  const same = others.find(offer => offer.language === target)
  const line = Object.assign(document.createElement("p"), { className: OFFER })
  line.dataset.to = shown
  line.setAttribute("role", "note")
  const note = document.createElement("span")
  note.textContent = `${(same ?? asked.speaks.find(offer => offer.language === asked.language)).note} `
  if (same) markAsOwn(note, same.language)
  line.append(note, ...(same ? [same] : others).map(offer => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: offer.read })
    button.onclick = () => speak("speak", offer.language)
    return markAsOwn(button, offer.language)
  }))
  end.append(line)
}

// Marks our own text so that translators leave it alone.
function markAsOwn(element, language) {
  element.classList.add("notranslate")
  Object.assign(element, { translate: false, lang: language })
  return element
}
