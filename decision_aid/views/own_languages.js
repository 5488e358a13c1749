// What a machine translates, nobody has checked. Where a translator is seen to be at work, a short line says so, and leads
// to the languages that the aid speaks itself: in one of these if it is what the translator makes of the page.

const OFFER = "by-machine"

function offerOwnLanguages() {
  const { end, asked, speak } = page
  const target = document.documentElement.lang.split("-")[0]
  const shown = translator.isAtWork() && target !== asked.language ? target || "?" : ""
  const before = end.querySelector(`.${OFFER}`)
  if ((before?.dataset.to ?? "") === shown) return
  before?.remove()
  if (!shown) return
  const others = asked.speaks.filter(one => one.language !== asked.language)
  const same = others.find(one => one.language === target)
  const line = Object.assign(document.createElement("p"), { className: OFFER })
  line.dataset.to = shown
  line.setAttribute("role", "note")
  const said = document.createElement("span")
  said.textContent = `${(same ?? asked.speaks.find(one => one.language === asked.language)).note} `
  if (same) asOwn(said, same.language)
  line.append(said, ...(same ? [same] : others).map(one => {
    const press = Object.assign(document.createElement("button"), { type: "button", textContent: one.read })
    press.onclick = () => speak("speak", one.language)
    return asOwn(press, one.language)
  }))
  end.append(line)
}

// In the aid's own words, for translators to leave alone.
function asOwn(element, language) {
  element.classList.add("notranslate")
  Object.assign(element, { translate: false, lang: language })
  return element
}
