"""Which question is asked: two logistic regressions and the nearest training example.

One regression works on the sentence embedding (meaning), one on words and letter groups (spelling), reduced to a few
hundred dimensions. Their mean is multiplied by the largest cosine similarity between the message and the intent's
examples, so a message that is like nothing in the training data scores low for every intent. That is what rejects
questions out of scope, also without examples of them.
"""

from __future__ import annotations

import json
import warnings
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from careerbot.nlu.encoder import Array, SentenceEncoderFeaturizer
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import with_parts

_ARRAYS = "classifier.npz"
_NAMES = "classifier.json"


def _vectorizers(min_count: int) -> Dict[str, TfidfVectorizer]:
    """Words with their neighbours, and groups of letters inside words, which survive most slips of the finger."""
    return {
        "words": TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", ngram_range=(1, 2), min_df=min_count, sublinear_tf=True),
        "letters": TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=min_count, sublinear_tf=True),
    }


@dataclass
class Spelling:
    """Words and letter groups of a text as a short dense vector of length one.

    ``projection`` has shape (words and letter groups, dimensions), row by row in memory: a short text needs few rows.
    """

    vectorizers: Dict[str, TfidfVectorizer]
    projection: Array

    @classmethod
    def fit(cls, texts: Sequence[str], dimensions: int, min_count: int) -> Tuple[Spelling, Array]:
        """Learn the vocabulary; also returns the vectors of ``texts``, shape (texts, dimensions)."""
        # A small bot has too few examples to ask for words that occur twice.
        vectorizers = _vectorizers(min_count if len(texts) >= 1000 else 1)
        matrix = hstack([vectorizer.fit_transform(texts) for vectorizer in vectorizers.values()]).tocsr()
        size = min(dimensions, matrix.shape[0] - 1, matrix.shape[1] - 1)
        reduction = TruncatedSVD(n_components=size, n_iter=2, random_state=0).fit(matrix.astype(np.float32))
        spelling = cls(vectorizers, np.ascontiguousarray(reduction.components_.T, dtype=np.float32))
        return spelling, spelling._reduce(matrix)

    def __post_init__(self) -> None:
        # Asking a vectorizer for these makes them anew each time.
        self._parts = [
            (vectorizer.build_analyzer(), vectorizer.vocabulary_, vectorizer.idf_.astype(np.float32))
            for vectorizer in self.vectorizers.values()
        ]

    def vector(self, text: str) -> Array:
        """Shape (dimensions,); zero for a text with nothing known in it.

        What ``TfidfVectorizer.transform`` and the projection give, without the matrices: for one text these cost
        several times as much as the figures in them.
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
                vector += (weights / np.linalg.norm(weights)) @ self.projection[first + places]
            first += len(vocabulary)
        return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))

    def _reduce(self, matrix: csr_matrix) -> Array:
        vectors = np.asarray(matrix.astype(np.float32) @ self.projection)
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(length, 1e-9))


@dataclass
class Regression:
    """A trained multinomial logistic regression: ``weights`` (features, intents), ``bias`` (intents)."""

    weights: Array
    bias: Array

    @classmethod
    def fit(cls, vectors: Array, labels: Array, config: Dict[str, Any]) -> Regression:
        """Train on vectors (examples, features)."""
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

    def probabilities(self, vectors: Array) -> Array:
        """Shape (texts, intents), rows sum to one."""
        scores = vectors @ self.weights + self.bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(scores / scores.sum(axis=1, keepdims=True))


@dataclass
class Classifier:
    """Everything a prediction needs, without Rasa."""

    intents: List[str]
    spelling: Spelling
    by_meaning: Regression
    by_spelling: Regression
    examples: Array
    owners: Array
    meaning_share: float
    similarity_power: float
    worth: Array

    @classmethod
    def fit(cls, texts: Sequence[str], embeddings: Array, labels: Sequence[str], config: Dict[str, Any]) -> Classifier:
        """Train on texts, their embeddings (texts, dimensions) of length one, and their intents."""
        intents, owners = np.unique(np.array(labels), return_inverse=True)
        spelling, spelled = Spelling.fit(texts, config["spelling_dimensions"], config["min_count"])
        by_meaning = Regression.fit(embeddings, owners, config)
        by_spelling = Regression.fit(spelled, owners, config)
        order = np.argsort(owners, kind="stable")
        return cls(
            list(intents),
            spelling,
            by_meaning,
            by_spelling,
            embeddings[order],
            owners[order],
            config["meaning_share"],
            config["similarity_power"],
            np.array([config["worth"].get(intent, 1.0) for intent in intents], dtype=np.float32),
        )

    def __post_init__(self) -> None:
        self._starts = np.searchsorted(self.owners, np.arange(len(self.intents) + 1))

    def ranking(self, text: str, embedding: Array, length: int) -> List[Tuple[str, float]]:
        """The best ``length`` intents of a text and their scores (0 to 1, not summing to one), best first.

        Args:
            embedding: of the text, shape (dimensions,).
        """
        by_meaning = self.by_meaning.probabilities(embedding[None, :])[0]
        by_spelling = self.by_spelling.probabilities(self.spelling.vector(text)[None, :])[0]
        # A cosine is at most one, so no score is above this.
        most = (self.meaning_share * by_meaning + (1 - self.meaning_share) * by_spelling) * self.worth
        found: List[Tuple[str, float]] = []
        for index in np.argsort(-most, kind="stable"):
            if len(found) >= length and most[index] <= found[length - 1][1]:
                break
            score = min(float(most[index]) * self.similarity(embedding, index) ** self.similarity_power, 1.0)
            found.append((self.intents[index], score))
            found.sort(key=lambda item: -item[1])
        return found[:length]

    def similarity(self, embedding: Array, index: int) -> float:
        """The largest cosine similarity to an example of the intent with this number, none below zero."""
        examples = self.examples[self._starts[index] : self._starts[index + 1]]
        return max(float((examples @ embedding).max()), 0.0)

    def save(self, folder: Path) -> None:
        """Arrays and JSON: nothing in a model can run code."""
        names: Dict[str, Any] = {
            "intents": self.intents,
            "vocabulary": {},
            "meaning_share": self.meaning_share,
            "similarity_power": self.similarity_power,
        }
        arrays: Dict[str, Array] = {}
        for kind, vectorizer in self.spelling.vectorizers.items():
            names["vocabulary"][kind] = {name: int(place) for name, place in vectorizer.vocabulary_.items()}
            arrays[f"idf_{kind}"] = vectorizer.idf_.astype(np.float32)
        arrays["projection"] = self.spelling.projection.astype(np.float16)
        arrays["meaning_weights"], arrays["meaning_bias"] = self.by_meaning.weights, self.by_meaning.bias
        arrays["spelling_weights"], arrays["spelling_bias"] = self.by_spelling.weights, self.by_spelling.bias
        arrays["examples"] = self.examples.astype(np.float16)
        arrays["owners"] = self.owners.astype(np.int32)
        arrays["worth"] = self.worth
        np.savez(folder / _ARRAYS, **arrays)
        (folder / _NAMES).write_text(json.dumps(names), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Classifier:
        """What ``save`` wrote."""
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            vectorizers = _vectorizers(1)
            for kind, vectorizer in vectorizers.items():
                vectorizer.vocabulary_ = names["vocabulary"][kind]
                vectorizer.idf_ = arrays[f"idf_{kind}"].astype(np.float64)
            return cls(
                names["intents"],
                Spelling(vectorizers, arrays["projection"].astype(np.float32)),
                Regression(arrays["meaning_weights"], arrays["meaning_bias"]),
                Regression(arrays["spelling_weights"], arrays["spelling_bias"]),
                arrays["examples"].astype(np.float32),
                arrays["owners"],
                names["meaning_share"],
                names["similarity_power"],
                arrays["worth"],
            )


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SemanticClassifier(IntentClassifier, GraphComponent):
    """The Rasa component. Needs a dense sentence feature, as ``SentenceEncoderFeaturizer`` makes it.

    Configuration:
        ranking_length: how many intents ``intent_ranking`` keeps.
        strength: of the regressions; larger follows the examples more closely.
        iterations: at most so many steps of the solver.
        balanced: whether a rare intent counts as much as one with many examples; if not, a broad intent stays broad.
        meaning_share: how much the sentence's meaning counts; the rest is the words' and letters'.
        worth: a factor for the scores of an intent; above one where wrongly missing it is worse than wrongly naming
            it, as for out-of-scope questions that sound like ours.
        similarity_power: how much likeness to an example counts; more refuses more of what is like none.
        spelling_dimensions: length of the vector of words and letter groups.
        min_count: a word or letter group must occur in so many examples (one in a bot of under 1,000 examples).
    """

    @classmethod
    def required_components(cls) -> List[Type[Featurizer]]:
        """The encoder must come first in the pipeline."""
        return [SentenceEncoderFeaturizer]

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
            "worth": {},
            "spelling_dimensions": 400,
            "min_count": 2,
        }

    def __init__(
        self,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        classifier: Optional[Classifier] = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = classifier

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SemanticClassifier:
        """A component that is not trained yet."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example that has a text and an intent; two intents at least."""
        examples = [example for example in training_data.intent_examples if (example.get(TEXT) or "").strip()]
        labels = [example.get(INTENT) for example in examples]
        if len(set(labels)) < 2:
            return self._resource
        texts = [_normal(mended_text(example)) for example in examples]
        self._classifier = Classifier.fit(texts, _embeddings(examples), labels, self._config)
        with self._model_storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SemanticClassifier:
        """A trained component from the model; an untrained one if there was nothing to learn from.

        Damaged files are an error: a classifier that silently knows nothing would refuse every question.
        """
        with ExitStack() as stack:
            try:
                folder = stack.enter_context(model_storage.read_from(resource))
            except ValueError:  # Rasa's word for a component that has kept nothing
                return cls(config, model_storage, resource)
            return cls(config, model_storage, resource, Classifier.load(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``intent`` and ``intent_ranking`` of every message and its parts; a blank message gets no intent."""
        for message in with_parts(messages):
            text = _normal(mended_text(message))
            ranking: List[Dict[str, Any]] = []
            if text and self._classifier is not None:
                best = self._classifier.ranking(text, _embeddings([message])[0], self._config["ranking_length"])
                ranking = [{"name": intent, "confidence": score} for intent, score in best]
            message.set("intent", ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages


def _normal(text: str) -> str:
    """One blank between words, curly quotes straight: what a phone's keyboard changes without being asked."""
    return " ".join(text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}).split())


def _embeddings(messages: Sequence[Message]) -> Array:
    """The dense sentence features, shape (messages, dimensions)."""
    vectors = []
    for message in messages:
        _, sentence = message.get_dense_features(TEXT, [])
        assert sentence is not None, "no sentence embedding: SentenceEncoderFeaturizer must come first"
        vectors.append(np.asarray(sentence.features)[0])
    return np.array(vectors, dtype=np.float32)
