"""Messages that were not understood, or wrongly: guesses, then what the assistant can do and who can be reached."""

import json

import pytest
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from actions.not_understood import SOMETHING_ELSE, TOPICS
from careerbot.contact import VARIABLE
from tests.actions.conftest import asked

DESK = "Career center, careers@example.org, 555-0100"
NOISE = {"out_of_scope": 0.02}
DUTIES, SCHOOL = "What a medical assistant does", "How to become a medical assistant"
PAY = "What medical assistants earn"


@pytest.fixture(autouse=True)
def _nobody_to_reach(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setenv(VARIABLE, DESK)


# -- a question that leaves out everything ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "text", "response"),
    [
        ("certification_overview", "how much", "utter_certification_exam_fee"),
        ("education_associate", "ok and how much?", "utter_programs_cost"),
        ("education_associate", "n how long", "utter_education_duration"),
        ("certification_exam_fee", "and how hard", "utter_certification_pass_rate"),
        ("duties_overview", "how much", "utter_not_understood_guesses"),
        ("certification_overview", "how much wood", "utter_not_understood_guesses"),
    ],
)
def test_a_bare_how_much_is_about_what_was_asked_last(conversation, before, text, response):
    conversation.ask(before, credential="CMA")
    assert conversation.scored(text, {"programs_cost": 0.12, "salary_median": 0.1}).response == response


def test_a_bare_how_much_with_nothing_before_gets_guesses(conversation):
    assert conversation.scored("how much", {"programs_cost": 0.12, "salary_median": 0.1}).response == (
        "utter_not_understood_guesses"
    )


# -- the first time --------------------------------------------------------------------------------------------------


def test_near_guesses_are_offered_by_their_titles_with_a_way_out(conversation):
    answer = conversation.scored("needles", {"scope_blood": 0.157, "fit_stress": 0.118, "out_of_scope": 0.1})
    assert "Did you mean one of these?" in answer.text
    assert answer.buttons == {
        "Drawing blood": "/scope_blood",
        "Is it hard or stressful?": "/fit_stress",
        "Something else": "/chitchat_deny",
    }


def test_nothing_is_offered_for_words_that_are_like_nothing(conversation):
    answer = conversation.scored("plonk the wibble frum", NOISE)
    assert answer.response == "utter_default"
    assert answer.text.startswith("I did not understand that.")
    assert {DUTIES, SCHOOL} < set(answer.buttons)


def test_a_model_without_a_ranking_is_not_understood_either(conversation):
    assert conversation.scored("x", {}).response == "utter_default"


def test_a_guess_keeps_the_names_of_the_message(conversation):
    answer = conversation.scored("texas thing", {"salary_median": 0.2, "state_rules": 0.1}, place="Texas", year="2021")
    assert answer.buttons[PAY] == '/salary_median{"place": "Texas", "year": "2021"}'
    assert answer.buttons["Rules in your state"] == '/state_rules{"place": "Texas", "year": "2021"}'


def test_several_names_of_a_kind_are_kept_each_once_and_rasa_reads_them_all(conversation, assistant):
    answer = conversation.scored("x", {"salary_median": 0.2}, place=["Texas", "Ohio", "Texas"])
    payload = answer.buttons[PAY]
    assert json.loads(payload.removeprefix("/salary_median")) == {"place": ["Texas", "Ohio"]}
    read = YAMLStoryReader.unpack_regex_message(Message(data={"text": payload}), assistant.domain)
    assert [(entity["entity"], entity["value"]) for entity in read.get("entities")] == [
        ("place", "Texas"),
        ("place", "Ohio"),
    ]


def test_what_is_no_name_of_the_fact_base_does_not_go_along(conversation):
    answer = conversation.scored("x", {"fit_hours": 0.2}, input_problem="markup")
    assert answer.buttons["Hours and shifts"] == "/fit_hours"


# -- answered rather than asked --------------------------------------------------------------------------------------


def test_danger_that_is_near_is_answered_with_the_number_to_call(conversation):
    answer = conversation.scored("took pills", {"safety_medical_advice": 0.16, "safety_emergency": 0.13})
    assert "Call [911](tel:911)" in answer.text
    assert not answer.buttons


def test_what_is_out_of_scope_by_far_is_told_so(conversation):
    answer = conversation.scored("what is a quark", {"out_of_scope": 0.2, "fit_hours": 0.01})
    assert answer.response == "utter_out_of_scope"


def test_small_talk_by_far_is_answered_as_its_own_rule_would(conversation, desk):
    answer = conversation.scored("boss", {"chitchat_person": 0.13, "safety_abuse": 0.1})
    assert DESK in answer.text


