"""The rule of when the context counts, as docs/conversation.md tells it."""

import pytest

from actions.memory import asked_before, recall, topic
from actions.turns import ANSWERED, turns
from careerbot.catalog import catalog


def said(intent, slots=(), answered=None, **names):
    """The events of a turn: a question, the slots its answer set, the question it turned out to be."""
    entities = [{"entity": kind, "value": name} for kind, name in names.items()]
    message = {"text": "", "intent": {"name": intent}, "entities": entities}
    return [
        {"event": "user", "text": "", "parse_data": message},
        {"event": "bot", "text": "", "data": {}, "metadata": {ANSWERED: answered} if answered else {}},
        *({"event": "slot", "name": name, "value": value} for name, value in dict(slots).items()),
    ]


def before(*turns_said):
    return turns([event for events in turns_said for event in events])


TEXAS = said("salary_median", place="Texas")
CCMA = said("certification_exam_fee", credential="CCMA")
SCHOOL = said("programs_online")
THANKS = said("chitchat_thanks")
MISSED = said("nlu_fallback")


# -- the rule --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["salary_entry", "certification_required", "programs_cost", ""])
def test_a_name_counts_for_the_next_question_whatever_that_is_about(facts, intent):
    assert recall(before(TEXAS), intent, facts) == {"place": ("TX",)}


@pytest.mark.parametrize("between", [THANKS, MISSED, said("context_repeat"), said("feedback_up")])
def test_small_talk_is_no_question(facts, between):
    assert recall(before(TEXAS, between), "salary_entry", facts) == {"place": ("TX",)}
    assert recall(before(TEXAS, between), "programs_cost", facts) == {"place": ("TX",)}


def test_a_name_counts_as_long_as_the_topic_stays(facts):
    on_the_topic = [said(intent) for intent in ("outlook_growth", "salary_settings", "outlook_reasons", "salary_trend")]
    assert recall(before(TEXAS, *on_the_topic), "salary_median", facts) == {"place": ("TX",)}


def test_a_name_does_not_count_for_ever(facts):
    assert recall(before(TEXAS, *[said("outlook_growth")] * 11), "salary_median", facts) == {}


def test_a_name_counts_for_a_question_that_comes_back_after_one_aside(facts):
    assert recall(before(CCMA, SCHOOL), "certification_renewal", facts) == {"credential": ("CCMA",)}
    assert recall(before(CCMA, SCHOOL, THANKS), "certification_renewal", facts) == {"credential": ("CCMA",)}


def test_a_name_does_not_count_after_two_asides(facts):
    assert recall(before(CCMA, SCHOOL, said("fit_hours")), "certification_renewal", facts) == {}


def test_a_name_does_not_count_after_a_look_up_about_something_else(facts):
    assert recall(before(TEXAS, CCMA), "salary_entry", facts) == {"credential": ("CCMA",)}


def test_a_certification_gives_way_only_to_another(facts):
    assert recall(before(CCMA, said("salary_median")), "certification_renewal", facts) == {"credential": ("CCMA",)}
    cma = said("certification_exam_fee", credential="CMA")
    assert recall(before(CCMA, cma, TEXAS), "certification_renewal", facts) == {
        "credential": ("CMA",),
        "place": ("TX",),
    }


def test_a_name_does_not_count_for_a_question_about_a_third_topic(facts):
    assert recall(before(CCMA, SCHOOL), "salary_median", facts) == {}


def test_a_question_without_a_topic_keeps_to_the_last_one(facts):
    assert recall(before(CCMA, said("certification_required")), "", facts) == {"credential": ("CCMA",)}
    assert recall(before(CCMA, SCHOOL), "", facts) == {}


def test_what_is_out_of_scope_changes_no_subject(facts):
    assert recall(before(TEXAS, said("out_of_scope")), "salary_entry", facts) == {"place": ("TX",)}
    moving = said("out_of_scope", place="Oregon")
    assert recall(before(moving, said("out_of_scope")), "salary_median", facts) == {"place": ("OR",)}


def test_nothing_is_recalled_of_before_a_restart(facts):
    assert recall(before(TEXAS, [{"event": "restart"}], THANKS), "salary_median", facts) == {}
    assert recall(before(TEXAS, [{"event": "session_started"}], THANKS), "salary_median", facts) == {}


def test_without_a_conversation_nothing_is_recalled(facts):
    assert recall([], "salary_median", facts) == {}


# -- what a turn leaves ----------------------------------------------------------------------------------------------


def test_a_slot_that_the_answer_set_counts_more_than_the_words(facts):
    events = said("salary_median", slots={"place": "WA"}, place="Seattle")
    assert recall(before(events), "salary_median", facts) == {"place": ("WA",)}


def test_a_name_that_the_answer_took_back_does_not_count_nor_does_an_older_one(facts):
    taken_back = said("salary_median", slots={"year": None, "place": None}, year="1990")
    assert recall(before(TEXAS, taken_back), "salary_median", facts) == {}


def test_a_slot_of_one_of_several_names_leaves_all_of_them(facts):
    two = said("salary_median", slots={"place": "OH"})
    two[0]["parse_data"]["entities"] = [{"entity": "place", "value": name} for name in ("Texas", "Ohio")]
    assert recall(before(two), "salary_median", facts) == {"place": ("TX", "OH")}


def test_what_an_answer_itself_is_about_is_left_without_being_named(facts):
    assert recall(before(said("advancement_phlebotomy")), "salary_median", facts) == {"occupation": ("31-9097",)}


def test_a_name_in_the_question_counts_more_than_what_the_answer_is_about(facts):
    events = said("advancement_nursing", occupation="licensed practical nurse")
    assert recall(before(events), "salary_median", facts) == {"occupation": ("29-2061",)}


def test_the_question_that_was_answered_counts_and_not_what_the_message_was_understood_as(facts):
    meant = {"text": "", "intent": {"name": "state_rules"}, "entities": [{"entity": "place", "value": "Ohio"}]}
    events = said("chitchat_affirm", answered=meant)
    assert recall(before(events), "", facts) == {"place": ("OH",)}
    assert asked_before(before(events)) == [meant]


def test_what_was_compared_is_recalled_as_a_list(facts):
    events = said("compare_credentials", slots={"compared": ["CMA", "RMA"], "credential": "RMA"})
    recalled = recall(before(events), "certification_renewal", facts)
    assert recalled == {"compared": ("CMA", "RMA"), "credential": ("RMA",)}


def test_an_answer_to_a_forms_question_is_no_question(facts):
    form = [{"event": "active_loop", "name": "program_form"}]
    answers = said("education_duration", place="Texas")
    assert asked_before(before(said("programs_match"), form, answers))[0]["intent"]["name"] == "programs_match"


# -- topics ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ["chitchat_thanks", "context_more", "feedback_up", "nlu_fallback", ""])
def test_these_have_no_topic(intent):
    assert topic(intent) is None


def test_every_question_about_the_career_has_a_topic():
    without = ("chitchat", "context", "feedback")
    assert [
        entry.intent for entry in catalog().values() if (topic(entry.intent) is None) != (entry.topic in without)
    ] == []


def test_comparing_certifications_is_about_certifications_and_comparing_jobs_about_jobs():
    assert topic("compare_credentials") == topic("certification_list")
    assert topic("compare_roles") == topic("salary_median") == topic("outlook_growth")
