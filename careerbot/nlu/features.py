"""Vectors of messages, as Rasa's featurizers hand them to its classifiers."""

from __future__ import annotations

from typing import Any, Sequence, Tuple

import numpy as np
import numpy.typing as npt
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message

Array = npt.NDArray[Any]


def add_vector(message: Message, vector: Array, alias: str) -> None:
    """Give a message a dense sentence feature of shape (dimensions,) under a featurizer's alias."""
    message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, alias))


def vector_of(message: Message, alias: str) -> Array:
    """The dense sentence feature of a message, shape (dimensions,).

    Raises:
        AssertionError: no featurizer with this alias stands before the component that asks.
    """
    for feature in message.features:
        if feature.origin == alias and feature.type == FEATURE_TYPE_SENTENCE and feature.is_dense():
            vector: Array = feature.features[0]
            return vector
    raise AssertionError(f"no features of the alias {alias!r}: its featurizer must come first in the pipeline")


def vectors_of(messages: Sequence[Message], alias: str) -> Array:
    """The same of several messages, shape (messages, dimensions), float32."""
    return np.array([vector_of(message, alias) for message in messages], dtype=np.float32)


def length_one(vectors: Array) -> Array:
    """Each vector (of the last axis) with length one; zero stays zero."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), dtype=np.float32)


def as_bytes(vectors: Array) -> Tuple[Array, Array]:
    """Vectors as small integers (int8, same shape) and what each is multiplied by (float32): a quarter of their size.

    A number moves by at most 1/254 of the largest one in its vector.
    """
    scale = np.maximum(np.abs(vectors).max(axis=1) / 127, 1e-12).astype(np.float32)
    return np.round(vectors / scale[:, None]).astype(np.int8), scale


def from_bytes(small: Array, scale: Array) -> Array:
    """The vectors that ``as_bytes`` was given, nearly, float32."""
    return np.asarray(small.astype(np.float32) * scale[:, None])
