import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.first_look import FirstLook
from careerbot.nlu.safety import SafetyFirst, SafetySplitter, Suspicion, clauses
from careerbot.nlu.spelling import MENDED_TEXT, SPELLED_TEXT, mended_text
from careerbot.nlu.splitting import CLAUSES, with_parts
from tests.nlu.conftest import EXAMPLES, ask, configured, examples

CRISIS, EMERGENCY = "safety_self_harm", "safety_emergency"
SAD = ["i want to die", "nobody would miss me", "i wont be here tomorrow", "i have no reason to live"]


@pytest.fixture(scope="module")
def small():
    """The small bot, and one intent about a danger."""
    return TrainingData([*examples(*EXAMPLES), *(Message({TEXT: text, INTENT: CRISIS}) for text in SAD)])


@pytest.fixture(scope="module")
def splitter(lasting_workbench, small):
    return lasting_workbench.train(SafetySplitter, small, intents=[CRISIS])


def said(message):
    return [clause.get(TEXT) for clause in message.get(CLAUSES, [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("i want to die", []),
        ("what is the pay?", []),
        ("", []),
        (" \n ", []),
        ("I failed again. I want to die.", ["I failed again.", "I want to die."]),
        ("i failed again, i want to die", ["i failed again", "i want to die"]),
        ("i want to die if i fail and no im not joking", ["i want to die", "i fail", "no im not joking"]),
        ("It pays well. Still, i want to die", ["It pays well.", "Still, i want to die"]),
        ("ok. yes. why", []),
        ("one line here\nand another one there", ["one line here", "and another one there"]),
    ],
)
def test_a_text_falls_into_its_sentences_and_their_clauses(text, found):
    assert clauses(text) == found


@given(st.text(max_size=300) | st.lists(st.sampled_from(["and", ",", ".", "die", "I", "so", "…", "\n"])).map(" ".join))
def test_whatever_is_typed_clauses_are_pieces_of_it_each_once(text):
    found = clauses(text)
    assert all(piece in text for piece in found)
    assert len(set(found)) == len(found) != 1 or len(text) > len(found[0])


def test_a_clause_that_may_be_about_a_danger_is_proposed_and_no_other(splitter):
    assert said(ask(splitter, "how hard is the exam, i want to die, what is the pay")) == ["i want to die"]
    assert said(ask(splitter, "how hard is the exam, and what is the pay")) == []
    assert said(ask(splitter, "i want to die")) == [], "the message itself is looked at anyway"


def test_a_clause_is_a_message_that_others_can_work_on(splitter):
    message = ask(splitter, "is the exam hard. nobody would miss me")
    (clause,) = message.get(CLAUSES)
    assert with_parts([message]) == [message, clause]
    assert mended_text(clause) == "nobody would miss me"


def test_what_was_taken_out_of_a_message_is_looked_at_too(splitter):
    message = Message({TEXT: "nto the exam, i wnat to die", SPELLED_TEXT: "not the exam, i want to die"})
    message.set(MENDED_TEXT, "the exam")
    assert said(splitter.process([message])[0]) == ["i want to die"]


def test_a_trained_one_and_a_loaded_one_say_the_same(splitter, lasting_workbench):
    loaded = lasting_workbench.load(SafetySplitter, intents=[CRISIS])
    assert loaded._learnt == splitter._learnt
    text = "what is the pay, i wont be here tomorrow"
    assert said(ask(loaded, text)) == said(ask(splitter, text)) == ["i wont be here tomorrow"]
    assert [path.suffix for path in lasting_workbench.files(SafetySplitter).iterdir()] == [".json"]


@pytest.mark.parametrize("intents", [[], ["unknown"], [CRISIS, *EXAMPLES]])
def test_without_two_kinds_to_learn_from_nothing_is_proposed(workbench, small, intents):
    component = workbench.train(SafetySplitter, small, intents=intents)
    assert said(ask(component, "is the exam hard, i want to die")) == []
    assert said(ask(workbench.load(SafetySplitter), "is the exam hard, i want to die")) == []


def test_damaged_files_are_an_error(workbench, small):
    workbench.train(SafetySplitter, small, intents=[CRISIS])
    (workbench.files(SafetySplitter) / "suspicion.json").write_text("{", encoding="utf-8")
    with pytest.raises(json.JSONDecodeError):
        workbench.load(SafetySplitter)


def test_suspicion_is_a_probability_whatever_the_words():
    suspicion = Suspicion({"die": 2.0, "to die": 1.0}, -1.0)
    assert suspicion.of("") == pytest.approx(1 / (1 + math.e))
    assert suspicion.of("I want TO DIE, die") == pytest.approx(1 / (1 + math.exp(-2)))
    assert 0 < suspicion.of("die " * 1000) < 1


def test_ten_thousand_characters_are_looked_at(splitter):
    assert "i want to die" in said(ask(splitter, "is the exam hard, " * 600 + "i want to die"))


def message_with(*clause_intents, intent="salary"):
    ranking = [{"name": intent, "confidence": 0.9}, {"name": CRISIS, "confidence": 0.01}]
    message = Message({TEXT: "some words", INTENT: ranking[0], INTENT_RANKING_KEY: ranking})
    parts = [Message({TEXT: "a clause", INTENT: {"name": name, "confidence": score}}) for name, score in clause_intents]
    if parts:
        message.set(CLAUSES, parts)
    return message


def decided(*clause_intents, intent="salary"):
    component = SafetyFirst({**SafetyFirst.get_default_config(), "intents": [CRISIS, EMERGENCY]})
    return component.process([message_with(*clause_intents, intent=intent)])[0]


@pytest.mark.parametrize(
    ("clause_intents", "intent"),
    [
        ([], "salary"),
        ([("exam", 0.9)], "salary"),
        ([(CRISIS, 0.49)], "salary"),
        ([(None, 0.0)], "salary"),
        ([(CRISIS, 0.5)], CRISIS),
        ([("exam", 0.9), (EMERGENCY, 0.6)], EMERGENCY),
        ([(CRISIS, 0.6), (EMERGENCY, 0.7)], EMERGENCY),
        ([(CRISIS, 0.7), (EMERGENCY, 0.6)], CRISIS),
    ],
)
def test_a_clause_that_is_surely_about_a_danger_decides(clause_intents, intent):
    assert decided(*clause_intents).get(INTENT)["name"] == intent


def test_the_ranking_begins_with_the_danger_which_stands_in_it_once():
    ranking = decided((CRISIS, 0.6)).get(INTENT_RANKING_KEY)
    assert ranking == [{"name": CRISIS, "confidence": 0.6}, {"name": "salary", "confidence": 0.9}]
    assert decided((CRISIS, 0.4)).get(INTENT_RANKING_KEY)[0]["name"] == "salary"


def test_a_message_that_is_about_a_danger_already_stays_as_it_is():
    assert decided((CRISIS, 0.99), intent=EMERGENCY).get(INTENT) == {"name": EMERGENCY, "confidence": 0.9}


def test_a_message_without_an_intent_may_still_have_one_about_a_danger():
    message = Message({TEXT: "words", CLAUSES: [Message({INTENT: {"name": CRISIS, "confidence": 0.8}})]})
    component = SafetyFirst({"intents": [CRISIS], "least": 0.5})
    assert component.process([message])[0].get(INTENT)["name"] == CRISIS


def test_a_first_look_leaves_a_message_with_a_clause_in_doubt_to_those_behind(lasting_workbench, lexical, word_pieces):
    data = TrainingData(word_pieces.process(lexical.process(examples(*EXAMPLES))))
    first_look = lasting_workbench.train(FirstLook, data, sure=0.3)
    plain, doubtful = (Message({TEXT: "what is the pay"}) for _ in range(2))
    doubtful.set(CLAUSES, [Message({TEXT: "i want to die"})])
    first_look.process(word_pieces.process(lexical.process([plain, doubtful])))
    assert (plain.get(INTENT) or {}).get("name") == "salary"
    assert doubtful.get(INTENT) is None


def test_both_components_watch_for_the_same_intents():
    dangers = configured(SafetySplitter)["intents"]
    assert dangers == configured(SafetyFirst)["intents"] == [CRISIS, EMERGENCY, "safety_violence"]
