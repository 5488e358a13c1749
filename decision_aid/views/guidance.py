"""Where guidelines stand and what payers cover, by country, for clinicians."""

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
    """Each country's guidelines, the newest first, with their stance in words. Countries stand by the alphabet."""
    found = aid.evidence.guidelines
    newest_first = sorted(found, key=lambda name: (found[name].country, -found[name].year, found[name].body))
    for country, names in groupby(newest_first, key=lambda name: found[name].country):
        st.subheader(country, anchor=False)
        show_list((_guideline(aid, name, found[name]) for name in names), "plain")


def _guideline(aid: Aid, name: str, one: Guideline) -> Markup:
    stance = aid.words.variant(STANCE, one.stance)
    told = (
        Markup("<strong>{}, {}.</strong> {}.").format(one.year, one.body, stance),
        aid.words.guidelines[name].position,
        "" if one.checked == "verified" else _checked(aid, one),
        _link(aid, one.link, f"{one.body}, {one.year}"),
    )
    return Markup(" ").join(filter(None, told))


def coverage(aid: Aid) -> None:
    """What payers cover: country and payer, the rule, from when it holds, how it was checked and where it stands."""
    app, rules = aid.words.app, aid.evidence.coverage
    in_order = sorted(rules, key=lambda name: (rules[name].country, rules[name].payer))
    head = [app["coverage.payer"], app["coverage.rule"], app["coverage.since"], app["figures.source"]]
    stacking_table(app["coverage.caption"], head, [_rule(aid, name, rules[name]) for name in in_order], "even")


def _rule(aid: Aid, name: str, rule: CoverageRule) -> list[str]:
    payer = f"{rule.country}: {rule.payer}"
    source = Markup("{} {}").format(_checked(aid, rule), _link(aid, rule.link, payer))
    return [payer, aid.words.coverage[name], _dated(aid, rule), source]


def _dated(aid: Aid, rule: CoverageRule) -> str:
    app = aid.words.app
    if rule.effective:
        return app["coverage.effective"].format(date=day(aid, rule.effective))
    return app["coverage.year"].format(year=rule.year) if rule.year else app["coverage.no_date"]


def _checked(aid: Aid, one: Guideline | CoverageRule) -> str:
    return aid.words.variant(GUIDANCE_CHECKED, one.checked).format(date=day(aid, one.checked_on))


def _link(aid: Aid, link: str, to: str) -> Markup:
    return Markup('<a href="{}" rel="noopener">{}<span class="visually-hidden">: {}</span></a>').format(
        link, aid.words.app["read_it"], to
    )
