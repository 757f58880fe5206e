"""Requests that are no questions: a 4xx with a reason or a short polite reply, never a traceback, nothing lost."""

import uuid

import pytest
import requests


@pytest.mark.parametrize(
    "body",
    ["", "{", "null", "[]", '"hello"', "{}", '{"message": 1}', '{"message": null}', '{"message": {"a": 1}}',
     '{"sender": 5, "message": "hi"}', '{"sender": "", "message": "hi"}'],
)  # fmt: skip
def test_a_malformed_request_is_a_400_with_a_reason(assistant, body):
    answer = requests.post(assistant.url, data=body, headers={"Content-Type": "application/json"}, timeout=30)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert "Traceback" not in answer.text


def test_a_body_of_5_megabytes_is_refused(assistant):
    try:
        answer = assistant.post({"sender": "big", "message": "a" * 5_000_000})
    except requests.ConnectionError:
        return  # the server closed the connection in the middle of it
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("", "could not read that"),
        ("   \n\t ", "could not read that"),
        ("?!...", "could not read that"),
        ("\U0001f600\U0001f44d", "could not read that"),
        ("a " * 501, "too long"),
        ("x" * 50_000, "too long"),
        ("<script>alert(1)</script>", "looks like code"),
        ('{"intent": "salary_median"}', "looks like code"),
        ("/restart", "cannot run commands"),
        ('/salary_median{"place": "Texas"}', "cannot run commands"),
        ("  /session_start", "cannot run commands"),
        ("сколько зарабатывает медицинский ассистент", "only understand English"),
        ("医疗助理的薪水是多少", "only understand English"),
    ],
)
def test_what_is_no_question_gets_a_polite_reply_and_the_conversation_goes_on(assistant, message, says):
    sender = uuid.uuid4().hex
    assistant.ask("how much do medical assistants make", sender)
    answers = assistant.ask(message, sender)
    assert len(answers) == 1
    assert says in answers[0]["text"]
    assert "$39,520" in assistant.ask("and in Texas?", sender)[0]["text"]


def test_a_button_that_was_offered_works_and_only_in_its_conversation(assistant):
    shown, stranger = uuid.uuid4().hex, uuid.uuid4().hex
    button = assistant.ask("how much does the exam cost", shown)[0]["buttons"][0]
    assert "exam costs" in assistant.ask(button["payload"], shown)[0]["text"]
    assert "cannot run commands" in assistant.ask(button["payload"], stranger)[0]["text"]


def test_two_people_do_not_share_a_conversation(assistant):
    one, two = uuid.uuid4().hex, uuid.uuid4().hex
    assistant.ask("how much do dental assistants make", one)
    assistant.ask("how much do medical assistants make", two)
    assert "Dental assistants in Texas" in assistant.ask("and in Texas?", one)[0]["text"]
    assert "Medical assistants in Texas" in assistant.ask("and in Texas?", two)[0]["text"]
