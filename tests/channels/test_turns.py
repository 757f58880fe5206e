import pytest
from rasa.shared.core.events import BotUttered, UserUttered

from actions import turns as actions_turns
from careerbot.channels.turns import ANSWERED, is_rateable, turns


def asked(id):
    return UserUttered("pay?", {"name": "salary_median", "confidence": 0.7}, message_id=id)


def said(text, response="utter_salary_median"):
    return BotUttered(text, None, {"utter_action": response})


def test_an_answer_belongs_to_the_message_before_it():
    found = turns([said("cut off"), asked("one"), said("1"), said("2"), asked("two")])
    assert [(turn.asked.message_id, [event.text for event in turn.said]) for turn in found] == [
        ("one", ["1", "2"]),
        ("two", []),
    ]


def test_a_rating_names_every_response_of_the_turn_once():
    [turn] = turns([asked("one"), said("1"), said("2"), said("3", "utter_state_rules")])
    assert turn.answered(1, "me", "slack").answer == "utter_salary_median, utter_state_rules"


@pytest.mark.parametrize(
    "response",
    [
        "utter_salary_median_place",
        "utter_duties_overview",
        "utter_out_of_scope",
        "utter_certification_exam_fee",
        "utter_program_form_result",
        "utter_eligibility_form_result",
    ],
)
def test_thumbs_make_sense_under_an_answer(response):
    assert is_rateable(response)


@pytest.mark.parametrize(
    "response",
    [
        "utter_chitchat_greet",
        "utter_feedback_up",
        "utter_feedback_form_result_",
        "utter_action_failed",
        "utter_not_understood_guesses",
        "utter_context_more_nothing",
        "utter_safety_self_harm",
        "utter_ask_program_form_program_time",
        "utter_hint_program_form_money",
        "utter_form_stopped",
        "utter_salaryman",
        "",
    ],
)
def test_thumbs_make_no_sense_under_small_talk_questions_and_apologies(response):
    assert not is_rateable(response)


def test_every_kind_of_response_in_the_domain_is_either_an_answer_or_known_to_be_none(domain):
    """So that a new family of responses is looked at."""
    none = {"action", "ask", "chitchat", "context", "default", "feedback", "form", "hint", "not"}
    none |= {"safety", "unknown", "no", "job"}  # "no figures of that", "that job is unknown"
    families = {name.split("_")[1] for name in domain.responses}
    rated = {name.split("_")[1] for name in domain.responses if is_rateable(name)}
    assert families - rated == none


def test_the_key_that_marks_an_answered_question_is_the_one_that_actions_set():
    assert ANSWERED == actions_turns.ANSWERED
