""" "How much is it?": the last question says what "it" is."""

import pytest

from actions.aspects import _ASPECTS
from tests.actions.conftest import asked


@pytest.mark.parametrize(
    ("before", "text", "understood", "response"),
    [
        ("certification_exam_content", "how much is it?", "programs_cost", "utter_certification_exam_fee"),
        ("programs_online", "how much is that", "certification_exam_fee", "utter_programs_cost"),
        ("certification_exam_fee", "is it hard", "fit_stress", "utter_certification_pass_rate"),
        ("duties_overview", "is it hard", "certification_pass_rate", "utter_fit_stress"),
        ("certification_renewal", "is it worth it", "fit_worth_it", "utter_certification_benefits"),
        ("salary_median", "is it worth it", "certification_benefits", "utter_fit_worth_it"),
        (
            "certification_exam_place",
            "how long does that take",
            "education_duration",
            "utter_certification_exam_content",
        ),
        ("certification_overview", "how much", "programs_cost", "utter_certification_exam_fee"),
        ("education_duration", "and how much?", "certification_exam_fee", "utter_programs_cost"),
        ("education_duration", "and thats like how much", "salary_difference", "utter_programs_cost"),
        ("salary_median", "do i gotta pay it back", "programs_financial_aid", "utter_programs_financial_aid"),
        ("certification_overview", "can i do it from home", "programs_online", "utter_certification_exam_place"),
        ("certification_overview", "can i do it from home", "fit_remote", "utter_certification_exam_place"),
        ("education_duration", "can i do it from home", "fit_remote", "utter_programs_online"),
        ("duties_overview", "can i do it from home", "programs_online", "utter_fit_remote"),
        ("salary_median", "can i do it from home", "certification_exam_place", "utter_fit_remote"),
        ("programs_externship", "how long does that take?", "education_duration", "utter_programs_externship"),
        ("education_certificate", "how long does that take?", "education_duration", "utter_education_duration"),
        ("education_certificate", "how long does that take?", "certification_exam_content", "utter_education_duration"),
        ("programs_externship", "how many hours is it", "fit_hours", "utter_programs_externship"),
        ("programs_externship", "how many hrs tho", "fit_hours", "utter_programs_externship"),
        ("programs_externship", "do u get paid for that", "programs_financial_aid", "utter_programs_externship"),
        ("education_apprenticeship", "how long does it take", "education_duration", "utter_education_apprenticeship"),
        ("programs_online", "can i do it at night", "fit_hours", "utter_programs_schedule"),
        ("duties_overview", "can i do it at night", "programs_schedule", "utter_fit_hours"),
        ("outlook_growth", "over how many years is that", "education_duration", "utter_outlook_growth"),
        ("certification_overview", "cost", "programs_cost", "utter_certification_exam_fee"),
        ("programs_externship", "how many hours we talking", "nlu_fallback", "utter_programs_externship"),
        ("programs_externship", "do they pay you for it", "salary_median", "utter_programs_externship"),
        ("programs_financial_aid", "whats the most they give you", "salary_top", "utter_programs_financial_aid"),
        (
            "advancement_office_manager",
            "need a degree for that",
            "education_overview",
            "utter_advancement_office_manager",
        ),
        ("duties_hospital", "whats the pay like", "salary_median", "utter_salary_setting"),
        ("certification_issuer", "whats their phone number", "chitchat_person", "utter_certification_issuer"),
    ],
)
def test_it_is_what_was_asked_about_before(conversation, before, text, understood, response):
    conversation.ask(before, credential="CMA")
    answer = conversation.ask(understood, text)
    assert answer.response == response
    if response.startswith("utter_certification_") and response != "utter_certification_benefits":
        assert "CMA (AAMA)" in answer.text


def test_how_long_that_takes_after_another_job_is_its_training(conversation):
    conversation.ask("advancement_nursing")
    answer = conversation.ask("education_duration", "how long does that take?")
    assert answer.asked == "compare_roles"
    assert "egistered nurse" in answer.text


@pytest.mark.parametrize("text", ["how long is school for that", "how many years", "how long does it take"])
def test_how_long_after_the_pay_of_another_job_is_its_training(conversation, text):
    conversation.ask("salary_median", occupation="licensed practical nurse")
    answer = conversation.ask("education_duration", text)
    assert (answer.asked, "icensed practical" in answer.text) == ("compare_roles", True)


def test_how_long_after_the_pay_of_medical_assistants_is_school(conversation):
    conversation.ask("salary_median")
    assert conversation.ask("education_duration", "how long does it take").response == "utter_education_duration"


@pytest.mark.parametrize(
    ("understood", "response"),
    [
        ("programs_cost", "utter_programs_cost"),
        ("certification_exam_fee", "utter_certification_which"),
        ("education_duration", "utter_education_duration"),
        ("fit_stress", "utter_fit_stress"),
    ],
)
def test_as_the_first_question_it_is_what_it_was_understood_as(conversation, understood, response):
    assert conversation.ask(understood, "how much is it?").response == response


