"""The words of a message by their meaning, without their order: a vector that needs no network.

The encoder's own vectors of its word pieces, summed up, rare pieces more than common ones. What such a vector says is
enough for a plain question and costs a fiftieth of the encoder's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from careerbot.nlu.component import LearningFeaturizer
from careerbot.nlu.features import Array, add_vector, as_bytes, length_one
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import with_parts
from careerbot.nlu.weights import TOKENIZER, check_source, piece_vectors, source_folder

WORD_PIECES = "word_pieces"
"""Alias of the features."""

_ARRAYS = "word_pieces.npz"


@dataclass
class WordPieces:
    """Turns texts into vectors of length one.

    Attributes:
        tokenizer: splits a text into word pieces.
        vectors: of each piece, int8, shape (pieces, dimensions).
        scale: what a piece's vector is multiplied by to be the encoder's.
        rarity: of each piece in the training texts, the smoothed inverse document frequency of scikit-learn.
    """

    tokenizer: Tokenizer
    vectors: Array
    scale: Array
    rarity: Array

    @classmethod
    def fit(cls, tokenizer: Tokenizer, vectors: Array, texts: Sequence[str]) -> WordPieces:
        """From an encoder's float vectors of its pieces, and the training texts."""
        small, scale = as_bytes(vectors)
        texts_with = np.zeros(len(vectors), np.float32)
        for text in texts:
            texts_with[list(set(_pieces(tokenizer, text)))] += 1
        return cls(tokenizer, small, scale, np.log((1 + len(texts)) / (1 + texts_with)) + 1)

    def __post_init__(self) -> None:
        self._weight = (self.scale * self.rarity).astype(np.float32)

    def vector(self, text: str) -> Array:
        """Shape (dimensions,), of length one; zero for a text without pieces."""
        pieces = _pieces(self.tokenizer, text)
        return length_one(self._weight[pieces] @ self.vectors[pieces].astype(np.float32))

    def save(self, folder: Path) -> None:
        """An array file and the tokenizer: nothing in a model can run code."""
        arrays = {"vectors": self.vectors, "scale": self.scale, "rarity": self.rarity.astype(np.float32)}
        np.savez(folder / _ARRAYS, **arrays)
        self.tokenizer.save(str(folder / TOKENIZER))

    @classmethod
    def load(cls, folder: Path) -> WordPieces:
        """What ``save`` wrote."""
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            tokenizer = _bare(Tokenizer.from_file(str(folder / TOKENIZER)))
            return cls(tokenizer, arrays["vectors"], arrays["scale"], arrays["rarity"])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class WordPieceFeaturizer(LearningFeaturizer[WordPieces]):
    """The Rasa component: adds a dense sentence feature under the alias ``word_pieces``.

    Configuration:
        model, sha256: as of ``SentenceEncoderFeaturizer``.
    """

    kind = WordPieces

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {**DenseFeaturizer.get_default_config(), "alias": WORD_PIECES, "model": None, "sha256": None}

    @staticmethod
    def required_packages() -> List[str]:
        """What must be installed to serve."""
        return ["tokenizers"]

    def train(self, training_data: TrainingData) -> Resource:
        """Take the vectors out of the encoder, and learn which pieces are rare here.

        Raises:
            EncoderError: as of ``SentenceEncoderFeaturizer``.
        """
        texts = [text for example in training_data.intent_examples if (text := mended_text(example)).strip()]
        if not texts:
            return self._resource
        source = source_folder(self._config["model"])
        check_source(source, self._config["model"], self._config["sha256"])
        vectors, tokenizer = piece_vectors(source)
        self._keep(WordPieces.fit(_bare(tokenizer), vectors, texts))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the feature to every example."""
        self.process([example for example in training_data.training_examples if example.get(TEXT)])
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the feature to every message and its parts."""
        if self._learnt is not None:
            for message in with_parts(messages):
                add_vector(message, self._learnt.vector(mended_text(message)), self._identifier)
        return messages


def _bare(tokenizer: Tokenizer) -> Tokenizer:
    """A tokenizer that neither cuts nor fills up."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _pieces(tokenizer: Tokenizer, text: str) -> List[int]:
    return list(tokenizer.encode(text, add_special_tokens=False).ids)
