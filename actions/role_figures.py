"""What is known of occupations that are put beside each other: pay, growth, openings, schooling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, List, Mapping, Optional, Sequence, Tuple, get_args

from actions import wages
from actions.base import Table
from actions.question import Question
from careerbot.facts.queries import NATION, FactBase, Place
from careerbot.facts.schema import Occupation, Pay, Projection, Schooling, Sourced
from careerbot.wording import capital, counted, date_words, listing, money, number, percent

SCHOOLING: Tuple[str, ...] = get_args(Schooling)
UNKNOWN = "not known"
_VARIES = "varies"
_MOST_NAMED = 3


@dataclass(frozen=True)
class Role:
    """An occupation with its pay in a place and a year (median known) and its newest projection."""

    soc: str
    occupation: Occupation
    pay: Optional[Pay]
    projection: Optional[Projection]

    @property
    def title(self) -> str:
        """Its name at the beginning of a line."""
        return capital(self.occupation.plural)


@dataclass(frozen=True)
class Measure:
    """One thing that occupations are compared by.

    Attributes:
        column: its heading in a table.
        figure: its value, None if unknown; more is "better", so little schooling is a high figure.
        words: the value in a table's cell.
        said: the value in a line, after the name.
        row: the fact it rests on.
        missing: what there is none of, as in "I have no ... for sonographers".
    """

    column: str
    figure: Callable[[Role], Optional[float]]
    words: Callable[[Role], str]
    said: Callable[[Role], str]
    row: Callable[[Role], Optional[Sourced]]
    missing: str


def _growth(role: Role) -> Optional[float]:
    return role.projection.percent if role.projection else None


def _openings(role: Role) -> Optional[float]:
    return role.projection.openings if role.projection else None


def _schooling(role: Role) -> Optional[float]:
    return -SCHOOLING.index(role.occupation.schooling) if role.occupation.schooling else None


def _wage(role: Role) -> str:
    return money(role.pay.median or 0) if role.pay else UNKNOWN


def _grown(role: Role) -> str:
    return percent(role.projection.percent) if role.projection else UNKNOWN


def _growing(role: Role) -> str:
    if role.projection is None:
        return "no growth forecast"
    share = role.projection.percent
    return f"{percent(share)} growth" if share >= 0 else f"{percent(-share)} fewer jobs"


def _opened(role: Role) -> str:
    openings = _openings(role)
    return UNKNOWN if openings is None else number(openings)


MEASURES: Mapping[str, Measure] = {
    "pay": Measure(
        "Pay a year",
        lambda role: role.pay.median if role.pay else None,
        _wage,
        lambda role: f"{_wage(role)} a year" if role.pay else "no pay figure",
        lambda role: role.pay,
        "pay figure",
    ),
    "growth": Measure(
        "Growth in jobs",
        _growth,
        _grown,
        _growing,
        lambda role: role.projection,
        "growth forecast",
    ),
    "openings": Measure(
        "Openings a year",
        _openings,
        _opened,
        lambda role: "no forecast of openings" if _openings(role) is None else f"{_opened(role)} openings a year",
        lambda role: role.projection,
        "forecast of openings",
    ),
    "entry": Measure(
        "Usual schooling",
        _schooling,
        lambda role: capital(role.occupation.schooling or _VARIES),
        lambda role: role.occupation.schooling or f"schooling {_VARIES}",
        lambda role: role.occupation,
        "schooling",
    ),
    "training": Measure(
        "Training",
        _schooling,
        lambda role: capital(role.occupation.training or UNKNOWN),
        lambda role: role.occupation.training or UNKNOWN,
        lambda role: role.occupation,
        "training",
    ),
}


@dataclass(frozen=True)
class Roles:
    """Occupations looked up for one answer.

    Attributes:
        roles: in the order they were asked for.
        place: where the pay is from.
        year: of which year, None for the newest.
        notes: what the person should know about place and year, in sentences.
    """

    roles: Tuple[Role, ...]
    place: Place
    year: Optional[int]
    notes: Tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The place within a sentence, empty for the nation."""
        return "" if self.place.code == NATION else f" in {self.place.name}"


