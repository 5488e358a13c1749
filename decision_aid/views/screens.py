"""The screens of a step: one thing each, with its title above and its foot below."""

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

    `id` stands in the address. `over` is a short line above the title ("1 of 6 things to weigh"). `draw` draws the one
    thing. `extra` is a quiet second way on; `onward` the label of the way on, where it is not "Next"; `finish` draws
    what stands there where the way ends. `shows_facts`: whether who opens it has seen what the step has to show.
    `asks_signs`: whether it asks about warning signs, and says beside the question whom to call.
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
    """The one screen of a step that has no more, under the title of its page."""
    words = aid.words.pages[step]
    return (Screen("", words.title, words.purpose, draw),)


def show(aid: Aid, answers: Answers, step: str, screens: Sequence[Screen]) -> None:
    """The screen that the address asks for, or the first. It is drawn as a part by itself: an answer, or a press on
    the way on, draws it anew and nothing else of the page.
    """
    ids = [screen.id for screen in screens]
    asked = address.screen()
    place = ids.index(asked) if asked in ids else 0
    screen = screens[place]
    session.remember_screen(step, screen.id)
    if screen.shows_facts:
        session.note_opened(step)
    if red_flags(aid, answers) and not screen.asks_signs:
        urgent.advice(aid, answers)
    heading.heading(aid, f"{step}/{screen.id}", screen.title, screen.purpose, screen.over)
    screen.draw(aid, answers)
    before, after = (ids[at] if 0 <= at < len(ids) else "" for at in (place - 1, place + 1))
    finish = partial(screen.finish, aid, answers) if screen.finish else None
    foot.foot(aid, step, before, after, screen.extra, screen.onward, finish)
