"""Import of saved answers: those from a file or link are described, and opened once the person confirms."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import streamlit as st
from markupsafe import Markup

from decision_aid import address, reader, session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.known_answers import count_shortened_texts, count_unknown_answers, drop_unknown_answers
from decision_aid.saving.link import read_fragment
from decision_aid.saving.own_words import without_own_words
from decision_aid.saving.packing import LARGEST, CannotOpen
from decision_aid.saving.save_file import OpenedAnswers, open_save_file
from decision_aid.saving.tab import CutShort, Unreadable
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views.export_buttons import save_button
from decision_aid.views.html import show_html, show_list
from decision_aid.wording.dates import clock, day
from decision_aid.wording.interface_words import FILE

_address = component("arrivals", js=read_beside(__file__, "idle.js", "answer_import.js"))
_chooser = component(
    "file_chooser",
    html='<label><span></span><input type="file"></label>',
    css=read_beside(__file__, "file_chooser.css"),
    js=read_beside(__file__, "file_chooser.js"),
)


OLDER_LINK = "older_link"
"""Session key: whether the session began with a link in which another program had escaped the "#"."""


@dataclass(frozen=True)
class PendingImport:
    """Answers from a file or link that wait for confirmation.

    `left_out`: the number of answers that this aid does not know. `cut`: of texts that were too long.
    """

    answers: Answers
    left_out: int
    cut: int
    saved_on: date | None
    by_file: bool
    saved_at: datetime | None = None


@dataclass(frozen=True)
class ImportDone:
    """The imported answers are open now."""


@dataclass(frozen=True)
class AskWhose:
    """Nobody has used the page for a while: someone else may be at the screen now."""


def file_chooser(aid: Aid) -> None:
    """The chooser for a save file. The browser reads it and the component of `arrivals` sends it over the open
    connection, not as an upload.

    It filters no names, as phones rename files (`my-answers.json.txt`) and would not offer these: the content decides.
    """
    app = aid.words.app
    st.header(app["open.heading"], anchor=False)
    st.markdown(app["open.intro"])
    _chooser(data={"label": app["open.choose"], "largest": LARGEST}, key="file_chooser")


def arrivals(aid: Aid, answers: Answers) -> None:
    """Receive answers from a link or a chosen file, on every page, as the chooser may be gone by then; and show the box
    about them until the person has answered it.
    """
    if not session.opened_item(OLDER_LINK):  # only once, as the browser may keep the address
        token = address.escaped_answers(reader.page_address())
        session.open_item(OLDER_LINK, "came" if token else "none")
        if token:
            _set_pending(aid, partial(_from_link, aid, token), by_file=False)
    app, pending = aid.words.app, session.pending()
    _address(
        data={
            "box": session.pending_number() if pending else 0,
            "patience": aid.decision.ask_whose_after,
            "stray": session.opened_item(OLDER_LINK) == "came",
        },
        key="address",
        on_idle_change=uninterrupted(_ask_whose),
        on_left_change=uninterrupted(session.set_pending, None),
        on_token_change=uninterrupted(_receive, aid, "token", partial(_from_link, aid)),
        on_file_change=uninterrupted(_receive, aid, "file", partial(_from_file, aid)),
    )
    match pending:
        case PendingImport():
            _offer_box(aid, answers, pending)
        case CannotOpen():
            _refusal_box(aid, pending)
        case ImportDone():
            _done_box(aid)
        case CutShort():
            _message_box(aid, app["mirror.cut"], app["mirror.cut_why"].format(number=pending.number))
        case Unreadable():
            _message_box(aid, app["mirror.unreadable"], app["mirror.start_again"])
        case AskWhose():
            _whose_box(aid)


def _receive(aid: Aid, source: str, read: Callable[[str], OpenedAnswers]) -> None:
    """Set what a component sent as the pending import, or why it cannot be opened. The person's answers stay."""
    _set_pending(aid, partial(read, str(session.component_value("address", source))), by_file=source == "file")


