"""A button that copies a text, and says so."""

import streamlit as st

_copy_button = st.components.v2.component(
    "copy_button",
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
    async function copy(text) {
      try { await navigator.clipboard.writeText(text); return true }
      catch { return copyTheOldWay(text) }
    }
    export default function ({ data, parentElement }) {
      const button = parentElement.querySelector("button"), status = parentElement.querySelector("[role=status]")
      button.textContent = data.label
      if (status.dataset.of !== data.text) { status.dataset.of = data.text; status.textContent = "" }
      button.onclick = async () => {
        status.textContent = ""
        const copied = await copy(data.text)
        button.focus()
        status.textContent = copied ? data.done : data.failed
      }
    }
    """,
)


def copy_button(label: str, done: str, text: str, key: str, failed: str = "") -> None:
    """A button that puts `text` on the clipboard and then says `done`, or `failed` where the browser forbids it."""
    data = {"label": label, "done": done, "failed": failed, "text": text}
    _copy_button(data=data, key=key, width="content", height="content")
