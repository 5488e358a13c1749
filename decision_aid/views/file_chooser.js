// The file is read in the browser and handed over as it is, in base64; of a file that is too large, just enough to tell.

function draw({ data, parentElement, setTriggerValue }) {
  const field = parentElement.querySelector("input")
  parentElement.querySelector("span").textContent = data.label
  field.onchange = () => {
    const reader = new FileReader()
    reader.onloadend = () => setTriggerValue("file", String(reader.result ?? ""))
    reader.readAsDataURL(field.files[0].slice(0, data.largest + 1))
    field.value = ""
  }
}
