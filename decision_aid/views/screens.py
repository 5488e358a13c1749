"""The screens of a step, each with a heading, one view and a foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from decision_aid import address, session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.safety import red_flags
from decision_aid.views import foot, heading, urgent


@dataclass(frozen=True)
class Screen:
    """One screen of a step.

    `id` is its name in the address. `over`: a short line above the title ("1 of 6 things to weigh"). `draw` draws the
    content. `extra`: a quiet second button. `onward`: the label of the button onward, if not "Next". `finish` draws
    what replaces that button at the last step. `shows_facts`: whether to open it counts as seeing the step's facts.
    `asks_signs`: whether it asks about warning signs, and so shows whom to call with the question.
    """

    id: str
    title: str
    purpose: str
    draw: Callable[[Aid, Answers], None]
    over: str = ""
    extra: foot.Extra | None = None
    onward: str = ""
    finish: Callable[[Aid, Answers], None] | None = None
    shows_facts: bool = True
    asks_signs: bool = False


def single(aid: Aid, step: str, draw: Callable[[Aid, Answers], None]) -> tuple[Screen]:
    """The screen of a step with a single one, under the title of its page."""
    words = aid.words.pages[step]
    return (Screen("", words.title, words.purpose, draw),)


def show(aid: Aid, answers: Answers, step: str, screens: Sequence[Screen]) -> None:
    """Draw the screen in the address, or the first. It is a fragment: an answer, or a move to another screen, redraws
    nothing else of the page.
    """
    ids = [screen.id for screen in screens]
    screen_id = address.screen()
    index = ids.index(screen_id) if screen_id in ids else 0
    screen = screens[index]
    session.remember_screen(step, screen.id)
    if screen.shows_facts:
        session.note_opened(step)
    if red_flags(aid, answers) and not screen.asks_signs:
        urgent.advice(aid, answers)
    heading.heading(aid, f"{step}/{screen.id}", screen.title, screen.purpose, screen.over)
    screen.draw(aid, answers)
    before, after = (ids[neighbor] if 0 <= neighbor < len(ids) else "" for neighbor in (index - 1, index + 1))
    finish = partial(screen.finish, aid, answers) if screen.finish else None
    foot.foot(aid, step, before, after, screen.extra, screen.onward, finish)
