import hashlib
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu import encoder, weights
from careerbot.nlu.encoder import SentenceEncoder, SentenceEncoderFeaturizer
from careerbot.nlu.errors import EncoderError
from careerbot.nlu.first_look import SURE
from careerbot.nlu.spelling import MENDED_TEXT
from careerbot.nlu.splitting import PARTS
from tests.nlu.conftest import ask

TEXTS = ["how much do they earn", "salary", "Is the CMA exam hard?", "school " * 60, "¿cuánto ganan?", "🙂", "a"]


@pytest.fixture(scope="module")
def sentence_encoder(featurizer):
    return featurizer._encoder


@pytest.fixture(scope="module")
def encode(sentence_encoder):
    return lambda *texts: sentence_encoder.encode(texts)


@pytest.fixture
def model_files(featurizer, lasting_workbench, tmp_path, monkeypatch):
    """A copy of what training left in a model, to be broken; no encoder is loaded yet."""
    monkeypatch.setattr(encoder, "_loaded", {})
    return shutil.copytree(lasting_workbench.files(SentenceEncoderFeaturizer), tmp_path / "files")


@pytest.fixture
def other_encoder(tmp_path):
    """A folder with weights that are not the expected ones."""
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"other")
    return folder


def _sentence_feature(message):
    return message.get_dense_features(TEXT, [])[1].features


def test_a_text_has_the_same_vector_alone_and_among_others(encode):
    together = encode(*TEXTS)
    alone = np.concatenate([encode(text) for text in TEXTS])
    np.testing.assert_allclose(alone, together, atol=1e-3)


def test_vectors_come_in_the_order_of_the_texts_also_over_several_batches(encode):
    texts = [f"question {'very ' * (number * 7 % 50)}{number}" for number in range(70)]
    together = encode(*texts)
    np.testing.assert_allclose(together[::10], [encode(text)[0] for text in texts[::10]], atol=1e-3)
    closest = (together @ together.T).argmax(axis=1)
    assert closest.tolist() == list(range(70))


def test_the_same_text_gives_the_same_vector_every_time(encode):
    np.testing.assert_array_equal(encode(*TEXTS), encode(*TEXTS))


def test_vectors_have_length_one(encode):
    np.testing.assert_allclose(np.linalg.norm(encode(*TEXTS), axis=1), 1, atol=1e-3)


def test_a_vector_has_384_dimensions_of_float32(encode):
    assert encode("salary").shape == (1, 384)
    assert encode("salary").dtype == np.float32


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_a_blank_text_is_zero_and_leaves_others_alone(encode, blank):
    vectors = encode(blank, "salary")
    assert not vectors[0].any()
    np.testing.assert_allclose(vectors[1], encode("salary")[0], atol=1e-3)


def test_no_texts_are_no_vectors(encode):
    assert len(encode()) == 0


def test_ten_thousand_characters_are_cut_and_no_error(encode):
    long = "salary of a medical assistant " * 334
    assert len(long) > 10_000
    np.testing.assert_array_equal(encode(long), encode(long + "and the weather"))
    assert np.linalg.norm(encode("x" * 10_000)) == pytest.approx(1, abs=1e-3)


def test_max_tokens_decides_where_a_text_is_cut(model_files):
    start = "the pay of a medical assistant"
    cut = SentenceEncoder.load(model_files, 8)
    whole = SentenceEncoder.load(model_files, 128)
    np.testing.assert_allclose(cut.encode([start + " in Texas"]), cut.encode([start + " in Ohio"]), atol=1e-6)
    assert not np.allclose(whole.encode([start + " in Texas"]), whole.encode([start + " in Ohio"]), atol=1e-2)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("how much do they earn", "salary", "weather"),
        ("is it going to rain", "weather", "salary"),
        ("how many months of school", "length of the training program", "working in a hospital"),
        ("drawing blood", "phlebotomy", "billing"),
    ],
)
def test_texts_of_one_meaning_are_nearer_than_others(encode, text, near, far):
    asked, one, other = encode(text, near, far)
    assert asked @ one > asked @ other


def test_the_converted_encoder_says_what_the_original_says(encode):
    import tensorflow as tf
    from transformers import AutoTokenizer, TFAutoModel

    source = str(weights.source_folder(None))
    tokens = AutoTokenizer.from_pretrained(source)(TEXTS, padding=True, return_tensors="tf")
    states = TFAutoModel.from_pretrained(source)(**tokens).last_hidden_state.numpy()
    mask = tf.cast(tokens["attention_mask"], tf.float32).numpy()[:, :, None]
    mean = (states * mask).sum(axis=1) / mask.sum(axis=1)
    original = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    assert ((encode(*TEXTS) * original).sum(axis=1) > 0.998).all(), "int8 weights cost a little"


def test_the_component_adds_one_sentence_feature(featurizer, encode):
    feature = _sentence_feature(ask(featurizer, "how much do they earn"))
    np.testing.assert_allclose(feature, encode("how much do they earn"), atol=1e-3)


def test_the_component_reads_the_mended_text(featurizer, encode):
    message = featurizer.process([Message({TEXT: "phlebotmy", MENDED_TEXT: "phlebotomy"})])[0]
    np.testing.assert_allclose(_sentence_feature(message), encode("phlebotomy"), atol=1e-3)


def test_a_message_and_its_parts_get_features_of_their_own(featurizer, encode):
    parts = [Message({TEXT: "how long is it"}), Message({TEXT: "teh pay", MENDED_TEXT: "the pay"})]
    (message,) = featurizer.process([Message({TEXT: "how long is it and teh pay", PARTS: parts})])
    vectors = [_sentence_feature(one)[0] for one in (message, *parts)]
    expected = encode("how long is it and teh pay", "how long is it", "the pay")
    np.testing.assert_allclose(vectors, expected, atol=1e-3)


