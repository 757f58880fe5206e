"""After pay in places, "which pays more" is about those places, whatever kind of ranking it is taken for."""

import pytest

RANKINGS = ["compare_rank_roles", "compare_rank_credentials", "salary_best_places", "compare_roles"]


def two_places(conversation):
    conversation.ask("salary_median", "pay in California", place="California")
    conversation.ask("context_follow_up", "and in Nevada", place="Nevada")


@pytest.mark.parametrize("intent", RANKINGS)
@pytest.mark.parametrize("text", ["which of those pays more", "which one is more high", "which is highest"])
def test_the_places_of_the_last_turns_are_compared(conversation, intent, text):
    two_places(conversation)
    assert conversation.ask(intent, text).text.startswith(
        "In California medical assistants earn more: "
        "a median of **$49,660 a year, against $45,200** in Nevada (May 2025)."
    )


def test_the_lowest_comes_first_if_that_is_asked_for(conversation):
    two_places(conversation)
    answer = conversation.ask("salary_best_places", "which is lowest")
    assert answer.text.startswith(
        "In Nevada medical assistants earn less: a median of **$45,200 a year, against $49,660**"
    )


def test_places_of_one_answer_are_compared_for_its_job(conversation):
    conversation.ask("salary_median", "CNA pay in Ohio and Texas", occupation="cna", place=["Ohio", "Texas"])
    assert conversation.ask("compare_rank_roles", "which pays more").text.startswith(
        "In Ohio nursing assistants earn more"
    )


def test_three_places(conversation):
    for place in ("Columbus, OH", "Akron", "Cleveland"):
        conversation.ask("salary_median", place=place)
    answer = conversation.ask("salary_best_places", "so of all three where is best")
    assert answer.text.startswith("Of these three places, medical assistants earn most in Columbus, OH")


@pytest.mark.parametrize("intent", ["salary_best_places", "compare_rank_roles", "compare_roles"])
@pytest.mark.parametrize("text", ["is that more than San Francisco?", "can you compare it with SF"])
def test_a_place_that_is_set_against_the_one_before(conversation, intent, text):
    conversation.ask("salary_median", place="dallas")
    assert "**$59,790 a year, against $43,100** in Dallas" in conversation.ask(intent, text, place="san francisco").text


@pytest.mark.parametrize(
    ("intent", "text", "names", "begins"),
    [
        ("compare_roles", "Ohio vs Iowa", {"place": ["Ohio", "Iowa"]}, "In Iowa medical assistants earn more"),
        (
            "salary_best_places",
            "is North Dakota lower than South Dakota",
            {"place": ["North Dakota", "South Dakota"]},
            "In South Dakota medical assistants earn less",
        ),
        (
            "compare_roles",
            "what do CNAs make in Ohio vs Indiana",
            {"occupation": "cna", "place": ["Ohio", "Indiana"]},
            "In Ohio nursing assistants earn more",
        ),
        (
            "compare_rank_roles",
            "CNA pay in Alabama, Georgia and Florida",
            {"occupation": "cna", "place": ["Alabama", "Georgia", "Florida"]},
            "Of these three places, nursing assistants earn most in Georgia",
        ),
    ],
)
def test_places_that_are_named_are_compared_for_the_job(conversation, intent, text, names, begins):
    assert conversation.ask(intent, text, **names).text.startswith(begins)


@pytest.mark.parametrize(
    ("intent", "text", "names", "response"),
    [
        ("salary_best_places", "which state pays most", {}, "utter_salary_best_places"),
        ("salary_best_places", "does any place pay more than Texas", {"place": "Texas"}, "utter_salary_best_places"),
        ("compare_rank_roles", "which health job pays most", {}, "utter_compare_rank_roles_pay"),
        ("compare_rank_roles", "does an LPN make more", {"occupation": "lpn"}, "utter_compare_rank_roles_pay"),
        ("compare_rank_credentials", "cheapest exam", {}, "utter_compare_rank_credentials_fee"),
    ],
)
def test_questions_about_all_or_about_something_else_stay_what_they_are(conversation, intent, text, names, response):
    two_places(conversation)
    assert conversation.ask(intent, text, **names).response == response


def test_after_jobs_in_a_place_the_jobs_are_meant(conversation):
    two_places(conversation)
    conversation.ask("compare_roles", occupation=["cna", "lpn"], place="Texas")
    assert conversation.ask("compare_rank_roles", "which pays more").text.startswith("Of these two jobs")


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("which has a lower cost of living", "the cost of living"),
        ("which is cheaper", "the cost of living"),
        ("which is growing faster", "growth in jobs"),
        ("which has better hours", "working hours"),
    ],
)
def test_what_is_not_known_of_places_is_said_before_their_pay(conversation, text, matter):
    two_places(conversation)
    begins = f"I have no figures on {matter} by place, only on pay. In"
    assert conversation.ask("compare_rank_roles", text).text.startswith(begins)


def test_two_states_with_the_same_pay_are_said_to_be_the_same(conversation, facts):
    by_pay = {}
    for place, row in facts.pay_by_place("31-9092", "area", limit=None):
        by_pay.setdefault(row.median, []).append(place.name)
    names = next(names for names in by_pay.values() if len(names) > 1)[:2]
    text = conversation.ask("salary_median", place=names).text
    assert text.startswith("Medical assistants earn the same in") and "more" not in text.splitlines()[0]


def test_which_of_those_after_starting_pay_is_about_that_and_goes_on_so(conversation):
    conversation.ask("salary_entry", "starting pay in oregon", place="Oregon")
    conversation.ask("context_follow_up", "and in montana", place="Montana")
    answer = conversation.ask("compare_rank_roles", "which of those is better")
    assert (answer.response, answer.asked) == ("utter_salary_several_entry", "salary_entry")
    assert "Utah" in conversation.ask("context_follow_up", "and utah?", place="Utah").text
