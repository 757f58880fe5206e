"""REST: ``POST /webhooks/rest/webhook`` with ``{"sender": "...", "message": "..."}``, as Rasa's own channel, guarded.

The answer is Rasa's list of messages. What differs from the stock channel: bad requests are a 4xx with a reason in
JSON, every message passes the guard, and a failure is an apology in place of ``200 []``. In ``credentials.yml``
``messages_per_minute`` limits how much one sender may ask for; without it there is no limit.
"""

from __future__ import annotations

import logging
import math
import unicodedata
from typing import Any, Awaitable, Callable, Dict, List, Mapping, Optional

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from careerbot.channels import guard
from careerbot.errors import SetupError

logger = logging.getLogger(__name__)

FAILED = "utter_action_failed"
MAX_SENDER = 200

Handler = Callable[[UserMessage], Awaitable[Any]]


class WholeMessages(CollectingOutputChannel):
    """Collects answers as they were written, a message an answer, with the parts that Rasa's own collector drops.

    A message has ``recipient_id`` and either ``text``, with ``buttons`` and ``table`` (``actions.base.Table``) where
    there are some, or ``image`` (a URL or a path on this server) and ``alt``, the words for those who do not see it.
    """

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Keep a text in one piece: Rasa's collector makes a message of every paragraph."""
        await self._keep(recipient_id, {"text": text}, kwargs)

    async def send_text_with_buttons(
        self, recipient_id: str, text: str, buttons: List[Dict[str, Any]], **kwargs: Any
    ) -> None:
        """Keep a text and its buttons in one message."""
        await self._keep(recipient_id, {"text": text, "buttons": buttons}, kwargs)

    async def send_image_url(self, recipient_id: str, image: str, **kwargs: Any) -> None:
        """Keep a picture with its alternative text."""
        await self._keep(recipient_id, {"image": image}, kwargs)

    async def send_attachment(self, recipient_id: str, attachment: str, **kwargs: Any) -> None:
        """Nothing: Rasa names every picture a second time as an attachment, and we send no others."""

    async def _keep(self, recipient_id: str, message: Dict[str, Any], parts: Dict[str, Any]) -> None:
        shown = {name: parts[name] for name in ("table", "alt") if parts.get(name)}
        await self._persist_message({"recipient_id": recipient_id, **message, **shown})


class BadRequest(Exception):
    """A request that cannot be answered; the text tells the caller what to send."""


class RestChannel(InputChannel):
    """Rasa's REST channel behind the guard.

    Args:
        limit: how much one sender may ask for; None for as much as it wants.
    """

    def __init__(self, limit: Optional[guard.RateLimit] = None) -> None:
        self._limit = limit

    @classmethod
    def name(cls) -> str:
        """Keeps the stock channel's address."""
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: Optional[Mapping[str, Any]]) -> InputChannel:
        """The channel, with a limit if ``messages_per_minute`` sets one.

        Raises:
            SetupError: the setting is no whole number above 0.
        """
        most = (credentials or {}).get("messages_per_minute")
        if most is None:
            return cls()
        if type(most) is not int or most < 1:
            raise SetupError("credentials.yml, RestChannel: messages_per_minute must be a whole number, 1 or more")
        return cls(guard.RateLimit(most, 60))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The routes: ``GET /`` says that the channel is there, ``POST /webhook`` answers a message."""
        routes = Blueprint("careerbot_rest")

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if len(request.body) > guard.MAX_BYTES:
                return response.json({"error": f"the body must have at most {guard.MAX_BYTES} bytes"}, status=413)
            try:
                sender, text = _read(request)
            except BadRequest as error:
                return response.json({"error": str(error)}, status=400)
            if self._limit and (seconds := self._limit.wait(sender)):
                wait = str(math.ceil(seconds))
                reason = f"too many messages of this sender; send the next one in {wait} s"
                return response.json({"error": reason}, status=429, headers={"Retry-After": wait})
            agent = request.app.ctx.agent
            if agent is None or not agent.is_ready():
                return response.json({"error": "the assistant has no model yet; run: make train"}, status=503)
            return await self._answer(agent, on_new_message, sender, text)

        return routes

    async def _answer(self, agent: Any, on_new_message: Handler, sender: str, text: str) -> HTTPResponse:
        collector = WholeMessages()
        status = 200
        try:
            offered = await guard.offered_payloads(agent.tracker_store, sender) if "/" in text[:200] else ()
            admitted = guard.admit(text, offered)
            await on_new_message(UserMessage(admitted, collector, sender, input_channel=self.name()))
        except Exception:
            logger.exception("the message of conversation %s could not be answered", sender)
            status = 500
        messages: List[Dict[str, Any]] = collector.messages
        if status != 200 or not messages:
            messages = [*messages, {"recipient_id": sender, "text": apology(agent)}]
        return response.json(messages, status=status)


def _read(request: Request) -> tuple[str, str]:
    """Sender and message of a request; both checked for type and size, the sender also for being there."""
    try:
        body = request.json
    except Exception as error:
        raise BadRequest('the body must be JSON, for example {"sender": "me", "message": "hello"}') from error
    if not isinstance(body, dict):
        raise BadRequest("the body must be a JSON object with the fields sender and message")
    text, sender = body.get("message"), body.get("sender", "default")
    if not isinstance(text, str):
        raise BadRequest("the field message must be a string")
    if not isinstance(sender, str) or not 0 < len(sender) <= MAX_SENDER:
        raise BadRequest(f"the field sender must be a string of 1 to {MAX_SENDER} characters")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in sender):
        raise BadRequest("the field sender must have no control characters")
    return sender, text


def apology(agent: Any) -> str:
    """The text of the response that speaks for a failure."""
    return str(agent.domain.responses[FAILED][0]["text"])
