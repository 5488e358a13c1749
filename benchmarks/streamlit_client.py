"""A browser's tab on the aid, without the browser: it speaks Streamlit 1.67's websocket protocol.

It does what Streamlit's own program does (static/js/index.*.js): it tells what every widget on the page holds with
each run it asks for, keeps the page's messages, and connects again after a lost connection, asking for a run only
where one was under way. In the meantime its widgets take nothing.
"""

import asyncio
import random
import time
from base64 import b64decode
from contextlib import suppress
from http.cookies import SimpleCookie
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Origin, Subprotocol

from benchmarks import wire
from benchmarks.tab_storage import TabStorage
from decision_aid.address import SCREEN

LONGEST_RUN = 60
MOST_ASKS = 5
FIRST_WAIT, LONGEST_WAIT = 0.1, 4.0
"""Seconds between two tries to connect again; the wait doubles in between."""
Kind = Literal["first page", "answer", "page change", "file", "first after a reconnect", "reconnect"]
_messages: dict[str, ForwardMsg] = {}
"""Messages that are sent once and then named, by hash; one store for all tabs, each of which knows what it has seen."""


class Trouble(Exception):  # noqa: N818 (what a person would see, not a fault of this program)
    """Something a person would see: an error on the page, a page that is not found, no answer in time."""


def _query(screen: str) -> str:
    return urlencode({SCREEN: screen}) if screen else ""


