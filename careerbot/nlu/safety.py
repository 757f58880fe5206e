"""Somebody in danger, in the midst of other words: "failed it again, i wont be here much longer, what is the fee".

A message is understood as a whole, so what most of it is about decides. Here its sentences and clauses are looked at
one by one too, and one that is clearly about a danger decides for the whole message. Most clauses need no such look:
which ones may be about a danger a small regression on words tells, which would rather look once too often.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from careerbot.nlu.component import LearningComponent
from careerbot.nlu.spelling import SPELLED_TEXT
from careerbot.nlu.splitting import CLAUSES, part, sentences

_FILE = "suspicion.json"

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")

# Where one thing that is said may end within a sentence and another begin.
_SEAM = re.compile(
    r"\s*(?:[,;:()]|\.{2,}|\u2026|\s[-\u2013\u2014]+\s|\b(?:and|but|if|because|cause|cuz|bc|so|then|when|or|since)\b)\s*",
    re.IGNORECASE,
)
_LEAST_WORDS = 2


def clauses(text: str) -> List[str]:
    """The sentences of ``text`` and the clauses of each, in order; none if it is but one."""
    found: List[str] = []
    whole = sentences(text)
    for sentence in whole:
        parts = [piece for piece in _SEAM.split(sentence) if len(_words(piece)) >= _LEAST_WORDS]
        found += [sentence] if len(whole) > 1 else []
        found += parts if len(parts) > 1 else []
    return list(dict.fromkeys(piece.strip() for piece in found if len(_words(piece)) >= _LEAST_WORDS))


def _words(text: str) -> List[str]:
    return _WORD.findall(text.casefold().replace("\u2019", "'"))


def _grams(text: str) -> List[str]:
    """Words and pairs of neighbours."""
    words = _words(text)
    return [*words, *(" ".join(pair) for pair in pairwise(words))]


@dataclass(frozen=True)
class Suspicion:
    """How likely a text is about a danger, by its words alone: a logistic regression as a sum over a dictionary."""

    weights: Dict[str, float]
    bias: float

    @classmethod
    def fit(cls, texts: Sequence[str], dangerous: Sequence[bool]) -> Suspicion:
        """From texts of both kinds; each kind counts as much as the other, however few it has."""
        vectorizer = CountVectorizer(analyzer=_grams, binary=True)
        counts = vectorizer.fit_transform(texts)
        regression = LogisticRegression(C=3.0, class_weight="balanced", solver="liblinear").fit(counts, dangerous)
        # What hardly weighs anything is left out: tens of thousands of pairs that stand in one example.
        weights = {
            gram: round(float(regression.coef_[0, place]), 4)
            for gram, place in sorted(vectorizer.vocabulary_.items())
            if abs(regression.coef_[0, place]) > 0.01
        }
        return cls(weights, float(regression.intercept_[0]))

    def of(self, text: str) -> float:
        """Between 0 and 1."""
        total = self.bias + sum(self.weights.get(gram, 0.0) for gram in set(_grams(text)))
        return 1.0 / (1.0 + math.exp(-total))

    def save(self, folder: Path) -> None:
        """JSON: nothing in a model can run code."""
        (folder / _FILE).write_text(json.dumps({"weights": self.weights, "bias": self.bias}), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Suspicion:
        """What ``save`` wrote."""
        return cls(**json.loads((folder / _FILE).read_text(encoding="utf-8")))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SafetySplitter(LearningComponent[Suspicion]):
    """The Rasa component: proposes clauses that may be about a danger. Stands after the components that mend the text.

    The clauses run through the components behind it beside the message, and ``SafetyFirst`` decides.

    Configuration:
        intents: those that are about a danger; without any nothing is proposed.
        least: how likely by its words a clause must be about one.
    """

    kind = Suspicion

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {"intents": [], "least": 0.2}

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has a text and an intent; there must be some of both kinds."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        dangerous = [example.get(INTENT) in self._config["intents"] for example in examples]
        if len(set(dangerous)) == 2:
            self._keep(Suspicion.fit([_whole(example) for example in examples], dangerous))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are looked at as they are."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``clauses`` of every message that has such."""
        for message in messages:
            if self._learnt is None or not message.get(TEXT):
                continue
            found = [clause for clause in clauses(_whole(message)) if self._learnt.of(clause) >= self._config["least"]]
            if found:
                message.set(CLAUSES, [part(clause) for clause in found])
        return messages


def _whole(message: Message) -> str:
    """With its slips mended, but nothing taken out: "not joking, i want to die"."""
    return str(message.get(SPELLED_TEXT) or message.get(TEXT))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyFirst(IntentClassifier, GraphComponent):
    """The Rasa component: stands last. Needs a ``SafetySplitter`` and a classifier that understands its clauses.

    Configuration:
        intents: those that are about a danger.
        least: how sure a clause's intent must be.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {"intents": [], "least": 0.5}

    def __init__(self, config: Dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyFirst:
        """Nothing is learnt."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Give a message with a clause about a danger that clause's intent, the surest one's if there are several."""
        for message in messages:
            if (message.get(INTENT) or {}).get(INTENT_NAME_KEY) in self._config["intents"]:
                continue
            found = [intent for clause in message.get(CLAUSES, ()) if (intent := self._danger(clause)) is not None]
            if found:
                surest = max(found, key=lambda intent: float(intent[PREDICTED_CONFIDENCE_KEY]))
                others = [
                    intent
                    for intent in message.get(INTENT_RANKING_KEY) or []
                    if intent[INTENT_NAME_KEY] != surest[INTENT_NAME_KEY]
                ]
                message.set(INTENT, surest, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [surest, *others], add_to_output=True)
        return messages

    def _danger(self, clause: Message) -> Optional[Dict[str, Any]]:
        """The clause's intent if it is about a danger, and sure enough."""
        intent = clause.get(INTENT) or {}
        sure = intent.get(PREDICTED_CONFIDENCE_KEY, 0.0) >= self._config["least"]
        return dict(intent) if sure and intent.get(INTENT_NAME_KEY) in self._config["intents"] else None
