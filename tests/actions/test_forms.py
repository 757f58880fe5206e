"""The frame of forms, in Rasa itself: real rules, forms, actions and responses; only the understanding is given.

``bot`` is trained on the project's rules, so what holds here holds for the assistant.
"""

import asyncio

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.form_answers import is_skip, is_stop
from actions.form_reading import SKIPPED, FormQuestion
from actions.forms import REQUESTED, Form, form_opened_by
from tests.data.files import domain, forms

SLOTS = [question.slot for question in forms()["program_form"].questions]
ASK = "utter_ask_program_form_program_{}".format
HINT = "utter_hint_program_form_{}".format


@pytest.fixture
def person(bot):
    return bot.conversation()


@pytest.fixture
def started(person):
    """In the form, at its first question."""
    person.say("/programs_match")
    return person


def held(person):
    """The form's answers and its requested slot, as Rasa keeps them."""
    slots = person.tracker().current_slot_values()
    return {name: slots[name] for name in (*SLOTS, REQUESTED) if slots[name] is not None}


def test_the_opening_intent_starts_the_form_with_its_first_question(person):
    said = person.say("which program is right for me", "programs_match")
    assert said.responses == ["utter_program_form_intro", ASK("time")]
    assert person.form == "program_form"
    assert "A few weeks or months" in said.buttons


def test_answers_lead_from_question_to_question_and_to_the_result(started):
    asked = [started.say(text).responses for text in ("about a year", "tight", "no", "online")]
    assert asked == [[ASK("budget")], [ASK("credit")], [ASK("where")], [ASK("state")]]
    assert started.say("Ohio", "context_follow_up", place="Ohio").responses == ["utter_program_form_result"]
    assert started.form is None


def test_a_button_of_a_question_answers_it(started):
    said = started.say("a few weeks")
    assert said.responses == [ASK("budget")]
    assert started.say(said.buttons["Tight"]).responses == [ASK("credit")]
    assert held(started) == {"program_time": "weeks", "program_budget": "tight", REQUESTED: "program_credit"}


def test_what_the_opening_message_tells_is_not_asked(person):
    said = person.say("I have no money and live in Texas, which program fits me?", "programs_match", place="Texas")
    assert said.responses == ["utter_program_form_intro", "utter_form_known", ASK("time")]
    assert "money is tight and your state is Texas" in said.text
    assert [person.say(text).responses for text in ("a year", "no")] == [[ASK("credit")], [ASK("where")]]
    assert person.say("online").responses == ["utter_program_form_result"]


def test_what_was_said_before_the_form_is_not_asked(person):
    person.say("I am broke, is there help?", "programs_financial_aid")
    person.say("what do they make in Washington", "salary_median", place="Washington")
    said = person.say("/programs_match")
    assert "money is tight and your state is Washington" in said.text


def test_a_form_whose_answers_are_all_known_ends_at_once_with_its_result(person):
    said = person.say(
        "Pick for me: I only have a year, I am broke, I want to be a nurse later and I want to study online in Ohio.",
        "programs_match",
        place="Ohio",
    )
    assert said.responses == ["utter_program_form_intro", "utter_form_known", "utter_program_form_result"]
    assert person.form is None
    assert person.say("thanks", "chitchat_thanks").responses == ["utter_chitchat_thanks"]


def test_a_question_in_between_is_answered_and_the_form_asks_again(started):
    started.say("a year")
    said = started.say("how much do they make", "salary_median")
    assert said.responses == ["utter_salary_median", ASK("budget")]
    assert held(started) == {"program_time": "year", REQUESTED: "program_budget"}
    assert started.say("fine").responses == [ASK("credit")]


def test_a_button_of_another_answer_is_answered_too(started):
    said = started.say("how long is school", "education_duration")
    assert started.say(said.buttons["Learning on the job"]).responses == ["utter_education_on_the_job", ASK("time")]


