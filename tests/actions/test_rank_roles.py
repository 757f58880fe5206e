import re

import pytest


def ask(conversation, text, **names):
    return conversation.ask("compare_rank_roles", text, **names)


def rows(answer):
    return [row[0] for row in answer.table["rows"]]


def words(answer):
    return len(answer.text.replace(answer.table["lines"], "").split("\n\nSource")[0].split())


# -- of all jobs ---------------------------------------------------------------------------------------------------


def test_of_all_jobs_the_best_paid_is_named_with_the_schooling_it_needs(conversation):
    answer = ask(conversation, "which health job pays the most")
    assert answer.response == "utter_compare_rank_roles_pay"
    assert answer.text.startswith(
        "Of the 19 health jobs I know, physician assistants have the highest median pay: **$133,260 a year** in May "
        "2024. Training: a bachelor's degree and then a master's degree.\n- "
    )
    assert rows(answer)[:4] == [
        "Physician assistants",
        "Medical and health services managers",
        "Dental hygienists",
        "Registered nurses",
    ]
    assert answer.table["columns"] == ["Job", "Pay a year", "Usual schooling"]
    assert answer.source


def test_medical_assistants_are_always_shown_with_their_rank(conversation):
    for text in ("which pays most", "fastest growing", "most openings", "easiest to get into", "top one", "worst paid"):
        shown = [row for row in rows(ask(conversation, text)) if row.startswith("Medical assistants")]
        assert len(shown) == 1, text
    assert rows(ask(conversation, "which pays most"))[-1] == "Medical assistants (14th of 19)"
    assert rows(ask(conversation, "which grows fastest"))[1] == "Medical assistants"  # the second, no gap before it


def test_five_are_shown_and_that_is_said(conversation):
    answer = ask(conversation, "what job pays best")
    assert len(rows(answer)) == 6
    assert "The list has the first five and medical assistants." in answer.text


def test_the_number_asked_for_is_shown(conversation):
    assert rows(ask(conversation, "top two highest paying jobs"))[:2] == [
        "Physician assistants",
        "Medical and health services managers",
    ]
    assert len(rows(ask(conversation, "top two highest paying jobs"))) == 3  # and medical assistants


@pytest.mark.parametrize(
    ("text", "response", "begins"),
    [
        (
            "whats the fastest growing",
            "growth",
            "Of the 15 health jobs I know, medical and health services managers are expected to grow fastest: **23.2% "
            "from 2024 to 2034**.",
        ),
        ("which has the most openings", "openings", "Of the 15 health jobs I know, nursing assistants have the most"),
        ("which has the fewest openings", "openings", "Of the 15 health jobs I know, surgical technologists have the"),
        (
            "easiest one to get into",
            "entry",
            "Of the 19 health jobs I know, pharmacy technicians and medical secretaries usually need the least "
            "schooling: **high school**.",
        ),
        (
            "hardest to get into",
            "entry",
            "Of the 19 health jobs I know, physician assistants usually need the most schooling: **a master's degree**",
        ),
        ("which pays least", "pay", "Of the 19 health jobs I know, medical transcriptionists have the lowest median"),
        (
            "which is dying out",
            "shrinking",
            "Of the 15 health jobs I know, jobs for medical transcriptionists are expected to shrink most: by **4.9% "
            "from 2024 to 2034**.",
        ),
    ],
)
def test_the_criterion_and_the_end_are_those_of_the_question(conversation, text, response, begins):
    answer = ask(conversation, text)
    assert answer.response == f"utter_compare_rank_roles_{response}"
    assert answer.text.startswith(begins)
    assert answer.source


def test_jobs_that_share_the_first_place_are_both_named(conversation):
    text = ask(conversation, "easiest to get into").text
    assert "pharmacy technicians and medical secretaries" in text
    assert "- **Nursing assistants:** a state-approved course of weeks to months" in text


def test_without_a_criterion_pay_is_taken_and_that_is_said(conversation):
    answer = ask(conversation, "which is the best one")
    assert answer.response == "utter_compare_rank_roles_pay"
    assert "You did not say by what, so I went by pay." in answer.text
    assert "did not say" not in ask(conversation, "which pays most").text


def test_jobs_without_a_figure_are_named(conversation):
    text = ask(conversation, "fastest growing").text
    assert "I have no growth forecast for diagnostic medical sonographers" not in text
    assert re.search(r"I have no growth forecast for [a-z ]+ and three others\.", text)


