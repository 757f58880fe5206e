"""Amounts and dates as people type them."""

import re
from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.form_amounts import hours, months, when
from actions.form_answers import listed

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("about 3 yrs", (36, 36)),
        ("three years", (36, 36)),
        ("5 yaers", (60, 60)),
        ("half a year", (6, 6)),
        ("1/2 year", (6, 6)),
        ("1 1/2 years", (18, 18)),
        ("1½ years", (18, 18)),
        ("year and a half", (18, 18)),
        ("18 months", (18, 18)),
        ("18-month", (18, 18)),
        ("1yr", (12, 12)),
        ("a year", (12, 12)),
        ("a year and a half", (18, 18)),
        ("one and a half years", (18, 18)),
        ("2.5 years", (30, 30)),
        ("2 yrs and 3 months", (27, 27)),
        ("a couple of months", (2, 2)),
        ("26 weeks", (6, 6)),
        ("I worked at a clinic for 3 years", (36, 36)),
        ("2-3 years", (24, 36)),
        ("9 to 12 months", (9, 12)),
        ("less than a year", (0, 12)),
        ("almost 2 years", (0, 24)),
        ("more than 18 months", (18, inf)),
        ("2+ years", (24, inf)),
        ("2 years or more", (24, inf)),
        ("3 days a week for 2 years", (24, 24)),
        ("none", (0, 0)),
        ("No experience", (0, 0)),
    ],
)
def test_a_length_of_time_is_read_in_months(text, between):
    assert months(text) == pytest.approx(between)


@pytest.mark.parametrize(
    "text",
    [
        "2 years ago",
        "I am 30 years old",
        "3 years at one place and 2 years at another",
        "is 2 years ok?",
        "a few months",
        "5",
        "years",
        "720 hours",
        "40 hours a week",
        "5 days a week",
        "",
    ],
)
def test_what_is_no_length_of_time_or_not_one_is_left(text):
    assert months(text) is None


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("720 hrs", (720, 720)),
        ("720hours", (720, 720)),
        ("about 800", (800, 800)),
        ("1,600", (1600, 1600)),
        ("2k", (2000, 2000)),
        ("a thousand", (1000, 1000)),
        ("seven hundred twenty", (720, 720)),
        ("seven hundred and twenty hours", (720, 720)),
        ("700 to 720 hours", (700, 720)),
        ("less than 720", (0, 720)),
        ("at least 720", (720, inf)),
        ("zero", (0, 0)),
    ],
)
def test_a_number_of_hours_is_read(text, between):
    assert hours(text) == pytest.approx(between)


@pytest.mark.parametrize(
    "text", ["40 hours a week", "3 months", "720 or so, or was it 600", "how many hours", "many", ""]
)
def test_what_is_no_number_of_hours_is_left(text):
    assert hours(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("in 2019", "2019"),
        ("2021", "2021"),
        ("class of '19", "2019"),
        ("spring 2024", "2024"),
        ("may 2024", "2024-05"),
        ("May of 2024", "2024-05"),
        ("June 3rd, 2021", "2021-06"),
        ("3 Sept. 2020", "2020-09"),
        ("05/2024", "2024-05"),
        ("5/12/2024", "2024-05"),
        ("2024-05-01", "2024-05"),
        ("i graduated in december 2023", "2023-12"),
        ("last june", "2026-06"),
        ("last november", "2025-11"),
        ("in june", "2026-06"),
        ("next may", "2027-05"),
        ("this december", "2026-12"),
        ("last year", "2025"),
        ("next year", "2027"),
        ("last month", "2026-10"),
        ("yesterday", "2026-11"),
        ("2 years ago", "2024-11"),
        ("two years ago, in 2024", "2024-11"),
        ("I finished 18 months ago", "2025-05"),
        ("half a year ago", "2026-05"),
        ("a year and a half ago", "2025-05"),
        ("2.5 yrs ago", "2024-05"),
        ("1 1/2 years ago.", "2025-05"),
        ("in 6 months", "2027-05"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(text, day):
    assert when(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["2019 or 2020", "from 2019 to 2021", "june", "i may go", "the 90s", "in 3000", "2099", "3 years", "when?", ""],
)
def test_what_is_no_date_or_not_one_is_left(text):
    assert when(text, TODAY) is None


@given(st.text(max_size=60))
def test_no_reader_ever_raises(text):
    months(text), hours(text), when(text, TODAY)


_WORDS = listed(
    "1|2|99999999999999999999|0.5|half|a|an|couple|of|and|hundred|thousand|k|-|+|to|years|months|weeks|days|hours|ago"
    "|in|last|next|june|2020|13/2020|31/2/2020|2020-99|less|than|more"
)


@given(st.lists(st.sampled_from(_WORDS), max_size=8), st.dates(min_value=date(2000, 1, 1)))
def test_no_order_of_their_words_makes_a_reader_raise(words, today):
    text = " ".join(words)
    months(text), hours(text)
    day = when(text, today)
    assert day is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", day)


@given(st.integers(1, 40), st.sampled_from(["years", "yrs", "y"]))
def test_years_are_twelve_months_each(count, unit):
    assert months(f"{count} {unit}") == (12 * count, 12 * count)
