"""A multinomial logistic regression for many examples and many intents, trained in seconds.

The loss is scikit-learn's, and so is the way down (L-BFGS of SciPy). scikit-learn 1.1, the last that Rasa allows,
multiplies matrices of doubles on one core for it, which took 100 s for 25,000 examples of 134 intents; TensorFlow,
which Rasa brings, multiplies floats on all cores and takes 9 s (docs/benchmarks.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Tuple

import numpy as np
from scipy.optimize import minimize

from careerbot.nlu.features import Array

_TOLERANCE = 1e-3
"""Training ends when no slope is steeper than this. Stopping before the last digits settle costs no accuracy."""


@dataclass
class Regression:
    """A trained multinomial logistic regression: ``weights`` (features, intents), ``bias`` (intents)."""

    weights: Array
    bias: Array

    @classmethod
    def fit(cls, vectors: Array, labels: Array, config: Dict[str, Any]) -> Regression:
        """Train on vectors (examples, features).

        Args:
            labels: the number of each example's intent, from zero; every number occurs.
            config: ``strength`` (larger follows the examples more closely), ``iterations`` (at most so many steps),
                ``balanced`` (whether a rare intent counts as much as one with many examples).
        """
        features, counts = vectors.shape[1], np.bincount(labels)
        worth = len(labels) / (len(counts) * counts) if config["balanced"] else np.ones(len(counts))
        examples_loss = _loss_of(vectors, labels, worth[labels])
        pull = 1 / config["strength"]

        def loss(flat: Array) -> Tuple[float, Array]:
            table = flat.reshape(features + 1, len(counts))
            value, slope = examples_loss(table)
            slope[:-1] += pull * table[:-1]
            return value + 0.5 * pull * float((table[:-1] ** 2).sum()), slope.ravel()

        found = minimize(
            loss,
            np.zeros((features + 1) * len(counts)),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": config["iterations"], "gtol": _TOLERANCE},
        )
        table = found.x.reshape(features + 1, len(counts)).astype(np.float32)
        return cls(table[:-1], table[-1])

    def probabilities(self, vector: Array) -> Array:
        """Of a text's vector (features,): shape (intents,), the sum is one."""
        scores = vector @ self.weights + self.bias
        scores = np.exp(scores - scores.max())
        return np.asarray(scores / scores.sum())


def _loss_of(vectors: Array, labels: Array, worth: Array) -> Any:
    """A function from a table (features and one more row for the bias, intents) to the examples' cross-entropy and
    its slope, float64 and of the table's shape.

    Args:
        worth: how much each example counts.
    """
    # Only training comes here: importing this takes seconds and hundreds of megabytes.
    import tensorflow as tf

    inputs = tf.constant(vectors, tf.float32)
    targets, weights = tf.constant(labels, tf.int32), tf.constant(worth, tf.float32)

    @tf.function(input_signature=[tf.TensorSpec([None, None], tf.float32), tf.TensorSpec([None], tf.float32)])
    def loss(table: Any, bias: Any) -> Any:
        with tf.GradientTape() as tape:
            tape.watch((table, bias))
            scores = tf.matmul(inputs, table) + bias
            each = tf.nn.sparse_softmax_cross_entropy_with_logits(targets, scores)
            # Floats would lose the last digits of a sum of so many.
            whole = tf.reduce_sum(tf.cast(each * weights, tf.float64))
        return whole, tape.gradient(whole, (table, bias))

    def of_table(table: Array) -> Tuple[float, Array]:
        small = table.astype(np.float32)
        value, (slope, slope_of_bias) = loss(small[:-1], small[-1])
        return float(value), np.vstack([slope.numpy(), slope_of_bias.numpy()]).astype(np.float64)

    return of_table
