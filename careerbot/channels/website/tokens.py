"""Tokens: who may read and go on with a conversation. Nothing is kept of them.

A token is a JSON Web Token, signed with the server's key: the conversation's id, when it was given out, when it ends.
That its conversation was deleted is told by the store of conversations, which holds it no longer.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Optional

import jwt

_ALGORITHM = "HS256"
_AUDIENCE = "careerbot-website"  # another token that was signed with the same key is none of ours
_CLAIMS = ["aud", "exp", "iat", "sub"]

# The clocks of two machines are never quite the same.
_LEEWAY = timedelta(seconds=10)


@dataclass(frozen=True)
class Token:
    """A token, the conversation it is for, and when it ends."""

    text: str
    conversation: str
    expires: datetime


class Tokens:
    """Gives out tokens and reads them.

    Args:
        key: signs them; whoever has it can read every conversation.
        lifetime: of each one.
    """

    def __init__(self, key: str, lifetime: timedelta) -> None:
        self._key = key
        self._lifetime = lifetime

    def new(self) -> Token:
        """A token for a conversation that nobody can guess."""
        conversation = secrets.token_urlsafe(16)
        now = datetime.now(timezone.utc).replace(microsecond=0)
        expires = now + self._lifetime
        claims = {"aud": _AUDIENCE, "sub": conversation, "iat": now, "exp": expires}
        return Token(jwt.encode(claims, self._key, _ALGORITHM), conversation, expires)

    def conversation(self, text: str) -> Optional[str]:
        """The conversation that a token is for; None if it is none, was changed or has ended."""
        try:
            claims = jwt.decode(text, self._key, [_ALGORITHM], {"require": _CLAIMS}, audience=_AUDIENCE, leeway=_LEEWAY)
        except (jwt.InvalidTokenError, ValueError):  # ValueError: characters that no token has
            return None
        return str(claims["sub"])
