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


def held_out(random_numbers: random.Random) -> List[Question]:
    """The held-out questions in random order, each text once. The kind is that of the answer they should get."""
    looked_up = {rule.intent for rule in rules() if any(action.startswith("action_") for action in rule.actions)}
    kinds: Dict[str, Kind] = {
        example.plain: "looked up" if example.intent in looked_up else "fixed" for example in examples(HELD_OUT)
    }
    questions = [Question(text, kind) for text, kind in kinds.items()]
    random_numbers.shuffle(questions)
    return questions


def ours(questions: Sequence[Question], random_numbers: random.Random) -> Iterator[Conversation]:
    """These questions as people ask them who do not know of each other: any of them, at any time."""
    while True:
        yield tuple(random_numbers.choice(questions) for _ in range(TURNS))


def moodbot_examples(project: Path) -> Dict[str, List[str]]:
    """What people say to the bot of the project that ``rasa init`` made: its own examples, by intent."""
    said: Dict[str, List[str]] = {}
    for example in load_data(str(project / "data" / "nlu.yml")).intent_examples:
        said.setdefault(example.get(INTENT), []).append(example.get(TEXT))
    return {intent: said[intent] for intent in sorted({intent for story in MOODBOT_STORIES for intent in story})}


def moodbot(project: Path, random_numbers: random.Random) -> Iterator[Conversation]:
    """The stories of that project, in the words of its examples."""
    said = moodbot_examples(project)
    while True:
        for story in MOODBOT_STORIES:
            yield tuple(Question(random_numbers.choice(said[intent]), "fixed") for intent in story)


def conversations(questions: Sequence[Question]) -> Iterator[Conversation]:
    """The questions in order, ``TURNS`` a conversation; a rest too short for one is left out."""
    for first in range(0, len(questions) - TURNS + 1, TURNS):
        yield tuple(questions[first : first + TURNS])
