"""What a message is while a form runs."""

import pytest

from actions.form_messages import asks, danger, means_stop, stops


def message(text, intent, confidence=0.9, **more):
    return {"text": text, "intent": {"name": intent, "confidence": confidence}, "entities": [], **more}


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("how long is school", "education_duration", 0.35),
        ("medical assistant salary texas", "salary_median", 0.8),
        ("/programs_cost", "programs_cost", 1.0),
        ("and in Ohio?", "context_follow_up", 0.8),
        ("what about Ohio?", "context_follow_up", 0.8),
        ("n ohio", "context_follow_up", 0.55),
        ("ok n in texas", "context_follow_up", 0.55),
        ("thank you", "chitchat_thanks", 0.9),
    ],
)
def test_a_question_that_is_understood_is_one(text, intent, confidence):
    assert asks(message(text, intent, confidence), {})


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("i can do evenings", "fit_hours", 0.4),
        ("how long is what", "education_duration", 0.2),
        ("hm", "nlu_fallback", 0.14),
        ("purple", "out_of_scope", 0.8),
        ("yes", "chitchat_affirm", 0.9),
        ("why do you ask", "context_why", 0.9),
        ("Ohio", "context_follow_up", 0.8),
    ],
)
def test_half_an_answer_and_what_is_about_the_form_is_none(text, intent, confidence):
    assert not asks(message(text, intent, confidence), {})


def test_several_questions_in_one_message_are_a_question():
    assert asks(message("what does it cost and how long is it", "several_questions", questions=[{}, {}]), {})


def test_beside_an_answer_only_the_form_of_a_question_counts():
    found = {"slot": "value"}
    assert not asks(message("I want to be a nurse later", "advancement_nursing"), found)
    assert asks(message("yes. what does it cost?", "programs_cost"), found)


def test_danger_is_seen_also_where_the_understanding_is_not_sure():
    unsure = [{"name": "nlu_fallback", "confidence": 0.14}, {"name": "safety_emergency", "confidence": 0.12}]
    assert danger(message("my dad is not breathing", "safety_emergency"), {}) == "safety_emergency"
    assert danger(message("hes not breathin", "nlu_fallback", 0.14, intent_ranking=unsure), {}) == "safety_emergency"
    ended = message("it ended 8 years ago", "nlu_fallback", 0.14, intent_ranking=unsure)
    assert danger(ended, {"last_practised": 8}) is None, "an answer is no danger on a guess"
    assert danger(message("2 years", "safety_emergency", 0.2), {}) is None
    assert danger(message("my boss is unfair", "safety_legal_advice"), {}) is None


def test_stopping_is_heard_by_its_words_or_if_it_is_understood_surely():
    assert stops(message("stop, this is too long", "nlu_fallback"))
    assert not stops(message("i stopped school in may", "nlu_fallback"))
    assert means_stop(message("this leads nowhere", "context_stop"))
    assert not means_stop(message("2 years", "context_stop", 0.3))


def test_what_begins_like_a_follow_up_and_answers_the_form_is_an_answer():
    assert not asks(message("n carolina", "context_follow_up", 0.8), {"program_state": "NC"})
