"""What the browser is told with a component's data, so that it can pass over what is older."""

from pathlib import Path
from typing import Any

import pytest

from decision_aid import components


def test_data_that_is_sent_later_has_a_higher_number(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    mount = lambda *, data, key: sent.append(data)  # noqa: E731
    monkeypatch.setattr(components.st.components.v2, "component", lambda name, *, js: mount)
    button = components.component("button", js="")
    for text in ("first", "second"):
        button(key="copy", data={"text": text})
    button(key="print")
    first, second, other = (data["newest"] for data in sent)
    assert [data.get("text") for data in sent] == ["first", "second", None]
    assert first["number"] < second["number"] < other["number"]
    assert (first["name"], other["name"]) == ("copy", "print")
    assert first["process"] == second["process"] == other["process"] != ""


def test_what_browsers_get_is_without_the_comments_and_indents_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "own.js").write_text('// why\nif (a) {\n  // and\n  b("//c", "/*") // d\n}\n', encoding="utf-8")
    (tmp_path / "own.css").write_text("/* why\n and */\na { b: c; } /* d */\n  e { f: g }\n", encoding="utf-8")
    module = str(tmp_path / "module.py")
    assert components.read_beside(module, "own.js") == 'if (a) {\nb("//c", "/*") // d\n}'
    assert components.read_beside(module, "own.css") == "a { b: c; }\ne { f: g }"
