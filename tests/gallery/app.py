"""The views by example, for the eye: streamlit run tests/gallery/app.py"""

import sys
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

sys.path.insert(0, str(Path(__file__).parents[2]))

from decision_aid import session  # noqa: E402
from decision_aid.first_run import run_once  # noqa: E402
from decision_aid.pages import PAGES  # noqa: E402
from decision_aid.style import STYLE  # noqa: E402
from decision_aid.views import page_language  # noqa: E402
from decision_aid.views.html import show_html, show_style  # noqa: E402
from tests.gallery import stage  # noqa: E402
from tests.gallery.examples import EXAMPLES, Example  # noqa: E402

_HEAD = Markup(
    '<h1 class="over" lang="en" dir="ltr" style="font-size: 1rem; padding: 0; overflow-wrap: anywhere">{} · '
    '<a class="goes" href="./" target="_self">all examples</a></h1>'
)
_END = Markup('<p data-example="{}" hidden></p>')
"""Written last, so that who waits for an example knows that all of it is there."""
_LINK = Markup('<li><a href="./?example={}" target="_self">{}</a></li>')


def show() -> None:
    """The example that the address names, else links to all."""
    session.content = stage.CONTENT
    st.set_page_config(page_title="Gallery of views", layout="wide")
    show_style(STYLE)
    if example := EXAMPLES.get(st.query_params.get("example", "")):
        show_example(example)
    else:
        list_examples()


def show_example(example: Example) -> None:
    """One view in one state. What is answered in it holds until another example is opened."""
    if st.session_state.get("example") != example.name:
        st.session_state.clear()
        session.begin_run()
        aid = session.content.aid(example.state.language)
        answers = example.state.answers(aid).model_copy(update={"language": example.state.language})
        session.keep(lambda _: answers)
        st.session_state["example"] = example.name
        st.session_state["turn"] = 1  # in its first run, a session says nothing of missing answers
    page_language.apply(session.aid(), session.answers().look)
    show_html(_HEAD.format(example.name))
    example.draw(session.aid(), session.answers())
    show_html(_END.format(example.name))


def list_examples() -> None:
    """All, each view under its name."""
    st.title("Gallery of views", anchor=False)
    for view in dict.fromkeys(example.of for example in EXAMPLES.values()):
        st.header(view, anchor=False)
        links = Markup().join(_LINK.format(name, name) for name, each in EXAMPLES.items() if each.of == view)
        show_html(Markup("<ul>{}</ul>").format(links))


if __name__ == "__main__":  # Streamlit runs this file for each person
    pages = [st.Page(stage.TOP / page.file, url_path=page.id) for page in PAGES.values()]
    st.navigation([st.Page(show, title="Gallery", default=True), *pages], position="hidden").run()
else:  # `streamlit run` looks for this in it, and serves it; the fonts lie beside the aid's own script
    fonts = Mount("/app/static", StaticFiles(directory=stage.TOP / "static"))
    app = st.App(__file__, routes=[fonts], lifespan=run_once)
