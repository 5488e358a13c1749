"""A component draws its newest data, even if Streamlit calls it with older data last."""

from decision_aid.components import NEWEST
from tests.browser.conftest import OpenPage

DRAW = "const draw = ({ data }) => { (window.drawn ??= []).push(data.text) }\n"
CALL = """async ([program, calls]) => {
  const source = URL.createObjectURL(new Blob([program], { type: "text/javascript" }))
  const component = (await import(source)).default
  for (const [name, process, number] of calls)
    component({ data: { text: `${name}${process}${number}`, newest: { name, process, number } } })
  return window.drawn
}"""


def test_older_data_is_passed_over(page: OpenPage) -> None:
    calls = [("a", "x", 1), ("a", "x", 3), ("a", "x", 2), ("b", "x", 2), ("a", "x", 3), ("a", "y", 0), ("a", "y", 1)]
    opened = page()
    opened.goto("data:text/html,<title>Empty</title>")
    assert opened.evaluate(CALL, [DRAW + NEWEST, calls]) == ["ax1", "ax3", "bx2", "ax3", "ay0", "ay1"]
