"""A conversation as the protocol shows it, read from what Rasa keeps: its events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Collection, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from rasa.shared.core.events import BotUttered, Event, UserUttered

from careerbot.catalog import catalog
from careerbot.feedback import Answered

Message = Dict[str, Any]
"""A message of the protocol: docs/website.md lists its fields."""

SHOWN = "shown"
"""Key of the metadata of a person's message: what it looked like, where Rasa was given something else."""

ANSWERED = "answered"
"""Key of the metadata of an answer: the question it answers, where that is not the person's message itself."""

# Topics without answers that one rates: small talk and ratings; what leads back to a question; and nobody who is in
# danger is asked for a thumb.
_NOT_RATED = frozenset({"chitchat", "feedback", "context", "safety"})


@dataclass(frozen=True)
class Turn:
    """A person's message and the answers to it."""

    asked: UserUttered
    said: Tuple[BotUttered, ...]

    @property
    def shown(self) -> str:
        """The person's words, or what stood on the button."""
        return str(self.asked.metadata.get(SHOWN) or self.asked.text or "")

    def question(self) -> Message:
        """The person's message."""
        return {"id": self.asked.message_id, "from": "person", "time": iso(self.asked.timestamp), "text": self.shown}

    def answers(self, forms: Collection[str]) -> List[Message]:
        """The assistant's messages; ``forms``: the names of the domain's forms."""
        return [
            self._answer(place, event, forms)
            for place, event in enumerate(self.said)
            if event.text or event.data.get("image")
        ]

    def rated(self, message: str, conversation: str, channel: str, forms: Collection[str]) -> Optional[Answered]:
        """What a rating of the answer with this id is about; None if there is no such answer, or none to rate."""
        for place, event in enumerate(self.said):
            if self._id(place) == message and is_rateable(event, forms):
                intent = (event.metadata.get(ANSWERED) or self.asked.parse_data).get("intent") or {}
                return Answered(
                    conversation=conversation,
                    message=self.asked.message_id,
                    question=self.shown,
                    intent=intent.get("name") or "",
                    score=float(self.asked.intent.get("confidence") or 0.0),
                    answer=", ".join(dict.fromkeys(filter(None, map(_response, self.said)))),
                    channel=channel,
                )
        return None

    def _id(self, place: int) -> str:
        # A client's ids have no dot, so that the two never meet.
        return f"{self.asked.message_id}.{place}"

    def _answer(self, place: int, event: BotUttered, forms: Collection[str]) -> Message:
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
            "rateable": is_rateable(event, forms),
        }
        return {
            "id": self._id(place),
            "from": "assistant",
            "time": iso(event.timestamp),
            "reply_to": self.asked.message_id,
            **{name: part for name, part in parts.items() if part},
        }


def asked_in(message: str) -> str:
    """The id of the person's message that an answer with this id was given to."""
    return message.rpartition(".")[0]


def turns(events: Iterable[Event]) -> List[Turn]:
    """The turns in events of what was said, oldest first.

    An attempt that failed has no answers; where the same message was sent again, only that is shown.
    """
    found: Dict[str, Tuple[UserUttered, List[BotUttered]]] = {}
    said: List[BotUttered] = []  # what comes before the first message belongs to one that is not shown
    for event in events:
        if isinstance(event, UserUttered):
            found.pop(event.message_id, None)
            said = []
            found[event.message_id] = event, said
        elif isinstance(event, BotUttered):
            said.append(event)
    return [Turn(asked, tuple(answers)) for asked, answers in found.values()]


def messages(found: Sequence[Turn], forms: Collection[str]) -> List[Message]:
    """Both sides of turns, oldest first."""
    return [message for turn in found for message in (turn.question(), *turn.answers(forms))]


def is_rateable(event: BotUttered, forms: Collection[str]) -> bool:
    """Whether thumbs make sense under a message of the assistant: told by the name of its response.

    An answer is called ``utter_<topic>_...`` by the catalog's topics, what a form ends with ``utter_<form>_result``.
    """
    name = _response(event)
    if not event.text or not name:
        return False
    topics = {entry.topic for entry in catalog().values()} - _NOT_RATED
    return name in {f"utter_{form}_result" for form in forms} or any(
        name == f"utter_{topic}" or name.startswith(f"utter_{topic}_") for topic in topics
    )


def _response(event: BotUttered) -> str:
    name: Mapping[str, str] = event.metadata
    return name.get("utter_action") or ""


def iso(timestamp: float) -> str:
    """A moment, in seconds since 1970, as the protocol writes it."""
    return f"{datetime.fromtimestamp(timestamp, timezone.utc):%Y-%m-%dT%H:%M:%SZ}"
