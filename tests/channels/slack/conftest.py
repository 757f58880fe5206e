"""The Slack channel in Sanic, as Rasa mounts it, before a fake Slack and a stand-in for Rasa's agent."""

import asyncio
import contextlib
import uuid

import pytest
from rasa.core.channels.channel import register
from sanic import Sanic

from careerbot import feedback
from careerbot.channels.slack import channel as channel_module
from careerbot.channels.slack import sender
from careerbot.channels.slack.channel import SlackChannel
from careerbot.channels.slack.inbox import Inbox
from careerbot.channels.slack.sender import web_client
from careerbot.channels.slack.settings import Options, Settings
from tests.channels.conftest import rewrite_sanic_once
from tests.channels.slack.agent import Agent
from tests.fake_slack import FakeSlack, Timing
from tests.tools.ports import free_port

SIGNING_SECRET = "fake-signing-secret"
TEXAS = '/salary_median{"place": "Texas"}'


@pytest.fixture
def agent(domain, tmp_path):
    return Agent(domain, tmp_path / "conversations.db")


@pytest.fixture(autouse=True)
def ratings(tmp_path, monkeypatch):
    """Ratings of this test's own."""
    url = f"sqlite:///{tmp_path / 'feedback.db'}"
    monkeypatch.setenv(feedback.URL_VARIABLE, url)
    return feedback.FeedbackStore(url)


@pytest.fixture
def inbox_url(tmp_path):
    return f"sqlite:///{tmp_path / 'inbox.db'}"


class Server:
    """A server with the channel; the fake gets ``begin``, ``stop`` and ``kill`` of it, so that a test can use them."""

    def __init__(self, fake, settings, agent, port, stack, beside=()):
        self.fake, self.settings, self.agent, self.port = fake, settings, agent, port
        self.server = None
        self.beside = beside
        fake.begin, fake.stop, fake.kill = self.begin, self.stop, self.kill
        fake.channel_client = web_client(settings.bot_token, settings.options.api_url)
        stack.push_async_callback(self.stop)

    async def begin(self, inbox=None):
        """From the start of a process; after a stop or a kill another one."""
        fake = self.fake
        fake.channel = SlackChannel(self.settings, inbox or fake.channel._inbox)
        app = Sanic(f"test_{uuid.uuid4().hex}", configure_logging=False, register=False)
        app.config.REQUEST_MAX_SIZE = 65536  # as careerbot/model.py sets it for Rasa
        app.ctx.agent = self.agent
        connections = []
        with pytest.MonkeyPatch.context() as patch:
            mount = channel_module._Connection.mount
            patch.setattr(
                channel_module._Connection, "mount", lambda one, routes: (connections.append(one), mount(one, routes))
            )
            patch.setattr(sender, "INTERVAL", fake.timing.message_interval)
            register([fake.channel, *self.beside], app, route="/webhooks/")
        [fake.channel_connection] = connections
        options = {"return_asyncio_server": True, "access_log": False}
        self.server = await app.create_server(host="127.0.0.1", port=self.port, **options)
        await self.server.startup()
        await self.server.before_start()
        await self.server.after_start()

    async def stop(self):
        """As at the end of a process that is asked to stop."""
        if self.server:
            await self.server.before_stop()
            await self._close()

    async def kill(self):
        """Connections and tasks end where they are; nothing is released."""
        await self._close()
        working = self.fake.channel_connection._worker
        tasks = [working._sweeping, *working._running.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _close(self):
        server, self.server = self.server, None
        server.close()
        for connection in list(server.connections):
            connection.abort()  # else Slack would go on talking to a process that is no more
        await server.wait_closed()


@pytest.fixture
async def start(agent, inbox_url, monkeypatch):
    """Starts a fake Slack and the channel before it; takes options of the channel, and of the fake as ``slack``."""
    monkeypatch.setattr("sanic.app.TouchUp.run", rewrite_sanic_once)
    async with contextlib.AsyncExitStack() as stack:

        async def begin(*, slack=None, inbox=None, beside=(), **options):
            port = free_port()
            socket = options.get("mode") == "socket"
            address = None if socket else f"http://127.0.0.1:{port}/webhooks/slack/events"
            fake = FakeSlack(
                signing_secret=SIGNING_SECRET,
                request_url=address,
                socket_mode=socket,
                **{"timing": Timing().scaled(0.01), **(slack or {})},
            )
            await stack.enter_async_context(fake)
            settings = Settings(
                Options(api_url=fake.base_url, **options),
                fake.bot_token,
                SIGNING_SECRET,
                fake.app_token if socket else "",
            )
            fake.url = f"http://127.0.0.1:{port}/webhooks/slack"
            await Server(fake, settings, agent, port, stack, beside).begin(inbox or Inbox(inbox_url, lease=2.0))
            return fake

        yield begin


@pytest.fixture
async def slack(start):
    return await start()


@pytest.fixture
def ann(slack):
    return slack.add_user("ann")


async def answer_to(slack, user, text, thread_ts=None):
    """What the assistant says to a direct message."""
    before = len(slack.answers(slack.dm(user), thread_ts))
    await slack.say(user, slack.dm(user), text, thread_ts)
    answers = await slack.wait_for(lambda: slack.answers(slack.dm(user), thread_ts)[before:])
    return answers[-1]
