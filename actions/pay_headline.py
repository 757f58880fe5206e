"""The first sentence of pay side by side: who earns more and how much more, whichever end was asked for."""

from __future__ import annotations

from typing import Callable, Sequence, Tuple

from actions.pay_subject import Subject
from careerbot.facts.queries import NATION
from careerbot.facts.schema import Pay
from careerbot.wording import capital, counted, listing

Known = Tuple[Subject, Pay]


def headline(
    order: Sequence[Known], winners: Sequence[Known], wages: Callable[[Pay], str], each: str, share: str, lowest: bool
) -> str:
    """Without its date and full stop.

    Args:
        order: what is known, the one asked for first at the head.
        winners: those that share the first place.
        wages: how a row's figure reads.
        each: of what time it is, "a year".
        share: which part of those in the job it is about ("the best-paid tenth of "), empty for all.
        lowest: whether the lowest comes first.
    """
    subjects = [subject for subject, _ in order]
    one_job = len({subject.soc for subject in subjects}) == 1
    one_place = len({subject.place.code for subject in subjects}) == 1
    figure = wages(order[0][1])
    what = "" if share else "a median of "
    job = f"{share}{subjects[0].occupation.plural}"
    if len(order) == 1:
        return capital(f"{share}{whole(subjects[0])} earned {what}**{figure} {each}**")
    first = listing([_name(subject, one_job, one_place, share) for subject, _ in winners])
    here = _in(subjects[0]) if one_place and not one_job else ""
    if len(winners) == len(order):
        same = f"{job} earn the same in {first}" if one_job else f"{first} earn the same{here}"
        return capital(f"{same}: {what}**{figure} {each}**")
    if len(order) == 2:
        more = "less" if lowest else "more"
        other, wage = _name(subjects[1], one_job, one_place, share), wages(order[1][1])
        if one_job:
            return capital(f"in {first} {job} earn {more}: {what}**{figure} {each}, against {wage}** in {other}")
        return capital(f"{first} earn {more} than {other}{here}: {what}**{figure} {each}, against {wage}**")
    most = "least" if lowest else "most"
    things = "places" if one_job else "jobs" if one_place else "pairs of job and place"
    many = f"of these {counted(len(order))} {things}"
    if one_job:
        return capital(f"{many}, {job} earn {most} in {first}: {what}**{figure} {each}**")
    return capital(f"{many}, {first} earn {most}{here}: {what}**{figure} {each}**")


def whole(subject: Subject) -> str:
    """A job and its place, as they stand in a sentence."""
    return f"{subject.occupation.plural} in {subject.place.name}"


def _in(subject: Subject) -> str:
    return "" if subject.place.code == NATION else f" in {subject.place.name}"


def _name(subject: Subject, one_job: bool, one_place: bool, share: str) -> str:
    if one_job:
        return subject.place.name
    return f"{share}{subject.occupation.plural if one_place else whole(subject)}"
