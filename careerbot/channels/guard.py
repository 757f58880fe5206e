"""The one gate that every message passes before a model runs.

A model never sees what is no question: nothing at all, a whole book, code, a script it cannot read, a command that no
button offered (``payloads.py`` has the exceptions). Such a message is replaced by a payload that makes the assistant
say politely what is wrong (``utter_chitchat_unreadable`` in ``domain.yml``), so the conversation itself goes on
untouched.
"""

from __future__ import annotations

import json
import re
import time
import unicodedata
from typing import Collection, Literal, Optional, Protocol, Set

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from rasa.shared.core.events import BotUttered

from careerbot.channels.payloads import always_admitted, stands_for

MAX_CHARACTERS = 1000
"""Longer messages are refused: 50,000 characters freeze a stock Rasa for nine seconds."""

MAX_BYTES = 65_536
"""Of a request: the longest message takes 12,000, however it is escaped. Each channel looks for itself, for the server
as a whole takes more when Slack is on (``slack/channel.py``)."""

Problem = Literal["unreadable", "too_long", "command", "markup", "script"]

_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_WORD = re.compile(r"[^\W\d_]{2,}")


class _TrackerStore(Protocol):
    async def retrieve_full_tracker(self, conversation_id: str) -> object: ...


def refusal(problem: Problem) -> str:
    """The payload that makes the assistant say what is wrong with a message."""
    return f'/chitchat_unreadable{{"input_problem": "{problem}"}}'


def admit(text: str, offered: Collection[str] = ()) -> str:
    """What to hand to Rasa for a message: its cleaned text, or a refusal.

    Args:
        text: the message as it arrived, of any length and content.
        offered: payloads of the buttons that this conversation was shown; only these and the few that may always
            pass (``payloads.py``) may begin with a slash.
    """
    if len(text) > MAX_CHARACTERS:
        return refusal("too_long")
    cleaned = _clean(text)
    if len(cleaned) > MAX_CHARACTERS:  # a compatibility form can stand for many characters
        return refusal("too_long")
    if cleaned.startswith("/"):
        return cleaned if cleaned in offered else always_admitted(cleaned) or refusal("command")
    if payload := stands_for(cleaned):
        return payload
    if not any(character.isalnum() for character in cleaned):
        return refusal("unreadable")
    if _is_json(cleaned):
        return refusal("markup")
    without_tags = " ".join(_TAG.sub(" ", cleaned).split())
    if without_tags != cleaned and len(_WORD.findall(without_tags)) < 2:
        return refusal("markup")
    if without_tags.startswith("/"):
        return refusal("command")
    if _is_foreign_script(without_tags):
        return refusal("script")
    return without_tags


def admit_typed(text: str) -> str:
    """``admit`` for a channel that knows that a text was typed: no command passes, whatever was offered."""
    if len(text) <= MAX_CHARACTERS and _clean(text).startswith("/"):
        return refusal("command")
    return admit(text)


def admit_payload(payload: str, offered: Collection[str]) -> Optional[str]:
    """What to hand to Rasa for a click in a channel that knows that a button was clicked: its payload.

    Args:
        payload: as the button has it, letter by letter.
        offered: payloads of the buttons that this conversation was shown.

    Returns:
        None if no button offered it and it may not always pass.
    """
    return payload if payload in offered else always_admitted(payload)


async def offered_payloads(store: _TrackerStore, conversation_id: str) -> Set[str]:
    """Every button payload that the conversation was ever shown."""
    tracker = await store.retrieve_full_tracker(conversation_id)
    events = getattr(tracker, "events", ())
    shown = (event.data.get("buttons") or [] for event in events if isinstance(event, BotUttered))
    return {button["payload"] for buttons in shown for button in buttons if button.get("payload")}


class RateLimit:
    """How much one person, conversation or address may ask for; kept in memory, so each process counts for itself.

    Args:
        messages: how many in any stretch of that many seconds.
        seconds: length of the stretch.
    """

    def __init__(self, messages: int, seconds: int) -> None:
        self._allowed = RateLimitItemPerSecond(messages, seconds)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, who: str) -> float:
        """Take one message from the allowance of ``who``; 0.0 if there was one, otherwise seconds until there is."""
        if self._limiter.hit(self._allowed, who):
            return 0.0
        again_at = self._limiter.get_window_stats(self._allowed, who).reset_time
        return max(again_at - time.time(), 0.1)


def _clean(text: str) -> str:
    """Without control and invisible characters and lone surrogates, compatibility forms folded, blanks single."""
    text = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode("utf-8"))
    visible = (" " if character.isspace() else character for character in text)
    kept = (character for character in visible if unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cn"))
    return " ".join("".join(kept).split())


def _is_json(text: str) -> bool:
    if not (text[0] in "{[" and text[-1] in "}]"):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text[0] == "{"
    return True


def _is_foreign_script(text: str) -> bool:
    """Whether most letters are not Latin ones: the models were trained on English only."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return bool(letters) and latin * 2 < len(letters)
