"""What the aid claims about itself in content/standards.yaml, derived again from what is really there.

Each check is a function of the aid: true when the items that name it are met. Its name is its key in CHECKS.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from decision_aid.content import reading
from decision_aid.content.rules import balance, coverage, evidence, reading_level, wording
from decision_aid.content.rules.finding import Rule
from decision_aid.content.rules.texts import texts
from decision_aid.exports.dates import day
from decision_aid.exports.page import html_page
from decision_aid.exports.record import record_note
from decision_aid.exports.summary import summarize
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers, Visit
from decision_aid.model.evidence import Difference, Frequency, Mean, Statement
from decision_aid.pages import STEPS
from decision_aid.reasoning.describe import counts
from decision_aid.views.chance import block
from harness.walking import arrive, go
from harness.walking import texts as shown_texts

ROOT = Path(__file__).parents[2]
A_DAY = date(2026, 11, 22)
LONGEST_REVIEW = timedelta(days=731)
LONGEST_PURPOSE, LONGEST_PARAGRAPH, LONGEST_LIST = 40, 75, 7
SMALLEST_TEXT = 16
ONE_IN_X = re.compile(r"\b(?:1|one) in (?:\d|an?\b|two|three|four|five|six|eight|ten|twenty)|\brelative risk\b", re.I)
BARE_WORDS = re.compile(r"\b(?:rare|rarely|unlikely|common|commonly)\b", re.I)
TO_YOU = re.compile(r"\byou(?:r|rs)?\b", re.I)

Check = Callable[[Aid], bool]
CHECKS: dict[str, Check] = {}


def check(function: Check) -> Check:
    CHECKS[function.__name__] = function
    return function


def keeps(aid: Aid, rule: Rule) -> bool:
    return not any(rule(aid))


def section(aid: Aid, page: str, name: str) -> str:
    return aid.words.pages[page].sections[name].text


@lru_cache
def about_page() -> str:
    """What the page says, without the links to words explained."""
    return re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", "\n".join(shown_texts(go(arrive(), "about"))))


def code() -> Iterator[str]:
    """The program text of everything that draws."""
    for folder in ("decision_aid/views", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            yield path.read_text(encoding="utf-8")


def answered(aid: Aid, *rows: str) -> bool:
    """Whether every option answers these rows of the side-by-side table."""
    told = [aid.words.options[option].answers for option in aid.decision.options]
    return set(rows) <= set(aid.decision.comparison_rows) and all(answers.get(row) for answers in told for row in rows)


def frequencies(aid: Aid) -> dict[str, Frequency]:
    """The frequencies that stand in a row of the chances page."""
    named = [
        name for outcome in aid.decision.outcomes.values() for row in outcome.rows.values() for name in row.estimates
    ]
    measures = {name: aid.evidence.estimates[name].measure for name in named}
    return {name: measure for name, measure in measures.items() if isinstance(measure, Frequency)}


# What is told about the condition, the decision and the options


@check
def condition_described(aid: Aid) -> bool:
    return len(section(aid, "welcome", "the_break").split()) > 30


@check
def decision_is_a_question(aid: Aid) -> bool:
    return aid.words.pages["welcome"].title.endswith("?")


@check
def options_described(aid: Aid) -> bool:
    others = (*aid.decision.parts, *aid.decision.also_ask)
    told = all(aid.words.options[name].summary for name in (*aid.decision.options, *others))
    return len(aid.decision.options) > 1 and told and answered(aid, "what", "involves", "how_long") and waits(aid)


@check
def waiting_is_an_option(aid: Aid) -> bool:
    return waits(aid)


def waits(aid: Aid) -> bool:
    told = "Waiting" in aid.words.options[aid.decision.reference or ""].summary
    return told and len(section(aid, "options", "waiting").split()) > 20


@check
def benefits_told(aid: Aid) -> bool:
    return answered(aid, "how_soon", "how_likely")


@check
def harms_told(aid: Aid) -> bool:
    kinds = {outcome.kind for outcome in aid.decision.outcomes.values() if outcome.rows}
    return answered(aid, "go_wrong", "may_not_suit") and "harm" in kinds


@check
def daily_life_told(aid: Aid) -> bool:
    return answered(aid, "how_likely", "go_wrong", "body", "mood", "people")


@check
def options_compared(aid: Aid) -> bool:
    return answered(aid, *aid.decision.comparison_rows) and answered(aid, "how_likely", "go_wrong", "body")


@check
def options_get_the_same_space(aid: Aid) -> bool:
    return keeps(aid, balance.options_get_the_same_space) and keeps(aid, coverage.options_answer_the_same_rows)


@check
def no_word_takes_sides(aid: Aid) -> bool:
    return keeps(aid, wording.no_word_takes_sides) and options_get_the_same_space(aid)


@check
def every_option_is_told_step_by_step(aid: Aid) -> bool:
    return set(aid.decision.options) == set(aid.decision.timelines) == set(aid.words.timelines)


@check
def audience_told(aid: Aid) -> bool:
    told = section(aid, "welcome", "who_for"), section(aid, "welcome", "not_for"), section(aid, "welcome", "how_to_use")
    return all(told) and "does not replace your doctor" in section(aid, "welcome", "honest")


@check
def warning_signs_told(aid: Aid) -> bool:
    signs = [one for factor in aid.situation.values() for one in factor.choices.values() if one.red_flag]
    return len(signs) >= 5 and "911" in aid.words.urgent["numbers"]


# Evidence and chances


@check
def every_figure_has_sources(aid: Aid) -> bool:
    named = [estimate.sources for estimate in aid.evidence.estimates.values()]
    return all(named) and {one for sources in named for one in sources} <= set(aid.evidence.sources)


@check
def range_or_reason(aid: Aid) -> bool:
    return all(has_range(aid, name) for name in aid.evidence.estimates)


def has_range(aid: Aid, name: str) -> bool:
    match aid.evidence.estimates[name].measure:
        case Frequency(arms=arms, no_range=reason):
            told = f"no_range.{reason}" in aid.words.app
            return told or all(arm.range or arm.cannot_happen for arm in arms)
        case Difference(points=points):
            return all(point.low <= point.value <= point.high for point in points)
        case Mean(arms=groups):
            return all(point.low <= point.value <= point.high for group in groups for point in group.points)
        case Statement():
            return bool(aid.words.estimates[name].text and aid.words.estimates[name].reason)
        case _:
            return True  # A quantity is a time or an amount, not a chance; it holds its own low and high.


@check
def usual_course_told(aid: Aid) -> bool:
    return any(outcome.kind == "course" and outcome.rows for outcome in aid.decision.outcomes.values())


@check
def chances_given(aid: Aid) -> bool:
    told = frequencies(aid)
    rows = {
        (outcome.kind, name)
        for outcome in aid.decision.outcomes.values()
        for row in outcome.rows.values()
        for name in row.estimates
    }
    return {"benefit", "harm"} <= {kind for kind, name in rows if name in told}


@check
def people_studied_told(aid: Aid) -> bool:
    said = all(words.who for words in aid.words.estimates.values())
    return said and all("studied" in block(aid, name) for name in frequencies(aid))


@check
def event_rates_given(aid: Aid) -> bool:
    arms = [arm for measure in frequencies(aid).values() for arm in measure.arms if not arm.cannot_happen]
    return bool(arms) and all(arm.denominator or arm.range for arm in arms)


@check
def rows_share_one_time(aid: Aid) -> bool:
    return keeps(aid, evidence.rows_share_one_time)


@check
def rows_share_one_denominator(aid: Aid) -> bool:
    return keeps(aid, evidence.rows_share_one_denominator)


@check
def every_chance_is_drawn_counted_and_told(aid: Aid) -> bool:
    for name, measure in frequencies(aid).items():
        shown, groups = block(aid, name), [arm for arm in measure.arms if not arm.cannot_happen]
        if not shown.count("<svg") == shown.count('class="count"') == len(groups) > 0:
            return False
    return True


@check
def chances_told_in_full(aid: Aid) -> bool:
    """Counts with the complement, a time, a range or a reason, one number of people a row, and no "1 in X"."""
    both = [
        len(counts(aid, name, arm, measure.per)) == 2
        for name, measure in frequencies(aid).items()
        for arm in measure.arms
        if arm.events is not None
    ]
    timed = all(aid.words.estimates[name].when or aid.evidence.estimates[name].horizon for name in frequencies(aid))
    plain = not any(ONE_IN_X.search(text) for _, text in texts(aid))
    return all(both) and timed and plain and range_or_reason(aid) and rows_share_one_denominator(aid)


@check
def no_bare_words_for_chances(aid: Aid) -> bool:
    return not any(BARE_WORDS.search(text) for _, text in texts(aid, "options", "estimates", "timelines"))


@check
def certainty_and_reason_told(aid: Aid) -> bool:
    return range_or_reason(aid) and all(
        aid.words.certainty.get(estimate.certainty) and aid.words.estimates[name].reason
        for name, estimate in aid.evidence.estimates.items()
    )


@check
def every_outcome_graded(aid: Aid) -> bool:
    """Whether each outcome that has figures has one that somebody has graded."""
    return all(
        any(
            aid.evidence.estimates[name].certainty != "not_rated"
            for row in outcome.rows.values()
            for name in row.estimates
        )
        for outcome in aid.decision.outcomes.values()
        if outcome.rows
    )


@check
def not_known_listed(aid: Aid) -> bool:
    return len(aid.words.not_known) > 0


@check
def pictures_explained(aid: Aid) -> bool:
    scaled = all(words.low and words.high for words in aid.words.scales.values())
    return scaled and "stands for one person" in section(aid, "chances", "how_to_read")


# What people are asked, and what they take away


@check
def importance_asked(aid: Aid) -> bool:
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    return len(rated) > 2 and all(aid.words.outcomes[name].question for name in rated) and daily_life_told(aid)


@check
def answers_point_somewhere(aid: Aid) -> bool:
    effects = [name for name, outcome in aid.decision.outcomes.items() if outcome.effects]
    return importance_asked(aid) and len(aid.decision.lenses) > 0 and len(effects) > 2


@check
def steps_numbered(aid: Aid) -> bool:
    return aid.words.app["step"].format(number=1, total=len(STEPS)) in shown_texts(arrive())


@check
def question_list_leaves(aid: Aid) -> bool:
    summary = summarize(aid, Answers(), A_DAY)
    text, page = " ".join(plain_text(aid, summary).split()), html_page(aid, summary)
    asked = [question.text for question in summary.questions]
    return len(asked) > 2 and all(one in text for one in asked) and page.count("<li") >= len(asked)


@check
def record_names_the_talk(aid: Aid) -> bool:
    told = record_note(aid, summarize(aid, Answers(leaning="in_between"), A_DAY))
    options = all(aid.words.options[name].name in told for name in aid.decision.options)
    named = aid.words.app["name"] in told and aid.decision.version in told and day(aid, A_DAY) in told
    return options and named and aid.words.leanings["in_between"].label in told


@check
def record_names_who_led(aid: Aid) -> bool:
    answers = Answers(visit=Visit(led_by="Dr. Example", performs_procedure="no"))
    told = record_note(aid, summarize(aid, answers, A_DAY))
    performs = aid.words.app["record.performs"].format(answer=aid.words.app["no"])
    return "Dr. Example" in told and performs in told


@check
def list_names_its_aid(aid: Aid) -> bool:
    text = " ".join(plain_text(aid, summarize(aid, Answers(), A_DAY)).split())
    named = (aid.words.app["name"], aid.decision.version, day(aid, aid.decision.evidence_updated))
    return all(one in text for one in named)


@check
def sure_asked(aid: Aid) -> bool:
    return "sure" in aid.instruments and len(aid.instruments["sure"].items[aid.words.language]) == 4


@check
def knowledge_asked(aid: Aid) -> bool:
    return len(aid.knowledge) > 2 and all(words.feedback for words in aid.words.knowledge.values())


@check
def leaning_may_be_not_sure(aid: Aid) -> bool:
    leant_to = {leaning.option for leaning in aid.decision.leanings.values()}
    return NOT_SURE in aid.decision.leanings and leant_to >= set(aid.decision.options)


@check
def next_steps_listed(aid: Aid) -> bool:
    return section(aid, "questions", "next").count("\n- ") + 1 > 2


# What the aid says about itself


@check
def dates_shown(aid: Aid) -> bool:
    dates = aid.decision.published, aid.decision.evidence_updated, aid.decision.next_review
    return all(day(aid, one) in about_page() for one in dates)


@check
def update_policy_told(aid: Aid) -> bool:
    policy, decision = section(aid, "about", "update_policy"), aid.decision
    in_time = decision.evidence_updated < decision.next_review <= decision.evidence_updated + LONGEST_REVIEW
    return policy in about_page() and policy.count("\n- ") > 1 and in_time


@check
def funding_told(aid: Aid) -> bool:
    funding = section(aid, "about", "funding")
    return "funding" in funding and funding in about_page()


@check
def interests_told(aid: Aid) -> bool:
    return "gains or loses by your choice" in section(aid, "about", "funding") and funding_told(aid)


@check
def contact_given(aid: Aid) -> bool:
    return any((aid.decision.contact.name, aid.decision.contact.phone, aid.decision.contact.link))


@check
def pages_read_easily(aid: Aid) -> bool:
    by, scores = reading.measure(aid.words.language), reading_level.scores(aid)
    return (
        by is not None
        and by.name == "Flesch–Kincaid"
        and by.limit <= 6
        and set(scores) >= set(aid.words.pages)
        and all(map(by.meets, scores.values()))
    )


@check
def reading_grade_told(aid: Aid) -> bool:
    return pages_read_easily(aid) and "grade 6 or less (Flesch–Kincaid" in about_page()


# How the pages are made


@check
def purpose_told_on_every_page(aid: Aid) -> bool:
    return all(0 < len(page.purpose.split()) <= LONGEST_PURPOSE for page in aid.words.pages.values())


@check
def sections_have_headings(aid: Aid) -> bool:
    """Every section after the first of its page has a heading; no page has the same heading twice."""
    for page in aid.words.pages.values():
        later = [one.heading for one in page.sections.values()][1:]
        if not all(later) or len(set(later)) < len(later):
            return False
    return True


@check
def text_in_short_chunks(aid: Aid) -> bool:
    paragraphs = [part for _, text in texts(aid) for part in re.split(r"\n\s*\n", text)]
    listed = [len(re.findall(r"^\s*- ", part, flags=re.M)) for part in paragraphs]
    short = all(len(part.split()) <= LONGEST_PARAGRAPH for part in paragraphs)
    return short and max([*listed, len(aid.words.not_known)]) <= LONGEST_LIST


@check
def speaks_to_you(aid: Aid) -> bool:
    return all(
        any(TO_YOU.search(one.text) for one in page.sections.values()) or TO_YOU.search(page.purpose)
        for page in aid.words.pages.values()
    )


@check
def glossary_shown(aid: Aid) -> bool:
    return bool(aid.words.glossary) and any("words.glossary" in text for text in code())


@check
def read_aloud_on_every_page(aid: Aid) -> bool:
    """Whether the frame, which is round every page, offers to read it, with words for every button."""
    frame = (ROOT / "decision_aid" / "views" / "frame.py").read_text(encoding="utf-8")
    named = ("read", "pause", "go_on", "stop", "slower", "faster")
    return "read_aloud.reader(aid, here)" in frame and all(aid.words.app.get(f"read_aloud.{name}") for name in named)


@check
def text_is_large(aid: Aid) -> bool:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return bool(settings["theme"]["baseFontSize"] >= SMALLEST_TEXT)


@check
def nothing_in_hover_texts(aid: Aid) -> bool:
    return not any(re.search(r"\bhelp=|tooltip=|<title>| title='", text) for text in code())


@check
def no_control_changes_the_page(aid: Aid) -> bool:
    return not any("switch_page" in text for text in code())


@check
def titles_differ(aid: Aid) -> bool:
    return len({page.menu for page in aid.words.pages.values()}) == len(aid.words.pages)
