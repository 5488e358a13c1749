"""One way through the aid by keyboard, as Orca says it: `python -m harness.orca`, for Spanish with ` es` after it.

It prints a table for docs/accessibility.md, and fails where something is not said that has to be. The texts come from
the content; how Orca calls a part of the page, as "heading level 1", it says in English. It takes some minutes.
"""

import sys
from dataclasses import dataclass, field

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, WEIGH
from harness.aids import real_aid
from harness.hearing import Listener, listening, missing
from harness.serving import by_streamlit, served

MOST_PRESSES = 60
WHERE = "KP_Enter"
"""Orca's key for "where am I?"."""
PATIENCE = 25
"""Seconds after which a listener who hears nothing asks where they are."""
BEGINNING = 40
"""Letters of a text by which it is known."""
READ_OUT = 8
"""Seconds of silence after which a whole page has been read out: there are pauses in between on a busy machine."""
SHOWN = 8
"""How many of the things said after a press are printed."""


@dataclass
class Walk:
    """A listener on the way, who knows what is to be said."""

    listener: Listener
    aid: Aid
    silent: list[str] = field(default_factory=list)
    """Headings that had the focus and were said when asked for."""

    def until(self, key: str, words: str) -> list[str]:
        """Press a key until these words are said. Raises TimeoutError where they never are."""
        for _ in range(MOST_PRESSES):
            said = self.listener.press(key)
            if any(words in text for text in said):
                return said
        raise TimeoutError(f"after {MOST_PRESSES} presses of {key} nobody said '{words}'")

    def press(self, key: str, words: str) -> list[str]:
        """Press a key once, and wait until these words are said. Raises TimeoutError where they never are."""
        self.listener.strike(key)
        return self.listener.await_words(words)

    def turn(self, key: str, heading: str) -> list[str]:
        """Press a key that opens another screen, and wait for its heading; ask for it where nobody says it.

        Orca 43 can be silent where what had the focus is gone before Orca comes to know of it (docs/accessibility.md).
        """
        self.listener.strike(key)
        try:
            return self.listener.await_words(heading, PATIENCE)
        except TimeoutError:
            self.silent.append(heading)
            return ["(silent; then asked where one is)", *self.press(WHERE, heading)]

    def go_to(self, page: str, heading: str) -> list[str]:
        """Open a step by its link above the title, and wait for a heading."""
        self.until("shift+Tab", f"{self.aid.words.pages[page].menu} link")
        return self.turn("Return", heading)

    def note(self, what: str, pressed: str, said: list[str]) -> None:
        """Print a row of the table."""
        print(f"| {what} | {pressed} | {cell(said)} |", flush=True)


def cell(said: list[str]) -> str:
    """What was said as one cell of a table."""
    more = " …" if len(said) > SHOWN else ""
    return " / ".join(text.replace("|", "\\|").replace("\n", " ") for text in said[:SHOWN]) + more


def page_change(walk: Walk) -> None:
    """From the first page to the next, by its one way on."""
    app, words = walk.aid.words.app, walk.aid.words.pages["situation"]
    walk.note("the way on", "Tab", walk.until("Tab", f"{app['next'].format(page=words.menu)} link"))
    title = next(iter(walk.aid.words.situation_groups.values()))
    walk.note("another page", "Enter", walk.turn("Return", title))


def choices(walk: Walk) -> None:
    """A question that takes several answers, and the advice that one of them calls for; then one with one answer."""
    asked = walk.aid.words.situation["urgent_signs"]
    _, second, *_ = (choice.label for choice in asked.choices.values())
    walk.note("a question that takes several answers", "Tab", walk.until("Tab", asked.question))
    walk.note("its next answer", "Right", walk.press("Right", second))
    walk.note(
        "it is picked, and calls for advice", "Space", walk.press("space", walk.aid.words.urgent["numbers"][:BEGINNING])
    )
    walk.note("it is taken back", "Space", walk.press("space", "not pressed"))
    walk.until("Tab", walk.aid.words.app["onward"])
    title = list(walk.aid.words.situation_groups.values())[1]
    walk.note("another screen of the step", "Tab to Next, Enter", walk.turn("Return", title))
    question = walk.aid.words.situation["time_since_break"].question
    walk.note("a question that takes one answer", "Tab", walk.until("Tab", question))


