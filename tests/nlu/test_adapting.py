"""Adapting an encoder: few steps on few sentences with a small network; the component once with the real one."""

import numpy as np
import pytest
import tensorflow as tf
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer
from transformers import BertConfig, TFBertModel

from careerbot.nlu import encoder, weights
from careerbot.nlu.adapting import adapt, pooled
from careerbot.nlu.encoder import SentenceEncoderFeaturizer
from careerbot.nlu.spelling import MENDED_TEXT
from tests.nlu.conftest import Workbench, ask

# Sentences of an intent that have little in common but their intent.
INTENTS = {
    "morning": ["the red bicycle", "seven loud trumpets", "soup with noodles"],
    "evening": ["a wooden ladder", "cheap train tickets", "my aunt is tall"],
    "night": ["rain on the roof", "a jar of honey", "who drew this map"],
}
TEXTS = [text for texts in INTENTS.values() for text in texts]
LABELS = [intent for intent, texts in INTENTS.items() for _ in texts]
STEPS = {"adapt_steps": 8, "adapt_intents": 3, "adapt_examples": 2}


def _togetherness(vectors):
    """How much more alike sentences of one intent are than sentences of two."""
    cosines = vectors @ vectors.T
    labels = np.array(LABELS)
    same = labels[:, None] == labels
    others = ~np.eye(len(labels), dtype=bool)
    return cosines[same & others].mean() - cosines[~same].mean()


class Network:
    """A small encoder with the words of the real one; every run begins with the same weights."""

    def __init__(self):
        tf.random.set_seed(1)
        size = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
        self.tokenizer = Tokenizer.from_file(str(weights.source_folder(None) / weights.TOKENIZER))
        self.network = TFBertModel(BertConfig(vocab_size=self.tokenizer.get_vocab_size(), **size))
        self.network(self.network.dummy_inputs)
        self.begin = self.network.get_weights()

    def run(self, texts=TEXTS, labels=LABELS, **config):
        """Vectors of ``TEXTS`` after adapting to the given sentences."""
        self.network.set_weights(self.begin)
        adapt(self.network, self.tokenizer, texts, labels, {**STEPS, "adapt_rate": 5e-3, **config})
        return self.vectors()

    def vectors(self):
        self.tokenizer.no_truncation()
        self.tokenizer.enable_padding()
        encodings = self.tokenizer.encode_batch(TEXTS)
        ids = np.array([encoding.ids for encoding in encodings], dtype=np.int32)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int32)
        return np.asarray(pooled(self.network, ids, mask))


@pytest.fixture(scope="module")
def network():
    return Network()


@pytest.fixture(scope="module")
def before(network):
    network.network.set_weights(network.begin)
    return network.vectors()


@pytest.fixture(scope="module")
def adapted(network):
    return network.run()


def test_sentences_of_an_intent_move_together_and_away_from_others(before, adapted):
    assert _togetherness(adapted) > _togetherness(before) + 0.1


def test_vectors_still_have_length_one(adapted):
    np.testing.assert_allclose(np.linalg.norm(adapted, axis=1), 1, atol=1e-5)


def test_more_steps_and_a_larger_rate_move_them_further(network, before, adapted):
    few, slow = network.run(adapt_steps=2), network.run(adapt_rate=1e-6)
    assert _togetherness(before) < _togetherness(few) < _togetherness(adapted)
    assert np.abs(slow - before).max() < np.abs(adapted - before).max() / 10


def test_the_same_input_gives_the_same_vectors(network, adapted):
    np.testing.assert_array_equal(network.run(), adapted)


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        ([], []),
        (["the red bicycle"], ["morning"]),
        (INTENTS["morning"], ["morning"] * 3),  # nothing to move away from
        (["the red bicycle", "a wooden ladder"], ["morning", "evening"]),  # nothing to move to
        (["the red bicycle", "soup", "a wooden ladder"], ["morning", "morning", "evening"]),
    ],
)
def test_too_few_sentences_or_intents_to_learn_from_change_nothing(network, before, texts, labels):
    np.testing.assert_array_equal(network.run(texts, labels), before)


