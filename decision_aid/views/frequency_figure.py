"""The groups of a frequency, in the form the person prefers: pictures, a table or words. All say the same."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Display
from decision_aid.model.evidence import Arm, Estimate, Frequency
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.views.identity import group_class
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.sentences import arm_sentences, difference, short_count, span


def arms(aid: Aid, name: str, display: Display) -> Markup:
    """A frequency as HTML; nothing for an estimate of another kind."""
    estimate = aid.evidence.estimates[name]
    if not isinstance(estimate.measure, Frequency):
        return Markup()
    per = 1000 if display.per == "thousand" else estimate.measure.per
    shown = _table(aid, name, estimate, per) if display.form == "table" else _listed(aid, name, estimate, per, display)
    told = difference(aid, name, per)
    return shown + Markup('<p class="difference">{}</p>').format(told) if told else shown


def _listed(aid: Aid, name: str, estimate: Estimate, per: int, display: Display) -> Markup:
    assert isinstance(estimate.measure, Frequency)
    each = (_figure(aid, name, estimate, arm, per, display) for arm in estimate.measure.arms)
    return Markup('<div class="arms">{}</div>').format(Markup().join(each))


def _figure(aid: Aid, name: str, estimate: Estimate, arm: Arm, per: int, display: Display) -> Markup:
    """One group: its people (unless words are preferred), the count in large type, both frames and the range."""
    told = arm_sentences(aid, name, arm, per)
    group, own = aid.words.groups[arm.group], group_class(aid, arm.group)
    if arm.cannot_happen:
        alone = Markup('<figure class="{}"><figcaption><strong>{}</strong><p>{}</p></figcaption></figure>')
        return alone.format(own, group, told)
    people, baseline = natural_frequency(arm, per), _baseline(estimate, arm, per)
    if display.frame == "without":
        people, baseline = people.flipped(), None if baseline is None else per - baseline
    return Markup(
        '<figure class="{own}">{picture}<figcaption><strong>{group}</strong> <span class="count">{count}</span>'
        '<span class="frame">{event}</span><p>{told}</p></figcaption></figure>'
    ).format(
        own=own,
        picture=icon_array(people, f"{group}: {told}", baseline, own) if display.form == "picture" else "",
        group=group,
        count=short_count(aid, people),
        event=_event(aid, name, display),
        told=told,
    )


def _event(aid: Aid, name: str, display: Display) -> str:
    """What the large count counts."""
    words = aid.words.estimates[name]
    return words.no_event if display.frame == "without" else words.event


def _baseline(estimate: Estimate, arm: Arm, per: int) -> int | None:
    """The count of the group that the first one is compared with; none where a range leaves the change open."""
    assert isinstance(estimate.measure, Frequency)
    compared = estimate.measure.arms
    if len(compared) != 2 or arm is not compared[0] or any(one.range or one.cannot_happen for one in compared):
        return None
    return natural_frequency(compared[1], per).count


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
