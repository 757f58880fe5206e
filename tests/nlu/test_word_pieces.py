import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.errors import EncoderError
from careerbot.nlu.features import vector_of
from careerbot.nlu.spelling import MENDED_TEXT
from careerbot.nlu.splitting import PARTS
from careerbot.nlu.word_pieces import WORD_PIECES, WordPieceFeaturizer
from tests.nlu.conftest import EXAMPLES, ask, examples

TEXTS = ["how much do they earn", "salary", "Is the CMA exam hard?", "¿cuánto ganan?", "🙂", "a"]


@pytest.fixture(scope="module")
def vector(word_pieces):
    return lambda text: vector_of(ask(word_pieces, text), WORD_PIECES)


@pytest.mark.parametrize("text", TEXTS)
def test_a_vector_has_384_dimensions_and_length_one(vector, text):
    assert vector(text).shape == (384,)
    assert vector(text).dtype == np.float32
    assert np.linalg.norm(vector(text)) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_a_blank_text_is_zero(vector, blank):
    assert not vector(blank).any()


def test_words_of_like_meaning_are_nearer_than_others(vector):
    assert vector("wage") @ vector("salary") > vector("wage") @ vector("exam")


def test_the_order_of_words_does_not_count(vector):
    assert vector("pay or exam") @ vector("exam or pay") == pytest.approx(1, abs=1e-5)


def test_a_rare_word_counts_more_than_one_that_every_example_has(vector):
    """ "the" stands in many examples, "graduate" in one."""
    both = vector("the graduate")
    assert both @ vector("graduate") > both @ vector("the")


def test_ten_thousand_characters_are_no_error_and_are_not_cut(vector):
    assert vector("school " * 1400 + "salary") @ vector("school " * 1400) < 1


def test_the_mended_text_is_what_counts(word_pieces, vector):
    (message,) = word_pieces.process([Message({TEXT: "sallarry", MENDED_TEXT: "salary"})])
    np.testing.assert_array_equal(vector_of(message, WORD_PIECES), vector("salary"))


def test_parts_and_training_examples_get_vectors_too(word_pieces, vector):
    part, example = Message({TEXT: "exam topics"}), Message({TEXT: "salary"})
    word_pieces.process([Message({TEXT: "pay and exam topics", PARTS: [part]})])
    word_pieces.process_training_data(TrainingData([example]))
    np.testing.assert_array_equal(vector_of(part, WORD_PIECES), vector("exam topics"))
    np.testing.assert_array_equal(vector_of(example, WORD_PIECES), vector("salary"))


def test_a_saved_and_loaded_one_gives_the_same_vectors(lasting_workbench, vector):
    loaded = lasting_workbench.load(WordPieceFeaturizer)
    for text in TEXTS:
        np.testing.assert_allclose(vector_of(ask(loaded, text), WORD_PIECES), vector(text), atol=1e-6)


def test_the_vectors_in_the_model_are_small(word_pieces, lasting_workbench):
    files = sorted(lasting_workbench.files(WordPieceFeaturizer).rglob("*"))
    assert [file.name for file in files] == ["tokenizer.json", "word_pieces.npz"]
    assert files[1].stat().st_size < 13_000_000


@pytest.mark.parametrize("file", ["tokenizer.json", "word_pieces.npz"])
def test_damaged_files_are_an_error(workbench, file):
    workbench.train(WordPieceFeaturizer, TrainingData(examples(*EXAMPLES)))
    (workbench.files(WordPieceFeaturizer) / file).write_bytes(b"damaged")
    with pytest.raises(Exception, match=r".+"):
        workbench.load(WordPieceFeaturizer)


def test_without_examples_nothing_is_added(workbench):
    trained = workbench.train(WordPieceFeaturizer, TrainingData())
    for component in (trained, workbench.load(WordPieceFeaturizer)):
        assert ask(component, "pay").features == []


def test_another_file_than_the_expected_one_is_an_error(workbench, tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"other")
    with pytest.raises(EncoderError, match="SHA-256"):
        workbench.train(WordPieceFeaturizer, TrainingData(examples(*EXAMPLES)), model=str(tmp_path), sha256="0" * 64)


def test_a_missing_folder_is_an_error(workbench):
    with pytest.raises(EncoderError, match="no folder"):
        workbench.train(WordPieceFeaturizer, TrainingData(examples(*EXAMPLES)), model="/nowhere/at/all")
