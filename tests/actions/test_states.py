import re

import pytest

# Published rules: ../shared/facts/dossier.md, section 5. South Dakota repealed its register in 2021.
RULES = {
    "Washington": ["at least 720 hours (160 of them externship)", "within 5 years", "tied to one employer"],
    "North Dakota": ["Board of Nursing's registry", "Medication Assistant III"],
    "California": ["at least 18", "10 hours of training for injections", "Certification is needed only to train other"],
    "New Jersey": ["only certified medical assistants", "330 hours"],
    "Connecticut": ["October 1, 2022", "24 hours of class and 8 hours of clinical training"],
    "Massachusetts": ["may give vaccines in a primary care practice"],
    "Arizona": ["approved program", "accredited exam"],
    "New York": ["may not give medicines in any way", "X-rays"],
    "Florida": ["direct supervision", "Certification is not required"],
    "South Carolina": ["injections"],
    "South Dakota": ["no longer registers medical assistants"],
    "Nevada": ["phlebotomist"],
    "Louisiana": ["phlebotomist"],
}


@pytest.mark.parametrize(("state", "words"), RULES.items())
def test_a_state_with_rules_is_answered_with_them_its_board_and_no_legal_advice(conversation, state, words):
    answer = conversation.ask("state_rules", place=state)
    assert answer.response == "utter_state_rules"
    assert answer.text.startswith(f"What I know of {state}:\n- ")
    assert [word for word in words if word not in answer.text] == []
    assert re.search(r"this is not legal advice: check with \[.+\]\(https://", answer.text)
    assert answer.source


def test_what_concerns_every_medical_assistant_comes_before_phlebotomy(conversation):
    text = conversation.ask("state_rules", place="California").text
    assert 0 < text.index("does not license medical assistants") < text.index("work as a phlebotomist")


def test_both_boards_of_a_state_are_linked(conversation):
    text = conversation.ask("state_rules", place="California").text
    assert "](https://www.mbc.ca.gov)" in text
    assert "](https://www.cdph.ca.gov)" in text


@pytest.mark.parametrize("place", ["Texas", "Ohio", "District of Columbia", "Puerto Rico"])
def test_a_state_without_known_rules_is_told_so_and_sent_to_its_board(conversation, place):
    answer = conversation.ask("state_rules", place=place)
    assert answer.response == "utter_state_rules_none"
    assert f"medical assistants in {place}, but I do not have every rule" in answer.text
    assert f"Ask {place}'s medical board" in answer.text
    assert "not legal advice" in answer.text
    assert answer.source


def test_the_source_for_a_state_without_rules_is_not_another_states_board(conversation):
    source = conversation.ask("state_rules", place="Texas").source
    assert "Occupational Outlook Handbook" in source
    assert "Dakota" not in source


def test_a_city_is_answered_with_its_states_rules(conversation):
    answer = conversation.ask("state_rules", place="Seattle")
    assert answer.text.startswith("What I know of Washington:")
    assert answer.slots["place"] == "WA"


def test_the_answer_offers_the_pay_in_that_state(conversation):
    answer = conversation.ask("state_rules", place="Texas")
    assert answer.buttons["Pay in Texas"] == '/salary_median{"place": "Texas"}'
    assert answer.slots == {"place": "TX", "year": None}


@pytest.mark.parametrize("named", [[], ["US"]])
def test_without_a_state_it_says_which_have_rules_and_asks_which(conversation, named):
    answer = conversation.ask("state_rules", place=named)
    assert answer.response == "utter_state_rules_which"
    assert answer.text.startswith("Most states do not license medical assistants.")
    assert "North Dakota and Washington ask for a state credential or registration" in answer.text
    assert "South Dakota" not in answer.text
    assert "Which state do you mean?" in answer.text
    assert answer.source


def test_each_state_stands_once_in_the_list_of_those_with_rules(conversation):
    answer = conversation.ask("state_rules")
    said = answer.text.replace(answer.source, "")
    for state in ("Alaska", "California", "Connecticut", "Massachusetts", "New Jersey", "New York", "Washington"):
        assert said.count(state) == 1, state


def test_an_unknown_state_is_named_and_the_nearest_is_offered(conversation):
    answer = conversation.ask("state_rules", place="Calfornia")
    assert answer.response == "utter_state_rules_which"
    assert answer.text.startswith('I do not know a state called "Calfornia". Most states')
    assert answer.buttons["California"] == '/state_rules{"place": "California"}'


def test_an_unknown_state_that_is_like_no_other_gets_no_button(conversation):
    answer = conversation.ask("state_rules", place="Narnia")
    assert '"Narnia"' in answer.text
    assert answer.buttons == {}


def test_an_earlier_state_is_not_carried_into_a_whole_question(conversation):
    conversation.ask("state_rules", place="California")
    assert conversation.ask("state_rules").response == "utter_state_rules_which"


def test_of_two_states_each_is_answered_with_its_own_rules(conversation):
    california, washington = conversation.answers("state_rules", place=["California", "Washington"])
    assert california.text.startswith("What I know of California:")
    assert "Department of Health" not in california.text.replace("California Department of Public Health", "")
    assert washington.text.startswith("What I know of Washington:")


@pytest.mark.parametrize("place", ["Texas", "California", "Washington", "New York", "South Dakota"])
def test_the_text_reads_as_written_by_a_person(conversation, place):
    text = conversation.ask("state_rules", place=place).text
    assert not re.search(r"[{}]|None|\n\n\n|\.\.|  ", text)


def test_those_two_states_are_answered_both(conversation):
    conversation.ask("state_rules", "do they need a license in Florida", place="Florida")
    conversation.ask("context_follow_up", "and in Washington?", place="Washington")
    first, second = conversation.answers("state_rules", "which of those two states requires one")
    assert "Florida" in first.text
    assert "Washington" in second.text
