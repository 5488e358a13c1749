"""The only module that touches the session: where the Aid and the Answers are kept.

The Answers in the session are the truth. A widget is filled from them and writes back to them, so that they outlive
the widget: Streamlit forgets a widget's own value on the second page away from it. The storage of the browser's tab
mirrors them, and gives them back to a session that does not know them: after a reload, or on another server.
"""

import secrets
from collections import deque
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import streamlit as st

from decision_aid import address, reader
from decision_aid.components import beside, component
from decision_aid.content.folder import ContentFolder
from decision_aid.content.languages import chosen
from decision_aid.exports.tab import kept_by_tab, read_from_tab
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.known import SEEDS
from decision_aid.reasoning.outlook import Outlook, outlook_of

CONTENT = Path(__file__).parent.parent / "content"

UNSET = "unset"
"""What a widget that has to show something shows while nothing was answered."""
Put = Callable[[Answers, Any], Answers]
Change = Callable[[Answers], Answers]
MOST_CHANGES = 50
"""How many answers are made to older ones that the tab hands over: more than anyone gives before it does."""
MOST_ROUNDS = 5
"""How often what the tab handed over is shown once more, where widgets tell that they are empty."""

content = ContentFolder(CONTENT)
_mirror = component("mirror", js=beside(__file__, "connection_dialog.js", "mirror.js"))


def begin_run() -> None:
    """Take in what the browser says. The frame calls it before all else; what only reads changes nothing after it.

    While the address asks for a language, it is spoken: someone opened that address, or came by such a link.
    """
    st.session_state.setdefault("own_name", secrets.token_urlsafe(12))
    st.session_state.setdefault("answers", Answers(order_seed=secrets.randbelow(SEEDS)))
    st.session_state.setdefault("preferred", reader.languages())
    asked = address.language()
    if asked in content.languages and asked != answers().language:
        keep(lambda before: before.model_copy(update={"language": asked}))


def own_name() -> str:
    """The name of this session, by which its tab knows it."""
    return str(st.session_state["own_name"])


def aid() -> Aid:
    """The aid in this person's language and wording. Raises ContentFaults when the content cannot be used."""
    return reader.dated(content.aid(language(), answers().helping))


def aid_for_the_record() -> Aid:
    """The aid in its first language, in which clinicians keep the record; it says whose word it is."""
    return reader.dated(content.aid(content.languages[0], answers().helping))


def language() -> str:
    """The language that was asked for by the address or the switch, else the one that the browser prefers."""
    return chosen(answers().language, st.session_state.get("preferred", ""), content.languages)


def speak(before: Answers, language: str) -> Answers:
    """Go on in a language that was chosen here; what the address had asked for no longer holds."""
    address.forget_language()
    return before.model_copy(update={"language": language})


def answers() -> Answers:
    """What this person has answered so far."""
    kept: Answers = st.session_state.get("answers", Answers())
    return kept


def outlook() -> Outlook:
    """What this person's answers point to. The session holds it, so that the same ratings are weighed once."""
    st.session_state["outlook"] = now = outlook_of(aid(), answers())
    return now


def keep(change: Change) -> None:
    """Replace the answers by what `change` makes of them.

    The tab may still hand over older answers. The change is then made to those as well, so it is remembered.
    """
    st.session_state["answers"] = change(answers())
    if not st.session_state.get("settled"):
        st.session_state.setdefault("changes", deque(maxlen=MOST_CHANGES)).append(change)


def note_opened(page: str) -> None:
    """Remember that this person has opened a page."""

    def put(before: Answers) -> Answers:
        return before if page in before.opened else before.model_copy(update={"opened": (*before.opened, page)})

    if page not in answers().opened:
        keep(put)


def bound(name: str, value: Any, put: Put) -> dict[str, Any]:
    """The key and callback that tie a widget to the answers: it shows `value` and hands a new one to `put`.

    The widget's state is set when it differs: a value sent back while someone drags would pull the handle away.
    """
    key = f"answer.{name}"
    if _says_nothing(value) and "turn" not in st.session_state:
        st.session_state.setdefault("left_alone", {})[key] = put
    elif _is_to_be_set(key, value):
        st.session_state[key] = value
    return {"key": key, "on_change": submit, "args": (key, put)}


def _is_to_be_set(key: str, value: Any) -> bool:
    """Whether the browser may show something else. What a run sets is lost where the next one comes before it is drawn,
    so what the tab handed over is set by every run until the page has come."""
    if key in st.session_state and (_says_nothing(value) or not st.session_state.get("on_the_way")):
        return bool(st.session_state[key] != value)
    return not _says_nothing(value)


def _says_nothing(value: Any) -> bool:
    """Whether a widget shows this when nobody has touched it."""
    return value is None or value is False or value in ("", [], UNSET)


def submit(key: str, put: Put) -> None:
    """Put what a widget holds into the answers.

    As long as the browser may not yet show what its tab handed over, an empty widget may be one that has just been
    drawn without it. So it empties no answer, and is filled again.
    """
    value = st.session_state[key]
    if st.session_state.get("on_the_way") and _says_nothing(value):
        st.session_state["filled_again"] = True
    else:
        keep(lambda before: put(before, value))


def _submit_what_outlived() -> bool:
    """Put into the answers what the browser still holds of a page that outlived its server; False if nothing.

    To a new session the widgets of such a page are new, but what they hold was typed or tapped before. A widget that
    holds nothing tells nothing: that it was emptied, or that it has only just been drawn.
    """
    left_alone: dict[str, Put] = st.session_state.pop("left_alone", {})
    outlived = {key: put for key, put in left_alone.items() if not _says_nothing(st.session_state.get(key))}
    for key, put in outlived.items():
        submit(key, put)
    return bool(outlived)