@pytest.mark.parametrize(
    "text", ["how much is school", "what does it cost to go to school", "what does that program cost"]
)
def test_who_says_what_costs_is_answered_about_that(conversation, text):
    conversation.ask("certification_exam_fee", credential="CCMA")
    assert conversation.ask("programs_cost", text).response == "utter_programs_cost"


def test_a_name_in_the_question_says_what_it_is(conversation):
    conversation.ask("programs_online")
    answer = conversation.ask("certification_exam_fee", "how much is it for the RMA", credential="RMA")
    assert "RMA (AMT) exam costs" in answer.text


def test_it_in_one_of_several_questions_is_what_the_one_before_it_asks(conversation):
    content, fee = conversation.ask_several(
        asked("certification_exam_content", "what is on the RMA", credential="RMA"),
        asked("programs_cost", "how much is it"),
    )
    assert "RMA (AMT) exam has" in content.text
    assert "RMA (AMT) exam costs" in fee.text


def test_the_next_message_goes_on_from_what_was_meant(conversation):
    conversation.ask("certification_exam_content", credential="CCMA")
    conversation.ask("programs_cost", "how much is it?")
    assert "RMA (AMT) exam costs" in conversation.ask("context_follow_up", credential="RMA").text


def test_the_actions_that_may_have_to_give_another_answer_are_sent_the_domain(assistant):
    sent = [next(iter(action)) for action in assistant.domain_content["actions"] if isinstance(action, dict)]
    asked = {intent for aspect in _ASPECTS for intent in aspect.asked}
    assert {intent for intent in asked if assistant.answers[intent] == "fixed"} == set()  # a rule utters these at once
    looked_up = {intent for intent in asked if assistant.answers[intent] == "lookup"}
    assert {intent for intent in looked_up if f"action_{intent}" not in sent} == set()


@pytest.mark.parametrize("text", ["and the lowest?", "ok and the worst", "what about the bottom five", "the lowest"])
@pytest.mark.parametrize(
    "understood", ["salary_best_places", "compare_rank_credentials", "compare_rank_roles", "salary_top"]
)
def test_the_other_end_is_that_of_what_was_ranked(conversation, text, understood):
    conversation.ask("salary_best_places", "which state pays the most?")
    answer = conversation.ask(understood, text)
    assert answer.response == "utter_salary_best_places"
    assert answer.text.startswith("Among states, Mississippi has the lowest")


def test_with_nothing_ranked_before_the_lowest_is_what_it_was_understood_as(conversation):
    conversation.ask("salary_median")
    assert (
        conversation.ask("compare_rank_credentials", "and the lowest?").response == "utter_compare_rank_credentials_fee"
    )


@pytest.mark.parametrize("intent", ["duties_overview", "duties_clinical", "education_overview", "education_duration"])
def test_a_question_about_another_job_is_no_question_about_medical_assistants(conversation, intent):
    answer = conversation.ask(intent, "what does a phlebotomist do", occupation="phlebotomist")
    assert answer.asked == "compare_roles"
    assert "hlebotomist" in answer.text


def test_the_job_that_somebody_has_is_not_what_is_asked_about(conversation):
    text = "im a phlebotomist, how long is school"
    understood = asked("education_duration", text, occupation="phlebotomist")
    understood["entities"][0].update(start=text.index("phleb"), end=text.index(","))
    [answer] = conversation._run("action_answer_with_figures", understood)
    assert answer.response == "utter_education_duration"


def test_feelings_between_two_questions_change_no_subject(conversation):
    conversation.ask("education_certificate")
    conversation.ask("fit_doubts", "im so nervous")
    assert conversation.ask("certification_exam_fee", "how much does one cost").response == "utter_programs_cost"


def test_how_much_more_than_own_pay_is_about_that(conversation):
    conversation.ask("salary_median", place="Minnesota")
    answer = conversation.ask("salary_difference", "how much more is that than the $36,000 my job pays me")
    assert answer.asked == "salary_own"


def test_a_percentile_keeps_the_place(conversation):
    conversation.ask("salary_median", place="Ohio")
    assert "in Ohio" in conversation.ask("salary_median", "what does the bottom 10% make").text


def test_hours_of_an_externship_are_asked_in_many_ways(conversation):
    for text in (
        "how many hrs u gotta put in",
        "how many hours of that",
        "how many hours we talking",
        "and how many hours",
    ):
        conversation.ask("programs_externship", "what is the externship")
        assert conversation.scored(text, {"fit_hours": 0.3}).asked == "programs_externship", text


def test_a_difference_after_two_fees_needs_no_pronoun(conversation):
    conversation.ask("certification_exam_fee", "how much is the CCMA", credential="CCMA")
    conversation.ask("context_follow_up", "and the RMA?", credential="RMA")
    answer = conversation.ask("salary_difference", "so how much do I save with the second one")
    assert "$165" in answer.text
    assert "$150" in answer.text


def test_how_much_time_after_an_exams_questions_is_about_the_exam(conversation):
    conversation.ask("certification_exam_content", "how many questions has the CCMA", credential="CCMA")
    assert conversation.scored("and how much time", {"education_duration": 0.6}).asked == "certification_exam_content"
