"""The Slack channel in Sanic, as Rasa mounts it, before a fake Slack and a stand-in for Rasa's agent."""

import asyncio
import contextlib
import uuid
from typing import Any, Dict, List

import pytest
from rasa.core.channels.channel import UserMessage, register
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from sanic import Sanic

from careerbot import feedback
from careerbot.channels.slack import channel as channel_module
from careerbot.channels.slack import sender
from careerbot.channels.slack.channel import SlackChannel
from careerbot.channels.slack.inbox import Inbox
from careerbot.channels.slack.sender import web_client
from careerbot.channels.slack.settings import Options, Settings
from careerbot.conversations import ConversationStore
from tests.channels.conftest import rewrite_sanic_once
from tests.fake_slack import FakeSlack, Timing
from tests.tools.ports import free_port

SIGNING_SECRET = "fake-signing-secret"
TEXAS = '/salary_median{"place": "Texas"}'


class Agent:
    """Stands where Rasa's agent stands: remembers what reaches it, answers what the test wants, keeps conversations."""

    def __init__(self, domain, file):
        self.domain = domain
        self.tracker_store = ConversationStore(domain, db=str(file))
        self.lock_store = InMemoryLockStore()
        self.ready = True
        self.answers = [{"text": "It takes a year."}]
        self.error = None
        self.before = None
        self.heard: List[UserMessage] = []

    def is_ready(self):
        return self.ready

    async def handle_message(self, message):
        self.heard.append(message)
        if self.before:
            await self.before(message)
        answers = self.answers(message) if callable(self.answers) else self.answers
        said = [event_of(answer) for answer in answers]
        parse = {"intent": {"name": "education_duration", "confidence": 0.9}}
        asked = UserUttered(message.text, parse["intent"], parse_data=parse, message_id=message.message_id)
        for event in said:
            await message.output_channel.send_response(message.sender_id, event.message())
        if self.error:
            raise self.error
        tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
        for event in (asked, *said, ActionExecuted("action_listen")):
            tracker.update(event)
        await self.tracker_store.save(tracker)

    @property
    def texts(self):
        return [message.text for message in self.heard]

    @property
    def conversations(self):
        return [message.sender_id for message in self.heard]


def event_of(answer: Dict[str, Any]) -> BotUttered:
    data = {name: answer[name] for name in ("buttons", "image") if name in answer}
    metadata = {name: answer[name] for name in ("utter_action", "alt") if name in answer}
    return BotUttered(answer.get("text"), data, metadata)


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

        async def begin(*, slack=None, inbox=None, **options):
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
            await Server(fake, settings, agent, port, stack).begin(inbox or Inbox(inbox_url, lease=2.0))
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
