"""What the person's answers point to, by each kind of study: in words, with reasons, never as advice."""

import streamlit as st
from markupsafe import Markup

from decision_aid import address, session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.variants import Variants
from decision_aid.reasoning.criteria import Basis, own_reason_name
from decision_aid.reasoning.outlook import Fit
from decision_aid.reasoning.things_to_weigh import asking_order
from decision_aid.reasoning.weighing import Gap, Verdict, Weighing, Word, size
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views import sums_table
from decision_aid.views.answer_effects import result
from decision_aid.views.expander import expander
from decision_aid.views.html import show_figure, show_html
from decision_aid.views.identity import option_class, option_name
from decision_aid.wording.interface_words import NO_FIT, SIZE, VERDICT, VERDICT_THEN


def results(aid: Aid, answers: Answers) -> None:
    """What the ratings point to; or what is needed before they can."""
    app, outlook = aid.words.app, session.outlook()
    if outlook.obstacle and session.may_lack_answers():
        return
    if outlook.obstacle:
        st.markdown(aid.words.variant(NO_FIT, outlook.obstacle))
        if outlook.obstacle == "facts_first":
            _way_to_facts(aid, answers)
        return
    longest = max((_longest(fit.weighing) for fit in outlook.fits.values()), default=0.0)
    for column, (comparator, basis) in zip(
        st.columns(len(outlook.basis), gap="medium"), outlook.basis.items(), strict=True
    ):
        with column, st.container(key=f"card-{comparator}"):
            _kind_of_study(
                aid, answers, comparator, outlook.fits.get(comparator) or outlook.gaps[comparator], basis, longest
            )
    if outlook.mismatch:
        st.markdown(f"**{app['fit.mismatch']}** {app['fit.mismatch_why']}")
    if outlook.fits:
        st.markdown(app["fit.caution"])
        if part := expander(answers, "sums", app["sums.see"]):
            with part:
                st.markdown(app["fit.intro"])
                sums_table.show_sums(aid, outlook.fits)


def _way_to_facts(aid: Aid, answers: Answers) -> None:
    """A button to the facts. With ratings, also a box for people who have seen the facts elsewhere; without ratings it
    would open nothing.
    """
    with st.container(horizontal=True, key="facts_first"):
        first = asking_order(aid, answers.order_seed)[0]
        st.button(aid.words.app["fit.to_facts"], key="to-facts", on_click=uninterrupted(address.go_to, first))
        if answers.importance:
            seen = session.bind(
                "facts_seen", False, lambda before, ticked: before.model_copy(update={"facts_seen": ticked})
            )
            st.checkbox(aid.words.app["fit.seen_facts"], **seen)


def _longest(weighing: Weighing) -> float:
    return max(abs(part) for parts in weighing.contributions.values() for part in parts.values())


def _kind_of_study(aid: Aid, answers: Answers, comparator: str, fit: Fit | Gap, basis: Basis, longest: float) -> None:
    """One kind of study: the verdict, the bars, what would change it, and what it rests on."""
    with result(f"fit-{comparator}"):
        sentence = word(aid, fit.weighing.verdict) if isinstance(fit, Fit) else aid.words.variant(NO_FIT, fit)
        show_html(
            Markup('<h2 class="kind">{}</h2><p class="{}">{}</p>').format(
                aid.words.comparators[comparator].name, "word" if isinstance(fit, Fit) else "gap", sentence
            )
        )
    basis_line = Markup('<p class="covered">{}</p>').format(_based_on(aid, answers, basis))
    if isinstance(fit, Fit):
        figure = _bars(aid, answers, fit.weighing, longest or 1.0) + _would_change(aid, answers, fit) + basis_line
        show_figure(Markup('<div class="pointing">{}</div>').format(figure))
    else:
        show_html(basis_line)


def _would_change(aid: Aid, answers: Answers, fit: Fit) -> Markup:
    """The smallest changes of a rating that would change the verdict, or that none would."""
    app = aid.words.app
    sentences = [
        app["fit.tipping"].format(
            outcome=outcome_name(aid, answers, point.criterion),
            instead=point.instead,
            rating=point.rating,
            then=word(aid, point.then, VERDICT_THEN),
        )
        for point in fit.tipping_points
    ] or [app["fit.no_tipping"]]
    lines = Markup().join(Markup("<li>{}</li>").format(line) for line in sentences)
    return Markup("<p><strong>{}</strong></p><ul>{}</ul>").format(app["fit.would_change"], lines)


def word(aid: Aid, verdict: Verdict, form: Variants[Word] = VERDICT) -> str:
    """A verdict in words. With VERDICT_THEN it completes "If this mattered … instead, this …"."""
    name = aid.words.options[verdict.option].name if verdict.option else ""
    return aid.words.variant(form, verdict.word).format(option=name)


def outcome_name(aid: Aid, answers: Answers, criterion: str) -> str:
    """The name of an outcome, or the text of an own reason."""
    if criterion in aid.words.outcomes:
        return aid.words.outcomes[criterion].name
    own_reasons = {own_reason_name(index): reason.text for index, reason in enumerate(answers.own_reasons)}
    return own_reasons[criterion]


def _based_on(aid: Aid, answers: Answers, basis: Basis) -> str:
    app = aid.words.app
    total = len(basis.used) + len(basis.not_rated) + len(basis.not_known)
    sentence = app["fit.based_on"].format(used=len(basis.used), asked=total, not_rated=len(basis.not_rated))
    if not basis.not_known:
        return sentence
    names = ", ".join(outcome_name(aid, answers, name) for name in basis.not_known)
    return f"{sentence} {app['fit.not_known'].format(number=len(basis.not_known), names=names)}"


def _bars(aid: Aid, answers: Answers, weighing: Weighing, longest: float) -> Markup:
    """A two-sided bar for each outcome: the length is its contribution, the side is the option that it favors."""
    reference = aid.decision.reference or weighing.options[0]
    others = [option for option in weighing.options if option != reference]
    rows = Markup().join(
        _bar(aid, outcome_name(aid, answers, name), parts[option], longest, option if parts[option] >= 0 else reference)
        for name, parts in weighing.contributions.items()
        for option in others
    )
    ends = Markup("<span>{}</span><span>{}</span>").format(
        option_name(aid, reference), Markup(", ").join(option_name(aid, option) for option in others)
    )
    return Markup('<div class="two-sided"><p class="ends">{}</p><ul>{}</ul></div>').format(ends, rows)


def _bar(aid: Aid, name: str, part: float, longest: float, speaks_for: str) -> Markup:
    app = aid.words.app
    length = aid.words.variant(SIZE, size(part))
    text = (
        app["fit.speaks_for"].format(option=aid.words.options[speaks_for].name, size=length)
        if part
        else app["fit.no_part"]
    )
    width = abs(part) / longest * 50
    start = 50 - width if part < 0 else 50
    return Markup(
        '<li class="{style}"><strong>{name}</strong><span class="track" aria-hidden="true">'
        '<span style="inset-inline-start:{start:.1f}%;width:{width:.1f}%"></span></span>'
        '<span class="told">{text}</span></li>'
    ).format(style=option_class(aid, speaks_for), name=name, start=start, width=width, text=text)
