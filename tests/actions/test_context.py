"""More, why, repeat and restart: each with something to go on from and without."""

import pytest

from actions.base import FAILED
from careerbot.catalog import catalog

TOPICS = {
    "What a medical assistant does": "/duties_overview",
    "How to become a medical assistant": "/education_overview",
    "Which certifications exist": "/certification_list",
    "What medical assistants earn": "/salary_median",
}


# -- more ------------------------------------------------------------------------------------------------------------


def test_more_answers_the_first_question_that_goes_on_and_offers_the_others(conversation):
    conversation.ask("programs_externship")
    schedule, placement = (catalog()[intent] for intent in catalog()["programs_externship"].more)
    answer = conversation.ask("context_more", "tell me more")
    assert answer.response == f"utter_{schedule.intent}"
    assert answer.buttons[placement.title] == f"/{placement.intent}"
    assert len(answer.buttons) <= 5


def test_more_leaves_out_what_was_asked_already(conversation):
    conversation.ask("programs_schedule")
    conversation.ask("programs_externship")
    assert conversation.ask("context_more").response == "utter_programs_placement"


def test_more_and_more_goes_on_from_what_was_told_last(conversation):
    conversation.ask("certification_exam_fee", credential="CCMA")
    told = [conversation.ask("context_more").response for _ in range(4)]
    assert len(set(told)) == 4
    assert told[:2] == ["utter_certification_exam_content", "utter_certification_passing_score"]


def test_more_keeps_to_the_certification_spoken_of(conversation):
    conversation.ask("certification_exam_fee", credential="RMA")
    answer = conversation.ask("context_more")
    assert "RMA (AMT) exam has" in answer.text
    assert "CCMA" not in answer.text


def test_more_keeps_to_the_job_and_the_place_and_so_do_its_buttons(conversation):
    conversation.ask("salary_median", occupation="phlebotomist", place="Texas")
    answer = conversation.ask("context_more")
    assert answer.response == "utter_salary_entry"
    assert "phlebotomists" in answer.text
    assert "Texas" in answer.text
    assert answer.buttons["Top pay"] == '/salary_top{"occupation": "phlebotomist", "place": "Texas"}'


def test_more_after_a_follow_up_goes_on_from_what_that_asked(conversation):
    conversation.ask("certification_exam_fee", credential="CMA")
    conversation.ask("context_follow_up", credential="RMA")
    assert "RMA (AMT) exam has" in conversation.ask("context_more").text


def test_more_after_small_talk_goes_on_from_the_answer_before(conversation):
    conversation.ask("programs_externship")
    conversation.ask("chitchat_thanks")
    assert conversation.ask("context_more").response == "utter_programs_schedule"


def test_more_with_all_told_says_so(conversation):
    conversation.ask("duties_liaison")
    for intent in catalog()["fit_cost_and_pay"].more:
        conversation.ask(intent)
    conversation.ask("fit_cost_and_pay")
    answer = conversation.ask("context_more")
    assert answer.response == "utter_context_more_all_told"
    assert answer.buttons == TOPICS


@pytest.mark.parametrize("before", [None, "chitchat_greet", "out_of_scope"])
def test_more_without_an_answer_to_go_on_from_asks_what_about(conversation, before):
    if before:
        conversation.ask(before)
    answer = conversation.ask("context_more")
    assert answer.response == "utter_context_more_nothing"
    assert answer.buttons == TOPICS


@pytest.mark.parametrize("intent", [entry.intent for entry in catalog().values() if entry.more])
def test_more_has_an_answer_after_every_intent_that_promises_one(conversation, intent):
    conversation.answers(intent)
    said = conversation.answers("context_more")
    assert FAILED not in [answer.response for answer in said]
    assert "utter_context_more_nothing" not in [answer.response for answer in said]


# -- why -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        ("outlook_growth", "outlook_reasons"),
        ("outlook_openings", "outlook_reasons"),
        ("programs_check_accreditation", "programs_accreditation"),
        ("certification_best", "certification_benefits"),
    ],
)
def test_why_is_answered_where_a_reason_is_known(conversation, before, reason):
    conversation.ask(before)
    assert conversation.ask("context_why", "why?").response == f"utter_{reason}"


def test_why_after_a_figure_says_that_the_reason_is_not_known_and_names_the_source(conversation):
    pay = conversation.ask("salary_median", place="Texas")
    answer = conversation.ask("context_why", "how come")
    assert answer.response == "utter_context_why_unknown_source"
    assert answer.source == pay.source


