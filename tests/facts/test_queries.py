"""Every query, on SQLite and on a real PostgreSQL server; the values are the published ones."""

from __future__ import annotations

from copy import deepcopy

import pytest
import sqlalchemy as sa

from careerbot.errors import FactsMissing
from careerbot.facts import tables
from careerbot.facts.build import build
from careerbot.facts.load import load
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase, Place

NURSING, DENTAL, PHARMACY = "31-1131", "31-9091", "29-2052"


@pytest.fixture(scope="module", params=["facts_url", "postgres_url"], ids=["sqlite", "postgres"])
def facts(request):
    return FactBase(request.getfixturevalue(request.param))


def medians(ranked):
    return [(place.name, pay.median) for place, pay in ranked]


# -- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("place", "Portland", "0038900"),
        ("place", "new york", "NY"),
        ("place", "ST LOUIS", "0041180"),
        ("occupation", "MA", MEDICAL_ASSISTANT),
        ("place", "MA", None),
        ("place", "OR", None),
        ("credential", "ccma", "CCMA"),
        ("setting", "Hospitals", "622000"),
        ("place", "Atlantis", None),
        ("place", "", None),
        ("place", "'; drop table alias; --", None),
        ("occupation", "Texas", None),
    ],
)
def test_find_gives_what_a_name_stands_for(facts, kind, name, value):
    assert facts.find(kind, name) == value


@pytest.mark.parametrize(
    ("kind", "value", "name"),
    [
        ("place", "US", "US"),
        ("place", "OR", "Oregon"),
        ("place", "0038900", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("occupation", DENTAL, "dental assistant"),
        ("credential", "CCMA", "CCMA"),
        ("setting", "622000", "hospitals"),
    ],
)
def test_name_is_what_a_value_is_called(facts, kind, value, name):
    assert facts.name(kind, value) == name


def test_every_name_stands_for_its_value(facts):
    known = load()
    values = {
        "place": ["US", *(state.code for state in known.states), *(area.code for area in known.areas)],
        "occupation": known.occupations,
        "credential": known.credentials,
    }
    for kind, codes in values.items():
        # The nation is called by its code: an entity's value is read before its name is looked up.
        assert [code for code in codes if code != "US" and facts.find(kind, facts.name(kind, code)) != code] == []


@pytest.mark.parametrize("kind", ["place", "occupation", "setting"])
def test_a_value_that_there_is_not_has_no_name(facts, kind):
    with pytest.raises(KeyError):
        facts.name(kind, "nothing")


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("place", "Californa", "CA"),
        ("place", "Seatle", "0042660"),
        ("place", "portlnd", "0038900"),
        ("credential", "CCAM", "CCMA"),
        ("occupation", "phlebotamist", "31-9097"),
        ("occupation", "dental asistant", DENTAL),
        ("setting", "hospitel", "622000"),
    ],
)
def test_nearest_puts_first_what_a_slip_of_the_finger_meant(facts, kind, typed, meant):
    assert facts.nearest(kind, typed)[0] == meant


def test_nearest_gives_no_more_than_asked(facts):
    found = facts.nearest("place", "Springfeild")
    assert len(found) == 3
    assert facts.nearest("place", "Springfeild", limit=1) == found[:1]


def test_nearest_gives_a_value_once_though_several_of_its_names_are_alike(facts):
    found = facts.nearest("occupation", "dental asistant")  # like dental assistant, assistants and asst
    assert found.count(DENTAL) == 1


@pytest.mark.parametrize("name", ["xyzzy", "", "Middle-earth"])
def test_nearest_gives_nothing_where_nothing_is_alike(facts, name):
    assert facts.nearest("place", name) == []


def test_a_place_is_the_nation_a_state_or_an_area(facts):
    assert facts.place(NATION) == Place("US", "the United States", "nation", None)
    assert facts.place("TX") == Place("TX", "Texas", "state", "TX")
    assert facts.place("0028140") == Place("0028140", "Kansas City, MO-KS", "area", "MO")


# -- pay ---------------------------------------------------------------------------------------------------------------


def test_the_national_medians_of_medical_assistants_are_the_published_ones(facts):
    years = facts.pay_years(MEDICAL_ASSISTANT)
    assert [(row.year, row.median) for row in years] == [
        (2020, 35_850),
        (2021, 37_190),
        (2022, 38_270),
        (2023, 42_000),
        (2024, 44_200),
        (2025, 45_690),
    ]


