import pytest
from rasa_sdk import Tracker

from actions.question import Question


def message(*entities, text="", intent="salary_median"):
    found = [{"entity": kind, "value": value} for kind, value in entities]
    return {"text": text, "intent": {"name": intent}, "entities": found}


def read(facts, *entities, before=(), **rest):
    """The question of a message; ``before``: earlier messages."""
    said = [*before, message(*entities, **rest)]
    events = [{"event": "user", "text": each["text"], "parse_data": each} for each in said]
    return Question.from_tracker(Tracker("test", {}, said[-1], events, False, None, {}, None), facts)


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


def test_what_the_last_question_was_about_is_the_context_and_no_name_of_this_one(facts):
    question = read(facts, before=[message(("place", "Texas"), ("place", "Ohio"), intent="certification_required")])
    assert question.context == {"place": ("TX", "OH")}
    assert question.recent("place") == "OH"
    assert question.recent("credential") is None
    assert question.names == {}


def test_a_pronoun_stands_for_the_name_of_the_last_question(facts):
    before = [message(("occupation", "phlebotomist"), ("place", "Texas"), intent="outlook_growth")]
    assert read(facts, text="what do they earn", before=before).names == {"occupation": ("31-9097",)}
    assert read(facts, text="what do they earn there", before=before).names["place"] == ("TX",)
    assert read(facts, text="what do people earn", before=before).names == {}


def test_a_pronoun_does_not_stand_beside_a_name_of_its_kind(facts):
    before = [message(("occupation", "phlebotomist"), intent="outlook_growth")]
    question = read(facts, ("occupation", "dental assistant"), text="do dental assistants like it", before=before)
    assert question.names == {"occupation": ("31-9091",)}
    unknown = read(facts, ("occupation", "wizard"), text="do wizards like it", before=before)
    assert (unknown.names, unknown.unknown) == ({}, {"occupation": ("wizard",)})


def test_a_year_of_long_ago_is_a_number(facts):
    before = [message(("year", "2021"), intent="salary_median")]
    question = read(facts, text="and what did nurses make that year", before=before)
    assert question.years == (2021,)
    assert "year" not in question.names
