"""The table behind "Which program fits me?", over all combinations of answers."""

from itertools import product

import pytest

from actions.program_choice import _TABLE, WAYS, Wishes, recommend
from tests.data.files import domain

TIMES = (None, "weeks", "year", "two_years")
BUDGETS = (None, "tight", "some", "fine")
CREDITS = (None, True, False)
PLACES = (None, "online", "in_person", "mixed")

COMBINATIONS = [Wishes(*wishes) for wishes in product(TIMES, BUDGETS, CREDITS, PLACES, (False, True))]


def rows_behind(response, way):
    return [row for row in _TABLE if row.says == response and row.way == way]


@pytest.mark.parametrize("wishes", COMBINATIONS, ids=str)
def test_every_combination_of_answers_gets_one_or_two_ways_each_with_a_reason_that_holds(wishes):
    advice = recommend(wishes)
    assert 1 <= len(advice) <= 2
    assert len({one.way for one in advice}) == len(advice)
    for one in advice:
        assert one.reasons
        for response in (*one.reasons, *one.cautions):
            assert any(row.holds(wishes) for row in rows_behind(response, one.way)), (one.way, response)


@pytest.mark.parametrize("wishes", [wishes for wishes in COMBINATIONS if wishes.time in ("weeks", "year")], ids=str)
def test_nobody_is_sent_to_a_school_that_takes_longer_than_they_have(wishes):
    too_long = {"weeks": {"certificate", "associate"}, "year": {"associate"}}[wishes.time]
    assert not too_long & {one.way for one in recommend(wishes)}


@pytest.mark.parametrize("wishes", [wishes for wishes in COMBINATIONS if wishes.state_asks], ids=str)
def test_a_start_without_school_is_never_the_first_advice_where_the_state_asks_for_more(wishes):
    assert recommend(wishes)[0].way != "on_the_job"


def test_where_a_start_without_school_is_limited_the_advice_says_so():
    found = [
        one for wishes in COMBINATIONS if wishes.state_asks for one in recommend(wishes) if one.way == "on_the_job"
    ]
    assert found and all("utter_program_caution_state" in one.cautions[:2] for one in found)


def test_an_apprenticeship_is_never_advised_without_saying_that_it_is_rare():
    found = [one for wishes in COMBINATIONS for one in recommend(wishes) if one.way == "apprenticeship"]
    assert found
    assert all("utter_program_caution_rare" in one.cautions for one in found)


@pytest.mark.parametrize(
    ("wishes", "ways"),
    [
        (Wishes(), ["certificate"]),
        (Wishes(time="year", budget="some"), ["certificate"]),
        (Wishes(time="two_years", credit=True), ["associate"]),
        (Wishes(time="two_years"), ["certificate", "associate"]),
        (Wishes(time="weeks", budget="fine"), ["on_the_job", "apprenticeship"]),
        (Wishes(time="weeks", budget="tight", state_asks=True), ["apprenticeship"]),
        (Wishes(time="weeks", state_asks=True), ["apprenticeship", "on_the_job"]),
        (Wishes(time="year", credit=True, where="online"), ["certificate"]),
    ],
    ids=str,
)
def test_what_fits_a_person_is_what_one_would_say(wishes, ways):
    assert [one.way for one in recommend(wishes)] == ways


def test_every_way_is_somebodys_best():
    assert {recommend(wishes)[0].way for wishes in COMBINATIONS} == set(WAYS)


def test_every_reason_and_caution_has_its_words():
    assert {row.says for row in _TABLE if row.says} <= set(domain()["responses"])