def alone(view: Callable[..., None], *names: str) -> None:
    """Draw a view as a part by itself: an answer given in it draws it again, and the rest of the page stays.

    Nothing else on the page may depend on it. The view is called with the aid, the answers and the names. A part of a
    part is drawn with it, or alone.
    """
    before, st.session_state["drawing_all"] = st.session_state.get("drawing_all", False), True
    try:
        _part(view, names)
    finally:
        st.session_state["drawing_all"] = before


@st.fragment
def _part(view: Callable[..., None], names: tuple[str, ...]) -> None:
    view(aid(), answers(), *names)
    if not st.session_state["drawing_all"]:  # else the mirror at the end of the page tells the tab
        _mirror(data=_told() | {"part": True}, key=".".join(("mirror", view.__name__, *names)), height="content")


def mirror(away: str, keeps_nothing: str, paper: dict[str, str]) -> None:
    """Mirror the answers into the storage of the tab, or take them from there if this session is new to the tab.

    Mounted at the end of every page. `away` is said while no server is reached, with the
    `words` and the `address` of the booklet (`paper`, empty where there is none); `keeps_nothing` without storage.
    """
    if outlived := _submit_what_outlived():
        st.session_state["on_the_way"] = MOST_ROUNDS
    on_the_way = _rounds_to_come() > 0
    state = {"settled": st.session_state.get("settled", False), "on_the_way": on_the_way}
    data = _told() | state | {"away": away, "paper": paper, "keeps_nothing": keeps_nothing}
    _mirror(data=data, key="mirror", on_found_change=_take_back, on_arrived_change=_arrive, height="content")
    if outlived:
        st.rerun()  # The page was drawn before the answers had it.


def _told() -> dict[str, Any]:
    """What the tab is told to keep, and a number that grows: what was drawn earlier must not win over it."""
    before = answers()
    st.session_state["turn"] = turn = st.session_state.get("turn", 0) + 1
    last, told = st.session_state.get("told", (None, ""))
    if last is not before:  # each part of a page tells it, and packing takes as long as drawing a question
        told = kept_by_tab(before)
        st.session_state["told"] = (before, told)
    decision = aid().decision
    return {"name": decision.kept_as or decision.id, "session": own_name(), "turn": turn, "answers": told}


def _take_back() -> None:
    """Open what the tab had kept, and drop what cannot be read. After a run that was broken off nothing is here yet."""
    found = st.session_state.get("mirror", {}).get("found")
    if found is None or st.session_state.get("settled"):
        return
    st.session_state["settled"] = True
    changes = st.session_state.pop("changes", ())
    kept, notice = read_from_tab(aid(), found)
    if kept is not None:
        st.session_state["answers"] = reduce(lambda before, change: change(before), changes, kept)
        st.session_state["on_the_way"] = MOST_ROUNDS
    if notice:
        hold(notice)


def _arrive() -> None:
    """The browser says that the page has come. Whether all of it shows what the tab handed over, its widgets tell."""
    st.session_state["arrived"] = True


def _rounds_to_come() -> int:
    """How often the browser is asked once more whether it shows what its tab handed over; 0 once no widget is empty."""
    arrived, filled_again = (st.session_state.pop(name, False) for name in ("arrived", "filled_again"))
    rounds: int = st.session_state.get("on_the_way", 0)
    if arrived:
        st.session_state["on_the_way"] = rounds = max(rounds - 1, 0) if filled_again else 0
    return rounds


def clear() -> None:
    """Forget everything that this person has told the aid, but for the language and look to read it by."""
    keep(lambda before: Answers(order_seed=secrets.randbelow(SEEDS)).read_like(before))


def shown(name: str) -> dict[str, Any]:
    """The key of a switch that shows or hides a part of a page. It is no answer, and is kept apart from the answers."""
    return {"key": f"shown.{name}"}


def turned_to(name: str) -> int:
    """Which of several screens of a page is shown, the first being 0. Like a switch, it is no answer."""
    return int(st.session_state.get(f"shown.{name}", 0))


def turn_to(name: str, screen: int) -> None:
    """Show another screen of a page."""
    st.session_state[f"shown.{name}"] = screen


def leave_at(step: str, screen: str) -> None:
    """Remember which screen of a step is open, to come back to it. The widgets of one that was left start anew:
    of those in a part of a part Streamlit would tell the browser nothing, and take what it shows then for answers.
    """
    if opened(step) != screen:
        for key in [one for one in map(str, st.session_state) if one.startswith("answer.")]:
            del st.session_state[key]
    st.session_state[f"shown.{step}"] = screen


def opened(room: str) -> str:
    """What is open in a room where one thing is open at a time, or was last in a step; "" where nothing is."""
    return str(st.session_state.get(f"shown.{room}", ""))


def open_one(room: str, thing: str) -> None:
    """Open a thing in a room where one is open at a time; "" closes it."""
    st.session_state[f"shown.{room}"] = thing


def showing(key: str) -> Any:
    """What a menu, a field or a switch with this key shows; None where none stands on the page."""
    return st.session_state.get(key)


def handed_over(component: str, name: str) -> Any:
    """What a component of the page has just handed over under a name; None where it has handed over nothing."""
    return st.session_state.get(component, {}).get(name)


def hold(arrival: object | None) -> None:
    """Set aside what came from outside until the person has said what to do with it; None lets go of it."""
    st.session_state["held"] = arrival


def held() -> object | None:
    """What came from outside and waits."""
    return st.session_state.get("held")
