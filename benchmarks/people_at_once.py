"""Made-up people who go through the aid, and in the end look at every page with answers once more."""

import asyncio
import json
import random
import time
from collections.abc import Callable
from typing import Any

from benchmarks.journey import ADDRESSES, Asked, questions
from benchmarks.streamlit_client import Tab, Trouble
from benchmarks.wire import Value
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.packing import CannotOpen, unpack

FILES = (("pdf", b"%PDF", b"%%EOF"), ("page", b"<!doctype html>", b"</html>"), ("answers", b"{", b"}"))
"""What is taken along, and how it begins and ends."""
ON_A_SCREEN = 3
"""The most questions answered on one visit to a screen."""


class Person:
    """`given` counts answers, `files` what was brought whole, `served` is whether they got through; `errors` and `lost`
    say what went wrong.
    """

    def __init__(self, aid: Aid, address: str, chance: random.Random, think: float, reloads: float = 0.0) -> None:
        self._chance, self._think, self._reloads = chance, think, reloads
        self._asked = questions(aid, chance)
        self._last: dict[str, tuple[Asked, Value, Any]] = {}
        self.tab = Tab(address)
        self.given = self.files = 0
        self.served = False
        self.errors: list[str] = []
        self.lost: list[str] = []

    async def live(self, end: float) -> None:
        """Go through all pages, or as many as there is time for; then look whether every answer is still there."""
        while not self.tab.pages and time.monotonic() < end:  # who meets an error reloads
            await self._try(self.tab.open(""))
        for page in ADDRESSES:
            for screen in dict.fromkeys(question.screen for question in self._asked if question.page == page) or ("",):
                if time.monotonic() < end:
                    await self._visit(page, screen, end)
        self.served = time.monotonic() < end
        await self._take_along()
        await self._look_again()
        await self.tab.close()

    async def _visit(self, page: str, screen: str, end: float) -> None:
        await self._ponder()
        again = self._chance.random() < self._reloads
        await self._try(self.tab.open(page, screen) if again else self.tab.go(page, screen))
        here = [question for question in self._asked if (question.page, question.screen) == (page, screen)]
        for question in self._chance.sample(here, min(ON_A_SCREEN, len(here))):
            await self._ponder()
            if time.monotonic() < end:
                await self._answer(question)

    async def _answer(self, question: Asked) -> None:
        value, answer = self._chance.choice(question.ways)
        if await self._try(self.tab.give(question.key, value)):
            self.given += 1
            self._last[question.key] = (question, value, answer)

    async def _take_along(self) -> None:
        """Save the list and the answers as files, and look whether each is whole."""
        for what, begins, ends in FILES:
            await self._ponder()
            content = await self._try(self.tab.bring(what))
            if content is None:
                continue
            if content.startswith(begins) and content.rstrip().endswith(ends):
                self.files += 1
            else:
                self.errors.append(f"{what} is not whole")

    async def _look_again(self) -> None:
        """Compare what was given last with what each page shows, and with what the server says that it has."""
        missing: dict[str, None] = {}
        for page, screen in dict.fromkeys((question.page, question.screen) for question, _, _ in self._last.values()):
            await self._ponder()
            await self._try(self.tab.go(page, screen))
            shown = self.tab.shown()
            for question, value, _ in self._last.values():
                here = (question.page, question.screen) == (page, screen)
                if here and _sorted(shown.get(question.key)) != _sorted(value):
                    missing[question.key] = None
        try:
            held = json.loads(self.tab.answers or "{}")
            answers = unpack(held.pop("version", 1), held)
        except CannotOpen as why:
            self.errors.append(f"the server's answers cannot be read: {why}")
            answers = Answers()
        missing |= {key: None for key, (question, _, answer) in self._last.items() if question.kept(answers) != answer}
        self.lost += missing

    async def _ponder(self) -> None:
        await asyncio.sleep(self._think * self._chance.uniform(0.5, 1.5))

    async def _try(self, act: Any) -> Any:
        try:
            return await act
        except (Trouble, OSError) as why:
            self.errors.append(str(why))
            return None


async def crowd(
    come: Callable[[int], Person], people: list[Person], at_a_time: int, arriving: float, end: float
) -> None:
    """So many people at any time until `end`, gathered in `people`: for each who is through the next comes.

    The first ones arrive over `arriving` seconds.
    """

    async def keep_coming(wait: float) -> None:
        await asyncio.sleep(wait)
        while time.monotonic() < end:
            people.append(come(len(people)))
            await people[-1].live(end)

    await asyncio.gather(*(keep_coming(number * arriving / at_a_time) for number in range(at_a_time)))


def _sorted(value: Value | None) -> Value | None:
    return sorted(value) if isinstance(value, list) else value
