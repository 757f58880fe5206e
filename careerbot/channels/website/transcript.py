"""A conversation as the protocol shows it, made of its turns."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any, Dict, List, Optional, Sequence

from rasa.shared.core.events import BotUttered

from careerbot.channels.turns import Turn, is_rateable
from careerbot.feedback import Answered

Message = Dict[str, Any]
"""A message of the protocol: docs/website.md lists its fields."""


def messages(found: Sequence[Turn]) -> List[Message]:
    """Both sides of turns, oldest first."""
    return [message for turn in found for message in (_question(turn), *answers(turn))]


def answers(turn: Turn) -> List[Message]:
    """The assistant's messages of a turn."""
    return [
        _answer(turn, place, event) for place, event in enumerate(turn.said) if event.text or event.data.get("image")
    ]


def rated(turn: Turn, message: str, conversation: str, channel: str) -> Optional[Answered]:
    """What a rating of the answer with this id is about; None if there is no such answer, or none to rate."""
    for place, event in enumerate(turn.said):
        if _id(turn, place) == message and _has_thumbs(event):
            return turn.answered(place, conversation, channel)
    return None


def asked_in(message: str) -> str:
    """The id of the person's message that an answer with this id was given to."""
    return message.rpartition(".")[0]


def iso(timestamp: float) -> str:
    """A moment, in seconds since 1970, as the protocol writes it."""
    return f"{datetime.fromtimestamp(timestamp, timezone.utc):%Y-%m-%dT%H:%M:%SZ}"


def _question(turn: Turn) -> Message:
    return {"id": turn.asked.message_id, "from": "person", "time": iso(turn.asked.timestamp), "text": turn.shown}


def _answer(turn: Turn, place: int, event: BotUttered) -> Message:
    buttons = [
        {"title": button["title"], "payload": button["payload"]}
        for button in event.data.get("buttons") or []
        if button.get("title") and button.get("payload")
    ]
    parts = {
        "text": event.text,
        "buttons": buttons,
        "table": event.metadata.get("table"),
        "image": event.data.get("image"),
        "alt": event.metadata.get("alt"),
        "rateable": _has_thumbs(event),
    }
    return {
        "id": _id(turn, place),
        "from": "assistant",
        "time": iso(event.timestamp),
        "reply_to": turn.asked.message_id,
        **{name: part for name, part in parts.items() if part},
    }


def _id(turn: Turn, place: int) -> str:
    # A client's ids have no dot, so that the two never meet.
    return f"{turn.asked.message_id}.{place}"


def _has_thumbs(event: BotUttered) -> bool:
    return bool(event.text) and is_rateable(event.metadata.get("utter_action") or "")
