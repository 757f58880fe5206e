"""What is asked right after a comparison is about what was compared, whichever of the two questions it sounds like."""

import pytest


@pytest.mark.parametrize("intent", ["compare_rank_roles", "compare_rank_credentials"])
def test_after_two_certifications_easiest_to_get_into_is_about_them(conversation, intent):
    conversation.ask("compare_credentials", credential=["CMA", "RMA"])
    answer = conversation.ask(intent, "and which is easiest to get into?")
    assert answer.text.startswith("Of these two certifications, the RMA (AMT) is the easiest to get into")


@pytest.mark.parametrize("intent", ["compare_rank_roles", "compare_rank_credentials"])
def test_after_two_jobs_easiest_to_get_into_is_about_them(conversation, intent):
    conversation.ask("compare_roles", occupation=["cna", "lpn"])
    answer = conversation.ask(intent, "and which is easiest to get into?")
    assert answer.text.startswith("Of these two jobs, nursing assistants usually need the least schooling")


def test_pay_is_never_asked_of_certifications_nor_fees_of_jobs(conversation):
    conversation.ask("compare_credentials", credential=["CMA", "RMA"])
    assert "health jobs I know" in conversation.ask("compare_rank_roles", "which pays most?").text
    conversation.ask("compare_roles", occupation=["cna", "lpn"])
    assert "four certifications" in conversation.ask("compare_rank_credentials", "which exam is cheapest?").text


@pytest.mark.parametrize(
    ("intent", "text", "begins"),
    [
        ("compare_rank_roles", "what's the easiest health job to get into", "Of the 19 health jobs I know"),
        ("compare_rank_credentials", "what's the easiest certification to get into", "Of the six certifications"),
    ],
)
def test_a_whole_question_is_about_all_whatever_was_compared_before(conversation, intent, text, begins):
    conversation.ask("compare_roles", occupation=["cna", "lpn"])
    assert conversation.ask(intent, text).text.startswith(begins)
    conversation.ask("compare_credentials", credential=["CMA", "RMA"])
    assert conversation.ask(intent, text).text.startswith(begins)
