"""The pictures under answers: which one suits what an answer compares. What they show: ``careerbot/charts/``."""

from __future__ import annotations

from typing import Optional, Sequence

from actions.base import Picture
from careerbot import charts
from careerbot.charts import Chart
from careerbot.facts.queries import NATION, FactBase

ALL_OCCUPATIONS = "00-0000"


def pay_of_jobs(
    facts: FactBase, socs: Sequence[str], place: str = NATION, year: Optional[int] = None
) -> Optional[Picture]:
    """Pay of jobs side by side."""
    return _picture(charts.pay_of_roles(facts, socs, place, year))


def growth_of_jobs(facts: FactBase, socs: Sequence[str]) -> Optional[Picture]:
    """Growth of jobs side by side, with that of all occupations together."""
    return _picture(charts.growth_of_roles(facts, [*socs, ALL_OCCUPATIONS]))


def pay_here(facts: FactBase, soc: str, places: Sequence[str], year: Optional[int] = None) -> Optional[Picture]:
    """Pay of a job in places against the nation."""
    return _picture(charts.pay_of_places(facts, soc, places, year))


def pay_by_year(facts: FactBase, soc: str) -> Optional[Picture]:
    """Pay of a job over the years."""
    return _picture(charts.pay_over_years(facts, soc))


def _picture(chart: Optional[Chart]) -> Optional[Picture]:
    return Picture(chart.path, chart.alt) if chart else None
