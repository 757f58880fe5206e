"""The channel as Rasa mounts it: ``POST /webhooks/slack/events`` or a socket, and the worker between start and stop."""

from __future__ import annotations

import json
import logging
import os
from typing import Any, Awaitable, Callable, Dict, Optional
from urllib.parse import parse_qs

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from slack_bolt.adapter.sanic import AsyncSlackRequestHandler
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError

from careerbot.channels.slack.app import bolt_app
from careerbot.channels.slack.conversations import CHANNEL
from careerbot.channels.slack.errors import InboxUnavailable, Unreachable, Unsendable
from careerbot.channels.slack.inbox import URL_VARIABLE, Inbox, inbox_url
from careerbot.channels.slack.sender import Sender, web_client
from careerbot.channels.slack.settings import APP_TOKEN, BOT_TOKEN, Settings, read_settings
from careerbot.channels.slack.task import Task
from careerbot.channels.slack.worker import Worker
from careerbot.errors import SetupError

logger = logging.getLogger(__name__)

MOST_BYTES = 1_000_000
"""Of a request: a message of 40,000 characters comes twice in it, as text and as blocks, in JSON's escapes."""

_JSON = "application/json"


class SlackChannel(InputChannel):
    """Slack behind Rasa. Without settings it is mounted and does nothing.

    Args:
        settings: None to be off.
        inbox: where tasks are kept; the configured one by default.

    Raises:
        SetupError: the configured inbox has no usable address.
    """

    def __init__(self, settings: Optional[Settings], inbox: Optional[Inbox] = None) -> None:
        self._settings = settings
        self._inbox = inbox

    @classmethod
    def name(cls) -> str:
        """Keeps the address of Rasa's own channel."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> InputChannel:
        """From the entry in ``credentials.yml`` and the environment.

        Raises:
            SetupError: an option or a secret is wrong or missing, or the inbox cannot be used; the text says which.
        """
        settings = read_settings(credentials, os.environ)
        if settings is None:
            logger.info(
                "Slack is off: no SLACK_ variable is set in the environment (docs/slack.md says how to turn it on)"
            )
            return cls(None)
        inbox = Inbox(inbox_url())
        try:
            inbox.open()
        except InboxUnavailable as error:
            raise SetupError(
                f"{error}; set {URL_VARIABLE} to a database that can be written (docs/slack.md), or unset every SLACK_ "
                "variable to run without Slack"
            ) from error
        finally:
            inbox.close()  # the server may fork, and processes must not share connections
        return cls(settings, inbox)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes, and what happens when the server starts and stops."""
        routes = Blueprint("careerbot_slack")
        if self._settings is not None:
            inbox = self._inbox or Inbox(inbox_url())
            _Connection(self._settings, inbox, on_new_message).mount(routes)
        return routes


