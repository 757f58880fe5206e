"""Thumbs under an answer: kept with the question, thanked once, noted after that; a failing store is no silence."""

import sqlite3

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.feedback import ActionFeedbackDown
from actions.forms import form_opened_by
from careerbot.catalog import catalog
from careerbot.feedback import REASONS, URL_VARIABLE
from tests.actions.conftest import asked

WHY = "What was wrong with it?"
THANKS = "Thank you. I have kept that with your question"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The rows of the store, oldest first."""
    path = tmp_path / "feedback.db"
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{path}")

    def read():
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM feedback ORDER BY rated_at")]

    return read


@pytest.fixture
def broken(monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "postgresql://bot:s3cret@127.0.0.1:1/none")


def down(conversation, reason):
    return conversation.ask("feedback_down", f'/feedback_down{{"reason": "{reason}"}}', reason=reason)


# -- what is kept ------------------------------------------------------------------------------------------------------


def test_a_thumb_up_is_kept_with_the_answer_before_it_and_thanked_for(conversation, kept):
    conversation.scored("pay in ohio?", {"salary_median": 0.8}, place="Ohio")
    answer = conversation.ask("feedback_up", "/feedback_up")
    assert answer.text == "Thank you for telling me! I am glad that it helped."
    [row] = kept()
    wanted = {
        "question": "pay in ohio?",
        "intent": "salary_median",
        "score": 0.8,
        "answer": "utter_salary_median_place",
        "channel": "test",
        "helped": 1,
        "reason": None,
        "comment": None,
    }
    assert wanted.items() <= row.items()


def test_a_thumb_down_asks_why_with_a_button_for_each_reason(conversation, kept):
    conversation.ask("fit_hours", "hours?")
    answer = conversation.ask("feedback_down", "/feedback_down")
    assert WHY in answer.text
    assert list(answer.buttons) == [*REASONS.values(), "Skip"]
    assert answer.buttons["Hard to read"] == '/feedback_down{"reason": "hard_to_read"}'
    [row] = kept()
    assert (row["question"], row["helped"], row["reason"]) == ("hours?", 0, None)


@pytest.mark.parametrize("reason", REASONS)
def test_the_reason_is_kept_in_the_same_row_and_thanked_for(conversation, kept, reason):
    conversation.ask("fit_hours")
    conversation.ask("feedback_down", "/feedback_down")
    assert down(conversation, reason).text.startswith(THANKS)
    [row] = kept()
    assert (row["helped"], row["reason"], row["intent"]) == (0, reason, "fit_hours")


def test_a_thumb_down_that_brings_its_reason_is_not_asked_for_it(conversation, kept):
    conversation.ask("fit_hours")
    assert down(conversation, "wrong_facts").text.startswith(THANKS)
    assert kept()[0]["reason"] == "wrong_facts"


def test_a_reason_that_is_none_of_ours_is_not_kept(conversation, kept):
    conversation.ask("fit_hours")
    assert WHY in down(conversation, "because").text
    assert kept()[0]["reason"] is None


# -- which answer ------------------------------------------------------------------------------------------------------


def test_small_talk_is_looked_past(conversation, kept):
    conversation.ask("fit_hours", "hours?")
    conversation.ask("chitchat_thanks", "thx")
    conversation.ask("feedback_up", "that was helpful")
    assert kept()[0]["question"] == "hours?"


def test_what_was_not_understood_can_be_rated_too(conversation, kept):
    conversation.scored("plonk", {})
    conversation.ask("feedback_down", "/feedback_down")
    row = kept()[0]
    assert (row["intent"], row["answer"]) == ("nlu_fallback", "utter_default")


def test_a_follow_up_is_kept_by_what_it_turned_out_to_ask(conversation, kept):
    conversation.ask("salary_median", "pay?")
    conversation.scored("and in ohio", {"context_follow_up": 0.7}, place="Ohio")
    conversation.ask("feedback_up", "/feedback_up")
    row = kept()[0]
    assert (row["question"], row["intent"], row["score"]) == ("and in ohio", "salary_median", 0.7)
    assert row["answer"] == "utter_salary_median_place"


def test_several_questions_in_one_message_are_one_row_with_every_answer(conversation, kept):
    conversation.ask_several(asked("fit_hours"), asked("fit_remote"))
    conversation.ask("feedback_up", "/feedback_up")
    row = kept()[0]
    assert (row["intent"], row["answer"]) == ("several_questions", "utter_fit_hours, utter_fit_remote")


def test_the_next_answer_is_rated_by_itself(conversation, kept):
    for intent in ("fit_hours", "fit_remote"):
        conversation.ask(intent)
        assert conversation.ask("feedback_up", "/feedback_up").text.startswith("Thank you")
    assert [row["intent"] for row in kept()] == ["fit_hours", "fit_remote"]


def test_a_form_is_rated_as_the_question_that_opened_it(conversation, kept):
    opens = next(intent for intent in catalog() if form_opened_by(intent))
    conversation.ask("fit_hours", "hours?")
    said = {"event": "bot", "metadata": {"utter_action": "utter_result"}, "data": {}}
    conversation.events += [
        {"event": "user", "text": "which one fits", "parse_data": {"intent": {"name": opens}}, "message_id": "m1"},
        {"event": "active_loop", "name": "a_form"},
        {**said, "metadata": {"utter_action": "utter_ask_a_form_state"}},
        {"event": "user", "text": "Ohio", "parse_data": {"intent": {"name": "context_follow_up"}}, "message_id": "m2"},
        {"event": "active_loop", "name": None},
        said,
    ]
    conversation.ask("feedback_up", "/feedback_up")
    row = kept()[0]
    assert (row["question"], row["intent"], row["answer"]) == ("Ohio", opens, "utter_result")


@pytest.mark.parametrize("intent", ["feedback_up", "feedback_down"])
@pytest.mark.parametrize("before", [[], ["chitchat_greet"]])
def test_without_an_answer_there_is_nothing_to_rate(conversation, kept, intent, before):
    for name in before:
        conversation.ask(name)
    assert conversation.ask(intent).text.startswith("There is no answer yet that you could rate.")
    assert conversation.loop is None


# -- again -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"), [("up", "up"), ("up", "down"), ("down wrong_facts", "up"), ("down wrong_facts", "down")]
)
def test_the_second_rating_of_an_answer_is_noted_and_takes_the_place_of_the_first(conversation, kept, first, second):
    conversation.ask("fit_hours")
    for rating in (first, second):
        thumb, _, reason = rating.partition(" ")
        answer = down(conversation, reason) if reason else conversation.ask(f"feedback_{thumb}", f"/feedback_{thumb}")
    assert answer.text == "Noted."
    [row] = kept()
    assert row["helped"] == (second == "up")


def test_a_second_reason_is_noted_and_takes_the_place_of_the_first(conversation, kept):
    conversation.ask("fit_hours")
    down(conversation, "wrong_facts")
    assert down(conversation, "hard_to_read").text == "Noted."
    assert [row["reason"] for row in kept()] == ["hard_to_read"]


def test_inside_another_form_the_thumb_is_noted_and_the_next_message_belongs_to_the_form(conversation, kept):
    conversation.ask("fit_hours")
    said, message = CollectingDispatcher(), {"event": "user", "text": "/feedback_down", "parse_data": {}}
    events = [*conversation.events, message]
    tracker = Tracker("me", {}, {"text": "/feedback_down"}, events, False, None, {"name": "program_form"}, None)
    assert ActionFeedbackDown().respond(said, tracker, {}) == []
    assert said.messages[0]["response"] == "utter_feedback_noted"
    assert [button["title"] for button in said.messages[0]["buttons"]] == list(REASONS.values())
    assert len(kept()) == 1


# -- failures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["feedback_up", "feedback_down"])
def test_a_store_that_fails_is_told_politely_and_the_log_has_the_cause(conversation, broken, caplog, intent):
    conversation.ask("fit_hours")
    answer = conversation.ask(intent)
    assert answer.text == "Thank you for telling me. I could not keep it just now, but you can go on asking."
    assert "the store of feedback at postgresql://bot:***@127.0.0.1:1/none" in caplog.text
    assert "s3cret" not in caplog.text
    assert conversation.loop is None


def test_an_address_that_is_none_is_told_politely_too(conversation, monkeypatch, caplog):
    monkeypatch.setenv(URL_VARIABLE, "nonsense")
    conversation.ask("fit_hours")
    assert conversation.ask("feedback_up").text.startswith("Thank you for telling me. I could not keep it")
    assert URL_VARIABLE in caplog.text
