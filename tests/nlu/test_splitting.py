import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.spelling import MENDED_TEXT, SPELLED_TEXT, mended_text
from careerbot.nlu.splitting import PARTS, QuestionSplitter, asks, pieces, with_parts
from tests.nlu.conftest import ask


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # a word or a comma joins them
        ("how long is the program and what is the pay", ["how long is the program", "what is the pay"]),
        ("how long is it n wats the pay", ["how long is it", "wats the pay"]),
        ("how long is school, what does it pay", ["how long is school", "what does it pay"]),
        ("do they draw blood also can they work nights", ["do they draw blood", "can they work nights"]),
        ("how long is it - what does it pay", ["how long is it", "what does it pay"]),
        ("how long is it & what does it pay", ["how long is it", "what does it pay"]),
        ("how long is it oh and what does it pay", ["how long is it", "what does it pay"]),
        ("how long is it, by the way do i need a GED", ["how long is it", "do i need a GED"]),
        # sentences
        ("How long is it? What does it pay?", ["How long is it?", "What does it pay?"]),
        ("how long is it?what does it pay?", ["how long is it?", "what does it pay?"]),
        ("how long is it\nwhat does it pay", ["how long is it", "what does it pay"]),
        ("how do i pick a school. do they help me find work", ["how do i pick a school.", "do they help me find work"]),
        ("What is the pay? And the hours?", ["What is the pay?", "the hours?"]),
        # nothing joins them
        ("wats the pay do u need a degree", ["wats the pay", "do u need a degree"]),
        ("how much does it cost how long does it take", ["how much does it cost", "how long does it take"]),
        # three
        (
            "how long is school, what's the pay, and do I need a license?",
            ["how long is school", "what's the pay", "do I need a license?"],
        ),
        ("what do they do? what do they earn and is it hard", ["what do they do?", "what do they earn", "is it hard"]),
        # counted
        ("First, how long is it; second, what does it pay", ["how long is it;", "what does it pay"]),
        ("how long is it? one more thing, what is the pay", ["how long is it?", "what is the pay"]),
        ("how long is it? last question: what is the pay", ["how long is it?", "what is the pay"]),
        ("1) the pay 2) how long is it", ["the pay", "how long is it"]),
        ("i have 2 kids. 1. cost of the test? 2. if i fail?", ["i have 2 kids. cost of the test?", "if i fail?"]),
        ("what is the pay now, and later how can i be a nurse", ["what is the pay now", "how can i be a nurse"]),
        (
            "tell me if it is hard and whether they get sick days",
            ["tell me if it is hard", "whether they get sick days"],
        ),
        # a topic, then a question
        ("Price of the program, and how long is it?", ["Price of the program", "how long is it?"]),
        ("starting pay and how do i get hired", ["starting pay", "how do i get hired"]),
        # topics side by side
        ("salary and job outlook", ["salary", "job outlook"]),
        ("pay, hours, and benefits", ["pay", "hours", "benefits"]),
        ("pay / hours", ["pay", "hours"]),
        ("so salary & tuition please", ["salary", "tuition please"]),
        ("what is the pay and the outlook", ["what is the pay", "the outlook"]),
        ("tell me about tuition and grants", ["tell me about tuition", "grants"]),
    ],
)
def test_questions_are_parted(text, parts):
    assert pieces(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "do MAs have clinical and administrative duties",
        "do medical assistants work in hospitals or clinics",
        "hospitals or clinics",
        "do i need a degree or can i just get hired",
        "is it hard or is it easy",
        "can they give shots and draw blood",
        "can I work and go to school",
        "do I need to know how to draw blood",
        "do you know what they earn",
        "which degree do I need",
        "what kind of classes do they take",
        "when I graduate will I earn more",
        "not the pay and the hours",
        "how long is it? not what it pays",
        # a background, then a question, and the other way round
        "I'm a single mom with two kids. How long is the program?",
        "i got laid off, i am 52 and i like people. am i too old",
        "is that a problem? I faint when I see blood.",
        "got an interview friday what questions do they ask",
        # no topics of their own
        "in Texas, what do they earn",
        "single mom of two, can i do it at night",
        "hi there, and how are you",
        "pay, how much is it",
        # numbers that count nothing
        "do i need a 3.0 or can i get in with 2.5",
        "i was 1) lazy and 3) poor, is that bad",
        "question 1) what is the pay",
        # what compares is about both
        "what's the difference between a diploma and a degree",
        "help me choose between a diploma and an associate's",
        "RMA and CMA, which is better",
        "RMA and CMA compared",
        # too long to be topics
        "I want to help people and work in a quiet office with a nice doctor and good pay",
    ],
)
def test_one_question_stays_one(text):
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "what is the pay in Washington D.C. for a beginner",
        "is D.C. a state? ",
        "is Dr. Lee right that it pays well?",
        "is Ms. Lee a medical assistant?",
        "can I get in with a 3.5 GPA?",
        "what is the avg. pay?",
        "how much do they make per hr. in Texas?",
        "do they earn more than 20 an hr. or less?",
        "is St. Louis good for jobs?",
        "is it 24/7?",
        "is 1,000 hours a lot",
        "1,000 hours",
        "24/7",
        "jobs w/o experience",
        "is a nurse vs. an MA the same?",
    ],
)
def test_a_dot_a_comma_or_a_slash_inside_a_word_parts_nothing(text):
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("what is the pay in OH, and how long is school", ["what is the pay in OH", "how long is school"]),
        ("what is the pay in oh, and how long is school", ["what is the pay in oh", "how long is school"]),
        ("what is the pay in Dayton OH and how long is school", ["what is the pay in Dayton OH", "how long is school"]),
        ("is it good in Salem, OR and what is the pay", ["is it good in Salem, OR", "what is the pay"]),
        ("what is the pay in Tulsa, OK and is it hard", ["what is the pay in Tulsa, OK", "is it hard"]),
        ("what is the pay in Hilo, HI, is it hard", ["what is the pay in Hilo, HI", "is it hard"]),
        ("OK what is the pay and is it hard", ["what is the pay", "is it hard"]),
    ],
)
def test_a_state_that_is_spelt_like_a_joining_word_is_kept(text, parts):
    assert pieces(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("What is the pay? Second shift pay?", ["What is the pay?", "Second shift pay?"]),
        ("What is the pay? Last year?", ["What is the pay?", "Last year?"]),
        ("What is the pay? Or?", ["What is the pay?", "Or?"]),
        ("What is the pay? But?", ["What is the pay?", "But?"]),
    ],
)
def test_a_joining_word_stays_where_it_says_something_or_is_all_there_is(text, parts):
    assert pieces(text) == parts


