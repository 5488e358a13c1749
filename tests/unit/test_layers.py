"""The places where some things may not be. Which way imports go, `make lint` sees."""

import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid

ROOT = Path(__file__).parents[2]
MODULES = [*ROOT.glob("decision_aid/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
PROGRAMS = [
    *MODULES,
    *ROOT.glob("deploy/**/*.py"),
    *chain.from_iterable(ROOT.glob(f"decision_aid/**/*.{kind}") for kind in ("js", "css", "typ")),
]
OF_THIS_FIELD = re.compile(r"vertebr|spin(?:e|al)|fractur|\bcement|kypho|osteopor", re.IGNORECASE)


def test_the_session_is_touched_in_one_room_and_what_the_browser_says_in_another() -> None:
    state = re.compile(r"session_state|persist_state")
    assert {path.parent.name for path in MODULES if state.search(path.read_text())} == {"session"}
    address = re.compile(r"st\.query_params")
    assert [path.name for path in MODULES if address.search(path.read_text())] == ["address.py"]
    browser = re.compile(r"st\.context")
    assert [path.name for path in MODULES if browser.search(path.read_text())] == ["reader.py"]


def test_no_callback_can_be_broken_off_by_the_next_input() -> None:
    breakable = re.compile(r"""\bon_(?:click|\w*change)"?[=:] ?(?!uninterrupted\(|"rerun"|lambda: None)(?=\w).*""")
    assert [match.group() for path in MODULES for match in breakable.finditer(path.read_text())] == []


def test_every_component_hears_its_newest_data_last() -> None:
    made = re.compile(r"v2\.component\(|declare_component")
    assert [path.name for path in MODULES if made.search(path.read_text())] == ["components.py"]


def test_what_leaves_is_made_in_one_module_and_goes_by_no_file_on_the_server() -> None:
    by_address = re.compile(r"download_button|st\.link_button|media_file")
    assert [path.name for path in MODULES if by_address.search(path.read_text())] == []
    makers = re.compile(r"import .*\b(?:plain_text|html_page|bundle|transaction|save_file|mail_link|\w+_csv)\b")
    others = [path for path in MODULES if path.parent.name not in {"exports", "summary", "saving"}]
    assert [path.name for path in others if makers.search(path.read_text())] == ["export_catalog.py"]


def test_html_goes_to_the_page_through_one_door() -> None:
    door = re.compile(r"\bst\.html\b|\.html\(|unsafe_allow_html|unsafe_allow_javascript|_repr_html_")
    assert [path.relative_to(ROOT).as_posix() for path in MODULES if door.search(path.read_text())] == [
        "decision_aid/views/html.py"
    ]


def test_what_nobody_escaped_gets_through_the_door_as_text() -> None:
    def page() -> None:
        from decision_aid.views.html import show_figure, show_html, show_prose

        for show in (show_html, show_figure, show_prose):
            show("<b>5 < 6</b>")  # type: ignore[arg-type]

    at = AppTest.from_function(page).run()
    assert {str(element.value) for element in (*at.html, *at.markdown)} == {"&lt;b&gt;5 &lt; 6&lt;/b&gt;"}
    assert len(at.html) + len(at.markdown) == 3


def test_markup_is_made_of_nothing_but_what_stands_in_the_program() -> None:
    made = ('f"<b>{text}</b>"', '"<b>" + text', '"<b>%s</b>" % text', '"<b>{}</b>".format(text)', "text")
    program = "from markupsafe import Markup\n\ntext = input()\n" + "".join(
        f"print(Markup({argument}))\n" for argument in made
    )
    ruff = [str(Path(sys.executable).parent / "ruff"), "check", "--output-format=concise"]
    command = [*ruff, "--stdin-filename=decision_aid/views/new.py", "-"]
    run = subprocess.run(command, cwd=ROOT, input=program, capture_output=True, text=True, check=False)
    assert run.stdout.count(" S704 ") == len(made)


def test_every_attribute_stands_in_quotes() -> None:
    bare = re.compile(r"=\{\w*\}")
    tags = (tag for path in MODULES for tag in re.findall(r"<[a-z][^<>]*>", path.read_text()))
    assert [tag for tag in tags if bare.search(tag)] == []
    assert bare.search("<a href={}>")


def test_no_answer_is_bound_to_the_address() -> None:
    assert not [path for path in MODULES if "bind=" in path.read_text()]


def test_modules_stay_small_enough_to_walk_through() -> None:
    sizes = sorted(len(path.read_text().splitlines()) for path in MODULES)
    assert sizes[-1] <= 300
    assert sizes[len(sizes) // 2] < 100


def test_pages_are_tables_of_contents() -> None:
    long = [path.name for path in (ROOT / "pages").rglob("*.py") if len(path.read_text().splitlines()) > 40]
    assert long == []


def test_no_program_names_a_part_of_this_decision(aid: Aid) -> None:
    decision, evidence = aid.decision, aid.evidence
    ids = {*decision.options, *decision.parts, *decision.also_ask, *decision.outcomes}
    ids |= {*evidence.estimates, *evidence.sources, *aid.questions}
    ids = {name for name in ids if "_" in name}  # "brace" is a word of programs, too
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PROGRAMS}
    assert {path.rpartition(".")[2] for path in texts} == {"py", "js", "css", "typ"}
    assert {path: names for path, text in texts.items() if (names := OF_THIS_FIELD.findall(text))} == {}
    assert {path: names for path, text in texts.items() if (names := ids & set(re.findall(r"\w+", text)))} == {}


def test_pages_stand_one_folder_deep_where_old_discovery_does_not_find_them() -> None:
    assert list((ROOT / "pages").glob("*.py")) == []
