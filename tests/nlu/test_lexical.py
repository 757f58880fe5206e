import json

import numpy as np
import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.features import vector_of
from careerbot.nlu.lexical import LEXICAL, Lexical, LexicalFeaturizer
from careerbot.nlu.spelling import MENDED_TEXT
from careerbot.nlu.splitting import PARTS
from tests.nlu.conftest import EXAMPLES, ask, examples

TEXTS = ["what is the pay", "exam exam pay", "xqzjw 東京", "how many months at school then", ""]


@pytest.fixture(scope="module")
def vector(lexical):
    return lambda text: vector_of(ask(lexical, text), LEXICAL)


@pytest.mark.parametrize("text", TEXTS)
def test_one_text_alone_has_the_vector_it_has_among_others(lexical, text):
    together = lexical._learnt.vectors(TEXTS)
    assert lexical._learnt.vector(text) == pytest.approx(together[TEXTS.index(text)], abs=1e-5)


def test_a_vector_has_length_one_and_that_of_unknown_words_is_zero(vector):
    assert np.linalg.norm(vector("what is the pay")) == pytest.approx(1)
    assert not vector("東京").any()
    assert not vector("").any()


def test_a_slip_of_the_finger_is_nearer_to_the_word_than_another_word(vector):
    assert vector("certifcation") @ vector("certification") > 0.5 > vector("certification") @ vector("wage")


def test_training_examples_and_messages_get_the_same_vectors(lexical, vector):
    data = lexical.process_training_data(TrainingData(examples(*EXAMPLES)))
    for example in data.training_examples:
        assert vector_of(example, LEXICAL) == pytest.approx(vector(example.get(TEXT)), abs=1e-5)


def test_curly_quotes_and_extra_blanks_make_no_difference(vector):
    np.testing.assert_array_equal(vector("what’s  the pay "), vector("what's the pay"))


def test_the_mended_text_is_what_counts(lexical, vector):
    (message,) = lexical.process([Message({TEXT: "sallarry", MENDED_TEXT: "salary"})])
    np.testing.assert_array_equal(vector_of(message, LEXICAL), vector("salary"))


def test_the_parts_of_a_message_get_vectors_too(lexical, vector):
    part = Message({TEXT: "exam topics"})
    lexical.process([Message({TEXT: "pay and exam topics", PARTS: [part]})])
    np.testing.assert_array_equal(vector_of(part, LEXICAL), vector("exam topics"))


def test_a_saved_and_loaded_one_gives_the_same_vectors(lasting_workbench, vector):
    loaded = lasting_workbench.load(LexicalFeaturizer)
    for text in TEXTS:
        assert vector_of(ask(loaded, text), LEXICAL) == pytest.approx(vector(text), abs=2e-3)


def test_a_saved_one_holds_only_plain_arrays_and_json(lexical, lasting_workbench):
    files = sorted(lasting_workbench.files(LexicalFeaturizer).rglob("*"))
    assert [file.name for file in files] == ["lexical.json", "lexical.npz"]
    assert sorted(json.loads(files[0].read_text(encoding="utf-8"))) == ["letters", "words"]
    with np.load(files[1], allow_pickle=False) as arrays:
        assert all(arrays[name].dtype.kind in "fi" for name in arrays.files)


@pytest.mark.parametrize("file", ["lexical.json", "lexical.npz"])
def test_damaged_files_are_an_error(workbench, file):
    workbench.train(LexicalFeaturizer, TrainingData(examples(*EXAMPLES)))
    (workbench.files(LexicalFeaturizer) / file).write_bytes(b"damaged")
    with pytest.raises(ValueError, match=r".+"):
        workbench.load(LexicalFeaturizer)


@pytest.mark.parametrize("texts", [[], ["pay"], ["pay", "pay"], ["pay", " "]])
def test_without_two_texts_there_is_nothing_to_learn_and_nothing_is_added(workbench, texts):
    data = TrainingData([Message({TEXT: text, INTENT: "salary"}) for text in texts])
    trained = workbench.train(LexicalFeaturizer, data)
    for component in (trained, workbench.load(LexicalFeaturizer)):
        assert ask(component, "pay").features == []


def test_dimensions_bound_the_length_of_a_vector():
    assert Lexical.fit(TEXTS, dimensions=2, min_count=1).vector("pay").shape == (2,)


def test_ten_thousand_characters_have_a_vector(vector):
    assert np.linalg.norm(vector("how much do they earn " * 455)) == pytest.approx(1)
