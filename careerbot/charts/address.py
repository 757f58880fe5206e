"""What may be drawn, and the address of each picture.

An address names all that is drawn and nothing else, so any process can draw the picture again::

    /charts/pay/roles/31-9092+31-9091.png             pay of occupations side by side, newest figures
    /charts/pay/roles/31-9092+31-9091/TX/2025.png     the same in a state or area, of one year
    /charts/pay/place/31-9092/TX+0010180.png          pay in places against the nation
    /charts/pay/place/31-9092/TX/2025.png             the same of one year
    /charts/pay/years/31-9092.png                     pay over the years
    /charts/growth/31-9092+31-1131.png                growth of occupations side by side

Occupations are SOC codes, states two letters, areas the seven digits of the Bureau of Labor Statistics.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Optional, Tuple, Union

from careerbot.charts.errors import BadAddress, NoSuchChart
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION

PREFIX = "/charts"

FEWEST, MOST = 2, 8
"""How many values a picture shows beside each other."""

_SOC = r"\d{2}-\d{4}"
_PLACE = rf"(?:(?!{NATION})[A-Z]{{2}}|\d{{7}})"
_YEAR = r"(?:/(\d{4}))?"


@dataclass(frozen=True)
class PayOfRoles:
    """Median pay of 2 to 8 occupations, in the nation or one place, of ``year`` or the newest figures."""

    socs: Tuple[str, ...]
    place: str = NATION
    year: Optional[int] = None

    @property
    def path(self) -> str:
        """The address."""
        place = "" if self.place == NATION else f"/{self.place}"
        return f"{PREFIX}/pay/roles/{'+'.join(self.socs)}{place}{_year(self.year)}.png"


@dataclass(frozen=True)
class PayOfPlaces:
    """Pay of an occupation in 1 to 7 places and the nation, lowest tenth to highest, of ``year`` or the newest."""

    soc: str
    places: Tuple[str, ...]
    year: Optional[int] = None

    @property
    def path(self) -> str:
        """The address."""
        return f"{PREFIX}/pay/place/{self.soc}/{'+'.join(self.places)}{_year(self.year)}.png"


@dataclass(frozen=True)
class PayOverYears:
    """National median pay of an occupation in each year there is."""

    soc: str

    @property
    def path(self) -> str:
        """The address."""
        return f"{PREFIX}/pay/years/{self.soc}.png"


@dataclass(frozen=True)
class GrowthOfRoles:
    """Projected growth of 2 to 8 occupations, of the newest projection."""

    socs: Tuple[str, ...]

    @property
    def path(self) -> str:
        """The address."""
        return f"{PREFIX}/growth/{'+'.join(self.socs)}.png"


ChartSpec = Union[PayOfRoles, PayOfPlaces, PayOverYears, GrowthOfRoles]


def parse(path: str) -> ChartSpec:
    """What an address asks for: the other way round than ``.path``.

    Raises:
        BadAddress: the kind of picture is known, the rest of the address does not fit it.
        NoSuchChart: the address is none of a picture.
    """
    for kind in _KINDS:
        folder = f"{PREFIX}/{kind.folder}/"
        if path.startswith(folder):
            match = re.fullmatch(rf"{kind.pattern}\.png", path[len(folder) :], re.ASCII)
            spec = kind.read(*match.groups()) if match else None
            if spec is None:
                raise BadAddress(f"write {kind.usage}, for example {kind.example.path}")
            return spec
    addresses = ", ".join(kind.example.path for kind in _KINDS)
    raise NoSuchChart(f"there is no picture at this address; there are, for example: {addresses}")


def _pay_of_roles(socs: str, place: Optional[str], year: Optional[str]) -> Optional[ChartSpec]:
    codes = _codes(socs, FEWEST, MOST)
    return PayOfRoles(codes, place or NATION, _number(year)) if codes else None


def _pay_of_places(soc: str, places: str, year: Optional[str]) -> Optional[ChartSpec]:
    codes = _codes(places, FEWEST - 1, MOST - 1)
    return PayOfPlaces(soc, codes, _number(year)) if codes else None


def _growth_of_roles(socs: str) -> Optional[ChartSpec]:
    codes = _codes(socs, FEWEST, MOST)
    return GrowthOfRoles(codes) if codes else None


def _codes(text: str, fewest: int, most: int) -> Optional[Tuple[str, ...]]:
    """The codes of a list; None if there are too few or too many or one stands twice."""
    codes = tuple(text.split("+"))
    return codes if fewest <= len(codes) <= most and len(set(codes)) == len(codes) else None


def _number(text: Optional[str]) -> Optional[int]:
    return None if text is None else int(text)


def _year(year: Optional[int]) -> str:
    return "" if year is None else f"/{year:04}"


@dataclass(frozen=True)
class _Kind:
    """How the addresses of one kind of picture are read.

    ``pattern`` finds the parts behind the folder, ``read`` makes a spec of them or returns None; ``usage`` completes
    "write ...".
    """

    folder: str
    pattern: str
    read: Callable[..., Optional[ChartSpec]]
    usage: str
    example: ChartSpec


_SEVERAL_SOCS = rf"({_SOC}(?:\+{_SOC})*)"
_SEVERAL_ROLES = f"{FEWEST} to {MOST} different occupation codes joined by +"
_EXAMPLES = (MEDICAL_ASSISTANT, "31-9091")

_KINDS = (
    _Kind(
        "pay/roles",
        rf"{_SEVERAL_SOCS}(?:/({_PLACE}))?{_YEAR}",
        _pay_of_roles,
        f"{_SEVERAL_ROLES}, then a place and a year if wanted",
        PayOfRoles(_EXAMPLES),
    ),
    _Kind(
        "pay/place",
        rf"({_SOC})/({_PLACE}(?:\+{_PLACE})*){_YEAR}",
        _pay_of_places,
        f"an occupation code, then {FEWEST - 1} to {MOST - 1} different places joined by +, then a year if wanted",
        PayOfPlaces(MEDICAL_ASSISTANT, ("TX",)),
    ),
    _Kind("pay/years", rf"({_SOC})", PayOverYears, "one occupation code", PayOverYears(MEDICAL_ASSISTANT)),
    _Kind("growth", _SEVERAL_SOCS, _growth_of_roles, _SEVERAL_ROLES, GrowthOfRoles(_EXAMPLES)),
)
