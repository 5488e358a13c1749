"""Whether files arrive with the letter typed last while many others answer.

A browser types a word into a question and presses a button for a file at once, a hundred times, over a line with a
delay. Beside it other people go through the aid on the same server. Ends with 1 where a file or a letter lacks.
"""

import asyncio
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import inf
from pathlib import Path
from statistics import median
from threading import Event, Thread

import pypdfium2
from playwright.sync_api import Error, Page

from benchmarks.people_at_once import Person, crowd
from benchmarks.slow_line import slow_line
from decision_aid.model.aid import Aid
from harness.aids import real_aid
from harness.people import ordinary
from harness.serving import by_uvicorn, served
from harness.visiting import bring, chromium, settle

BUTTONS = ("download_pdf", "download_text", "download_page", "download_fhir", "save.button")
LONGEST = 60_000
"""Milliseconds that someone waits for a file."""


def main(files: int = 100, people: int = 50, think: float = 5.0, delay: float = 0.15) -> bool:
    """Run, and print how many came, with what, and how soon. True where a file or a letter lacks.

    `think` has the seconds between two acts of a person, `delay` those there and back.
    """
    aid = real_aid()
    with served(by_uvicorn("deploy.asgi:app")) as site, slow_line(site, delay) as far, chromium() as browser:
        page = browser.new_page()
        bring(page, far, ordinary(aid), "questions")
        with _others(aid, far, people, think) as others:
            times = [spent for number in range(files) if (spent := _press(page, aid, number))]
    given = sum(person.given for person in others)
    print(f"{len(times)} of {files} files arrived with the letter typed last; {given} answers beside them.")
    if times:
        print(f"From the press: median {median(times):.1f} s, longest {max(times):.1f} s.")
    return len(times) < files


def _press(page: Page, aid: Aid, number: int) -> float | None:
    """Type a word, press at once; the seconds until a file came that has it. None where none came, or without it."""
    app, word = aid.words.app, f"Zebra{number}x"
    try:
        if not page.get_by_label(app["reword_label"]).count():
            page.get_by_role("button", name=app["question_menu"].format(number=1), exact=True).press("Enter")
            page.get_by_role("menuitem", name=app["reword"], exact=True).press("Enter")
        button = page.get_by_role("button", name=app[BUTTONS[number % len(BUTTONS)]], exact=True)
        if not button.count():
            page.locator("summary").filter(has_text=app["take.more"]).click()
            button.wait_for()
        field = page.get_by_label(app["reword_label"])
        field.fill(word[:-1])
        field.press("End")
        page.keyboard.type(word[-1])
        pressed = time.perf_counter()
        with page.expect_download(timeout=LONGEST) as download:
            button.click()
        spent, content = time.perf_counter() - pressed, Path(download.value.path()).read_bytes()
        settle(page)
    except Error as trouble:
        print(f"{number}: {trouble.message.splitlines()[0]}", file=sys.stderr)
        return None
    return spent if word in _read(content) else None


def _read(content: bytes) -> str:
    if not content.startswith(b"%PDF"):
        return content.decode()
    return "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(BytesIO(content)))


@contextmanager
def _others(aid: Aid, address: str, people: int, think: float) -> Iterator[list[Person]]:
    """People who go through the aid, one after the other, as long as the block lasts."""
    over, came = Event(), list[Person]()

    async def until_over() -> None:
        living = asyncio.create_task(
            crowd(lambda number: Person(aid, address, random.Random(number), think), came, people, think, inf)
        )
        await asyncio.to_thread(over.wait)
        living.cancel()

    thread = Thread(target=asyncio.run, args=(until_over(),))
    thread.start()
    try:
        yield came
    finally:
        over.set()
        thread.join()
