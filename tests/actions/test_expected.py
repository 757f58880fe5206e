"""What the conversation makes likely: an unsure short message is weighed by what was asked before."""

import pytest

from actions.expected import IN_CONTEXT, expected
from actions.turns import Turn


def turn(intent, text="..."):
    return Turn({"text": text, "parse_data": {"text": text, "intent": {"name": intent}, "entities": []}})


def message(text, **scores):
    ranking = [{"name": name, "confidence": score} for name, score in scores.items()]
    return {"text": text, "intent": ranking[0], "intent_ranking": ranking, "entities": []}


WEEKENDS = message("weekends too i bet?", out_of_scope=0.28, fit_hours=0.27, programs_schedule=0.06)


def test_the_topic_of_the_last_question_decides_between_near_scores():
    assert expected(WEEKENDS, [turn("fit_stress")]) == "fit_hours"


@pytest.mark.parametrize("before", [[], [turn("chitchat_greet")], [turn("certification_list")]])
def test_without_a_question_on_the_topic_nothing_changes(before):
    assert expected(WEEKENDS, before) is None


def test_what_was_not_understood_may_be_so_too():
    unclear = message("and the clock?", nlu_fallback=0.17, certification_exam_content=0.12, fit_hours=0.11)
    assert expected(unclear, [turn("certification_exam_fee")]) == "certification_exam_content"


def test_own_pay_that_was_told_makes_a_question_about_it_likely():
    unclear = message("so is that better or nah", nlu_fallback=0.17, salary_own=0.1, salary_difference=0.1)
    told = turn("chitchat_greet", "hi, i make 18 an hour at the warehouse")
    assert expected(unclear, [told, turn("duties_overview")]) == "salary_own"
    assert expected(unclear, [turn("duties_overview")]) is None


@pytest.mark.parametrize(
    "sure",
    [
        message("weekends too i bet?", out_of_scope=0.6, fit_hours=0.45),
        message("hm", nlu_fallback=0.17, fit_hours=0.06),
        message(" ".join(["word"] * 17), out_of_scope=0.28, fit_hours=0.27),
        message("it hurts", nlu_fallback=0.17, fit_hours=0.15, safety_self_harm=0.06),
    ],
    ids=["sure", "far from all", "long", "may be danger"],
)
def test_what_is_sure_far_from_all_long_or_may_be_danger_stays(sure):
    assert expected(sure, [turn("fit_stress")]) is None


def test_an_unsure_message_is_answered_as_what_it_goes_on_with(conversation):
    conversation.ask("fit_stress", "is it stressful")
    answer = conversation.scored("weekends?", {"fit_hours": 0.15, "programs_schedule": 0.14})
    assert answer.asked == "fit_hours"


def test_an_unsure_which_is_better_is_about_what_stood_side_by_side(conversation):
    conversation.ask("salary_median", "pay in tucson", place="tucson")
    conversation.ask("context_follow_up", "what about in phoenix", place="phoenix")
    answer = conversation.scored("which one is better", {"compare_rank_credentials": 0.25, "compare_rank_roles": 0.2})
    assert answer.text.startswith("In Phoenix-Mesa-Chandler, AZ medical assistants earn more")


def test_a_job_of_ours_makes_an_unclear_message_one_about_jobs(conversation):
    scores = {"out_of_scope": 0.26, "salary_median": 0.12}
    said = "my nephew says pharmacy tech is the way to go, what do they earn"
    assert conversation.scored(said, scores, occupation="pharmacy tech").asked == "salary_median"
    assert conversation.scored("what does an MA want", scores, occupation="MA").asked != "salary_median"


@pytest.mark.parametrize("text", ["oops, i meant the rma", "sorry its the rma i have", "no not that, the rma. my bad"])
def test_another_name_that_was_meant_asks_the_last_question_of_it(conversation, text):
    conversation.ask("certification_exam_fee", "fee of the ccma", credential="CCMA")
    answer = conversation.scored(text, {"certification_list": 0.1}, credential="RMA")
    assert answer.text.startswith("The RMA (AMT) exam costs")


def test_a_question_with_another_name_is_no_correction(conversation):
    conversation.ask("certification_exam_fee", "fee of the ccma", credential="CCMA")
    answer = conversation.scored("sorry, what is the rma", {"certification_overview": 0.4}, credential="RMA")
    assert answer.asked == "certification_overview"


def test_the_same_question_is_not_worked_out_a_third_time():
    unclear = message("and after that what", nlu_fallback=0.17, fit_benefits=0.16)
    assert expected(unclear, [turn("fit_benefits")]) == "fit_benefits"
    assert expected(unclear, [turn("fit_benefits"), turn("fit_benefits")]) is None


def test_a_difference_is_one_of_pay_only_after_a_question_about_jobs():
    unclear = {**message("and thats like how much", salary_difference=0.27, programs_cost=0.2)}
    unclear[IN_CONTEXT] = [{"name": "programs_cost", "confidence": 0.5}]
    assert expected(unclear, [turn("education_duration")]) == "programs_cost"
    assert expected(unclear, [turn("salary_trend")]) is None
