"""Going on with saved answers: what comes in by file or link is shown, and opened when the person says so."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import streamlit as st

from decision_aid import address, reader, session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.known_answers import count_shortened_texts, count_unknown_answers, drop_unknown_answers
from decision_aid.saving.link import read_fragment
from decision_aid.saving.own_words import without_own_words
from decision_aid.saving.packing import LARGEST, CannotOpen
from decision_aid.saving.save_file import NAME, OpenedAnswers, open_save_file
from decision_aid.saving.tab import CutShort, Unreadable
from decision_aid.views.html import show_list
from decision_aid.views.leaving import save_button
from decision_aid.wording.dates import clock, day

_address = component("arrivals", js=read_beside(__file__, "idle.js", "arrivals.js"))
_chooser = component(
    "file_chooser",
    html='<label><span></span><input type="file"></label>',
    css=read_beside(__file__, "file_chooser.css"),
    js=read_beside(__file__, "file_chooser.js"),
)


OLDER_LINK = "older_link"
"""Whether this session began with a link to answers whose "#" a program on its way had escaped."""


@dataclass(frozen=True)
class PendingImport:
    """Answers that came from outside and wait for the person's word.

    `left_out` single answers are unknown here, and so many texts are `cut` as they are too long.
    """

    answers: Answers
    left_out: int
    cut: int
    saved_on: date | None
    by_file: bool
    saved_at: datetime | None = None


@dataclass(frozen=True)
class Done:
    """The answers that were offered are open now."""


@dataclass(frozen=True)
class Whose:
    """Nobody has touched the page for a while: someone else may sit before it now."""


def file(aid: Aid) -> None:
    """The way in for a save file. It is read in the browser and comes over the open connection, not as an upload:
    by the component of `arrivals`.

    Phones give files other names (`my-answers.json.txt`), and would not let those be chosen: what is in one decides.
    """
    app = aid.words.app
    st.header(app["open.heading"], anchor=False)
    st.markdown(app["open.intro"])
    _chooser(data={"label": app["open.choose"], "largest": LARGEST}, key="file_chooser")


def arrivals(aid: Aid, answers: Answers) -> None:
    """The way in for a link and for a file that was chosen, on every page: the chooser may be gone by then. And the box
    about what has come in, until the person has answered it.
    """
    if not session.opened_item(OLDER_LINK):  # once: a browser may keep such an address
        token = address.escaped_answers(reader.page_address())
        session.open_item(OLDER_LINK, "came" if token else "none")
        if token:
            _hold(aid, partial(_from_link, aid, token), by_file=False)
    app, held = aid.words.app, session.pending()
    _address(
        data={
            "box": id(held) if held else 0,
            "patience": aid.decision.ask_whose_after,
            "stray": session.opened_item(OLDER_LINK) == "came",
        },
        key="address",
        on_idle_change=_ask_whose,
        on_token_change=lambda: _receive(aid, "token", partial(_from_link, aid)),
        on_file_change=lambda: _receive(aid, "file", partial(_from_file, aid)),
    )
    match held:
        case PendingImport():
            _offer(aid, answers, held)
        case CannotOpen():
            _refusal(aid, held)
        case Done():
            _done(aid)
        case CutShort():
            _note(aid, app["mirror.cut"], app["mirror.cut_why"].format(number=held.number))
        case Unreadable():
            _note(aid, app["mirror.unreadable"], app["mirror.start_again"])
        case Whose():
            _whose(aid)


def _receive(aid: Aid, name: str, read: Callable[[str], OpenedAnswers]) -> None:
    """Hold what a component hands over, or the reason why it cannot be opened. No answer of the person changes."""
    _hold(aid, partial(read, str(session.component_value("address", name))), by_file=name == "file")


def _hold(aid: Aid, read: Callable[[], OpenedAnswers], by_file: bool) -> None:
    try:
        saved = read()
    except CannotOpen as refusal:
        session.set_pending(refusal)
    else:
        answers = saved.answers
        counted = count_unknown_answers(aid, answers), count_shortened_texts(aid, answers)
        session.set_pending(PendingImport(drop_unknown_answers(aid, answers), *counted, saved.on, by_file, saved.at))


def _from_file(aid: Aid, data_url: str) -> OpenedAnswers:
    try:
        content = b64decode(data_url.partition(",")[2], validate=True)
    except ValueError as fault:
        raise CannotOpen("damaged") from fault
    return open_save_file(aid, content)


def _from_link(aid: Aid, token: str) -> OpenedAnswers:
    return OpenedAnswers(read_fragment(aid, token), None)


def _offer(aid: Aid, answers: Answers, offer: PendingImport) -> None:
    app = aid.words.app
    with st.container(border=True, key="offer"):
        st.header(app["offer.heading"], anchor=False)
        st.markdown(app["offer.from_file"] if offer.by_file else app["offer.from_link"])
        show_list(contents(aid, offer))
        if answers.has_answers:
            st.markdown(app["offer.replaces"])
            save_button(aid, app["save.button"], "answers", key="save_first")
        with st.container(horizontal=True):
            st.button(app["offer.open"], key="offer.open", type="primary", on_click=_open, args=(offer,))
            st.button(app["offer.leave"], key="offer.leave", on_click=session.set_pending, args=(None,))


def contents(aid: Aid, offer: PendingImport) -> list[str]:
    """What would be opened, line by line: how much of what, and nothing of what was typed."""
    app, given, edits = aid.words.app, offer.answers, offer.answers.question_edits
    changed = {*edits.own, *edits.reworded, *edits.removed, *edits.kept, *edits.notes, *edits.answered}
    counts = (
        (app["offer.situation"], len(given.situation)),
        (app["offer.importance"], len(given.importance)),
        (app["offer.medicines"], len(given.medicines)),
        (app["offer.questions"], len(changed)),
    )
    lines = []
    if offer.saved_at:
        here = reader.to_local_time(offer.saved_at)
        lines.append(app["offer.saved_at"].format(date=day(aid, here), time=clock(aid, here)))
    elif offer.saved_on:
        lines.append(app["offer.saved_on"].format(date=day(aid, offer.saved_on)))
    lines += [told.format(number=number) for told, number in counts if number]
    if given.leaning:
        lines.append(app["offer.leaning"].format(leaning=aid.words.leanings[given.leaning].label))
    if given != without_own_words(aid, given):
        lines.append(app["offer.own_words"])
    if not given.has_answers:
        lines.append(app["offer.nothing"])
    if offer.cut:
        lines.append(app["offer.cut"].format(number=offer.cut))
    if offer.left_out:
        lines.append(app["offer.dropped"].format(number=offer.left_out))
    return lines


def _open(offer: PendingImport) -> None:
    def put(before: Answers) -> Answers:
        seed = before.order_seed if offer.answers.order_seed is None else offer.answers.order_seed
        opened = offer.answers.model_copy(update={"order_seed": seed})
        return opened if offer.by_file else opened.with_settings_of(before)

    session.keep(put)
    session.set_pending(Done())


def _refusal(aid: Aid, refusal: CannotOpen) -> None:
    app = aid.words.app
    told = {
        "too_big": app["refused.too_big"].format(file=NAME),
        "not_ours": app["refused.not_ours"].format(file=NAME),
        "damaged": app["refused.damaged"],
        "newer": app["refused.newer"],
        "lost": app["refused.lost"],
    }
    _note(aid, app["refused.heading"], f"{told[refusal.reason]} {app['refused.kept']}")


def _done(aid: Aid) -> None:
    _note(aid, aid.words.app["offer.opened"], aid.words.app["offer.done"])


def _note(aid: Aid, heading: str, text: str) -> None:
    """A box that tells something until it is closed."""
    with st.container(border=True, key="offer"):
        st.header(heading, anchor=False)
        st.markdown(text)
        st.button(aid.words.app["offer.close"], key="offer.close", on_click=session.set_pending, args=(None,))


def _ask_whose() -> None:
    """After a while without an act, where there are answers that another person could see. What waits goes first."""
    if session.answers().has_answers and session.pending() is None:
        session.set_pending(Whose())


def _whose(aid: Aid) -> None:
    app = aid.words.app
    with st.container(border=True, key="offer"):
        st.header(app["whose.heading"], anchor=False)
        st.markdown(app["whose.text"].format(minutes=aid.decision.ask_whose_after))
        with st.container(horizontal=True):
            st.button(app["whose.mine"], key="whose.mine", type="primary", on_click=session.set_pending, args=(None,))
            st.button(app["whose.clear"], key="whose.clear", on_click=_clear)


def _clear() -> None:
    session.clear()
    session.set_pending(None)
