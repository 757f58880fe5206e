import asyncio
import logging

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import FAILED, Lookup, Reply
from actions.credentials import ActionCertificationExamFee
from actions.pay import ActionSalaryMedian

APOLOGY = "I am sorry, I could not look that up just now."


@pytest.fixture
def broken_pay(monkeypatch):
    def fail(self, question, facts):
        raise ValueError("the pay table is upside down")

    monkeypatch.setattr(ActionSalaryMedian, "answer", fail)


def test_an_exception_in_answer_becomes_an_apology(conversation, broken_pay):
    answer = conversation.ask("salary_median")
    assert answer.response == FAILED
    assert answer.text.startswith(APOLOGY)
    assert "bls.gov/ooh" in answer.text


def test_the_cause_of_a_failure_is_in_the_log_with_action_and_intent(conversation, broken_pay, caplog):
    with caplog.at_level(logging.ERROR, logger="actions.base"):
        conversation.ask("salary_median")
    [record] = caplog.records
    assert "action_salary_median" in record.getMessage()
    assert "intent salary_median" in record.getMessage()
    assert "the pay table is upside down" in caplog.text


def test_a_failure_sets_no_slot(conversation, broken_pay):
    conversation.ask("salary_entry", place="Texas")
    before = dict(conversation.slots)
    assert conversation.ask("salary_median", place="Ohio").slots == {}
    assert conversation.slots == before


def test_what_was_said_before_the_failure_is_taken_back():
    class HalfWay(Lookup):
        def name(self):
            return "half_way"

        def respond(self, dispatcher, tracker, domain):
            dispatcher.utter_message(text="The median pay is")
            raise RuntimeError("the lamp went out")

        def answer(self, question, facts):
            raise NotImplementedError

    dispatcher = CollectingDispatcher()
    empty = Tracker("test", {}, {}, [], False, None, {}, None)
    events = asyncio.run(HalfWay().run(dispatcher, empty, {}))
    assert events == []
    assert [message["response"] for message in dispatcher.messages] == [FAILED]
    assert dispatcher.messages[0]["text"] is None


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all/facts.db", "sqlite:///{empty}", "postgresql://nobody@[::"])
@pytest.mark.parametrize("intent", ["salary_median", "certification_exam_fee", "state_rules", "education_duration"])
def test_without_a_fact_base_every_kind_of_action_apologizes_and_logs_why(
    conversation, facts_at, tmp_path, caplog, url, intent
):
    facts_at(url.format(empty=tmp_path / "empty.db"))
    answer = conversation.ask(intent)
    assert answer.text.startswith(APOLOGY)
    assert answer.slots == {}
    assert "fact base" in caplog.text


def test_a_fact_base_that_is_there_again_answers_again(conversation, facts_at, facts_url):
    facts_at("sqlite:////nowhere/at/all/facts.db")
    assert conversation.ask("salary_median").response == FAILED
    facts_at(facts_url)
    assert "$45,690" in conversation.ask("salary_median").text


def test_context_slots_that_a_reply_names_are_set_and_the_others_stay(conversation, monkeypatch):
    def answer(self, question, facts):
        return Reply("utter_context_missing", context={"place": None})

    monkeypatch.setattr(ActionCertificationExamFee, "answer", answer)
    conversation.slots.update(place="TX", occupation="31-9091")
    said = conversation.ask("certification_exam_fee")
    assert said.slots == {"place": None}
    assert conversation.slots["occupation"] == "31-9091"


def test_each_source_stands_once_in_the_source_line_and_after_the_text(conversation):
    answer = conversation.ask("compare_roles", occupation=["registered nurse", "phlebotomist"])
    assert answer.source.count("Occupational Employment and Wage Statistics") == 1
    assert answer.source.count("Employment Projections 2024-34") == 1


def test_every_look_up_of_the_catalog_has_an_action(assistant):
    lookups = [intent for intent, kind in assistant.answers.items() if kind == "lookup"]
    assert [intent for intent in lookups if f"action_{intent}" not in assistant.executor.actions] == []


def test_every_action_of_the_domain_is_there_and_no_other(assistant):
    listed = {next(iter(entry)) if isinstance(entry, dict) else entry for entry in assistant.domain_content["actions"]}
    ours = {name for name, run in assistant.executor.actions.items() if run.__self__.__module__.startswith("actions.")}
    assert listed == ours
