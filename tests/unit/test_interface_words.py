"""No word of the interface can be missing unseen: the program asks for each in one of two ways, both checked."""

import ast
from pathlib import Path

import pytest

from decision_aid.content import reading
from decision_aid.content.load import languages, shape
from decision_aid.content.rules import TRANSLATION, WORDING
from decision_aid.content.rules import interface as rules
from decision_aid.content.rules.interface import DECLARED
from decision_aid.content.tree import read
from decision_aid.model.aid import Aid
from decision_aid.model.variants import Variants
from decision_aid.wording import interface_words
from decision_aid.wording.interface_words import SIZE, TIME
from harness.aids import changed

ROOT = Path(__file__).parents[2]
FOLDERS = ("decision_aid", "deploy", "pages")
PROGRAM = (ROOT / "app.py", *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")))
MODULES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in PROGRAM}

DECLARING = {"decision_aid/wording/interface_words.py", "decision_aid/content/reading.py"}
READING_ALL = {
    "decision_aid/model/words.py",
    "decision_aid/content/rules/interface.py",
    "decision_aid/content/rules/markup.py",
}
"""Where words are looked up by what is declared, and where all of them are checked."""

CHECKS = (
    rules.interface_words_are_there,
    rules.every_form_for_a_number,
    rules.no_interface_words_are_left_over,
)


@pytest.fixture(scope="module", params=languages(ROOT / "content"))
def written(request: pytest.FixtureRequest) -> Aid:
    """The aid in each language, as it is written."""
    aid, _ = shape(read(ROOT / "content"), request.param)
    assert aid is not None
    return aid


def faults(aid: Aid) -> list[str]:
    return [message for check in CHECKS for _, message in check(aid)]


def mentions(module: ast.Module) -> list[ast.expr]:
    """Each place where a module has the words of the interface: `aid.words.app`, or `app` as short for it."""
    nodes = list(ast.walk(module))
    whole = [
        node
        for node in nodes
        if isinstance(node, ast.Attribute)
        and node.attr == "app"
        and ast.unparse(node.value).endswith(("words", "self"))
    ]
    short = [
        node for node in nodes if isinstance(node, ast.Name) and node.id == "app" and isinstance(node.ctx, ast.Load)
    ]
    return [*whole, *short] if whole else []


def parents(module: ast.Module) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(module) for child in ast.iter_child_nodes(node)}


def asked_for(mention: ast.expr, around: dict[ast.AST, ast.AST]) -> str | None:
    """The word that is asked for by its name: `app["back"]` or `app.get("back")`."""
    match around[mention], around.get(around[mention]):
        case ast.Subscript(value=value, slice=ast.Constant(value=str(name))), _ if value is mention:
            return name
        case ast.Attribute(attr="get"), ast.Call(args=[ast.Constant(value=str(name)), *_]):
            return name
    return None


def is_made_short(mention: ast.expr, around: dict[ast.AST, ast.AST]) -> bool:
    """Whether this is `app = aid.words.app`, alone or as one of several."""
    match around[mention], around.get(around[mention]):
        case ast.Assign(targets=[ast.Name(id="app")]), _:
            return True
        case ast.Tuple(elts=values), ast.Assign(targets=[ast.Tuple(elts=names)]):
            return ast.unparse(names[values.index(mention)]) == "app"
    return False


def test_the_words_are_checked_in_every_language() -> None:
    assert set(CHECKS) <= {*TRANSLATION, *WORDING}


def test_each_word_that_is_missing_is_found_by_its_name(written: Aid) -> None:
    app = written.words.app
    assert faults(written) == []
    for name in app:
        messages = faults(changed(written, "words.app", {key: text for key, text in app.items() if key != name}))
        assert len(messages) == 1, name
        assert f"'{name}'" in messages[0], name


def test_an_empty_word_is_a_missing_one(written: Aid) -> None:
    assert len(faults(changed(written, "words.app", {**written.words.app, "back": "", "time.day.one": ""}))) == 2


def test_a_word_that_nothing_asks_for_is_found(written: Aid) -> None:
    for name in ("bakc", "fit.size.huge", "time.day", "time.day.few", "reading.pl"):
        assert len(faults(changed(written, "words.app", {**written.words.app, name: "x"}))) == 1, name


def test_there_is_no_other_way_to_ask_for_a_word() -> None:
    by_name, otherwise = set(), []
    for path, module in MODULES.items():
        around = parents(module)
        for mention in mentions(module):
            if name := asked_for(mention, around):
                by_name.add(name)
            elif path not in READING_ALL and not is_made_short(mention, around):
                otherwise.append(f"{path}:{mention.lineno}")
    assert otherwise == []
    assert by_name == rules.by_name()


def test_variants_are_declared_where_the_check_looks_and_all_are_shown() -> None:
    nodes = [(path, node) for path, module in MODULES.items() for node in ast.walk(module)]
    calls = [(path, ast.unparse(node.func)) for path, node in nodes if isinstance(node, ast.Call)]
    made = [path for path, called in calls if called.partition("[")[0].endswith("Variants")]
    assert (set(made), len(made)) == (DECLARING, len(DECLARED))
    named = {node.id for path, node in nodes if isinstance(node, ast.Name) and path not in DECLARING}
    declared = [
        name for module in (interface_words, reading) for name in vars(module) if vars(module)[name] in DECLARED
    ]
    assert len(declared) == len(DECLARED)
    assert set(declared) <= named


def test_an_id_that_is_not_declared_is_refused(aid: Aid) -> None:
    sizes = Variants("fit.size", ("tiny", "huge"))
    assert aid.words.variant(SIZE, "tiny") == aid.words.variant(sizes, "tiny") == aid.words.app["fit.size.tiny"]
    with pytest.raises(KeyError, match="fit.size.large"):
        aid.words.variant(sizes, "large")
    with pytest.raises(KeyError, match="fit.size.huge"):
        aid.words.variant(sizes, "huge")
    with pytest.raises(KeyError, match="time.day"):
        aid.words.variant(TIME, "day")
