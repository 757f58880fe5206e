"""The last answer in a few words, and what was asked so far."""

import pytest

from actions.looking_back import in_short


@pytest.mark.parametrize(
    ("text", "first", "source"),
    [
        ("It is $21.97 an hour. More later.\n\nSource: [a](b), 2025", "It is $21.97 an hour.", "Source: [a](b), 2025"),
        ("In the U.S. Army it counts. Ask Dr. Who. Or not.", "In the U.S. Army it counts.", None),
        ("**It is so. Really so.** Yes.", "**It is so.**", None),
        ("One thing only", "One thing only", None),
        ("You can:\n- a\n- b\n- c\n- d\n\nMore.", "You can:\n- a\n- b\n- c", None),
        ("", "", None),
    ],
)
def test_the_first_sentence_and_the_source_are_found(text, first, source):
    assert in_short(text) == (first, source)


def test_the_last_answer_is_said_in_one_sentence_with_its_source_and_buttons(conversation):
    said = conversation.ask("salary_median", place="Texas")
    short = conversation.ask("context_simpler", "could you dumb that down")
    assert short.text.startswith("In short: Medical assistants in Texas earned a median of **$39,520 a year**")
    assert len(short.text) < len(said.text)
    assert short.source == said.source
    assert short.buttons == said.buttons
    assert "$" in conversation.ask("context_follow_up", "and in ohio", place="Ohio").text


def test_a_second_time_it_is_asked_which_part_is_unclear(conversation):
    conversation.ask("salary_median")
    conversation.ask("context_simpler")
    assert conversation.ask("context_simpler").response == "utter_context_simpler_again"


def test_after_small_talk_the_answer_before_it_is_shortened(conversation):
    conversation.ask("fit_hours")
    conversation.ask("chitchat_thanks")
    assert conversation.ask("context_simpler").text.startswith("In short: ")


def test_what_matters_in_a_crisis_is_not_shortened(conversation):
    said = conversation.ask("safety_self_harm")
    assert conversation.ask("context_simpler").text == said.text


@pytest.mark.parametrize("before", [(), ("chitchat_greet",)])
def test_without_an_answer_there_is_nothing_to_shorten(conversation, before):
    for intent in before:
        conversation.ask(intent)
    assert conversation.ask("context_simpler").response == "utter_context_repeat_nothing"


def test_what_was_asked_is_listed_in_order_with_what_is_kept_in_mind(conversation, catalog):
    conversation.ask("fit_hours")
    conversation.ask("salary_median", place="Texas")
    conversation.ask("certification_exam_fee", credential="CCMA")
    answer = conversation.ask("context_recall", "what did i ask first")
    titles = [f"- {catalog[intent]['title']}" for intent in ("fit_hours", "salary_median", "certification_exam_fee")]
    assert [line for line in answer.text.splitlines() if line.startswith("- ")] == titles
    assert "CCMA (NHA)" in answer.text
    assert "no name, age or address" in answer.text


def test_of_many_questions_the_first_and_the_last_ones_are_listed(conversation, catalog):
    asked = ("fit_hours", "fit_remote", "fit_stress", "fit_benefits", "duties_skills", "duties_hospital", "fit_hours")
    for intent in asked:
        conversation.ask(intent)
    lines = [line for line in conversation.ask("context_recall").text.splitlines() if line.startswith("- ")]
    wanted = ("fit_hours", "fit_stress", "fit_benefits", "duties_skills", "duties_hospital")
    assert lines == [f"- {catalog[intent]['title']}" for intent in wanted]


def test_who_asked_nothing_is_told_that_nothing_is_noted_of_them(conversation):
    answer = conversation.ask("context_recall", "whats my name")
    assert answer.response == "utter_context_recall_nothing"
    assert "/salary_median" in answer.buttons.values()


def test_pay_that_was_told_is_recalled(conversation):
    conversation.ask("salary_own", "i make 900 a week")
    assert "your pay of $900 a week" in conversation.ask("context_recall", "what did i tell you i make").text
