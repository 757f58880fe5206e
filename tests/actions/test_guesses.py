"""``actions.guesses``: what an unclear message is taken for, by the gaps between its scores."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.guesses import LIMITS, Decision, decide, may_be_offered
from careerbot.catalog import catalog

FORBIDDEN = ("nlu_fallback", "several_questions", "out_of_scope", "safety", "chitchat", "context", "feedback")
NAMES = [*catalog(), "nlu_fallback", "several_questions", "an_intent_of_yesterday"]


def ranking(**scores):
    return [{"name": name, "confidence": score} for name, score in scores.items()]


def test_the_near_ones_are_guesses_the_best_first_and_the_far_ones_are_not():
    scores = ranking(scope_blood=0.12, salary_median=0.01, fit_stress=0.16, duties_clinical=0.04)
    assert decide(scores) == Decision(guesses=("fit_stress", "scope_blood", "duties_clinical"))
    assert decide(ranking(fit_stress=0.24, scope_blood=0.035)) == Decision(guesses=("fit_stress",))


def test_three_at_most_are_offered():
    scores = ranking(fit_stress=0.2, fit_hours=0.19, fit_remote=0.18, fit_interview=0.17)
    assert decide(scores).guesses == ("fit_stress", "fit_hours", "fit_remote")


def test_words_that_are_like_nothing_have_no_guess():
    assert decide(ranking(nlu_fallback=0.25, fit_stress=0.079, fit_hours=0.04)) == Decision()
    assert decide(ranking(out_of_scope=0.079)) == Decision()
    assert decide([]) == Decision()


def test_what_is_noise_is_not_offered_however_near():
    assert decide(ranking(fit_stress=0.09, fit_hours=0.029)).guesses == ("fit_stress",)


def test_what_the_fallback_and_the_splitter_put_on_top_does_not_count():
    scores = ranking(nlu_fallback=0.9, several_questions=0.9, fit_hours=0.1)
    assert decide(scores).guesses == ("fit_hours",)


def test_the_gap_is_measured_from_the_best_also_where_that_cannot_be_offered():
    assert decide(ranking(chitchat_goodbye=0.24, fit_hours=0.096, education_age=0.035)).guesses == ("fit_hours",)


@pytest.mark.parametrize("intent", ["safety_emergency", "safety_self_harm", "safety_violence"])
def test_danger_that_is_near_is_answered_before_all_guesses(intent):
    assert decide(ranking(fit_stress=0.2, **{intent: 0.06})) == Decision(answer=intent)
    assert decide(ranking(fit_stress=0.2, **{intent: 0.059})) == Decision(guesses=("fit_stress",))


@pytest.mark.parametrize("intent", ["safety_medical_advice", "safety_legal_advice"])
def test_advice_that_we_cannot_give_is_refused_if_it_is_half_as_likely_as_the_best(intent):
    assert decide(ranking(fit_stress=0.2, **{intent: 0.1})) == Decision(answer=intent)
    assert decide(ranking(fit_stress=0.2, **{intent: 0.09})) == Decision(guesses=("fit_stress",))


def test_the_gravest_danger_is_answered_if_several_are_near():
    scores = ranking(safety_medical_advice=0.16, safety_emergency=0.13, safety_self_harm=0.09)
    assert decide(scores) == Decision(answer="safety_emergency")


def test_violence_comes_before_the_law_and_after_a_crisis():
    scores = ranking(safety_legal_advice=0.2, safety_violence=0.1)
    assert decide(scores) == Decision(answer="safety_violence")
    assert decide([*scores, *ranking(safety_self_harm=0.09)]) == Decision(answer="safety_self_harm")


@pytest.mark.parametrize("intent", ["safety_emergency", "safety_self_harm", "safety_violence"])
def test_words_without_sense_are_no_danger(intent):
    assert decide(ranking(out_of_scope=0.08, **{intent: 0.039})) == Decision(answer="out_of_scope")
    assert decide(ranking(out_of_scope=0.08, **{intent: 0.04})) == Decision(answer=intent)


def test_rudeness_is_never_assumed():
    assert decide(ranking(safety_abuse=0.2, fit_stress=0.06)) == Decision(guesses=("fit_stress",))
    assert decide(ranking(safety_abuse=0.2)) == Decision()


@pytest.mark.parametrize("intent", ["out_of_scope", "out_of_scope_medicaid", "chitchat_person", "context_follow_up"])
def test_what_is_no_question_about_the_career_is_answered_only_if_none_is_near(intent):
    assert decide([{"name": intent, "confidence": 0.24}, *ranking(fit_stress=0.035)]) == Decision(answer=intent)
    scores = [{"name": intent, "confidence": 0.24}, *ranking(fit_stress=0.037)]
    assert decide(scores) == Decision(guesses=("fit_stress",))


@pytest.mark.parametrize("intent", ["chitchat_affirm", "chitchat_deny", "chitchat_wrong", "chitchat_unreadable"])
def test_what_acts_on_what_was_said_before_is_not_done_on_a_guess(intent):
    assert decide(ranking(**{intent: 0.2})) == Decision()


def test_what_is_known_not_to_be_meant_is_left_out_of_everything():
    scores = ranking(safety_emergency=0.9, fit_stress=0.1, fit_hours=0.08)
    assert decide(scores, without={"safety_emergency", "fit_stress"}).guesses == ("fit_hours",)


@pytest.mark.parametrize("intent", ["safety_emergency", "out_of_scope"])
def test_what_was_surely_something_else_is_answered_only_by_what_was_nearly_as_sure(intent):
    scores = ranking(fit_stress=0.8, fit_hours=0.01)
    assert decide([*scores, {"name": intent, "confidence": 0.11}], without={"fit_stress"}) == Decision()
    assert decide([*scores, {"name": intent, "confidence": 0.3}], without={"fit_stress"}) == Decision(answer=intent)


def test_other_limits_can_be_tried():
    scores = ranking(fit_stress=0.2, fit_hours=0.1, fit_remote=0.06)
    assert decide(scores, limits=replace(LIMITS, near=0.6)).guesses == ("fit_stress",)
    assert decide(scores, limits=replace(LIMITS, most=2)).guesses == ("fit_stress", "fit_hours")


def test_every_name_in_the_limits_is_an_intent_that_is_never_offered():
    named = [*LIMITS.safety, *(name for name in LIMITS.answered if name != "out_of_scope")]
    assert [name for name in named if name not in catalog() or may_be_offered(name)] == []


@settings(deadline=None, max_examples=500, database=None)
@given(
    st.lists(
        st.fixed_dictionaries({"name": st.sampled_from(NAMES), "confidence": st.floats(0, 1)}),
        unique_by=lambda guess: guess["name"],
        max_size=40,
    ),
    st.sets(st.sampled_from(NAMES)),
)
def test_whatever_the_scores_at_most_three_are_offered_and_never_a_forbidden_one(scores, without):
    decision = decide(scores, without)
    assert len(decision.guesses) <= 3
    assert not [intent for intent in decision.guesses if intent.startswith(FORBIDDEN)]
    assert all(catalog()[intent].suggest for intent in decision.guesses)
    assert not without.intersection({*decision.guesses, decision.answer})
    assert decision.answer is None or not decision.guesses
    assert set(decision.guesses) <= {guess["name"] for guess in scores}