@pytest.mark.parametrize(
    "background", ["I'm 45 and have two kids.", "I live in Ohio and am 35.", "i like kids n have a GED."]
)
def test_what_is_said_of_oneself_is_no_question(background):
    assert pieces(f"{background} is it hard? have wages gone up?") == [
        f"{background} is it hard?",
        "have wages gone up?",
    ]


def test_what_does_not_ask_stays_with_the_next_question_and_at_the_end_with_the_last():
    assert pieces("I am 35. Is it hard? I work days but how long is it? I have kids.") == [
        "I am 35. Is it hard?",
        "I work days but how long is it? I have kids.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hi! How long is the program? Thanks so much!",
        "hello there, could you please tell me what they earn? thank you very much",
        "Good morning. What is the pay, please? Thanks in advance.",
        "ok thanks, what is the pay",
    ],
)
def test_a_greeting_and_thanks_make_no_second_question(text):
    assert pieces(text) == [text]


def test_greetings_and_thanks_belong_to_no_part():
    text = "Hi there! How long is the program? And what is the pay? Thank you for your help!"
    assert pieces(text) == ["How long is the program?", "what is the pay?"]


@pytest.mark.parametrize("text", ["pay?", "what they earn", "so how long", "got told what the pay is", "do i need it"])
def test_what_asks(text):
    assert asks(text)


@pytest.mark.parametrize("text", ["I'm 35", "salary", "I know what they earn", "when I was young", "whatever", ""])
def test_what_does_not_ask(text):
    assert not asks(text)


# -- messages put together from known fragments ------------------------------------------------------------------------

_OPENERS = ["", "Hi! ", "hello there! ", "hey, ", "Good morning. ", "ok thanks. ", "Sorry! "]
_BACKGROUNDS = [
    "",
    "",
    "I'm 35. ",
    "My kids are small. ",
    "I live in Washington D.C. right now. ",
    "Dr. Lee hires us. ",
]
_QUESTIONS = [
    "how long is the program",
    "what is the pay in Portland, OR",
    "do I need a 3.5 GPA",
    "can they give shots and draw blood",
    "is it hard on the back",
    "which exam costs $1,200",
    "how much do they make in Tulsa, OK",
    "are there night classes in OH",
    "should I take out a loan or save first",
]
_JOINTS = [
    " and ",
    ", ",
    ", and ",
    " also ",
    " & ",
    " - ",
    "? ",
    "?? ",
    "? And ",
    "? Plus, ",
    ". ",
    "\n",
    " n ",
    " btw ",
]
_CLOSERS = ["", "?", ".", "? Thanks!", "? thank you so much :)", " ?", "? pls and thx"]


def _words(text):
    return re.findall(r"[\w.,$']*\w", text)