def _set_pending(aid: Aid, read: Callable[[], OpenedAnswers], by_file: bool) -> None:
    try:
        saved = read()
    except CannotOpen as refusal:
        session.set_pending(refusal)
    else:
        answers = saved.answers
        counts = count_unknown_answers(aid, answers), count_shortened_texts(aid, answers)
        session.set_pending(PendingImport(drop_unknown_answers(aid, answers), *counts, saved.on, by_file, saved.at))


def _from_file(aid: Aid, data_url: str) -> OpenedAnswers:
    try:
        content = b64decode(data_url.partition(",")[2], validate=True)
    except ValueError as fault:
        raise CannotOpen("damaged") from fault
    return open_save_file(aid, content)


def _from_link(aid: Aid, token: str) -> OpenedAnswers:
    return OpenedAnswers(read_fragment(aid, token), None)


def _offer_box(aid: Aid, answers: Answers, offer: PendingImport) -> None:
    app = aid.words.app
    with st.container(border=True, key="offer"):
        _head(app["offer.heading"], app["offer.from_file"] if offer.by_file else app["offer.from_link"])
        show_list(contents(aid, offer))
        if answers.has_answers:
            st.markdown(app["offer.replaces"])
            save_button(aid, app["save.button"], "answers", where="offer")
        with st.container(horizontal=True):
            st.button(app["offer.open"], key="offer.open", type="primary", on_click=uninterrupted(_open, offer))
            st.button(app["offer.leave"], key="offer.leave", on_click=uninterrupted(session.set_pending, None))


def _head(heading: str, text: str) -> None:
    """The heading and first text of the box, which name and describe it to a screen reader (answer_import.js)."""
    html = Markup('<h2 id="offer-heading" data-offer="{}">{}</h2><p id="offer-text">{}</p>')
    show_html(html.format(session.pending_number(), heading, text))


def contents(aid: Aid, offer: PendingImport) -> list[str]:
    """Lines that say what an import contains: counts, and no text that was typed."""
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
        saved_at = reader.to_local_time(offer.saved_at)
        lines.append(app["offer.saved_at"].format(date=day(aid, saved_at), time=clock(aid, saved_at)))
    elif offer.saved_on:
        lines.append(app["offer.saved_on"].format(date=day(aid, offer.saved_on)))
    lines += [line.format(number=number) for line, number in counts if number]
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
    session.set_pending(ImportDone())


def _refusal_box(aid: Aid, refusal: CannotOpen) -> None:
    app = aid.words.app
    file = aid.words.variant(FILE, "answers")
    texts = {
        "too_big": app["refused.too_big"].format(file=file),
        "not_ours": app["refused.not_ours"].format(file=file),
        "damaged": app["refused.damaged"],
        "newer": app["refused.newer"],
        "lost": app["refused.lost"],
    }
    _message_box(aid, app["refused.heading"], f"{texts[refusal.reason]} {app['refused.kept']}")


def _done_box(aid: Aid) -> None:
    _message_box(aid, aid.words.app["offer.opened"], aid.words.app["offer.done"])


def _message_box(aid: Aid, heading: str, text: str) -> None:
    """A box with a message, until it is closed."""
    with st.container(border=True, key="offer"):
        _head(heading, text)
        st.button(aid.words.app["offer.close"], key="offer.close", on_click=uninterrupted(session.set_pending, None))


def _ask_whose() -> None:
    """After a time without input, ask whose answers these are, if there are any. Another pending box goes first."""
    if session.answers().has_answers and session.pending() is None:
        session.set_pending(AskWhose())


def _whose_box(aid: Aid) -> None:
    app = aid.words.app
    with st.container(border=True, key="offer"):
        _head(app["whose.heading"], app["whose.text"].format(minutes=aid.decision.ask_whose_after))
        with st.container(horizontal=True):
            st.button(
                app["whose.mine"],
                key="whose.mine",
                type="primary",
                on_click=uninterrupted(session.set_pending, None),
            )
            st.button(app["whose.clear"], key="whose.clear", on_click=uninterrupted(_clear))


def _clear() -> None:
    session.clear()
    session.set_pending(None)