class _Connection:
    """Everything between Slack and Rasa, while the server runs."""

    def __init__(
        self, settings: Settings, inbox: Inbox, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> None:
        options = settings.options
        self._settings = settings
        self._inbox = inbox
        self._server: Optional[Sanic] = None
        self._open = False
        client = web_client(settings.bot_token, options.api_url)
        self._sender = Sender(client, options.thread_follow_ups)
        self._worker = Worker(inbox, self._sender, options, self._agent, on_new_message)

        async def authorize() -> AuthorizeResult:
            return await self._sender.bot()

        self._app = bolt_app(client, authorize, settings.signing_secret, options.thread_follow_ups, self._take)
        self._socket: Optional[AsyncSocketModeHandler] = None

    def mount(self, routes: Blueprint) -> None:
        """Add the routes and the listeners of the server's life."""
        routes.listener("before_server_start")(self._start)
        routes.listener("after_server_start")(self._begin)
        routes.listener("before_server_stop")(self._stop)

        # Sanic marks its handlers, which a method does not allow.
        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return self._health()

        if self._settings.options.mode == "http":

            @routes.route("/events", methods=["POST"])
            async def events(request: Request) -> HTTPResponse:
                return await self._receive(request)

    async def _start(self, server: Sanic, _: Any) -> None:
        """Refuse to start where nothing could be kept or nobody could be answered."""
        self._server = server
        # A message that Sanic refuses would be lost without a word to the person; the guard refuses it politely.
        server.config.REQUEST_MAX_SIZE = max(server.config.REQUEST_MAX_SIZE, MOST_BYTES)
        self._inbox.open()
        try:
            await self._sender.bot()
        except Unsendable as error:
            raise _refused(BOT_TOKEN, error) from error
        except Unreachable as error:
            logger.error("Slack cannot be reached, it is tried again with the first message: %s", error)

    async def _begin(self, server: Sanic, _: Any) -> None:
        self._worker.start()
        self._open = True
        if self._settings.options.mode == "socket":
            self._socket = AsyncSocketModeHandler(self._app, self._settings.app_token)
            try:
                await self._socket.connect_async()  # type: ignore[no-untyped-call]
            except SlackApiError as error:
                raise SetupError(
                    f"Slack does not accept {APP_TOKEN}: {error.response.get('error')} (docs/slack.md)"
                ) from error

    async def _stop(self, server: Sanic, _: Any) -> None:
        self._open = False
        if self._socket is not None:
            await self._socket.close_async()  # type: ignore[no-untyped-call]
        await self._worker.stop()

    def _agent(self) -> Any:
        return getattr(self._server.ctx, "agent", None) if self._server else None

    def _take(self, task: Task) -> None:
        """Keep a task, so that it may be acknowledged; then begin with it."""
        if not self._open:
            raise InboxUnavailable("the server is stopping")
        row = self._inbox.put(task)
        if row is not None:
            self._worker.begin(row)

    def _health(self) -> HTTPResponse:
        try:
            counts = self._inbox.counts()
        except InboxUnavailable as error:
            return response.json({"status": "failed", "error": str(error)}, status=503)
        return response.json({"status": "ok", "waiting": counts.waiting, "failed": counts.failed})

    async def _receive(self, request: Request) -> HTTPResponse:
        """A request of Slack: events as JSON, the rest as a form."""
        if not self._open:
            return response.json({"error": "the server is starting or stopping"}, status=503)
        if len(request.body) > MOST_BYTES:
            return response.json({"error": f"the body must have at most {MOST_BYTES} bytes"}, status=413)
        if not _is_readable(request):
            # Bolt reads the body before it checks who sent it, and fails on what it cannot read.
            return response.json(
                {"error": "the body must be what Slack sends: JSON, or a form with JSON in it"}, status=400
            )
        if not _may_be_signed(request):
            return response.json({"error": "the request is not signed by Slack"}, status=401)
        try:
            return await AsyncSlackRequestHandler(self._app).handle(request)
        except Exception:
            logger.exception("a request of Slack could not be taken in")
            return response.json({"error": "this could not be taken in just now"}, status=500)


def _refused(variable: str, reason: Any) -> SetupError:
    return SetupError(f"Slack does not accept {variable}: {reason} (docs/slack.md says where to find it)")


def _may_be_signed(request: Request) -> bool:
    """Whether the headers have the form that Bolt can check; it fails on others."""
    timestamp: str = request.headers.get("x-slack-request-timestamp", "")
    signature: str = request.headers.get("x-slack-signature", "")
    return timestamp.isascii() and timestamp.isdigit() and signature.isascii()


def _is_readable(request: Request) -> bool:
    try:
        body = request.body.decode("utf-8")
        if request.headers.get("content-type", "").startswith(_JSON):
            return isinstance(json.loads(body), dict)
        form = parse_qs(body)
        return bool(form) and all(isinstance(json.loads(each), dict) for each in form.get("payload", ()))
    except (ValueError, RecursionError):
        return False
