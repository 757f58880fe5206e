"""Pay of several occupations or in several places side by side: the median, the start or the top, as it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Mapping, Optional, Sequence, Tuple

from actions.base import Picture, Reply, Table
from actions.pay_subject import Subject
from actions.pictures import pay_here, pay_of_jobs
from actions.ranking import Ranking, rank
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Pay
from careerbot.wording import capital, counted, date_words, listing, money

_MOST = 6

_Found = Tuple[Subject, Optional[Pay]]
_Known = Tuple[Subject, Pay]


@dataclass(frozen=True)
class _Part:
    """Which part of the wages is asked for: the figure to go by, its words, the response and the table's heading."""

    response: str
    column: str
    figure: Callable[[Pay], Optional[int]]
    words: Callable[[Pay], str]


_PARTS: Mapping[str, _Part] = {
    "salary_median": _Part(
        "utter_salary_several", "Median a year", lambda row: row.median, lambda row: money(row.median or 0)
    ),
    "salary_entry": _Part(
        "utter_salary_several_entry",
        "Lower part a year",
        lambda row: row.p25 if row.p10 else None,
        lambda row: f"{money(row.p10 or 0)} to {money(row.p25 or 0)}",
    ),
    "salary_top": _Part(
        "utter_salary_several_top", "Top tenth a year", lambda row: row.p90, lambda row: f"over {money(row.p90 or 0)}"
    ),
}


def side_by_side(intent: str, found: Sequence[_Found], facts: FactBase) -> Reply:
    """The answer; at least one row has a median, which stands in where another part of the wages is not known.

    Args:
        intent: the pay question.
        found: what was asked for, each with its row of pay.
        facts: draws the pictures' figures from.
    """
    shown, left_out = list(found[:_MOST]), len(found) - _MOST
    part, ranking = _ranked(_PARTS[intent], shown)
    order = [pair for pair, _ in ranking.order]
    name = _namer([subject for subject, _ in shown])
    when = list(dict.fromkeys(date_words(row.as_of) for _, row in order))
    notes = [f"I have no figure for {listing([_whole(subject) for subject, _ in ranking.missing])}."] * bool(
        ranking.missing
    )
    if left_out > 0:
        notes.append(f"I left out {counted(left_out)} more: {counted(_MOST)} is the most I show at once.")
    table = _table(order, part, name, dated=len(when) > 1)
    values = {
        "first": listing([_whole(subject) for subject, _ in ranking.winners]),
        "value": part.words(order[0][1]),
        "lines": table.lines,
        "period": listing([date_words(order[0][1].as_of)]),
        "notes": "".join(f"{note} " for note in notes),
    }
    values["First"] = capital(values["first"])
    return Reply(
        part.response,
        values,
        [row for _, row in order],
        context=_context(intent, order, [subject for subject, _ in found]),
        table=table,
        picture=_picture([subject for subject, _ in order], facts),
    )


def _ranked(part: _Part, shown: Sequence[_Found]) -> Tuple[_Part, Ranking[_Known]]:
    """By the part of the wages that is asked for; by the median if not a single row has that part."""
    ranking = rank(shown, lambda pair: part.figure(pair[1]) if pair[1] and pair[1].median else None)
    if not ranking.order:
        return _ranked(_PARTS["salary_median"], shown)
    return part, ranking  # type: ignore[return-value]


def _namer(subjects: Sequence[Subject]) -> Callable[[Subject], str]:
    """What a row is called: by its place or its job where only that differs."""
    if len({subject.soc for subject in subjects}) == 1:
        return lambda subject: capital(subject.place.name)
    if len({subject.place.code for subject in subjects}) == 1:
        return lambda subject: capital(subject.occupation.plural)
    return lambda subject: capital(_whole(subject))


def _whole(subject: Subject) -> str:
    return f"{subject.occupation.plural} in {subject.place.name}"


def _table(order: Sequence[_Known], part: _Part, name: Callable[[Subject], str], dated: bool) -> Table:
    rows = [
        [name(subject), part.words(row) + (f" ({date_words(row.as_of)})" if dated else "")] for subject, row in order
    ]
    lines = "\n".join(f"- **{title}:** {wages}" for title, wages in rows)
    return Table(columns=["", part.column], rows=rows, lines=lines)


def _picture(subjects: Sequence[Subject], facts: FactBase) -> Optional[Picture]:
    """Of jobs in one place, or of places for one job; both at once would be too much for a picture."""
    socs, places = _each(subjects)
    if len(places) == 1:
        return pay_of_jobs(facts, socs, places[0], subjects[0].year)
    return pay_here(facts, socs[0], places, subjects[0].year) if len(socs) == 1 else None


def _context(
    intent: str, order: Sequence[_Known], asked: Sequence[Subject]
) -> Mapping[str, str | Sequence[str] | None]:
    socs, _ = _each(asked)
    context = {"last_lookup": intent, **order[0][0].context}
    return {**context, "compared": socs} if len(socs) > 1 else context


def _each(subjects: Sequence[Subject]) -> Tuple[List[str], List[str]]:
    """The different occupations and the different places."""
    return (
        list(dict.fromkeys(subject.soc for subject in subjects)),
        list(dict.fromkeys(subject.place.code for subject in subjects)),
    )
