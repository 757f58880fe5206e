"""The names in a message - credentials, occupations, places, workplaces, years - as the fact base knows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, List, Mapping, Tuple, get_args

from careerbot.facts.queries import NATION, FactBase, Kind

NAME_KINDS: Tuple[Kind, ...] = get_args(Kind)
KINDS: Tuple[str, ...] = (*NAME_KINDS, "year")

Names = Mapping[str, Tuple[str, ...]]
"""Values (codes, keys, years) by kind, in the order they were said, each once."""


@dataclass(frozen=True)
class Read:
    """The names that were read: those the fact base knows, as values, and those it does not, as typed."""

    known: Names = field(default_factory=dict)
    unknown: Names = field(default_factory=dict)


def read_names(entities: Iterable[Mapping[str, Any]], facts: FactBase) -> Read:
    """Resolve the entities of a message; those of other kinds and years that are no numbers are left out."""
    known: Dict[str, List[str]] = {}
    unknown: Dict[str, List[str]] = {}
    for entity in entities:
        kind, surface = entity["entity"], str(entity["value"])
        if kind == "year" and surface.isdigit():
            value: str | None = surface
        elif kind in NAME_KINDS:
            value = surface if kind == "place" and surface == NATION else facts.find(kind, surface)
        else:
            continue
        names = (known if value else unknown).setdefault(kind, [])
        if (value or surface) not in names:
            names.append(value or surface)
    return Read(_frozen(known), _frozen(unknown))


def as_typed(entities: Iterable[Mapping[str, Any]], kind: str, text: str) -> Tuple[str, ...]:
    """The names of a kind as they stand in the message; one that was put together here as it is."""
    return tuple(
        text[entity["start"] : entity["end"]] if "start" in entity else str(entity["value"])
        for entity in entities
        if entity["entity"] == kind
    )


def as_entities(names: Names, facts: FactBase) -> List[Dict[str, str]]:
    """Entities that ``read_names`` reads as these names: what a question has that was put together here."""
    return [
        {"entity": kind, "value": facts.name(kind, value) if kind in NAME_KINDS else value}
        for kind, values in names.items()
        for value in values
    ]


def _frozen(names: Mapping[str, List[str]]) -> Names:
    return {kind: tuple(values) for kind, values in names.items()}
