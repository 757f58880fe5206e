"""The loader of tests/live/conversations/ refuses what could never fail or was misspelt."""

import pytest

from tests.live.conversations import Conversation, ConversationsInvalid, Turn, load_conversations, offered

RIGHT = """
- conversation: pay, then the same for a state
  turns:
  - user: how much do MAs make
    intent: salary_median
    says: ["$45,690", "Source:"]
    not: ["{"]
    buttons: [Starting pay]
  - tap: Starting pay
    says: [Texas]
    no_buttons: true
    no_picture: true
  - user: and in Ohio, and how long is school
    intent: several_questions
    answers:
    - [Ohio, "$42,810"]
    - [9 to 12 months]
    table: [Ohio, "$42,810"]
    picture: [median]
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
    answers: ["$45,690", [full time]]
  - user: pay and hours
    tap: Starting pay
    answers: [["$45,690"], []]
  - intent: salary_median
    says: ["$45,690"]
    picture: []
    table: ["$45,690", 1]
- conversation: nothing said
  turns: []
- conversation: pay
  turns:
  - tap: 1
    says: [Hello]
    no_buttons: false
    no_picture: true
    picture: [a]
"""


def test_a_conversation_is_read_turn_by_turn(tmp_path):
    (tmp_path / "follow_up").mkdir()
    (tmp_path / "follow_up" / "pay.yml").write_text(RIGHT)
    turns = (
        Turn(
            user="how much do MAs make",
            intent="salary_median",
            says=("$45,690", "Source:"),
            says_not=("{",),
            buttons=("Starting pay",),
        ),
        Turn(tap="Starting pay", says=("Texas",), no_buttons=True, no_picture=True),
        Turn(
            user="and in Ohio, and how long is school",
            intent="several_questions",
            answers=(("Ohio", "$42,810"), ("9 to 12 months",)),
            table=("Ohio", "$42,810"),
            picture=("median",),
        ),
    )
    (read,) = load_conversations(tmp_path)
    assert read == Conversation("pay, then the same for a state", "follow_up/pay.yml", turns)


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
        "pay.yml: pay, turn 1: says must be a list of texts",
        "pay.yml: pay, turn 1: says must name at least one piece of the answer",
        "pay.yml: pay, turn 2: says must be a list of texts",
        "pay.yml: pay, turn 3: answers must be a list of lists of texts",
        "pay.yml: pay, turn 4: must have a user (typed words) or a tap (the title of a button)",
        "pay.yml: pay, turn 4: answers must be a list of lists of texts",
        "pay.yml: pay, turn 5: must have a user (typed words) or a tap (the title of a button)",
        "pay.yml: pay, turn 5: picture must be a list of texts",
        "pay.yml: pay, turn 5: table must be a list of texts",
        "pay.yml: nothing said: turns must be a list",
        "pay.yml: pay, turn 1: tap must be text (quote a number)",
        "pay.yml: pay, turn 1: no_buttons can only be true",
        "pay.yml: pay, turn 1: picture and no_picture exclude each other",
        "pay.yml: pay, turn 1: there is no answer yet whose button could be tapped",
        "pay.yml: pay: the name is also one in pay.yml",
    ]


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ConversationsInvalid, match="there is no conversation"):
        load_conversations(tmp_path)


def test_a_tap_sends_what_its_button_of_the_last_answer_sends_and_nothing_if_there_is_none():
    buttons = offered(
        [
            {"text": "Pay.", "buttons": [{"title": "Starting pay", "payload": "/salary_entry"}]},
            {"image": "/charts/pay.png", "alt": "Pay."},
            {"text": "Growth.", "buttons": [{"title": "Why", "payload": "/outlook_reasons"}]},
        ]
    )
    assert buttons == {"Starting pay": "/salary_entry", "Why": "/outlook_reasons"}
    assert Turn(tap="Why").message(buttons) == "/outlook_reasons"
    assert Turn(tap="Top pay").message(buttons) is None
    assert Turn(user="Why").message(buttons) == "Why"
