"""A button whose act is the browser's own: copy a text and say so, open an e-mail, or print the page."""

from collections.abc import Callable
from typing import Any, Literal

from markupsafe import Markup, escape

from decision_aid import session
from decision_aid.components import component

Width = Literal["content", "stretch"]

_button = component(
    "browser_button",
    html='<button type="button"></button> <span role="status"></span>',
    css="""
    button { font: inherit; font-size: .94rem; min-height: 44px; padding: .4rem 1.1rem; cursor: pointer; color: inherit;
      border: 1px solid var(--quiet); border-radius: 8px; background: transparent; }
    button.filled { font-size: 1rem; font-weight: 600; background: var(--figure); border-color: var(--figure);
      color: var(--on-figure); }
    button.print { width: 100%; min-height: 3.1rem; border-radius: 10px; }
    :host { display: block; }
    button:hover { text-decoration: underline; }
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
    // Each act gives what to say when it is done. A clipboard is open for a moment after the press alone, so it is
    // handed the text as a promise, before the text is there.
    const acts = {
      async copy(text, { done, failed }) {
        try {
          const blob = text.then(made => new Blob([made], { type: "text/plain" }))
          await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])
          return done
        } catch { return copyTheOldWay(await text) ? done : failed }
      },
      async mail(link) { location.href = await link; return "" },
      async print(sheets) {
        putOnPaper(await sheets.catch(() => "")) // without sheets the page itself is printed
        for (const over of ["afterprint", "pointerdown", "keydown"]) // some browsers do not tell that they have printed
          addEventListener(over, () => putOnPaper(""), { once: true, capture: true })
        window.print()
        return ""
      },
    }
    // The sheets stand beside the page, are seen on paper alone, and go once printed: an answer makes them old.
    function putOnPaper(sheets) {
      document.querySelector("#on-paper")?.remove()
      if (!sheets) return
      document.body.append(Object.assign(document.createElement("div"), { id: "on-paper", innerHTML: sheets }))
    }
    const LONGEST_WAIT = 20000
    // A press also ends the typing in a field. Told in one breath, Streamlit would draw the field's part of the page
    // alone, and what was asked for here would never come.
    const AFTER_A_FIELD = 100
    function draw({ data, parentElement, setTriggerValue }) {
      const button = parentElement.querySelector("button"), status = parentElement.querySelector("[role=status]")
      button.textContent = data.label
      button.className = `${data.act} ${data.filled ? "filled" : ""}`
      if (status.dataset.of !== String(data.text)) { status.dataset.of = data.text; status.textContent = "" }
      if (data.asked && button.asked?.name === data.asked) button.asked.answer(data.text)
      const ask = () => new Promise((answer, fail) => {
        const name = Date.now()
        button.asked = { name, answer } // with the button, as the answer may come to a later copy of this program
        setTimeout(() => setTriggerValue("asked", name), AFTER_A_FIELD)
        setTimeout(fail, LONGEST_WAIT)
      })
      button.onclick = async () => {
        status.textContent = ""
        button.setAttribute("aria-busy", "true")
        const text = data.waits ? ask() : Promise.resolve(data.text)
        const told = await Promise.resolve(acts[data.act](text, data)).catch(() => data.failed)
        button.removeAttribute("aria-busy")
        button.focus()
        status.textContent = told
      }
    }
    """,
)


def copy_button(
    label: str, done: str, text: str | Callable[[], str], key: str, failed: str = "", filled: bool = False
) -> None:
    """A button that puts `text` on the clipboard and then says `done`, or `failed` where the browser forbids it.

    `filled`: it is what most people press here.
    """
    _draw({"act": "copy", "label": label, "done": done, "failed": failed, "filled": filled}, text, key)


def mail_button(label: str, link: Callable[[], str], key: str, failed: str) -> None:
    """A button that opens an e-mail by its link, in the person's own program; `failed` where the link does not come."""
    _draw({"act": "mail", "label": label, "failed": failed}, link, key)


def print_button(label: str, sheets: Callable[[], Markup], key: str) -> None:
    """A button that opens the browser's window for printing, with sheets that are seen on paper alone."""
    _draw({"act": "print", "label": label, "filled": True}, lambda: str(escape(sheets())), key)


def _draw(data: dict[str, Any], text: str | Callable[[], str], key: str) -> None:
    """The button. A text that is yet to be made is made once the button was pressed, and not on every run."""
    if callable(text):
        asked = session.handed_over(key, "asked")
        data = {**data, "waits": True, "asked": asked, "text": text() if asked else None}
    else:
        data = {**data, "text": text}
    width: Width = "stretch" if data["act"] == "print" else "content"
    _button(data=data, key=key, width=width, height="content", on_asked_change=lambda: None)
