"""Weighs what a person told against what an issuer asks (``requires`` in ``facts/credentials.yml``).

No rule stands here, only how they are weighed. Each thing asked for is *no*, *ask* (only the issuer can say) or *yes*,
or may still turn out as anything between two of them. A requirement is as good as its worst part, a credential as its
best requirement. When both ends meet, the verdict is settled, whatever else the person might tell; until then only
what can still move an end is worth asking.

    judge(Person(training="none", work_months=Span.of(36)), credential, today).open_points
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Any, Iterable, List, Optional, Tuple, Union

from dateutil.relativedelta import relativedelta

from careerbot.facts.person import NEVER, POINTS, Person, Point, Span
from careerbot.facts.requirement import Requirement
from careerbot.facts.schema import Credential, Route

# What is known of a number or a date of which nothing was told.
_ANY_NUMBER = Span(0, 10**6)
_ANY_DATE = Span(date.min, date.max)


class Outcome(IntEnum):
    """Whether a person may sit an exam; the larger, the better for them."""

    NO = 0
    ASK = 1
    YES = 2


@dataclass(frozen=True)
class Part:
    """One thing that a requirement asks for, weighed.

    Attributes:
        point: what it is about; None for teaching, which is not asked.
        low: the worst it can turn out to be.
        high: the best.
        cut: for a number or a date the first value beyond the limit: on each side of it all values weigh the same.
        begun: the person has some of it, enough or not.
    """

    point: Optional[Point]
    low: Outcome
    high: Outcome
    cut: Union[int, date, None] = None
    begun: bool = False


@dataclass(frozen=True)
class Weighed:
    """A requirement of a route, weighed."""

    route: Route
    requirement: Requirement
    parts: Tuple[Part, ...]

    @property
    def low(self) -> Outcome:
        """The worst it can turn out to be."""
        return min(self._most, *(part.low for part in self.parts))

    @property
    def high(self) -> Outcome:
        """The best it can turn out to be."""
        return min(self._most, *(part.high for part in self.parts))

    @property
    def missing(self) -> Tuple[Part, ...]:
        """The parts that are not there."""
        return tuple(part for part in self.parts if part.high is Outcome.NO)

    @property
    def distance(self) -> Tuple[bool, int, int]:
        """How far the person is from it, smaller is nearer. Of what was begun, work can go on; a program is over."""
        if not any(part.begun for part in self.parts):
            return True, len(self.missing), 0
        fixed = [part for part in self.missing if part.point not in ("work_months", "work_until", "diploma")]
        return False, len(fixed), len(self.missing)

    @property
    def _most(self) -> Outcome:
        return Outcome.ASK if self.requirement.unsure else Outcome.YES


@dataclass(frozen=True)
class Verdict:
    """What can be said of a person and a credential.

    Attributes:
        outcome: None while it is not settled.
        by: the requirement it rests on; for *no* the one that the person is nearest to.
        cannot_say: what the person could not tell of it, which made *ask* of it.
        record: a felony, told or kept back, is a reason of an *ask*, alone or with others.
        open_points: what can still change it, in the order of asking.
    """

    outcome: Optional[Outcome]
    by: Optional[Weighed] = None
    cannot_say: Tuple[Point, ...] = ()
    record: bool = False
    open_points: Tuple[Point, ...] = ()


def can_judge(credential: Credential) -> bool:
    """Whether the fact base has rules that can be weighed; those for teachers alone are not, for nobody is asked."""
    return any(not requirement.teaching for route in credential.routes for requirement in route.requires)


def judge(person: Person, credential: Credential, today: date) -> Verdict:
    """The verdict on a credential. ValueError if there are no rules to weigh."""
    weighed = _weigh(person, credential, today)
    record = _record(person)
    routes, best = max(one.low for one in weighed), max(one.high for one in weighed)
    if min(record.low, routes) < min(record.high, best):
        still = {part.point for part in _open_parts(weighed, record)}
        return Verdict(None, open_points=tuple(point for point in POINTS if point in still))
    if routes is Outcome.NO:
        asked = [one for one in weighed if not one.requirement.teaching]
        return Verdict(Outcome.NO, min(asked, key=lambda one: one.distance))
    if routes < best:
        # The record alone settled it: what else would be unsure was not asked, so it is no reason.
        return Verdict(Outcome.ASK, next(one for one in weighed if one.high is best), record=True)
    by = next(one for one in weighed if one.low is routes)
    unsaid = tuple(part.point for part in by.parts if part.point in person.cannot_say and part.low is Outcome.ASK)
    return Verdict(min(record.high, routes), by, unsaid, record=record.high < Outcome.YES)


def next_question(person: Person, credentials: Iterable[Credential], today: date) -> Optional[Point]:
    """The first point that can still change one of the verdicts; None when all are settled."""
    still = {point for credential in credentials for point in judge(person, credential, today).open_points}
    return next((point for point in POINTS if point in still), None)


def spans(point: Point, person: Person, credentials: Iterable[Credential], today: date) -> List[Span[Any]]:
    """The answers to an open number or date that differ in what they decide, from the least or longest ago upward."""
    parts = [part for credential in credentials for part in _open_parts_of(person, credential, today)]
    cuts: List[Any] = sorted({part.cut for part in parts if part.point == point and part.cut is not None})
    dated = isinstance(cuts[0], date)
    known = getattr(person, point) or (_ANY_DATE if dated else _ANY_NUMBER)
    step = timedelta(days=1) if dated else 1
    lows, highs = [known.low, *cuts], [*(cut - step for cut in cuts), known.high]
    return [Span(low, high) for low, high in zip(lows, highs, strict=True)]


def _weigh(person: Person, credential: Credential, today: date) -> List[Weighed]:
    return [
        Weighed(route, requirement, tuple(_parts(requirement, person, today)))
        for route in credential.routes
        for requirement in route.requires
    ]


def _record(person: Person) -> Part:
    """What a felony makes of a *yes*: no issuer's rule about it is sure enough to promise anything."""
    return _fact("felony", person, None if person.felony is None else not person.felony, otherwise=Outcome.ASK)


