"""A start that is chosen for another job later."""

import pytest

from actions.goals import goal

NURSE, PRACTICAL, PA, DOCTOR = "registered nurse", "licensed practical nurse", "physician assistant", "doctor"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("which is better for becoming a nurse later, MA or CNA", NURSE),
        ("is MA or CNA better if i want to be an RN later", NURSE),
        ("should i do cna or ma before nursing school", NURSE),
        ("ma or cna as a start for nursing school", NURSE),
        ("cna or medical assistant as a stepping stone to nursing", NURSE),
        ("cna or ma if I wanna be a nurse", NURSE),
        ("ma or cna to become an lpn", PRACTICAL),
        ("which helps more to get into pa school, ma or emt", PA),
        ("is ma or phlebotomist better for PA school?", PA),
        ("ma vs cna for med school", DOCTOR),
        ("emt or ma before becoming a doctor", DOCTOR),
        ("which is better, nurse or ma", None),
        ("who earns more, a nurse or a ma", None),
        ("is it better to be a nursing assistant or a medical assistant", None),
        ("how does a ma compare to a pa", None),
        ("ma or physician assistant", None),
        ("is it better to become a cna or a ma", None),
        ("what do they do for doctors", None),
    ],
)
def test_a_goal_is_named_as_one(text, named):
    assert goal(text) == named


@pytest.mark.parametrize(
    ("text", "jobs", "response", "says"),
    [
        (
            "which is better for becoming a nurse later, MA or CNA",
            ["rn", "ma", "cna"],
            "utter_compare_roles_for_nursing",
            ["nursing assistants need the least schooling", "medical assistants earn the most", "nursing school"],
        ),
        (
            "should i do cna or ma before nursing school",
            ["cna", "ma"],
            "utter_compare_roles_for_nursing",
            ["schooling itself is an associate degree of about two to three years"],
        ),
        ("lpn or ma to become an rn", ["lpn", "ma", "rn"], "utter_compare_roles_for_nursing", ["Licensed practical"]),
        (
            "is ma or emt better for pa school",
            ["ma", "emt", "pa"],
            "utter_compare_roles_for_physician_assistant",
            ["a bachelor's degree and then a master's degree", "Ask each one"],
        ),
        ("ma vs cna for med school", ["ma", "cna"], "utter_compare_roles_for_doctor", ["Ask each school"]),
        ("is cna better for becoming a nurse", ["cna", "nurse"], "utter_compare_roles_for_nursing", ["- **Medical"]),
    ],
)
def test_starts_for_a_goal_are_compared_without_the_goal(conversation, text, jobs, response, says):
    answer = conversation.ask("compare_roles", text, occupation=jobs)
    assert answer.response == response
    assert all(piece in answer.text for piece in says), answer.text
    assert any(words in answer.text for words in ("my sources do not say", "My sources do not say", "I do not know"))
    assert not {"Registered nurses", "Physician assistants"} & {row[0] for row in answer.table["rows"]}
    assert len(answer.text.partition("Source")[0].split()) < 90
    assert answer.source


def test_two_jobs_without_a_goal_are_compared_as_ever(conversation):
    answer = conversation.ask("compare_roles", "which is better, nurse or ma", occupation=["nurse", "ma"])
    assert answer.response == "utter_compare_roles"


def test_the_next_message_may_leave_the_starts_out(conversation):
    conversation.ask("compare_roles", "ma or cna to become a nurse", occupation=["ma", "cna", "nurse"])
    answer = conversation.ask("compare_rank_roles", "and which one pays more")
    assert "Of these two jobs, medical assistants" in answer.text


def test_more_about_the_starts_leaves_the_goal_out(conversation):
    conversation.ask("compare_roles", "which is better to become a nurse, ma or cna", occupation=["ma", "cna", "nurse"])
    answer = conversation.ask("context_more", "more")
    assert answer.asked == "compare_rank_roles"
    assert "Registered nurses" not in answer.text
