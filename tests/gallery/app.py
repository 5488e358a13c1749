"""The views by example, for the eye: streamlit run tests/gallery/app.py"""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[2]))

from decision_aid.style import STYLE  # noqa: E402
from decision_aid.views.html import show_figure, show_style  # noqa: E402
from tests.gallery.examples import EXAMPLES  # noqa: E402

st.set_page_config(page_title="Gallery of views", layout="wide")
show_style(STYLE)
st.title("Gallery of views", anchor=False)
for place, (name, html) in enumerate(EXAMPLES.items()):
    with st.container(border=True, key=f"example-{place}"):
        st.header(name, anchor=False)
        show_figure(html)
