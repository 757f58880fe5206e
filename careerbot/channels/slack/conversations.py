"""What the channel reads from and deletes in Rasa's conversations."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Dict, List, Optional, Sequence

from rasa.core.channels.channel import OutputChannel
from rasa.shared.core.events import BotUttered, UserUttered

from careerbot.feedback import Answered, feedback_store

logger = logging.getLogger(__name__)

CHANNEL = "slack"
"""The name of the channel in Rasa's conversations and in ratings."""


class Answers(OutputChannel):
    """Collects Rasa's messages as they are, to be kept before they are sent; so nothing Slack does can reach Rasa."""

    def __init__(self) -> None:
        self.said: List[Dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """The same as the channel's."""
        return CHANNEL

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        """Keep a message: ``text``, ``buttons``, ``image``, and what else its action gave, such as ``alt``."""
        self.said.append(dict(message))


@dataclass(frozen=True)
class Turn:
    """A message of the person, and what was said to it."""

    asked: UserUttered
    said: Sequence[BotUttered]

    def messages(self) -> List[Dict[str, Any]]:
        """What was said, as ``Answers`` has it."""
        return [event.message() for event in self.said]

    def answered(self, conversation: str, place: int) -> Answered:
        """What a rating of the answer at a place is about."""
        event = self.said[place]
        intent = (event.metadata.get("answered") or self.asked.parse_data).get("intent") or {}
        names = (each.metadata.get("utter_action") for each in self.said)
        return Answered(
            conversation=conversation,
            message=self.asked.message_id,
            question=self.asked.text or "",
            intent=intent.get("name") or "",
            score=float((self.asked.intent or {}).get("confidence") or 0.0),
            answer=", ".join(dict.fromkeys(name for name in names if name)),
            channel=CHANNEL,
        )


async def turn(agent: Any, conversation: str, message: str) -> Optional[Turn]:
    """The turn that a message began, by the id that Rasa was given with it; None if there is none."""
    tracker = await agent.tracker_store.retrieve_full_tracker(conversation)
    events = list(tracker.events) if tracker else []
    for place in range(len(events) - 1, -1, -1):
        event = events[place]
        if isinstance(event, UserUttered) and event.message_id == message:
            after = takewhile(lambda later: not isinstance(later, UserUttered), events[place + 1 :])
            return Turn(event, [each for each in after if isinstance(each, BotUttered)])
    return None


async def begun(agent: Any, conversation: str) -> bool:
    """Whether there is such a conversation."""
    return await agent.tracker_store.retrieve_full_tracker(conversation) is not None


async def forget(agent: Any, beginning: str) -> int:
    """Delete all conversations whose ids begin so, and their ratings; returns how many.

    Raises:
        AttributeError: conversations are kept in a store that cannot delete (endpoints.yml).
        FeedbackUnavailable, SetupError: the ratings cannot be reached.
    """
    store = agent.tracker_store
    while hasattr(store, "_tracker_store"):  # Rasa wraps the store that endpoints.yml names
        store = store._tracker_store
    ids = [each for each in await store.keys() if each.startswith(beginning)]
    for conversation in ids:
        # A turn that is under way would be written again when it ends.
        async with agent.lock_store.lock(conversation):
            await store.delete(conversation)
        feedback_store().forget(conversation)
    return len(ids)