def two_ways(walk: Walk) -> None:
    """The options side by side: the head of the table, and its first row."""
    words, app = walk.aid.words, walk.aid.words.app
    walk.note("the two ways", "Tab to its step, Enter", walk.go_to("two_ways", words.pages["two_ways"].title))
    walk.note("the options side by side", "Down", walk.until("Down", app["table_question"]))
    walk.note("the next line", "Down", walk.listener.press("Down"))
    walk.note("the next line", "Down", walk.listener.press("Down"))


def weighing(walk: Walk) -> None:
    """A picture of people, and the slider below it: not set, and set."""
    app = walk.aid.words.app
    walk.note("a thing to weigh", "Tab to its step, Enter", walk.go_to(WEIGH, "heading level 1"))
    walk.note("a picture of people", "Down", walk.until("Down", "image"))
    walk.note("its text", "Down", walk.listener.press("Down"))
    walk.note("a slider that is not set", "Tab", walk.until("Tab", "slider"))
    for rating in (0, 1):
        walk.note("a change of it", "Right", walk.press("Right", app["rated"].format(rating=rating)))


def results(walk: Walk) -> None:
    """What is known about a question, once it is answered."""
    words, app = walk.aid.words, walk.aid.words.app
    item = words.knowledge[next(iter(walk.aid.knowledge))]
    walk.go_to("readiness", words.pages["readiness"].title)
    walk.until("Tab", app["knowledge_heading"])
    walk.note("a part is opened", "Tab, Enter", walk.press("Return", "expanded"))
    walk.note("a question on what is known", "Tab", walk.until("Tab", item.question))
    walk.note("it is answered", "Space", walk.press("space", item.feedback[:BEGINNING]))


def questions(walk: Walk) -> None:
    """A question of the list moves up."""
    words, app = walk.aid.words, walk.aid.words.app
    walk.note("the list", "Tab to its step, Enter", walk.go_to("questions", words.pages["questions"].title))
    second = app["question_menu"].format(number=2)
    walk.note("the menu of a question", "Tab", walk.until("Tab", second))
    walk.note("it is opened", "Enter", walk.press("Return", second))
    walk.note("what can be done with it", "Down", walk.press("Down", app["move_down"]))
    walk.note("the line before", "Up", walk.press("Up", app["move_up"]))
    walk.note("the question moves up", "Enter", walk.press("Return", "1 "))  # its new place, or the new order


def refused_file(walk: Walk) -> None:
    """A file that holds no answers is chosen on the first page."""
    words, app = walk.aid.words, walk.aid.words.app
    walk.go_to(FIRST, words.pages[FIRST].title)
    walk.until("Tab", app["start.my_answers"])
    walk.press("Return", "expanded")
    walk.note("where a saved file is opened", "Tab", walk.until("Tab", app["open.choose"]))
    (walk.listener.home / "wrong.json").write_text("no answers")
    walk.listener.press("space", quiet=4)
    walk.listener.write("~/wrong.json")
    walk.note("a file without answers", "its name, Enter", walk.turn("Return", app["refused.heading"]))


PARTS = (page_change, choices, two_ways, weighing, results, questions, refused_file)


def main() -> None:
    """Print the way through, in the language that was asked for."""
    if lacks := missing():
        sys.exit(f"Missing on this machine: {', '.join(lacks)}. They are packages of Debian; see harness/hearing.py.")
    language = next(iter(sys.argv[1:]), "en")
    unsaid, walk = list[str](), None
    try:
        with served(by_streamlit("app.py")) as site, listening(f"{site}/?lang={language}") as listener:
            walk = Walk(listener, real_aid(language))
            walk.note("the page opens", "", [*listener.await_words("Finished loading"), *listener.hear(READ_OUT)])
            for part in PARTS:
                try:
                    part(walk)
                except TimeoutError as fault:
                    unsaid.append(f"{part.__name__}: {fault}")
    except (RuntimeError, TimeoutError) as fault:
        unsaid.append(str(fault))
    if walk and walk.silent:
        print(f"\nSaid when asked for: {', '.join(walk.silent)}")
    if unsaid:
        sys.exit("\n".join(unsaid))


if __name__ == "__main__":
    main()
