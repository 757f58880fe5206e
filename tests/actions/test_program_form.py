"""The result of "Which program fits me?", as a person reads it."""

import re

import pytest

BOXES = [
    "[ ] Accreditation: look each program up at caahep.org and abhes.org",
    "[ ] Classes:",
    "[ ] Practice: an externship",
    "[ ] Cost and length:",
    "[ ] Job help:",
]


@pytest.fixture
def result(bot):
    """What a person reads after these answers."""

    def ask(time, budget, credit, where, state):
        person = bot.conversation()
        person.say("/programs_match")
        for text in (time, budget, credit, where):
            person.say(text)
        said = person.say(state, **({} if state == "skip" else {"place": state}))
        assert said.responses == ["utter_program_form_result"]
        assert "{" not in said.text
        return said

    return ask


def test_the_way_comes_first_then_its_reasons_then_the_checklist(result):
    said = result("a year", "some", "no", "a mix", "Ohio")
    assert said.text.startswith("**A certificate or diploma program may fit you best.**\n\n- It fits your time:")
    assert "it usually takes 9 to 12 months" in said.text
    assert said.text.index("Your checklist") > said.text.index("It fits your time")
    assert re.search(r"\n\nSources?: .*article behind this assistant", said.text)


@pytest.mark.parametrize("state", ["skip", "Ohio", "Washington"])
@pytest.mark.parametrize("time", ["weeks", "a year", "two years"])
def test_the_checklist_has_the_five_points_of_the_article_whatever_is_advised(result, time, state):
    lines = result(time, "tight", "yes", "in person", state).text.splitlines()
    boxes = [line for line in lines if line.startswith("[ ] ")]
    for wanted in BOXES:
        assert any(box.startswith(wanted) for box in boxes), wanted
    assert len(boxes) >= 7  # what the way itself asks for, five points, the state


def test_two_ways_that_fit_about_equally_are_both_told_with_their_reasons(result):
    text = result("two years", "some", "not sure", "skip", "skip").text
    assert text.startswith(
        "**Two ways fit you about equally: a certificate or diploma program and an associate degree.**"
    )
    assert "A certificate or diploma program:\n- " in text
    assert "An associate degree:\n- You have the time: it takes about 2 years." in text


def test_the_rule_of_a_state_and_whom_to_ask_are_the_last_line_to_tick(result):
    text = result("a year", "fine", "no", "online", "Washington").text
    assert "[ ] Washington: You need a credential from the state Department of Health" in text
    assert "Check with: Washington State Department of Health, https://doh.wa.gov" in text
    assert "not legal advice" in text


def test_a_state_without_a_known_rule_is_named_with_whom_to_ask(result):
    text = result("a year", "fine", "no", "online", "Ohio").text
    assert "[ ] Ohio: I found no license, registration or schooling rule; check with the state's medical board." in text


def test_a_rule_on_phlebotomists_is_no_rule_on_medical_assistants(result):
    assert "Louisiana: I found no license" in result("a year", "fine", "no", "online", "Louisiana").text


def test_where_the_state_limits_a_start_without_school_the_advice_says_so(result):
    free = result("weeks", "fine", "no", "in person", "Ohio").text
    limited = result("weeks", "fine", "no", "in person", "Arizona").text
    assert "a start without school" in free.split("\n")[0]
    caution = "But your state sets conditions that limit or bar a start without school"
    assert caution in limited and caution not in free
    assert limited.index("an apprenticeship") < limited.index("a start without school")


def test_a_start_without_school_is_never_advised_without_asking_whether_the_state_allows_it(result):
    text = result("weeks", "fine", "no", "in person", "skip").text
    assert "[ ] Does my state allow a start without school? A few bar or limit it." in text


def test_an_apprenticeship_is_told_with_the_study_that_shows_how_rare_it_is(result):
    text = result("weeks", "tight", "no", "in person", "skip").text
    assert "a study of 2019 found 23 active programs in 12 states" in text
    assert "University of Washington" in text.splitlines()[-1]


def test_who_wants_to_learn_online_reads_that_practice_is_in_person(result):
    assert "this part cannot be done online" in result("two years", "fine", "yes", "online", "skip").text


def test_nothing_known_still_gives_an_advice_with_a_reason(result):
    text = result("skip", "skip", "skip", "skip", "skip").text
    assert "- Many employers prefer people who finished a program." in text
    assert "[ ] My state: ask its medical board" in text


def test_the_buttons_lead_on_by_what_was_advised(result):
    assert result("two years", "fine", "yes", "online", "Texas").buttons == {
        "Do the credits transfer?": "/education_credit_transfer",
        "What school costs": "/programs_cost",
        "Rules in your state": '/state_rules{"place": "Texas"}',
    }
