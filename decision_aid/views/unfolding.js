// What is folded is opened for paper by the style sheet (print.css). A browser that does not know how opens it by this,
// and closes it again.
if (!window.decisionAidUnfolds && !CSS.supports("selector(::details-content)")) {
  window.decisionAidUnfolds = true
  let opened = []
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("[data-testid=stMain] details:not([open])")]
    for (const part of opened) part.open = true
  })
  addEventListener("afterprint", () => {
    for (const part of opened.splice(0)) part.open = false
  })
}
