"""The fake itself: a server on 127.0.0.1 with Slack's addresses, and what a test does and sees with it."""

from __future__ import annotations

import asyncio
import time
from types import TracebackType
from typing import Any, Callable, Collection, List, Mapping, Type, TypeVar

from aiohttp import ClientSession, web

from tests.fake_slack.delivery import Attempt, Delivery, Dispatcher, Timing, Transport
from tests.fake_slack.events import HttpTransport
from tests.fake_slack.faults import Fault, FaultPlan
from tests.fake_slack.methods import Methods
from tests.fake_slack.people import People
from tests.fake_slack.responses import ResponseUrls
from tests.fake_slack.routes import Call, Routes
from tests.fake_slack.shapes import SCOPE_OF_SUBSCRIPTION
from tests.fake_slack.socket_mode import SocketHub
from tests.fake_slack.state import File, Message, State, View, Workspace, ordered

T = TypeVar("T")

SCOPES = ("app_mentions:read", "chat:write", "commands", "im:history")
SUBSCRIPTIONS = ("app_mention", "message.im", "app_home_opened")


class FakeSlack(People):
    """A Slack with one app installed; ``add_workspace`` makes more workspaces.

    Args:
        scopes: of the bot token.
        subscriptions: bot events the app is subscribed to, as in a manifest; each needs its scope.
        signing_secret: what HTTP requests to the app are signed with.
        request_url: where events, interactions and commands go over HTTP.
        interactivity_url: where interactions go if not to ``request_url``.
        command_url: where slash commands go if not to ``request_url``.
        socket_mode: the app hears everything through its sockets; ``request_url`` is then not used.
        timing: Slack's times; ``Timing().scaled(0.01)`` makes the waits a hundredth.
        echo: whether the app hears of its own messages in conversations whose messages it is subscribed to.

    Raises:
        ValueError: a subscription without the scope it needs.
    """

    def __init__(
        self,
        *,
        scopes: Collection[str] = SCOPES,
        subscriptions: Collection[str] = SUBSCRIPTIONS,
        signing_secret: str = "fake-signing-secret",
        request_url: str | None = None,
        interactivity_url: str | None = None,
        command_url: str | None = None,
        socket_mode: bool = False,
        timing: Timing | None = None,
        echo: bool = True,
    ) -> None:
        missing = {SCOPE_OF_SUBSCRIPTION[s] for s in subscriptions if s in SCOPE_OF_SUBSCRIPTION} - set(scopes)
        if missing:
            raise ValueError(f"The subscriptions need scopes that are not given: {', '.join(sorted(missing))}")
        self.scopes = tuple(scopes)
        self.subscriptions = frozenset(subscriptions)
        self.signing_secret = signing_secret
        self.timing = timing or Timing()
        self.app_token = "xapp-1-fake"
        self.origin = ""
        """``http://127.0.0.1:<port>`` once it listens."""
        self._changes = asyncio.Event()
        self._faults = FaultPlan()
        self.state = State(self._changed)
        self.workspace = self.state.add_workspace("clinic")
        self.response_urls = ResponseUrls(self.state)
        self.sockets = SocketHub(self.state.app_id, self.timing)
        self._http = HttpTransport(signing_secret, self.timing)
        self._http.urls = {"events_api": request_url, "interactive": interactivity_url, "slash_commands": command_url}
        transport: Transport = self.sockets if socket_mode else self._http
        self.dispatcher = Dispatcher(transport, self.timing, self._changed)
        self._methods = Methods(self.state, self, self.sockets, self.scopes, echo)
        self._routes = Routes(
            self._methods,
            self.response_urls,
            self.sockets,
            self._faults,
            app_token=self.app_token,
            timing=self.timing,
            changed=self._changed,
        )
        self._runner = web.AppRunner(self._routes.application(), shutdown_timeout=0.1, access_log=None)

    async def __aenter__(self) -> FakeSlack:
        self._http.session = ClientSession()
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.origin = f"http://{host}:{port}"
        self.response_urls.origin = self.sockets.origin = self._methods.origin = self.origin
        return self

    async def __aexit__(
        self, kind: Type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.dispatcher.stop()
        await self.sockets.close()
        self._routes.close()
        await self._runner.cleanup()
        await self._http.close()

    # What the app under test is given.

    @property
    def base_url(self) -> str:
        """For ``AsyncWebClient(base_url=...)``, ends in ``/api/``."""
        return f"{self.origin}/api/"

    @property
    def bot_token(self) -> str:
        """The first workspace's bot token."""
        return self.workspace.bot_token

    @property
    def bot_user_id(self) -> str:
        """The app's user in the first workspace."""
        return self.workspace.bot_user_id

    @property
    def mention(self) -> str:
        """What a message holds when the app is mentioned: ``<@U...>``."""
        return f"<@{self.bot_user_id}>"

    @property
    def request_url(self) -> str | None:
        """Where events go; can be set when the app's address becomes known."""
        return self._http.urls["events_api"]

    @request_url.setter
    def request_url(self, url: str | None) -> None:
        self._http.urls["events_api"] = url

    # What is there.

    def add_workspace(self, domain: str) -> Workspace:
        """Install the app in one more workspace, with its own bot token."""
        return self.state.add_workspace(domain)

    def add_user(self, name: str, workspace: Workspace | None = None) -> str:
        """A person; returns the id, ``U...``."""
        return self.state.add_user(name, workspace or self.workspace).id

    def add_channel(
        self,
        name: str,
        members: Collection[str] = (),
        *,
        private: bool = False,
        with_app: bool = True,
        workspace: Workspace | None = None,
    ) -> str:
        """A channel; returns the id, ``C...`` or, when private, ``G...``."""
        where = workspace or self.workspace
        everyone = set(members) | ({where.bot_user_id} if with_app else set())
        return self.state.add_channel(name, where, "group" if private else "channel", everyone).id

    def add_group_dm(self, members: Collection[str]) -> str:
        """A direct message among several and the app; returns the id."""
        return self.state.add_channel("mpdm", self.workspace, "mpim", {*members, self.bot_user_id}).id

    def dm(self, user: str) -> str:
        """The direct message between a person and the app, ``D...``."""
        return self.state.direct_message(user).id

    def archive(self, channel: str) -> None:
        """Archive a channel: the app can no longer write there."""
        self.state.channels[channel].archived = True

    # What a test sees.

    def messages(self, channel: str, thread_ts: str | None = None) -> List[Message]:
        """All messages of a conversation, or of one thread with its first message; oldest first."""
        where = self.state.channels[channel]
        return ordered(where) if thread_ts is None else self.state.thread(where, thread_ts)

    def answers(self, channel: str, thread_ts: str | None = None) -> List[Message]:
        """The app's own messages among them."""
        bot_id = self.state.channels[channel].workspace.bot_id
        return [message for message in self.messages(channel, thread_ts) if message.bot_id == bot_id]

    def ephemerals(self, user: str, channel: str) -> List[Message]:
        """What only this person sees in a conversation, oldest first."""
        return [m for m in self.state.channels[channel].ephemerals if m.visible_to == user]

    def home(self, user: str) -> View | None:
        """The home tab that was published for a person."""
        return self.state.homes.get(user)

    def modal(self, user: str) -> View | None:
        """The modal that is open for a person."""
        return self.state.modals.get(user)

    @property
    def calls(self) -> List[Call]:
        """The calls the app made, oldest first."""
        return self._routes.calls

    def calls_to(self, method: str) -> List[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method]

    @property
    def files(self) -> List[File]:
        """The files that were shared, by people and by the app."""
        return list(self.state.files.values())

    @property
    def deliveries(self) -> List[Delivery]:
        """Everything that was sent to the app, with how it was taken."""
        return self.dispatcher.deliveries

    async def wait_for(self, condition: Callable[[], T], timeout: float = 10.0) -> T:
        """Wait until something holds; looked at after each change, without polling.

        Returns:
            What ``condition`` gave, once it is true.

        Raises:
            AssertionError: it did not come true within ``timeout`` seconds; says which calls were made.
        """
        deadline = time.monotonic() + timeout
        while not (found := condition()):
            try:
                await asyncio.wait_for(self._changes.wait(), deadline - time.monotonic())
            except asyncio.TimeoutError:
                made = "\n".join(f"  {call.method} {call.status} {call.error or 'ok'}" for call in self.calls)
                raise AssertionError(f"Not within {timeout} s. Calls so far:\n{made or '  none'}") from None
        return found

    async def settled(self) -> None:
        """Wait until every delivery was taken or has used up its retries."""
        await self.dispatcher.settled()

    # What goes wrong.

    def fail(self, method: str, fault: Fault, *, on: int = 1, times: int = 1) -> None:
        """Let calls fail: the ``on``-th from now and the ``times - 1`` after it; faults stand in ``faults.py``."""
        self._faults.add(method, fault, on, times)

    # Straight to the app's address.

    async def verify_url(self) -> Attempt:
        """``url_verification`` (https://docs.slack.dev/reference/events/url_verification): ``acknowledged`` says
        whether the challenge came back with 200."""
        return await self._http.verify_url()

    async def post_event(
        self, body: bytes | str | Mapping[str, Any], headers: Mapping[str, str] | None = None, *, age: float = 0.0
    ) -> Attempt:
        """A raw request: signed for these bytes and ``age`` seconds ago, then ``headers`` over it.

        A header with an empty value is left out: ``{"X-Slack-Signature": ""}`` makes an unsigned request.
        """
        return await self._http.post_raw(body, headers or {}, age)

    def _changed(self) -> None:
        self._changes.set()
        self._changes = asyncio.Event()
