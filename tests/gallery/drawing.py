"""Functions that draw examples which need more than a call of the view; each takes an aid and answers."""

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
)
from harness.people import ordinary

Draw = Callable[[Aid, Answers], None]
Screens = Callable[[Aid, Answers], list[screens.Screen]]


def at_page_top(draw: Draw) -> Draw:
    """Wrap `draw` in the container at the top of every page."""

    def draw_at_top(aid: Aid, answers: Answers) -> None:
        with st.container(key="steps"):
            draw(aid, answers)

    return draw_at_top


def service_head(aid: Aid, answers: Answers) -> None:
    service.head(aid.model_copy(update={"site": Site(name="Riverside Spine Clinic, Department of Radiology")}))


def steps_and_display(aid: Aid, answers: Answers) -> None:
    steps.steps(aid, WEIGH)
    my_display.my_display(aid, answers)


def reading_aloud(aid: Aid, answers: Answers) -> None:
    """Shown where the browser has a voice for the language."""
    read_aloud.reader(aid, WEIGH)


def title(aid: Aid, answers: Answers) -> None:
    words = aid.words.pages[WEIGH]
    heading.heading(aid, "gallery", words.title, words.purpose, aid.words.app["weigh.over"].format(number=1, total=6))


def intro(aid: Aid, answers: Answers) -> None:
    prose.sections(aid, WEIGH, "intro", "after")


def full_screen(aid: Aid, answers: Answers) -> None:
    """A whole screen: urgent advice, title, content, foot."""
    screens.show(aid, answers, WEIGH, screens.single(aid, WEIGH, intro))


def middle_foot(aid: Aid, answers: Answers) -> None:
    """A foot with all its buttons: back, skip and next."""
    foot.foot(aid, WEIGH, "before", "after", foot.Extra(aid.words.app["weigh.skip"], screen=RESULT))


def last_foot(aid: Aid, answers: Answers) -> None:
    foot.foot(aid, "questions", finish=partial(take_away.print_out, aid, answers))


def screen(screens_of: Screens, name: str) -> Draw:
    """Return a function that draws one screen of a step, under its title."""

    def draw(aid: Aid, answers: Answers) -> None:
        view = next(candidate for candidate in screens_of(aid, answers) if candidate.id == name)
        heading.heading(aid, f"gallery/{name}", view.title, view.purpose, view.over)
        view.draw(aid, answers)

    return draw


def leaning_and_unclear(aid: Aid, answers: Answers) -> None:
    with st.container(key="ready"):
        readiness.leaning(aid, answers)
        readiness.unclear(aid, answers)


def knowledge(aid: Aid, answers: Answers) -> None:
    understanding.knowledge(aid, answers)
    prose.fold(aid, answers, "readiness", "steps", partial(sure_and_stage, aid, answers))


def sure_and_stage(aid: Aid, answers: Answers) -> None:
    understanding.sure(aid, answers)
    understanding.stage(aid, answers, "stage_at_end")


def cards(aid: Aid, answers: Answers) -> None:
    question_cards.question_cards(aid, summarize(aid, answers, reader.today()))


def card_with_note(aid: Aid, answers: Answers) -> None:
    first = summarize(aid, answers, reader.today()).questions[0]
    session.open_item(question_cards.WRITING, f"{first.id}.note")
    cards(aid, answers)


def questions_to_add(aid: Aid, answers: Answers) -> None:
    more_questions.add(aid, answers, summarize(aid, answers, reader.today()))


def take_along(aid: Aid, answers: Answers) -> None:
    take_away.main_ways(aid, summarize(aid, answers, reader.today()))
    take_away.more_ways(aid, answers)
    take_away.tell_team(aid, answers)


def arrivals(pending: Callable[[Aid], object]) -> Draw:
    """Return a function that draws the box about a pending import."""

    def draw(aid: Aid, answers: Answers) -> None:
        session.set_pending(pending(aid))
        answer_import.arrivals(aid, answers)

    return draw


def offered_answers(aid: Aid) -> answer_import.PendingImport:
    """Offered answers of which not all can be opened."""
    return answer_import.PendingImport(
        ordinary(aid), left_out=1, cut=1, saved_on=aid.decision.evidence_updated, by_file=True
    )
