"""A trained logistic regression and the nearest training example: how a classifier scores intents.

What a regression says is multiplied by the largest cosine similarity between the message and the intent's examples,
so a message that is like nothing in the training data scores low for every intent. That is what rejects questions out
of scope, also without examples of them.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from careerbot.nlu.features import Array, as_bytes, from_bytes


@dataclass
class Regression:
    """A trained multinomial logistic regression: ``weights`` (features, intents), ``bias`` (intents)."""

    weights: Array
    bias: Array

    @classmethod
    def fit(cls, vectors: Array, labels: Array, config: Dict[str, Any]) -> Regression:
        """Train on vectors (examples, features).

        Args:
            labels: the number of each example's intent.
            config: ``strength`` (larger follows the examples more closely), ``iterations`` (at most so many steps),
                ``balanced`` (whether a rare intent counts as much as one with many examples).
        """
        model = LogisticRegression(
            C=config["strength"],
            class_weight="balanced" if config["balanced"] else None,
            max_iter=config["iterations"],
            tol=1e-3,
            multi_class="multinomial",
        )
        with warnings.catch_warnings():
            # Stopping before the last digits settle is meant: it costs no accuracy.
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(vectors, labels)
        weights, bias = model.coef_.T, model.intercept_
        if weights.shape[1] == 1:
            # scikit-learn keeps one column for two classes.
            weights, bias = np.hstack([-weights, weights]), np.concatenate([-bias, bias])
        return cls(weights.astype(np.float32), bias.astype(np.float32))

    def probabilities(self, vector: Array) -> Array:
        """Of a text's vector (features,): shape (intents,), the sum is one."""
        scores = vector @ self.weights + self.bias
        scores = np.exp(scores - scores.max())
        return np.asarray(scores / scores.sum())


@dataclass
class Nearest:
    """The training examples, to look for those that a text is like.

    Attributes:
        intents: in the order of their numbers.
        vectors: of the examples, of length one, shape (examples, dimensions), intent by intent.
        owners: the number of each example's intent, ascending.
        power: how much likeness to an example counts in a ranking; more refuses more of what is like none.
        worth: a factor for the scores of each intent.
    """

    intents: List[str]
    vectors: Array
    owners: Array
    power: float
    worth: Array

    @classmethod
    def fit(cls, intents: Sequence[str], vectors: Array, owners: Array, config: Dict[str, Any]) -> Nearest:
        """Put the examples in order.

        Args:
            config: ``similarity_power``, and ``worth`` by the name of an intent.
        """
        order = np.argsort(owners, kind="stable")
        worth = np.array([config["worth"].get(intent, 1.0) for intent in intents], dtype=np.float32)
        return cls(list(intents), vectors[order], owners[order], config["similarity_power"], worth)

    def __post_init__(self) -> None:
        self._starts = np.searchsorted(self.owners, np.arange(len(self.intents) + 1)).tolist()

    def ranking(self, probabilities: Array, vector: Array, length: int) -> List[Tuple[str, float]]:
        """The best ``length`` intents and their scores (0 to 1, not summing to one), best first.

        Args:
            probabilities: of the intents, shape (intents,).
            vector: of the text, shape (dimensions,), of length one or zero.
        """
        # A cosine is at most one, so no score is above this.
        most = probabilities * self.worth
        found: List[Tuple[str, float]] = []
        for index in np.argsort(-most, kind="stable"):
            if len(found) >= length and most[index] <= found[length - 1][1]:
                break
            score = min(float(most[index]) * self.similarity(vector, index) ** self.power, 1.0)
            found.append((self.intents[index], score))
            found.sort(key=lambda item: -item[1])
        return found[:length]

    def similarity(self, vector: Array, index: int) -> float:
        """The largest cosine similarity to an example of the intent with this number, none below zero."""
        examples = self.vectors[self._starts[index] : self._starts[index + 1]]
        return max(float((examples @ vector).max()), 0.0)

    def arrays(self) -> Dict[str, Array]:
        """What a model keeps; the rest are ``settings``."""
        small, scale = as_bytes(self.vectors)
        return {
            "examples": small,
            "scale": scale,
            "owners": self.owners.astype(np.int32),
            "worth": self.worth,
        }

    def settings(self) -> Dict[str, Any]:
        """What a model keeps as JSON."""
        return {"intents": self.intents, "similarity_power": self.power}

    @classmethod
    def of(cls, arrays: Any, settings: Dict[str, Any]) -> Nearest:
        """From what ``arrays`` and ``settings`` gave."""
        return cls(
            settings["intents"],
            from_bytes(arrays["examples"], arrays["scale"]),
            arrays["owners"],
            settings["similarity_power"],
            arrays["worth"],
        )


def set_ranking(message: Message, ranking: Sequence[Tuple[str, float]]) -> None:
    """Write intents and scores into a message as Rasa's classifiers do; without any it has no intent."""
    found = [{INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: score} for intent, score in ranking]
    none = {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
    message.set(INTENT, found[0] if found else none, add_to_output=True)
    message.set(INTENT_RANKING_KEY, found, add_to_output=True)
