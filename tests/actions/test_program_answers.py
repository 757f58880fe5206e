"""What people type to the questions of "Which program fits me?"."""

from datetime import date

import pytest

from actions.form_answers import is_skip
from actions.form_reading import Heard
from actions.program_answers import QUESTIONS
from tests.data.files import domain

TIME, BUDGET, CREDIT, WHERE, STATE = (question.slot for question in QUESTIONS)


@pytest.fixture
def question(facts):
    """Reads a text as an answer (``ago`` 0) or as something said before."""
    by_slot = {question.slot: question for question in QUESTIONS}

    def ask(slot, text, place=(), ago=0, volunteered=False):
        heard = Heard(text, {"place": tuple(place)} if place else {}, facts, date(2026, 11, 24), ago)
        return by_slot[slot].volunteered(heard) if volunteered else by_slot[slot].read(heard)

    return ask


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a few weeks", "weeks"),
        ("asap", "weeks"),
        ("6 months", "weeks"),
        ("couple of months at most", "weeks"),
        ("about a year", "year"),
        ("under a year", "year"),
        ("9 months", "year"),
        ("18 months", "year"),
        ("two years", "two_years"),
        ("up to two years", "two_years"),
        ("no rush", "two_years"),
        ("at least 2 years", "two_years"),
        ("no", None),
        ("purple", None),
        ("how long is it?", None),
    ],
)
def test_time_is_weighed_against_what_the_schools_take(question, text, value):
    assert question(TIME, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tight", "tight"),
        ("kinda broke tbh", "tight"),
        ("I have no money", "tight"),
        ("i cant afford much", "tight"),
        ("some", "some"),
        ("a little bit", "some"),
        ("fine", "fine"),
        ("money is no problem", "fine"),
        ("GI bill covers it", "fine"),
        ("my parents pay", "fine"),
        ("$500", "some"),
    ],
)
def test_a_feeling_about_money_is_read(question, text, value):
    assert question(BUDGET, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", True),
        ("nope", False),
        ("nursing, hopefully", True),
        ("RN someday", True),
        ("i just want to work", False),
        ("hm", None),
        ("what is college credit?", None),
    ],
)
def test_plans_to_study_further_are_read(question, text, value):
    assert question(CREDIT, text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("online", "online"),
        ("from home pls", "online"),
        ("in person", "in_person"),
        ("on campus", "in_person"),
        ("hybrid", "mixed"),
        ("either", "mixed"),
        ("3", "mixed"),
        ("can I do it online?", None),
    ],
)
def test_how_one_likes_to_learn_is_read(question, text, value):
    assert question(WHERE, text) == value


def test_a_state_is_read_from_its_name_or_a_city_in_it(question, facts):
    assert question(STATE, "Texas", place=["TX"]) == "TX"
    assert question(STATE, "houston", place=[facts.find("place", "Houston")]) == "TX"
    assert question(STATE, "ohio") == "OH"
    assert question(STATE, "Texas or Ohio", place=["TX", "OH"]) is None
    assert question(STATE, "the US", place=["US"]) is None
    assert question(STATE, "narnia") is None


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        (TIME, "i only have 10 months", "year"),
        (TIME, "I need a job right now", "weeks"),
        (TIME, "i have 3 years of experience as a CNA", None),
        (BUDGET, "i have two kids and no money", "tight"),
        (BUDGET, "money is super tight", "tight"),
        (BUDGET, "fine", None),
        (CREDIT, "I want to be a nurse later", True),
        (CREDIT, "i dont want to be a nurse", None),
        (CREDIT, "my mom is a nurse", None),
        (WHERE, "i want to study online", "online"),
        (WHERE, "i dont want to study online", None),
        (WHERE, "i'd rather learn in person", "in_person"),
        (WHERE, "i saw it online", None),
    ],
)
def test_only_what_can_mean_nothing_else_is_taken_from_other_words(question, slot, text, value):
    assert question(slot, text, volunteered=True) == value


def test_a_state_in_other_words_counts_as_ones_own_or_as_just_spoken_of(question):
    assert question(STATE, "I live in Texas", place=["TX"], volunteered=True) == "TX"
    assert question(STATE, "in Texas", place=["TX"], volunteered=True) == "TX"
    assert question(STATE, "what do nurses make in Texas nowadays", place=["TX"], volunteered=True) is None
    assert question(STATE, "what do nurses make in Texas nowadays", place=["TX"], ago=2, volunteered=True) == "TX"
    assert question(STATE, "what do nurses make in Texas nowadays", place=["TX"], ago=4, volunteered=True) is None


@pytest.mark.parametrize("slot", [one.slot for one in QUESTIONS])
def test_a_button_of_a_question_is_an_answer_to_it(question, slot):
    (asked,) = domain()["responses"][f"utter_ask_program_form_{slot}"]
    read = [question(slot, button["payload"]) for button in asked.get("buttons", [])]
    skips = [is_skip(button["payload"]) for button in asked.get("buttons", [])]
    assert all(value is not None or skip for value, skip in zip(read, skips, strict=True))
    assert len(set(read)) == len(read)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.slot)
def test_every_answer_can_be_said_back(asked, facts):
    values = {TIME: ["weeks", "year", "two_years"], BUDGET: ["tight", "some", "fine"], CREDIT: [True, False]}
    values |= {WHERE: ["online", "in_person", "mixed"], STATE: ["TX"]}
    assert all(asked.in_words(value, facts) for value in values[asked.slot])
