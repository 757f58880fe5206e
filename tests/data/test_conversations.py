"""The loader of tests/live/conversations/*.yml refuses what could never fail or was misspelt."""

import pytest

from tests.live.conversations import Conversation, ConversationsInvalid, Turn, load_conversations

RIGHT = """
- conversation: pay, then the same for a state
  turns:
  - user: how much do MAs make
    intent: salary_median
    says: ["$45,690", "Source:"]
    not: ["{"]
    buttons: [Starting pay]
  - user: and in Texas?
    intent: context_follow_up
    says: [Texas]
  - user: and in Ohio, and how long is school
    intent: several_questions
    answers:
    - [Ohio, "$42,810"]
    - [9 to 12 months]
"""
WRONG = """
- conversation: pay
  turns:
  - user: 2021
    intent: salary_median
    says: []
    nut: ["{"]
  - user: hi
    intent: chitchat_greet
    says: Hello
  - user: pay and hours
    intent: several_questions
    answers: ["$45,690", [full time]]
  - user: pay and hours
    intent: several_questions
    answers: [["$45,690"], []]
- conversation: nothing said
  turns: []
- conversation: pay
  turns:
  - user: hello
    intent: chitchat_greet
    says: [Hello]
"""


def test_a_conversation_is_read_turn_by_turn(tmp_path):
    (tmp_path / "pay.yml").write_text(RIGHT)
    first = Turn("how much do MAs make", "salary_median", ("$45,690", "Source:"), ("{",), ("Starting pay",))
    second = Turn("and in Texas?", "context_follow_up", ("Texas",))
    third = Turn(
        "and in Ohio, and how long is school",
        "several_questions",
        says=(),
        answers=(("Ohio", "$42,810"), ("9 to 12 months",)),
    )
    (read,) = load_conversations(tmp_path)
    assert read == Conversation("pay, then the same for a state", "pay.yml", (first, second, third))


def test_every_mistake_is_listed_with_its_file_conversation_and_turn(tmp_path):
    (tmp_path / "broken.yml").write_text("- conversation: [")
    (tmp_path / "pay.yml").write_text(WRONG)
    with pytest.raises(ConversationsInvalid) as caught:
        load_conversations(tmp_path)
    lines = str(caught.value).splitlines()
    assert lines.pop(0).startswith("broken.yml: not readable as YAML: ")
    assert lines == [
        "pay.yml: pay, turn 1: unknown fields nut",
        "pay.yml: pay, turn 1: user must be text (quote a number)",
        "pay.yml: pay, turn 1: says must name at least one piece of the answer",
        "pay.yml: pay, turn 2: says must be a list of texts",
        "pay.yml: pay, turn 3: answers must be a list of lists of texts",
        "pay.yml: pay, turn 4: answers must be a list of lists of texts",
        "pay.yml: nothing said: turns must be a list",
        "pay.yml: pay: the name is also one in pay.yml",
    ]


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ConversationsInvalid, match="there is no conversation"):
        load_conversations(tmp_path)
