import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.nlu.several import QUESTIONS, SEVERAL, Part, SeveralQuestions, chosen
from careerbot.nlu.splitting import PARTS, QuestionSplitter
from tests.nlu.conftest import ask

PAY, LENGTH, HOURS = "pay", "length", "hours"


def choose(whole, *parts, never=("chat_", "out_of_scope")):
    """(number of the part, intent) of each question; ``parts``: scores, or scores and names."""
    made = [Part(*part) if isinstance(part, tuple) else Part(part) for part in parts]
    return [question[:2] for question in chosen(whole, made, 0.3, 0.6, never)]


def test_parts_that_are_understood_as_different_questions_are_questions_in_their_order():
    assert choose({}, {LENGTH: 0.5, PAY: 0.1}, {HOURS: 0.4}, {PAY: 0.9}) == [(0, LENGTH), (1, HOURS), (2, PAY)]


def test_the_score_is_the_part_s_and_the_message_s_and_at_most_one():
    found = chosen({LENGTH: 0.25, PAY: 0.5}, [Part({LENGTH: 0.5}), Part({PAY: 0.75})], 0.3, 0.6, ())
    assert found == [(0, LENGTH, 0.75), (1, PAY, 1.0)]


def test_what_the_message_is_about_helps_a_part_that_leans_on_it():
    assert choose({}, {PAY: 0.9}, {LENGTH: 0.2}) == []
    assert choose({LENGTH: 0.15}, {PAY: 0.9}, {LENGTH: 0.2}) == [(0, PAY), (1, LENGTH)]


def test_what_the_message_is_about_counts_for_one_part_only():
    assert choose({PAY: 0.4}, {PAY: 0.5}, {PAY: 0.2, HOURS: 0.35}) == [(0, PAY), (1, HOURS)]


def test_what_the_message_is_about_is_no_question_if_no_part_has_it():
    assert choose({HOURS: 0.9, PAY: 0.1}, {PAY: 0.6}, {LENGTH: 0.6}) == [(0, PAY), (1, LENGTH)]


def test_a_part_that_is_not_sure_is_no_question():
    assert choose({}, {PAY: 0.9}, {LENGTH: 0.29}) == []
    assert choose({}, {PAY: 0.9}, {LENGTH: 0.3}) == [(0, PAY), (1, LENGTH)]
    assert choose({}, {PAY: 0.9}, {LENGTH: 0.1}, {HOURS: 0.5}) == [(0, PAY), (2, HOURS)]


def test_a_part_that_is_much_less_sure_than_the_message_is_no_question():
    assert choose({PAY: 0.9}, {PAY: 0.9}, {LENGTH: 0.5}) == []
    assert choose({PAY: 0.9}, {PAY: 0.9}, {LENGTH: 0.6}) == [(0, PAY), (1, LENGTH)]


def test_small_talk_is_no_question_but_may_hide_one():
    assert choose({}, {PAY: 0.9}, {"chat_thanks": 0.9}) == []
    assert choose({}, {PAY: 0.9}, {"out_of_scope_weather": 0.9, LENGTH: 0.4}) == [(0, PAY), (1, LENGTH)]
    assert choose({}, {PAY: 0.9}, {"chat_thanks": 0.9}, never=()) == [(0, PAY), (1, "chat_thanks")]
    assert choose({}, {PAY: 0.9}, {"my_chat_": 0.9}) == [(0, PAY), (1, "my_chat_")]


TEXAS, OHIO = (("place", "Texas"),), (("place", "Ohio"),)


def test_the_same_question_twice_is_one():
    assert choose({}, {PAY: 0.9}, {PAY: 0.8}) == []
    assert choose({}, {PAY: 0.9}, {PAY: 0.8}, {LENGTH: 0.8}) == [(0, PAY), (2, LENGTH)]
    assert choose({}, ({PAY: 0.9}, TEXAS), ({PAY: 0.8}, TEXAS), {LENGTH: 0.8}) == [(0, PAY), (2, LENGTH)]
    assert choose({}, ({PAY: 0.9}, TEXAS), {PAY: 0.8}, {LENGTH: 0.8}) == [(0, PAY), (2, LENGTH)]


def test_the_same_question_about_something_else_is_one_more_beside_a_different_question():
    parts = [({PAY: 0.9}, TEXAS), ({PAY: 0.8}, OHIO)]
    assert choose({}, *parts) == []  # its look-up answers both places at once
    assert choose({}, *parts, {LENGTH: 0.8}) == [(0, PAY), (1, PAY), (2, LENGTH)]


@pytest.mark.parametrize("parts", [[], [{}], [{}, {}], [{PAY: 0.9}], [{PAY: 0.9}, {}], [{PAY: 0.0}, {LENGTH: 0.0}]])
def test_nothing_to_choose_from_is_one_question(parts):
    assert choose({}, *parts) == []
    assert choose({PAY: 0.9}, *parts) == []


_INTENTS = [PAY, LENGTH, HOURS, "chat_hi", "chat_bye", "out_of_scope"]
_scores = st.dictionaries(st.sampled_from(_INTENTS), st.floats(0, 1), max_size=4)
_parts = st.lists(st.builds(Part, _scores, st.sampled_from([(), TEXAS, OHIO])), max_size=6)
_never = st.sets(st.sampled_from(["chat_", "chat_bye", "out_of_scope", "le"])).map(tuple)


