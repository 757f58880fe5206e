"""What the channel reads from and deletes in Rasa's conversations."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from rasa.core.channels.channel import OutputChannel

from careerbot.channels.turns import Turn, turns
from careerbot.conversations import store_of
from careerbot.feedback import feedback_store

if TYPE_CHECKING:  # it brings TensorFlow with it
    from rasa.core.agent import Agent

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


async def turn(agent: Agent, conversation: str, message: str) -> Optional[Turn]:
    """The turn that a message began, by the id that Rasa was given with it; None if there is none."""
    found = turns(await store_of(agent).turn(conversation, message))
    return found[0] if found else None


async def begun(agent: Agent, conversation: str) -> bool:
    """Whether there is such a conversation."""
    return await store_of(agent).holds(conversation)


async def forget(agent: Agent, beginning: str) -> int:
    """Delete all conversations whose ids begin so, and their ratings; returns how many.

    Raises:
        SetupError: conversations are kept in a store that cannot delete, or the ratings have no address.
        FeedbackUnavailable: the ratings cannot be reached.
    """
    store = store_of(agent)
    ids = [each for each in await store.keys() if each.startswith(beginning)]
    for conversation in ids:
        # A turn that is under way would be written again when it ends.
        async with agent.lock_store.lock(conversation):
            await store.delete(conversation)
        feedback_store().forget(conversation)
    return len(ids)
