"""Which way into the job fits: a table of what speaks for and against each, and the sum of it. No text, no facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Literal, Optional, Tuple, get_args

Way = Literal["certificate", "associate", "apprenticeship", "on_the_job"]
"""A certificate or diploma program, an associate degree, an apprenticeship, a start without school."""

WAYS: Tuple[Way, ...] = get_args(Way)


@dataclass(frozen=True)
class Wishes:
    """What the person said; None for what was passed over.

    Attributes:
        time: for training before paid work: "weeks", "year" or "two_years".
        budget: "tight", "some" or "fine".
        credit: whether college credit matters, for nursing or a degree later.
        where: "online", "in_person" or "mixed".
        state_asks: whether the person's state is known to ask for schooling or a permission.
    """

    time: Optional[str] = None
    budget: Optional[str] = None
    credit: Optional[bool] = None
    where: Optional[str] = None
    state_asks: bool = False


@dataclass(frozen=True)
class Advice:
    """A way with the responses that say what speaks for it and against it, the weightiest first."""

    way: Way
    reasons: Tuple[str, ...]
    cautions: Tuple[str, ...]


@dataclass(frozen=True)
class _Row:
    """What an answer means for a way.

    Attributes:
        wish: the field of ``Wishes``; empty where the row always counts.
        answer: its value.
        way: which way it is about.
        points: above zero speaks for it, below against it; ``_OUT`` rules it out.
        says: the response that says so; empty where nothing need be said.
    """

    wish: str
    answer: Any
    way: Way
    points: int
    says: str = ""

    def holds(self, wishes: Wishes) -> bool:
        return not self.wish or getattr(wishes, self.wish) == self.answer


_OUT = -100
_NEARLY = 1
"""Ways that are no more points apart fit about equally."""

_TABLE = (
    _Row("", None, "certificate", 1, "utter_program_reason_common"),
    _Row("", None, "apprenticeship", -1, "utter_program_caution_rare"),
    _Row("", None, "on_the_job", -1, "utter_program_caution_preferred"),
    _Row("time", "weeks", "on_the_job", 4, "utter_program_reason_start_now"),
    _Row("time", "weeks", "apprenticeship", 3, "utter_program_reason_hired_first"),
    _Row("time", "weeks", "certificate", _OUT),
    _Row("time", "weeks", "associate", _OUT),
    _Row("time", "year", "certificate", 3, "utter_program_reason_within_a_year"),
    _Row("time", "year", "apprenticeship", 1, "utter_program_reason_hired_first"),
    _Row("time", "year", "associate", _OUT),
    _Row("time", "two_years", "associate", 2, "utter_program_reason_time_for_degree"),
    _Row("time", "two_years", "certificate", 1, "utter_program_reason_sooner"),
    _Row("budget", "tight", "apprenticeship", 3, "utter_program_reason_wage"),
    _Row("budget", "tight", "on_the_job", 2, "utter_program_reason_no_tuition"),
    _Row("budget", "tight", "certificate", 1, "utter_program_reason_cheaper"),
    _Row("budget", "tight", "associate", -1, "utter_program_caution_degree_costs"),
    _Row("budget", "some", "certificate", 1, "utter_program_reason_cheaper"),
    _Row("budget", "fine", "associate", 1, "utter_program_reason_can_afford"),
    _Row("credit", True, "associate", 3, "utter_program_reason_credit"),
    _Row("credit", True, "certificate", 0, "utter_program_caution_credit"),
    _Row("credit", True, "apprenticeship", -1, "utter_program_caution_no_credit"),
    _Row("credit", True, "on_the_job", -2, "utter_program_caution_no_credit"),
    _Row("credit", False, "certificate", 1, "utter_program_reason_no_degree_needed"),
    _Row("credit", False, "associate", -1),
    _Row("where", "online", "certificate", 1, "utter_program_reason_classes_online"),
    _Row("where", "online", "associate", 1, "utter_program_reason_classes_online"),
    _Row("where", "online", "apprenticeship", -1, "utter_program_caution_on_site"),
    _Row("where", "online", "on_the_job", -1, "utter_program_caution_on_site"),
    _Row("where", "mixed", "certificate", 1, "utter_program_reason_classes_online"),
    _Row("where", "mixed", "associate", 1, "utter_program_reason_classes_online"),
    _Row("where", "in_person", "apprenticeship", 1, "utter_program_reason_by_doing"),
    _Row("where", "in_person", "on_the_job", 1, "utter_program_reason_by_doing"),
    _Row("where", "in_person", "certificate", 1, "utter_program_reason_labs"),
    _Row("where", "in_person", "associate", 1, "utter_program_reason_labs"),
    _Row("state_asks", True, "on_the_job", -2, "utter_program_caution_state"),
)


def recommend(wishes: Wishes) -> Tuple[Advice, ...]:
    """The way that fits best, and a second one if it fits about as well. Every way named has a reason."""
    sums = {way: sum(row.points for row in _rows(way, wishes)) for way in WAYS}
    # Of ways with equal points the one that stands first in WAYS, which is the commoner one.
    ranked = sorted((_advice(way, wishes) for way in WAYS), key=lambda advice: -sums[advice.way])
    first, *others = [advice for advice in ranked if advice.reasons]
    near = [advice for advice in others if sums[first.way] - sums[advice.way] <= _NEARLY]
    return (first, *near[:1])


def _rows(way: Way, wishes: Wishes) -> List[_Row]:
    return [row for row in _TABLE if row.way == way and row.holds(wishes)]


def _advice(way: Way, wishes: Wishes) -> Advice:
    rows = sorted(_rows(way, wishes), key=lambda row: -abs(row.points))
    reasons = [row.says for row in rows if row.says and row.points > 0]
    cautions = [row.says for row in rows if row.says and row.points <= 0]
    return Advice(way, tuple(reasons), tuple(cautions))
