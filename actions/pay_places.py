"""Where pay is highest or lowest: over the states, over city areas, over the city areas of one state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Literal, Optional, Sequence, Tuple

from actions.base import Reply, Table
from actions.compare_places import compare_places
from actions.count_places import asks_where_most_work, where_most_work
from actions.criteria import USUAL_NUMBER, how_many, wants_lowest
from actions.dispatch import LookupAsMeant
from actions.pay import ActionSalaryMedian
from actions.pay_subject import Subject, pay_values
from actions.question import Question
from actions.ranking import Ranking, rank
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase, Place
from careerbot.facts.schema import Pay
from careerbot.wording import counted, date_words, listing, money, number, ordinal

# An area counts from this many jobs on: a handful says little. Within one state fewer are enough.
_LEAST_JOBS = 1000
_LEAST_JOBS_IN_STATE = 100

_CITIES = re.compile(r"\b(?:cit(?:y|ies)|metros?|metropolit\w+|towns?|areas?)\b")
# "is California the best paying state", "does any place pay more than Washington": about its place among all.
_AMONG_ALL = re.compile(r"\b(?:states?|than|compared?|country|nation\w*)\b")

_Paid = Tuple[Place, Pay]


@dataclass(frozen=True)
class _Scope:
    """Which places are ranked: ``state`` limits areas to one state, ``name`` is what they are called in a sentence."""

    kind: Literal["state", "area"]
    name: str
    least_jobs: int = 0
    state: Optional[str] = None


@dataclass(frozen=True)
class _Asked:
    """What the question wants to know: of which job, from which end, how many, and one place among all."""

    soc: str
    plural: str
    lowest: bool
    number: Optional[int]
    place: Optional[Place]
    others: Sequence[str]  # further jobs that were named

    @classmethod
    def of(cls, question: Question, facts: FactBase) -> _Asked:
        socs = question.names.get("occupation") or (MEDICAL_ASSISTANT,)
        named = question.first("place")
        return cls(
            socs[0],
            facts.occupation(socs[0]).plural,
            wants_lowest(question.text),
            how_many(question.text),
            facts.place(named) if named else None,
            [facts.occupation(soc).plural for soc in socs[1:]],
        )


class ActionSalaryBestPlaces(LookupAsMeant):
    """The states, or the city areas, where the median is highest or lowest; places that are named are compared."""

    def name(self) -> str:
        return "action_salary_best_places"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        if asks_where_most_work(question.text):
            return where_most_work(question, facts)
        named = question.names.get("place", ())
        compared = compare_places(question, facts)
        if compared is not None:
            return compared
        if len(named) > 1 or (question.unknown.get("place") and not named):
            return ActionSalaryMedian().answer(question, facts)
        asked = _Asked.of(question, facts)
        scope = _scope(question.text.casefold(), asked.place)
        ranking = _ranked(asked, scope, facts)
        if not ranking.order and scope.state is None:
            scope = _Scope("state", "states")
            ranking = _ranked(asked, scope, facts)
        return _reply(asked, scope, ranking) if ranking.order else _wider(asked.soc, scope, facts)


def _scope(text: str, place: Optional[Place]) -> _Scope:
    by_city = _CITIES.search(text) is not None
    if place is not None and place.kind == "state" and (by_city or not _AMONG_ALL.search(text)):
        return _Scope("area", f"city areas in {place.name}", _LEAST_JOBS_IN_STATE, place.code)
    if by_city or (place is not None and place.kind == "area"):
        return _Scope("area", "city areas", _LEAST_JOBS)
    return _Scope("state", "states")


def _ranked(asked: _Asked, scope: _Scope, facts: FactBase) -> Ranking[_Paid]:
    pairs = facts.pay_by_place(asked.soc, scope.kind, asked.lowest, None, scope.least_jobs, scope.state)
    return rank(pairs, lambda pair: pair[1].median, asked.lowest)


def _reply(asked: _Asked, scope: _Scope, ranking: Ranking[_Paid]) -> Reply:
    winners, count = ranking.winners, len(ranking.order)
    code = asked.place.code if asked.place else None
    always = [pair for pair, _ in ranking.order if pair[0].code == code]
    shown = ranking.shown(asked.number, always)
    table = _table(ranking, shown, always)
    notes = _notes(asked, scope, whole=len(shown) == count, ranked=bool(always))
    values = {
        "plural": asked.plural,
        "order": "lowest" if asked.lowest else "highest",
        "kind": f"{counted(count)} {scope.name}" if scope.state and count > 1 else scope.name,
        "first": listing([pair[0].name for pair in winners]),
        "has": "has" if len(winners) == 1 else "have",
        "median": money(winners[0][1].median or 0),
        "lines": table.lines,
        "period": date_words(winners[0][1].as_of),
        "notes": "".join(f"{note} " for note in notes),
    }
    context = {"occupation": asked.soc, "place": code, "year": None}
    return Reply("utter_salary_best_places", values, [winners[0][1]], context=context, table=table)


def _notes(asked: _Asked, scope: _Scope, whole: bool, ranked: bool) -> List[str]:
    """What is left out: the rest, small areas, a place without a figure, further jobs that were named."""
    notes = []
    if asked.number is None and not whole:
        notes.append(f"The list has the first {counted(USUAL_NUMBER)}.")
    if scope.least_jobs:
        notes.append(f"City areas with fewer than {number(scope.least_jobs)} of these jobs are left out.")
    if asked.place is not None and asked.place.code not in (scope.state, NATION) and not ranked:
        notes.append(f"{asked.place.name} is not among the places I can rank.")
    if asked.others:
        notes.append(f"Ask about {listing(asked.others)} by themselves.")
    return notes


def _table(ranking: Ranking[_Paid], shown: Sequence[_Paid], always: Sequence[_Paid]) -> Table:
    count = len(ranking.order)
    titles = [
        f"{pair[0].name} ({ordinal(ranking.place_of(pair))} of {count})" if pair in always else pair[0].name
        for pair in shown
    ]
    rows = [[title, money(pair[1].median or 0)] for title, pair in zip(titles, shown, strict=True)]
    lines = "\n".join(f"- **{title}:** {wage} a year" for title, wage in rows)
    return Table(columns=["Place", "Pay a year"], rows=rows, lines=lines)


def _wider(soc: str, scope: _Scope, facts: FactBase) -> Reply:
    """No place of this kind has a figure: the state's, or the nation's."""
    for code in (scope.state, NATION):
        row = facts.pay(soc, code) if code else None
        if code and row is not None and row.median is not None:
            wider = facts.place(code)
            values = {**pay_values(Subject(soc, facts.occupation(soc), wider, None), row), "wider": wider.name}
            values["place"] = f"single {scope.name}"
            context = {"occupation": soc, "place": scope.state, "year": None}
            return Reply("utter_salary_place_missing", values, [row], context=context)
    raise LookupError(f"no pay of {soc} at all")
