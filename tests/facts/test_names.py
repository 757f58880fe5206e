from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.facts.load import load
from careerbot.facts.names import KINDS, fold, spellings


@pytest.fixture(scope="module")
def real():
    return load()


@pytest.fixture(scope="module")
def names(real):
    """What (kind, folded spelling) leads to."""
    return {(kind, fold(spelling)): value for kind, spelling, value in spellings(real)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "st louis"),
        ("D.C.", "dc"),
        ("Nurse’s Aide", "nurse's aide"),
        ("Winston-Salem", "winston  salem"),
        ("Dallas–Fort Worth", "dallas fort worth"),
        ("Louisville/Jefferson County", "louisville jefferson county"),
        ("  (Texas)!? ", "TEXAS"),
        ("C.M.A.", "cma"),
    ],
)
def test_names_that_differ_only_in_case_and_punctuation_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("RMA", "CMA"), ("Portland, OR", "Portland, ME"), ("LPN", "L PN")])
def test_different_names_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("aZ.'’`- –/\t\n,;:!?()"), max_size=12))
def test_a_folded_name_has_no_capital_dot_apostrophe_or_double_blank(text):
    folded = fold(text)
    assert not set(folded) & set("Z.'’`-–/\t\n") and "  " not in folded and folded == folded.strip()


def test_every_kind_of_name_is_there_and_no_other(real):
    assert {kind for kind, _, _ in spellings(real)} == set(KINDS)


def test_no_spelling_is_given_twice(real):
    keys = [(kind, fold(spelling)) for kind, spelling, _ in spellings(real)]
    assert len(keys) == len(set(keys))


def test_every_row_can_be_called_by_its_own_name(real, names):
    for key, credential in real.credentials.items():
        assert names["credential", fold(credential.label)] == names["credential", fold(credential.name)] == key
    for soc, occupation in real.occupations.items():
        assert names["occupation", fold(occupation.name)] == names["occupation", fold(occupation.plural)] == soc
    for place in (*real.states, *real.areas):
        assert names["place", fold(place.name)] == place.code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Portland", "0038900"),  # Oregon's: it has more medical assistants than Maine's
        ("Portland, OR", "0038900"),
        ("Portland, ME", "0038860"),
        ("Vancouver, WA", "0038900"),
        ("New York", "NY"),
        ("New York, NY", "0035620"),
        ("New York City", "0035620"),
        ("Washington", "WA"),
        ("Washington DC", "DC"),
        ("Washington, D.C.", "DC"),
        ("Wyoming", "WY"),
        ("Kansas", "KS"),
        ("Kansas City", "0028140"),
        ("Winston-Salem", "0049180"),
        ("Columbus", "0018140"),  # Ohio's, not Georgia's or Indiana's
        ("Jacksonville", "0027260"),  # Florida's
        ("Texas", "TX"),
        ("TX", "TX"),
        ("Puerto Rico", "PR"),
        ("the Bronx", "0035620"),
        ("USA", "US"),
    ],
)
def test_a_place_is_what_most_people_mean_by_its_name(names, name, code):
    assert names["place", fold(name)] == code


def test_a_city_name_without_its_state_is_the_area_with_the_most_medical_assistants(real, names):
    jobs = {row.area: row.employment or 0 for row in real.pay_areas if row.soc == "31-9092"}
    springfields = [area.code for area in real.areas if area.name.startswith("Springfield, ")]
    assert len(springfields) > 2
    assert jobs[names["place", "springfield"]] == max(jobs[code] for code in springfields)


def test_ma_is_the_job_and_not_massachusetts(names):
    assert names["occupation", "ma"] == "31-9092"
    assert ("place", "ma") not in names
    assert names["place", "massachusetts"] == names["place", "mass"] == "MA"


@pytest.mark.parametrize(
    "word",
    ["OR", "IN", "ME", "OK", "HI", "OH", "MA", "AL", "CO", "DE", "ID", "LA", "MD", "MO", "MS", "PA", "PR", "VI", "GU"],
)
def test_state_codes_that_are_words_are_not_names_of_states(names, word):
    assert names.get(("place", fold(word))) != word


def test_la_is_los_angeles(names):
    assert names["place", "la"] == "0031080"


@pytest.mark.parametrize("word", ["reading", "mobile", "normal", "bend", "orange", "independence", "troy", "victoria"])
def test_cities_that_are_words_need_their_state_behind_them(names, word):
    assert ("place", word) not in names


def test_a_city_that_is_a_word_is_found_with_its_state(names):
    assert names["place", fold("Reading, PA")] == names["place", fold("Reading PA")] == "0039740"


def test_nonmetropolitan_areas_are_called_by_their_title_only(real):
    rural = {area.code: area.name for area in real.areas if area.kind == "nonmetro"}
    assert {spelling for kind, spelling, value in spellings(real) if kind == "place" and value in rural} == set(
        rural.values()
    )


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("occupation", "CNA", "31-1131"),
        ("occupation", "pharmacy techs", "29-2052"),
        ("occupation", "LPN", "29-2061"),
        ("credential", "AAMA CMA", "CMA"),
        ("credential", "Registered Medical Assistant", "RMA"),
        ("setting", "hospital", "622000"),
        ("setting", "Doctor's Office", "621100"),
    ],
)
def test_jobs_credentials_and_workplaces_go_by_their_usual_names(names, kind, name, value):
    assert names[kind, fold(name)] == value
