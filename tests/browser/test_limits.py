"""What the server refuses: requests that another site makes in a person's name, and more than a save file can be."""

import http.client
import tomllib
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from deploy import ROOT

OTHER = "https://other.example"
MEGABYTE = 1024 * 1024
STREAMLIT = [Subprotocol("streamlit")]


def ask(site: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> http.client.HTTPResponse:
    there = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    there.request(method, path, body, headers)
    return there.getresponse()


def token(site: str) -> str:
    """A token against forged requests, as a browser gets it at its first visit."""
    given = ask(site, "GET", "/_stcore/health", {}).getheader("Set-Cookie") or ""
    assert given.startswith("_streamlit_xsrf=")
    return given.partition("=")[2].partition(";")[0]


@pytest.fixture
def tab(site: str) -> Iterator[ClientConnection]:
    """An open tab."""
    with connect(
        f"ws{site.removeprefix('http')}/_stcore/stream", subprotocols=STREAMLIT, origin=Origin(site), max_queue=None
    ) as opened:
        yield opened


def name_of(tab: ClientConnection) -> str:
    """By which name the server knows the tab."""
    asks = BackMsg()
    asks.rerun_script.query_string = ""
    tab.send(asks.SerializeToString())
    while True:
        heard = ForwardMsg.FromString(bytes(tab.recv(timeout=30)))
        if heard.HasField("new_session"):
            return heard.new_session.initialize.session_id


def upload(site: str, tab: str, size: int, cookie: str, shown: str) -> int:
    """The server's answer to a file of so many bytes; `shown` is the token that the program on the page adds."""
    form = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n' + b"a" * size + b"\r\n--x--\r\n"
    told = {"Content-Type": "multipart/form-data; boundary=x", "Cookie": f"_streamlit_xsrf={cookie}"}
    return ask(site, "PUT", f"/_stcore/upload_file/{tab}/a", {**told, "X-Xsrftoken": shown}, form).status


def test_an_upload_has_to_show_its_own_token_and_to_be_small(site: str, tab: ClientConnection) -> None:
    name, own = name_of(tab), token(site)
    assert upload(site, name, 10, own, own) == 204
    assert upload(site, name, 10, own, "") == 403
    assert upload(site, name, 10, own, token(site)) == 403
    assert upload(site, name, 2 * MEGABYTE, own, own) == 413


def test_another_site_cannot_open_a_tab_in_a_persons_name(site: str) -> None:
    address = f"ws{site.removeprefix('http')}/_stcore/stream"
    with pytest.raises(InvalidStatus) as refused:
        connect(address, subprotocols=STREAMLIT, origin=Origin(OTHER))
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/media/a.pdf"])
def test_another_site_cannot_read_what_the_server_says(site: str, path: str) -> None:
    assert ask(site, "GET", path, {"Origin": OTHER}).getheader("Access-Control-Allow-Origin") not in ("*", OTHER)


def test_the_settings_say_the_same() -> None:
    said = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    server = said["server"]
    assert (server["enableXsrfProtection"], server["enableCORS"], server["maxUploadSize"]) == (True, True, 1)
    assert said["client"]["showErrorDetails"] == "none"
    assert said["browser"]["gatherUsageStats"] is False
    assert said["logger"]["level"] in ("warning", "error")
