import json

import numpy as np
import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.features import vector_of
from careerbot.nlu.first_look import FirstLook, is_sure
from careerbot.nlu.lexical import LEXICAL
from careerbot.nlu.splitting import PARTS
from careerbot.nlu.word_pieces import WORD_PIECES
from tests.nlu.conftest import EXAMPLES, examples


@pytest.fixture(scope="module")
def glanced(lexical, word_pieces):
    """Messages with the features that a first look needs."""
    return lambda messages: word_pieces.process(lexical.process(messages))


@pytest.fixture(scope="module")
def glance_data(glanced):
    return TrainingData(glanced(examples(*EXAMPLES)))


@pytest.fixture(scope="module")
def first_look(lasting_workbench, glance_data):
    return lasting_workbench.train(FirstLook, glance_data, sure=0.5)


@pytest.fixture(scope="module")
def look(glanced):
    return lambda component, text: component.process(glanced([Message({TEXT: text})]))[0]


@pytest.mark.parametrize(("text", "intent"), [("what is the pay?", "salary"), ("how long is a program", "school")])
def test_a_plain_question_is_understood(first_look, look, text, intent):
    message = look(first_look, text)
    assert is_sure(message)
    ranking = message.get("intent_ranking")
    assert message.get(INTENT) == ranking[0]
    assert (ranking[0]["name"], len(ranking)) == (intent, 3)
    assert 0.5 <= ranking[0]["confidence"] <= 1
    json.dumps(ranking)


@pytest.mark.parametrize("text", ["pizza with pineapple", "the exam or the pay", "xqzjw", "東京", "", " "])
def test_what_is_not_plain_is_left_to_those_behind(first_look, look, text):
    message = look(first_look, text)
    assert not is_sure(message)
    assert message.get(INTENT) is None
    assert message.get("intent_ranking") is None


def test_a_message_with_parts_is_left_to_those_behind_and_so_are_its_parts(first_look, glanced):
    part = Message({TEXT: "what is the pay"})
    (message,) = first_look.process(glanced([Message({TEXT: "what is the pay", PARTS: [part]})]))
    assert not is_sure(message)
    assert not is_sure(part)


def test_the_least_score_decides(workbench, glance_data, look):
    workbench.train(FirstLook, glance_data)
    assert is_sure(look(workbench.load(FirstLook, sure=0.0), "pizza"))
    assert not is_sure(look(workbench.load(FirstLook, sure=1.01), "what is the pay"))


def test_no_sure_question_is_lost_by_looking_at_probabilities_first(first_look, glanced):
    """The shortcut for unsure messages gives what the whole ranking gives."""
    glance = first_look._learnt
    for text in ("pay", "the exam or the pay", "is the exam hard", "pizza"):
        (message,) = glanced([Message({TEXT: text})])
        pieces, words = vector_of(message, WORD_PIECES), vector_of(message, LEXICAL)
        everything = glance.ranking(pieces, words, 0.0, 3)
        for least in (0.1, 0.3, 0.5, 0.7, 0.9):
            wanted = everything if everything[0][1] >= least else []
            assert glance.ranking(pieces, words, least, 3) == wanted


def test_some_intents_are_never_understood_at_first_look(workbench, glance_data, look):
    workbench.train(FirstLook, glance_data)
    careful = workbench.load(FirstLook, sure=0.5, never=["sal", "other"])
    assert not is_sure(look(careful, "what is the pay"))
    assert is_sure(look(careful, "how long is the program"))


def test_the_worth_of_an_intent_counts(workbench, glance_data, look):
    workbench.train(FirstLook, glance_data, worth={"salary": 0.1})
    assert not is_sure(look(workbench.load(FirstLook, sure=0.5), "what is the pay"))


def test_a_saved_and_loaded_one_ranks_alike(first_look, lasting_workbench, look):
    loaded = lasting_workbench.load(FirstLook, sure=0.5)
    for text in ("what is the pay?", "pizza", "passing score"):
        found, wanted = look(loaded, text), look(first_look, text)
        assert is_sure(found) == is_sure(wanted)
        for one, other in zip(found.get("intent_ranking") or [], wanted.get("intent_ranking") or [], strict=True):
            assert one["name"] == other["name"]
            assert one["confidence"] == pytest.approx(other["confidence"], abs=2e-3)


def test_a_saved_one_holds_only_plain_arrays_and_json(first_look, lasting_workbench):
    files = sorted(lasting_workbench.files(FirstLook).rglob("*"))
    assert [file.name for file in files] == ["first_look.json", "first_look.npz"]
    with np.load(files[1], allow_pickle=False) as arrays:
        assert all(arrays[name].dtype.kind in "fi" for name in arrays.files)


@pytest.mark.parametrize("file", ["first_look.json", "first_look.npz"])
def test_damaged_files_are_an_error(workbench, glance_data, file):
    workbench.train(FirstLook, glance_data)
    (workbench.files(FirstLook) / file).write_bytes(b"damaged")
    with pytest.raises(ValueError, match=r".+"):
        workbench.load(FirstLook)


def test_one_intent_trains_to_nothing_and_none_is_sure(workbench, glanced, look):
    trained = workbench.train(FirstLook, TrainingData(glanced(examples("salary"))))
    for component in (trained, workbench.load(FirstLook)):
        assert not is_sure(look(component, "what is the pay"))


def test_missing_features_are_an_error_that_says_what_must_come_first(first_look):
    with pytest.raises(AssertionError, match="'word_pieces': its featurizer must come first"):
        first_look.process([Message({TEXT: "pay"})])
