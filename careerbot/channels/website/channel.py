"""The website's channel: its addresses, and what every request to them passes on its way."""

from __future__ import annotations

import ipaddress
import logging
from datetime import timedelta
from typing import Any, Awaitable, Callable, Dict, Mapping, Optional

from rasa.core.channels.channel import InputChannel
from rasa.core.lock_store import LockError
from sanic import Blueprint, Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from careerbot.channels.guard import RateLimit
from careerbot.channels.website import bodies, origins, refused, transcript
from careerbot.channels.website.conversations import CHANNEL, Conversations, Handler
from careerbot.channels.website.options import Options
from careerbot.channels.website.pages import Pages
from careerbot.channels.website.refused import Refused
from careerbot.channels.website.tokens import Tokens
from careerbot.errors import FeedbackUnavailable
from careerbot.secret import secret

logger = logging.getLogger(__name__)

MESSAGES, MESSAGES_SECONDS = 10, 30
"""How many messages a conversation may send in how many seconds; a retry counts."""

SESSIONS, SESSIONS_SECONDS = 20, 600
"""How many conversations an address may begin in how many seconds."""

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

Answering = Callable[[Request, Handler], Awaitable[HTTPResponse]]


class WebsiteChannel(InputChannel):
    """Serves the page, the widget and the protocol of docs/website.md.

    Args:
        options: the settings.
        tokens: gives out and reads the tokens.
        pages: the page and the widget's files.
    """

    def __init__(self, options: Options, tokens: Tokens, pages: Pages) -> None:
        self.options = options
        self._tokens = tokens
        self._pages = pages
        self._messages = RateLimit(MESSAGES, MESSAGES_SECONDS)
        self._sessions = RateLimit(SESSIONS, SESSIONS_SECONDS)

    @classmethod
    def name(cls) -> str:
        """Stands in the addresses and in the store of conversations."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Optional[Mapping[str, Any]]) -> WebsiteChannel:
        """The channel with the settings of ``credentials.yml``.

        Raises:
            SetupError: a setting or the key cannot be used.
        """
        options = Options.read(credentials)
        return cls(options, Tokens(secret(), timedelta(days=options.token_days)), Pages())

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The routes below ``/webhooks/website``, and with them those of the page."""
        return _Mounted(self, on_new_message)

    # -- what stands before the routes ---------------------------------------------------------------------------------

    async def before(self, request: Request) -> Optional[HTTPResponse]:
        """Answers what no page that is not listed may ask, and what browsers ask before they ask."""
        if not origins.is_allowed(request, self.options.origins):
            return refused.origin_not_allowed().response()
        if request.method == "OPTIONS":
            return response.empty()
        if request.method not in METHODS:  # Sanic has no route for it
            return refused.method_not_allowed(", ".join(METHODS)).response()
        return None

    async def after(self, request: Request, answer: HTTPResponse) -> None:
        """Says who may read the answer, and that nobody keeps it."""
        origins.tell(request, answer, self.options.origins)
        answer.headers.update({"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"})

    async def page(self, request: Request) -> HTTPResponse:
        """``GET /``."""
        return self._pages.page(request)

    async def file(self, request: Request, path: str) -> HTTPResponse:
        """``GET /widget/...``."""
        return self._pages.file(request, path)

    # -- the protocol --------------------------------------------------------------------------------------------------

    async def begin(self, request: Request, on_new_message: Handler) -> HTTPResponse:
        """``POST session``: a new conversation and its token."""
        address = network(request.remote_addr or request.ip)
        if address and (seconds := self._sessions.wait(address)):
            raise refused.too_many_sessions(seconds)
        token = self._tokens.new()
        await _conversations(request, on_new_message).begin(token.conversation)
        return response.json({"token": token.text, "expires": transcript.iso(token.expires.timestamp())}, status=201)

    async def answer(self, request: Request, on_new_message: Handler) -> HTTPResponse:
        """``POST messages``: what the assistant says to a message."""
        conversation = self._conversation(request)
        message = bodies.read_message(request)
        if seconds := self._messages.wait(conversation):
            raise refused.too_many_messages(seconds)
        answers = await _conversations(request, on_new_message).answer(conversation, message)
        return response.json({"messages": answers})

    async def history(self, request: Request, on_new_message: Handler) -> HTTPResponse:
        """``GET messages``: what was said."""
        conversation = self._conversation(request)
        return response.json({"messages": await _conversations(request, on_new_message).history(conversation)})

    async def rate(self, request: Request, on_new_message: Handler) -> HTTPResponse:
        """``POST feedback``: whether an answer helped."""
        conversation = self._conversation(request)
        opinion = bodies.read_opinion(request)
        if seconds := self._messages.wait(f"{conversation} rates"):
            raise refused.too_many_messages(seconds)
        await _conversations(request, on_new_message).rate(conversation, opinion)
        return response.empty()

    async def delete(self, request: Request, on_new_message: Handler) -> HTTPResponse:
        """``DELETE conversation``: nothing of it is left."""
        await _conversations(request, on_new_message).delete(self._conversation(request))
        return response.empty()

    def _conversation(self, request: Request) -> str:
        """The conversation that the request's token is for."""
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        conversation = self._tokens.conversation(token.strip()) if kind.lower() == "bearer" else None
        if conversation is None:
            raise refused.session_ended()
        return conversation


