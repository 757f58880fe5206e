import pytest

from careerbot import charts
from careerbot.charts.address import MOST, parse
from careerbot.charts.content import content
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION

NURSING_ASSISTANT, PHYSICIAN_ASSISTANT, TRANSCRIPTIONIST = "31-1131", "29-1071", "31-9094"


def test_occupations_side_by_side_are_told_best_paid_first(facts):
    chart = charts.pay_of_roles(facts, [NURSING_ASSISTANT, MEDICAL_ASSISTANT])
    assert chart == charts.Chart(
        "/charts/pay/roles/31-1131+31-9092.png",
        "Bar chart of the median pay a year in the United States in May 2025: medical assistants $45,690 and nursing "
        "assistants $42,260.",
    )


def test_a_figure_of_another_date_says_so(facts):
    chart = charts.pay_of_roles(facts, [MEDICAL_ASSISTANT, NURSING_ASSISTANT, PHYSICIAN_ASSISTANT])
    assert chart.alt == (
        "Bar chart of the median pay a year in the United States in May 2025 unless noted: physician assistants "
        "(May 2024) $133,260, medical assistants $45,690 and nursing assistants $42,260."
    )


def test_occupations_can_be_compared_in_a_place_and_of_a_year(facts):
    chart = charts.pay_of_roles(facts, [MEDICAL_ASSISTANT, NURSING_ASSISTANT], place="TX")
    assert chart.path == "/charts/pay/roles/31-9092+31-1131/TX.png"
    assert "in Texas in May 2025: medical assistants $39,520" in chart.alt
    chart = charts.pay_of_roles(facts, [MEDICAL_ASSISTANT, NURSING_ASSISTANT], year=2021)
    assert chart.path == "/charts/pay/roles/31-9092+31-1131/2021.png"
    assert "in the United States in May 2021: medical assistants $37,190" in chart.alt


def test_a_place_is_told_against_the_nation_with_its_tenths(facts):
    assert charts.pay_of_places(facts, MEDICAL_ASSISTANT, ["TX"]) == charts.Chart(
        "/charts/pay/place/31-9092/TX.png",
        "Chart of what medical assistants earned a year in May 2025. "
        "Texas: median $39,520, lowest tenth below $31,200, highest tenth above $49,260. "
        "The United States: median $45,690, lowest tenth below $36,050, highest tenth above $59,310.",
    )


def test_the_nation_is_no_place_to_name(facts):
    assert charts.pay_of_places(facts, MEDICAL_ASSISTANT, [NATION, "TX"]) == charts.pay_of_places(
        facts, MEDICAL_ASSISTANT, ["TX"]
    )
    assert charts.pay_of_places(facts, MEDICAL_ASSISTANT, [NATION]) is None


def test_the_years_are_told_in_their_order(facts):
    assert charts.pay_over_years(facts, MEDICAL_ASSISTANT) == charts.Chart(
        "/charts/pay/years/31-9092.png",
        "Bar chart of the median pay of medical assistants a year in the United States: 2020 $35,850, 2021 $37,190, "
        "2022 $38,270, 2023 $42,000, 2024 $44,200 and 2025 $45,690.",
    )


def test_growth_is_told_fastest_first_with_losses_marked(facts):
    assert charts.growth_of_roles(facts, [TRANSCRIPTIONIST, "00-0000", MEDICAL_ASSISTANT]) == charts.Chart(
        "/charts/growth/31-9094+00-0000+31-9092.png",
        "Bar chart of the growth in jobs expected, 2024 to 2034: medical assistants +12.5%, workers in all occupations "
        "together +3.1% and medical transcriptionists \N{MINUS SIGN}4.9%.",
    )


def test_what_has_no_figure_is_left_out(facts):
    no_projection, no_pay_in_states, unknown = PHYSICIAN_ASSISTANT, PHYSICIAN_ASSISTANT, "99-9999"
    both = [MEDICAL_ASSISTANT, NURSING_ASSISTANT]
    assert charts.growth_of_roles(facts, [no_projection, *both, unknown]) == charts.growth_of_roles(facts, both)
    assert charts.pay_of_roles(facts, [no_pay_in_states, *both], "TX") == charts.pay_of_roles(facts, both, "TX")


def test_one_value_is_no_picture(facts):
    assert charts.pay_of_roles(facts, [MEDICAL_ASSISTANT]) is None
    assert charts.pay_of_roles(facts, [MEDICAL_ASSISTANT, MEDICAL_ASSISTANT]) is None
    assert charts.pay_of_roles(facts, [MEDICAL_ASSISTANT, PHYSICIAN_ASSISTANT], "TX") is None
    assert charts.pay_of_roles(facts, [MEDICAL_ASSISTANT, NURSING_ASSISTANT], "TX", 2021) is None
    assert charts.pay_of_places(facts, PHYSICIAN_ASSISTANT, ["TX"]) is None
    assert charts.pay_of_places(facts, MEDICAL_ASSISTANT, []) is None
    assert charts.pay_over_years(facts, PHYSICIAN_ASSISTANT) is None
    assert charts.pay_over_years(facts, "99-9999") is None
    assert charts.growth_of_roles(facts, [MEDICAL_ASSISTANT, PHYSICIAN_ASSISTANT]) is None


def test_what_is_named_twice_is_shown_once(facts):
    once, twice = [MEDICAL_ASSISTANT, NURSING_ASSISTANT], [MEDICAL_ASSISTANT, NURSING_ASSISTANT, MEDICAL_ASSISTANT]
    assert charts.pay_of_roles(facts, twice) == charts.pay_of_roles(facts, once)
    assert charts.growth_of_roles(facts, twice) == charts.growth_of_roles(facts, once)
    assert charts.pay_of_places(facts, MEDICAL_ASSISTANT, ["TX", "TX"]) == charts.pay_of_places(
        facts, MEDICAL_ASSISTANT, ["TX"]
    )


def test_more_than_a_picture_shows_is_cut_to_the_first(facts, all_socs):
    chart = charts.pay_of_roles(facts, all_socs)
    assert parse(chart.path).socs == tuple(all_socs[:MOST])
    chart = charts.growth_of_roles(facts, all_socs)
    assert len(parse(chart.path).socs) == MOST
    places = [place.code for place, _ in facts.pay_by_place(MEDICAL_ASSISTANT, "state", limit=20)]
    chart = charts.pay_of_places(facts, MEDICAL_ASSISTANT, places)
    assert parse(chart.path).places == tuple(places[: MOST - 1])


@pytest.mark.parametrize(
    "choose",
    [
        lambda facts, soc: charts.pay_of_roles(facts, [soc, MEDICAL_ASSISTANT]),
        lambda facts, soc: charts.pay_of_places(facts, soc, ["CA", "0010180"]),
        charts.pay_over_years,
        lambda facts, soc: charts.growth_of_roles(facts, [soc, MEDICAL_ASSISTANT]),
    ],
    ids=["roles", "places", "years", "growth"],
)
def test_what_was_chosen_can_be_drawn_from_its_address_alone(facts, all_socs, choose):
    found = [chart for chart in (choose(facts, soc) for soc in all_socs) if chart is not None]
    assert found
    for chart in found:
        assert content(parse(chart.path), facts).alt == chart.alt
