"""Conversations held with the running assistant over REST, each once in a run, whichever tests look at it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any, Dict, List

from tests.live.conversations import Conversation, offered


@dataclass(frozen=True)
class Held:
    """A conversation as it went.

    Attributes:
        sender: its id.
        answers: the messages of the answer to each turn; ends early where the button of a turn was not offered.
    """

    sender: str = field(default_factory=lambda: uuid.uuid4().hex)
    answers: List[List[Dict[str, Any]]] = field(default_factory=list)


HELD: Dict[str, Held] = {}
"""Those of this run, by name."""


def hold(assistant: Any, conversation: Conversation) -> Held:
    """How a conversation goes; ``assistant``: of ``conftest.py``."""
    if conversation.name not in HELD:
        held, buttons = Held(), {}
        for turn in conversation.turns:
            message = turn.message(buttons)
            if message is None:
                break
            held.answers.append(assistant.ask(message, held.sender))
            buttons = offered(held.answers[-1])
        HELD[conversation.name] = held
    return HELD[conversation.name]
