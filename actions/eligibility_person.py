"""Who the answers of "Am I eligible?" tell of, and what of them is still worth asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Callable, Dict, Iterable, Mapping, Tuple

from actions.eligibility_spans import date_span, number_span
from actions.form_reading import SKIPPED, Answers
from careerbot.facts.eligibility import can_judge, judge
from careerbot.facts.person import POINTS, Person, Point, Span
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Credential

# The form's slots are the points of a person with this before them, and two things that are not asked.
PREFIX = "eligibility_"
CREDENTIAL = f"{PREFIX}credential"
TEACHES = f"{PREFIX}teaches"

_SPANS: Mapping[Point, Callable[[Any], Span[Any]]] = {
    "finish": date_span,
    "hours": number_span,
    "externship_hours": number_span,
    "work_months": number_span,
    "work_until": date_span,
    "military": date_span,
}


@lru_cache(maxsize=1)
def judged(facts: FactBase) -> Mapping[str, Credential]:
    """The credentials that can be judged, by key."""
    return {key: row for key, row in facts.credentials().items() if can_judge(row)}


def chosen(answers: Answers, facts: FactBase) -> Mapping[str, Credential]:
    """The credentials to judge: the one that the person named, else all that can be."""
    every, key = judged(facts), str(answers.get(CREDENTIAL))
    return {key: every[key]} if key in every else every


def person_of(answers: Answers, today: date) -> Person:
    """Who the answers tell of; what was passed over cannot be said."""
    given = {point: answers.get(PREFIX + point) for point in POINTS}
    known: Dict[str, Any] = {point: value for point, value in given.items() if value not in (None, SKIPPED)}
    for point, span in _SPANS.items():
        if point in known:
            known[point] = span(known[point])
    training = known.pop("training", None)
    if training == "job":  # some work, how much is asked
        worked = known.get("work_months", number_span([1, None]))
        known["work_months"] = replace(worked, low=max(worked.low, 1), high=max(worked.high, 1))
    if training == "nothing":
        known.setdefault("work_months", Span.of(0))
    if training in ("job", "nothing"):
        training = "none"
    if not fits(training, known.get("finish"), today):
        del known["finish"]
    skipped = frozenset(point for point, value in given.items() if value == SKIPPED)
    return Person(training=training, **known, teaches=bool(answers.get(TEACHES)), cannot_say=skipped)


def fits(training: Any, finish: Any, today: date) -> bool:
    """Whether the end of a training can be that of its kind: ahead of a student, behind everyone else."""
    if finish is None or training is None:
        return True
    return bool(finish.high > today if training == "studying" else finish.low <= today)


def open_points(answers: Answers, facts: FactBase, today: date) -> Tuple[Point, ...]:
    """What can still change one of the verdicts, in the order of asking."""
    return _still(person_of(answers, today), chosen(answers, facts).values(), today)


def settled(answers: Answers, facts: FactBase, today: date) -> Person:
    """The person in the end: what was told too roughly to decide counts as what they cannot say."""
    who = person_of(answers, today)
    while still := _still(who, chosen(answers, facts).values(), today):
        who = replace(who, cannot_say=who.cannot_say | set(still))
    return who


def _still(who: Person, credentials: Iterable[Credential], today: date) -> Tuple[Point, ...]:
    still = {point for row in credentials for point in judge(who, row, today).open_points}
    return tuple(point for point in POINTS if point in still)
