from __future__ import annotations

import json

import pytest

from careerbot.catalog import catalog
from tests.tools import in_context
from tests.tools.in_context import HELD_OUT, LEAST, Conversation, Outcome, load, share

ENTRY = {"kind": "aspect", "turns": ["pay in texas", "per month?"], "answers": "salary_median", "says": ["Texas"]}


@pytest.mark.parametrize(
    ("answered", "text", "right"),
    [
        (("salary_median",), "In texas it is ...", True),
        (("salary_median",), "In the United States it is ...", False),
        (("education_duration",), "In Texas it is ...", False),
        (("education_duration", "salary_median"), "In Texas it is ...", True),
        ((), "Texas", False),
    ],
)
def test_right_is_the_question_with_its_words(answered: tuple[str, ...], text: str, right: bool) -> None:
    assert Outcome(Conversation.read(ENTRY), answered, text).right is right


def test_each_of_several_answers_is_right() -> None:
    conversation = Conversation.read({**ENTRY, "answers": ["salary_median", "salary_entry"], "says": []})
    assert [Outcome(conversation, (intent,), "").right for intent in conversation.answers] == [True, True]


def test_every_conversation_has_something_before_its_last_message_and_known_intents() -> None:
    for conversation in load(HELD_OUT):
        assert len(conversation.turns) > 1, conversation
        assert set(conversation.answers) <= {*catalog()}, conversation


@pytest.mark.parametrize(("right", "code"), [(LEAST, 0), (LEAST - 0.01, 1)])
def test_the_exit_code_says_whether_the_threshold_is_met(monkeypatch, tmp_path, capsys, right, code) -> None:
    conversation = Conversation.read({**ENTRY, "says": []})
    outcomes = [
        Outcome(conversation, ("salary_median",) if number < round(100 * right) else ("fit_hours",), "")
        for number in range(100)
    ]
    assert share(outcomes) == pytest.approx(right)
    monkeypatch.setattr(in_context, "train", lambda: None)
    monkeypatch.setattr(in_context, "load", list)
    monkeypatch.setattr(in_context, "hold", lambda *_: outcomes)
    monkeypatch.setattr(in_context, "ROOT", tmp_path)
    monkeypatch.setattr(in_context, "REPORT", tmp_path / "results" / "in_context.json")
    assert in_context.main() == code
    wrong = json.loads((tmp_path / "results" / "in_context.json").read_text())
    assert len(wrong) == 100 - round(100 * right)
    assert ("threshold missed" in capsys.readouterr().err) == bool(code)