class _Mounted(Blueprint):
    """The channel's routes. Sanic gives a blueprint its application only when it is registered."""

    def __init__(self, channel: WebsiteChannel, on_new_message: Handler) -> None:
        super().__init__("careerbot_website")
        self.ctx.channel = channel

        async def health(_: Request, __: Handler) -> HTTPResponse:
            return response.json({"status": "ok"})

        table: Mapping[str, Mapping[str, Answering]] = {
            "": {"GET": health},
            "session": {"POST": channel.begin},
            "messages": {"GET": channel.history, "POST": channel.answer},
            "feedback": {"POST": channel.rate},
            "conversation": {"DELETE": channel.delete},
        }

        # One route for all that may come, so that what is at no address or takes another method is told in JSON.
        @self.route("/", methods=METHODS, name="root")
        @self.route("/<path:path>", methods=METHODS, name="all")
        async def serve(request: Request, path: str = "") -> HTTPResponse:
            if path not in table:
                raise refused.not_found()
            methods = table[path]
            method = "GET" if request.method == "HEAD" else request.method
            if method not in methods:
                raise refused.method_not_allowed(", ".join(methods))
            return await methods[method](request, on_new_message)

        @self.exception(Exception)
        async def tell(request: Request, error: Exception) -> HTTPResponse:
            return _refusal(request, error).response()

    def register(self, app: Sanic, options: Dict[str, Any]) -> None:
        """Mount the routes, the page and what stands before them."""
        channel: WebsiteChannel = self.ctx.channel
        prefix = options["url_prefix"]
        app.config.PROXIES_COUNT = channel.options.proxies or None

        def is_ours(request: Request) -> bool:
            return bool(request.path == prefix or request.path.startswith(f"{prefix}/"))

        async def first(request: Request) -> Optional[HTTPResponse]:
            # Rasa has a route for / already, and a second one is an error.
            if request.path == "/" and request.method in ("GET", "HEAD"):
                return await channel.page(request)
            return await channel.before(request) if is_ours(request) else None

        async def last(request: Request, answer: HTTPResponse) -> None:
            if is_ours(request):
                await channel.after(request, answer)

        # Rasa's CORS (`rasa run --cors`) puts itself first and last when the server starts, answers every OPTIONS and
        # adds its headers to every answer; this channel has rules of its own.
        @app.listener("before_server_start")
        async def enclose(app: Sanic, _: Any) -> None:
            app.request_middleware.appendleft(first)
            app.response_middleware.append(last)

        app.add_route(channel.file, "/widget/<path:path>", methods=["GET", "HEAD"], name="careerbot_widget")
        super().register(app, options)


def network(address: str) -> Optional[str]:
    """Whose allowance an address counts to: its own, or its network's in IPv6, where a household has one.

    None for this machine itself: with a proxy on it that ``proxies`` does not tell, everyone would count as one.
    """
    try:
        found = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return address
    if found.is_loopback:
        return None
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else str(found)


def _conversations(request: Request, on_new_message: Handler) -> Conversations:
    agent = request.app.ctx.agent
    if agent is None or not agent.is_ready():
        raise refused.not_ready("The assistant has no model yet. Its operator can make one: make train")
    return Conversations(agent, on_new_message)


def _refusal(request: Request, error: Exception) -> Refused:
    """What to say to an exception, whatever it is; its cause is in the log."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, LockError):
        logger.warning("a conversation was busy for too long: %s", error)
        return refused.not_ready("The assistant is still busy with your last message. Please try again in a moment.")
    if isinstance(error, FeedbackUnavailable):
        logger.error("a rating was not kept or not deleted: %s", error)
        return refused.not_ready("Ratings cannot be reached just now. Please try again in a minute.")
    if isinstance(error, SQLAlchemyError):
        logger.exception("the store of conversations fails", exc_info=error)
        return refused.not_ready()
    if isinstance(error, SanicException) and error.status_code == 413:
        return refused.too_large("The request is too large.")
    if isinstance(error, SanicException) and error.status_code == 503:  # no answer in RESPONSE_TIMEOUT
        logger.error("%s %s took too long", request.method, request.path)
        return refused.not_ready()
    if isinstance(error, SanicException) and error.status_code is not None and error.status_code < 500:
        return refused.bad_request("The request could not be read.")
    logger.exception("%s %s failed", request.method, request.path, exc_info=error)
    return refused.failed()
