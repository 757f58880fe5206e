import json

import numpy as np
import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.classifier import SemanticClassifier
from careerbot.nlu.encoder import MEANING
from careerbot.nlu.features import add_vector, length_one, vector_of
from careerbot.nlu.first_look import SURE
from careerbot.nlu.lexical import LEXICAL
from careerbot.nlu.scoring import Nearest
from careerbot.nlu.spelling import MENDED_TEXT
from careerbot.nlu.splitting import PARTS
from tests.nlu.conftest import EXAMPLES


@pytest.fixture(scope="module")
def classify(featurized):
    """(intent, confidence) in the order of the ranking."""

    def _classify(classifier, text):
        message = classifier.process(featurized([Message({TEXT: text})]))[0]
        ranking = message.get("intent_ranking")
        assert message.get(INTENT) == (ranking[0] if ranking else {"name": None, "confidence": 0.0})
        return [(intent["name"], intent["confidence"]) for intent in ranking]

    return _classify


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


def test_the_mended_text_is_what_is_classified(classifier, featurized):
    def ranking(message):
        return classifier.process(featurized([message]))[0].get("intent_ranking")

    assert ranking(Message({TEXT: "sallarry", MENDED_TEXT: "salary"})) == ranking(Message({TEXT: "salary"}))


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


def test_missing_features_are_an_error_that_says_what_must_come_first(workbench, classifier):
    bare = [Message({TEXT: text, INTENT: intent}) for intent, texts in EXAMPLES.items() for text in texts]
    with pytest.raises(AssertionError, match="'meaning': its featurizer must come first"):
        workbench.train(SemanticClassifier, TrainingData(bare))
    with pytest.raises(AssertionError, match="'meaning': its featurizer must come first"):
        classifier.process([Message({TEXT: "pay"})])


def test_two_trainings_give_the_same_scores(workbench, data, classifier, classify):
    again = workbench.train(SemanticClassifier, data(*EXAMPLES))
    for text in ["what is the pay", "months", "pizza"]:
        assert classify(again, text) == classify(classifier, text)


# -- options -----------------------------------------------------------------------------------------------------------


def test_a_larger_similarity_power_lowers_what_is_like_no_example_and_leaves_an_example(
    workbench, data, classifier, classify
):
    refusing = workbench.train(SemanticClassifier, data(*EXAMPLES), similarity_power=3.0)
    foreign, ours = "pizza with pineapple", "what is the pay"
    assert classify(refusing, foreign)[0][1] < classify(classifier, foreign)[0][1] / 5
    assert classify(refusing, ours)[0][1] == pytest.approx(classify(classifier, ours)[0][1], rel=0.01)


def test_without_similarity_power_only_the_regressions_speak(workbench, data, classify):
    trusting = workbench.train(SemanticClassifier, data(*EXAMPLES), similarity_power=0.0)
    scores = [score for _, score in classify(trusting, "pizza with pineapple")]
    assert sum(scores) == pytest.approx(1)


def test_a_text_that_is_the_contrary_of_every_example_scores_zero_whatever_the_power(workbench, featurized):
    (message,) = featurized([Message({TEXT: "what is the pay"})])
    examples = [Message({TEXT: text, INTENT: intent}) for intent, texts in EXAMPLES.items() for text in texts]
    contrary = -vector_of(message, MEANING)[None, :]
    for example in featurized(examples):
        (meaning,) = [feature for feature in example.features if feature.origin == MEANING]
        meaning.features = contrary
    # Fractions of a negative number are none.
    trained = workbench.train(SemanticClassifier, TrainingData(examples), similarity_power=0.5)
    assert [intent["confidence"] for intent in trained.process([message])[0].get("intent_ranking")] == [0, 0, 0]


@pytest.fixture
def lopsided(featurized):
    """Many examples of one intent, one of the other."""
    texts = [*EXAMPLES["school"], "is the program long", "length of the course", "weeks of class", "how many semesters"]
    examples = [Message({TEXT: text, INTENT: "school"}) for text in texts]
    return TrainingData(featurized([*examples, Message({TEXT: "is the exam hard", INTENT: "exam"})]))


def test_a_balanced_classifier_lets_a_rare_intent_win_where_it_otherwise_loses(workbench, lopsided, classify):
    broad = workbench.train(SemanticClassifier, lopsided, strength=1.0)
    fair = workbench.train(SemanticClassifier, lopsided, strength=1.0, balanced=True)
    assert _names(classify(broad, "is the test difficult")) == ["school", "exam"]
    assert _names(classify(fair, "is the test difficult")) == ["exam", "school"]
    assert _names(classify(fair, "how long is the program")) == ["school", "exam"]


def test_fewer_iterations_stop_the_solver_earlier_and_say_nothing_of_it(workbench, data, classify, recwarn):
    def sure(iterations):
        trained = workbench.train(SemanticClassifier, data(*EXAMPLES), iterations=iterations)
        return classify(trained, "how much does one get paid")[0][1]

    once, few, many = sure(1), sure(5), sure(1000)
    assert once < few
    assert once < many
    assert [warning for warning in recwarn if "converge" in str(warning.message)] == []


def test_meaning_share_weighs_meaning_against_spelling(workbench, data, featurized):
    # The words say one thing and the meaning another.
    message = Message({TEXT: "what is the pay"})
    add_vector(message, vector_of(*featurized([Message({TEXT: "what is the pay"})]), MEANING), MEANING)
    add_vector(message, vector_of(*featurized([Message({TEXT: "passing score"})]), LEXICAL), LEXICAL)

    def best(share):
        trained = workbench.train(SemanticClassifier, data(*EXAMPLES), meaning_share=share, similarity_power=0.0)
        return trained.process([message])[0].get(INTENT)["name"]

    assert (best(1.0), best(0.0)) == ("salary", "exam")


