"""The pictures that suit what an answer compares: their addresses and their words.

Each function leaves out what has no figure, takes at most the first ``address.MOST`` values, and returns None where
fewer than two remain: one value is no picture. Nothing is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Optional, Tuple

from careerbot.charts.address import FEWEST, MOST, ChartSpec, GrowthOfRoles, PayOfPlaces, PayOfRoles, PayOverYears
from careerbot.charts.content import content
from careerbot.facts.queries import NATION, FactBase


@dataclass(frozen=True)
class Chart:
    """A picture that can be asked for.

    Attributes:
        path: where it is served, from the root of the assistant's address.
        alt: what it shows, with its figures.
    """

    path: str
    alt: str


def pay_of_roles(
    facts: FactBase, socs: Iterable[str], place: str = NATION, year: Optional[int] = None
) -> Optional[Chart]:
    """Median pay of occupations side by side, best paid first, in a place (a code).

    ``year`` is for a question that names one; without it every occupation shows its newest figure, with its date
    where the dates differ.
    """
    known = [soc for soc in socs if _has_median(facts, soc, place, year)]
    return _chart(facts, PayOfRoles(_first(known), place, year)) if len(set(known)) >= FEWEST else None


def pay_of_places(facts: FactBase, soc: str, places: Iterable[str], year: Optional[int] = None) -> Optional[Chart]:
    """Pay of an occupation in states or areas (codes) and in the nation: median, 10th and 90th percentile."""
    known = [code for code in places if code != NATION and _has_median(facts, soc, code, year)]
    if not known or not _has_median(facts, soc, NATION, year):
        return None
    return _chart(facts, PayOfPlaces(soc, _first(known, MOST - 1), year))


def pay_over_years(facts: FactBase, soc: str) -> Optional[Chart]:
    """National median pay of an occupation in each of the newest years there are."""
    years = [row.year for row in facts.pay_years(soc) if row.median is not None]
    return _chart(facts, PayOverYears(soc)) if len(years) >= FEWEST else None


def growth_of_roles(facts: FactBase, socs: Iterable[str]) -> Optional[Chart]:
    """Projected growth of occupations side by side, fastest first; ``"00-0000"`` is the average of all."""
    known = [soc for soc in socs if facts.projection(soc) is not None]
    return _chart(facts, GrowthOfRoles(_first(known))) if len(set(known)) >= FEWEST else None


def _has_median(facts: FactBase, soc: str, place: str, year: Optional[int]) -> bool:
    row = facts.pay(soc, place, year)
    return row is not None and row.median is not None


def _first(codes: List[str], most: int = MOST) -> Tuple[str, ...]:
    """The first different codes."""
    return tuple(dict.fromkeys(codes))[:most]


def _chart(facts: FactBase, spec: ChartSpec) -> Chart:
    return Chart(spec.path, content(spec, facts).alt)
