// As Google's translator does it in Chrome: each piece of text is taken out and stands anew in two <font>; what comes later
// is translated as it comes, here at once, in the midst of a run. `window.translation` says into which language and with
// which sign before each text.
addEventListener("DOMContentLoaded", () => {
  const { language, sign } = window.translation
  const LEFT = "script, style, textarea, svg, [translate=no], .notranslate"
  const made = text => {
    const fonts = [0, 1].map(() => Object.assign(document.createElement("font"), { style: "vertical-align: inherit" }))
    fonts[1].append(sign + text)
    fonts[0].append(fonts[1])
    return fonts[0]
  }
  const translate = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const all = root.nodeType === Node.TEXT_NODE ? [root] : []
    while (walker.nextNode()) all.push(walker.currentNode)
    for (const text of all) {
      const parent = text.parentElement
      if (!text.isConnected || !parent || !text.data.trim() || parent.closest(`font, ${LEFT}`)) continue
      parent.insertBefore(made(text.data), text)
      parent.removeChild(text)
    }
  }
  document.documentElement.lang = language
  document.documentElement.classList.add("translated-ltr")
  translate(document.body)
  new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes)
      if (type === "characterData") translate(target)
      else addedNodes.forEach(translate)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
})
