"""The Summary in reading order, as headings and lines: what every rendering of it prints, in one place."""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.exports.dates import day
from decision_aid.exports.summary import Summary, TakenQuestion
from decision_aid.model.aid import Aid


@dataclass(frozen=True)
class Item:
    """A line of a block: its text, an optional smaller line under it, and a note: "" leaves room to write one."""

    text: str
    under: str = ""
    note: str | None = None


@dataclass(frozen=True)
class Block:
    """A heading with its lines; `numbered` where order matters."""

    heading: str
    items: tuple[Item, ...]
    numbered: bool = False


def blocks(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The parts of the summary that hold something, most urgent first."""
    return tuple(block for block in _all(aid, summary) if block.items)


def _all(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, urgent = aid.words.app, aid.words.urgent
    if summary.urgent:
        yield Block(urgent["heading"], (*(Item(sign) for sign in summary.urgent), Item(urgent["numbers"])))
    yield Block(app["my_questions"], tuple(_question(aid, one) for one in summary.questions), numbered=True)
    yield Block(app["tell_the_team"], tuple(Item(line) for line in summary.tell))
    yield Block(app["my_medicines"], tuple(Item(group, ", ".join(names)) for group, names in summary.medicines))
    yield Block(app["what_matters"], tuple(Item(f"{one.name}: {one.importance}") for one in summary.matters))
    yield Block(app["own_reasons"], tuple(Item(reason) for reason in summary.own_reasons))
    yield Block(app["my_leaning"], (Item(summary.leaning),) if summary.leaning else ())
    yield Block(app["my_unclear"], tuple(Item(item) for item in summary.unclear))
    yield Block(app["my_situation"], tuple(Item(question, answer) for question, answer in summary.situation))


def _question(aid: Aid, question: TakenQuestion) -> Item:
    text = f"{question.text} ({aid.words.app['ask_first']})" if question.first else question.text
    under = f"{question.because} {question.ask}." if question.ask else question.because
    note = f"{aid.words.app['answered']} {question.note}".strip() if question.answered else question.note
    return Item(text, under, note)


def closing(aid: Aid, summary: Summary) -> str:
    """The line under every export: who entered this, which aid, how old its evidence is."""
    return aid.words.app["closing"].format(
        name=aid.words.app["name"],
        version=summary.version,
        evidence_date=day(aid, summary.evidence_date),
        made_on=day(aid, summary.made_on),
    )
