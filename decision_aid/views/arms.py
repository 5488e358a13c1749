"""The groups of a frequency, in the form the person prefers: pictures, a table or words. All say the same."""

from html import escape

from decision_aid.exports.icon_array import icon_array
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Display
from decision_aid.model.evidence import Arm, Estimate, Frequency
from decision_aid.reasoning.describe import arm_told, difference, short_count, span
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency


def arms(aid: Aid, name: str, display: Display) -> str:
    """A frequency as HTML; nothing for an estimate of another kind."""
    estimate = aid.evidence.estimates[name]
    if not isinstance(estimate.measure, Frequency):
        return ""
    per = 1000 if display.per == "thousand" else estimate.measure.per
    shown = _table(aid, name, estimate, per) if display.form == "table" else _listed(aid, name, estimate, per, display)
    told = difference(aid, name, per)
    return shown + (f'<p class="difference">{escape(told)}</p>' if told else "")


def _listed(aid: Aid, name: str, estimate: Estimate, per: int, display: Display) -> str:
    assert isinstance(estimate.measure, Frequency)
    each = (_figure(aid, name, estimate, arm, per, display) for arm in estimate.measure.arms)
    return f'<div class="arms">{"".join(each)}</div>'


def _figure(aid: Aid, name: str, estimate: Estimate, arm: Arm, per: int, display: Display) -> str:
    """One group: its people (unless words are preferred), the count in large type, both frames and the range."""
    told = arm_told(aid, name, arm, per)
    group = aid.words.groups[arm.group]
    if arm.cannot_happen:
        return f"<figure><figcaption><strong>{escape(group)}</strong><p>{escape(told)}</p></figcaption></figure>"
    people, baseline = natural_frequency(arm, per), _baseline(estimate, arm, per)
    if display.frame == "without":
        people, baseline = people.flipped(), None if baseline is None else per - baseline
    picture = icon_array(people, f"{group}: {told}", baseline) if display.form == "picture" else ""
    return (
        f"<figure>{picture}<figcaption><strong>{escape(group)}</strong> "
        f'<span class="count">{escape(short_count(aid, people))}</span>'
        f'<span class="frame">{escape(_event(aid, name, display))}</span><p>{escape(told)}</p></figcaption></figure>'
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


def _table(aid: Aid, name: str, estimate: Estimate, per: int) -> str:
    """The same figures as a small table: with, without, and the range."""
    assert isinstance(estimate.measure, Frequency)
    app, words = aid.words.app, aid.words.estimates[name]
    heads = (app["table.group"], words.event, words.no_event, app["table.range"])
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads)
    rows = "".join(_row(aid, estimate, arm, per) for arm in estimate.measure.arms)
    return f'<table class="figures"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(aid: Aid, estimate: Estimate, arm: Arm, per: int) -> str:
    group = f'<th scope="row">{escape(aid.words.groups[arm.group])}</th>'
    if arm.cannot_happen:
        return f'<tr>{group}<td colspan="3">{escape(aid.words.app["cannot_happen"])}</td></tr>'
    people = natural_frequency(arm, per)
    without: NaturalFrequency = people.flipped()
    cells = (short_count(aid, people), short_count(aid, without), span(aid, estimate, arm, per) or "–")
    return f"<tr>{group}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
