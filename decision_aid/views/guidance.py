"""Guidelines and what payers cover, by country, for clinicians."""

from itertools import groupby

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import CoverageRule, Guideline
from decision_aid.views.comparison import stacking_table
from decision_aid.views.html import show_list
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import GUIDANCE_CHECKED, STANCE


def guidelines_by_country(aid: Aid) -> None:
    """Guidelines by country in alphabetical order, the newest first, with their stance in words."""
    guidelines = aid.evidence.guidelines
    newest_first = sorted(
        guidelines, key=lambda name: (guidelines[name].country, -guidelines[name].year, guidelines[name].body)
    )
    for country, names in groupby(newest_first, key=lambda name: guidelines[name].country):
        st.subheader(country, anchor=False)
        show_list((_guideline(aid, name, guidelines[name]) for name in names), "plain")


def _guideline(aid: Aid, name: str, guideline: Guideline) -> Markup:
    stance = aid.words.variant(STANCE, guideline.stance)
    parts = (
        Markup("<strong>{}, {}.</strong> {}.").format(guideline.year, guideline.body, stance),
        aid.words.guidelines[name].position,
        "" if guideline.checked == "verified" else _check_note(aid, guideline),
        _link(aid, guideline.link, f"{guideline.body}, {guideline.year}"),
    )
    return Markup(" ").join(filter(None, parts))


def coverage(aid: Aid) -> None:
    """A table of what payers cover: payer, rule, date from which it holds, how it was checked, and its link."""
    app, rules = aid.words.app, aid.evidence.coverage
    in_order = sorted(rules, key=lambda name: (rules[name].country, rules[name].payer))
    head = [app["coverage.payer"], app["coverage.rule"], app["coverage.since"], app["figures.source"]]
    stacking_table(app["coverage.caption"], head, [_rule(aid, name, rules[name]) for name in in_order], "even")


def _rule(aid: Aid, name: str, rule: CoverageRule) -> list[str]:
    payer = f"{rule.country}: {rule.payer}"
    source = Markup("{} {}").format(_check_note(aid, rule), _link(aid, rule.link, payer))
    return [payer, aid.words.coverage[name], _effective_date(aid, rule), source]


def _effective_date(aid: Aid, rule: CoverageRule) -> str:
    app = aid.words.app
    if rule.effective:
        return app["coverage.effective"].format(date=day(aid, rule.effective))
    return app["coverage.year"].format(year=rule.year) if rule.year else app["coverage.no_date"]


def _check_note(aid: Aid, record: Guideline | CoverageRule) -> str:
    return aid.words.variant(GUIDANCE_CHECKED, record.checked).format(date=day(aid, record.checked_on))


def _link(aid: Aid, link: str, to: str) -> Markup:
    return Markup('<a href="{}" rel="noopener">{}<span class="visually-hidden">: {}</span></a>').format(
        link, aid.words.app["read_it"], to
    )
