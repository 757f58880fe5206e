import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.channels.slack.blocks import after_rating, check, messages
from careerbot.channels.slack.home import view
from careerbot.feedback import REASONS
from tests.fake_slack.blocks import errors_of


def made(*said, **options):
    return messages(said, "Ev1", options.get("public_url"), options.get("uploads", False))


def of(parts, kind):
    return [block for part in parts for block in part.get("blocks", ()) if block["type"] == kind]


def offers(count, title="Pay", payload="/salary_median"):
    return [{"title": f"{title} {place}", "payload": f"{payload}{place}"} for place in range(count)]


def button(title, value):
    return {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": title}, "value": value}


def valid(parts):
    return all(check(part["blocks"]) is None and not errors_of(part["blocks"]) for part in parts)


@pytest.mark.parametrize(
    ("count", "rows"), [(1, [1]), (6, [6]), (25, [25]), (26, [25, 1]), (120, [25, 25, 25, 25, 20])]
)
def test_every_button_is_there_at_most_25_in_a_row(count, rows):
    parts = made({"text": "Which one?", "buttons": offers(count)})
    assert [len(block["elements"]) for block in of(parts, "actions")] == rows
    assert valid(parts)


def test_a_title_of_75_characters_stays_and_a_longer_one_is_cut():
    titles = ["x" * 75, "y" * 76]
    parts = made({"text": "Which?", "buttons": [{"title": title, "payload": "/a"} for title in titles]})
    [row] = of(parts, "actions")
    assert [element["text"]["text"] for element in row["elements"]] == ["x" * 75, "y" * 74 + "…"]
    assert valid(parts)


def test_a_button_whose_value_is_too_long_for_slack_is_named_in_the_text():
    parts = made({"text": "Which?", "buttons": [{"title": "long", "payload": "/" + "x" * 2000}, *offers(1)]})
    assert "• long" in parts[0]["text"]
    assert [len(block["elements"]) for block in of(parts, "actions")] == [1]
    assert valid(parts)


def test_a_long_answer_takes_several_sections_and_a_very_long_one_several_messages():
    paragraphs = [f"{number} " + "word " * 150 for number in range(60)]
    parts = made({"text": "\n\n".join(paragraphs), "buttons": offers(3)})
    assert len(parts) > 1
    assert valid(parts)
    text = "\n\n".join(part["text"] for part in parts)
    assert [line.split(" ")[0] for line in text.split("\n\n")] == [str(number) for number in range(60)]
    assert len(of(parts[-1:], "actions")) == 1


def test_the_words_of_notifications_say_the_whole_answer():
    [part] = made({"text": "**Pay**\n\n- a\n- b\n\nSource: [BLS](https://x.io), 2025"})
    assert part["text"] == "*Pay*\n\n• a\n• b\n\nSource: <https://x.io|BLS>, 2025"


def test_several_sources_are_a_line_of_context_too():
    [part] = made({"text": "Yes.\n\nSources: A, 2025; B, 2024"})
    assert [block["type"] for block in part["blocks"]] == ["section", "context"]


def test_two_answers_in_one_turn_have_thumbs_each_and_ids_of_their_own():
    answer = {"text": "Yes.", "utter_action": "utter_education_duration"}
    [part] = made(answer, answer)
    ids = [block["block_id"] for block in part["blocks"] if "block_id" in block]
    assert len(of([part], "actions")) == 2
    assert len(ids) == len(set(ids)) == 3
    assert valid([part])


@pytest.mark.parametrize(
    ("response", "thumbs"),
    [
        ("utter_education_duration", 1),
        ("utter_salary_median_place", 1),
        ("utter_program_form_result", 1),
        ("utter_chitchat_greet", 0),
        ("utter_feedback_up", 0),
        ("utter_safety_emergency", 0),
        ("utter_ask_program_form_time", 0),
        ("utter_action_failed", 0),
        ("", 0),
    ],
)
def test_thumbs_stand_under_answers_to_questions_only(response, thumbs):
    assert len(of(made({"text": "Yes.", "utter_action": response}), "actions")) == thumbs


def test_a_picture_alone_is_a_message():
    picture = {"image": "/charts/a.png", "alt": "It rose."}
    [shown] = made(picture, public_url="https://x.io")
    assert shown["blocks"][0]["image_url"] == "https://x.io/charts/a.png"
    assert made(picture, uploads=True) == [{"picture": "/charts/a.png", "alt": "It rose."}]
    assert valid([shown])


def test_the_reasons_take_the_place_of_a_thumb_down():
    context, row = after_rating("/feedback_down", "rate:Ev1:0")
    assert [element["text"]["text"] for element in row["elements"]] == list(REASONS.values())
    assert not errors_of([context, row])


def test_the_home_tab_is_within_the_limits():
    assert not errors_of(view("D1", "note")["blocks"])
    assert len(view("D1")["blocks"]) <= 100


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},
        {"type": "actions", "elements": [button("x" * 76, "v")]},
        {"type": "actions", "elements": [button("x", "v" * 2001)]},
        {"type": "actions", "elements": [button("x", "v")] * 26},
        {"type": "invented"},
    ],
)
def test_blocks_that_break_a_limit_are_found_before_they_leave(block):
    assert check([block])


PIECES = [
    *("word ", "**b** ", "_i_ ", "`c` ", "[a](https://x.io) ", "![p](u)", "<b>", "& ", "*", "\\", "😀", "x" * 500),
    *("\n\n", "\n- ", "\n1. ", "# h\n", "> q\n", "|a|b|\n|-|-|\n|1|2|\n", "```\nx\n```\n", "Source: "),
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(deadline=None, max_examples=200, database=None)
@given(st.lists(MARKDOWN, min_size=1, max_size=3), st.integers(0, 40))
def test_whatever_is_answered_slack_takes_it(texts, count):
    said = [{"text": text, "buttons": offers(count), "utter_action": "utter_education_x"} for text in texts]
    assert valid(made(*said))