def test_a_follow_up_by_far_is_answered_from_the_context(conversation):
    conversation.ask("salary_median", place="Ohio")
    answer = conversation.scored("same but wyoming", {"context_follow_up": 0.2, "fit_hours": 0.01}, place="Wyoming")
    assert "Wyoming" in answer.text
    assert conversation.slots["place"] == "WY"


# -- again -----------------------------------------------------------------------------------------------------------


def test_the_second_time_in_a_row_tells_what_the_assistant_can_do(conversation):
    conversation.scored("frum", NOISE)
    answer = conversation.scored("plonk", NOISE)
    assert answer.text.startswith("I am sorry, I still do not understand. I know about:")
    assert list(answer.buttons.values()) == [f"/{intent}" for intent in TOPICS]


def test_the_second_time_still_offers_its_guesses_first(conversation):
    conversation.scored("frum", NOISE)
    answer = conversation.scored("money", {"salary_median": 0.2, "programs_cost": 0.1}, place="Ohio")
    assert list(answer.buttons) == [PAY, "What school costs", DUTIES, SCHOOL, "How to choose a program"]
    assert answer.buttons[PAY] == '/salary_median{"place": "Ohio"}'


def test_a_topic_that_is_also_a_guess_is_offered_once(conversation):
    conversation.scored("frum", NOISE)
    answer = conversation.scored("the job", {"duties_overview": 0.2}, place="Ohio")
    assert answer.buttons[DUTIES] == '/duties_overview{"place": "Ohio"}'
    assert len(answer.buttons) == len(TOPICS)


def test_the_third_time_is_short(conversation):
    for _ in range(2):
        conversation.scored("frum", NOISE)
    for _ in range(2):
        answer = conversation.scored("frum", NOISE)
        assert answer.text.startswith("I am sorry, I did not understand that either.")
        assert list(answer.buttons.values()) == [f"/{intent}" for intent in TOPICS]


@pytest.mark.parametrize("times", [2, 3])
def test_from_the_second_time_on_the_contact_is_named_if_there_is_one(conversation, desk, times):
    answers = [conversation.scored("frum", NOISE) for _ in range(times)]
    assert DESK not in answers[0].text
    assert f"You can reach a person here: {DESK}" in answers[-1].text


@pytest.mark.parametrize("times", [1, 2, 3])
def test_nobody_is_spoken_of_if_there_is_no_contact(conversation, times):
    text = [conversation.scored("frum", NOISE) for _ in range(times)][-1].text
    assert not [word for word in ("person", "human", "contact", "{") if word in text]


def test_an_answer_in_between_begins_the_count_anew(conversation):
    conversation.scored("frum", NOISE)
    conversation.ask("fit_remote")
    assert conversation.scored("frum", NOISE).response == "utter_default"


def test_a_no_to_the_guesses_in_between_does_not(conversation):
    conversation.scored("money", {"programs_cost": 0.2})
    conversation.ask(SOMETHING_ELSE["payload"].lstrip("/"))
    assert "I still do not understand" in conversation.scored("frum", NOISE).text


def test_what_was_answered_on_a_guess_begins_the_count_anew(conversation):
    conversation.scored("frum", NOISE)
    conversation.scored("quark", {"out_of_scope": 0.2})
    assert conversation.scored("frum", NOISE).response == "utter_default"


# -- that is not what I asked ----------------------------------------------------------------------------------------

UNCLEAR = {"scope_blood": 0.4, "fit_stress": 0.12, "duties_clinical": 0.06, "out_of_scope": 0.05}


def test_a_complaint_gets_an_apology_and_the_next_best_guesses_of_the_question_before(conversation):
    conversation.scored("needles in texas", UNCLEAR, place="Texas")
    answer = conversation.ask("chitchat_wrong")
    assert answer.text.startswith("I am sorry, I did not get that right. Did you mean one of these?")
    assert answer.buttons == {
        "Is it hard or stressful?": '/fit_stress{"place": "Texas"}',
        "Clinical duties": '/duties_clinical{"place": "Texas"}',
        "Something else": "/chitchat_deny",
    }


@pytest.mark.parametrize("between", ["chitchat_thanks", "chitchat_deny"])
def test_small_talk_between_question_and_complaint_is_looked_past(conversation, between):
    conversation.scored("needles", UNCLEAR)
    conversation.ask(between)
    assert "Clinical duties" in conversation.ask("chitchat_wrong").buttons


