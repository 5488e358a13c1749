"""The two ways: side by side, question by question, and step by step."""

from decision_aid.booklet.options import card
from decision_aid.booklet.parts import Chapter, Comparison, Heading, Listing, Part, Row, Said, Step, Steps, Tile, Tiles
from decision_aid.booklet.sections import section
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.reasoning import looks

WAYS, STEP_BY_STEP = PAGES["two_ways"].id, PAGES["step_by_step"].id


def chapter(aid: Aid) -> Chapter:
    """The questions of the comparison with what each option answers, and what else there is to ask about."""
    words, decision = aid.words.pages[WAYS], aid.decision
    shown = (row for row in (*decision.first_rows, *decision.further_rows) if row not in decision.booklet_in_steps)
    rows = tuple(
        Row(
            aid.words.comparison_rows[row], tuple(aid.words.options[option].answers[row] for option in decision.options)
        )
        for row in shown
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
    """What happens, in the same form for each option."""
    words = aid.words.pages[STEP_BY_STEP]
    parts: list[Part] = [*section(aid, STEP_BY_STEP, "intro")]
    for option, phases in aid.decision.timelines.items():
        own = card(aid, option)
        parts.append(Heading(own.name, look=own.look, mark=own.mark))
        for phase, kept in phases.items():
            told = aid.words.timelines[option][phase]
            stages = (told.stages[stage] for stage in kept.stages)
            steps = tuple(Step(one.when, one.title, one.text) for one in stages)
            parts.append(Steps(own.look, told.heading, steps))
    return Chapter(STEP_BY_STEP, words.title, tuple(parts))


def _tiles(aid: Aid) -> tuple[Tiles, ...]:
    """What an option is made of, for each option that has parts with a drawing."""
    words = aid.words
    return tuple(
        Tiles(
            looks.place(aid, option),
            words.app["ways.parts_of"].format(option=words.options[option].name),
            tuple(
                Tile(one.picture, words.pictures[one.picture], words.tiles[tile]) for tile, one in record.tiles.items()
            ),
        )
        for option, record in aid.decision.options.items()
        if record.tiles
    )


def _named(aid: Aid, options: tuple[str, ...]) -> tuple[Part, ...]:
    """Options to ask about, each with what it is in a few words."""
    told = (aid.words.options[option] for option in options)
    lines = tuple((Said(one.name, strong=True), Said(f": {one.short}")) for one in told)
    return (Listing(lines),) if lines else ()


def _headed(aid: Aid, name: str) -> tuple[Heading, ...]:
    return tuple(part for part in section(aid, WAYS, name) if isinstance(part, Heading))
