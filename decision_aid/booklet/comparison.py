"""The chapters that compare the options: question by question, and step by step."""

from decision_aid.booklet.options import card
from decision_aid.booklet.parts import Chapter, Comparison, Heading, Listing, Part, Row, Span, Step, Steps, Tile, Tiles
from decision_aid.booklet.sections import section
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.reasoning import looks

WAYS, STEP_BY_STEP = PAGES["two_ways"].id, PAGES["step_by_step"].id


def chapter(aid: Aid) -> Chapter:
    """The comparison table, and what else to ask about."""
    words, decision = aid.words.pages[WAYS], aid.decision
    row_ids = (row for row in (*decision.first_rows, *decision.further_rows) if row not in decision.booklet_in_steps)
    rows = tuple(
        Row(
            aid.words.comparison_rows[row], tuple(aid.words.options[option].answers[row] for option in decision.options)
        )
        for row in row_ids
    )
    options = tuple(card(aid, option) for option in decision.options)
    table = Comparison(aid.words.app["table_caption"], aid.words.app["table_question"], options, rows)
    return Chapter(
        WAYS,
        words.title,
        (
            table,
            *_tiles(aid),
            *section(aid, WAYS, "waiting"),
            *_headed(aid, "also_ask"),
            *_named(aid, decision.also_ask),
            *section(aid, WAYS, "whatever"),
            *_named(aid, decision.regardless_of_choice),
        ),
    )


def step_by_step(aid: Aid) -> Chapter:
    """The chapter on what happens, in the same form for each option."""
    words = aid.words.pages[STEP_BY_STEP]
    parts: list[Part] = [*section(aid, STEP_BY_STEP, "intro")]
    for option, phases in aid.decision.timelines.items():
        option_card = card(aid, option)
        parts.append(Heading(option_card.name, look=option_card.look, mark=option_card.mark))
        for phase, phase_record in phases.items():
            phase_words = aid.words.timelines[option][phase]
            stages = (phase_words.stages[stage] for stage in phase_record.stages)
            steps = tuple(Step(stage.when, stage.title, stage.text) for stage in stages)
            parts.append(Steps(option_card.look, phase_words.heading, steps))
    return Chapter(STEP_BY_STEP, words.title, tuple(parts))


def _tiles(aid: Aid) -> tuple[Tiles, ...]:
    """The tiles of each option that has components with a drawing."""
    words = aid.words
    return tuple(
        Tiles(
            looks.option_look(aid, option),
            words.app["ways.parts_of"].format(option=words.options[option].name),
            tuple(
                Tile(drawing.picture, words.pictures[drawing.picture], words.tiles[tile])
                for tile, drawing in record.tiles.items()
            ),
        )
        for option, record in aid.decision.options.items()
        if record.tiles
    )


def _named(aid: Aid, options: tuple[str, ...]) -> tuple[Part, ...]:
    """A list of options to ask about, each with its short description; empty if there are none."""
    named_options = (aid.words.options[option] for option in options)
    lines = tuple((Span(words.name, strong=True), Span(f": {words.short}")) for words in named_options)
    return (Listing(lines),) if lines else ()


def _headed(aid: Aid, name: str) -> tuple[Heading, ...]:
    return tuple(part for part in section(aid, WAYS, name) if isinstance(part, Heading))