def test_several_questions_in_one_message_are_all_answered_in_between(started):
    questions = [
        {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": []}
        for text, intent in (("what is it", "duties_overview"), ("how long is school", "education_duration"))
    ]
    said = started.say("what is it and how long is school", "several_questions", questions=questions)
    assert said.responses == ["utter_duties_overview", "utter_education_duration", ASK("time")]


def test_a_follow_up_to_a_question_in_between_is_answered(started):
    started.say("how much do they make", "salary_median")
    said = started.say("and in Texas?", "context_follow_up", place="Texas")
    assert said.responses == ["utter_salary_median_place", "utter_form_noted", ASK("time")]


def test_a_place_spoken_of_in_between_need_not_be_asked(started):
    said = started.say("what do they make in Ohio", "salary_median", place="Ohio")
    assert said.responses == ["utter_salary_median_place", "utter_form_noted", ASK("time")]
    assert held(started)["program_state"] == "OH"


def test_an_answer_with_a_question_behind_it_is_both(started):
    said = started.say("a year, and how much do they make?", "salary_median")
    assert said.responses == ["utter_salary_median", ASK("budget")]


def test_an_earlier_answer_is_corrected_and_the_change_is_said(started):
    for text in ("a year", "tight", "no"):
        started.say(text)
    said = started.say("no wait, yes")
    assert said.responses == ["utter_form_changed", ASK("where")]
    said = started.say("actually money is fine")
    assert said.responses == ["utter_form_changed", ASK("where")]
    assert "money is no problem" in said.text
    said = started.say("i meant two years")
    assert held(started) == {
        "program_time": "two_years",
        "program_budget": "fine",
        "program_credit": True,
        REQUESTED: "program_where",
    }


def test_an_answer_to_a_later_question_is_noted_and_not_asked_again(started):
    said = started.say("i want to study online")
    assert said.responses == ["utter_form_noted", ASK("time")]
    assert "classes online" in said.text
    asked = [started.say(text).responses for text in ("a year", "fine", "no")]
    assert asked == [[ASK("budget")], [ASK("credit")], [ASK("state")]]


def test_a_question_may_be_passed_over(started):
    assert started.say("not sure yet", "chitchat_deny").responses == [ASK("budget")]
    assert held(started) == {"program_time": SKIPPED, REQUESTED: "program_budget"}


def test_what_is_no_answer_gets_a_hint_and_the_second_time_a_way_out(started):
    assert started.say("purple", "out_of_scope").responses == [HINT("time"), ASK("time")]
    said = started.say("dunno what you mean by that")
    assert said.responses == ["utter_form_way_out"], "the same question a third time is what nobody wants"
    assert started.say("mauve").responses == ["utter_form_way_out"]
    assert started.form == "program_form"
    assert started.say(said.buttons["Skip this question"]).responses == [ASK("budget")]
    assert started.say("purple", "out_of_scope").responses == [HINT("budget"), ASK("budget")]


def test_an_answer_is_read_after_the_way_out(started):
    for text in ("purple", "mauve"):
        started.say(text)
    assert started.say("about a year").responses == [ASK("budget")]
    assert held(started) == {"program_time": "year", REQUESTED: "program_budget"}


def test_what_a_person_tells_beside_the_question_is_acknowledged(started):
    said = started.say("i dont have a car and i got 2 kids")
    assert said.responses == ["utter_program_form_life", ASK("time")]
    started.say("a year")
    assert started.say("my boss keeps yelling at me").responses == ["utter_form_heard", HINT("budget"), ASK("budget")]


def test_a_question_that_is_not_understood_is_said_to_be_one(started):
    said = started.say("what would a hamster do?", confidence=0.1)
    assert said.responses == ["utter_form_no_answer", ASK("time")]
    assert started.say("what about acme institute", "out_of_scope").responses == ["utter_out_of_scope", ASK("time")]


def test_going_back_asks_again_what_was_answered_last(started):
    assert started.say("go back").responses == ["utter_form_back_first", ASK("time")]
    for text in ("a year", "skip", "no"):
        started.say(text)
    assert started.say("go back", "context_restart").responses == ["utter_form_back", ASK("credit")]
    assert started.say("previous question pls").responses == ["utter_form_back", ASK("budget")]
    assert held(started) == {"program_time": "year", REQUESTED: "program_budget"}
    assert [started.say(text).responses for text in ("tight", "yes")] == [[ASK("credit")], [ASK("where")]]


def test_what_was_noted_is_said(started):
    assert started.say("what did you write down", "chitchat_privacy").responses == [
        "utter_form_so_far_nothing",
        ASK("time"),
    ]
    started.say("a year")
    said = started.say("wat did i answer", "context_recall")
    assert said.responses == ["utter_form_so_far", ASK("budget")]
    assert "you have about a year" in said.text


def test_the_questions_left_are_counted(started):
    started.say("a year")
    said = started.say("wait how long will this take", "education_duration")
    assert said.responses == ["utter_form_length", ASK("budget")]
    assert "left: four" in said.text


def test_the_result_can_be_had_at_once_with_one_answer_at_least(started):
    assert started.say("skip to the end").responses == ["utter_form_finish_nothing", ASK("time")]
    started.say("a year")
    assert started.say("skip to the end").responses == ["utter_program_form_result"]
    assert (started.form, held(started)) == (None, {})


def test_what_is_asked_behind_a_stop_is_answered(started):
    said = started.say("never mind, what do they make", "salary_median")
    assert said.responses == ["utter_form_left", "utter_salary_median"]
    assert (started.form, held(started)) == (None, {})


def test_a_stop_with_the_wish_for_another_form_opens_that(started):
    said = started.say("forget it, can i take the RMA?", "certification_check", credential="RMA")
    assert said.responses[0] == "utter_eligibility_form_intro"


def test_not_getting_the_question_gets_its_hint(started):
    assert started.say("i dont get it", "context_simpler").responses == [HINT("time"), ASK("time")]


def test_an_answer_that_is_taken_back_with_a_no_is_read_anew(started):
    assert started.say("online").responses == ["utter_form_noted", ASK("time")]
    said = started.say("actually no, in person")
    assert said.responses == ["utter_form_changed", ASK("time")]
    assert held(started)["program_where"] == "in_person"


def test_time_money_and_city_of_the_first_message_are_not_asked(person):
    said = person.say(
        "best program in Harrisburg, eight months and $5,000", "programs_match", place="Harrisburg-Carlisle, PA"
    )
    assert said.responses == ["utter_program_form_intro", "utter_form_known", ASK("credit")]
    assert person.say("What did I say my city was?").responses == ["utter_form_so_far", ASK("credit")]


def test_why_and_repeat_are_about_the_question_of_the_form(started):
    assert started.say("why do you ask", "context_why").responses == ["utter_form_why", HINT("time"), ASK("time")]
    assert started.say("say that again", "context_repeat").responses == [ASK("time")]


@pytest.mark.parametrize("text", ["stop", "cancel", "forget it", "nvm", "never mind, this is too long"])
def test_a_form_is_stopped_at_any_time_and_forgets(started, text):
    started.say("a year")
    said = started.say(text, "context_stop")
    assert said.responses == ["utter_form_stopped"]
    assert started.form is None
    assert held(started) == {}


def test_the_wish_to_stop_in_other_words_stops_too(started):
    assert started.say("this leads nowhere", "context_stop").responses == ["utter_form_stopped"]


def test_outside_a_form_stop_says_that_nothing_runs(person):
    assert person.say("stop", "context_stop").responses == ["utter_context_stop"]


def test_a_result_that_is_called_wrong_shows_what_it_rests_on_and_one_thing_can_be_changed(started):
    for text in ("a year", "tight", "no", "online", "skip"):
        started.say(text)
    said = started.say("no thats wrong", "chitchat_wrong")
    assert said.responses == ["utter_form_used"]
    assert "you have about a year, money is tight" in said.text
    for text in ("a year", "tight", "no", "online", "skip"):
        started.say("/programs_match") if text == "a year" else None
        started.say(text)
    said = started.say("you got it wrong, i said in person", "chitchat_wrong")
    assert said.responses == ["utter_form_known", "utter_program_form_result"]
    assert "learn in person" in said.text
    assert (started.form, held(started)) == (None, {})


def test_a_form_that_was_stopped_is_begun_again_by_who_wants_to_go_on(started):
    started.say("stop")
    assert started.say("ok continue the quiz", "context_stop").responses == ["utter_program_form_intro", ASK("time")]
    assert started.form == "program_form"


@pytest.mark.parametrize("text", ["can't do this anymore", "i give up", "just make it all stop"])
def test_words_of_despair_are_not_told_that_nothing_runs(person, text):
    said = person.say(text, "context_stop")
    assert said.responses == ["utter_context_stop_heavy"]
    assert "988" in said.text


def test_a_goodbye_ends_the_form(started):
    assert started.say("bye", "chitchat_goodbye").responses == ["utter_chitchat_goodbye"]
    assert (started.form, held(started)) == (None, {})


def test_starting_over_ends_the_form_and_all_that_was_said(person):
    person.say("I am broke, is there help?", "programs_financial_aid")
    person.say("/programs_match")
    assert person.say("start over", "context_restart").responses == ["utter_context_restart"]
    assert (person.form, held(person)) == (None, {})
    assert person.say("/programs_match").responses == ["utter_program_form_intro", ASK("time")]


def test_another_form_takes_the_place_of_the_one_that_runs(started):
    started.say("a year")
    assert started.say("am I eligible?", "certification_check").responses[0] == "utter_eligibility_form_intro"
    assert (started.form, held(started).keys()) == ("eligibility_form", {REQUESTED})
    assert started.say("/programs_match").responses == ["utter_program_form_intro", ASK("time")]
    assert started.form == "program_form"


@pytest.mark.parametrize("intent", ["safety_emergency", "safety_self_harm", "safety_violence"])
def test_nobody_in_danger_is_asked_on(started, intent):
    started.say("a year")
    assert started.say("yes help me", intent).responses == [f"utter_{intent}"]
    assert (started.form, held(started)) == (None, {})


def test_nothing_that_was_told_is_kept_when_the_form_has_ended(started):
    for text in ("a year", "tight", "no", "online", "skip"):
        started.say(text)
    assert (started.form, held(started)) == (None, {})


def test_after_a_form_the_same_form_starts_from_the_beginning(started):
    started.say("about a year")
    started.say("stop", "context_stop")
    assert started.say("/programs_match").responses == ["utter_program_form_intro", ASK("time")]


def test_opening_the_form_while_it_runs_asks_again(started):
    assert started.say("which program fits me", "programs_match").responses == [ASK("time")]


def test_among_several_questions_a_form_is_offered(person):
    questions = [
        {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": []}
        for text, intent in (("what is it", "duties_overview"), ("what fits me", "programs_match"))
    ]
    said = person.say("what is it and what fits me", "several_questions", questions=questions)
    assert said.responses == ["utter_duties_overview", "utter_programs_match"]
    assert person.say(said.buttons["Which program fits me?"]).responses[-1] == ASK("time")


def test_a_failure_is_spoken_and_ends_the_form(started, monkeypatch):
    started.say("a year")
    monkeypatch.setattr("actions.forms.read_answers", lambda *_: 1 / 0)
    assert started.say("tight").responses == ["utter_action_failed"]
    assert (started.form, held(started)) == (None, {})


def test_a_result_that_fails_is_an_apology_and_forgets_all_the_same(started, monkeypatch):
    monkeypatch.setattr("actions.program_form.recommend", lambda *_: 1 / 0)
    said = [started.say(text) for text in ("a year", "tight", "no", "online", "skip")]
    assert said[-1].responses == ["utter_action_failed"]
    assert (started.form, held(started)) == (None, {})


def test_the_buttons_of_the_way_out_do_what_they_say():
    (variant,) = domain()["responses"]["utter_form_way_out"]
    means = {"Skip this question": is_skip, "Stop": is_stop}
    assert all(means[button["title"]](button["payload"]) for button in variant["buttons"])


# What no form of the assistant needs of the frame at present stands here with one of its own.


class ValidateSmallForm(Form):
    form = "small_form"
    opened_by = "test_small"
    intro = "utter_program_form_intro"
    questions = (
        FormQuestion("a", "utter_hint_a", read=lambda heard: heard.text == "a" or None, in_words=str),
        FormQuestion(
            "b", "utter_hint_b", read=lambda heard: heard.text, in_words=str, needed=lambda answers: not answers["a"]
        ),
    )


@pytest.fixture
def small(assistant):
    """Runs the frame's action alone: message after message, slots by hand."""

    def run(text, requested="a", said=()):
        parsed = {"text": text, "intent": {"name": "nlu_fallback", "confidence": 0.1}, "entities": []}
        before = [{"event": "bot", "metadata": {"utter_action": name}} for name in said]
        events = [{"event": "user", "parse_data": parsed}, *before, {"event": "user", "parse_data": parsed}]
        slots = {"a": None, "b": None, REQUESTED: requested}
        tracker = Tracker("test", slots, parsed, events, False, None, {"name": "small_form"}, None)
        dispatcher = CollectingDispatcher()
        happened = asyncio.run(ValidateSmallForm().run(dispatcher, tracker, assistant.domain_content))
        set_slots = {event["name"]: event["value"] for event in happened if event["event"] == "slot"}
        return [message["response"] for message in dispatcher.messages], set_slots

    return run


def test_a_question_that_is_not_needed_is_not_asked(small):
    assert small("a") == ([], {"a": True, "b": None, REQUESTED: None})


def test_what_is_not_read_twice_in_a_row_is_told_the_way_out(small):
    assert small("x") == (["utter_hint_a"], {"a": None, "b": None, REQUESTED: "a"})
    assert small("x", said=["utter_hint_a"])[0] == ["utter_form_way_out"]


def test_whatever_is_said_a_slot_of_the_form_is_set_since_rasa_would_else_reject_the_form(small):
    for text in ("", "x", "/programs_cost", "stop", "not sure"):
        assert set(small(text)[1]) == {"a", "b", REQUESTED}


def test_the_form_that_an_intent_opens_is_known():
    assert form_opened_by("programs_match").form == "program_form"
    assert form_opened_by("salary_median") is None
