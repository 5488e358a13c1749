// When it cannot reach its server, Streamlit puts a dialog in English over the page, which takes it away from the
// keyboard and from screen readers. We say so ourselves, in the page's language; the dialog is closed as it comes.
// Written for old browsers too: it stands in the page that the server sends.
function closeConnectionDialog() {
  var app = document.querySelector("[data-testid=stApp]"), state = app && app.getAttribute("data-test-connection-state")
  var dialog = state !== "CONNECTED" && document.querySelector("section[role=dialog]:not([data-testid])")
  var close = dialog && dialog.querySelector("button")
  if (close) close.click()
}
