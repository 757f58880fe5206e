import asyncio
import json
from dataclasses import dataclass

import aiohttp
import pytest
from rasa.core.actions.action import create_bot_utterance
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import ActionExecuted, SessionStarted, UserUttered

from careerbot import feedback, secret
from careerbot.channels.website import WebsiteChannel, pages
from careerbot.conversations import ConversationStore

PREFIX = "/webhooks/website"
PAY = {"text": "About **$45,690**.", "utter_action": "utter_salary_median"}


class FakeAgent:
    """Stands where Rasa's agent stands: keeps what is said as Rasa does, and answers what the test wants."""

    def __init__(self, domain, file, lock_store=None):
        self.domain = domain
        self.store = ConversationStore(domain, db=str(file))
        self.tracker_store = FailSafeTrackerStore(self.store)
        self.lock_store = lock_store or InMemoryLockStore()
        self.processor = self
        self.ready = True
        self.answers = [PAY]
        self.intent = "salary_median"
        self.error = None
        self.heard = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    def is_ready(self):
        return self.ready

    async def fetch_tracker_with_initial_session(self, sender, channel):
        tracker = await self.tracker_store.get_or_create_tracker(sender, append_action_listen=False)
        self._happen(tracker, ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"))
        return tracker

    async def save_tracker(self, tracker):
        await self.tracker_store.save(tracker)

    async def handle_message(self, message):
        self.heard.append(message)
        async with self.lock_store.lock(message.sender_id):
            await self.may_answer.wait()
            tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
            parsed = {"intent": {"name": self.intent, "confidence": 0.9}, "entities": [], "text": message.text}
            said = UserUttered(
                message.text,
                parse_data=parsed,
                intent=parsed["intent"],
                input_channel=message.input_channel,
                message_id=message.message_id,
                metadata=message.metadata,
            )
            self._happen(tracker, said)
            for answer in self.answers:
                event = create_bot_utterance(dict(answer))
                self._happen(tracker, event)
                await message.output_channel.send_response(message.sender_id, event.message())
            if self.error:
                raise self.error
            self._happen(tracker, ActionExecuted("action_listen"))
            await self.tracker_store.save(tracker)

    def _happen(self, tracker, *events):
        for event in events:
            tracker.update(event, self.domain)

    @property
    def texts(self):
        return [message.text for message in self.heard]


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        """The code of an error in the form of the protocol."""
        assert self.headers["Content-Type"] == "application/json"
        assert set(self.json) == {"error"}
        assert self.json["error"]["message"].endswith((".", "train"))
        return self.json["error"]["code"]


class Visitor:
    """Talks the protocol; ``send`` as a client could, the rest as the widget does."""

    def __init__(self, url, session, token=None):
        self.url, self.session, self.token = url, session, token

    async def send(self, method, path, body=None, prefix=PREFIX, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token and "Authorization" not in headers:
            headers["Authorization"] = f"Bearer {self.token}"
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        if data is not None:
            headers.setdefault("Content-Type", "application/json")
        url = aiohttp.client.URL(f"{self.url}{prefix}{path}", encoded=True)
        async with self.session.request(method, url, data=data, headers=headers) as answer:
            return Answer(answer.status, answer.headers, await answer.read())

    async def begin(self):
        answer = await self.send("POST", "/session")
        assert answer.status == 201, answer.body
        return Visitor(self.url, self.session, answer.json["token"])

    async def say(self, text="pay?", id="message-1"):
        return await self.send("POST", "/messages", {"id": id, "text": text})

    async def click(self, payload, title="Pay", id="message-1"):
        return await self.send("POST", "/messages", {"id": id, "payload": payload, "title": title})

    async def history(self):
        return (await self.send("GET", "/messages")).json["messages"]

    async def rate(self, **body):
        return await self.send("POST", "/feedback", body)


@pytest.fixture(autouse=True)
def _configured(monkeypatch, tmp_path):
    monkeypatch.setenv(secret.VARIABLE, "a key of this test that is long enough")
    monkeypatch.setenv(feedback.URL_VARIABLE, f"sqlite:///{tmp_path / 'feedback.db'}")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "conversations.db"


@pytest.fixture
def agent(domain, file):
    return FakeAgent(domain, file)


@pytest.fixture
def dist(tmp_path, monkeypatch):
    """The folder of the widget's build, with a page."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "page.html").write_text("<!doctype html><title>Careers</title>")
    monkeypatch.setattr(pages.Pages.__init__, "__defaults__", (folder,))
    return folder


@pytest.fixture
async def session():
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def stranger(agent, serve, session, dist):
    """Somebody without a conversation."""
    app = await serve(WebsiteChannel, agent=agent)
    return Visitor(app.ctx.url, session)


@pytest.fixture
async def visitor(stranger):
    return await stranger.begin()


@pytest.fixture
def visit(serve, session, dist):
    """Somebody without a conversation at a server with settings and an agent of its own."""

    async def start(agent, **credentials):
        app = await serve((WebsiteChannel, credentials), agent=agent)
        return Visitor(app.ctx.url, session)

    return start
