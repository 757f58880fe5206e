"""Which question is asked: two logistic regressions and the nearest training example.

One regression works on the sentence embedding (meaning), one on words and letter groups. Their mean is multiplied by
the largest cosine similarity between the message and the intent's examples (``careerbot/nlu/scoring.py``).
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
from careerbot.nlu.encoder import MEANING, SentenceEncoderFeaturizer
from careerbot.nlu.features import Array, vector_of, vectors_of
from careerbot.nlu.first_look import is_sure
from careerbot.nlu.lexical import LEXICAL, LexicalFeaturizer
from careerbot.nlu.regression import Regression
from careerbot.nlu.scoring import Nearest, set_ranking
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import with_parts

_ARRAYS = "classifier.npz"
_NAMES = "classifier.json"


@dataclass
class Classifier:
    """Everything a prediction needs, without Rasa."""

    by_meaning: Regression
    by_words: Regression
    nearest: Nearest
    meaning_share: float

    @classmethod
    def fit(cls, meaning: Array, words: Array, labels: Sequence[str], config: Dict[str, Any]) -> Classifier:
        """Train on the two kinds of vectors (texts, dimensions), of length one, and the texts' intents."""
        intents, owners = np.unique(np.array(labels), return_inverse=True)
        return cls(
            Regression.fit(meaning, owners, config),
            Regression.fit(words, owners, config),
            Nearest.fit(intents.tolist(), meaning, owners, config),
            config["meaning_share"],
        )

    def ranking(self, meaning: Array, words: Array, length: int) -> List[Tuple[str, float]]:
        """The best ``length`` intents and their scores (0 to 1, not summing to one), best first.

        Args:
            meaning, words: vectors of the text, shape (dimensions,).
        """
        by_meaning, by_words = self.by_meaning.probabilities(meaning), self.by_words.probabilities(words)
        mean = self.meaning_share * by_meaning + (1 - self.meaning_share) * by_words
        return self.nearest.ranking(mean, meaning, length)

    def save(self, folder: Path) -> None:
        """Arrays and JSON: nothing in a model can run code."""
        arrays = self.nearest.arrays()
        arrays["meaning_weights"], arrays["meaning_bias"] = self.by_meaning.weights, self.by_meaning.bias
        arrays["words_weights"], arrays["words_bias"] = self.by_words.weights, self.by_words.bias
        np.savez(folder / _ARRAYS, **arrays)
        names = {**self.nearest.settings(), "meaning_share": self.meaning_share}
        (folder / _NAMES).write_text(json.dumps(names), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Classifier:
        """What ``save`` wrote."""
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            return cls(
                Regression(arrays["meaning_weights"], arrays["meaning_bias"]),
                Regression(arrays["words_weights"], arrays["words_bias"]),
                Nearest.of(arrays, names),
                names["meaning_share"],
            )


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SemanticClassifier(LearningComponent[Classifier], IntentClassifier):
    """The Rasa component. Needs the features of ``LexicalFeaturizer`` and ``SentenceEncoderFeaturizer``.

    A message that a ``FirstLook`` is sure of stays as it is.

    Configuration:
        ranking_length: how many intents ``intent_ranking`` keeps.
        strength: of the regressions; larger follows the examples more closely.
        iterations: at most so many steps of the solver.
        balanced: whether a rare intent counts as much as one with many examples; if not, a broad intent stays broad.
        meaning_share: how much the sentence's meaning counts; the rest is the words' and letters'.
        worth: a factor for the scores of an intent; above one where wrongly missing it is worse than wrongly naming
            it, as for out-of-scope questions that sound like ours.
        similarity_power: how much likeness to an example counts; more refuses more of what is like none.
        neighbour_share: how much the intents of the ten nearest examples count beside the regressions. It helps a bot
            with a hundred examples of an intent, hardly one with few (docs/understanding.md).
    """

    kind = Classifier

    @classmethod
    def required_components(cls) -> List[Type[Featurizer]]:
        """These must come first in the pipeline."""
        return [LexicalFeaturizer, SentenceEncoderFeaturizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {
            "ranking_length": 10,
            "strength": 30.0,
            "iterations": 120,
            "balanced": False,
            "meaning_share": 0.5,
            "similarity_power": 1.0,
            "neighbour_share": 0.0,
            "worth": {},
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has a text and an intent; two intents at least."""
        examples = [example for example in training_data.intent_examples if mended_text(example).strip()]
        labels = [example.get(INTENT) for example in examples]
        if len(set(labels)) < 2:
            return self._resource
        meaning, words = vectors_of(examples, MEANING), vectors_of(examples, LEXICAL)
        self._keep(Classifier.fit(meaning, words, labels, self._config))
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``intent`` and ``intent_ranking`` of every message and its parts; a blank message gets no intent."""
        for message in with_parts(messages):
            if is_sure(message):
                continue
            ranking: List[Tuple[str, float]] = []
            if mended_text(message).strip() and self._learnt is not None:
                meaning, words = vector_of(message, MEANING), vector_of(message, LEXICAL)
                ranking = self._learnt.ranking(meaning, words, self._config["ranking_length"])
            set_ranking(message, ranking)
        return messages
