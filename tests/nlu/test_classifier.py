import json

import numpy as np
import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.classifier import SemanticClassifier
from careerbot.nlu.spelling import MENDED_TEXT

EXAMPLES = {
    "salary": ["what is the pay", "how much money do they make", "what do they earn", "hourly wage", "median salary"],
    "school": ["how long is the program", "months of school", "how many years of training", "when would i graduate"],
    "exam": ["is the certification exam hard", "how many questions are on the test", "passing score", "exam topics"],
}


@pytest.fixture(scope="module")
def data(featurizer):
    """Training data of the given intents, with embeddings."""

    def _data(*intents):
        messages = [Message({TEXT: text, INTENT: intent}) for intent in intents for text in EXAMPLES[intent]]
        return TrainingData(featurizer.process(messages))

    return _data


@pytest.fixture(scope="module")
def classify(featurizer):
    """(intent, confidence) in the order of the ranking."""

    def _classify(classifier, text):
        message = classifier.process(featurizer.process([Message({TEXT: text})]))[0]
        ranking = message.get("intent_ranking")
        assert message.get(INTENT) == (ranking[0] if ranking else {"name": None, "confidence": 0.0})
        return [(intent["name"], intent["confidence"]) for intent in ranking]

    return _classify


@pytest.fixture(scope="module")
def classifier(lasting_workbench, data):
    return lasting_workbench.train(SemanticClassifier, data(*EXAMPLES))


def _names(ranking):
    return [name for name, _ in ranking]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("how much does one get paid", "salary"),
        ("WHAT ARE THE WAGES", "salary"),
        ("how much time does the schooling take", "school"),
        ("do people fail the certification test", "exam"),
    ],
)
def test_a_question_in_other_words_gets_its_intent(classifier, classify, text, intent):
    ranking = classify(classifier, text)
    assert ranking[0][0] == intent
    assert ranking[0][1] > 2 * ranking[1][1]


def test_the_ranking_holds_every_intent_once_from_surest_to_least_sure(classifier, classify):
    ranking = classify(classifier, "how much does one get paid")
    assert sorted(_names(ranking)) == sorted(EXAMPLES)
    confidences = [confidence for _, confidence in ranking]
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 <= confidence <= 1 for confidence in confidences)


def test_ranking_length_decides_how_many_intents_are_kept(workbench, data, classify):
    short = workbench.train(SemanticClassifier, data(*EXAMPLES), ranking_length=2)
    assert len(classify(short, "pay")) == 2
    assert len(classify(workbench.load(SemanticClassifier, ranking_length=1), "pay")) == 1


def test_the_ranking_is_json_as_rasa_sends_it(classifier, classify):
    json.dumps(classify(classifier, "pay"))


@pytest.mark.parametrize("text", ["how much does one get paid", "months", "pizza", "is the exam or the school longer"])
def test_a_saved_and_loaded_classifier_ranks_alike(classifier, lasting_workbench, classify, text):
    expected = classify(classifier, text)
    found = classify(lasting_workbench.load(SemanticClassifier), text)
    assert _names(found) == _names(expected)
    assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=2e-3)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_blank_text_has_no_intent(classifier, classify, text):
    assert classify(classifier, text) == []


def test_ten_thousand_characters_get_an_intent(classifier, classify):
    assert classify(classifier, "how much do they earn " * 455)[0][0] == "salary"


@pytest.mark.parametrize("foreign", ["pizza with pineapple", "who won the football game", "xqzjw", "東京"])
def test_a_sentence_out_of_domain_scores_below_one_in_the_domain(classifier, classify, foreign):
    assert classify(classifier, foreign)[0][1] < classify(classifier, "how much does one get paid")[0][1] / 2


def test_an_example_itself_scores_higher_than_the_same_in_other_words(classifier, classify):
    assert classify(classifier, "what is the pay")[0][1] > classify(classifier, "how is the pay there")[0][1]


def test_the_mended_text_is_what_is_classified(classifier, featurizer):
    def ranking(message):
        return classifier.process(featurizer.process([message]))[0].get("intent_ranking")

    assert ranking(Message({TEXT: "sallarry", MENDED_TEXT: "salary"})) == ranking(Message({TEXT: "salary"}))


def test_curly_quotes_and_extra_blanks_make_no_difference_to_the_words(classifier, featurizer):
    def scores(text):
        (message,) = featurizer.process([Message({TEXT: "what's the pay"})])  # the same meaning for both
        message.set(TEXT, text)
        return classifier.process([message])[0].get("intent_ranking")

    assert scores("what’s  the pay ") == scores("what's the pay")


def test_a_saved_classifier_holds_only_plain_arrays_and_json(classifier, lasting_workbench):
    files = sorted(lasting_workbench.files(SemanticClassifier).rglob("*"))
    assert [file.name for file in files] == ["classifier.json", "classifier.npz"]
    assert json.loads(files[0].read_text(encoding="utf-8"))["intents"] == sorted(EXAMPLES)
    with np.load(files[1], allow_pickle=False) as arrays:
        assert all(arrays[name].dtype.kind in "fi" for name in arrays.files)


def test_two_intents_are_enough(workbench, data, classify):
    workbench.train(SemanticClassifier, data("salary", "exam"))
    loaded = workbench.load(SemanticClassifier)
    assert _names(classify(loaded, "what do they get paid")) == ["salary", "exam"]
    assert _names(classify(loaded, "do people fail the test")) == ["exam", "salary"]


def test_one_intent_trains_to_nothing_and_none_is_predicted(workbench, data, classify):
    trained = workbench.train(SemanticClassifier, data("salary"))
    assert classify(trained, "what is the pay") == []
    assert not workbench.files(SemanticClassifier).exists()
    assert classify(workbench.load(SemanticClassifier), "what is the pay") == []


@pytest.mark.parametrize("file", ["classifier.json", "classifier.npz"])
def test_damaged_files_are_an_error_and_no_classifier_that_knows_nothing(workbench, data, file):
    workbench.train(SemanticClassifier, data(*EXAMPLES))
    (workbench.files(SemanticClassifier) / file).write_bytes(b"damaged")
    with pytest.raises(ValueError, match=r".+"):
        workbench.load(SemanticClassifier)


def test_an_example_without_text_is_left_out(workbench, data, classify):
    examples = data(*EXAMPLES).training_examples + [Message({INTENT: "salary"}), Message({TEXT: " ", INTENT: "blank"})]
    trained = workbench.train(SemanticClassifier, TrainingData(examples))
    assert sorted(_names(classify(trained, "pay"))) == sorted(EXAMPLES)


def test_a_missing_embedding_is_an_error_that_says_what_must_come_first(workbench, classifier):
    bare = [Message({TEXT: text, INTENT: intent}) for intent, texts in EXAMPLES.items() for text in texts]
    with pytest.raises(AssertionError, match="SentenceEncoderFeaturizer must come first"):
        workbench.train(SemanticClassifier, TrainingData(bare))
    with pytest.raises(AssertionError, match="SentenceEncoderFeaturizer must come first"):
        classifier.process([Message({TEXT: "pay"})])


def test_two_trainings_give_the_same_scores(workbench, data, classifier, classify):
    again = workbench.train(SemanticClassifier, data(*EXAMPLES))
    for text in ["what is the pay", "months", "pizza"]:
        assert classify(again, text) == classify(classifier, text)
