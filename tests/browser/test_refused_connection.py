"""A browser that cannot start the program, or cannot connect to it, shows the aid's own notice."""

import pytest
from playwright.sync_api import Page, Route, expect

from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST
from harness.visiting import address_of, settle, visit
from tests.browser.conftest import OpenPage

LATER = 16_000
DIALOG = "section[role=dialog]"


def spoil_program(page: Page) -> None:
    """Break the program, as in a browser that is too old for it."""

    def spoil(route: Route) -> None:
        route.fulfill(body="this is no program", content_type="text/javascript")

    page.route("**/static/js/index.*.js", spoil)


def refuse_connection(page: Page) -> None:
    """Close websockets, as a proxy does that does not know them."""
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())


def assert_notice_comes(page: Page, visible: str, hidden: str) -> None:
    """Check that after fifteen seconds the notice is shown, with the signs and the number to call once each."""
    page.clock.fast_forward(LATER)
    expect(page.locator(f"#first-sight {visible}")).to_be_visible()
    expect(page.locator(f"#first-sight {hidden}")).to_be_hidden()
    expect(page.locator("#first-sight .wait")).to_be_hidden()
    expect(page.locator("#first-sight .urgent")).to_have_count(1)
    expect(page.locator("#first-sight .urgent")).to_be_visible()


@pytest.mark.parametrize("name", [FIRST, "chances"])
def test_where_the_program_cannot_start_that_is_said_in_the_end(own_server: str, page: OpenPage, name: str) -> None:
    window = page(390, 844)
    window.clock.install()
    spoil_program(window)
    window.goto(address_of(own_server, name))
    expect(window.locator("#first-sight .wait")).to_be_visible()
    expect(window.locator("#first-sight .no-program")).to_be_hidden()
    assert_notice_comes(window, ".no-program", ".no-connection")


def test_where_the_connection_is_refused_that_is_said_and_stays_said(own_server: str, page: OpenPage) -> None:
    window = page(390, 844)
    window.clock.install()
    refuse_connection(window)
    for name in (FIRST, "chances"):
        window.goto(address_of(own_server, name))
        window.locator("[data-testid=stApp]").wait_for(state="attached")
        assert_notice_comes(window, ".no-connection", ".no-program")
        window.clock.fast_forward(4 * LATER)
        expect(window.locator("#first-sight .no-connection")).to_be_visible()
        expect(window.locator(DIALOG)).to_have_count(0)


def test_a_line_that_is_cut_again_and_again_brings_our_words_and_none_of_streamlits(
    own_server: str, page: OpenPage, aid: Aid
) -> None:
    window = page(390, 844)
    lines, cut = [], False

    def connect_unless_cut(socket) -> None:  # type: ignore[no-untyped-def]
        if cut:
            socket.close()
        else:
            lines.append(socket)
            socket.connect_to_server()

    window.route_web_socket("**/_stcore/stream", connect_unless_cut)
    visit(window, own_server, "situation")
    for _ in range(2):
        cut = True
        window.route("**/_stcore/health", lambda route: route.abort())
        lines[-1].close()
        notice = window.locator("#away")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text(aid.words.app["away"])
        expect(window.locator(DIALOG)).to_have_count(0)
        assert window.locator("h1").is_visible()
        assert window.evaluate("!document.querySelector('#root').closest('[aria-hidden=true], [inert]')")
        cut = False
        window.unroute("**/_stcore/health")
        expect(notice).to_be_hidden(timeout=30_000)
    settle(window)


def test_a_network_that_is_lost_is_told_though_the_connection_hangs(site: str, page: OpenPage, aid: Aid) -> None:
    window = page(390, 844)
    visit(window, site, "readiness")
    away = window.locator("#away")
    window.context.set_offline(True)
    expect(away).to_contain_text(aid.words.app["away"], timeout=15_000)
    window.context.set_offline(False)
    expect(away).to_be_hidden(timeout=15_000)