@pytest.mark.parametrize(
    ("soc", "in_2021", "in_2025"), [(NURSING, 30_310, 42_260), (DENTAL, 38_660, 48_070), (PHARMACY, 36_740, 45_750)]
)
def test_the_national_medians_of_the_neighbouring_jobs_are_the_published_ones(facts, soc, in_2021, in_2025):
    assert facts.pay(soc, year=2021).median == in_2021
    assert facts.pay(soc).median == in_2025


def test_pay_without_a_year_is_the_newest_with_all_its_figures_source_and_date(facts):
    row = facts.pay(MEDICAL_ASSISTANT)
    assert (row.year, row.employment, row.mean, row.hourly_median) == (2025, 817_870, 46_120, 21.97)
    assert (row.p10, row.p25, row.median, row.p75, row.p90) == (36_050, 38_470, 45_690, 49_180, 59_310)
    assert (facts.source(row.source).publisher, row.as_of) == ("U.S. Bureau of Labor Statistics", "2025-05")


def test_pay_in_a_state_and_in_an_area_is_the_published_one(facts):
    washington, new_york = facts.pay(MEDICAL_ASSISTANT, "WA"), facts.pay(MEDICAL_ASSISTANT, "0035620")
    assert (washington.median, washington.employment) == (59_290, 19_500)
    assert (new_york.median, new_york.employment) == (48_370, 44_060)


@pytest.mark.parametrize(
    ("soc", "place", "year"),
    [
        (MEDICAL_ASSISTANT, NATION, 1999),
        (MEDICAL_ASSISTANT, "WA", 2021),  # no state figures before 2025
        (DENTAL, "KS", None),  # not published
        ("99-9999", NATION, None),
    ],
)
def test_pay_that_is_not_known_is_none(facts, soc, place, year):
    assert facts.pay(soc, place, year) is None


def test_medical_assistants_of_the_states_sum_to_the_nation(facts):
    states = facts.pay_by_place(MEDICAL_ASSISTANT, "state", limit=100)
    assert len(states) == 51  # with the District, without the territories
    assert sum(pay.employment for _, pay in states) == 817_850  # the nation's 817,870, rounded state by state


def test_the_best_paid_states_are_the_published_ten(facts):
    assert medians(facts.pay_by_place(MEDICAL_ASSISTANT, "state", limit=10)) == [
        ("Washington", 59_290),
        ("Alaska", 52_560),
        ("District of Columbia", 51_050),
        ("Minnesota", 50_480),
        ("Oregon", 50_410),
        ("California", 49_660),
        ("Massachusetts", 49_460),
        ("Wisconsin", 48_680),
        ("Hawaii", 48_410),
        ("Colorado", 48_400),
    ]


def test_the_areas_of_a_state_are_those_that_reach_into_it(facts):
    areas = facts.pay_by_place(MEDICAL_ASSISTANT, "area", limit=None, state="NJ")
    names = [place.name for place, _ in areas]
    assert "New York-Newark-Jersey City, NY-NJ" in names
    assert "Trenton-Princeton, NJ" in names
    assert all("NJ" in name.rpartition(", ")[2].split("-") for name in names)
    assert all(facts.place(place.code) == place for place, _ in areas)
    assert len(facts.pay_by_place(MEDICAL_ASSISTANT, "area", limit=2, state="NJ")) == 2


def test_the_lowest_paid_states_are_the_published_ones(facts):
    assert medians(facts.pay_by_place(MEDICAL_ASSISTANT, "state", lowest=True)) == [
        ("Mississippi", 35_360),
        ("Alabama", 36_100),
        ("Louisiana", 36_320),
        ("West Virginia", 37_180),
        ("Arkansas", 37_760),
    ]


def test_the_best_paid_areas_with_a_thousand_jobs_are_the_published_ones(facts):
    ranked = facts.pay_by_place(MEDICAL_ASSISTANT, "area", limit=3, least_jobs=1_000)
    assert medians(ranked) == [
        ("Vallejo, CA", 77_410),
        ("Santa Rosa-Petaluma, CA", 64_820),
        ("Sacramento-Roseville-Folsom, CA", 61_970),
    ]


def test_the_lowest_paid_areas_with_a_thousand_jobs_are_the_published_ones(facts):
    ranked = facts.pay_by_place(MEDICAL_ASSISTANT, "area", lowest=True, limit=2, least_jobs=1_000)
    assert medians(ranked) == [("McAllen-Edinburg-Mission, TX", 34_810), ("Lafayette, LA", 34_940)]


def test_ranked_areas_are_metropolitan_and_have_the_jobs_asked_for(facts):
    ranked = facts.pay_by_place(MEDICAL_ASSISTANT, "area", limit=1_000, least_jobs=500)
    assert len(ranked) > 50
    assert all("nonmetropolitan" not in place.name and pay.employment >= 500 for place, pay in ranked)


