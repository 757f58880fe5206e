"""What a person tells of their training and work, as ``eligibility.py`` weighs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import FrozenSet, Generic, Literal, Optional, Tuple, TypeVar, get_args

from careerbot.facts.requirement import Accreditation, Training

Point = Literal[
    "training",
    "accreditation",
    "finish",
    "diploma",
    "hours",
    "externship_hours",
    "work_months",
    "work_until",
    "military",
    "felony",
]
"""What a person may be asked about, in the order of asking: what decides most first, what is delicate last."""

POINTS: Tuple[Point, ...] = get_args(Point)

NEVER = date.min
"""An end date for what never was: longer ago than any limit."""

T = TypeVar("T", int, date)


@dataclass(frozen=True)
class Span(Generic[T]):
    """What is known of a number or a date: it lies between ``low`` and ``high``, both included."""

    low: T
    high: T

    @classmethod
    def of(cls, value: T) -> Span[T]:
        """Known exactly."""
        return cls(value, value)


@dataclass(frozen=True)
class Person:
    """What a person told; None for what was not told.

    Attributes:
        training: how they learn the work.
        accreditation: what stands behind their program.
        finish: when the program or apprenticeship ended or will end.
        diploma: a high school diploma or GED.
        hours: of the program in all, externship included.
        externship_hours: of the externship alone.
        work_months: months of work as a medical assistant, counted as full time, in one piece up to ``work_until``.
        work_until: last day of that work; today for those who still do it.
        military: when their medical training in the US Armed Forces ended, ``NEVER`` if there was none.
        felony: a felony, or a health-care license that was disciplined.
        teaches: teaches in a medical assistant program. Taken as no unless told: too rare to ask everyone.
        cannot_say: points that were asked and that the person does not know or would rather not tell.
    """

    training: Optional[Training] = None
    accreditation: Optional[Accreditation] = None
    finish: Optional[Span[date]] = None
    diploma: Optional[bool] = None
    hours: Optional[Span[int]] = None
    externship_hours: Optional[Span[int]] = None
    work_months: Optional[Span[int]] = None
    work_until: Optional[Span[date]] = None
    military: Optional[Span[date]] = None
    felony: Optional[bool] = None
    teaches: bool = False
    cannot_say: FrozenSet[Point] = frozenset()
