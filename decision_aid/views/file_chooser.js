// The file is read in the browser and sent in base64; of a file that is too large, just enough to detect that. A phone may
// suspend the page while its chooser is open, and what is sent without a connection is lost. So it is sent once the
// server can receive it, and again until it has answered.
const LOOK = 100
const AGAIN = 4000
const LONGEST_WAIT = 60000

const read = file => new Promise(done => {
  const reader = new FileReader()
  reader.onloadend = () => done(String(reader.result ?? ""))
  reader.readAsDataURL(file)
})

async function handOver(content) {
  const arrivals = window.decisionAidArrivals, { box } = arrivals, end = performance.now() + LONGEST_WAIT
  let next = 0
  while (arrivals.box === box && performance.now() < end) { // until another box is shown
    if (performance.now() > next && window.decisionAidCourier?.isReady()) {
      arrivals.tell("file", content)
      next = performance.now() + AGAIN
    }
    await new Promise(done => setTimeout(done, LOOK))
  }
}

function draw({ data, parentElement }) {
  const field = parentElement.querySelector("input")
  parentElement.querySelector("span").textContent = data.label
  field.onchange = async () => {
    const [file] = field.files
    if (!file) return
    const content = await read(file.slice(0, data.largest + 1))
    field.value = ""
    await handOver(content)
  }
}
