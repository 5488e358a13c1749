"""Our ASGI app: what can be read before Streamlit has started, and that nothing of it disturbs Streamlit later."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES, SECTIONS, STEPS
from deploy import icons
from harness.visiting import address_of, everywhere, jump, settle, visit
from tests.browser.access import set_letters
from tests.browser.conftest import OpenPage, Scheme

SIZES = ((1280, 900), (390, 800), (800, 900))
SHARED = ("h1", ".purpose", ".urgent", ".urgent h2", ".urgent li", ".urgent strong", ".urgent > p:last-child")
ELEMENT_LOOKS = """([within, names]) => names.map(name => {
  const node = document.querySelector(within).querySelector(name)
  const { x, y, width, height } = node.getBoundingClientRect()
  const { color, fontSize, fontWeight, fontFamily } = getComputedStyle(node)
  const [family] = fontFamily.split(",")
  const look = [color, fontSize, fontWeight, family].join()
  return { name, box: [x, y, width, height].map(Math.round), look, text: node.textContent }
})"""
SEGMENTS = """all => [...document.querySelectorAll(all)].map(node => {
  const { x, y, width } = node.getBoundingClientRect()
  return [...[x, y, width].map(Math.round), getComputedStyle(node).borderTopColor, node.textContent]
})"""
"""Position, width, color and name of each step of the bar."""
WATCH = """
window.violations = []
document.addEventListener("securitypolicyviolation", violation => {
  violations.push(violation.effectiveDirective + " " + violation.blockedURI)
})
window.headings = new Set()
const count = () => {
  const heard = [...document.querySelectorAll("h1")].filter(heading => !heading.closest("[inert]")).length
  if (document.querySelector("#root")?.inert || heard) headings.add(heard)
}
new MutationObserver(count).observe(document, { subtree: true, childList: true, attributes: true })
"""


SOURCES = re.compile(r'(?:src|href)="\./static/js/([^"]+)"')
AT_THE_HANDOVER = """
new MutationObserver(() => {
  const root = document.querySelector("#root")
  if (root?.querySelector("h1") && !root.inert)
    window.atTheHandover ??= getComputedStyle(root).getPropertyValue("--figure")
}).observe(document, { subtree: true, childList: true, attributes: true })
"""


def stop_before_streamlit(page: Page) -> None:
    """Block Streamlit's scripts, so that the page stays as the server sent it."""
    page.route("**/static/js/**", lambda route: route.abort())


def test_the_address_of_a_page_as_the_very_first_visit_shows_that_page_alone(
    own_server: str, page: OpenPage, aid: Aid
) -> None:
    window = page()
    visit(window, own_server, "chances")
    assert window.locator("h1").all_text_contents() == [aid.words.pages["chances"].title]
    assert window.get_by_role("dialog").count() == 0


@pytest.fixture(scope="module")
def watched_window(lasting_page: OpenPage) -> tuple[Page, list[str]]:
    """A window that records violations of the policy and headings, and its console messages."""
    window, messages = lasting_page(), []
    window.on("console", lambda message: messages.append(message.text))
    window.on("pageerror", lambda error: messages.append(f"Content Security Policy? {error}"))
    window.add_init_script(WATCH)
    return window, messages


@dataclass(frozen=True)
class PageState:
    """A page once Streamlit has taken over: its state, and Streamlit's scripts that it requested and that it names.

    `violations`: what the page did against its policy.
    """

    first_sights: int
    silent: bool
    headings: list[int]
    violations: list[str]
    requested: set[str]
    named: set[str]


@pytest.fixture(scope="module")
def page_states(own_server: str, watched_window: tuple[Page, list[str]]) -> dict[str, PageState]:
    """The state of each page, opened by its address."""
    window, _ = watched_window
    requests, pages = set[str](), {}
    window.on("request", lambda request: requests.add(Path(request.url).name) if "/static/js/" in request.url else None)
    for name in PAGES:
        requests.clear()
        visit(window, own_server, name)
        html = window.request.get(window.url).text()
        pages[name] = PageState(
            window.locator("#first-sight").count(),
            window.evaluate("document.getElementById('root').inert"),
            window.evaluate("[...headings]"),
            window.evaluate("violations"),
            set(requests),
            {Path(source).name for source in SOURCES.findall(html)},
        )
    return pages


@pytest.mark.parametrize("name", ["chances", *(pages[0] for pages in SECTIONS.values())])
def test_streamlit_takes_over_with_one_heading_at_any_time(page_states: dict[str, PageState], name: str) -> None:
    page = page_states[name]
    assert (page.first_sights, page.silent, page.headings) == (0, False, [1])


def test_what_streamlit_asks_for_is_named_by_the_page(page_states: dict[str, PageState]) -> None:
    assert all(page.requested for page in page_states.values())
    unnamed = {name: page.requested - page.named for name, page in page_states.items()}
    assert {name: files for name, files in unnamed.items() if files} == {}, "see deploy/chunks.py"


def test_the_sheet_of_the_aid_holds_when_streamlit_takes_over(own_server: str, page: OpenPage) -> None:
    window = page()
    window.add_init_script(AT_THE_HANDOVER)
    visit(window, own_server, FIRST)
    assert window.evaluate("atTheHandover") == window.evaluate("getComputedStyle(root).getPropertyValue('--figure')")
    assert window.evaluate("atTheHandover")


