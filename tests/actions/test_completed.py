import pytest

from actions.completed import completed
from actions.names import Read, read_names


def asked(intent, facts, read=None, **context):
    """The names of each question, as the look-ups read them."""
    questions = completed(intent, "text", read or Read(), context, facts)
    assert {question["intent"]["name"] for question in questions} == {intent}
    assert {question["text"] for question in questions} == {"text"}
    return [{**read_names(question["entities"], facts).known} for question in questions]


def test_names_that_are_left_out_are_taken_from_the_context(facts):
    assert asked("salary_median", facts, Read({"place": ("OH",)}), occupation=("31-9097",), place=("TX",)) == [
        {"occupation": ("31-9097",), "place": ("OH",)}
    ]


def test_names_that_the_answer_does_not_depend_on_are_left_out(facts):
    assert asked("outlook_growth", facts, Read({"place": ("OH",)}), credential=("CMA",)) == [{}]
    assert asked("programs_cost", facts, Read({"place": ("OH",)})) == [{}]


def test_several_names_that_the_answer_puts_side_by_side_are_one_question(facts):
    assert asked("salary_median", facts, Read({"place": ("OH", "TX")})) == [{"place": ("OH", "TX")}]


def test_several_names_are_a_question_each_where_the_answer_takes_one(facts):
    assert asked("state_rules", facts, Read({"place": ("OH", "TX")})) == [{"place": ("OH",)}, {"place": ("TX",)}]
    years = asked("salary_median", facts, Read({"year": ("2021", "2022")}), place=("TX",))
    assert years == [{"place": ("TX",), "year": ("2021",)}, {"place": ("TX",), "year": ("2022",)}]


def test_three_questions_are_the_most(facts):
    assert len(asked("certification_renewal", facts, Read({"credential": ("CMA", "RMA", "CCMA", "NCMA")}))) == 3


@pytest.mark.parametrize("context", [{}, {"credential": ("CMA",)}])
def test_an_unknown_name_stays_as_typed_and_the_context_does_not_stand_in_for_it(facts, context):
    [question] = completed("certification_exam_fee", "", Read(unknown={"credential": ("XYZ",)}), context, facts)
    assert question["entities"] == [{"entity": "credential", "value": "XYZ"}]
