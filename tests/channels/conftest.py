import contextlib
import socket
import uuid
from pathlib import Path

import pytest
from rasa import server as rasas
from rasa.core.channels.channel import register
from rasa.shared.core.domain import Domain
from sanic import Sanic
from sanic.touchup.service import TouchUp


@pytest.fixture(scope="session")
def domain():
    return Domain.load(str(Path(__file__).parents[2] / "domain.yml"))


def rewrite_sanic_once(app, rewrite=TouchUp.run):
    """Sanic rewrites its own methods when it starts, and cannot find their source when it starts again."""
    with contextlib.suppress(KeyError):
        rewrite(app)


@pytest.fixture
async def serve(monkeypatch):
    """Serves channels as Rasa mounts them, on a free port of this machine; the address is in ``ctx.url`` of the app.

    A channel is its class, or the class and its part of ``credentials.yml``; ``cors``: as of ``rasa run --cors``.
    """
    monkeypatch.setattr("sanic.app.TouchUp.run", rewrite_sanic_once)
    servers = []

    async def start(*channels, agent=None, cors=None):
        app = Sanic(f"test_{uuid.uuid4().hex}", configure_logging=False, register=False)
        app.ctx.agent = agent
        rasas.add_root_route(app)
        rasas.configure_cors(app, cors)
        given = [channel if isinstance(channel, tuple) else (channel, None) for channel in channels]
        register([channel.from_credentials(credentials) for channel, credentials in given], app, route="/webhooks/")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = await app.create_server(host="127.0.0.1", port=port, return_asyncio_server=True, access_log=False)
        servers.append(server)
        await server.startup()
        await server.before_start()
        app.ctx.url = f"http://127.0.0.1:{port}"
        return app

    yield start
    for server in servers:
        server.close()
        await server.wait_closed()
