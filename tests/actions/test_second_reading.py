"""An unsure message is read again with the title of the last question, and decided by both readings."""

import pytest

from actions.second_reading import WithTheQuestionBefore

READER = WithTheQuestionBefore()


def ranking(**scores):
    return [{"name": name, "confidence": score} for name, score in scores.items()]


def parsed(text, **scores):
    found = ranking(**scores)
    return {"text": text, "intent": found[0], "intent_ranking": found, "entities": []}


def said(intent):
    return {"event": "user", "text": "...", "parse_data": {"text": "...", "intent": {"name": intent}, "entities": []}}


PAID = parsed("do i at least get money for it", programs_financial_aid=0.34, fit_benefits=0.1)


def test_the_title_of_the_last_question_stands_behind_the_message():
    events = [said("duties_overview"), said("programs_externship"), said("chitchat_thanks")]
    assert READER.doubts(PAID)
    words = READER.in_other_words(PAID, events)
    assert words == "do i at least get money for it (Externship and hands-on practice)"


@pytest.mark.parametrize(
    "events",
    [
        [],
        [said("chitchat_greet")],
        [said("programs_externship"), {"event": "restart"}],
        [said("programs_match"), {"event": "active_loop", "name": "program_form"}],
    ],
    ids=["nothing", "small talk", "forgotten", "in a form"],
)
def test_where_nothing_was_asked_and_in_a_form_it_is_not_read_again(events):
    assert READER.in_other_words(PAID, events) is None


@pytest.mark.parametrize(
    "clear",
    [
        parsed("is it paid then", programs_externship=0.7),
        parsed("and the rma", context_follow_up=0.4),
        parsed("how long is it and how much", several_questions=0.3, education_duration=0.3),
        parsed("it hurts", fit_stress=0.2, safety_self_harm=0.19),
        parsed(" ".join(["word"] * 30) + " it", fit_stress=0.2),
    ],
    ids=["sure", "follow-up", "several questions", "may be danger", "long"],
)
def test_what_is_clear_by_itself_is_not_doubted(clear):
    assert not READER.doubts(clear)


@pytest.mark.parametrize("text", ["will that ruin an MAs back", "ruined backs and sore feet every evening"])
def test_what_names_the_job_or_has_no_word_that_leans_is_not_read_again(text):
    assert READER.in_other_words(parsed(text, fit_stress=0.2), [said("programs_externship")]) is None


def test_whether_that_is_good_is_told_by_the_question_before():
    good = parsed("is that a lot?", chitchat_affirm=0.6)
    assert READER.doubts(good)
    assert READER.in_other_words(good, [said("salary_median")]) is None
    assert READER.settle(good, None, [said("salary_median")])["intent"]["name"] == "nlu_fallback"
    for nothing_to_judge in (
        [],
        [said("duties_skills")],
        [said("salary_median"), {"event": "active_loop", "name": "x"}],
    ):
        assert READER.settle(good, None, nothing_to_judge)["intent"]["name"] == "chitchat_affirm"


def test_what_the_conversation_decides_without_a_second_reading_is_settled_too():
    weekends = parsed("weekends?", out_of_scope=0.28, fit_hours=0.27)
    assert READER.settle(weekends, None, [said("fit_stress")])["intent"]["name"] == "nlu_fallback"
    in_form = [said("fit_stress"), {"event": "active_loop", "name": "program_form"}]
    assert READER.settle(weekends, None, in_form) == weekends


PICKED = parsed("who picks that spot", fit_interview=0.34, programs_placement=0.1)
EXTERNSHIP = parsed("...", programs_externship=0.8, fit_interview=0.1)


def test_what_means_another_question_together_is_not_understood_alone():
    settled = READER.settle(PICKED, EXTERNSHIP, [said("programs_externship")])
    assert settled["intent"]["name"] == "nlu_fallback"
    assert settled["intent_ranking"] == PICKED["intent_ranking"]


def test_what_its_own_action_knows_how_to_read_stays_with_it():
    # Money "for it" after a question about the externship is the externship's: actions/aspects.py.
    assert READER.settle(PAID, EXTERNSHIP, [said("programs_externship")])["intent"] == PAID["intent"]


def test_what_means_the_same_together_stays_as_it_is():
    second = parsed("...", programs_financial_aid=0.5, programs_externship=0.2)
    assert READER.settle(PAID, second, [said("programs_externship")])["intent"] == PAID["intent"]


def test_both_readings_decide_what_is_answered(conversation):
    conversation.ask("programs_externship", "whats an externship")
    first, together = {"programs_placement": 0.16, "fit_interview": 0.1}, {"programs_externship": 0.6}
    assert conversation.scored("who picks the spot", first).asked == "programs_placement"
    assert conversation.scored("who picks the spot", first, together).asked == "programs_externship"