def test_an_intent_with_one_sentence_is_left_out_of_the_others_learning(network, adapted):
    alone = network.run([*TEXTS, "a lonely sentence"], [*LABELS, "single"])
    np.testing.assert_array_equal(alone, adapted)


@pytest.mark.parametrize("config", [{"adapt_intents": 100}, {"adapt_examples": 5}])
def test_more_intents_or_sentences_in_a_step_than_there_are_is_no_error(network, before, config):
    found = network.run(**config, adapt_steps=2)
    assert np.isfinite(found).all()
    assert _togetherness(found) > _togetherness(before)


def test_one_example_in_a_step_teaches_nothing_and_spoils_nothing(network, before):
    np.testing.assert_allclose(network.run(adapt_examples=1, adapt_steps=2), before, atol=1e-5)


def test_a_long_sentence_is_cut_and_no_error(network):
    assert np.isfinite(network.run([*TEXTS[:-1], "word " * 600], LABELS, adapt_steps=1)).all()


# -- the component, with the real encoder ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("adapted")


@pytest.fixture(scope="module")
def adapting(folder):
    """A component, trained; its examples are mended, and one has no text."""
    examples = [
        Message({TEXT: "?", MENDED_TEXT: text, INTENT: label}) for text, label in zip(TEXTS, LABELS, strict=True)
    ]
    examples += [Message({INTENT: "morning"})]
    return Workbench(folder / "model").train(
        SentenceEncoderFeaturizer, TrainingData(examples), **STEPS, adapt_rate=1e-4, cache=str(folder / "cache")
    )


def _features(component):
    return np.array([ask(component, text).get_dense_features(TEXT, [])[1].features[0] for text in TEXTS])


def test_the_component_encodes_with_the_adapted_network(adapting, featurizer):
    assert SentenceEncoderFeaturizer.get_default_config()["adapt_steps"] == 0
    assert _togetherness(_features(adapting)) > _togetherness(_features(featurizer)) + 0.1
    np.testing.assert_allclose(np.linalg.norm(_features(adapting), axis=1), 1, atol=1e-3)


def test_an_adapted_encoder_is_loaded_from_the_model_as_it_was_trained(adapting, folder, monkeypatch):
    expected = _features(adapting)
    monkeypatch.setattr(encoder, "_loaded", {})
    loaded = Workbench(folder / "model").load(SentenceEncoderFeaturizer, **STEPS)
    np.testing.assert_array_equal(_features(loaded), expected)


def test_an_adapted_encoder_is_not_kept_for_other_trainings(adapting, folder):
    assert not (folder / "cache").exists()


@pytest.fixture
def taught(workbench, featurizer, monkeypatch):
    """The sentences and intents that a component would adapt its encoder to."""
    kept = {}
    monkeypatch.setattr(
        encoder, "adapt", lambda network, tokenizer, texts, labels, config: kept.update(zip(texts, labels, strict=True))
    )
    monkeypatch.setattr(encoder, "read", lambda source: (None, None))
    monkeypatch.setattr(encoder, "convert", lambda network, tokenizer, target: None)
    monkeypatch.setattr(encoder.SentenceEncoder, "load", lambda folder, max_tokens: featurizer._encoder)

    def _taught(*examples, **config):
        workbench.train(SentenceEncoderFeaturizer, TrainingData(list(examples)), **{**STEPS, **config})
        return kept

    return _taught


def test_the_encoder_is_adapted_to_the_mended_examples_of_all_intents_but_those_left_out(taught):
    found = taught(
        Message({TEXT: "wats the pay", MENDED_TEXT: "what is the pay", INTENT: "pay"}),
        Message({TEXT: "how long", INTENT: "length"}),
        Message({TEXT: "will it rain", INTENT: "other"}),
        Message({INTENT: "pay"}),
        Message({TEXT: "no intent"}),
        adapt_without=["other"],
    )
    assert found == {"what is the pay": "pay", "how long": "length"}


def test_without_steps_nothing_is_adapted(taught, encoder_cache):
    assert taught(Message({TEXT: "how long", INTENT: "length"}), adapt_steps=0, cache=str(encoder_cache)) == {}
