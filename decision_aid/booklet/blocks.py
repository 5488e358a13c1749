"""The parts of the booklet as HTML, except figures."""

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
"""A line to write on; screen readers ignore it."""


def heading(aid: Aid, part: Heading) -> Markup:
    """A heading, and the line under it."""
    under = Markup("<p>{}</p>").format(part.under) if part.under else ""
    html = Markup('<h{0} class="{1}">{2}{3}</h{0}>{4}')
    return html.format(part.level, look_class(part.look, edge=False), mark(aid, part.mark), part.text, under)


def paragraph(part: Paragraph) -> Markup:
    """A paragraph."""
    return Markup('<p class="{}">{}</p>').format(look_class(part.look), _line(part.line))


def listing(part: Listing) -> Markup:
    """A list."""
    items = Markup().join(Markup("<li>{}</li>").format(_line(item)) for item in part.items)
    return Markup("<{0}>{1}</{0}>").format("ol" if part.numbered else "ul", items)


def drawing(aid: Aid, name: str, alt: str) -> Markup:
    """A drawing of the aid with its alternative text; empty without a name."""
    if not name:
        return Markup()
    opening = Markup('<svg role="img" aria-label="{}" ').format(alt)
    return Markup('<div class="drawing">{}</div>').format(aid.pictures[name].replace("<svg ", opening, 1))


def mark(aid: Aid, name: str) -> Markup:
    """An option's mark next to its name; hidden from screen readers, since it adds nothing to the name."""
    if not name:
        return Markup()
    opening = Markup('<svg class="option-mark" aria-hidden="true" ')
    return Markup(aid.pictures[name].replace("<svg ", opening, 1))  # noqa: S704 (a drawing of our own, checked)


def look_class(look: int, edge: bool = True) -> str:
    """The CSS classes for the look of an option, with or without its patterned edge; "" for look 0."""
    return "" if not look else f"option-{look} own" if edge else f"option-{look} named"


def cards(aid: Aid, part: Cards) -> Markup:
    """The options side by side."""
    html = Markup('<li class="{}">{}<p>{}</p><p>{}</p></li>')
    cards_html = (
        html.format(look_class(card.look), drawing(aid, card.picture, card.alt), _name(aid, card), card.words)
        for card in part.cards
    )
    return Markup('<ul class="cards">{}</ul>').format(Markup().join(cards_html))


def tiles(aid: Aid, part: Tiles) -> Markup:
    """Drawings, each with its name."""
    tiles_html = Markup().join(
        Markup("<li>{}{}</li>").format(drawing(aid, tile.picture, tile.alt), tile.name) for tile in part.tiles
    )
    return Markup('<div class="{}"><h3>{}</h3><ul class="tiles">{}</ul></div>').format(
        look_class(part.look), part.heading, tiles_html
    )


def comparison(aid: Aid, part: Comparison) -> Markup:
    """A table with each question above its answers, so that it fits the narrowest screen."""
    width = len(part.options)
    heads = Markup().join(
        Markup('<th scope="col" class="{}">{}</th>').format(look_class(option.look, edge=False), _name(aid, option))
        for option in part.options
    )
    row_html = Markup('<tbody><tr><th scope="rowgroup" colspan="{}">{}</th></tr><tr>{}</tr></tbody>')
    rows = Markup().join(
        row_html.format(
            width, row.question, Markup().join(Markup("<td>{}</td>").format(answer) for answer in row.answers)
        )
        for row in part.rows
    )
    return Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead>{}</table>").format(part.caption, heads, rows)


def rating(aid: Aid, part: Rating) -> Markup:
    """A rating scale from 0 to 10."""
    numbers = Markup(" ").join(
        (Markup("<strong>{}</strong>") if number == part.value else Markup("<span>{}</span>")).format(number)
        for number in range(11)
    )
    label_html = Markup(" <strong>{}</strong>").format(part.label) if part.label else ""
    html = Markup('<div class="rating"><p><strong>{}</strong> {}</p><p>{}{}</p><p class="scale">{}</p>{}</div>')
    return html.format(part.question, part.change, part.ends, label_html, numbers, _choice(aid, part.not_sure, "p"))


def choices(aid: Aid, part: Choices) -> Markup:
    """A question with answers to tick."""
    choices_html = Markup().join(_choice(aid, choice, "li") for choice in part.choices)
    return Markup('<h3>{}</h3><ul class="choices">{}</ul>').format(part.question, choices_html)


def room(part: Room) -> Markup:
    """Lines to write on, or what was written."""
    label = Markup("<p><strong>{}</strong></p>").format(part.label) if part.label else ""
    written = Markup('<p class="written">{}</p>').format(part.written) if part.written else _lines(part.lines)
    return Markup('<div class="room">{}{}</div>').format(label, written)


def questions(part: Questions) -> Markup:
    """The questions, with room for each answer."""
    return Markup("<ol>{}</ol>").format(Markup().join(_question(question, part.note) for question in part.questions))


def steps(part: Steps) -> Markup:
    """The steps of one phase, in order."""
    steps_html = Markup().join(map(_step, part.steps))
    return Markup('<h4>{}</h4><ol class="steps {}">{}</ol>').format(part.heading, look_class(part.look), steps_html)


def sources(part: Sources) -> Markup:
    """The sources of the figures, with links."""
    return Markup('<ul class="sources">{}</ul>').format(Markup().join(map(_source, part.sources)))


def _line(line: Line) -> Markup:
    strong = Markup("<strong>{}</strong>")
    return Markup().join(strong.format(span.text) if span.strong else escape(span.text) for span in line)


def _name(aid: Aid, card: Card) -> Markup:
    html = Markup('<span class="option-{} option-name">{}{}</span>')
    return html.format(card.look, mark(aid, card.mark), card.name)


def _choice(aid: Aid, choice: Choice, tag: str) -> Markup:
    spoken = (
        Markup('<span class="visually-hidden">{}: </span>').format(aid.words.booklet.ticked) if choice.ticked else ""
    )
    box = Markup('<span class="box{}"></span>').format(" ticked" if choice.ticked else "")
    return Markup('<{0} class="choice">{1}{2}{3}</{0}>').format(tag, box, spoken, choice.label)


def _lines(number: int) -> Markup:
    return Markup('<p class="lines">{}</p>').format(LINE * number)


def _question(question: Question, note: str) -> Markup:
    written = Markup('<p class="written"><strong>{}:</strong> {}</p>').format(note, question.note)
    room = written if question.note else _lines(2 if question.first else 1)
    return Markup("<li><p><strong>{}</strong> {}</p>{}</li>").format(question.text, question.under, room)


def _step(step: Step) -> Markup:
    return Markup("<li><strong>{}: {}.</strong> {}</li>").format(step.when, step.title, step.text)


def _source(source: Citation) -> Markup:
    link = Markup('<a href="{}">{}</a>').format(source.url, source.address) if source.url else ""
    return Markup('<li><span lang="en" translate="no">{}</span> {} {}</li>').format(source.cited, source.remark, link)
