// The style sheet (print.css) opens expanders for printing. This does it for browsers that do not support that, and closes
// them again.
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
