"""What the browser is told with a component's data, so that it can pass over what is older."""

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
