"""What requests carry, read and checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Mapping, Optional

from sanic.request import Request

from careerbot.channels.guard import MAX_BYTES, MAX_CHARACTERS
from careerbot.channels.website import refused
from careerbot.feedback import LONGEST, REASONS, Rating

MAX_TITLE = 200
MAX_PAYLOAD = 2000

_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True)
class Message:
    """What a person says.

    Attributes:
        id: as the client made it up.
        shown: what the person typed, or what stood on the button.
        payload: of the button; None if the message was typed.
    """

    id: str
    shown: str
    payload: Optional[str]


@dataclass(frozen=True)
class Opinion:
    """What a person thinks of an answer; ``message``: its id."""

    message: str
    rating: Rating


def read_message(request: Request) -> Message:
    """The body of ``POST messages``.

    Raises:
        Refused: it is none.
    """
    body = _object(request)
    id_ = body.get("id")
    if not isinstance(id_, str) or not _MESSAGE_ID.fullmatch(id_):
        raise refused.bad_request("The field id must have 8 to 64 letters, digits, - or _.")
    if ("text" in body) == ("payload" in body):
        raise refused.bad_request("A message has either the field text or the fields payload and title.")
    if "text" in body:
        text = _string(body, "text", MAX_CHARACTERS, "That message is too long. Please ask in one or two sentences.")
        return Message(id_, text, None)
    payload = _string(body, "payload", MAX_PAYLOAD, "The field payload is too long.")
    return Message(id_, _string(body, "title", MAX_TITLE, "The field title is too long."), payload)


def read_opinion(request: Request) -> Opinion:
    """The body of ``POST feedback``.

    Raises:
        Refused: it is none.
    """
    body = _object(request)
    message = _string(body, "message", MAX_TITLE, "The field message is too long.")
    helped = body.get("helped")
    if not isinstance(helped, bool):
        raise refused.bad_request("The field helped must be true or false.")
    reason, comment = body.get("reason"), body.get("comment")
    if helped and (reason is not None or comment is not None):
        raise refused.bad_request("The fields reason and comment go with helped: false only.")
    if reason is not None and (not isinstance(reason, str) or reason not in REASONS):
        raise refused.bad_request(f"The field reason must be one of {', '.join(REASONS)}.")
    if comment is not None:
        comment = _string(body, "comment", LONGEST, f"Please write at most {LONGEST} characters.")
    return Opinion(message, Rating(helped, reason, comment))


def _object(request: Request) -> Mapping[str, Any]:
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        raise refused.not_json()
    if len(request.body) > MAX_BYTES:
        raise refused.too_large("The request is too large.")
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        raise refused.bad_request("The body must be JSON.") from None
    if not isinstance(body, dict):
        raise refused.bad_request("The body must be a JSON object.")
    return body


def _string(body: Mapping[str, Any], name: str, most: int, too_long: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise refused.bad_request(f"The field {name} must be a text that is not empty.")
    if len(value) > most:
        raise refused.too_large(too_long)
    return value.encode("utf-8", "replace").decode("utf-8")  # half a character cannot be sent back