class Tab:
    """One person's tab. `times` has the milliseconds of what the person waited for, by kind."""

    def __init__(self, address: str, answers: str = "") -> None:
        """`answers` is what the tab has kept from another server."""
        self._address = address
        self._cookies: dict[str, str] = {}
        self._socket: ClientConnection | None = None
        self._living: asyncio.Task[None] | None = None
        self._connected, self._finished = asyncio.Event(), asyncio.Event()
        self._running = self._reconnected = False
        self._trouble = self._session = self._page_hash = self._main_hash = self._part = self._query = ""
        self._part_of_courier = ""
        self._named, self._named_before = set[str](), set[str]()
        self._now, self._coming = wire.Widgets(), wire.Widgets()
        self._mirror: tuple[str, dict[str, Any]] | None = None
        self._courier: tuple[str, dict[str, Any]] = ("", {})
        self.storage = TabStorage(answers)
        self.pages: dict[str, str] = {}
        self.answers = ""
        self.runs = 0
        self.times: list[tuple[Kind, float]] = []

    async def open(self, page: str, screen: str = "") -> None:
        """Type the address of a page or of a screen of it, or reload it. Raises Trouble."""
        await self.close()
        self._session = self._page_hash = ""
        self._query = _query(screen)
        self._now, self._named, self._named_before = wire.Widgets(), set(), set()
        self.storage.reloaded()
        start = time.perf_counter()
        await self._get(f"/{page}")
        await self._connect_again()
        self._living = asyncio.create_task(self._live())
        await self._settle("first page", "", page, [], start)

    async def go(self, page: str, screen: str = "") -> None:
        """Open a page by the menu, or a screen of it. The widgets of the frame alone go along. Raises Trouble."""
        self._query = _query(screen)
        for _ in range(5):  # a change of page that a lost connection swallowed is asked for again
            states = [wire.state(identity, widget.value) for identity, widget in self._now.items() if widget.of_frame]
            await self._settle("page change", self.pages[page], "", states, time.perf_counter())
            if self._page_hash == self.pages[page]:
                return
        raise Trouble(f"could not get to {page}")

    async def give(self, key: str, value: wire.Value) -> bool:
        """Answer by the widget with this key; False where it does not stand on the page. Raises Trouble."""
        await self._connected.wait()
        widget = next((widget for identity, widget in self._now.items() if wire.key_of(identity) == key), None)
        if widget is None:
            return False
        widget.value = value
        # Once a server is back, the mirror asks it for the whole page: it may be another one, which knows no parts.
        part = "" if self._reconnected else widget.part
        await self._settle("answer", self._page_hash, "", None, time.perf_counter(), part)
        return True

    async def bring(self, what: str) -> bytes:
        """Press the button for something that leaves, as views/courier.js asks for it. Raises Trouble."""
        for number in range(MOST_ASKS):  # where a connection was lost, or another server had taken over
            await self._connected.wait()
            identity, name = self._courier[0], str(number)
            request = {"id": name, "what": what, "session": self._mirror[1]["session"] if self._mirror else ""}
            states = [*self._all_states(), wire.trigger(identity, "asked", request)]
            part = "" if self._reconnected else self._part_of_courier
            await self._settle("file", self._page_hash, "", states, time.perf_counter(), part)
            answer = self._courier[1].get("given") or {}
            if answer.get("failed"):
                raise Trouble(f"{what} could not be made")
            if answer.get("id") == name:
                return b64decode(answer["bytes"])
        raise Trouble(f"{what} did not come")

    async def run_again(self) -> None:
        """Ask for the page as it is, as the key R does. Raises Trouble."""
        await self._settle("answer", self._page_hash, "", None, time.perf_counter())

    def shown(self) -> dict[str, wire.Value]:
        """What each widget on the page shows, by key."""
        return {wire.key_of(identity): widget.value for identity, widget in self._now.items()}

    async def close(self) -> None:
        """Close the tab."""
        if self._living:
            self._living.cancel()
            with suppress(asyncio.CancelledError):
                await self._living
        if self._socket:
            await self._socket.close()

    async def _settle(
        self, kind: Kind, page_hash: str, page: str, states: list[WidgetState] | None, start: float, part: str = ""
    ) -> None:
        """Ask for a run and wait until the page has settled, with what the tab had kept put back where need be."""
        self._reconnected, restored = self._reconnected and kind != "first page", False
        await self._run(page_hash, page, states, part)
        while self._mirror and (event := self.storage.see(self._mirror[1])):
            restored = True
            await self._run(self._page_hash, "", [*self._all_states(), wire.trigger(self._mirror[0], *event)])
        self.answers = self._mirror[1]["answers"] if self._mirror else ""
        if self._reconnected or restored:
            kind = "first page" if kind == "first page" else "first after a reconnect"
        self._reconnected = False
        self.times.append((kind, (time.perf_counter() - start) * 1000))

    async def _run(self, page_hash: str, page: str, states: list[WidgetState] | None, part: str = "") -> None:
        await self._connected.wait()
        self._finished.clear()
        self._running, self._trouble = True, ""
        await self._ask(page_hash, page, states, part)
        try:
            await asyncio.wait_for(self._finished.wait(), LONGEST_RUN)
        except TimeoutError:
            raise Trouble(f"no answer within {LONGEST_RUN} s") from None
        if self._trouble:
            raise Trouble(self._trouble)

    async def _ask(
        self, page_hash: str, page: str = "", states: list[WidgetState] | None = None, part: str = ""
    ) -> None:
        """Ask for a run. Where the connection is lost it is asked for once more when there is another."""
        assert self._socket
        self._coming, self._part = wire.Widgets(), part
        held = self._all_states() if states is None else states
        with suppress(ConnectionClosed):
            await self._socket.send(wire.run(page_hash, page, self._address, held, self._known(), part, self._query))

    def _all_states(self) -> list[WidgetState]:
        return [wire.state(identity, widget.value) for identity, widget in self._now.items()]

    def _known(self) -> set[str]:
        """The messages that need not be sent again: those of the run before last are forgotten, as in a browser."""
        return self._named | self._named_before

    async def _live(self) -> None:
        while True:
            assert self._socket
            with suppress(ConnectionClosed):
                async for raw in self._socket:
                    self._take(ForwardMsg.FromString(raw))
            start = time.perf_counter()
            self._connected.clear()
            await self._connect_again()
            self.times.append(("reconnect", (time.perf_counter() - start) * 1000))
            self._reconnected = True
            if self._running:
                await self._ask(self._page_hash)

    async def _connect_again(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                return await self._connect()
            except (OSError, InvalidHandshake, ConnectionClosed, Trouble, EOFError):
                await asyncio.sleep(wait * random.uniform(0.8, 1.2))
                wait = min(wait * 2, LONGEST_WAIT)

    async def _connect(self) -> None:
        for path in ("/_stcore/health", "/_stcore/host-config"):
            await self._get(path)
        protocols = ["streamlit", "PLACEHOLDER_AUTH_TOKEN", *([self._session] if self._session else [])]
        self._socket = await connect(
            f"{self._address.replace('http', 'ws', 1)}/_stcore/stream",
            origin=Origin(self._address),
            subprotocols=[Subprotocol(protocol) for protocol in protocols],
            additional_headers=self._headers(),
            max_size=None,
            open_timeout=20,
        )
        assert self._socket.response
        self._take_cookies(self._socket.response.headers.get_all("Set-Cookie"))
        self._connected.set()

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        return {"Cookie": cookies} if cookies else {}

    def _take_cookies(self, lines: list[str]) -> None:
        for line in lines:
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}

    async def _get(self, path: str) -> None:
        """Fetch an address over a connection of its own. Raises Trouble unless the answer is 200."""
        to = urlsplit(self._address)
        reader, writer = await asyncio.open_connection(to.hostname, to.port)
        try:
            lines = [f"GET {path} HTTP/1.1", f"Host: {to.netloc}", "Accept-Encoding: gzip, br", "Connection: close"]
            lines += [f"{name}: {value}" for name, value in self._headers().items()]
            writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
            async with asyncio.timeout(20):
                head, _, _ = (await reader.read()).partition(b"\r\n\r\n")
        finally:
            writer.close()
        status, *rest = head.decode("latin-1").split("\r\n")
        if " 200 " not in status:
            raise Trouble(f"GET {path}: {status or 'no answer'}")
        self._take_cookies([line.partition(":")[2] for line in rest if line.lower().startswith("set-cookie:")])

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            self._draw(_messages[message.ref_hash], message.metadata.active_script_hash)
        elif kind == "delta":
            if message.metadata.cacheable:
                _messages[message.hash] = message
            self._draw(message, message.metadata.active_script_hash)
        elif kind == "new_session":
            self._session = message.new_session.initialize.session_id or self._session
            self._main_hash = message.new_session.main_script_hash
            self._page_hash = message.new_session.page_script_hash or self._page_hash
            self._coming = wire.Widgets()
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash or self._page_hash
            for page in message.navigation.app_pages:
                self.pages[page.url_pathname] = page.page_script_hash
                if page.is_default:
                    self.pages[""] = page.page_script_hash
        elif kind == "page_not_found":
            self._trouble = "page not found"
        elif kind == "script_finished":
            self._finish(message.script_finished)

    def _draw(self, message: ForwardMsg, script: str) -> None:
        element, part = message.delta.new_element, message.delta.fragment_id
        if message.metadata.cacheable:
            self._named.add(message.hash)
        if element.WhichOneof("type") == "exception":
            self._trouble = f"error on the page: {element.exception.type}"
        if mirror := wire.component_data(element, "mirror"):
            self._mirror = mirror
        if self._mirror and (part_of_mirror := wire.component_data(element, "mirror_part")):
            self._mirror = self._mirror[0], {**part_of_mirror[1], "part": True}
        if courier := wire.component_data(element, "courier"):
            self._courier, self._part_of_courier = courier, part
        if widget := wire.widget(element):
            identity, value, is_set = widget
            if not is_set and identity in self._now:
                value = self._now[identity].value
            self._coming[identity] = wire.Widget(value, part, script == self._main_hash)

    def _finish(self, status: int) -> None:
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return
        if status == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self._trouble = "the program does not compile"
        self.runs += 1
        if status == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY:
            self._coming = wire.drawn_anew(self._now, self._part, self._coming)
        else:
            self._named, self._named_before = set(), self._named
        self._now, self._running = self._coming, False
        self._finished.set()
