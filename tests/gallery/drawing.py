"""What draws an example, where it takes more than a call of the view: each function draws from an aid and answers."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from decision_aid import reader, session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.site import Site
from decision_aid.pages import RESULT, WEIGH
from decision_aid.summary.summary import summarize
from decision_aid.views import (
    answer_import,
    foot,
    heading,
    more_questions,
    my_display,
    prose,
    question_cards,
    read_aloud,
    readiness,
    screens,
    service,
    steps,
    take_away,
    understanding,
    urgent,
)
from harness.people import ordinary

Draw = Callable[[Aid, Answers], None]
Screens = Callable[[Aid, Answers], list[screens.Screen]]


def in_the_head(draw: Draw) -> Draw:
    """Draws in the room at the top of every page."""

    def drawn(aid: Aid, answers: Answers) -> None:
        with st.container(key="steps"):
            draw(aid, answers)

    return drawn


def the_service(aid: Aid, answers: Answers) -> None:
    service.head(aid.model_copy(update={"site": Site(name="Riverside Spine Clinic, Department of Radiology")}))


def where_i_am(aid: Aid, answers: Answers) -> None:
    steps.steps(aid, WEIGH)
    my_display.my_display(aid, answers)


def the_display(aid: Aid, answers: Answers) -> None:
    my_display.my_display(aid, answers)


def read_to_me(aid: Aid, answers: Answers) -> None:
    """To be seen where the browser has a voice for the language."""
    read_aloud.reader(aid, WEIGH)


def title(aid: Aid, answers: Answers) -> None:
    words = aid.words.pages[WEIGH]
    heading.heading(aid, "gallery", words.title, words.purpose, aid.words.app["weigh.over"].format(number=1, total=6))


def advice(aid: Aid, answers: Answers) -> None:
    urgent.advice(aid, answers)


def intro(aid: Aid, answers: Answers) -> None:
    prose.sections(aid, WEIGH, "intro", "after")


def whole_screen(aid: Aid, answers: Answers) -> None:
    """As it stands on a page: what to do at once, title, the thing itself, foot."""
    screens.show(aid, answers, WEIGH, screens.single(aid, WEIGH, intro))


def middle_foot(aid: Aid, answers: Answers) -> None:
    """All that it can hold: back, past the rest, and on."""
    foot.foot(aid, WEIGH, "before", "after", foot.Extra(aid.words.app["weigh.skip"], screen=RESULT))


def last_foot(aid: Aid, answers: Answers) -> None:
    foot.foot(aid, "questions", finish=partial(take_away.print_out, aid, answers))


def screen(screens_of: Screens, name: str) -> Draw:
    """Draws one screen of a step, under its title."""

    def draw(aid: Aid, answers: Answers) -> None:
        shown = next(each for each in screens_of(aid, answers) if each.id == name)
        heading.heading(aid, f"gallery/{name}", shown.title, shown.purpose, shown.over)
        shown.draw(aid, answers)

    return draw


def ready(aid: Aid, answers: Answers) -> None:
    with st.container(key="ready"):
        readiness.leaning(aid, answers)
        readiness.unclear(aid, answers)


def knowing(aid: Aid, answers: Answers) -> None:
    understanding.knowledge(aid, answers)
    prose.fold(aid, answers, "readiness", "steps", partial(how_sure, aid, answers))


def how_sure(aid: Aid, answers: Answers) -> None:
    understanding.sure(aid, answers)
    understanding.stage(aid, answers, "stage_at_end")


def cards(aid: Aid, answers: Answers) -> None:
    question_cards.question_cards(aid, summarize(aid, answers, reader.today()))


def a_card_to_write_on(aid: Aid, answers: Answers) -> None:
    first = summarize(aid, answers, reader.today()).questions[0]
    session.open_item(question_cards.WRITING, f"{first.id}.note")
    cards(aid, answers)


def questions_to_add(aid: Aid, answers: Answers) -> None:
    more_questions.add(aid, answers, summarize(aid, answers, reader.today()))


def taking(aid: Aid, answers: Answers) -> None:
    take_away.main_ways(aid, summarize(aid, answers, reader.today()))
    take_away.more_ways(aid, answers)
    take_away.tell_team(aid, answers)


def box(pending: Callable[[Aid], object]) -> Draw:
    """Draws the box about what has come in."""

    def draw(aid: Aid, answers: Answers) -> None:
        session.set_pending(pending(aid))
        answer_import.arrivals(aid, answers)

    return draw


def offered(aid: Aid) -> answer_import.PendingImport:
    """Somebody's answers, of which not all can be opened."""
    return answer_import.PendingImport(
        ordinary(aid), left_out=1, cut=1, saved_on=aid.decision.evidence_updated, by_file=True
    )
