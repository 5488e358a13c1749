"""A server of one's own, without a network: its first sights and its middleware."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from decision_aid import session
from deploy import health
from deploy.fixed import FixedContent
from deploy.headers import SecurityHeaders
from deploy.sights import Sights
from tests.unit.asgi_client import Client


@pytest.fixture(scope="session")
def sights() -> Sights:
    return Sights(session.content)


@pytest.fixture(scope="session")
def client(sights: Sights) -> Client:
    """The middleware round an app that answers every address with "behind"."""
    behind = Route("/{any:path}", lambda _: PlainTextResponse("behind"))
    around = [Middleware(SecurityHeaders, inline=sights.scripts), Middleware(FixedContent, sights=sights)]
    return Client(Starlette(routes=[*health.routes(sights), behind], middleware=around))
