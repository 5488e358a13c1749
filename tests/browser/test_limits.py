"""What the server refuses: requests that another site forges, and uploads larger than a save file."""

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


def request(site: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    connection.request(method, path, body, headers)
    return connection.getresponse()


def token(site: str) -> str:
    """A token against forged requests, as a browser gets it at its first request."""
    cookies = request(site, "GET", "/_stcore/health", {}).getheader("Set-Cookie") or ""
    assert cookies.startswith("_streamlit_xsrf=")
    return cookies.partition("=")[2].partition(";")[0]


@pytest.fixture
def tab(site: str) -> Iterator[ClientConnection]:
    """An open tab."""
    with connect(
        f"ws{site.removeprefix('http')}/_stcore/stream", subprotocols=STREAMLIT, origin=Origin(site), max_queue=None
    ) as opened:
        yield opened


def session_id(tab: ClientConnection) -> str:
    """The server's id of the tab's session."""
    rerun = BackMsg()
    rerun.rerun_script.query_string = ""
    tab.send(rerun.SerializeToString())
    while True:
        message = ForwardMsg.FromString(bytes(tab.recv(timeout=30)))
        if message.HasField("new_session"):
            return message.new_session.initialize.session_id


def upload(site: str, tab: str, size: int, cookie: str, header_token: str) -> int:
    """The HTTP status of an upload of `size` bytes; `header_token` is the token that the page's script adds."""
    form = b'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n' + b"a" * size + b"\r\n--x--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Cookie": f"_streamlit_xsrf={cookie}"}
    return request(site, "PUT", f"/_stcore/upload_file/{tab}/a", {**headers, "X-Xsrftoken": header_token}, form).status


def test_an_upload_has_to_show_its_own_token_and_to_be_small(site: str, tab: ClientConnection) -> None:
    name, xsrf = session_id(tab), token(site)
    assert upload(site, name, 10, xsrf, xsrf) == 204
    assert upload(site, name, 10, xsrf, "") == 403
    assert upload(site, name, 10, xsrf, token(site)) == 403
    assert upload(site, name, 2 * MEGABYTE, xsrf, xsrf) == 413


def test_another_site_cannot_open_a_tab_in_a_persons_name(site: str) -> None:
    address = f"ws{site.removeprefix('http')}/_stcore/stream"
    with pytest.raises(InvalidStatus) as refused:
        connect(address, subprotocols=STREAMLIT, origin=Origin(OTHER))
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/media/a.pdf"])
def test_another_site_cannot_read_what_the_server_says(site: str, path: str) -> None:
    assert request(site, "GET", path, {"Origin": OTHER}).getheader("Access-Control-Allow-Origin") not in ("*", OTHER)


def test_the_settings_say_the_same() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    server = settings["server"]
    assert (server["enableXsrfProtection"], server["enableCORS"], server["maxUploadSize"]) == (True, True, 1)
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["logger"]["level"] in ("warning", "error")
