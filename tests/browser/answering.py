"""Give answers as a person with a mouse does, with words that are easy to search for."""

import json

from playwright.sync_api import Page, expect

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, OwnReason
from decision_aid.pages import FIRST, RESULT, STEPS, WEIGH
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.saving.packing import unpack
from harness.visiting import KEPT, arrive, go_by_menu, jump, menu_of, settle, visit

TYPED = "Xylophone lessons on Tuesdays"
"""Typed answer to an open question: words that are nowhere else in the aid."""
REASON = "Dancing with my granddaughter Ottilie"

ASKING = ("situation", "two_ways", "weigh", "readiness")
"""The pages on which something is answered."""


def give_answers(page: Page, site: str, aid: Aid) -> None:
    """Answer something on every page that asks, a warning sign included."""
    visit(page, site, FIRST)
    for name, answer in zip(ASKING, (answer_situation, pick_part, rate, lean), strict=True):
        go_to(page, aid, name)
        answer(page, aid)


def answered(aid: Aid) -> Answers:
    """The answers that `give_answers` gives."""
    rated = rated_outcomes(aid)
    return Answers(
        situation={
            "urgent_signs": ("fever",),
            "medicines": ("blood_thinner",),
            "pain_trend": "worse",
            open_factor(aid): TYPED,
        },
        parts=("brace",),
        importance={rated[0]: 10, rated[1]: "not_sure"},
        order_seed=5,
        own_reasons=(OwnReason(text=REASON), OwnReason(text="")),  # a field for one more is offered, and empty
        leaning="in_between",
        unclear=("cost",),
    )


def go_to(page: Page, aid: Aid, name: str) -> None:
    """Open a page by the menu and wait until it has settled. A step opens at its first screen."""
    go_by_menu(page, menu_of(aid, name), aid.words.pages[name].menu)
    if name in STEPS:
        address = "./" if name == FIRST else name
        page.locator(f'.step-now a[href^="{address}"]').wait_for(state="attached")
        settle(page)
    else:
        arrive(page, aid.words.pages[name].title)


def go_on(page: Page) -> None:
    """Press Next, and wait until another screen has settled."""
    before = page.locator("h1").inner_text()
    page.locator(".st-key-next :is(a, button)").click()
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
    settle(page)


def tap(page: Page, question: str, label: str) -> None:
    """Tap an answer of the question."""
    group = page.get_by_test_id("stButtonGroup").filter(has_text=question)
    group.get_by_text(label, exact=True).click()
    settle(page)


def pick(page: Page, aid: Aid, number: int, act: str) -> None:
    """Pick an item of the menu of a question on the list, by keyboard."""
    app = aid.words.app
    page.get_by_role("button", name=app["question_menu"].format(number=number), exact=True).press("Enter")
    page.get_by_role("menuitem", name=app[act], exact=True).press("Enter")
    settle(page)


def unfold(page: Page, label: str) -> None:
    """Open the folded part with this label."""
    page.locator("summary").filter(has_text=label).first.click()
    settle(page)


def choose(page: Page, aid: Aid, *choices: str) -> None:
    """Open My display, choose these settings by their labels, and close it."""
    page.locator(".st-key-my-display-opener button").first.click()
    for choice in choices:
        page.get_by_test_id("stPopoverBody").get_by_text(aid.words.app[choice], exact=True).click()
        settle(page)
    page.keyboard.press("Escape")
    settle(page)


ANSWERS = (("urgent_signs", "fever"), ("medicines", "blood_thinner"), ("pain_trend", "worse"))
"""Answers about the situation, apart from the typed one."""


def answer_situation(page: Page, aid: Aid) -> None:
    factors = aid.words.situation
    for factor, choice in ANSWERS:
        to_question(page, aid, factor)
        tap(page, factors[factor].question, factors[factor].choices[choice].label)
    to_question(page, aid, open_factor(aid))
    field = page.get_by_label(open_question(aid))
    field.fill(TYPED)
    field.blur()
    settle(page)


def to_question(page: Page, aid: Aid, factor: str) -> None:
    """Show the screen with the question about a factor of the situation."""
    jump(page, aid, "situation", aid.situation[factor].group)


def open_question(aid: Aid) -> str:
    """The last question of the situation that is answered in one's own words."""
    return aid.words.situation[open_factor(aid)].question


def open_factor(aid: Aid) -> str:
    """The factor of that question."""
    return [name for name, factor in aid.situation.items() if factor.kind == "text"][-1]


def pick_part(page: Page, aid: Aid) -> None:
    unfold(page, aid.words.app["ways.parts_beside"])
    tap(page, aid.words.app["pick_parts"], aid.words.options["brace"].name)


def rate(page: Page, aid: Aid) -> None:
    first, second = rated_outcomes(aid)[:2]
    jump(page, aid, WEIGH, first)
    slider = page.get_by_role("slider")
    slider.focus()
    slider.press("End")
    settle(page)
    jump(page, aid, WEIGH, second)
    page.get_by_text(aid.words.app["not_sure"], exact=True).click()
    settle(page)
    jump(page, aid, WEIGH, RESULT)
    unfold(page, aid.words.app["own_reasons"])
    reason = page.get_by_label(aid.words.app["own_reason"].format(number=1))
    reason.fill(REASON)
    reason.blur()
    settle(page)


def rated_outcomes(aid: Aid) -> tuple[str, ...]:
    """The outcomes that everyone is asked to rate, each on a screen of its own."""
    return main_outcomes(aid)


def lean(page: Page, aid: Aid) -> None:
    tap(page, aid.words.app["leaning_question"], aid.words.leanings["in_between"].label)
    tap(page, aid.words.app["unclear_question"], aid.words.unclear["cost"].label)


def assert_the_tab_keeps_all(page: Page, aid: Aid) -> None:
    """Check that the tab has stored all that `give_answers` gives, whatever the screens show."""
    page.wait_for_function("([name, text]) => sessionStorage.getItem(name)?.includes(text)", arg=[KEPT, TYPED])
    stored = json.loads(json.loads(page.evaluate("name => sessionStorage.getItem(name)", KEPT))["answers"])
    restored, expected = unpack(stored.pop("version"), stored), answered(aid)
    assert restored.model_copy(update={"order_seed": expected.order_seed, "opened": expected.opened}) == expected


def assert_situation_is_kept(page: Page, aid: Aid) -> None:
    for factor, choice in ANSWERS:
        to_question(page, aid, factor)
        group = page.get_by_test_id("stButtonGroup").filter(has_text=aid.words.situation[factor].question)
        picked = group.locator('[aria-checked="true"], [aria-pressed="true"]')
        expect(picked).to_have_text([aid.words.situation[factor].choices[choice].label])
    to_question(page, aid, open_factor(aid))
    expect(page.get_by_label(open_question(aid))).to_have_value(TYPED)


def assert_ratings_are_kept(page: Page, aid: Aid) -> None:
    first, second = rated_outcomes(aid)[:2]
    jump(page, aid, WEIGH, first)
    assert page.get_by_role("slider").get_attribute("aria-valuetext") == aid.words.app["rated"].format(rating=10)
    jump(page, aid, WEIGH, second)
    assert page.get_by_label(aid.words.app["not_sure"], exact=True).is_checked()
    jump(page, aid, WEIGH, RESULT)
    reason = page.get_by_label(aid.words.app["own_reason"].format(number=1))
    if not reason.count():
        unfold(page, aid.words.app["own_reasons"])
    expect(reason).to_have_value(REASON)