def test_the_worth_of_an_intent_is_a_factor_of_its_score_which_stays_at_most_one(workbench, data, classifier, classify):
    dear = workbench.train(SemanticClassifier, data(*EXAMPLES), worth={"exam": 3.0, "school": 0.5, "no intent": 9.0})
    plain, weighed = (dict(classify(one, "months of training for the test")) for one in (classifier, dear))
    assert weighed == pytest.approx(
        {"salary": plain["salary"], "school": plain["school"] / 2, "exam": min(plain["exam"] * 3, 1)}
    )
    assert dict(classify(dear, "exam topics"))["exam"] == 1


def test_every_option_of_the_scores_travels_in_the_model(workbench, data, classify):
    options = {"similarity_power": 2.5, "balanced": True, "meaning_share": 0.8, "worth": {"school": 0.5}}
    options["neighbour_share"] = 0.4
    trained = workbench.train(SemanticClassifier, data(*EXAMPLES), **options)
    plain = workbench.load(SemanticClassifier)
    for text in ["months", "pizza with pineapple", "how much does one get paid"]:
        expected = classify(trained, text)
        assert _names(classify(plain, text)) == _names(expected)
        assert dict(classify(plain, text)) == pytest.approx(dict(expected), abs=2e-3)


def test_the_parts_of_a_message_are_classified_too(classifier, featurized):
    parts = [Message({TEXT: text}) for text in ("what is the pay", " ", "exam topics")]
    (message,) = classifier.process(featurized([Message({TEXT: "months of school", PARTS: parts})]))
    assert message.get(INTENT)["name"] == "school"
    assert [part.get(INTENT)["name"] for part in parts] == ["salary", None, "exam"]
    assert [len(part.get("intent_ranking")) for part in parts] == [3, 0, 3]


@pytest.mark.parametrize("worth", [{}, {"exam": 1.4}, {"salary": 0.3}])
def test_the_ranking_leaves_out_no_intent_that_belongs_in_it(workbench, data, featurized, worth):
    """The scores of all intents, worked out one by one, say the same."""
    trained = workbench.train(SemanticClassifier, data(*EXAMPLES), worth=worth)._learnt
    for text in ("pay", "is the exam longer than the school", "pizza", "median salary of the exam"):
        (message,) = featurized([Message({TEXT: text})])
        meaning, words = vector_of(message, MEANING), vector_of(message, LEXICAL)
        means = 0.5 * trained.by_meaning.probabilities(meaning) + 0.5 * trained.by_words.probabilities(words)
        scores = {
            intent: min(means[place] * max(trained.nearest.cosines(meaning, place)) * worth.get(intent, 1.0), 1.0)
            for place, intent in enumerate(trained.nearest.intents)
        }
        everything = sorted(scores.items(), key=lambda item: -item[1])
        for length in (1, 2, 3):
            ranking = trained.ranking(meaning, words, length)
            assert [name for name, _ in ranking] == [name for name, _ in everything[:length]]
            assert [score for _, score in ranking] == pytest.approx([score for _, score in everything[:length]])


def nearest_of(vectors, owners, share):
    intents = [f"intent {number}" for number in range(max(owners) + 1)]
    config = {"similarity_power": 0.0, "worth": {}, "neighbour_share": share}
    return Nearest.fit(intents, length_one(np.array(vectors, dtype=np.float32)), np.array(owners), config)


def test_the_nearest_examples_have_their_share_in_the_score():
    nearest = nearest_of([[1, 0], [1, 0.01], [0, 1]], [0, 0, 1], 0.5)
    ranking = dict(nearest.ranking(np.array([0.2, 0.8]), np.array([1.0, 0.0]), 2))
    assert ranking == pytest.approx({"intent 0": 0.6, "intent 1": 0.4}, abs=1e-3)
    alone = dict(
        nearest_of([[1, 0], [1, 0.01], [0, 1]], [0, 0, 1], 0.0).ranking(np.array([0.2, 0.8]), np.array([1.0, 0.0]), 2)
    )
    assert alone == pytest.approx({"intent 0": 0.2, "intent 1": 0.8})


def test_of_many_examples_only_the_ten_nearest_vote_whatever_the_size_of_their_intents():
    crowd = [[1, 1 + number / 100] for number in range(100)]
    nearest = nearest_of([*[[1, 0]] * 10, *crowd], [0] * 10 + [1] * 100, 1.0)
    assert dict(nearest.ranking(np.array([0.5, 0.5]), np.array([1.0, 0.0]), 2)) == pytest.approx(
        {"intent 0": 1.0, "intent 1": 0.0}
    )


def test_an_intent_that_is_not_among_the_likeliest_has_no_score_at_all():
    nearest = nearest_of([[1, number] for number in range(30)], list(range(30)), 0.3)
    probabilities = np.linspace(0.9, 0.1, 30)
    ranking = nearest.ranking(probabilities / probabilities.sum(), np.array([1.0, 0.0]), 10)
    assert len(ranking) == 10
    assert {name for name, _ in ranking} <= {f"intent {number}" for number in range(20)}


def test_a_message_that_was_understood_at_first_look_keeps_its_intent(classifier):
    sure = Message({TEXT: "what is the pay", INTENT: {"name": "exam", "confidence": 0.9}, SURE: True})
    assert classifier.process([sure])[0].get(INTENT) == {"name": "exam", "confidence": 0.9}
