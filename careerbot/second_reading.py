"""Lets a message be understood a second time, in other words, where its first reading leaves doubt.

Rasa understands a message without the conversation: "do i at least get money for it" is the same after every question.
A ``Reader`` says in which words to read it again, and what follows from both readings.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Protocol, Sequence

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker

Parsed = Mapping[str, Any]
"""What Rasa understood: ``text``, ``intent``, ``intent_ranking``, ``entities``."""

Events = Sequence[Dict[str, Any]]
"""A tracker's events before the message, as dictionaries, oldest first."""


class Reader(Protocol):
    """Knows what a conversation says about a message."""

    def doubts(self, first: Parsed) -> bool:
        """Whether the first reading leaves a doubt, without a look at the conversation: most leave none."""

    def in_other_words(self, first: Parsed, events: Events) -> Optional[str]:
        """The words to read a doubtful message in again; None for no second reading."""

    def settle(self, first: Parsed, second: Optional[Parsed], events: Events) -> Dict[str, Any]:
        """What a doubtful message is understood as in the end, after its second reading if it had one."""


def use(reader: Reader) -> None:
    """Let every message of a conversation be read again where ``reader`` wants it.

    To be called once, after ``careerbot.speed.use`` (which remembers what the same words mean) and before messages
    come. A message without a conversation, such as one of Rasa's own tests, is read once.
    """
    once = MessageProcessor.parse_message

    async def parse_message(
        self: MessageProcessor,
        message: UserMessage,
        tracker: Optional[DialogueStateTracker] = None,
        only_output_properties: bool = True,
    ) -> Dict[str, Any]:
        first: Dict[str, Any] = await once(self, message, tracker, only_output_properties)
        if tracker is None or not reader.doubts(first):
            return first
        events: List[Dict[str, Any]] = [event.as_dict() for event in tracker.events]
        words = reader.in_other_words(first, events)
        second: Optional[Dict[str, Any]] = None
        if words is not None:
            again = UserMessage(words, sender_id=message.sender_id, input_channel=message.input_channel)
            second = await once(self, again, tracker, only_output_properties)
        return reader.settle(first, second, events)

    MessageProcessor.parse_message = parse_message