@pytest.mark.parametrize(
    ("text", "scope", "winner", "without"),
    [
        ("best paid job without a degree", "no more than a certificate", "surgical technologists", "Registered nurses"),
        (
            "which pays most with an associate degree",
            "no more than an associate degree",
            "dental hygienists",
            "Physician assistants",
        ),
        ("which pays most without any school", "no more than high school", "medical secretaries", "Dental assistants"),
    ],
)
def test_jobs_that_need_more_schooling_than_the_person_wants_are_left_out(conversation, text, scope, winner, without):
    answer = ask(conversation, text)
    assert f"health jobs I know that usually need {scope}, {winner} have the highest" in answer.text
    assert without not in rows(answer)


def test_one_job_named_is_shown_with_its_rank_too(conversation):
    shown = rows(ask(conversation, "does anything pay more than lpns", occupation="lpn"))
    assert shown[5:] == ["Licensed practical nurses (9th of 19)", "Medical assistants (14th of 19)"]


def test_pay_is_of_the_place_that_is_named(conversation):
    answer = ask(conversation, "best paid health job in Texas", place="Texas")
    assert "have the highest median pay in Texas: **$114,150 a year** in May 2025" in answer.text
    assert "Medical assistants (13th of 15)" in rows(answer)


def test_an_overall_ranking_leaves_nothing_compared(conversation):
    conversation.ask("compare_roles", occupation=["cna", "lpn"])
    ask(conversation, "which health job pays most")
    assert conversation.slots["compared"] is None
    assert "Of the 15 health jobs" in ask(conversation, "and which grows fastest?").text


@pytest.mark.parametrize(
    "text", ["which pays most", "fastest growing", "most openings", "easiest to get into", "worst paid", "no degree"]
)
def test_the_answer_is_short_beside_its_list(conversation, text):
    assert words(ask(conversation, text)) <= 90


# -- of those named or compared ------------------------------------------------------------------------------------


def test_of_named_jobs_only_these_are_ranked(conversation):
    answer = ask(conversation, "who makes most, cna lpn or rn", occupation=["cna", "lpn", "rn"])
    assert answer.text.startswith("Of these three jobs, registered nurses have the highest median pay: **$97,550")
    assert rows(answer) == ["Registered nurses", "Licensed practical nurses", "Nursing assistants"]
    assert answer.slots["compared"] == ["31-1131", "29-2061", "29-1141"]


def test_of_ten_named_jobs_five_are_shown_and_that_is_said(conversation):
    ten = ["ma", "cna", "lpn", "rn", "emt", "phlebotomist", "dental assistant", "pa", "rad tech", "surgical tech"]
    answer = ask(conversation, "which of these pays most", occupation=ten)
    assert answer.text.startswith("Of these ten jobs, physician assistants")
    assert len(rows(answer)) == 5
    assert "The list has the first five." in answer.text


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("which grows fastest?", "Of these two jobs, medical assistants are expected to grow fastest: **12.5%"),
        ("and which one pays more?", "Of these two jobs, medical assistants have the highest median pay"),
        ("which of them is easiest to get into", "Of these two jobs, nursing assistants usually need the least"),
        ("which job has more openings", "Of these two jobs, nursing assistants have the most openings: **204,100"),
    ],
)
def test_after_a_comparison_what_was_compared_is_ranked(conversation, text, begins):
    conversation.ask("compare_roles", occupation="cna")
    assert ask(conversation, text).text.startswith(begins)


def test_what_was_compared_stays_for_a_second_question(conversation):
    conversation.ask("compare_roles", occupation=["cna", "lpn"])
    ask(conversation, "which grows fastest?")
    assert ask(conversation, "and which pays more?").text.startswith("Of these two jobs, licensed practical nurses")


def test_two_jobs_whose_pay_was_asked_are_ranked_too(conversation):
    conversation.ask("salary_median", occupation=["phlebotomist", "rn"])
    assert ask(conversation, "and which grows faster").text.startswith("Of these two jobs, phlebotomists")


def test_without_a_comparison_before_all_are_ranked(conversation):
    assert "Of the 15 health jobs I know" in ask(conversation, "which grows fastest?").text


