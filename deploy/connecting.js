// Tells Streamlit's program where its server is, so that it connects as soon as it runs. Otherwise it asks twice before,
// at two addresses, and each time behind all files that are still on their way. Only our own origin may send it messages.
window.__streamlit = {
  BACKEND_BASE_URL: new URL("./", location).href,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
}
