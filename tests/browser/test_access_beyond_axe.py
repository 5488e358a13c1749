"""What axe does not check: edges, states without color, a phone's tab order, names said twice."""

import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES, RESULT, WEIGH
from decision_aid.reasoning.things_to_weigh import shows_people, shows_points
from decision_aid.wording.importance import importance_question
from harness.visiting import bring, jump, settle
from tests.browser.answering import answered, rated_outcomes, unfold
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import all_stops, focused

LEAST = 3.0
"""Contrast that an edge or a state needs with its surroundings (WCAG 1.4.11)."""
CONTROLS = (
    "[data-testid='stButtonGroup'] button, [data-testid='stTextInputRootElement'], "
    "[data-testid='stTextAreaRootElement'], [data-testid='stCheckbox'] label, "
    "[data-testid='stSelectbox'] > div, [data-testid='stMultiSelect'] > div, "
    "[data-testid='stButton'] button:not([kind='tertiary']), [data-testid='stDownloadButton'] button, "
    "[data-testid='stMenuButton'] button, "
    "[data-testid='stDateTimeInput'] > div, [data-testid='stSlider'] div:has(> div > input), "
    ".st-key-my-display-opener button"
)
EDGES = """([controls, least]) => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const paint = colors => {
    brush.clearRect(0, 0, 1, 1)
    for (const color of colors) { brush.fillStyle = color; brush.fillRect(0, 0, 1, 1) }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
      .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0)
  }
  const ratio = (first, second) => (Math.max(first, second) + .05) / (Math.min(first, second) + .05)
  const behind = node => node ? [...behind(node.parentElement), getComputedStyle(node).backgroundColor] : []
  const edge = node => {
    const style = getComputedStyle(node), under = behind(node.parentElement), page = paint(under)
    const drawn = [[style.backgroundColor]]
    if (style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) >= 1)
      drawn.push([style.backgroundColor, style.borderTopColor])
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) drawn.push([style.outlineColor])
    return Math.max(...drawn.map(colors => ratio(paint([...under, ...colors]), page)))
  }
  const parts = (node, deep) => deep ? [node, ...[...node.children].flatMap(child => parts(child, deep - 1))] : [node]
  return [...document.querySelectorAll(controls)].filter(element => element.checkVisibility())
    .map(element => [Math.max(...parts(element, 2).map(edge)), element.dataset.testid || element.innerText])
    .map(([best, name]) => [Math.round(best * 100) / 100, name.slice(0, 60)])
    .filter(([best]) => best < least)
}"""
LINES = "[...document.querySelectorAll('.icon-array > path')].map(element => getComputedStyle(element).stroke)"
RING = "element => getComputedStyle(element).outlineColor"


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A window with answers."""
    page = lasting_page()
    bring(page, site, answered(aid))
    return page


def outcome_with_people(aid: Aid) -> str:
    """An outcome to weigh that shows people."""
    return next(name for name in rated_outcomes(aid) if shows_people(aid, name))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_control_has_an_edge_that_is_seen(window: Page, aid: Aid, scheme: Any) -> None:
    window.emulate_media(color_scheme=scheme)
    screens = (("situation", "break"), ("situation", "safety"), (WEIGH, outcome_with_people(aid)), (WEIGH, RESULT))
    for name, screen in (*screens, ("readiness", ""), ("questions", "")):
        jump(window, aid, name, screen)
        assert window.locator(CONTROLS).count() > 3
        assert window.evaluate(EDGES, [CONTROLS, LEAST]) == [], (name, screen)
    window.emulate_media(color_scheme="light")


def test_the_check_of_edges_would_see_a_fault(window: Page, aid: Aid) -> None:
    jump(window, aid, "situation")
    window.add_style_tag(content="[data-testid=stButtonGroup] button { border-color: #eee !important }")
    assert window.evaluate(EDGES, [CONTROLS, LEAST]) != []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_people_in_pictures_and_the_ring_of_the_focus_stand_out(window: Page, aid: Aid, scheme: Any) -> None:
    window.emulate_media(color_scheme=scheme)
    jump(window, aid, WEIGH, outcome_with_people(aid))
    link = window.locator("[data-testid=stMain] a:visible").first
    link.focus()
    paper = luminance(rgb(window.locator(".stApp").evaluate("element => getComputedStyle(element).backgroundColor")))
    colors = {f"people {color}" for color in window.evaluate(LINES)} | {f"ring {link.evaluate(RING)}"}
    assert len(colors) > 3
    assert {color for color in colors if contrast(luminance(rgb(color)), paper) < LEAST} == set()
    window.emulate_media(color_scheme="light")


def rgb(color: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", color)[:3])


def contrast(first: float, second: float) -> float:
    darker, lighter = sorted((first, second))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_small_phone_shows_every_stop_of_the_tab_key(window: Page, aid: Aid) -> None:
    window.set_viewport_size({"width": 320, "height": 640})
    for name, screen in (("start", ""), ("situation", "safety"), (WEIGH, outcome_with_people(aid)), ("questions", "")):
        jump(window, aid, name, screen)
        stops = all_stops(window)
        assert [stop.name for stop in stops if stop.off_screen] == [], name
        assert [stop.name for stop in stops if not stop.ring] == [], name
        assert [stop.name for stop in stops if stop.covered] == [], name
    window.get_by_test_id("stExpandSidebarButton").click()
    settle(window)
    window.get_by_test_id("stSidebarNavLink").first.focus()
    for _ in list(PAGES)[1:]:
        window.keyboard.press("Tab")
        stop = focused(window)
        assert stop
        assert stop.ring, stop.name
        assert not stop.off_screen, stop.name
    window.set_viewport_size({"width": 1280, "height": 900})


def test_links_of_an_opened_menu_show_their_focus(window: Page, aid: Aid) -> None:
    jump(window, aid, "about")
    section = window.get_by_test_id("stTopNavSection").filter(has_text=aid.words.app["menu.visit"])
    section.focus()
    window.keyboard.press("Enter")
    links = window.get_by_test_id("stTopNavDropdownLink")
    links.first.wait_for()
    for link in links.all():
        link.focus()
        stop = focused(window)
        assert stop
        assert stop.ring, stop.name
    window.keyboard.press("Escape")


def test_a_slider_says_its_name_once_even_after_an_answer(window: Page, aid: Aid) -> None:
    for name in rated_outcomes(aid)[:2]:
        jump(window, aid, WEIGH, name)
        question = " ".join(importance_question(aid, name))
        slider = window.get_by_role("slider", name=question, exact=True)
        assert slider.count() == window.get_by_role("slider").count() == 1
        around = window.get_by_role("group", name=question, exact=True)
        assert around.count() == 0  # Orca said the question for it, and again for the slider
        slider.focus()
        slider.press("ArrowLeft")
        settle(window)
        assert slider.count() == 1
        assert around.count() == 0


def luminance(color: tuple[int, ...]) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def share_drawn(part: Locator, room: int = 0) -> float:
    """The share of a part of the screen that has the contrast of a state to its corner: 0 to 1."""
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    assert box
    area = {
        "x": box["x"] - room,
        "y": box["y"] - room,
        "width": box["width"] + 2 * room,
        "height": box["height"] + 2 * room,
    }
    picture = Image.open(BytesIO(part.page.screenshot(clip=area, animations="disabled"))).convert("RGB")  # type: ignore[arg-type]
    ground = luminance(picture.getpixel((0, 0)))  # type: ignore[arg-type]
    colors = picture.getcolors(picture.width * picture.height) or []
    pixels = 0
    for count, color in colors:
        pixels += count if contrast(luminance(color), ground) >= LEAST else 0  # type: ignore[arg-type]
    return pixels / (picture.width * picture.height)


@pytest.fixture
def forced(window: Page) -> Any:
    window.emulate_media(forced_colors="active")
    yield window
    window.emulate_media(forced_colors="none")


def test_states_are_seen_in_the_colors_of_the_device(forced: Page, aid: Aid) -> None:
    jump(forced, aid, "situation", "break")
    trend = aid.words.situation["pain_trend"]
    group = forced.get_by_test_id("stButtonGroup").filter(has_text=trend.question)
    picked = group.get_by_role("radio", name=trend.choices["worse"].label, exact=True)
    unpicked = group.get_by_role("radio", name=trend.choices["better"].label, exact=True)
    assert abs(brightness(picked) - brightness(unpicked)) > 0.1, "the answer that was picked is filled"

    jump(forced, aid, WEIGH, outcome_with_people(aid))
    thumb = forced.locator("[data-testid=stSlider] div:has(> div > input)").first
    assert share_drawn(thumb, room=6) > 0.15
    track = forced.locator("[data-testid=stSlider] [role=group] > div > div:first-child").first
    assert share_drawn(track, room=6) > 0.02

    array = forced.locator(".icon-array:has(.certain):has(.without)").first
    looks = [
        array.locator(f".{state}").first.evaluate(
            "element => [getComputedStyle(element).fill, getComputedStyle(element).stroke]"
        )
        for state in ("certain", "without")
    ]
    assert looks[0][0] != "none"
    assert looks[1][0] == "none"
    assert share_drawn(array) > 0.05
    differing = next(name for name in rated_outcomes(aid) if shows_points(aid, name))
    jump(forced, aid, WEIGH, differing)
    unfold(forced, aid.words.app["weigh.more"])
    point = forced.get_by_test_id("stVegaLiteChart").first.locator(".mark-symbol path").first
    assert share_drawn(point, room=4) > 0.2


def brightness(button: Locator) -> float:
    """The luminance of a button's background."""
    button.scroll_into_view_if_needed()
    picture = Image.open(BytesIO(button.screenshot(animations="disabled"))).convert("RGB")
    return luminance(max(picture.getcolors(picture.width * picture.height) or [], key=lambda entry: entry[0])[1])  # type: ignore[arg-type]
