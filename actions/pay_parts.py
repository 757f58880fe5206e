"""The parts of the wages that a pay question may be about: the middle, the start, the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Mapping, Optional

from actions.wages import Measure
from careerbot.facts.schema import Pay
from careerbot.wording import wage


@dataclass(frozen=True)
class Part:
    """One part of the wages.

    Attributes:
        several: the response that sets several jobs or places side by side.
        in_unit: the response for one job in one place where another unit than a year is asked.
        column: the table's heading, before the unit.
        figure: what to rank by; None where it is not known.
        words: the figure without its unit.
        share: which of those in the job it is about, as it stands before the job; empty for all of them.
    """

    several: str
    in_unit: str
    column: str
    figure: Callable[[Pay], Optional[int]]
    words: Callable[[Pay, Measure], str]
    share: str = ""


PARTS: Mapping[str, Part] = {
    "salary_median": Part(
        "utter_salary_several",
        "utter_salary_median_unit",
        "Median",
        lambda row: row.median,
        lambda row, measure: _median(row, measure),
    ),
    "salary_entry": Part(
        "utter_salary_several_entry",
        "utter_salary_entry_unit",
        "Lower part",
        lambda row: row.p25 if row.p10 else None,
        lambda row, measure: f"{measure.bare(row.p10 or 0)} to {measure.bare(row.p25 or 0)}",
    ),
    "salary_top": Part(
        "utter_salary_several_top",
        "utter_salary_top_unit",
        "Top tenth",
        lambda row: row.p90,
        lambda row, measure: f"over {measure.bare(row.p90 or 0)}",
        "the best-paid tenth of ",
    ),
}


def _median(row: Pay, measure: Measure) -> str:
    """An hourly median that is published goes before one that is worked out."""
    if measure.unit == "hour" and row.hourly_median:
        return wage(row.hourly_median)
    return measure.bare(row.median or 0)
