import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from careerbot.nlu.focus import WAVED_OFF, Focus, question_alone, waved_off, without
from careerbot.nlu.spelling import MENDED_TEXT


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("not the pay, just the hours", "just the hours"),
        ("i'm not asking about school, what is the pay", "what is the pay"),
        ("what does it cost, I don't mean the exam", "what does it cost"),
    ],
)
def test_what_is_waved_off_is_taken_out(text, asked):
    assert without(text, waved_off(text)) == asked


@pytest.mark.parametrize("text", ["I'm not certified, can I work?", "not the pay", "forget everything", "why not"])
def test_what_states_a_fact_or_stands_alone_stays(text):
    assert waved_off(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("yes please, how much is it", "how much is it"),
        ("no, what does the exam cost?", "what does the exam cost?"),
        ("never mind, how much does the CCMA exam cost", "how much does the CCMA exam cost"),
        ("yeah and how long does it take", "and how long does it take"),
        ("No. Can I do that online?", "Can I do that online?"),
        ("ok sure, tell me about the RMA", "tell me about the RMA"),
        ("nope is it hard", "is it hard"),
        ("no i meant how long does school take", "how long does school take"),
    ],
)
def test_a_yes_or_no_before_a_question_is_taken_out(text, asked):
    assert question_alone(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no thanks",
        "yes do that",
        "yes please do it",
        "yes why not",
        "no I meant the RMA",
        "no not that",
        "okay",
        "ok how",
        "north dakota, how much",
        "yes, you understood me",
        "no that is not what I asked",
    ],
)
def test_a_yes_or_no_without_a_question_stays(text):
    assert question_alone(text) == text


def test_the_component_leaves_what_was_typed_and_says_what_is_to_be_understood():
    [message] = Focus().process([Message({TEXT: "yes please, how much is it"})])
    assert message.get(TEXT) == "yes please, how much is it"
    assert message.get(MENDED_TEXT) == "how much is it"
    assert message.get(WAVED_OFF) == []
