"""Short answers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.form_answers import (
    choice,
    clauses,
    correction,
    is_question,
    is_skip,
    is_stop,
    listed,
    plain,
    told,
    yes_no,
)

WAYS = {
    "online": ("online", "from home"),
    "in_person": ("in person", "campus"),
    "mixed": ("mix", "both"),
}


def test_plain_text_has_no_case_no_apostrophes_and_no_punctuation():
    assert plain("  Don’t KNOW -- yet!") == "dont know yet"


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes!",
        "y",
        "yeah i did",
        "yep, since March",
        "Sure",
        "of course",
        "ok",
        "i do",
        "I already did",
        "um yes",
    ],
)
def test_a_yes_is_heard(text):
    assert yes_no(text) is True


@pytest.mark.parametrize(
    "text",
    ["no", "N", "nope", "nah", "not yet", "never", "I haven't finished", "no i didn't", "i dont think so", "well, no"],
)
def test_a_no_is_heard(text):
    assert yes_no(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "not sure",
        "maybe",
        "yes and no",
        "i dont know",
        "i don't understand",
        "no idea",
        "do I have to?",
        "i have two kids",
        "right now i work at a bank",
        "a clinic",
        "n then what",
        "",
        "?",
    ],
)
def test_what_is_neither_yes_nor_no_is_not_taken_for_one(text):
    assert yes_no(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "skip",
        "skip this one please",
        "can we skip that",
        "idk tbh",
        "I'm not really sure yet",
        "dunno",
        "no idea",
        "i'd rather not say",
        "prefer not to answer",
        "don't remember",
        "N/A",
    ],
)
def test_a_question_may_be_passed_over_in_many_words(text):
    assert is_skip(text)
    assert not is_stop(text)


@pytest.mark.parametrize("text", ["no", "not yet", "i can't", "2 years", "online", "stop", "sure", "done"])
def test_an_answer_passes_nothing_over(text):
    assert not is_skip(text)


@pytest.mark.parametrize(
    "text",
    [
        "stop",
        "Stop it!",
        "please stop asking me questions",
        "cancel",
        "nvm",
        "never mind",
        "forget it",
        "i want to quit",
    ],
)
def test_the_wish_to_stop_is_heard(text):
    assert is_stop(text)


@pytest.mark.parametrize(
    "text", ["no", "skip", "i stopped working in May", "I quit my job", "done", "enough", "the deep end"]
)
def test_other_words_stop_nothing(text):
    assert not is_stop(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("online", "online"),
        ("Online?", "online"),
        ("onlien please", "online"),
        ("i guess from home", "online"),
        ("in person, not online", "in_person"),
        ("a mix of both", "mixed"),
        ("the second one", "in_person"),
        ("2", "in_person"),
        ("b", "in_person"),
        ("the last", "mixed"),
        ("option 1", "online"),
        ("not online", None),
        ("online or on campus", None),
        ("what about online?", None),
        ("7", None),
        ("purple", None),
        ("", None),
    ],
)
def test_a_choice_is_read_by_its_names_or_its_place(text, value):
    assert choice(text, WAYS) == value


def test_a_short_phrase_within_a_longer_one_does_not_count():
    assert choice("no money problems", {"tight": ("no money",), "fine": ("no money problems",)}) == "fine"


@pytest.mark.parametrize(
    "text",
    ["how long is it", "and what does it cost?", "can I do evenings", "tell me about it", "i want to know the cost",
     "yes but is it hard", "it costs how much?", "did you get that", "is 2 years ok?"],
)  # fmt: skip
def test_a_question_is_known_by_its_words(text):
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    ["2 years?", "online?", "can do evenings", "was in the army", "in may 2024", "did 3 years as a CNA", "yes", ""],
)
def test_a_hesitant_or_short_answer_is_no_question(text):
    assert not is_question(text)


def test_a_message_falls_into_its_clauses():
    assert clauses("yes, but how much is it? I live in Ohio and want evenings.") == [
        "yes",
        "how much is it?",
        "I live in Ohio",
        "want evenings",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no wait, 3 years", ("surely", "3 years")),
        ("i meant online", ("surely", "online")),
        ("Actually, no", ("maybe", "no")),
        ("sorry, actually I meant Ohio", ("surely", "Ohio")),
        ("change that to yes", ("surely", "yes")),
        ("sorry", ("", "sorry")),
        ("3 years", ("", "3 years")),
        ("", ("", "")),
    ],
)
def test_a_correction_is_known_by_how_it_begins(text, found):
    assert correction(text) == found


@given(st.text(max_size=80))
def test_no_reader_ever_raises(text):
    yes_no(text), is_skip(text), is_stop(text), choice(text, WAYS), is_question(text), correction(text), clauses(text)


@given(
    st.lists(st.sampled_from(listed("yes|no|not|sure|i|dont|have|wait|actually|online|the|2|.|,|?|stop")), max_size=8)
)
def test_no_order_of_common_words_makes_a_reader_raise(words):
    text = " ".join(words)
    yes_no(text), is_skip(text), is_stop(text), choice(text, WAYS), is_question(text), correction(text), clauses(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("did my program 2.5 years ago am i eligible for the ccma", ["did my program 2.5 years ago"]),
        ("with 3 years of work which can i get", ["with 3 years of work"]),
        ("can i take it with 2 years of work and no school?", ["i have 2 years of work", "no school"]),
        ("can i sit for it if i graduated in 2020", ["i graduated in 2020"]),
        ("am i eligible, i'm a student", ["i'm a student"]),
        ("am i eligible for anything im 19 no experience", ["im 19 no experience"]),
        ("can i take the ccma", []),
        ("what if i worked 3 years?", []),
        ("do people with a GED get in?", []),
    ],
)
def test_what_a_message_tells_beside_what_it_asks(text, parts):
    assert told(text) == parts
