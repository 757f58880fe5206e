"""Words and letter groups of a message as a vector: what it is made of, not what it means.

A short dense vector: TF-IDF of words with their neighbours and of letter groups inside words, which survive most slips
of the finger, reduced to a few hundred dimensions.
"""

from __future__ import annotations

import json
from collections import Counter
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
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from careerbot.nlu.component import LearningFeaturizer
from careerbot.nlu.features import Array, add_vector, as_bytes, from_bytes, length_one
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import with_parts

LEXICAL = "lexical"
"""Alias of the features."""

_ARRAYS = "lexical.npz"
_WORDS = "lexical.json"


def _vectorizers(min_count: int) -> Dict[str, TfidfVectorizer]:
    return {
        "words": TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", ngram_range=(1, 2), min_df=min_count, sublinear_tf=True),
        "letters": TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=min_count, sublinear_tf=True),
    }


@dataclass
class Lexical:
    """Turns texts into vectors of length one.

    Attributes:
        vectorizers: find the words and the letter groups.
        projection: a vector for each of these, int8, shape (words and letter groups, dimensions), row by row in memory:
            a short text needs few rows.
        scale: what each row is multiplied by.
    """

    vectorizers: Dict[str, TfidfVectorizer]
    projection: Array
    scale: Array

    @classmethod
    def fit(cls, texts: Sequence[str], dimensions: int, min_count: int) -> Lexical:
        """Learn the vocabulary of two texts or more.

        Args:
            dimensions: at most; few texts have fewer.
            min_count: in so many texts must a word or letter group occur. In fewer than a thousand, one is enough.
        """
        vectorizers = _vectorizers(min_count if len(texts) >= 1000 else 1)
        matrix = hstack([vectorizer.fit_transform(texts) for vectorizer in vectorizers.values()]).tocsr()
        size = min(dimensions, matrix.shape[0] - 1, matrix.shape[1] - 1)
        reduction = TruncatedSVD(n_components=size, n_iter=2, random_state=0).fit(matrix.astype(np.float32))
        return cls(vectorizers, *as_bytes(np.ascontiguousarray(reduction.components_.T)))

    def __post_init__(self) -> None:
        # Asking a vectorizer for these makes them anew each time.
        self._parts = [
            (vectorizer.build_analyzer(), vectorizer.vocabulary_, vectorizer.idf_.astype(np.float32))
            for vectorizer in self.vectorizers.values()
        ]

    def vectors(self, texts: Sequence[str]) -> Array:
        """Shape (texts, dimensions)."""
        matrix = hstack([vectorizer.transform(texts) for vectorizer in self.vectorizers.values()])
        return length_one(csr_matrix(matrix, dtype=np.float32) @ from_bytes(self.projection, self.scale))

    def vector(self, text: str) -> Array:
        """Shape (dimensions,); zero for a text with nothing known in it.

        What ``vectors`` gives, without the matrices: for one text these cost several times as much as the figures in
        them.
        """
        vector = np.zeros(self.projection.shape[1], dtype=np.float32)
        first = 0
        for analyze, vocabulary, idf in self._parts:
            counts = Counter(map(vocabulary.get, analyze(text)))
            counts.pop(None, None)
            if counts:
                places = np.fromiter(counts, dtype=np.intp, count=len(counts))
                often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
                weights = (1 + np.log(often)) * idf[places]
                rows = first + places
                weights *= self.scale[rows] / np.linalg.norm(weights)
                vector += weights @ self.projection[rows].astype(np.float32)
            first += len(vocabulary)
        return length_one(vector)

    def save(self, folder: Path) -> None:
        """Arrays and JSON: nothing in a model can run code."""
        words: Dict[str, Dict[str, int]] = {}
        arrays: Dict[str, Array] = {"projection": self.projection, "scale": self.scale}
        for kind, vectorizer in self.vectorizers.items():
            words[kind] = {name: int(place) for name, place in vectorizer.vocabulary_.items()}
            arrays[f"idf_{kind}"] = vectorizer.idf_.astype(np.float32)
        np.savez(folder / _ARRAYS, **arrays)
        (folder / _WORDS).write_text(json.dumps(words), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Lexical:
        """What ``save`` wrote."""
        words = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        vectorizers = _vectorizers(1)
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            for kind, vectorizer in vectorizers.items():
                vectorizer.vocabulary_ = words[kind]
                vectorizer.idf_ = arrays[f"idf_{kind}"].astype(np.float64)
            return cls(vectorizers, arrays["projection"], arrays["scale"])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class LexicalFeaturizer(LearningFeaturizer[Lexical]):
    """The Rasa component: adds a dense sentence feature under the alias ``lexical``.

    Configuration:
        dimensions: length of the vector.
        min_count: a word or letter group must occur in so many examples (one in a bot of under 1,000 examples).
    """

    kind = Lexical

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {**DenseFeaturizer.get_default_config(), "alias": LEXICAL, "dimensions": 400, "min_count": 2}

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example of an intent that has a text; one alone teaches nothing."""
        texts = [text for example in training_data.intent_examples if (text := normal_text(example))]
        if len(set(texts)) < 2:
            return self._resource
        self._keep(Lexical.fit(texts, self._config["dimensions"], self._config["min_count"]))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the feature to every example."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        if self._learnt is not None and examples:
            vectors = self._learnt.vectors([normal_text(example) for example in examples])
            for example, vector in zip(examples, vectors, strict=True):
                add_vector(example, vector, self._identifier)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the feature to every message and its parts."""
        if self._learnt is not None:
            for message in with_parts(messages):
                add_vector(message, self._learnt.vector(normal_text(message)), self._identifier)
        return messages


def normal_text(message: Message) -> str:
    """One blank between words, curly quotes straight: what a phone's keyboard changes without being asked."""
    text = mended_text(message).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    return " ".join(text.split())
