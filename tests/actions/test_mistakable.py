"""A name that could be another's: of a place the others are offered, a job that is only like a known one is unknown."""

import pytest

from actions.mistakable import others_in_words


@pytest.mark.parametrize(
    ("name", "here", "others"),
    [
        ("Portland", "Portland-Vancouver-Hillsboro, OR-WA", ["Portland-South Portland, ME"]),
        ("springfield", "Springfield", ["Springfield, IL", "Springfield, OH"]),
        ("Columbia", "Columbia", ["Columbia, MO"]),
        ("Jackson", "Jackson", ["Jackson, MI", "Jackson, TN"]),
    ],
)
def test_towns_of_the_same_name_are_named_and_offered(conversation, facts, name, here, others):
    answer = conversation.ask("salary_median", f"MA pay {name}", place=name)
    assert here in answer.text.splitlines()[0] and answer.source
    known = [place.name for place in facts.namesakes(name)]
    assert {*others} <= {*known}
    offered = [title for title in answer.buttons if title in known]
    assert offered and all(title in answer.text for title in offered)
    assert answer.text.count("The name also fits") == 1


@pytest.mark.parametrize("name", ["Portland, ME", "Portland Oregon", "Chicago", "Texas"])
def test_a_name_with_its_state_or_of_one_place_only_has_no_namesakes(conversation, name):
    assert "The name also fits" not in conversation.ask("salary_median", place=name).text


def test_the_name_is_read_where_it_stands_in_the_message(conversation):
    text = "pay in portland"
    entity = {"entity": "place", "value": "Portland-Vancouver-Hillsboro, OR-WA", "start": 7, "end": 15}
    question = {"text": text, "intent": {"name": "salary_median", "confidence": 1.0}, "entities": [entity]}
    [answer] = conversation._run("action_salary_median", question)
    assert "Portland-South Portland, ME" in answer.buttons


def test_the_button_asks_the_same_of_the_other_place(conversation):
    answer = conversation.ask("salary_entry", place="Portland")
    assert answer.buttons["Portland-South Portland, ME"] == '/salary_entry{"place": "Portland-South Portland, ME"}'


def test_without_others_nothing_is_said():
    assert others_in_words(()) == ""


@pytest.mark.parametrize("intent", ["salary_median", "salary_entry", "outlook_growth", "salary_best_places"])
def test_of_a_job_without_figures_none_of_another_are_given(conversation, intent):
    answer = conversation.ask(intent, "and for a nurse practitioner", occupation="nurse practitioner")
    assert answer.response == "utter_job_unknown" and "nurse practitioner" in answer.text and "$" not in answer.text


def test_a_job_without_figures_in_a_comparison_is_said(conversation):
    names = ["medical scribe", "medical assistant"]
    answer = conversation.ask("compare_roles", "medical scribe or medical assistant", occupation=names)
    assert answer.response == "utter_unknown_role" and '"medical scribe"' in answer.text


def test_a_job_without_figures_beside_another_is_said_to_be_left_out(conversation):
    answer = conversation.ask("salary_median", occupation=["nurse practitioner", "ma"])
    assert "Medical assistants" in answer.text and 'I have no figures for "nurse practitioner".' in answer.text
    assert answer.source
