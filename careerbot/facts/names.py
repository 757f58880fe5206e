"""What people call the things the fact base knows, and the nearest of them to a name it does not know.

Kinds of names: ``credential``, ``occupation``, ``setting`` and ``place`` (states and areas). A value is what the
rest of the code passes around: a credential's key, an occupation's SOC code, a NAICS code, and for places the
two-letter state code or the area's seven digits.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Collection, Dict, Iterator, List, Mapping, Tuple

from careerbot.facts.schema import Area

if TYPE_CHECKING:  # load.py compares names by fold()
    from careerbot.facts.load import Facts

KINDS = ("credential", "occupation", "place", "setting")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Case, apostrophes, dots and repeated blanks taken away: how names are compared."""
    text = re.sub(r"[’'`.]", "", text.casefold())
    return re.sub(r"[\s\-–/]+", " ", text).strip(" ,;:!?()")


def spellings(facts: Facts) -> Iterator[Tuple[str, str, str]]:
    """Every (kind, spelling, value) the assistant should recognise in a message; the first owner of one keeps it."""
    seen: Dict[Tuple[str, str], str] = {}
    for kind, spelling, value in _all_spellings(facts):
        key = (kind, fold(spelling))
        if key[1] and key not in seen:
            seen[key] = value
            yield kind, spelling, value


def _all_spellings(facts: Facts) -> Iterator[Tuple[str, str, str]]:
    for key, credential in facts.credentials.items():
        for name in (key, credential.label, credential.name, *credential.aliases):
            yield "credential", name, key
    for soc, occupation in facts.occupations.items():
        for name in (occupation.name, occupation.plural, *occupation.aliases):
            yield "occupation", name, soc
    for naics, setting in facts.settings.items():
        for name in (setting.name, *setting.aliases):
            yield "setting", name, naics
    named = facts.place_names
    for state in facts.states:
        yield "place", state.name, state.code
        if state.code not in named.never_codes:
            yield "place", state.code, state.code
    for code, names in named.aliases.items():
        for name in names:
            yield "place", name, code
    # Larger areas first: "Portland" alone is the one in Oregon.
    jobs = {row.area: row.employment or 0 for row in facts.pay_areas if row.soc == "31-9092"}
    by_size = sorted(facts.areas, key=lambda area: (-jobs.get(area.code, 0), area.code))
    state_names = {state.code: state.name for state in facts.states}
    for area in by_size:
        for name in _area_names(area, named.never_alone, state_names):
            yield "place", name, area.code


def cities_of(title: str) -> List[str]:
    """The cities in an area's official title: "Portland-Vancouver-Hillsboro, OR-WA" has three."""
    cities = re.split(r"-+|/", title.partition(", ")[0])
    return [re.sub(r"^Urban | (Town|County)$", "", city) for city in cities]  # the census's words, nobody says them


def _area_names(area: Area, never_alone: Collection[str], state_names: Mapping[str, str]) -> List[str]:
    """The official title, its cities with their state, and the cities alone where that is no other word."""
    if area.kind == "nonmetro":
        return [area.name]
    names = [area.name]
    _, _, states = area.name.partition(", ")
    for city in cities_of(area.name):
        for state in states.split("-"):
            full = state_names[state]
            names += [f"{city}, {state}", f"{city} {state}", f"{city}, {full}", f"{city} {full}"]
        if city.casefold() not in never_alone:
            names.append(city)
    return names
