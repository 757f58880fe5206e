import pytest

from actions.matters import missing_matter, other_matter


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("which has better hours", "working hours"),
        ("less weekends", "working hours"),
        ("which has less standing up", "how hard it is on the body"),
        ("less heavy lifting", "how hard it is on the body"),
        ("which one is more gross", "how messy the work is"),
        ("lower cost of living", "the cost of living"),
        ("who is more stressed out", "stress"),
        ("better benefits", "benefits"),
        ("the more respected one", "respect"),
    ],
)
def test_what_no_source_counts_is_recognised(text, name):
    assert missing_matter(text).name == name


@pytest.mark.parametrize("text", ["which pays more an hour", "gross pay", "which is better", "least schooling", ""])
def test_what_is_known_is_none(text):
    assert missing_matter(text) is None


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("which has the cutest scrubs", True),
        ("which one is cooler", True),
        ("which is better", False),
        ("so which is best for me", False),
        ("what's the best health job", False),
        ("which is better, cna or ma", False),
        ("cna", False),
    ],
)
def test_a_word_nobody_thought_of_is_not_taken_for_pay(text, strange):
    assert (other_matter(text, lambda word: word in ("cna", "ma")) is not None) is strange


@pytest.mark.parametrize("text", ["which has better hours", "which has less lifting", "which is more gross"])
@pytest.mark.parametrize("intent", ["compare_rank_roles", "compare_rank_credentials"])
def test_of_two_jobs_it_says_so_and_what_is_known(conversation, text, intent):
    conversation.ask("compare_roles", occupation=["medical assistant", "phlebotomist"])
    answer = conversation.ask(intent, text)
    assert answer.text.startswith("I have no figures on ")
    assert "medical assistants $45,690 a year" in answer.text and "phlebotomists $45,230" in answer.text
    assert answer.source and "You did not say" not in answer.text


def test_of_all_jobs_it_says_by_what_they_can_be_ranked(conversation):
    answer = conversation.ask("compare_rank_roles", "which health job has the best hours")
    assert answer.response == "utter_no_figures_roles"
    assert "working hours" in answer.text and "/fit_hours" in answer.buttons.values()


def test_beside_something_known_it_is_a_note(conversation):
    answer = conversation.ask(
        "compare_rank_roles", "which of these pays more and has better hours", occupation=["cna", "ma"]
    )
    assert answer.response == "utter_compare_rank_roles_pay"
    assert "I have no figures on working hours." in answer.text


def test_jobs_that_are_named_are_compared_after_saying_so(conversation):
    answer = conversation.ask("compare_roles", "ma or lpn hours", occupation=["ma", "lpn"])
    assert answer.text.startswith("I have no figures on working hours. Of these two jobs")


def test_of_certifications_too(conversation):
    conversation.ask("compare_credentials", credential=["CMA", "RMA"])
    answer = conversation.ask("compare_rank_credentials", "which is more respected")
    assert answer.response == "utter_no_figures_credentials" and "respect" in answer.text
    assert conversation.ask("compare_rank_credentials", "and which is cheaper").text.startswith("Of these two")
