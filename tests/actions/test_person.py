"""Who wants a person gets the configured contact, or the truth that nobody is there."""

from careerbot.contact import VARIABLE

DESK = "Career center, careers@example.org, 555-0100"


def test_without_a_contact_nobody_is_promised(conversation, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    answer = conversation.ask("chitchat_person")
    assert "there is no human behind this chat" in answer.text
    assert "the school's admissions office" in answer.text


def test_the_contact_is_given_first_and_that_nobody_reads_along_is_said_all_the_same(conversation, monkeypatch):
    monkeypatch.setenv(VARIABLE, DESK)
    answer = conversation.ask("chitchat_person")
    assert answer.text.startswith(f"You can reach a person here: {DESK}\n")
    assert "nobody reads along in this chat" in answer.text
    assert "the school's admissions office" in answer.text


def test_an_unusable_contact_is_an_apology_and_in_the_log(conversation, monkeypatch, caplog):
    monkeypatch.setenv(VARIABLE, "<b>desk</b>")
    assert conversation.ask("chitchat_person").response == "utter_action_failed"
    assert "must be plain text" in caplog.text
