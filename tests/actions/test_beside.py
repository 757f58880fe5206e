"""What was named over the last turns is what "which of those" is about, though no answer compared it."""

import pytest

from actions.beside import kind_of, means_several, with_these


def ask_all(conversation, *asked):
    for intent, names in asked:
        conversation.answers(intent, **names)


HOUSTON = ("salary_median", {"place": "houston"})
DALLAS = ("context_follow_up", {"place": "dallas"})
CCMA = ("certification_exam_fee", {"credential": "CCMA"})
RMA = ("context_follow_up", {"credential": "RMA"})


@pytest.mark.parametrize("text", ["which of those two is cheaper", "the cheaper", "which is cheaper?"])
def test_two_certifications_asked_about_one_after_the_other_are_ranked_alone(conversation, text):
    ask_all(conversation, CCMA, RMA)
    answer = conversation.ask("compare_rank_credentials", text)
    assert answer.text.startswith("Of these two certifications, the RMA (AMT) has the lowest exam fee")


def test_one_that_is_named_again_beside_a_superlative_is_ranked_among_the_two(conversation):
    ask_all(conversation, CCMA, RMA)
    answer = conversation.ask("compare_rank_credentials", "is the CCMA cheapest?", credential="CCMA")
    assert answer.text.startswith("Of these two certifications")


def test_certifications_in_general_are_all(conversation):
    ask_all(conversation, CCMA, RMA)
    text = conversation.ask("compare_rank_credentials", "which certification is cheapest").text
    assert text.startswith("Of the four certifications for medical assistants")


def test_another_topic_between_ends_the_row(conversation):
    ask_all(conversation, CCMA, ("salary_median", {"place": "Texas"}), RMA)
    assert not conversation.ask("compare_rank_credentials", "which is cheaper").text.startswith("Of these two")


def test_a_question_without_names_may_stand_between(conversation):
    ask_all(conversation, CCMA, RMA, ("fit_stress", {}))
    assert conversation.ask("compare_rank_credentials", "which is cheaper").text.startswith("Of these two")


def test_after_a_comparison_of_two_a_question_about_one_is_answered_for_both(conversation):
    conversation.ask("compare_credentials", credential=["CCMA", "RMA"])
    first, second = conversation.answers("certification_retake", "What happens if I don't pass?")
    assert "CCMA" in first.text and "RMA" in second.text


def test_after_one_and_then_another_it_is_the_last_one(conversation):
    ask_all(conversation, CCMA, RMA)
    assert "RMA" in conversation.ask("certification_retake", "What happens if I don't pass?").text


def test_both_are_those_of_the_last_turns(conversation):
    ask_all(conversation, CCMA, RMA)
    assert len(conversation.answers("certification_renewal", "how are both of them renewed")) == 2


def test_the_one_that_was_named_in_a_ranking_is_the_one_spoken_of(conversation):
    conversation.ask("compare_rank_credentials", "CCMA easiest?", credential="CCMA")
    assert "The CCMA" in conversation.ask("certification_exam_fee", "And what does that one cost?").text


def test_those_two_and_another_job_are_three(conversation):
    conversation.ask("compare_roles", occupation=["medical assistant", "phlebotomist"])
    answer = conversation.ask("compare_roles", "dental assistant vs those two", occupation="dental assistant")
    assert answer.slots["compared"] == ["31-9092", "31-9097", "31-9091"]
    again = conversation.ask("compare_roles", "put all three in one list")
    assert again.slots["compared"] == answer.slots["compared"]


def test_another_job_whose_pay_is_compared_joins(conversation):
    conversation.ask("compare_roles", occupation=["medical assistant", "phlebotomist"])
    text = "and a medical secretary, how does her pay compare?"
    answer = conversation.ask("compare_roles", text, occupation="medical secretary")
    assert len(answer.slots["compared"]) == 3


@pytest.mark.parametrize(
    ("intent", "text"),
    [("compare_rank_roles", "which grows more"), ("outlook_growth", "of the two is growing quicker")],
)
def test_jobs_asked_about_one_after_the_other_are_ranked_alone(conversation, intent, text):
    ask_all(conversation, ("salary_median", {"occupation": "ma"}), ("context_follow_up", {"occupation": "cna"}))
    assert conversation.ask(intent, text).text.startswith("Of these two jobs, medical assistants are expected to grow")


def test_those_two_states_are_those_whose_rules_were_told(conversation):
    ask_all(conversation, ("state_rules", {"place": "Ohio"}), ("context_follow_up", {"place": "Indiana"}))
    answer = conversation.ask("salary_median", "whats the pay diff between those two states")
    assert answer.text.startswith(
        "In Indiana medical assistants earn more: a median of **$45,110 a year, against $42,810"
    )


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (("31-9092", "31-1131"), "occupation"),
        (("TX", "0019100"), "place"),
        (("CMA", "RMA"), "credential"),
        (("CMA",), None),
        ((), None),
    ],
)
def test_the_kind_is_read_from_the_codes(values, kind):
    assert kind_of(values) == kind


@pytest.mark.parametrize(
    ("text", "kind", "means"),
    [
        ("pay in those two states", "place", True),
        ("pay in those two states", "occupation", False),
        ("dental assistant vs those two", "occupation", True),
        ("all three in one list", "occupation", True),
        ("the two cheapest", "credential", False),
        ("what do they make", "occupation", False),
    ],
)
def test_several_are_meant_by_a_number_or_a_noun(text, kind, means):
    assert means_several(text, kind) is means


def test_those_come_before_the_one_that_is_named():
    assert with_these("c vs those two", {"place": ("C",)}, {"place": ("A", "B")}) == {"place": ("A", "B", "C")}
    assert with_these("c", {"place": ("C",)}, {"place": ("A", "B")}) == {"place": ("C",)}


def test_jobs_asked_about_in_a_state_are_ranked_there(conversation):
    conversation.ask("salary_median", occupation="cna", place="Texas")
    conversation.ask("context_follow_up", "lpn", occupation="lpn")
    answer = conversation.ask("compare_rank_roles", "which pays more")
    assert answer.text.startswith("Of these two jobs, licensed practical nurses have the highest median pay in Texas")


def test_that_one_is_the_one_of_the_last_answer(conversation):
    conversation.ask("compare_credentials", "ccma vs rma", credential=["CCMA", "RMA"])
    conversation.ask("compare_rank_credentials", "which is cheaper")
    answer = conversation.ask("certification_exam_content", "how many questions on that one")
    assert "RMA (AMT) exam" in answer.text
