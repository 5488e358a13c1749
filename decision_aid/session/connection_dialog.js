// Without its server, Streamlit opens an English dialog over the page, which blocks keyboard and screen readers. We
// show a notice in the page's language instead, and close the dialog when it opens. Written for old browsers too, since
// it is part of the page that the server sends.
function closeConnectionDialog() {
  var app = document.querySelector("[data-testid=stApp]"), state = app && app.getAttribute("data-test-connection-state")
  var dialog = state !== "CONNECTED" && document.querySelector("section[role=dialog]:not([data-testid])")
  var close = dialog && dialog.querySelector("button")
  if (close) close.click()
}