@st.composite
def _assembled(draw):
    """A message, and the words that each of its parts must have."""
    questions = draw(st.lists(st.sampled_from(_QUESTIONS), min_size=2, max_size=4))
    background = draw(st.sampled_from(_BACKGROUNDS))
    text = draw(st.sampled_from(_OPENERS)) + background + questions[0]
    for question in questions[1:]:
        text += draw(st.sampled_from(_JOINTS)) + question
    return text + draw(st.sampled_from(_CLOSERS)), [background + questions[0], *questions[1:]]


@settings(deadline=None, max_examples=500)
@given(_assembled())
def test_no_word_of_a_question_is_lost_and_none_moves_to_another(assembled):
    text, expected = assembled
    assert [_words(piece) for piece in pieces(text)] == [_words(part) for part in expected]


# -- any text ----------------------------------------------------------------------------------------------------------

_BITS = ["and", "what", "is", "the pay", "do", "i", "OH", "in oh", "D.C.", "hi", "thanks", "second", "last", "so", "n"]
_MARKS = ["?", ".", ",", ", ", " - ", "&", "+", "/", "\n", "  ", "'s", "é", "...", "!", ";", ":", "\u2014"]
_messages = st.lists(st.sampled_from(_BITS + _MARKS) | st.text(max_size=4), max_size=40).flatmap(
    lambda bits: st.sampled_from([" ".join(bits), "".join(bits)])
)


@settings(deadline=None, max_examples=1000)
@given(st.text(max_size=1000) | _messages)
@example("What is the pay? Or?")
@example("is it? \u00e9?")
@example("")
def test_any_text_falls_into_pieces_of_its_own_words_in_order(text):
    found = pieces(text)
    assert found == [text] or len(found) > 1
    if len(found) > 1:
        assert all(re.search(r"\w", piece) for piece in found)
        assert all(piece == piece.strip() for piece in found)
    rest = iter(re.findall(r"\w+", text))
    words = [word for piece in found for word in re.findall(r"\w+", piece)]
    assert [word for word in words if word not in rest] == [], "words that are not the text's, or not in its order"


@settings(deadline=None, max_examples=300)
@given(_messages)
@example("pay and hours?")
def test_blanks_around_a_message_make_no_difference(text):
    assert [piece.strip() for piece in pieces(f"  {text}\n")] == [piece.strip() for piece in pieces(text.strip())]


@pytest.mark.parametrize(
    "bit",
    [
        "and ",
        "n & ",
        ", ",
        " ",
        "\t",
        "\n",
        "- ",
        "what and ",
        "ok so and ",
        "? ",
        "&",
        "is i ",
        "for your ",
        "by the ",
    ],
)
@pytest.mark.parametrize("end", ["", "x", "what"])
def test_a_thousand_characters_of_nothing_end_soon(bit, end):
    text = (bit * 1000)[: 1000 - len(end)] + end
    assert pieces(text)


# -- the component -----------------------------------------------------------------------------------------------------


def test_a_message_with_several_questions_gets_a_message_for_each():
    message = ask(QuestionSplitter(), "how long is it and what does it pay")
    assert [part.get(TEXT) for part in message.get(PARTS)] == ["how long is it", "what does it pay"]
    assert message.get(TEXT) == "how long is it and what does it pay"
    assert PARTS not in message.as_dict(only_output_properties=True)


@pytest.mark.parametrize("message", [Message({TEXT: "what is the pay"}), Message({TEXT: ""}), Message({})])
def test_a_message_with_one_question_or_none_is_left_alone(message):
    assert QuestionSplitter().process([message])[0].get(PARTS) is None


def test_the_mended_text_is_parted_and_each_part_is_its_own_mended_text():
    message = Message({TEXT: "hwo long is it and waht pays", MENDED_TEXT: "how long is it and what pays"})
    parts = QuestionSplitter().process([message])[0].get(PARTS)
    assert [part.get(TEXT) for part in parts] == ["how long is it", "what pays"]
    assert [part.get(SPELLED_TEXT) for part in parts] == [mended_text(part) for part in parts]
    assert [mended_text(part) for part in parts] == ["how long is it", "what pays"]


def test_a_message_stands_before_its_parts_and_before_the_next_message():
    several, one = (ask(QuestionSplitter(), text) for text in ("pay and hours", "pay"))
    assert [message.get(TEXT) for message in with_parts([several, one])] == ["pay and hours", "pay", "hours", "pay"]


def test_examples_are_whole_questions():
    examples = TrainingData([Message({TEXT: "how long is it and what does it pay", "intent": "both"})])
    assert QuestionSplitter().process_training_data(examples) is examples
    assert examples.training_examples[0].get(PARTS) is None
