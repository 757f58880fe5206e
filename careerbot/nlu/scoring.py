"""The nearest training examples: how a classifier turns what a regression says into scores of intents.

What a regression says is multiplied by the largest cosine similarity between the message and the intent's examples,
so a message that is like nothing in the training data scores low for every intent. That is what rejects questions out
of scope, also without examples of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from careerbot.nlu.features import Array, as_bytes, from_bytes

_LIKELY = 10
"""So many intents can be the best one: the regressions leave hardly anything to the others (docs/understanding.md)."""

# Five to twenty neighbours and a sharpness of 12 to 20 make hardly a difference (docs/understanding.md).
_NEIGHBOURS = 10
_SHARPNESS = 20.0


@dataclass
class Nearest:
    """The training examples, to look for those that a text is like.

    Attributes:
        intents: in the order of their numbers.
        vectors: of the examples, of length one, shape (examples, dimensions), intent by intent.
        owners: the number of each example's intent, ascending.
        power: how much likeness to an example counts in a ranking; more refuses more of what is like none.
        worth: a factor for the scores of each intent.
        neighbour_share: how much the intents of the nearest examples count beside the regressions' probabilities.
    """

    intents: List[str]
    vectors: Array
    owners: Array
    power: float
    worth: Array
    neighbour_share: float = 0.0

    @classmethod
    def fit(cls, intents: Sequence[str], vectors: Array, owners: Array, config: Dict[str, Any]) -> Nearest:
        """Put the examples in order.

        Args:
            config: ``similarity_power``, ``neighbour_share``, and ``worth`` by the name of an intent.
        """
        order = np.argsort(owners, kind="stable")
        worth = np.array([config["worth"].get(intent, 1.0) for intent in intents], dtype=np.float32)
        share = config.get("neighbour_share", 0.0)
        return cls(list(intents), vectors[order], owners[order], config["similarity_power"], worth, share)

    def __post_init__(self) -> None:
        self._starts = np.searchsorted(self.owners, np.arange(len(self.intents) + 1)).tolist()

    def ranking(self, probabilities: Array, vector: Array, length: int) -> List[Tuple[str, float]]:
        """The best ``length`` intents and their scores (0 to 1, not summing to one), best first.

        Only the examples of the likeliest intents are looked at.

        Args:
            probabilities: of the intents, shape (intents,).
            vector: of the text, shape (dimensions,), of length one or zero.
        """
        likely = np.argsort(-probabilities * self.worth, kind="stable")[: max(_LIKELY, length)]
        cosines = [self.cosines(vector, index) for index in likely]
        scores = probabilities[likely]
        if self.neighbour_share:
            scores = (1 - self.neighbour_share) * scores + self.neighbour_share * _votes(cosines)
        likeness = np.array([max(float(of_intent.max()), 0.0) for of_intent in cosines])
        scores = np.minimum(scores * self.worth[likely] * likeness**self.power, 1.0)
        return [(self.intents[likely[place]], float(scores[place])) for place in np.argsort(-scores, kind="stable")][
            :length
        ]

    def cosines(self, vector: Array, index: int) -> Array:
        """The cosine similarity to each example of the intent with this number."""
        return np.asarray(self.vectors[self._starts[index] : self._starts[index + 1]] @ vector)

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
        return {
            "intents": self.intents,
            "similarity_power": self.power,
            "neighbour_share": self.neighbour_share,
        }

    @classmethod
    def of(cls, arrays: Any, settings: Dict[str, Any]) -> Nearest:
        """From what ``arrays`` and ``settings`` gave."""
        return cls(
            settings["intents"],
            from_bytes(arrays["examples"], arrays["scale"]),
            arrays["owners"],
            settings["similarity_power"],
            arrays["worth"],
            settings["neighbour_share"],
        )


def _votes(cosines: Sequence[Array]) -> Array:
    """The share of each intent, shape (intents,), in the nearest examples; a nearer one counts more.

    Args:
        cosines: of the examples of each intent.
    """
    every = np.concatenate(cosines)
    owners = np.repeat(np.arange(len(cosines)), [len(of_intent) for of_intent in cosines])
    nearest = np.argpartition(-every, min(_NEIGHBOURS, len(every)) - 1)[:_NEIGHBOURS]
    weights = np.exp(_SHARPNESS * (every[nearest] - every[nearest].max()))
    return np.asarray(np.bincount(owners[nearest], weights, minlength=len(cosines)) / weights.sum())


def set_ranking(message: Message, ranking: Sequence[Tuple[str, float]]) -> None:
    """Write intents and scores into a message as Rasa's classifiers do; without any it has no intent."""
    found = [{INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: score} for intent, score in ranking]
    none = {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
    message.set(INTENT, found[0] if found else none, add_to_output=True)
    message.set(INTENT_RANKING_KEY, found, add_to_output=True)
