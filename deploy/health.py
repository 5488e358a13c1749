"""Two questions of whoever runs the server: is the process up, and can it serve people?"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import runtime

from deploy import capacity
from deploy.sights import Sights

PATHS = ("/healthz", "/readyz")
NEVER_KEPT = {"Cache-Control": "no-store"}


def routes(sights: Sights) -> list[Route]:
    """`/healthz`: the process answers. `/readyz`: it has room, a language is whole, and Streamlit runs.

    Else `/readyz` says why not, with 503.
    """

    async def up(_: Request) -> Response:
        return PlainTextResponse("ok", headers=NEVER_KEPT)

    async def ready(_: Request) -> Response:
        why_not = await _why_not(sights)
        return PlainTextResponse(why_not or "ready", 503 if why_not else 200, headers=NEVER_KEPT)

    return [Route(path, answer) for path, answer in zip(PATHS, (up, ready), strict=True)]


async def _why_not(sights: Sights) -> str | None:
    """Why the aid cannot be shown; None where it can. Says no more than whoever asks may know."""
    if capacity.is_full():
        return "not ready: there are no open files left for more tabs"
    if sights.faults:
        return f"not ready: the content has {sights.faults} faults; see the log"
    if not runtime.exists():
        return "not ready: Streamlit does not run"
    runs, _ = await runtime.get_instance().is_ready_for_browser_connection
    return None if runs else "not ready: Streamlit does not run"
