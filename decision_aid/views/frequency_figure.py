"""The groups of a frequency as pictures, a table or words, as the person prefers. All carry the same facts."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Display
from decision_aid.model.evidence import Arm, Estimate, Frequency
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.views.identity import group_class
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.sentences import arm_sentences, difference, short_count, span


def arms(aid: Aid, name: str, display: Display) -> Markup:
    """A frequency as HTML; empty for an estimate of another kind."""
    estimate = aid.evidence.estimates[name]
    if not isinstance(estimate.measure, Frequency):
        return Markup()
    per = 1000 if display.per == "thousand" else estimate.measure.per
    figure = (
        _table(aid, name, estimate, per) if display.form == "table" else _figures(aid, name, estimate, per, display)
    )
    sentence = difference(aid, name, per)
    return figure + Markup('<p class="difference">{}</p>').format(sentence) if sentence else figure


def _figures(aid: Aid, name: str, estimate: Estimate, per: int, display: Display) -> Markup:
    assert isinstance(estimate.measure, Frequency)
    figures = (_figure(aid, name, estimate, arm, per, display) for arm in estimate.measure.arms)
    return Markup('<div class="arms">{}</div>').format(Markup().join(figures))


def _figure(aid: Aid, name: str, estimate: Estimate, arm: Arm, per: int, display: Display) -> Markup:
    """One group: its people (unless words are preferred), the count in large type, both frames and the range."""
    sentences = arm_sentences(aid, name, arm, per)
    group, style = aid.words.groups[arm.group], group_class(aid, arm.group)
    if arm.cannot_happen:
        text_only = Markup('<figure class="{}"><figcaption><strong>{}</strong><p>{}</p></figcaption></figure>')
        return text_only.format(style, group, sentences)
    people, baseline = natural_frequency(arm, per), _baseline(estimate, arm, per)
    if display.frame == "without":
        people, baseline = people.flipped(), None if baseline is None else per - baseline
    return Markup(
        '<figure class="{style}">{picture}<figcaption><strong>{group}</strong> <span class="count">{count}</span>'
        '<span class="frame">{event}</span><p>{sentences}</p></figcaption></figure>'
    ).format(
        style=style,
        picture=icon_array(people, f"{group}: {sentences}", baseline, style) if display.form == "picture" else "",
        group=group,
        count=short_count(aid, people),
        event=_event(aid, name, display),
        sentences=sentences,
    )


def _event(aid: Aid, name: str, display: Display) -> str:
    """What the large count counts."""
    words = aid.words.estimates[name]
    return words.no_event if display.frame == "without" else words.event


def _baseline(estimate: Estimate, arm: Arm, per: int) -> int | None:
    """For the first of two groups, the count in the other as its baseline; None where a range leaves it open."""
    assert isinstance(estimate.measure, Frequency)
    both = estimate.measure.arms
    if len(both) != 2 or arm is not both[0] or any(other.range or other.cannot_happen for other in both):
        return None
    return natural_frequency(both[1], per).count


def _table(aid: Aid, name: str, estimate: Estimate, per: int) -> Markup:
    """The same figures as a small table: with, without, and the range."""
    assert isinstance(estimate.measure, Frequency)
    app, words = aid.words.app, aid.words.estimates[name]
    heads = (app["table.group"], words.event, words.no_event, app["table.range"])
    head = Markup().join(Markup('<th scope="col">{}</th>').format(cell) for cell in heads)
    rows = Markup().join(_row(aid, estimate, arm, per) for arm in estimate.measure.arms)
    return Markup('<table class="figures"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(head, rows)


def _row(aid: Aid, estimate: Estimate, arm: Arm, per: int) -> Markup:
    row, group = Markup('<tr><th scope="row">{}</th>{}</tr>'), aid.words.groups[arm.group]
    if arm.cannot_happen:
        return row.format(group, Markup('<td colspan="3">{}</td>').format(aid.words.app["cannot_happen"]))
    people = natural_frequency(arm, per)
    without: NaturalFrequency = people.flipped()
    cells = (short_count(aid, people), short_count(aid, without), span(aid, estimate, arm, per) or "–")
    return row.format(group, Markup().join(Markup("<td>{}</td>").format(cell) for cell in cells))
