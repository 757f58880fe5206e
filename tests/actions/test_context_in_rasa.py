"""Going on from an answer, with the events that Rasa itself writes down; fixed answers are Rasa's own."""

import pytest

from tests.actions.conftest import asked


@pytest.fixture
def person(bot):
    return bot.conversation()


def test_more_goes_on_from_a_fixed_answer_and_then_from_its_own(person):
    person.say("how do I pick a school", "programs_choose")
    more = person.say("more", "context_more")
    assert more.responses == ["utter_programs_check_accreditation"]
    assert more.buttons["What a good curriculum covers"] == "/programs_curriculum"
    assert person.say("more", "context_more").responses == ["utter_programs_accreditation"]


def test_an_answer_is_repeated_with_its_buttons_and_goes_on(person):
    said = person.say("what does the CCMA cost", "certification_exam_fee", credential="CCMA")
    again = person.say("say that again", "context_repeat")
    assert (again.text, again.buttons) == (said.text, said.buttons)
    assert "RMA (AMT) exam costs" in person.say("and the RMA", "context_follow_up", credential="RMA").text


def test_yes_takes_the_only_offer(person):
    asked_back = person.say("what did MAs make in 2011", "salary_median", year="2011")
    assert asked_back.buttons == {"How pay has changed": "/salary_trend"}
    assert person.say("yes please", "chitchat_affirm").responses == ["utter_salary_trend"]


def test_yes_to_the_offer_of_a_form_starts_it(person):
    offer = [asked("programs_cost", "what does it cost"), asked("programs_match", "and which one fits me")]
    person.say("what does it cost and which one fits me", "several_questions", questions=offer)
    said = person.say("the last one", "context_choice")
    assert person.form == "program_form"
    assert "utter_program_form_intro" in said.responses


def test_a_tapped_button_is_followed_up_like_a_question(person):
    person.say('/salary_median{"place": "Texas"}')
    assert "Medical assistants in Ohio earned" in person.say("and ohio", "context_follow_up", place="Ohio").text


def test_a_restart_forgets_slots_form_and_what_was_said(person):
    person.say("what do MAs make in Texas", "salary_median", place="Texas")
    person.say("which program fits me", "programs_match")
    assert person.say("start over", "context_restart").text.startswith("All right, we start over.")
    assert person.form is None
    assert person.tracker().get_slot("place") is None
    assert person.say("more", "context_more").responses == ["utter_context_more_nothing"]
    assert person.say("and ohio?", "context_follow_up", place="Ohio").responses == ["utter_context_missing_place"]
    assert person.say("what do they do", "duties_overview").responses == ["utter_duties_overview"]


def test_a_forms_answers_are_no_questions_to_go_on_from(person):
    person.say("which program fits me", "programs_match")
    for text in ("a year", "some", "no", "a mix", "skip"):
        person.say(text, "education_duration", confidence=0.2)
    assert person.form is None
    assert person.say("more", "context_more").responses == ["utter_programs_check_accreditation"]


def test_no_drops_what_was_offered_and_the_conversation_goes_on(person):
    person.say("what does the CCMA cost", "certification_exam_fee", credential="CCMA")
    assert person.say("no thanks", "chitchat_deny").responses == ["utter_context_dropped"]
    assert "CCMA (NHA)" in person.say("how long is it valid", "certification_renewal").text