def test_a_comparison_is_not_dragged_behind_other_questions(conversation):
    conversation.ask("compare_roles", occupation=["cna", "lpn"])
    for intent in ("certification_list", "certification_exam_fee", "certification_renewal", "programs_cost"):
        conversation.ask(intent)
    conversation.ask("certification_military")
    assert "Of the 15 health jobs I know" in ask(conversation, "which grows fastest?").text


# -- followed up ---------------------------------------------------------------------------------------------------


def test_a_place_after_a_ranking_ranks_again_there_by_the_same(conversation):
    ask(conversation, "which health job pays least")
    answer = conversation.ask("context_follow_up", "and in Texas?", place="Texas")
    assert "have the lowest median pay in Texas" in answer.text
    assert "did not say" not in answer.text


def test_a_job_after_a_ranking_of_those_compared_joins_them(conversation):
    conversation.ask("compare_roles", occupation="cna")
    ask(conversation, "which grows fastest?")
    answer = conversation.ask("context_follow_up", "and the LPN?", occupation="lpn")
    assert answer.text.startswith("Of these three jobs, medical assistants are expected to grow fastest")
    assert rows(answer) == ["Medical assistants", "Licensed practical nurses", "Nursing assistants"]


def test_a_job_after_a_ranking_of_all_is_shown_with_its_rank(conversation):
    ask(conversation, "which health job pays the most")
    answer = conversation.ask("context_follow_up", "and lpns?", occupation="lpn")
    assert "Licensed practical nurses (9th of 19)" in rows(answer)


# -- no figures ----------------------------------------------------------------------------------------------------


def test_a_pair_without_any_figure_is_said(conversation):
    answer = ask(conversation, "which grows faster", occupation=["pa", "sonographer"])
    assert answer.response == "utter_compare_rank_roles_unknown"
    assert answer.text.startswith(
        "I cannot rank these jobs. I have no growth forecast for physician assistants and diagnostic medical "
        "sonographers."
    )
    assert answer.source


def test_a_pair_of_which_one_has_a_figure_is_not_ranked_and_the_figure_is_told(conversation):
    answer = ask(conversation, "which grows faster", occupation=["pa", "ma"])
    assert answer.response == "utter_compare_rank_roles_unknown"
    assert (
        "I have no growth forecast for physician assistants. For medical assistants it is: 12.5% growth." in answer.text
    )


def test_an_unknown_job_beside_known_ones_is_said(conversation):
    answer = ask(conversation, "who earns most, cna, lpn or zookeeper", occupation=["cna", "lpn"])
    assert 'I have no figures for "zookeeper".' in answer.text


# -- pictures ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("which pays most", "/charts/pay/roles/29-2061+31-1131.png"),
        ("which grows fastest", "/charts/growth/29-2061+31-1131+00-0000.png"),
        ("which has most openings", ""),
        ("easiest to get into", ""),
    ],
)
def test_pay_and_growth_are_drawn(conversation, text, picture):
    answer = ask(conversation, text, occupation=["cna", "lpn"])
    assert answer.picture == picture
    assert bool(answer.alt) == bool(picture)


def test_from_lowest_to_highest_begins_with_the_lowest(conversation):
    conversation.ask("compare_roles", occupation=["medical assistant", "lpn"])
    answer = conversation.ask("compare_rank_roles", "can you put them from lowest to highest")
    assert "medical assistants have the lowest median pay" in answer.text
    by_growth = conversation.ask("compare_rank_roles", "and by growth, from highest to lowest")
    assert "medical assistants are expected to grow fastest" in by_growth.text
    assert "grow slowest" in conversation.ask("compare_rank_roles", "from lowest to highest please").text


def test_short_study_beside_pay_leaves_out_long_schooling(conversation):
    answer = conversation.ask("compare_rank_roles", "what job is better paid but short study")
    assert "no more than a certificate" in answer.text and "Physician" not in answer.text


def test_where_a_city_has_no_figure_for_a_job_its_state_stands_for_both(conversation):
    text = "is a phlebotomist paid more than an MA in Dallas"
    answer = conversation.ask("compare_roles", text, occupation=["phlebotomist", "ma"], place="dallas")
    assert "phlebotomists have the highest median pay in Texas: **$40,450" in answer.text
    assert "no pay figure for phlebotomists in Dallas" in answer.text and "for all of Texas" in answer.text
    assert "$39,520" in answer.text and "whole country" not in answer.text
