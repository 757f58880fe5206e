"""``ActionAnswerSeveral``: each question of a message answered as if it had come alone, after those before it."""

import logging

import pytest
from ruamel.yaml import YAML

from actions.base import FAILED
from actions.credentials import ActionCertificationRenewal
from actions.pay import ActionSalaryMedian
from tests.actions.conftest import ROOT, Conversation, asked

APOLOGY = "I am sorry, I could not look that up just now."

CATALOG = YAML(typ="safe").load(ROOT / "catalog.yml")
INTENTS = [entry["intent"] for topic in CATALOG.values() for entry in topic]


def failing(*_):
    raise ValueError("the table is upside down")


def test_two_look_ups_are_answered_in_the_order_of_the_questions(conversation):
    pay, fee = conversation.ask_several(
        asked("salary_median", place="Ohio"), asked("certification_exam_fee", credential="RMA")
    )
    assert "$42,810" in pay.text
    assert "RMA (AMT) exam costs" in fee.text
    fee, pay = Conversation(conversation.assistant).ask_several(
        asked("certification_exam_fee", credential="RMA"), asked("salary_median", place="Ohio")
    )
    assert "RMA (AMT) exam costs" in fee.text
    assert "$42,810" in pay.text


def test_a_fixed_answer_a_look_up_and_one_with_figures_stand_side_by_side(conversation):
    answers = conversation.ask_several(
        asked("duties_overview"), asked("salary_median", place="Texas"), asked("education_duration")
    )
    duties, pay, duration = answers
    assert [answer.response for answer in answers] == [
        "utter_duties_overview",
        "utter_salary_median_place",
        "utter_education_duration",
    ]
    assert "A medical assistant helps a clinic run" in duties.text
    assert "$39,520" in pay.text
    assert "9 to 12 months" in duration.text
    assert all(answer.source for answer in answers)
    assert not any("{" in answer.text for answer in answers)


@pytest.mark.parametrize("intent", INTENTS)
def test_every_question_of_the_catalog_is_answered_as_if_it_had_come_alone(assistant, intent):
    alone = Conversation(assistant).ask(intent)
    other = "programs_online" if intent != "programs_online" else "programs_cost"
    first, second = Conversation(assistant).ask_several(asked(intent), asked(other))
    assert alone.response != FAILED
    assert (first.response, first.text, first.buttons) == (alone.response, alone.text, alone.buttons)
    assert second.response == f"utter_{other}"


def test_a_question_that_names_no_credential_is_about_the_one_before_it(conversation):
    fee, renewal = conversation.ask_several(
        asked("certification_exam_fee", "what does the CCMA cost", credential="CCMA"),
        asked("certification_renewal", "how long is it valid"),
    )
    assert "CCMA (NHA) exam costs" in fee.text
    assert renewal.response == "utter_certification_renewal"
    assert "CCMA" in renewal.text


def test_a_question_that_names_no_credential_is_about_the_one_of_an_earlier_message(conversation):
    conversation.ask("certification_exam_fee", credential="NCMA")
    pay, renewal = conversation.ask_several(asked("programs_online"), asked("certification_renewal"))
    assert pay.response == "utter_programs_online"
    assert "NCMA" in renewal.text


def test_a_place_alone_repeats_the_look_up_before_it(conversation):
    nation, state = conversation.ask_several(
        asked("salary_entry"), asked("context_follow_up", "and in Texas", place="Texas")
    )
    assert "in the United States" in nation.text
    assert "in Texas" in state.text
    assert state.response == nation.response


def test_a_place_alone_after_what_states_decide_asks_for_the_rules_there(conversation):
    required, rules = conversation.ask_several(
        asked("certification_required"), asked("context_follow_up", place="Ohio")
    )
    assert required.response == "utter_certification_required"
    assert rules.asked == "state_rules"
    assert "Ohio" in rules.text


def test_the_first_question_may_follow_up_on_the_message_before(conversation):
    conversation.ask("certification_required")
    rules, duties = conversation.ask_several(asked("context_follow_up", place="Ohio"), asked("duties_overview"))
    assert rules.asked == "state_rules"
    assert "Ohio" in rules.text
    assert duties.response == "utter_duties_overview"


