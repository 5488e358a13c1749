"""A button whose act is the browser's own, with no way to the server: copy a text and say so, or print the page."""

from decision_aid.components import component

_button = component(
    "browser_button",
    html='<button type="button"></button> <span role="status"></span>',
    css="""
    button { font: inherit; font-weight: 600; min-height: 44px; padding: .4rem 1.1rem; cursor: pointer;
      border: 1px solid var(--st-primary-color); border-radius: 8px;
      background: var(--st-primary-color); color: var(--st-background-color); }
    button:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
    """,
    js="""
    // Without https a browser has no clipboard for pages; the old way still works there.
    function copyTheOldWay(text) {
      const field = document.createElement("textarea")
      field.value = text
      document.body.append(field)
      field.select()
      const copied = document.execCommand("copy")
      field.remove()
      return copied
    }
    // Each act gives what to say when it is done.
    const acts = {
      async copy({ text, done, failed }) {
        try { await navigator.clipboard.writeText(text); return done }
        catch { return copyTheOldWay(text) ? done : failed }
      },
      print() { window.print(); return "" },
    }
    function draw({ data, parentElement }) {
      const button = parentElement.querySelector("button"), status = parentElement.querySelector("[role=status]")
      button.textContent = data.label
      if (status.dataset.of !== data.text) { status.dataset.of = data.text; status.textContent = "" }
      button.onclick = async () => {
        status.textContent = ""
        const told = await acts[data.act](data)
        button.focus()
        status.textContent = told
      }
    }
    """,
)


def copy_button(label: str, done: str, text: str, key: str, failed: str = "") -> None:
    """A button that puts `text` on the clipboard and then says `done`, or `failed` where the browser forbids it."""
    data = {"act": "copy", "label": label, "done": done, "failed": failed, "text": text}
    _button(data=data, key=key, width="content", height="content")


def print_button(label: str, key: str) -> None:
    """A button that opens the browser's window for printing."""
    _button(data={"act": "print", "label": label}, key=key, width="content", height="content")
