"""Bends the encoder towards a project's intents before it is converted: sentences of one intent move together.

Supervised contrastive learning (Khosla et al., NeurIPS 2020): each step takes a few sentences from each of some
intents; every sentence must be more like those of its own intent than like all others. A hundred small steps are
enough; many more only learn the examples by heart.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Sequence, Tuple

import numpy as np

_TEMPERATURE = 0.05
_MOST_TOKENS = 64


def adapt(network: Any, tokenizer: Any, texts: Sequence[str], labels: Sequence[str], config: Dict[str, Any]) -> None:
    """Train ``network`` (a transformers encoder in TensorFlow) in place; the same input gives the same result.

    Args:
        tokenizer: of the ``tokenizers`` library.
        texts: the examples.
        labels: the intent of each.
        config: ``adapt_steps``, ``adapt_intents`` and ``adapt_examples`` (in each step), ``adapt_rate`` (of learning).
    """
    import tensorflow as tf

    tf.random.set_seed(0)
    steps = config["adapt_steps"]
    schedule = tf.keras.optimizers.schedules.PolynomialDecay(config["adapt_rate"], steps, 0.0)
    optimizer = tf.keras.optimizers.legacy.Adam(schedule)
    weights = [weight for weight in network.trainable_variables if "pooler" not in weight.name]
    token = tf.TensorSpec([None, None], tf.int32)

    @tf.function(input_signature=[token, token, tf.TensorSpec([None], tf.int32)])
    def step(ids: Any, mask: Any, owners: Any) -> None:
        with tf.GradientTape() as tape:
            loss = _loss(pooled(network, ids, mask, training=True), owners)
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))  # noqa: B905 - TensorFlow compiles this

    tokenizer.enable_truncation(_MOST_TOKENS)
    tokenizer.enable_padding()
    for batch, owners in _batches(texts, labels, config):
        encodings = tokenizer.encode_batch(batch)
        ids = np.array([encoding.ids for encoding in encodings], dtype=np.int32)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int32)
        step(ids, mask, np.array(owners, dtype=np.int32))


def pooled(network: Any, ids: Any, mask: Any, training: bool = False) -> Any:
    """Unit vectors, shape (texts, dimensions): the mean of the last layer over the tokens that are there."""
    import tensorflow as tf

    states = network(input_ids=ids, attention_mask=mask, training=training).last_hidden_state
    weights = tf.cast(mask, tf.float32)[:, :, None]
    mean = tf.reduce_sum(states * weights, 1) / tf.maximum(tf.reduce_sum(weights, 1), 1e-9)
    return tf.math.l2_normalize(mean, axis=1)


def _loss(vectors: Any, owners: Any) -> Any:
    """The supervised contrastive loss of a batch; its vectors have length one."""
    import tensorflow as tf

    itself = tf.eye(tf.shape(vectors)[0])
    alike = tf.matmul(vectors, vectors, transpose_b=True) / _TEMPERATURE - 1e9 * itself
    mates = tf.cast(owners[:, None] == owners[None, :], tf.float32) - itself
    likely = alike - tf.reduce_logsumexp(alike, 1, keepdims=True)
    # A sentence that is the only one of its intent has nothing to move to.
    return -tf.reduce_mean(tf.math.divide_no_nan(tf.reduce_sum(likely * mates, 1), tf.reduce_sum(mates, 1)))


def _batches(
    texts: Sequence[str], labels: Sequence[str], config: Dict[str, Any]
) -> Iterator[Tuple[List[str], List[int]]]:
    """Texts of a step and the numbers of their intents; intents with a single example have nothing to move to."""
    draw = np.random.default_rng(0)
    size = config["adapt_examples"]
    places = [np.flatnonzero(np.array(labels) == label) for label in sorted(set(labels))]
    places = [owned for owned in places if len(owned) > 1]
    if len(places) < 2:
        return
    for _ in range(config["adapt_steps"]):
        batch: List[str] = []
        owners: List[int] = []
        for intent in draw.choice(len(places), min(config["adapt_intents"], len(places)), replace=False):
            chosen = draw.choice(places[intent], size, replace=len(places[intent]) < size)
            batch += [texts[place] for place in chosen]
            owners += [int(intent)] * size
        yield batch, owners
