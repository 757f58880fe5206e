"""Questions that need no second look: most plain ones are known by their words, so the encoder need not run for them.

A cascade: one logistic regression on vectors that cost next to nothing (words and letter groups, word pieces), times
the cosine to the nearest example of the intent. Where that score is high enough, the message is understood and the
components behind it leave it alone; all others go the whole way. Which score is high enough is measured
(``python -m tests.tools.first_look``, docs/understanding.md).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple, Type

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.component import LearningComponent
from careerbot.nlu.features import Array, vector_of, vectors_of
from careerbot.nlu.lexical import LEXICAL, LexicalFeaturizer
from careerbot.nlu.regression import Regression
from careerbot.nlu.scoring import Nearest, set_ranking
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import CLAUSES, PARTS
from careerbot.nlu.word_pieces import WORD_PIECES, WordPieceFeaturizer

SURE = "understood_at_first_look"
"""Set on a message that needs no second look."""

_ARRAYS = "first_look.npz"
_NAMES = "first_look.json"


def is_sure(message: Message) -> bool:
    """Whether a ``FirstLook`` has understood a message, so that nobody need look again."""
    return bool(message.get(SURE))


@dataclass
class Glance:
    """Everything a prediction needs, without Rasa."""

    regression: Regression
    nearest: Nearest

    @classmethod
    def fit(cls, pieces: Array, words: Array, labels: Sequence[str], config: Dict[str, Any]) -> Glance:
        """Train on the two kinds of vectors (texts, dimensions), of length one, and the texts' intents."""
        intents, owners = np.unique(np.array(labels), return_inverse=True)
        return cls(
            Regression.fit(np.hstack([pieces, words]), owners, config),
            Nearest.fit(intents.tolist(), pieces, owners, config),
        )

    def ranking(self, pieces: Array, words: Array, least: float, length: int) -> List[Tuple[str, float]]:
        """The best ``length`` intents and their scores, best first; nothing if the best one has less than ``least``."""
        probabilities = self.regression.probabilities(np.concatenate([pieces, words]))
        # No score is above its probability times its worth: most unsure messages are done here.
        if (probabilities * self.nearest.worth).max() < least:
            return []
        found = self.nearest.ranking(probabilities, pieces, length)
        return found if found[0][1] >= least else []

    def save(self, folder: Path) -> None:
        """Arrays and JSON: nothing in a model can run code."""
        np.savez(folder / _ARRAYS, weights=self.regression.weights, bias=self.regression.bias, **self.nearest.arrays())
        (folder / _NAMES).write_text(json.dumps(self.nearest.settings()), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Glance:
        """What ``save`` wrote."""
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            return cls(Regression(arrays["weights"], arrays["bias"]), Nearest.of(arrays, names))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FirstLook(LearningComponent[Glance], IntentClassifier):
    """The Rasa component: stands before ``SentenceEncoderFeaturizer`` and ``SemanticClassifier``.

    Needs the features of ``LexicalFeaturizer`` and ``WordPieceFeaturizer``. A message that may hold several questions
    always goes the whole way, for scores of the two classifiers cannot be compared; so does one that may be about a
    danger.

    Configuration:
        sure: the least score of a message that is understood here; above 1 none is.
        never: how the names of intents begin that are never understood here, because a word more or less makes another
            of them: what leans on the message before, small talk, refusals.
        strength, iterations, balanced, ranking_length, similarity_power, worth: as of ``SemanticClassifier``.
    """

    kind = Glance

    @classmethod
    def required_components(cls) -> List[Type[Featurizer]]:
        """These must come first in the pipeline."""
        return [LexicalFeaturizer, WordPieceFeaturizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {
            "sure": 0.6,
            "never": [],
            "strength": 15.0,
            "iterations": 120,
            "balanced": False,
            "ranking_length": 10,
            "similarity_power": 1.0,
            "worth": {},
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has a text and an intent; two intents at least."""
        examples = [example for example in training_data.intent_examples if mended_text(example).strip()]
        labels = [example.get(INTENT) for example in examples]
        if len(set(labels)) < 2:
            return self._resource
        pieces, words = vectors_of(examples, WORD_PIECES), vectors_of(examples, LEXICAL)
        self._keep(Glance.fit(pieces, words, labels, self._config))
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``intent`` and ``intent_ranking`` of every message that this is sure of."""
        never = tuple(self._config["never"])
        for message in messages:
            if self._learnt is None or message.get(PARTS) or message.get(CLAUSES) or not mended_text(message).strip():
                continue
            pieces, words = vector_of(message, WORD_PIECES), vector_of(message, LEXICAL)
            ranking = self._learnt.ranking(pieces, words, self._config["sure"], self._config["ranking_length"])
            if ranking and not ranking[0][0].startswith(never):
                set_ranking(message, ranking)
                message.set(SURE, True)
        return messages