def test_the_next_message_follows_up_on_the_last_question(conversation):
    conversation.ask_several(asked("education_duration"), asked("certification_required"))
    rules = conversation.ask("context_follow_up", place="Ohio")
    assert rules.asked == "state_rules"
    conversation.ask_several(asked("certification_required"), asked("salary_entry"))
    pay = conversation.ask("context_follow_up", place="Ohio")
    assert pay.asked == "salary_entry"
    assert " in Ohio" in pay.text


def test_afterwards_the_slots_say_what_the_last_look_up_was_about(conversation):
    conversation.slots.update(setting="622000")
    conversation.ask_several(
        asked("salary_median", place="Texas", occupation="phlebotomist"),
        asked("certification_exam_fee", credential="CCMA"),
    )
    assert conversation.slots == {
        "credential": "CCMA",
        "occupation": "31-9097",
        "place": "TX",
        "setting": "622000",
        "year": None,
        "compared": None,
        "ranked_by": None,
    }
    assert "CCMA (NHA)" in conversation.ask("certification_renewal").text


def test_a_later_look_up_takes_back_the_place_of_an_earlier_one(conversation):
    conversation.ask_several(asked("salary_median", place="Texas"), asked("outlook_growth"))
    assert conversation.slots["place"] is None


@pytest.mark.parametrize("broken_first", [True, False])
def test_one_question_that_fails_leaves_the_others_answered(conversation, monkeypatch, caplog, broken_first):
    monkeypatch.setattr(ActionSalaryMedian, "answer", failing)
    questions = [asked("salary_median", place="Texas"), asked("certification_exam_fee", credential="CCMA")]
    with caplog.at_level(logging.ERROR, logger="actions.base"):
        answers = conversation.ask_several(*(questions if broken_first else reversed(questions)))
    pay, fee = answers if broken_first else reversed(answers)
    assert pay.response == FAILED
    assert pay.text.startswith(APOLOGY)
    assert "CCMA (NHA) exam costs" in fee.text
    assert conversation.slots["credential"] == "CCMA"
    assert conversation.slots["place"] is None
    [record] = caplog.records
    assert "action_salary_median failed for intent salary_median" in record.getMessage()
    assert "the table is upside down" in caplog.text


def test_what_a_question_had_begun_to_say_is_taken_back_and_no_answer_before_it(conversation, monkeypatch):
    def half_way(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="It is valid for")
        raise RuntimeError("the lamp went out")

    monkeypatch.setattr(ActionCertificationRenewal, "respond", half_way)
    fee, renewal, duties = conversation.ask_several(
        asked("certification_exam_fee", credential="CCMA"), asked("certification_renewal"), asked("duties_overview")
    )
    assert "CCMA (NHA) exam costs" in fee.text
    assert (renewal.response, "It is valid for" in renewal.text) == (FAILED, False)
    assert duties.response == "utter_duties_overview"


def test_a_question_that_no_answer_belongs_to_is_an_apology_of_its_own(conversation):
    nothing, duties = conversation.ask_several(asked("weather_tomorrow"), asked("duties_overview"))
    assert nothing.response == FAILED
    assert duties.response == "utter_duties_overview"


@pytest.mark.parametrize("understood", [asked("several_questions"), {**asked("several_questions"), "questions": None}])
def test_a_message_without_its_questions_is_an_apology_and_sets_nothing(conversation, understood):
    conversation.ask("salary_entry", place="Texas")
    before = dict(conversation.slots)
    [answer] = conversation._run("action_answer_several", understood)
    assert answer.text.startswith(APOLOGY)
    assert conversation.slots == before


def test_without_a_fact_base_a_fixed_answer_is_given_all_the_same(conversation, facts_at):
    facts_at("sqlite:////nowhere/at/all/facts.db")
    pay_and_duration, duties = conversation.ask_several(
        asked("salary_median"), asked("education_duration"), asked("duties_overview")
    )
    assert pay_and_duration.response == FAILED
    assert duties.response == "utter_duties_overview"
