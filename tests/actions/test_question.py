import pytest
from rasa_sdk import Tracker

from actions.question import CONTEXT_SLOTS, Question


def tracker(*entities, text="", intent="salary_median", **slots):
    found = [{"entity": kind, "value": value} for kind, value in entities]
    message = {"text": text, "intent": {"name": intent}, "entities": found}
    return Tracker("test", {**dict.fromkeys(CONTEXT_SLOTS), **slots}, message, [], False, None, {}, None)


def read(facts, *entities, **rest):
    return Question.from_tracker(tracker(*entities, **rest), facts)


@pytest.mark.parametrize(
    ("kind", "surface", "value"),
    [
        ("credential", "CMA", "CMA"),
        ("credential", "nha ccma", "CCMA"),
        ("credential", "Certified Medical Assistant (AAMA)", "CMA"),
        ("occupation", "CNAs", "31-1131"),
        ("occupation", "Licensed Practical Nurse", "29-2061"),
        ("place", "texas", "TX"),
        ("place", "Dallas-Fort Worth-Arlington, TX", "0019100"),
        ("place", "US", "US"),
        ("place", "America", "US"),
        ("setting", "doctor’s office", "621100"),
    ],
)
def test_a_name_becomes_the_value_that_the_fact_base_knows(facts, kind, surface, value):
    question = read(facts, (kind, surface))
    assert question.first(kind) == value
    assert not question.unknown


def test_names_keep_their_order_and_come_once(facts):
    question = read(facts, ("place", "Texas"), ("place", "Ohio"), ("place", "TX"), ("occupation", "nurses"))
    assert question.names["place"] == ("TX", "OH")
    assert question.names["occupation"] == ("29-1141",)


def test_a_name_that_nobody_knows_is_kept_as_typed_and_once(facts):
    question = read(facts, ("place", "Narnia"), ("place", "Narnia"), ("place", "Ohio"))
    assert question.unknown == {"place": ("Narnia",)}
    assert question.names == {"place": ("OH",)}


def test_a_kind_of_entity_that_is_no_name_is_left_out(facts):
    question = read(facts, ("input_problem", "too_long"), ("year", "soon"))
    assert (question.names, question.unknown, question.years) == ({}, {}, ())


def test_years_are_numbers_in_order(facts):
    question = read(facts, ("year", "2021"), ("year", 2024))
    assert question.years == (2021, 2024)
    assert question.year == 2021


def test_a_message_without_anything_is_an_empty_question(facts):
    empty = Tracker("test", {}, {"intent": None, "text": None}, [], False, None, {}, None)
    question = Question.from_tracker(empty, facts)
    assert (question.intent, question.text, question.names, question.year) == ("", "", {}, None)
    assert question.first("place") is None


def test_the_context_slots_are_read_and_no_others(facts):
    question = read(facts, last_lookup="salary_entry", place="TX", input_problem="markup")
    assert set(question.context) == set(CONTEXT_SLOTS)
    assert (question.context["last_lookup"], question.context["place"]) == ("salary_entry", "TX")


def test_about_takes_what_is_left_out_from_the_context(facts):
    question = read(facts, ("place", "Ohio"), occupation="31-9091", place="TX", year="2021").about("salary_entry")
    assert question.intent == "salary_entry"
    assert question.names == {"place": ("OH",), "occupation": ("31-9091",)}
    assert question.year == 2021


def test_about_does_not_put_the_context_in_place_of_an_unknown_name(facts):
    question = read(facts, ("place", "Narnia"), place="TX").about("salary_median")
    assert "place" not in question.names
    assert question.unknown["place"] == ("Narnia",)


def test_about_keeps_a_year_that_the_message_names(facts):
    assert read(facts, ("year", "2023"), year="2021").about("salary_median").years == (2023,)