def test_examples_without_a_text_get_no_feature(featurizer):
    examples = TrainingData([Message({TEXT: "salary"}), Message({"intent_response_key": "none"})])
    featurizer.process_training_data(examples)
    features = [example.get_dense_features(TEXT, [])[1] for example in examples.training_examples]
    assert [feature is not None for feature in features] == [True, False]


def test_a_loaded_component_gives_the_vectors_of_the_trained_one(featurizer, lasting_workbench, monkeypatch):
    expected = _sentence_feature(ask(featurizer, "salary"))
    monkeypatch.setattr(encoder, "_loaded", {})
    loaded = lasting_workbench.load(SentenceEncoderFeaturizer)
    np.testing.assert_array_equal(_sentence_feature(ask(loaded, "salary")), expected)


def test_the_same_files_give_one_instance_and_another_window_another(featurizer, lasting_workbench):
    once, twice = (lasting_workbench.load(SentenceEncoderFeaturizer)._encoder for _ in range(2))
    assert once is twice is featurizer._encoder
    assert lasting_workbench.load(SentenceEncoderFeaturizer, max_tokens=16)._encoder is not once


def test_a_kept_conversion_is_not_made_again(workbench, featurizer, encoder_cache, monkeypatch):
    monkeypatch.setattr(encoder, "convert", lambda source, target: pytest.fail("converted again"))
    workbench.train(SentenceEncoderFeaturizer, cache=str(encoder_cache))
    assert {file.name for file in workbench.files(SentenceEncoderFeaturizer).iterdir()} == {
        "encoder.xml",
        "encoder.bin",
        "tokenizer.json",
    }


def test_the_installed_weights_are_those_that_the_code_expects():
    file = weights.source_folder(None) / "model.safetensors"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == weights.PACKAGE_SHA256


def test_other_weights_in_a_folder_are_refused_with_file_and_both_hashes(workbench, other_encoder):
    found = hashlib.sha256(b"other").hexdigest()
    with pytest.raises(EncoderError, match=rf"other/model\.safetensors .*{found}, expected {'0' * 64}"):
        workbench.train(SentenceEncoderFeaturizer, model=str(other_encoder), sha256="0" * 64)


def test_other_weights_in_the_package_are_refused_whatever_the_configuration(workbench, tmp_path, monkeypatch):
    package = tmp_path / "made_up_weights"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "model" / "model.safetensors").write_bytes(b"other")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(weights, "PACKAGE", "made_up_weights")
    with pytest.raises(EncoderError, match=f"expected {weights.PACKAGE_SHA256}"):
        workbench.train(SentenceEncoderFeaturizer, sha256=None)


@pytest.mark.parametrize("folder", ["/nowhere", "./nowhere", "nowhere", "~/nowhere", "models/of/nowhere"])
def test_a_missing_folder_is_named(workbench, folder):
    with pytest.raises(EncoderError, match=f"no folder {folder}: give .* a folder with an encoder"):
        workbench.train(SentenceEncoderFeaturizer, model=folder)


def test_a_missing_package_is_named_with_what_to_do(workbench, monkeypatch):
    monkeypatch.setattr(weights, "PACKAGE", "no_such_weights")
    with pytest.raises(EncoderError, match=r"no_such_weights .* is not installed; run: make setup"):
        workbench.train(SentenceEncoderFeaturizer)


def test_missing_weights_are_named_where_a_hash_is_expected_of_them(workbench, tmp_path):
    with pytest.raises(EncoderError, match=rf"no model\.safetensors in {tmp_path}"):
        workbench.train(SentenceEncoderFeaturizer, model=str(tmp_path), sha256="0" * 64)


def test_a_folder_without_an_encoder_is_named(workbench, tmp_path):
    with pytest.raises(EncoderError, match=f"cannot read an encoder from {tmp_path}: "):
        workbench.train(SentenceEncoderFeaturizer, model=str(tmp_path), cache=str(tmp_path / "cache"))


@pytest.mark.parametrize("file", ["encoder.xml", "encoder.bin", "tokenizer.json"])
def test_a_file_missing_from_the_model_is_named_with_what_to_do(model_files, file):
    (model_files / file).unlink()
    with pytest.raises(EncoderError, match=f"the model holds no {file}: train it again"):
        SentenceEncoder.load(model_files, 128)


@pytest.mark.parametrize("file", ["encoder.xml", "encoder.bin", "tokenizer.json"])
def test_a_damaged_file_in_the_model_is_an_error_with_what_to_do(model_files, file):
    (model_files / file).write_bytes(b"broken")
    with pytest.raises(EncoderError, match="cannot be read, train it again: "):
        SentenceEncoder.load(model_files, 128)


def test_a_message_that_was_understood_at_first_look_costs_no_encoding(featurizer, monkeypatch):
    asked = []
    encode = SentenceEncoder.encode
    monkeypatch.setattr(SentenceEncoder, "encode", lambda self, texts: asked.extend(texts) or encode(self, texts))
    sure, other = Message({TEXT: "salary", SURE: True}), Message({TEXT: "exam"})
    featurizer.process([sure, other])
    assert asked == ["exam"]
    assert (sure.features, len(other.features)) == ([], 1)


def test_threads_may_use_it_at_the_same_time(sentence_encoder):
    alone = sentence_encoder.encode(TEXTS)
    with ThreadPoolExecutor(4) as threads:
        for together in threads.map(lambda _: sentence_encoder.encode(TEXTS), range(40)):
            assert np.array_equal(together, alone)
