import pytest

from actions.compared import asks_about_all, compared, just_compared
from actions.question import Question

MA, CNA, LPN, RN = "31-9092", "31-1131", "29-2061", "29-1141"


def question(text, named=(), before=(), side="occupation"):
    return Question("compare_rank_roles", text, {side: named} if named else {}, context={"compared": before})


@pytest.mark.parametrize(
    ("text", "named", "before", "expected"),
    [
        ("which pays most, cna or lpn", (CNA, LPN), (), (CNA, LPN)),
        ("which pays most, cna or lpn", (CNA, LPN), (MA, RN), (CNA, LPN)),
        ("which pays most?", (), (MA, CNA), (MA, CNA)),
        ("and which one pays more?", (), (MA, CNA), (MA, CNA)),
        ("which job pays more", (), (MA, CNA), (MA, CNA)),
        ("which of those jobs pays most", (), (MA, CNA), (MA, CNA)),
        ("which of the two jobs is growing", (), (MA, CNA), (MA, CNA)),
        # "they" stood for the last one named; what was compared is meant
        ("which of them pays most", (CNA,), (MA, CNA), (MA, CNA)),
        ("what's the best paid health job", (), (MA, CNA), ()),
        ("which career grows fastest", (), (MA, CNA), ()),
        ("does anything beat lpn on pay", (LPN,), (MA, CNA), (LPN,)),
        ("which pays most?", (), (), ()),
        ("which pays most?", (), ("CMA", "RMA"), ()),
    ],
)
def test_the_jobs_meant_are_those_named_else_those_just_compared_else_all(text, named, before, expected):
    assert compared(question(text, named, before), "occupation") == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("which is cheaper", ("CMA", "RMA"), ("CMA", "RMA")),
        ("which exam is easier", ("CMA", "RMA"), ("CMA", "RMA")),
        ("which certification is cheapest", ("CMA", "RMA"), ()),
        ("which of those certs is cheapest", ("CMA", "RMA"), ("CMA", "RMA")),
        ("which is cheaper", (MA, CNA), ()),
    ],
)
def test_the_certifications_meant_are_found_in_the_same_way(text, before, expected):
    assert compared(question(text, (), before, "credential"), "credential") == expected


def test_what_was_compared_is_of_one_side():
    assert just_compared(question("", (), (MA, CNA)), "occupation") == (MA, CNA)
    assert just_compared(question("", (), (MA, CNA)), "credential") == ()
    assert just_compared(question("", (), ("CMA", "RMA")), "credential") == ("CMA", "RMA")
    assert just_compared(question(""), "credential") == ()


def test_a_question_about_jobs_is_not_one_about_certifications():
    assert asks_about_all("the best paid job of all", "occupation")
    assert not asks_about_all("the best paid job of all", "credential")
