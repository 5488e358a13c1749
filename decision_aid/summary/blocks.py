"""The Summary in reading order, as headings and lines, for all exports."""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.summary.facts import KeyFact
from decision_aid.summary.summary import Summary, SummaryQuestion, SummaryReason, SummaryVisit
from decision_aid.wording.dates import day
from decision_aid.wording.key_figures import KeyFigure


@dataclass(frozen=True)
class Item:
    """A line of a block: its text, an optional smaller line under it, and a note; "" leaves room to write."""

    text: str
    under: str = ""
    note: str | None = None


@dataclass(frozen=True)
class Block:
    """A heading with its lines; `numbered` where order matters, `urgent` for warning signs."""

    heading: str
    items: tuple[Item, ...]
    numbered: bool = False
    urgent: bool = False


def blocks(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """All blocks that are not empty, the most urgent first."""
    return (*first_sheet(aid, summary), *second_sheet(aid, summary), *third_sheet(aid, summary))


def first_sheet(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The blocks of the first sheet, which a doctor has to see at once: warning signs, then the questions."""
    return tuple(block for block in _first(aid, summary) if block.items)


def second_sheet(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The blocks of the second sheet, beside the main facts: what a doctor has to know about this person."""
    return tuple(block for block in _second(aid, summary) if block.items)


def third_sheet(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The blocks of the third sheet: all other answers."""
    return tuple(block for block in _third(aid, summary) if block.items)


def fact_blocks(aid: Aid, summary: Summary) -> tuple[Block, ...]:
    """The facts on what matters most in sentences, with their sources: for exports without pictures."""
    items = tuple(item for fact in summary.facts for item in _fact(fact))
    facts = Block(aid.words.app["key_facts"], items)
    sources = Block(aid.words.app["sources"], _lines(*(source.text for source in summary.sources)))
    return tuple(block for block in (facts, sources) if block.items)


def _first(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, urgent = aid.words.app, aid.words.urgent
    if summary.urgent:
        yield Block(urgent["heading"], _lines(*(sign.text for sign in summary.urgent), urgent["numbers"]), urgent=True)
    yield Block(app["my_questions"], tuple(_question(aid, question) for question in summary.questions), numbered=True)


def _second(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, visit = aid.words.app, summary.visit
    yield Block(app["visit.outcome"], tuple(_visit_results(aid, visit)))
    yield Block(app["visit.reason"], _lines(visit.reason))
    yield Block(app["tell_the_team"], _lines(*summary.tell))
    yield Block(
        app["my_medicines"],
        tuple(Item(f"{medicines.group}:", ", ".join(medicines.names)) for medicines in summary.medicines),
    )
    yield Block(
        app["what_matters"],
        tuple(Item(f"{outcome.name}: {outcome.importance.text}") for outcome in summary.matters),
    )
    yield Block(app["own_reasons"], tuple(_reason(aid, reason) for reason in summary.own_reasons))
    first = None if summary.leaning else summary.gut_leaning
    yield Block(app["my_first_feeling"], _lines(first.text if first else ""))
    yield Block(app["my_leaning"], _lines(summary.leaning.text if summary.leaning else ""))
    yield Block(app["my_unclear"], _lines(*(item.text for item in summary.unclear)))


def _third(aid: Aid, summary: Summary) -> Iterator[Block]:
    app, stage = aid.words.app, summary.stage_at_end or summary.stage_at_start
    yield Block(app["stage_heading"], _lines(stage.text if stage else ""))
    yield Block(app["my_gaps"], _lines(*(gap.text for gap in summary.gaps)))
    yield Block(app["sure_heading"], _lines(summary.sure))
    yield Block(app["my_situation"], tuple(Item(entry.question, entry.text) for entry in summary.situation))
    yield Block(app["facts_opened"], _lines(", ".join(page.text for page in summary.opened)))


def _fact(fact: KeyFact) -> Iterator[Item]:
    """The known facts for each option, then every figure with its details."""
    yield from (Item(f"{fact.name}. {option}: {text}") for option, text in fact.known)
    yield from map(_figure, fact.figures)


def _figure(figure: KeyFigure) -> Item:
    findings = (f"{group.group}: {group.text}" if group.group else group.text for group in figure.groups)
    return Item(". ".join((figure.title, figure.comparator, " ".join(findings))), " ".join(figure.details))


def _lines(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(text) for text in texts if text)


def _visit_results(aid: Aid, visit: SummaryVisit) -> Iterator[Item]:
    app = aid.words.app
    if visit.decided:
        yield Item(f"{app['visit.decided']}:", visit.decided.text)
    if visit.next_step:
        yield Item(f"{app['visit.next_step']}:", visit.next_step)
    if visit.led_by:
        yield Item(f"{app['visit.led_by']}:", visit.led_by)
    if visit.performs_procedure:
        yield Item(app["visit.performs"], visit.performs_procedure.text)


def _reason(aid: Aid, reason: SummaryReason) -> Item:
    form, importance = aid.words.app["own_reason_for"], reason.importance
    text = form.format(reason=reason.text, option=reason.option.text) if reason.option else reason.text
    return Item(f"{text}:", importance.text) if importance else Item(text)


def _question(aid: Aid, question: SummaryQuestion) -> Item:
    text = f"{question.text} ({aid.words.app['ask_first']})" if question.first else question.text
    under = f"{question.because} {question.ask}." if question.ask else question.because
    note = f"{aid.words.app['answered']}. {question.note}".strip() if question.answered else question.note
    return Item(text, under, note)


def closing(aid: Aid, summary: Summary) -> str:
    """The last line of every export: who entered this, which aid, the date of its evidence; and the booklet."""
    return f"{origin(aid, summary)} {aid.words.booklet.named_by_the_list}"


def origin(aid: Aid, summary: Summary) -> str:
    """Who entered this, which aid, and the date of its evidence."""
    return aid.words.app["closing"].format(
        name=aid.words.app["name"],
        version=summary.version,
        evidence_date=day(aid, summary.evidence_date),
        made_on=day(aid, summary.made_on),
    )
