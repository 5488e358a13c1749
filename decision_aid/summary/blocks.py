"""The Summary in reading order, as headings and lines: what every rendering of it prints, in one place."""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.summary.facts import KeyFact
from decision_aid.summary.summary import Summary, TakenQuestion, TakenReason, TakenVisit
from decision_aid.wording.dates import day
from decision_aid.wording.key_figures import KeyFigure


@dataclass(frozen=True)
class Item:
    """A line of a block: its text, an optional smaller line under it, and a note: "" leaves room to write one."""

    text: str
    under: str = ""
    note: str | None = None


@dataclass(frozen=True)
class Block:
    """A heading with its lines; `numbered` where order matters, `urgent` where it must not wait."""

    heading: str
    items: tuple[Item, ...]
    numbered: bool = False
    urgent: bool = False


def blocks(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The parts of the summary that hold something, most urgent first."""
    return (*at_once(aid, summary), *for_the_doctor(aid, summary), *details(aid, summary))


def at_once(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """What a doctor has to see at once, on the first sheet: warning signs, then the questions."""
    return tuple(block for block in _first(aid, summary) if block.items)


def for_the_doctor(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """What a doctor has to know of this person, on the second sheet, beside the main facts."""
    return tuple(block for block in _second(aid, summary) if block.items)


def details(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """All else that the person said, on the third sheet."""
    return tuple(block for block in _third(aid, summary) if block.items)


def facts_told(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The facts on what matters most in sentences, with their sources: for renderings without pictures."""
    told = tuple(item for fact in summary.facts for item in _fact(fact))
    facts = Block(aid.words.app["key_facts"], told)
    sources = Block(aid.words.app["sources"], _lines(*(source.text for source in summary.sources)))
    return tuple(block for block in (facts, sources) if block.items)


def _first(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, urgent = aid.words.app, aid.words.urgent
    if summary.urgent:
        yield Block(urgent["heading"], _lines(*(sign.text for sign in summary.urgent), urgent["numbers"]), urgent=True)
    yield Block(app["my_questions"], tuple(_question(aid, one) for one in summary.questions), numbered=True)


def _second(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, visit = aid.words.app, summary.visit
    yield Block(app["visit.outcome"], tuple(_settled(aid, visit)))
    yield Block(app["visit.reason"], _lines(visit.reason))
    yield Block(app["tell_the_team"], _lines(*summary.tell))
    yield Block(app["my_medicines"], tuple(Item(f"{one.group}:", ", ".join(one.names)) for one in summary.medicines))
    yield Block(app["what_matters"], tuple(Item(f"{one.name}: {one.importance.text}") for one in summary.matters))
    yield Block(app["own_reasons"], tuple(_reason(aid, reason) for reason in summary.own_reasons))
    yield Block(app["my_leaning"], _lines(summary.leaning.text if summary.leaning else ""))
    yield Block(app["my_unclear"], _lines(*(item.text for item in summary.unclear)))


def _third(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, stage = aid.words.app, summary.stage_at_end or summary.stage_at_start
    yield Block(app["stage_heading"], _lines(stage.text if stage else ""))
    yield Block(app["my_gaps"], _lines(*(gap.text for gap in summary.gaps)))
    yield Block(app["sure_heading"], _lines(summary.sure))
    yield Block(app["my_situation"], tuple(Item(entry.question, entry.told) for entry in summary.situation))
    yield Block(app["facts_opened"], _lines(", ".join(page.text for page in summary.opened)))


def _fact(fact: KeyFact) -> Iterator[Item]:
    """What is known for each option, and under it every figure with all that has to be said beside it."""
    yield from (Item(f"{fact.name}. {option}: {told}") for option, told in fact.known)
    yield from map(_figure, fact.figures)


def _figure(figure: KeyFigure) -> Item:
    told = (f"{one.group}: {one.told}" if one.group else one.told for one in figure.groups)
    return Item(". ".join((figure.title, figure.comparator, " ".join(told))), " ".join(figure.details))


def _lines(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(text) for text in texts if text)


def _settled(aid: Aid, visit: TakenVisit) -> Iterator[Item]:
    app = aid.words.app
    if visit.decided:
        yield Item(f"{app['visit.decided']}:", visit.decided.text)
    if visit.next_step:
        yield Item(f"{app['visit.next_step']}:", visit.next_step)
    if visit.led_by:
        yield Item(f"{app['visit.led_by']}:", visit.led_by)
    if visit.performs_procedure:
        yield Item(app["visit.performs"], visit.performs_procedure.text)


def _reason(aid: Aid, reason: TakenReason) -> Item:
    form, rated = aid.words.app["own_reason_for"], reason.importance
    told = form.format(reason=reason.text, option=reason.option.text) if reason.option else reason.text
    return Item(f"{told}:", rated.text) if rated else Item(told)


def _question(aid: Aid, question: TakenQuestion) -> Item:
    text = f"{question.text} ({aid.words.app['ask_first']})" if question.first else question.text
    under = f"{question.because} {question.ask}." if question.ask else question.because
    note = f"{aid.words.app['answered']}. {question.note}".strip() if question.answered else question.note
    return Item(text, under, note)


def closing(aid: Aid, summary: Summary) -> str:
    """The line under every export: who entered this, which aid, how old its evidence is; and the booklet by name."""
    return f"{origin(aid, summary)} {aid.words.booklet.named_by_the_list}"


def origin(aid: Aid, summary: Summary) -> str:
    """Who entered this, which aid, and how old its evidence is."""
    return aid.words.app["closing"].format(
        name=aid.words.app["name"],
        version=summary.version,
        evidence_date=day(aid, summary.evidence_date),
        made_on=day(aid, summary.made_on),
    )
