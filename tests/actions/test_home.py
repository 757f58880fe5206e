"""Where the person lives: said once, meant until another place is said."""

import pytest

from actions.home import home, means_here, means_the_country
from actions.turns import Turn
from careerbot.facts.queries import fact_base


def turn(text, place):
    entities = [{"entity": "place", "value": place, "start": text.index(place), "end": text.index(place) + len(place)}]
    return Turn({"text": text, "parse_data": {"text": text, "entities": entities}})


@pytest.mark.parametrize(
    "text",
    [
        "im in Arizona",
        "i live in Arizona",
        "I’m from Arizona btw",
        "here in Arizona nobody knows",
        "19, living in Arizona with my mom",
        "we just moved to Arizona",
        "im currently living in the state of Arizona",
        "my state is Arizona",
        "hello from Arizona",
        "i stay in Arizona",
        "im in an MA program in Arizona",
        "I'd like to be a medical assistant in Arizona",
        "good evening from Arizona",
        "howdy yall from Arizona",
        "born n raised in Arizona",
        "i was a nurse in Manila, now in Arizona",
        "me and the twins just moved to Arizona",
        "we relocated to Arizona last may",
        "so am i, in rural Arizona",
        "my mom went to Florida, me i never left Arizona",
        "Arizona here, single mom of two",
        "i clean offices in Arizona",
        "hii im 19 from Arizona n working at chipotle",
        "my husband and i are in Arizona",
        "out here in Arizona its hot",
    ],
)
def test_somebody_says_where_they_live(text):
    assert home([turn(text, "Arizona")], fact_base()) == "AZ"


@pytest.mark.parametrize(
    "text",
    [
        "pay in Arizona",
        "and Arizona?",
        "my cousin lives in Arizona",
        "is it different in Arizona",
        "she is in Arizona",
        "i heard it is easy in Arizona",
        "i want to know what they make in Arizona",
        "can i work as one in Arizona",
        "am i allowed to in Arizona",
        "if i moved to Arizona",
        "should we move to Arizona",
        "i'm thinking of moving to Arizona",
        "i heard pay is good in Arizona",
        "here i want to ask about Arizona",
        "is the pay better if we went back to Arizona",
    ],
)
def test_somebody_only_asks_about_a_place(text):
    assert home([turn(text, "Arizona")], fact_base()) is None


def test_the_last_place_that_was_said_counts():
    assert home([turn("i live in Texas", "Texas"), turn("i moved to Ohio", "Ohio")], fact_base()) == "OH"


@pytest.mark.parametrize("text", ["do i need a license here", "in my state", "jobs near me", "around here"])
def test_here(text):
    assert means_here(text)


@pytest.mark.parametrize("text", ["in the whole country", "nationwide", "in the us", "which states pay more"])
def test_the_country(text):
    assert means_the_country(text)


def live_in(conversation, text, place):
    """Says it; the harness gives no places in the text, so they are added."""
    conversation.ask("context_follow_up", text, place=place)
    [entity] = conversation.events[0]["parse_data"]["entities"]
    entity.update(start=text.index(place), end=text.index(place) + len(place))


def test_pay_is_that_of_home_until_the_country_is_asked_for(conversation):
    live_in(conversation, "im in Georgia", "Georgia")
    conversation.ask("education_duration", "how long does school take")
    conversation.ask("fit_dress_code", "are tattoos ok")
    assert "in Georgia earned" in conversation.ask("salary_median", "how much would i make").text
    assert "in the United States" in conversation.ask("salary_median", "and in the whole country, how much").text


def test_here_is_home_in_the_rules_and_in_what_they_may_do(conversation):
    live_in(conversation, "i live in New York", "New York")
    conversation.ask("education_duration", "how long does school take")
    for intent in ("state_rules", "scope_injections", "scope_blood"):
        answer = conversation.ask(intent, "can i do that here")
        assert answer.response.startswith("utter_state_rules")
        assert "New York" in answer.text


def test_here_is_the_place_that_was_just_talked_about_if_no_home_was_said(conversation):
    conversation.ask("salary_median", "pay in Ohio", place="Ohio")
    assert "Ohio" in conversation.ask("state_rules", "do they need a license here").text


def test_here_with_no_place_said_asks_as_before(conversation):
    assert conversation.ask("state_rules", "do i need a license here").response == "utter_state_rules_which"
    assert conversation.ask("scope_blood", "can i draw blood here").response == "utter_scope_blood"


def test_my_town_is_the_place_named_last_however_long_ago(conversation):
    conversation.ask("salary_median", "what do they pay in Tucson", place="tucson")
    conversation.ask("education_duration", "how long is school")
    conversation.ask("certification_list", "which tests are there")
    assert "Tucson" in conversation.ask("salary_median", "and what would i make in my town").text
    assert "Tucson" not in conversation.ask("salary_median", "what do medical assistants make").text


def test_there_is_the_last_place_named_however_long_ago(conversation):
    conversation.ask("state_rules", "my aunt does this at a clinic in el paso", place="El Paso")
    conversation.ask("duties_overview", "what does she do all day")
    conversation.ask("fit_stress", "is it stressful")
    conversation.ask("education_duration", "how long is school")
    assert "El Paso, TX" in conversation.ask("salary_median", "what about the money there tho").text


def test_there_and_a_place_that_is_named_stand_side_by_side(conversation):
    conversation.ask("state_rules", "what are the rules in alaska", place="Alaska")
    answer = conversation.ask("salary_median", "What would I earn there compared to Virginia?", place="Virginia")
    assert "**Alaska:**" in answer.text
    assert "**Virginia:**" in answer.text
