"""Decides whether a message asks several questions, by what its proposed parts were understood as.

A part often leans on the rest ("and how long is it valid?"), so the whole message's scores count for it too, without
those of the intents that other parts have taken. A message is several questions only if two parts at least are
understood as different ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from careerbot.nlu.splitting import LISTED, PARTS

SEVERAL = "several_questions"
"""The intent of a message with several questions. Nothing is trained on it."""

QUESTIONS = "questions"
"""Key of the parse result: for each question its ``text``, ``intent`` (name, confidence) and ``entities``."""


_LEAST_LISTED = 0.4


@dataclass(frozen=True)
class Part:
    """A proposed part, understood.

    Attributes:
        scores: by intent.
        names: kinds and values of the names in it.
        listed: whether it is one of a list of topics. Such a part must be clear by itself: in "clinical and
            administrative duties" the first is no topic of its own, however well the whole fits it.
    """

    scores: Dict[str, float]
    names: Tuple[Tuple[str, str], ...] = ()
    listed: bool = False


def chosen(
    whole: Dict[str, float], parts: Sequence[Part], least: float, share: float, never: Tuple[str, ...]
) -> List[Tuple[int, str, float]]:
    """The questions: number of the part, intent and score, in order; fewer than two mean that the message is one.

    Args:
        whole: scores of the whole message, by intent.
        parts: in order.
        least: a part with a smaller score is no question.
        share: nor is one with a smaller score than this share of the whole message's best.
        never: how the names of intents begin that are no part of several questions, such as chit-chat.
    """
    least = max(least, share * max(whole.values(), default=0.0))
    left, open_to_all = set(range(len(parts))), dict(whole)
    taken: List[Tuple[int, str, float]] = []
    while left:
        number, intent, score = _best(parts, left, open_to_all, never)
        if intent is None or score < least:
            break
        taken.append((number, intent, min(score, 1.0)))
        left.discard(number)
        open_to_all.pop(intent, None)
    return _each_once(sorted(taken), parts)


def _best(
    parts: Sequence[Part], left: Set[int], whole: Dict[str, float], never: Tuple[str, ...]
) -> Tuple[int, Optional[str], float]:
    best: Tuple[int, Optional[str], float] = (-1, None, 0.0)
    for number in sorted(left):
        for intent, score in parts[number].scores.items():
            if not parts[number].listed:
                score += whole.get(intent, 0.0)
            elif score < _LEAST_LISTED:
                continue
            if score > best[2] and not intent.startswith(never):
                best = (number, intent, score)
    return best


def _each_once(taken: Sequence[Tuple[int, str, float]], parts: Sequence[Part]) -> List[Tuple[int, str, float]]:
    """Without a question that is asked twice in other words: the same intent about nothing else."""
    kept: List[Tuple[int, str, float]] = []
    for number, intent, score in taken:
        names = parts[number].names
        again = any(intent == other and (not names or names == parts[place].names) for place, other, _ in kept)
        if not again:
            kept.append((number, intent, score))
    return kept if len({intent for _, intent, _ in kept}) > 1 else []


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SeveralQuestions(IntentClassifier, GraphComponent):
    """The Rasa component: stands last. Needs a ``QuestionSplitter`` and a classifier that understands its parts.

    Configuration:
        least: how sure a part's intent must be, the whole message's score for it included.
        share: and that in relation to the whole message's best score.
        never: how the names of intents begin that are no part of several questions.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {"least": 0.3, "share": 0.5, "never": []}

    def __init__(self, config: Dict[str, Any]) -> None:
        self._least: float = config["least"]
        self._share: float = config["share"]
        self._never = tuple(config["never"])

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SeveralQuestions:
        """Nothing is learnt."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Give a message with several questions the intent ``several_questions``, and list them."""
        for message in messages:
            proposed: List[Message] = [part for part in message.get(PARTS, []) if not _is_name(part)]
            parts = [Part(_scores(part), _names(part), part.get(LISTED, False)) for part in proposed]
            found = chosen(_scores(message), parts, self._least, self._share, self._never) if parts else []
            if found:
                questions = [_question(proposed[number], intent, score) for number, intent, score in found]
                intent = {INTENT_NAME_KEY: SEVERAL, PREDICTED_CONFIDENCE_KEY: min(score for _, _, score in found)}
                message.set(INTENT, intent, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [intent, *message.get(INTENT_RANKING_KEY, [])], add_to_output=True)
                message.set(QUESTIONS, questions, add_to_output=True)
        return messages


def _scores(message: Message) -> Dict[str, float]:
    return {
        intent[INTENT_NAME_KEY]: intent[PREDICTED_CONFIDENCE_KEY] for intent in message.get(INTENT_RANKING_KEY) or []
    }


def _names(message: Message) -> Tuple[Tuple[str, str], ...]:
    return tuple(
        (entity[ENTITY_ATTRIBUTE_TYPE], str(entity[ENTITY_ATTRIBUTE_VALUE])) for entity in message.get(ENTITIES) or []
    )


def _is_name(part: Message) -> bool:
    """Whether a part is nothing but a name: "CCMA, RMA, which is best" lists names and asks one question."""
    text: str = part.get(TEXT)
    return any(
        not any(
            letter.isalnum() for letter in text[: name[ENTITY_ATTRIBUTE_START]] + text[name[ENTITY_ATTRIBUTE_END] :]
        )
        for name in part.get(ENTITIES) or []
    )


def _question(part: Message, intent: str, score: float) -> Dict[str, Any]:
    return {
        TEXT: part.get(TEXT),
        INTENT: {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: score},
        ENTITIES: part.get(ENTITIES) or [],
    }