@settings(deadline=None, max_examples=500)
@given(_scores, _parts, st.floats(0, 1), st.floats(0, 1), _never)
def test_whatever_the_scores_the_questions_are_different_sure_and_in_order(whole, parts, least, share, never):
    found = chosen(whole, parts, least, share, never)
    assert len({intent for _, intent, _ in found}) > 1 or not found
    assert all(earlier < later for (earlier, _, _), (later, _, _) in pairwise(found))
    bound = max(least, share * max(whole.values(), default=0))
    for number, intent, score in found:
        assert intent in parts[number].scores
        assert not any(intent.startswith(beginning) for beginning in never)
        assert min(bound, 1) <= score <= 1
        assert score == min(parts[number].scores[intent] + whole.get(intent, 0), 1) or score == pytest.approx(
            parts[number].scores[intent]
        )
    assert len({(intent, parts[number].names) for number, intent, _ in found}) == len(found)


@settings(deadline=None, max_examples=200)
@given(_scores, _parts, _never)
def test_a_part_that_nobody_understands_changes_nothing(whole, parts, never):
    assert chosen(whole, [*parts, Part({})], 0.3, 0.6, never) == chosen(whole, parts, 0.3, 0.6, never)


# -- the component -----------------------------------------------------------------------------------------------------


def understood(text, *scores, parts=None, entities=()):
    ranking = [{"name": intent, "confidence": score} for intent, score in scores]
    message = Message({TEXT: text, ENTITIES: list(entities)})
    message.set(INTENT, ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
    if parts is not None:
        message.set(PARTS, parts)
    return message


def decide(message, **config):
    return SeveralQuestions({**SeveralQuestions.get_default_config(), **config}).process([message])[0]


OHIO_ENTITY = {"entity": "place", "value": "Ohio", "start": 7, "end": 11}


@pytest.fixture
def double():
    """A message with two questions, as it comes to the component."""
    return understood(
        "pay in Ohio and how long is it, thanks",
        ("nlu_fallback", 0.14),
        (PAY, 0.1),
        parts=[
            understood("pay in Ohio", (PAY, 0.8), (LENGTH, 0.1), entities=[OHIO_ENTITY]),
            understood("how long is it", (LENGTH, 0.6)),
            understood("thanks", ("chat_thanks", 0.9)),
        ],
    )


def test_a_message_with_several_questions_lists_them_in_what_it_was_understood_as(double):
    output = decide(double, never=["chat_"]).as_dict(only_output_properties=True)
    assert output[INTENT] == {"name": SEVERAL, "confidence": pytest.approx(0.6)}
    assert output[INTENT_RANKING_KEY] == [
        output[INTENT],
        {"name": "nlu_fallback", "confidence": 0.14},
        {"name": PAY, "confidence": 0.1},
    ]
    assert output[QUESTIONS] == [
        {
            "text": "pay in Ohio",
            "intent": {"name": PAY, "confidence": pytest.approx(0.9)},
            "entities": [OHIO_ENTITY],
        },
        {"text": "how long is it", "intent": {"name": LENGTH, "confidence": 0.6}, "entities": []},
    ]
    json.dumps(output)


def test_never_is_a_matter_of_the_configuration(double):
    assert [question[INTENT]["name"] for question in decide(double).get(QUESTIONS)] == [PAY, LENGTH, "chat_thanks"]


@pytest.mark.parametrize("config", [{"least": 0.7}, {"share": 5.0}, {"never": [LENGTH, "chat_"]}, {"never": [""]}])
def test_a_message_whose_parts_are_not_two_questions_stays_as_it_was(double, config):
    before = double.as_dict()
    assert decide(double, **{"never": ["chat_"], **config}).as_dict() == before


@pytest.mark.parametrize("parts", [None, []])
def test_a_message_without_parts_stays_as_it_was(parts):
    message = understood("what is the pay", (PAY, 0.9), parts=parts)
    before = message.as_dict()
    assert decide(message).as_dict() == before


def test_a_message_that_nothing_has_classified_stays_as_it_was():
    parts = [Message({TEXT: "pay"}), Message({TEXT: "hours"})]
    assert decide(Message({TEXT: "pay and hours", PARTS: parts})).get(INTENT) is None


@pytest.fixture(scope="module")
def understand(lexical, featurizer, classifier):
    """From splitter to decision with a small classifier: the intents of the message's questions."""

    def _understand(text):
        message = ask(QuestionSplitter(), text)
        for component in (lexical, featurizer, classifier, SeveralQuestions(SeveralQuestions.get_default_config())):
            [message] = component.process([message])
        return [question[INTENT]["name"] for question in message.get(QUESTIONS, [])] or message.get(INTENT)["name"]

    return _understand


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("how long is the program and what is the pay", ["school", "salary"]),
        ("What is the pay? And how long is the program?", ["salary", "school"]),
        ("is the certification exam hard, what do they earn, when would i graduate", ["exam", "salary", "school"]),
        ("what do they earn and what is the pay", "salary"),
        ("what is the pay", "salary"),
        ("how long is the program or how many years of training", "school"),
    ],
)
def test_questions_are_found_from_the_splitter_to_the_decision(understand, text, intents):
    assert understand(text) == intents
