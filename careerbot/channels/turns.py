"""What was said in a conversation, a turn at a time, and what a rating of an answer is about: for every channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterable, List, Tuple

from rasa.shared.core.events import BotUttered, Event, UserUttered

from careerbot.catalog import catalog
from careerbot.feedback import Answered

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

    def answered(self, place: int, conversation: str, channel: str) -> Answered:
        """What a rating of the answer at a place of ``said`` is about."""
        intent = (self.said[place].metadata.get(ANSWERED) or self.asked.parse_data).get("intent") or {}
        names = (event.metadata.get("utter_action") for event in self.said)
        return Answered(
            conversation=conversation,
            message=self.asked.message_id,
            question=self.shown,
            intent=intent.get("name") or "",
            score=float((self.asked.intent or {}).get("confidence") or 0.0),
            answer=", ".join(dict.fromkeys(name for name in names if name)),
            channel=channel,
        )


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


def is_rateable(response: str) -> bool:
    """Whether thumbs make sense under an answer, by the name of its response.

    An answer is called ``utter_<topic>_...`` by the catalog's topics, what a form ends with ``utter_<form>_result``.
    """
    topics = {entry.topic for entry in catalog().values()} - _NOT_RATED
    return response.endswith("_form_result") or any(
        response == f"utter_{topic}" or response.startswith(f"utter_{topic}_") for topic in topics
    )
