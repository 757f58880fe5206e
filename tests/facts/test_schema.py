from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from careerbot.facts.schema import Credential, Exam, Figure, Pay, Source

SOURCED = {"source": "bls", "as_of": "2025-05", "confidence": "A"}


def pay(**cells):
    return Pay(soc="31-9092", year=2025, **{**SOURCED, **cells})


def figure(value, unit):
    return Figure(value=value, unit=unit, note="a note", **SOURCED)


@pytest.mark.parametrize("text", ["2022", "2025-05", "2026-07-01", 2022, "2024-02-29"])
def test_dates_may_be_a_year_a_month_or_a_day(text):
    assert pay(as_of=text).as_of == str(text)


@pytest.mark.parametrize(
    "text", ["May 2025", "2025-13", "2025-5", "2025-02-30", "2023-02-29", "25", "", None, "2025-00"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValidationError, match="as_of"):
        pay(as_of=text)


@pytest.mark.parametrize("confidence", ["D", "a", "", None])
def test_confidence_is_a_b_or_c(confidence):
    with pytest.raises(ValidationError, match="confidence"):
        pay(confidence=confidence)


def test_a_row_without_a_source_is_refused():
    with pytest.raises(ValidationError, match="source"):
        pay(source="")


@given(st.lists(st.integers(5_000, 500_000), min_size=5, max_size=5))
def test_percentiles_are_taken_exactly_when_they_rise(wages):
    cells = dict(zip(("p10", "p25", "median", "p75", "p90"), wages, strict=True))
    if wages == sorted(wages):
        assert pay(**cells).dict(include=set(cells)) == cells
    else:
        with pytest.raises(ValidationError, match="percentiles out of order"):
            pay(**cells)


def test_percentiles_are_compared_across_one_that_is_not_published():
    with pytest.raises(ValidationError, match=r"p75\n.*40000 is below p10 50000"):
        pay(p10=50_000, p75=40_000)


@pytest.mark.parametrize("wage", [0, 45, 4_999, 500_001])
def test_an_hourly_wage_in_a_yearly_column_is_refused(wage):
    with pytest.raises(ValidationError, match="not a yearly wage"):
        pay(median=wage)


@pytest.mark.parametrize("address", ["http://bls.gov", "bls.gov", "https://bls.gov/a b", "https://bls.gov/(x)", ""])
def test_a_source_links_only_to_https_addresses_that_markdown_can_hold(address):
    with pytest.raises(ValidationError, match="url"):
        Source(publisher="BLS", title="Wages", url=address, as_of="2025")


def test_a_source_may_have_no_address():
    assert Source(publisher="the article", title="Careers", url=None, as_of="2022").url is None


@pytest.mark.parametrize(
    ("value", "unit"), [([12, 9], "months"), ([9, 9], "months"), ([1, 2, 3], "months"), (["a", 2], "months")]
)
def test_a_range_needs_a_low_and_a_higher_number(value, unit):
    with pytest.raises(ValidationError, match="low below high"):
        figure(value, unit)


@pytest.mark.parametrize(("value", "unit"), [("2026-07-01", "months"), (8, "date"), ([1, 2], "date")])
def test_only_a_date_has_the_unit_date(value, unit):
    with pytest.raises(ValidationError, match="value must be a date if the unit is date"):
        figure(value, unit)


@pytest.mark.parametrize("value", [True, None, {}, [True, 2]])
def test_a_figure_is_a_number_a_range_or_a_date(value):
    with pytest.raises(ValidationError, match="value"):
        figure(value, "months")


def test_a_figure_has_a_unit_we_can_write():
    with pytest.raises(ValidationError, match="unit"):
        figure(3, "fortnights")


def test_an_exam_cannot_score_more_questions_than_it_has():
    with pytest.raises(ValidationError, match="scored is more than questions"):
        Exam(questions=150, scored=180, minutes=160, **SOURCED)


def test_a_misspelt_field_is_refused():
    with pytest.raises(ValidationError, match=r"medain\n.*extra fields"):
        pay(medain=45_690)


def test_a_row_cannot_be_changed():
    row = pay(median=45_690)
    with pytest.raises(TypeError):
        row.median = 1


def test_a_credential_may_lack_every_block_that_is_not_known():
    row = Credential(
        label="X", name="X", issuer="I", website="https://x.org", field="phlebotomy", ncca=False, summary="S", **SOURCED
    )
    assert (row.exam, row.passing, row.retake, row.renewal, row.fees, row.routes) == (None, None, None, None, [], [])