def _open_parts(weighed: List[Weighed], record: Part) -> List[Part]:
    """The parts that can still move an end of the verdict: not all below what is sure, nor all above what can be."""
    floor = max(one.low for one in weighed)
    still = [
        part for one in weighed for part in one.parts if max(part.low, floor) < min(part.high, one.high, record.high)
    ]
    return [*still, record] if record.low < min(record.high, max(one.high for one in weighed)) else still


def _open_parts_of(person: Person, credential: Credential, today: date) -> List[Part]:
    return _open_parts(_weigh(person, credential, today), _record(person))


def _parts(wanted: Requirement, person: Person, today: date) -> Iterable[Part]:
    """Everything that a requirement asks for, weighed."""
    if wanted.training:
        met = None if person.training is None else person.training in wanted.training
        yield _fact("training", person, met, begun=bool(met))
    if wanted.accreditation:
        yield _fact(
            "accreditation",
            person,
            None if person.accreditation is None else person.accreditation in wanted.accreditation,
        )
    if wanted.finished_within_months:
        yield _at_least("finish", person, today - relativedelta(months=wanted.finished_within_months))
    if wanted.finishes_within_days:
        yield _at_most("finish", person, today + timedelta(days=wanted.finishes_within_days))
    if wanted.hours:
        yield _at_least("hours", person, wanted.hours)
    if wanted.externship_hours:
        yield _at_least("externship_hours", person, wanted.externship_hours)
    if wanted.work_months:
        begun = person.work_months is not None and person.work_months.low > 0 and not wanted.training
        yield _at_least("work_months", person, wanted.work_months, begun)
    if wanted.work_months and wanted.work_within_years:
        # So many months up to the last day of work lie within the years if that day is late enough.
        spare = 12 * wanted.work_within_years - wanted.work_months
        yield _at_least("work_until", person, today - relativedelta(months=spare))
    if wanted.military_within_years:
        begun = person.military is not None and person.military.low > NEVER
        yield _at_least("military", person, today - relativedelta(years=wanted.military_within_years), begun)
    if wanted.teaching:
        is_so = Outcome.YES if person.teaches else Outcome.NO
        yield Part(None, is_so, is_so, begun=person.teaches)
    if wanted.diploma:
        yield _fact("diploma", person, person.diploma)


def _fact(
    point: Point, person: Person, met: Optional[bool], begun: bool = False, otherwise: Outcome = Outcome.NO
) -> Part:
    """A yes-or-no part; ``otherwise`` is what it weighs when it is not met."""
    low, high = _ends(met, point in person.cannot_say, otherwise)
    return Part(point, low, high, begun=begun)


def _at_least(point: Point, person: Person, limit: Union[int, date], begun: bool = False) -> Part:
    """A number that must reach a limit, or a date that must not be before it."""
    known: Optional[Span[Any]] = getattr(person, point)
    met = None if known is None or known.low < limit <= known.high else known.low >= limit
    low, high = _ends(met, point in person.cannot_say)
    return Part(point, low, high, limit, begun)


def _at_most(point: Point, person: Person, limit: date) -> Part:
    """A date that must not be after a limit."""
    known: Optional[Span[Any]] = getattr(person, point)
    met = None if known is None or known.low <= limit < known.high else known.high <= limit
    low, high = _ends(met, point in person.cannot_say)
    return Part(point, low, high, limit + timedelta(days=1))


def _ends(met: Optional[bool], cannot_say: bool, otherwise: Outcome = Outcome.NO) -> Tuple[Outcome, Outcome]:
    """The worst and the best that a part can turn out to be."""
    if met is None:
        return (Outcome.ASK, Outcome.ASK) if cannot_say else (otherwise, Outcome.YES)
    return (Outcome.YES, Outcome.YES) if met else (otherwise, otherwise)