def test_the_first_words_are_as_large_as_the_page_that_follows(own_server: str, page: OpenPage) -> None:
    window, root = page(), "getComputedStyle(document.documentElement).fontSize"
    window.goto("about:blank")
    set_letters(window, 24)
    window.add_init_script(
        f"window.sizes = new Set(); new MutationObserver(() => sizes.add({root}))"
        ".observe(document, { subtree: true, childList: true })"
    )
    visit(window, own_server, FIRST)
    assert window.evaluate("[...sizes].filter(size => size !== '24px')") == ["27px"]


def test_no_page_breaks_the_policy(
    page_states: dict[str, PageState], watched_window: tuple[Page, list[str]], aid: Aid
) -> None:
    """`test_leaks.py` presses what can be pressed."""
    window, messages = watched_window
    jump(window, aid, "situation", "safety")  # the one screen with an element that no page begins with
    assert window.evaluate("violations") == []
    assert {name: page.violations for name, page in page_states.items() if page.violations} == {}
    assert [text for text in messages if "Content Security Policy" in text] == []


def test_a_page_can_be_read_at_its_head_where_no_program_runs(own_server: str, browser: Browser, aid: Aid) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        window = context.new_page()
        for name in (FIRST, "chances"):
            window.goto(address_of(own_server, name))
            words = aid.words.pages[name]
            assert window.title() == f"{words.menu} – {aid.words.app['name']}"
            assert window.locator("html").get_attribute("lang") == aid.words.language
            assert window.get_by_role("heading", level=1).all_text_contents() == [words.title]
            assert window.get_by_text(words.purpose, exact=True).is_visible()
            without = window.locator("#first-sight noscript p")
            assert without.all_text_contents() == [aid.words.app["first_sight.no_script"]]
            assert without.is_visible()
            assert window.get_by_text(aid.words.app["first_sight.wait"]).is_hidden()
            numbers = window.get_by_text(aid.words.urgent["numbers"])
            assert numbers.count() == 1
            assert numbers.is_visible()


@pytest.fixture(scope="module")
def sights(lasting_page: OpenPage, own_server: str) -> tuple[Page, Page]:
    """The first page before Streamlit has started, and after it has taken over."""
    before, after = lasting_page(), lasting_page()
    stop_before_streamlit(before)
    before.goto(own_server)
    before.evaluate("document.fonts.ready.then(() => 0)")
    visit(after, own_server, FIRST)
    return before, after


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_jumps_when_streamlit_takes_over(
    sights: tuple[Page, Page], width: int, height: int, scheme: Scheme
) -> None:
    before, after = sights
    for window in sights:
        window.set_viewport_size({"width": width, "height": height})
        window.emulate_media(color_scheme=scheme)
    settle(after)
    first_looks = before.evaluate(ELEMENT_LOOKS, ["#first-sight", SHARED])
    final_looks = after.evaluate(ELEMENT_LOOKS, ["[data-testid=stMain]", SHARED])
    assert first_looks == final_looks
    bar = before.evaluate(SEGMENTS, "#first-sight .steps-bar span")
    assert bar == after.evaluate(SEGMENTS, ".step-links a")
    assert len(bar) == len(STEPS)


def test_a_message_of_streamlit_is_never_covered(own_server: str, page: OpenPage) -> None:
    window = page()
    stop_before_streamlit(window)
    window.goto(own_server)
    assert window.locator("#first-sight").count() == 1
    app = "<div data-testid=stApp data-test-connection-state=CONNECTED><div role=dialog>A message</div></div>"
    window.evaluate("app => { root.innerHTML = app }", app)
    window.locator("#first-sight").wait_for(state="detached")


def test_what_was_read_stays_in_sight(own_server: str, page: OpenPage) -> None:
    window = page(390, 500)
    stop_before_streamlit(window)
    window.goto(own_server)
    window.evaluate("document.getElementById('first-sight').scrollTop = 300")
    main_html = "<main data-testid=stMain style='height:400px;overflow:auto'><h1>A</h1><p class=purpose></p>"
    main_html += "<p class=urgent style='height:2000px'></p></main>"
    window.evaluate("drawn => { root.innerHTML = drawn }", main_html)
    window.locator("#first-sight").wait_for(state="detached")
    assert window.evaluate("document.querySelector('main').scrollTop") == 300


@pytest.mark.skipif(not icons.small_font().is_file(), reason="made by `python -m deploy.compress`")
def test_the_small_icon_font_has_every_icon_that_is_drawn(own_server: str, page: OpenPage, aid: Aid) -> None:
    window = page()
    fonts: list[str] = []
    window.on("request", lambda request: fonts.append(request.url) if request.url.endswith(".woff2") else None)
    visit(window, own_server, FIRST)
    for screen in everywhere(aid):
        jump(window, aid, *screen)
        icon = window.locator("[data-testid=stIconMaterial]")
        for glyph in icon.all():
            box = glyph.bounding_box()
            assert box is None or box["width"] <= 1.6 * box["height"], glyph.text_content()
    assert {Path(url).name for url in fonts if "/media/" in url} == {icons.small_font().name}


def test_the_log_of_the_server_holds_nothing_of_what_was_asked_for(own_server: str, page: OpenPage, log: Path) -> None:
    window = page()
    window.goto(f"{own_server}/together#a=not-for-any-log")
    settle(window)
    text = log.read_text()
    # Streamlit gives uvicorn its handlers back, so the level in .streamlit/config.toml is what keeps paths out.
    assert "GET /" not in text
    assert "not-for-any-log" not in text
