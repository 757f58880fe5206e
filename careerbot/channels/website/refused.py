"""Why a request is not answered: every error of the protocol, with its status, its code and a sentence for people."""

from __future__ import annotations

import math
from typing import Dict, Optional

from sanic import response
from sanic.response import HTTPResponse

_LATER_SECONDS = 5


class Refused(Exception):
    """A request that is not answered.

    Args:
        status: of HTTP.
        code: the word that a program compares.
        message: the sentence that a person reads.
        headers: that go with it.
    """

    def __init__(self, status: int, code: str, message: str, headers: Optional[Dict[str, str]] = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = headers or {}

    def response(self) -> HTTPResponse:
        """The error as the protocol writes it."""
        body = {"error": {"code": self.code, "message": str(self)}}
        return response.json(body, status=self.status, headers=self.headers)


def bad_request(message: str) -> Refused:
    """400: the body or a field of it is not what the protocol asks for."""
    return Refused(400, "bad_request", message)


def unknown_payload() -> Refused:
    """400: no button of this conversation sends that."""
    return Refused(400, "unknown_payload", "This button does not belong to this chat. Please type your question.")


def session_ended() -> Refused:
    """401: there is no such conversation, or not any more."""
    return Refused(401, "session_ended", "This chat has ended. Please start a new one.", {"WWW-Authenticate": "Bearer"})


def origin_not_allowed() -> Refused:
    """403: the page that asks is on a site that is not listed."""
    return Refused(403, "origin_not_allowed", "The assistant may not be used on this site.")


def not_found() -> Refused:
    """404: no such address."""
    return Refused(404, "not_found", "There is nothing at this address.")


def method_not_allowed(allowed: str) -> Refused:
    """405: the address is right, the method is not; ``allowed``: those that are, with commas between them."""
    return Refused(405, "method_not_allowed", f"This address takes {allowed}.", {"Allow": allowed})


def too_large(message: str) -> Refused:
    """413: longer than the assistant reads."""
    return Refused(413, "too_large", message)


def not_json() -> Refused:
    """415: the content type is another one."""
    return Refused(415, "not_json", "The content type must be application/json.")


def too_many_messages(seconds: float) -> Refused:
    """429: one conversation asks faster than it may; ``seconds``: until it may again."""
    wait = math.ceil(seconds)
    return _later(429, "too_many_messages", f"That was quick. Please wait {_in_words(wait)}, then send it again.", wait)


def too_many_sessions(seconds: float) -> Refused:
    """429: one address begins more conversations than it may; ``seconds``: until it may again."""
    wait = math.ceil(seconds)
    text = f"Too many chats were started from here. Please try again in {_in_words(wait)}."
    return _later(429, "too_many_sessions", text, wait)


def failed(message: str = "Something went wrong. Please try again in a minute.") -> Refused:
    """500: something broke on the way; the log has the cause."""
    return Refused(500, "failed", message)


def not_ready(message: str = "The assistant cannot answer just now. Please try again in a minute.") -> Refused:
    """503: the model, a database or a lock is not there at the moment."""
    return _later(503, "not_ready", message, _LATER_SECONDS)


def _later(status: int, code: str, message: str, seconds: int) -> Refused:
    return Refused(status, code, message, {"Retry-After": str(seconds)})


def _in_words(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} second{'s' * (seconds != 1)}"
    minutes = math.ceil(seconds / 60)
    return f"{minutes} minute{'s' * (minutes != 1)}"
