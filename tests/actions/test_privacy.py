"""What becomes of a person's words is told as the assistant is set up."""

import pytest

from careerbot.keeping import keep_days


def test_the_days_are_those_of_the_store(conversation):
    answer = conversation.ask("chitchat_privacy")
    assert answer.response == "utter_chitchat_privacy_days"
    assert f"After {keep_days()} days of silence it is deleted" in answer.text
    assert "Delete my chat" in answer.text


def test_where_nothing_is_ever_deleted_by_itself_no_days_are_promised(conversation, monkeypatch):
    monkeypatch.setattr("actions.privacy.keep_days", lambda: None)
    answer = conversation.ask("chitchat_privacy")
    assert answer.response == "utter_chitchat_privacy"
    assert "until you delete it" in answer.text
    assert "days" not in answer.text


@pytest.mark.parametrize(
    ("content", "days"),
    [
        ("tracker_store: {type: some.Store, keep_days: 12}", 12),
        ("tracker_store: {type: some.Store}", None),
        ("tracker_store:", None),
        ("lock_store: {type: in_memory}", None),
    ],
)
def test_the_days_are_read_from_endpoints_yml(tmp_path, content, days):
    file = tmp_path / "endpoints.yml"
    file.write_text(content, encoding="utf-8")
    assert keep_days(file) == days