def look_up(socs: Iterable[str], question: Question, facts: FactBase) -> Roles:
    """The occupations in the place and year of the question; else in the nation, or of the newest year."""
    codes = list(socs)
    place, year, notes = facts.place(question.first("place") or NATION), question.year, []
    unknown = question.unknown.get("place", ())
    if unknown and place.code == NATION:
        notes.append(f'I have no figures for "{unknown[0]}"; these are for the whole country.')
    roles = _roles(codes, facts, place.code, year)
    if year is not None and not _comparable(roles):
        notes.append(f"I have too few pay figures for {year} here, so these are the newest.")
        year, roles = None, _roles(codes, facts, place.code)
    if place.kind == "area" and place.state and not _comparable(roles):
        in_state = _roles(codes, facts, place.state, year)
        if _comparable(in_state):
            without = [role.occupation.plural for role in roles if role.pay is None]
            state = facts.place(place.state)
            notes.append(
                f"I have no pay figure for {_few(without)} in {place.name}, so these are for all of {state.name}."
            )
            place, roles = state, in_state
    if place.code != NATION and not _comparable(roles):
        without = [role.occupation.plural for role in roles if role.pay is None]
        notes.append(f"I have no pay figure for {_few(without)} in {place.name}, so these are for the whole country.")
        place, roles = facts.place(NATION), _roles(codes, facts, NATION, year)
    return Roles(roles, place, year, tuple(notes))


def _comparable(roles: Sequence[Role]) -> bool:
    return sum(role.pay is not None for role in roles) > 1


def _roles(socs: Sequence[str], facts: FactBase, place: str, year: Optional[int] = None) -> Tuple[Role, ...]:
    found = []
    for soc in socs:
        pay = facts.pay(soc, place, year)
        known = pay if pay is not None and pay.median is not None else None
        found.append(Role(soc, facts.occupation(soc), known, facts.projection(soc)))
    return tuple(found)


def dates(roles: Iterable[Role]) -> List[str]:
    """The different dates of their pay, in words."""
    return list(dict.fromkeys(date_words(role.pay.as_of) for role in roles if role.pay))


def table(roles: Sequence[Role], measures: Sequence[str], titles: Optional[Mapping[str, str]] = None) -> Table:
    """Occupations below each other, a column for each measure; pay of different dates has its date behind it.

    Args:
        roles: the rows.
        measures: keys of ``MEASURES``.
        titles: what else a row is called than its plural, by SOC code.
    """
    several = len(dates(roles)) > 1

    def dated(role: Role, key: str, text: str) -> str:
        return f"{text} ({date_words(role.pay.as_of)})" if key == "pay" and role.pay and several else text

    names = [(titles or {}).get(role.soc, role.title) for role in roles]
    rows = [[dated(role, key, MEASURES[key].words(role)) for key in measures] for role in roles]
    said = [", ".join(dated(role, key, MEASURES[key].said(role)) for key in measures) for role in roles]
    return Table(
        columns=["Job", *(MEASURES[key].column for key in measures)],
        rows=[[name, *cells] for name, cells in zip(names, rows, strict=True)],
        lines="\n".join(f"- **{name}:** {line}" for name, line in zip(names, said, strict=True)),
    )


def pay_difference(roles: Sequence[Role]) -> List[str]:
    """By how much the pay of two differs, in a sentence; nothing for more, or for pay of different dates."""
    medians = [role.pay.median for role in roles if role.pay and role.pay.median]
    if len(roles) != 2 or len(set(medians)) != 2 or len(dates(roles)) > 1:
        return []
    return [f"The difference in pay is {wages.difference(max(medians) - min(medians), wages.Measure())}."]


def missing(roles: Iterable[Role], key: str) -> Optional[str]:
    """A sentence that names those without a figure, of many the first; None if there are none."""
    without = [role.occupation.plural for role in roles if MEASURES[key].figure(role) is None]
    return f"I have no {MEASURES[key].missing} for {_few(without)}." if without else None


def _few(names: List[str]) -> str:
    """A list; of many the first one and how many others."""
    shown = names if len(names) <= _MOST_NAMED else [names[0], f"{counted(len(names) - 1)} others"]
    return listing(shown)
