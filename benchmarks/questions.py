"""What the simulated people say: conversations of ``TURNS`` messages for each of the two bots.

Both bots get conversations of the same length, each under a sender id of its own, because every turn of a conversation
makes the next one slower and every new conversation costs a little too.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Literal, Sequence, Tuple

from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data

from tests.data.files import HELD_OUT, examples, rules

TURNS = 4

# The three stories of the `rasa init` bot, and its rule for goodbyes where a story is shorter.
MOODBOT_STORIES = (
    ("greet", "mood_great", "bot_challenge", "goodbye"),
    ("greet", "mood_unhappy", "affirm", "goodbye"),
    ("greet", "mood_unhappy", "deny", "goodbye"),
)

Kind = Literal["fixed", "looked up"]


@dataclass(frozen=True)
class Question:
    """A message, and whether its answer is fixed text or is looked up by an action."""

    text: str
    kind: Kind


Conversation = Tuple[Question, ...]


def ours(random_numbers: random.Random) -> Iterator[Conversation]:
    """The held-out questions in random order, again and again. The kind is that of the answer they should get."""
    looked_up = {rule.intent for rule in rules() if any(action.startswith("action_") for action in rule.actions)}
    questions = [
        Question(example.plain, "looked up" if example.intent in looked_up else "fixed")
        for example in examples(HELD_OUT)
    ]
    while True:
        random_numbers.shuffle(questions)
        yield from conversations(questions)


def moodbot(project: Path, random_numbers: random.Random) -> Iterator[Conversation]:
    """The stories of the project that ``rasa init`` made, in the words of its own examples."""
    said: Dict[str, List[str]] = {}
    for example in load_data(str(project / "data" / "nlu.yml")).intent_examples:
        said.setdefault(example.get(INTENT), []).append(example.get(TEXT))
    while True:
        for story in MOODBOT_STORIES:
            yield tuple(Question(random_numbers.choice(said[intent]), "fixed") for intent in story)


def conversations(questions: Sequence[Question]) -> Iterator[Conversation]:
    """The questions in order, ``TURNS`` a conversation; a rest too short for one is left out."""
    for first in range(0, len(questions) - TURNS + 1, TURNS):
        yield tuple(questions[first : first + TURNS])
