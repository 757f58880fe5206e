"""The message after "What was wrong with it?": a reason is kept; a skip and another question are not taken for one."""

import sqlite3

import pytest

from actions.feedback import SKIP
from actions.forms import form_opened_by
from careerbot.catalog import catalog
from careerbot.feedback import URL_VARIABLE

THANKS = "Thank you. I have kept that with your question"


@pytest.fixture
def comments(tmp_path, monkeypatch):
    path = tmp_path / "feedback.db"
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///{path}")
    return lambda: [row[0] for row in sqlite3.connect(path).execute("SELECT comment FROM feedback")]


@pytest.fixture
def rated(conversation, comments):
    """A conversation that waits for a reason."""
    conversation.ask("salary_median", "pay in ohio?", place="Ohio")
    conversation.ask("feedback_down", "/feedback_down")
    assert conversation.loop == "feedback_form"
    return conversation


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("the wage is wrong, its less here", {"salary_median": 0.9}),
        ("too many words i got lost", {"out_of_scope": 0.6}),
        ("not helpful", {"feedback_down": 0.9}),
        ("you misread me", {"chitchat_wrong": 0.9}),
        ("outdated", {"chitchat_sources": 0.9}),
        ("blah", {"chitchat_unreadable": 0.2}),
        ("stupid robot", {"safety_abuse": 0.7}),
        ("why so long?", {"context_why": 0.7}),
        ("yes", {"chitchat_affirm": 0.9}),
        ("is it pay", {"salary_median": 0.29}),
        ("why isnt the wage right?", {"salary_median": 0.29}),
        ("too short, i wanted more", {"context_more": 0.5}),
        ("pay", {"salary_median": 0.59}),
    ],
)
def test_a_typed_reason_is_kept_whatever_it_is_like(rated, comments, text, scores):
    assert rated.scored(text, scores).text.startswith(THANKS)
    assert comments() == [text]
    assert rated.loop is None


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        (SKIP["payload"], {"chitchat_deny": 1.0}),
        ("skip", {"out_of_scope": 0.3}),
        ("nvm", {"chitchat_deny": 0.5}),
        ("no thanks", {"chitchat_deny": 0.9}),
        ("stop", {"context_stop": 0.9}),
    ],
)
def test_a_skip_ends_it_without_a_reason(rated, comments, text, scores):
    assert rated.scored(text, scores).text == "All right. What would you like to know next?"
    assert comments() == [None]
    assert rated.loop is None


@pytest.mark.parametrize(
    ("text", "scores", "response"),
    [
        ("how many hours do they work?", {"fit_hours": 0.4}, "utter_fit_hours"),
        ("working from home", {"fit_remote": 0.7}, "utter_fit_remote"),
        ("what is the best phone?", {"out_of_scope": 0.8}, "utter_out_of_scope"),
        ("what dose should i take", {"safety_medical_advice": 0.7}, "utter_safety_medical_advice"),
        ("/fit_hours", {"fit_hours": 1.0}, "utter_fit_hours"),
        ("thank you", {"chitchat_thanks": 0.9}, "utter_chitchat_thanks"),
        ("i want somebody real not you", {"chitchat_person": 0.5}, "utter_chitchat_person"),
        ("naloxone training for MAs?", {"education_subjects": 0.26}, "utter_education_subjects"),
        ("naloxone training for MAs?", {"education_subjects": 0.02}, "utter_default"),
        ("i took pills", {"safety_emergency": 0.35}, "utter_safety_emergency"),
        ("i took pills", {"safety_medical_advice": 0.16, "safety_emergency": 0.13}, "utter_safety_emergency"),
    ],
)
def test_who_goes_on_is_answered_and_nothing_is_kept(rated, comments, text, scores, response):
    assert rated.scored(text, scores).response == response
    assert comments() == [None]
    assert rated.loop is None


def test_a_command_is_done_and_not_kept(conversation, comments):
    said = conversation.ask("salary_median", "pay in ohio?", place="Ohio")
    conversation.ask("feedback_down", "/feedback_down")
    assert conversation.scored("say that again", {"context_repeat": 0.5}).text == said.text
    assert comments() == [None]
    assert conversation.loop is None


def test_several_questions_are_all_answered(rated, comments):
    questions = [{"text": "", "intent": {"name": name}, "entities": []} for name in ("fit_hours", "fit_remote")]
    answers = rated.ask_several(*questions)
    assert [answer.response for answer in answers] == ["utter_fit_hours", "utter_fit_remote"]
    assert comments() == [None]


def test_a_reason_by_button_ends_it_too(rated, comments):
    answer = rated.ask("feedback_down", '/feedback_down{"reason": "wrong_facts"}', reason="wrong_facts")
    assert answer.text.startswith(THANKS)
    assert rated.loop is None


def test_a_change_of_mind_ends_it(rated):
    assert rated.ask("feedback_up", "/feedback_up").text == "Noted."
    assert rated.loop is None


def test_after_the_reason_the_answer_rated_is_still_the_one_before(rated, comments):
    rated.scored("the wage is wrong", {"salary_median": 0.9})
    assert rated.ask("feedback_down", "/feedback_down").text == "Noted."
    assert comments() == ["the wage is wrong"]


def test_a_reason_after_a_form_is_not_rated_as_that_form(rated, comments):
    opens = next(intent for intent in catalog() if form_opened_by(intent))
    rated.events.insert(0, {"event": "user", "text": "fits?", "parse_data": {"intent": {"name": opens}}})
    rated.scored("the wage is wrong", {"salary_median": 0.9})
    assert rated.ask("feedback_down", "/feedback_down").text == "Noted."
    assert comments() == ["the wage is wrong"]


def test_a_form_that_the_message_opens_is_started(rated):
    [opens] = [intent for intent in catalog() if form_opened_by(intent)][:1]
    rated._run("", {"text": f"/{opens}", "intent": {"name": opens, "confidence": 1.0}, "entities": []})
    followed = [event["name"] for event in rated.events if event["event"] == "followup"]
    assert followed[-1] == form_opened_by(opens).form
    assert rated.loop is None


def test_a_store_that_fails_is_told_politely_and_the_log_has_the_cause(rated, monkeypatch, caplog):
    monkeypatch.setenv(URL_VARIABLE, "postgresql://bot:s3cret@127.0.0.1:1/none")
    answer = rated.scored("the wage is wrong", {"salary_median": 0.9})
    assert answer.response == "utter_feedback_not_kept"
    assert "the store of feedback at" in caplog.text
    assert rated.loop is None


def test_an_answer_that_fails_ends_it_as_well(rated, monkeypatch, caplog):
    monkeypatch.setattr("actions.feedback_reason._skips", lambda message, text: 1 / 0)
    assert rated.scored("x", {"fit_hours": 0.9}).response == "utter_action_failed"
    assert rated.loop is None
