"""The parts of the booklet as HTML, all but its figures."""

from markupsafe import Markup, escape

from decision_aid.booklet.parts import (
    Card,
    Cards,
    Choice,
    Choices,
    Comparison,
    Heading,
    Line,
    Listing,
    Paragraph,
    Question,
    Questions,
    Rating,
    Room,
    Sources,
    Step,
    Steps,
    Tiles,
)
from decision_aid.model.aid import Aid
from decision_aid.wording.citations import Citation

LINE = Markup('<span class="line"></span>')
"""A line to write on; it says nothing to those who hear the page."""


def heading(aid: Aid, part: Heading) -> Markup:
    """A heading, and the line that stays with it."""
    under = Markup("<p>{}</p>").format(part.under) if part.under else ""
    html = Markup('<h{0} class="{1}">{2}{3}</h{0}>{4}')
    return html.format(part.level, look_of(part.look, edge=False), mark(aid, part.mark), part.text, under)


def paragraph(part: Paragraph) -> Markup:
    """A paragraph."""
    return Markup('<p class="{}">{}</p>').format(look_of(part.look), _line(part.line))


def listing(part: Listing) -> Markup:
    """A list."""
    items = Markup().join(Markup("<li>{}</li>").format(_line(item)) for item in part.items)
    return Markup("<{0}>{1}</{0}>").format("ol" if part.numbered else "ul", items)


def drawing(aid: Aid, name: str, alt: str) -> Markup:
    """One of the aid's drawings, with what it shows."""
    if not name:
        return Markup()
    opening = Markup('<svg role="img" aria-label="{}" ').format(alt)
    return Markup('<div class="drawing">{}</div>').format(aid.pictures[name].replace("<svg ", opening, 1))


def mark(aid: Aid, name: str) -> Markup:
    """An option's small drawing, beside its name; it says nothing that the name does not."""
    if not name:
        return Markup()
    opening = Markup('<svg class="option-mark" aria-hidden="true" ')
    return Markup(aid.pictures[name].replace("<svg ", opening, 1))  # noqa: S704 (a drawing of our own, checked)


def look_of(look: int, edge: bool = True) -> str:
    """The style of what belongs to an option; with an `edge` in its pattern."""
    return "" if not look else f"option-{look} own" if edge else f"option-{look} named"


def cards(aid: Aid, part: Cards) -> Markup:
    """The options beside each other."""
    html = Markup('<li class="{}">{}<p>{}</p><p>{}</p></li>')
    each = (
        html.format(look_of(one.look), drawing(aid, one.picture, one.alt), _name(aid, one), one.words)
        for one in part.cards
    )
    return Markup('<ul class="cards">{}</ul>').format(Markup().join(each))


def tiles(aid: Aid, part: Tiles) -> Markup:
    """Drawings with a name each."""
    each = Markup().join(
        Markup("<li>{}{}</li>").format(drawing(aid, tile.picture, tile.alt), tile.name) for tile in part.tiles
    )
    return Markup('<div class="{}"><h3>{}</h3><ul class="tiles">{}</ul></div>').format(
        look_of(part.look), part.heading, each
    )


def comparison(aid: Aid, part: Comparison) -> Markup:
    """A table: each question over its answers, so that it stays a table on the narrowest screen."""
    width = len(part.options)
    heads = Markup().join(
        Markup('<th scope="col" class="{}">{}</th>').format(look_of(one.look, edge=False), _name(aid, one))
        for one in part.options
    )
    row = Markup('<tbody><tr><th scope="rowgroup" colspan="{}">{}</th></tr><tr>{}</tr></tbody>')
    rows = Markup().join(
        row.format(width, one.question, Markup().join(Markup("<td>{}</td>").format(told) for told in one.answers))
        for one in part.rows
    )
    return Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead>{}</table>").format(part.caption, heads, rows)


def rating(aid: Aid, part: Rating) -> Markup:
    """A line from 0 to 10."""
    numbers = Markup(" ").join(
        (Markup("<strong>{}</strong>") if number == part.given else Markup("<span>{}</span>")).format(number)
        for number in range(11)
    )
    told = Markup(" <strong>{}</strong>").format(part.told) if part.told else ""
    html = Markup('<div class="rating"><p><strong>{}</strong> {}</p><p>{}{}</p><p class="scale">{}</p>{}</div>')
    return html.format(part.question, part.change, part.ends, told, numbers, _choice(aid, part.not_sure, "p"))


def choices(aid: Aid, part: Choices) -> Markup:
    """A question with answers to tick."""
    each = Markup().join(_choice(aid, one, "li") for one in part.choices)
    return Markup('<h3>{}</h3><ul class="choices">{}</ul>').format(part.question, each)


def room(part: Room) -> Markup:
    """Lines to write on, or what was written."""
    label = Markup("<p><strong>{}</strong></p>").format(part.label) if part.label else ""
    written = Markup('<p class="written">{}</p>').format(part.written) if part.written else _lines(part.lines)
    return Markup('<div class="room">{}{}</div>').format(label, written)


def questions(part: Questions) -> Markup:
    """The questions, with room for each answer."""
    return Markup("<ol>{}</ol>").format(Markup().join(_question(one, part.note) for one in part.questions))


def steps(part: Steps) -> Markup:
    """What happens in one phase, in the order in which it happens."""
    each = Markup().join(map(_step, part.steps))
    return Markup('<h4>{}</h4><ol class="steps {}">{}</ol>').format(part.heading, look_of(part.look), each)


def sources(part: Sources) -> Markup:
    """Where the figures come from, with links."""
    return Markup('<ul class="sources">{}</ul>').format(Markup().join(map(_source, part.sources)))


def _line(line: Line) -> Markup:
    strong = Markup("<strong>{}</strong>")
    return Markup().join(strong.format(one.text) if one.strong else escape(one.text) for one in line)


def _name(aid: Aid, card: Card) -> Markup:
    html = Markup('<span class="option-{} option-name">{}{}</span>')
    return html.format(card.look, mark(aid, card.mark), card.name)


def _choice(aid: Aid, choice: Choice, tag: str) -> Markup:
    told = Markup('<span class="visually-hidden">{}: </span>').format(aid.words.booklet.ticked) if choice.ticked else ""
    box = Markup('<span class="box{}"></span>').format(" ticked" if choice.ticked else "")
    return Markup('<{0} class="choice">{1}{2}{3}</{0}>').format(tag, box, told, choice.label)


def _lines(number: int) -> Markup:
    return Markup('<p class="lines">{}</p>').format(LINE * number)


def _question(one: Question, note: str) -> Markup:
    written = Markup('<p class="written"><strong>{}:</strong> {}</p>').format(note, one.note)
    room = written if one.note else _lines(2 if one.first else 1)
    return Markup("<li><p><strong>{}</strong> {}</p>{}</li>").format(one.text, one.under, room)


def _step(step: Step) -> Markup:
    return Markup("<li><strong>{}: {}.</strong> {}</li>").format(step.when, step.title, step.text)


def _source(source: Citation) -> Markup:
    link = Markup('<a href="{}">{}</a>').format(source.url, source.address) if source.url else ""
    return Markup('<li><span lang="en" translate="no">{}</span> {} {}</li>').format(source.cited, source.remark, link)