def test_guesses_that_were_offered_in_vain_are_not_offered_again(conversation):
    conversation.scored("needles", {"scope_blood": 0.2, "fit_stress": 0.19, "fit_hours": 0.18, "fit_remote": 0.17})
    answer = conversation.ask("chitchat_wrong")
    assert list(answer.buttons) == ["Working from home", "Something else"]


def test_what_was_typed_into_a_form_is_no_question_that_could_be_guessed(conversation):
    conversation.scored("needles", UNCLEAR)
    conversation.events.append({"event": "active_loop", "name": "program_form"})
    conversation.scored("about a year", {"education_duration": 0.4, "fit_hours": 0.2})
    conversation.events.append({"event": "active_loop", "name": None})
    buttons = conversation.ask("chitchat_wrong").buttons
    assert "Clinical duties" in buttons
    assert "Hours and shifts" not in buttons


def test_a_complaint_without_another_guess_gets_an_apology_and_topics(conversation):
    conversation.ask("fit_remote")
    answer = conversation.ask("chitchat_wrong")
    assert answer.response == "utter_chitchat_wrong"
    assert "Something else" not in answer.buttons


def test_a_complaint_before_any_question_gets_an_apology_and_topics(conversation):
    assert conversation.ask("chitchat_wrong").response == "utter_chitchat_wrong"


def test_what_a_message_with_several_questions_was_answered_with_is_not_offered_again(conversation):
    conversation.ask_several(asked("fit_hours"), asked("fit_remote"))
    scores = {"several_questions": 0.6, "fit_hours": 0.5, "fit_remote": 0.3, "fit_dress_code": 0.2}
    conversation.events[0]["parse_data"]["intent_ranking"] = [
        {"name": name, "confidence": score} for name, score in scores.items()
    ]
    assert list(conversation.ask("chitchat_wrong").buttons) == ["Dress code and tattoos", "Something else"]


def test_what_a_follow_up_was_answered_with_is_not_offered_again(conversation):
    conversation.ask("salary_median")
    conversation.scored("ohio?", {"context_follow_up": 0.5, "salary_median": 0.3, "state_rules": 0.2}, place="Ohio")
    answer = conversation.ask("chitchat_wrong")
    assert answer.buttons == {
        "Rules in your state": '/state_rules{"place": "Ohio"}',
        "Something else": "/chitchat_deny",
    }


@pytest.mark.parametrize(
    ("scores", "response"),
    [
        ({"fit_stress": 0.5, "safety_medical_advice": 0.3}, "utter_safety_medical_advice"),
        ({"fit_stress": 0.5, "out_of_scope": 0.3}, "utter_out_of_scope"),
        ({"fit_stress": 0.5, "chitchat_goodbye": 0.3}, "utter_chitchat_wrong"),
    ],
)
def test_only_danger_and_what_is_out_of_scope_are_answered_on_a_complaint(conversation, scores, response):
    conversation.scored("it hurts", scores)
    assert conversation.ask("chitchat_wrong").response == response


def test_the_second_complaint_in_a_row_tells_what_the_assistant_can_do_and_the_third_is_short(conversation, desk):
    conversation.scored("needles", UNCLEAR)
    conversation.ask("chitchat_wrong")
    second = conversation.ask("chitchat_wrong")
    assert second.text.startswith("I am sorry, I still do not understand.")
    assert DESK in second.text
    assert conversation.ask("chitchat_wrong").text.startswith("I am sorry, I did not understand that either.")


def test_a_complaint_after_the_next_try_is_the_second(conversation):
    conversation.scored("needles", UNCLEAR)
    conversation.ask("chitchat_wrong")
    conversation.ask("fit_remote")
    assert "I still do not understand" in conversation.ask("chitchat_wrong").text


def test_not_understood_after_a_complaint_is_the_second_time(conversation):
    conversation.ask("fit_remote")
    conversation.ask("chitchat_wrong")
    assert "I still do not understand" in conversation.scored("frum", NOISE).text


def test_a_complaint_after_an_answered_question_is_a_first_one_whatever_happened_before(conversation):
    conversation.scored("frum", NOISE)
    conversation.ask("fit_remote")
    conversation.ask("fit_hours")
    assert conversation.ask("chitchat_wrong").response == "utter_chitchat_wrong"


def test_a_crisis_that_is_only_a_guess_gets_the_number_without_a_claim_to_know(conversation):
    answer = conversation.scored("i lie awake", {"fit_doubts": 0.15, "safety_self_harm": 0.07})
    assert answer.response == "utter_not_understood_crisis"
    assert "988" in answer.text
