import pytest

from careerbot.charts.address import GrowthOfRoles, PayOfPlaces, PayOfRoles, PayOverYears
from careerbot.charts.content import Bar, content
from careerbot.charts.errors import NoSuchChart
from careerbot.facts.queries import FactBase

BOTH = ("31-9092", "31-9091")
OEWS = "Occupational Employment and Wage Statistics, U.S. Bureau of Labor Statistics"


@pytest.mark.parametrize(
    ("spec", "source"),
    [
        (PayOfRoles(BOTH), f"Source: {OEWS}, May 2025"),
        (PayOfRoles(BOTH, year=2021), f"Source: {OEWS}, May 2021"),
        (PayOfPlaces("31-9092", ("TX",)), f"Source: {OEWS}, May 2025"),
        (PayOverYears("31-9092"), f"Source: {OEWS}, May 2025"),
        (GrowthOfRoles(BOTH), "Source: Employment Projections 2024-34, U.S. Bureau of Labor Statistics, Aug 28, 2025"),
    ],
)
def test_the_source_stands_in_the_picture_with_its_date_and_without_a_link(facts, spec, source):
    assert content(spec, facts).source == source


def test_the_picture_and_its_words_show_the_same_figures(facts):
    for spec in (PayOfRoles(BOTH), PayOverYears("31-9092"), GrowthOfRoles(("31-9092", "31-9094", "00-0000"))):
        shown = content(spec, facts)
        assert all(f"{bar.label} {bar.shown}" in shown.alt for bar in shown.body.rows)


def test_the_medical_assistant_stands_out_where_others_stand_beside(facts):
    assert [bar.strong for bar in content(PayOfRoles(BOTH), facts).body.rows] == [False, True]
    assert [bar.strong for bar in content(GrowthOfRoles(BOTH), facts).body.rows] == [True, False]


def test_a_place_stands_out_from_the_nation(facts):
    spans = content(PayOfPlaces("31-9092", ("TX", "CA")), facts).body.rows
    assert [(span.label, span.strong) for span in spans] == [
        ("Texas", True),
        ("California", True),
        ("the United States", False),
    ]


class Altered(FactBase):
    """The fact base with other figures in some rows."""

    def __init__(self, url, **changes):
        super().__init__(url)
        self.changes = changes

    def pay(self, soc, place="US", year=None):
        row = super().pay(soc, place, year)
        return row.copy(update=self.changes) if row and place != "US" else row

    def projection(self, soc, base_year=None):
        row = super().projection(soc, base_year)
        return row.copy(update=self.changes) if row and soc == "31-9091" else row


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (("p10", "p90"), "Texas: median $39,520."),
        (("p10",), "Texas: median $39,520, highest tenth above $49,260."),
        (("p90",), "Texas: median $39,520, lowest tenth below $31,200."),
    ],
)
def test_percentiles_that_are_not_known_are_not_told(facts_url, missing, words):
    facts = Altered(facts_url, **dict.fromkeys(missing))
    shown = content(PayOfPlaces("31-9092", ("TX",)), facts)
    assert f" {words} " in shown.alt
    assert all(getattr(shown.body.rows[0], name) is None for name in missing)
    assert shown.note.endswith(" Where it is missing, the tenth is not known.")


def test_a_place_without_a_median_is_no_picture(facts_url):
    with pytest.raises(NoSuchChart, match="the fact base has no pay of medical assistants in Texas"):
        content(PayOfPlaces("31-9092", ("TX",)), Altered(facts_url, median=None))


def test_projections_of_different_years_say_so(facts_url):
    facts = Altered(facts_url, base_year=2021, target_year=2031)
    shown = content(GrowthOfRoles(("31-9092", "31-9091", "31-1131")), facts)
    assert shown.title == "Growth in jobs expected, 2024 to 2034 unless noted"
    assert [bar.label for bar in shown.body.rows] == [
        "medical assistants",
        "dental assistants (2021 to 2031)",
        "nursing assistants",
    ]


@pytest.mark.parametrize(("percent", "shown"), [(0, "0%"), (-0.4, "\N{MINUS SIGN}0.4%"), (7, "+7%")])
def test_growth_has_its_sign(facts_url, percent, shown):
    [bar] = [
        bar
        for bar in content(GrowthOfRoles(BOTH), Altered(facts_url, percent=percent)).body.rows
        if bar.label == "dental assistants"
    ]
    assert bar == Bar("dental assistants", percent, shown)


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        (PayOfRoles(("31-9092", "99-9999")), "no occupation 99-9999"),
        (PayOfRoles(BOTH, "XX"), "no place XX"),
        (PayOfRoles(BOTH, year=1999), "no pay of medical assistants in the United States for 1999"),
        (PayOfRoles(("31-9092", "29-1071"), "TX"), "no pay of physician assistants in Texas"),
        (PayOfPlaces("31-9092", ("9999999",)), "no place 9999999"),
        (PayOfPlaces("31-9092", ("TX",), 2021), "no pay of medical assistants in Texas for 2021"),
        (PayOverYears("99-9999"), "no occupation 99-9999"),
        (PayOverYears("29-1071"), "no two years of pay of physician assistants"),
        (GrowthOfRoles(("31-9092", "29-1071")), "no growth of physician assistants"),
    ],
)
def test_what_the_fact_base_lacks_is_named(facts, spec, reason):
    with pytest.raises(NoSuchChart) as caught:
        content(spec, facts)
    assert str(caught.value) == f"the fact base has {reason}"