def test_workplaces_come_with_most_jobs_first(facts):
    found = facts.pay_by_setting(MEDICAL_ASSISTANT)
    assert [(setting.name, pay.employment, pay.median) for setting, pay in found[:4]] == [
        ("doctors' offices", 452_150, 45_520),
        ("hospitals", 139_070, 46_910),
        ("outpatient care centers", 85_840, 48_560),
        ("chiropractors' offices", 28_340, 37_520),
    ]
    jobs = [pay.employment for _, pay in found]
    assert jobs == sorted(jobs, reverse=True) and all(setting.shown for setting, _ in found)


def test_a_workplace_without_a_published_number_of_jobs_comes_last(copy, empty_url):
    hospitals = next(n for n, line in enumerate(copy.read("pay_settings.csv").splitlines(), 1) if "622000" in line)
    copy.set_cell("pay_settings.csv", hospitals, "employment", "")
    build(empty_url, copy.folder)
    found = FactBase(empty_url).pay_by_setting(MEDICAL_ASSISTANT)
    assert [setting.name for setting, _ in (found[0], found[-1])] == ["doctors' offices", "hospitals"]


def test_a_workplace_outside_the_overview_can_be_asked_for(facts):
    setting, pay = facts.setting_pay(MEDICAL_ASSISTANT, "621300")
    assert (setting.name, setting.shown, pay.median) == (
        "offices of health practitioners other than doctors",
        False,
        38_400,
    )


def test_pay_in_a_workplace_that_is_not_known_is_none(facts):
    assert facts.setting_pay(MEDICAL_ASSISTANT, "000000") is None
    assert facts.setting_pay(DENTAL, "622000") is None


# -- growth ------------------------------------------------------------------------------------------------------------


def test_the_newest_projection_is_the_published_one(facts):
    row = facts.projection(MEDICAL_ASSISTANT)
    assert (row.base_year, row.target_year, row.percent, row.openings) == (2024, 2034, 12.5, 112_300)
    assert (row.jobs_base, row.jobs_target, row.education) == (811_000, 912_200, "Postsecondary nondegree award")


def test_the_articles_projection_can_still_be_asked_for(facts):
    row = facts.projection(MEDICAL_ASSISTANT, 2021)
    assert (row.target_year, row.percent, row.source) == (2031, 16, "article")


def test_a_projection_that_is_not_known_is_none(facts):
    assert facts.projection(MEDICAL_ASSISTANT, 1999) is None
    assert facts.projection("99-9999") is None


# -- single rows -------------------------------------------------------------------------------------------------------


def test_a_figure_comes_back_with_its_range_and_unit(facts):
    row = facts.figure("certificate_duration")
    assert (row.value, row.unit, row.source) == ((9, 12), "months", "article")


def test_a_figure_may_be_a_date_or_a_number(facts):
    assert facts.figure("workforce_pell_start").value == "2026-07-01"
    assert facts.figure("practicum_hours").value == 160


def test_all_occupations_come_back_by_their_codes(facts):
    occupations = facts.occupations()
    assert len(occupations) == 20
    assert list(occupations) == sorted(occupations)
    assert occupations[MEDICAL_ASSISTANT] == facts.occupation(MEDICAL_ASSISTANT)
    assert occupations[MEDICAL_ASSISTANT].schooling == "certificate"


def test_an_occupation_comes_with_its_names(facts):
    row = facts.occupation(MEDICAL_ASSISTANT)
    assert (row.name, row.plural) == ("medical assistant", "medical assistants")


def test_a_source_comes_with_publisher_link_and_date(facts):
    row = facts.source("bls_oews_2025")
    assert (row.url, row.as_of, row.undated) == ("https://www.bls.gov/oes/", "2025-05", False)


@pytest.mark.parametrize("method", ["figure", "occupation", "credential", "source", "place"])
def test_a_row_that_is_not_there_is_a_key_error_that_names_it(facts, method):
    with pytest.raises(KeyError, match="no_such_thing"):
        getattr(facts, method)("no_such_thing")


# -- credentials and states --------------------------------------------------------------------------------------------


def test_credentials_keep_the_order_of_the_file(facts):
    assert list(facts.credentials())[:5] == ["CMA", "RMA", "NCMA", "CCMA", "CMAC"]
    assert len(facts.credentials()) == 13


def test_credentials_come_by_their_place_not_by_when_they_were_stored(empty_url):
    build(empty_url)
    with sa.create_engine(empty_url, poolclass=sa.pool.NullPool).begin() as connection:
        connection.execute(tables.credential.update().where(tables.credential.c.id == "COA").values(place=-1))
    assert list(FactBase(empty_url).credentials())[:2] == ["COA", "CMA"]