def test_why_of_another_jobs_growth_is_not_answered_with_the_reasons_of_medical_assistants(conversation):
    growth = conversation.ask("outlook_growth", occupation="registered nurse")
    answer = conversation.ask("context_why")
    assert answer.response == "utter_context_why_unknown_source"
    assert answer.source == growth.source


@pytest.mark.parametrize("asks_on", ["context_more", "context_why"])
@pytest.mark.parametrize("before", ["safety_self_harm", "safety_emergency", "safety_medical_advice"])
def test_who_asks_on_in_need_reads_the_same_again(conversation, before, asks_on):
    said = conversation.ask(before)
    assert conversation.ask(asks_on).text == said.text


def test_why_after_an_answer_without_a_source_promises_none(conversation):
    conversation.ask("out_of_scope")
    answer = conversation.ask("context_why")
    assert answer.response == "utter_context_why_unknown"
    assert "Source" not in answer.text


def test_why_after_a_follow_up_is_about_what_that_asked(conversation):
    conversation.ask("outlook_growth", occupation="registered nurse")
    conversation.ask("context_follow_up", occupation="medical assistant")
    assert conversation.ask("context_why").response == "utter_outlook_reasons"


@pytest.mark.parametrize("before", [None, "chitchat_greet"])
def test_why_without_an_answer_before_asks_what_is_meant(conversation, before):
    if before:
        conversation.ask(before)
    answer = conversation.ask("context_why")
    assert answer.response == "utter_context_why_nothing"
    assert "/outlook_reasons" in answer.buttons.values()


# -- repeat ----------------------------------------------------------------------------------------------------------


def test_the_last_answer_is_repeated_word_for_word_with_its_buttons(conversation):
    said = conversation.ask("salary_median", place="Texas")
    again = conversation.ask("context_repeat", "say that again")
    assert (again.text, again.buttons) == (said.text, said.buttons)


def test_all_answers_of_the_last_message_are_repeated_with_pictures(conversation):
    said = conversation.answers("compare_roles", occupation=["medical assistant", "registered nurse"])
    again = conversation.answers("context_repeat")
    assert [(answer.text, answer.picture, answer.alt) for answer in again] == [
        (answer.text, answer.picture, answer.alt) for answer in said
    ]


def test_after_thanks_the_answer_is_repeated_and_not_the_welcome(conversation):
    said = conversation.ask("salary_median")
    conversation.ask("chitchat_thanks")
    assert conversation.ask("context_repeat").text == said.text


def test_a_repeated_answer_can_be_repeated_and_followed_up(conversation):
    said = conversation.ask("certification_exam_fee", credential="CCMA")
    conversation.ask("context_repeat")
    assert conversation.ask("context_repeat").text == said.text
    assert "RMA (AMT) exam costs" in conversation.ask("context_follow_up", credential="RMA").text


def test_a_greeting_is_repeated_if_nothing_else_was_said(conversation):
    said = conversation.ask("chitchat_greet")
    assert conversation.ask("context_repeat").text == said.text


def test_with_nothing_said_there_is_nothing_to_repeat(conversation):
    answer = conversation.ask("context_repeat")
    assert answer.response == "utter_context_repeat_nothing"
    assert answer.buttons == TOPICS


# -- restart ---------------------------------------------------------------------------------------------------------


def test_a_restart_says_so_and_forgets_the_slots(conversation):
    conversation.ask("salary_median", place="Texas")
    answer = conversation.ask("context_restart", "start over")
    assert answer.text.startswith("All right, we start over.")
    assert answer.buttons == TOPICS
    assert not any(conversation.slots.values())


@pytest.mark.parametrize(
    ("intent", "names", "response"),
    [
        ("context_follow_up", {"place": "Ohio"}, "utter_context_missing_place"),
        ("context_more", {}, "utter_context_more_nothing"),
        ("context_why", {}, "utter_context_why_nothing"),
        ("context_repeat", {}, "utter_context_repeat_nothing"),
        ("context_choice", {}, "utter_context_choice_nothing"),
        ("chitchat_affirm", {}, "utter_chitchat_affirm"),
        ("chitchat_deny", {}, "utter_chitchat_deny"),
    ],
)
def test_after_a_restart_there_is_nothing_to_go_on_from(conversation, intent, names, response):
    conversation.ask("salary_median", place="Texas")
    conversation.ask("context_restart")
    assert conversation.ask(intent, "the first one", **names).response == response


def test_after_a_restart_a_certification_is_asked_for_again(conversation):
    conversation.ask("certification_exam_fee", credential="CCMA")
    conversation.ask("context_restart")
    assert conversation.ask("certification_renewal").response == "utter_certification_which"
