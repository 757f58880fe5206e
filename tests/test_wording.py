from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot import wording
from careerbot.facts.schema import Figure, Source

UNITS = ["months", "years", "weeks", "hours", "hours_per_week", "pounds", "usd", "percent", "count", "age", "year"]


def figure(value, unit):
    return Figure(value=value, unit=unit, note="n", source="s", as_of="2025", confidence="A")


def source(title="Wages", url="https://www.bls.gov/oes/", as_of="2025-05", undated=False):
    return Source(publisher="BLS", title=title, url=url, as_of=as_of, undated=undated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (wording.number(817_870), "817,870"),
        (wording.number(1_450.0), "1,450"),
        (wording.number(12.5), "12.5"),
        (wording.money(45_690), "$45,690"),
        (wording.money(45_690.0), "$45,690"),
        (wording.wage(21.97), "$21.97"),
        (wording.wage(19), "$19.00"),
        (wording.percent(12.5), "12.5%"),
        (wording.percent(62.0), "62%"),
        (wording.percent(-4.9), "-4.9%"),
        (wording.ordinal(1), "1st"),
        (wording.ordinal(2), "2nd"),
        (wording.ordinal(3), "3rd"),
        (wording.ordinal(11), "11th"),
        (wording.ordinal(23), "23rd"),
        (wording.ordinal(112), "112th"),
        (wording.counted(2), "two"),
        (wording.counted(10), "ten"),
        (wording.counted(1_200), "1,200"),
    ],
)
def test_amounts_read_as_americans_write_them(text, expected):
    assert text == expected


@pytest.mark.parametrize(
    ("date", "words", "short"),
    [
        ("2025", "2025", "2025"),
        ("2025-05", "May 2025", "May 2025"),
        ("2025-09", "September 2025", "Sep 2025"),
        ("2026-07-01", "July 1, 2026", "Jul 1, 2026"),
        ("2025-08-28", "August 28, 2025", "Aug 28, 2025"),
    ],
)
def test_dates_read_as_americans_write_them(date, words, short):
    assert wording.date_words(date) == words
    assert wording.date_words(date, short=True) == short


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ([9, 12], "months", "9 to 12 months"),
        (1, "months", "1 month"),
        (1, "years", "1 year"),
        (1, "weeks", "1 week"),
        (1, "hours", "1 hour"),
        (1, "pounds", "1 pound"),
        ([1, 2], "years", "1 to 2 years"),
        ([10, 20], "pounds", "10 to 20 pounds"),
        (36, "hours_per_week", "36 hours a week"),
        (1, "hours_per_week", "1 hour a week"),
        (165, "usd", "$165"),
        ([1_550, 7_395], "usd", "$1,550 to $7,395"),
        (11.9, "percent", "11.9%"),
        ([10, 12.5], "percent", "10 to 12.5%"),
        (18, "age", "18"),
        (2019, "year", "2019"),
        (7_482, "count", "7,482"),
        ("2026-07-01", "date", "July 1, 2026"),
        ("2026", "date", None),
    ],
)
def test_a_figure_reads_with_its_unit(value, unit, text):
    if text is None:  # a bare year is a number, not a date
        with pytest.raises(ValueError, match="value must be a date"):
            figure(value, unit)
    else:
        assert wording.figure(figure(value, unit)) == text


@given(st.sampled_from(UNITS), st.integers(1, 100_000), st.integers(1, 100_000))
def test_a_figure_of_any_unit_shows_its_numbers_and_no_code_word(unit, low, step):
    digits = wording.figure(figure([low, low + step], unit)).replace(",", "")
    assert str(low) in digits and str(low + step) in digits and " to " in digits
    assert "_" not in digits and ".0" not in digits
    assert wording.figure(figure(low, unit)).replace(",", "").strip("$%").split()[0] == str(low)


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_in_and(items, text):
    assert wording.listing(items) == text


def test_a_choice_ends_in_or():
    assert wording.listing(["RMA", "CMA", "NCMA"], last="or") == "RMA, CMA or NCMA"


@given(st.lists(st.text("abc", min_size=1), max_size=8))
def test_a_list_holds_every_item_in_order_with_one_and(items):
    text = wording.listing(items)
    assert text.replace(" and ", ", ").split(", ") == (items or [""])
    assert text.count(" and ") == (len(items) > 1)


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 month"), (11, "11 months"), (12, "1 year"), (18, "18 months"), (24, "2 years")]
)
def test_months_become_years_where_they_are_whole(count, text):
    assert wording.months(count) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (120, "2 hours"),
        (160, "2 hours 40 minutes"),
    ],
)
def test_minutes_become_hours_and_minutes(count, text):
    assert wording.minutes(count) == text


def test_a_citation_links_the_source_and_dates_it():
    assert wording.citation(source(), "2025-05") == "[Wages, BLS](https://www.bls.gov/oes/), May 2025"


def test_a_citation_of_a_source_without_address_is_plain():
    assert wording.citation(source(url=None), "2022") == "Wages, BLS, 2022"


def test_a_citation_of_an_undated_page_says_when_it_was_read():
    cited = wording.citation(source(as_of="2026-03", undated=True), "2024")
    assert cited == "[Wages, BLS](https://www.bls.gov/oes/), undated page, read 2026"


def test_one_source_is_a_source_and_two_are_sources():
    one, other = (source(), "2025-05"), (source("Outlook"), "2025-08-28")
    assert wording.source_line([one]) == "Source: [Wages, BLS](https://www.bls.gov/oes/), May 2025"
    assert wording.source_line([one, other]).startswith("Sources: [Wages, BLS]")


def test_a_source_stands_once_with_its_newest_date():
    line = wording.source_line([(source(), "2021-05"), (source(), "2025-05"), (source(), "2024-05")])
    assert line == "Source: [Wages, BLS](https://www.bls.gov/oes/), May 2025"


def test_at_most_three_sources_are_named_the_first_ones():
    line = wording.source_line([(source(title), "2025") for title in ("One", "Two", "Three", "Four")])
    assert line.count("](") == 3 and "Four" not in line and line.index("One") < line.index("Three")


def test_without_sources_there_is_no_source_line():
    assert wording.source_line([]) == ""