def test_credentials_of_one_field_only(facts):
    assert list(facts.credentials("phlebotomy")) == ["CPT", "PBT"]
    assert facts.credentials("astrology") == {}


def test_a_credential_comes_back_whole(facts):
    row = facts.credential("CMA")
    assert (row.exam.questions, row.exam.scored, row.exam.minutes) == (200, 180, 160)
    assert [(fee.usd, fee.source) for fee in row.fees] == [(125, "aama"), (250, "aama")]
    assert (row.passing.score, row.passing.scale, row.passing.disputed) == (405, (200, 800), [430])
    assert row == facts.credentials()["CMA"]


def test_state_rules_can_be_asked_for_by_state_and_by_topic(facts):
    assert len(facts.state_rules()) == 16
    assert {rule.topic for rule in facts.state_rules("WA")} == {"license", "phlebotomy"}
    assert [rule.state for rule in facts.state_rules(topic="phlebotomy")] == ["CA", "LA", "NV", "WA"]
    assert [rule.law for rule in facts.state_rules("WA", "license")] == ["RCW 18.360; WAC 246-827"]
    assert facts.state_rules("TX") == []


# -- both databases, and none ------------------------------------------------------------------------------------------


def test_both_databases_give_the_same_rows_in_the_same_order(facts_url, postgres_url):
    def answers(facts):
        ranked = [
            facts.pay_by_place(soc, kind, lowest, 40)
            for soc in (MEDICAL_ASSISTANT, NURSING)
            for kind in ("state", "area")
            for lowest in (False, True)
        ]
        near = [facts.nearest("place", name, 5) for name in ("Springfeild", "Portlnd", "New Yrok")]
        return ranked, near, facts.state_rules(), facts.credentials(), facts.pay_by_setting(MEDICAL_ASSISTANT)

    assert answers(FactBase(facts_url)) == answers(FactBase(postgres_url))


QUERIES = {
    "namesakes": lambda facts: facts.namesakes("Portland"),
    "fingerprint": lambda facts: facts.fingerprint(),
    "find": lambda facts: facts.find("place", "Texas"),
    "name": lambda facts: facts.name("place", "TX"),
    "nearest": lambda facts: facts.nearest("place", "Texas"),
    "place": lambda facts: facts.place("TX"),
    "source": lambda facts: facts.source("article"),
    "figure": lambda facts: facts.figure("practicum_hours"),
    "credentials": lambda facts: facts.credentials(),
    "credential": lambda facts: facts.credential("CMA"),
    "occupation": lambda facts: facts.occupation(MEDICAL_ASSISTANT),
    "occupations": lambda facts: facts.occupations(),
    "pay": lambda facts: facts.pay(MEDICAL_ASSISTANT),
    "pay_years": lambda facts: facts.pay_years(MEDICAL_ASSISTANT),
    "pay_by_place": lambda facts: facts.pay_by_place(MEDICAL_ASSISTANT, "state"),
    "pay_by_setting": lambda facts: facts.pay_by_setting(MEDICAL_ASSISTANT),
    "setting_pay": lambda facts: facts.setting_pay(MEDICAL_ASSISTANT, "622000"),
    "projection": lambda facts: facts.projection(MEDICAL_ASSISTANT),
    "state_rules": lambda facts: facts.state_rules(),
}


def test_no_query_is_left_out():
    assert set(QUERIES) == {name for name in vars(FactBase) if not name.startswith("_")}


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_who_asks_may_write_into_a_list_without_changing_the_next_answer(query, facts):
    first = query(facts)
    unchanged = deepcopy(first)
    if isinstance(first, (list, dict)):
        first.clear()
    assert query(facts) == unchanged


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_without_a_fact_base_every_query_says_how_to_build_it(query, empty_url):
    with pytest.raises(FactsMissing, match=r"no readable fact base at .*; build it with: make facts"):
        query(FactBase(empty_url))


def test_without_the_folder_of_the_fact_base_it_says_so_too(tmp_path):
    with pytest.raises(FactsMissing, match="make facts"):
        FactBase(f"sqlite:///{tmp_path / 'nowhere' / 'facts.db'}").place("TX")


def test_a_server_that_is_not_there_is_named_without_its_password():
    with pytest.raises(FactsMissing) as caught:
        FactBase("postgresql://bot:s3cret@127.0.0.1:1/none").place("TX")
    assert "bot:***@127.0.0.1" in str(caught.value) and "s3cret" not in str(caught.value)
