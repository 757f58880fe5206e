"""Pay of several occupations or in several places side by side: the median, the start or the top, as it was asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, List, Mapping, Optional, Sequence, Tuple

from actions.base import Picture, Reply, Table
from actions.memory import COMPARED
from actions.pay_headline import headline, whole
from actions.pay_parts import PARTS, Part
from actions.pay_subject import Subject
from actions.pictures import pay_here, pay_of_jobs
from actions.ranking import Ranking, rank
from actions.wages import Measure, difference
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Pay
from careerbot.wording import capital, counted, date_words, listing

_MOST = 6

_Found = Tuple[Subject, Optional[Pay]]
_Known = Tuple[Subject, Pay]


def side_by_side(
    intent: str, found: Sequence[_Found], measure: Measure, facts: FactBase, lowest: bool = False, lead: str = ""
) -> Reply:
    """The answer; at least one row has a median, which stands in where another part of the wages is not known.

    Args:
        intent: the pay question.
        found: what was asked for, each with its row of pay.
        measure: the unit that is asked.
        facts: draws the pictures' figures from.
        lowest: whether the lowest was asked for, and comes first.
        lead: what must be said before the figures.
    """
    found, wider = _comparable(found, facts)
    shown, left_out = list(found[:_MOST]), len(found) - _MOST
    part, ranking = _ranked(PARTS[intent], shown, lowest)
    order = [pair for pair, _ in ranking.order]
    table = _table(order, part, measure, [subject for subject, _ in shown])
    first = listing([whole(subject) for subject, _ in ranking.winners])
    values = {
        "lead": f"{lead} " if lead else "",
        "headline": headline(
            order, ranking.winners, lambda row: part.words(row, measure), measure.each, part.share, lowest
        ),
        "first": first,
        "order": "lowest" if lowest else "highest",
        "value": f"{part.words(order[0][1], measure)} {measure.each}",
        "lines": table.lines,
        "period": date_words(order[0][1].as_of),
        "notes": "".join(f"{note} " for note in (*wider, *_notes(ranking, part, measure, left_out))),
    }
    return Reply(
        part.several,
        values,
        [row for _, row in order],
        context=_context(order, [subject for subject, _ in found]),
        table=table,
        picture=_picture([subject for subject, _ in order], facts),
    )


def _comparable(found: Sequence[_Found], facts: FactBase) -> Tuple[Sequence[_Found], List[str]]:
    """Jobs in a city area of which only some have a figure there stand in its state instead, all of them."""
    socs, places = _each([subject for subject, _ in found])
    place = facts.place(places[0])
    known = [row is not None and row.median is not None for _, row in found]
    if len(places) > 1 or len(socs) < 2 or all(known) or place.kind != "area" or place.state is None:
        return found, []
    state = facts.place(place.state)
    wider = [replace(subject, place=state) for subject, _ in found]
    rows = [facts.pay(subject.soc, state.code, subject.year) for subject in wider]
    if sum(row is not None and row.median is not None for row in rows) < 2:
        return found, []
    without = [subject.occupation.plural for (subject, _), has in zip(found, known, strict=True) if not has]
    note = f"I have no figure for {listing(without)} in {place.name}, so these are for all of {state.name}."
    return list(zip(wider, rows, strict=True)), [note]


def _notes(ranking: Ranking[_Known], part: Part, measure: Measure, left_out: int) -> List[str]:
    """By how much two medians differ, how another unit was worked out, and what the answer leaves out."""
    notes = []
    medians = sorted(row.median or 0 for (_, row), _ in ranking.order)
    if len(medians) == 2 and part == PARTS["salary_median"] and medians[0] != medians[1]:
        notes.append(f"The difference is {difference(medians[1] - medians[0], measure)}.")
    if measure.unit is not None:
        notes.append(f"Counted as {measure.how}.")
    without = [whole(subject) for subject, _ in ranking.missing]
    notes += [f"I have no figure for {listing(without)}."] if without else []
    if left_out > 0:
        notes.append(f"I left out {counted(left_out)} more: {counted(_MOST)} is the most I show at once.")
    return notes


def _ranked(part: Part, shown: Sequence[_Found], lowest: bool) -> Tuple[Part, Ranking[_Known]]:
    """By the part of the wages that is asked for; by the median if not a single row has that part."""
    ranking = rank(shown, lambda pair: part.figure(pair[1]) if pair[1] and pair[1].median else None, lowest)
    if not ranking.order:
        return _ranked(PARTS["salary_median"], shown, lowest)
    return part, ranking  # type: ignore[return-value]


def _namer(subjects: Sequence[Subject]) -> Tuple[str, Callable[[Subject], str]]:
    """What the rows are and what each is called: by its place or its job where only that differs."""
    if len({subject.soc for subject in subjects}) == 1:
        return "Place", lambda subject: capital(subject.place.name)
    if len({subject.place.code for subject in subjects}) == 1:
        return "Job", lambda subject: capital(subject.occupation.plural)
    return "Job and place", lambda subject: capital(whole(subject))


def _table(order: Sequence[_Known], part: Part, measure: Measure, subjects: Sequence[Subject]) -> Table:
    several = len({row.as_of for _, row in order}) > 1
    heading, name = _namer(subjects)
    rows = [
        [name(subject), part.words(row, measure) + (f" ({date_words(row.as_of)})" if several else "")]
        for subject, row in order
    ]
    lines = "\n".join(f"- **{title}:** {wages}" for title, wages in rows)
    return Table(columns=[heading, f"{part.column} {measure.each}"], rows=rows, lines=lines)


def _picture(subjects: Sequence[Subject], facts: FactBase) -> Optional[Picture]:
    """Of jobs in one place, or of places for one job; both at once would be too much for a picture."""
    socs, places = _each(subjects)
    if len(places) == 1:
        return pay_of_jobs(facts, socs, places[0], subjects[0].year)
    return pay_here(facts, socs[0], places, subjects[0].year) if len(socs) == 1 else None


def _context(order: Sequence[_Known], asked: Sequence[Subject]) -> Mapping[str, str | Sequence[str] | None]:
    socs, places = _each(asked)
    context = order[0][0].context
    return {**context, COMPARED: socs if len(socs) > 1 else places}


def _each(subjects: Sequence[Subject]) -> Tuple[List[str], List[str]]:
    """The different occupations and the different places."""
    return (
        list(dict.fromkeys(subject.soc for subject in subjects)),
        list(dict.fromkeys(subject.place.code for subject in subjects)),
    )
