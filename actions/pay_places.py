"""Where pay is highest or lowest: over the states, over city areas, over the city areas of one state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Literal, Optional, Sequence, Tuple

from actions.base import Lookup, Reply, Table
from actions.criteria import how_many, wants_lowest
from actions.pay import ActionSalaryMedian, Subject, pay_values
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


class ActionSalaryBestPlaces(Lookup):
    """The states, or the city areas, where the median is highest or lowest; places that are named are compared."""

    def name(self) -> str:
        return "action_salary_best_places"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        named = question.names.get("place", ())
        if len(named) > 1 or (question.unknown.get("place") and not named):
            return ActionSalaryMedian().answer(question, facts)
        soc = question.first("occupation") or MEDICAL_ASSISTANT
        place = facts.place(named[0]) if named else None
        scope = _scope(question.text.casefold(), place)
        ranking = _ranked(soc, scope, question, facts)
        if not ranking.order and scope.state is None:
            scope = _Scope("state", "states")
            ranking = _ranked(soc, scope, question, facts)
        if not ranking.order:
            return _wider(soc, scope, facts)
        return _reply(soc, scope, ranking, place, question, facts)


def _scope(text: str, place: Optional[Place]) -> _Scope:
    by_city = _CITIES.search(text) is not None
    if place is not None and place.kind == "state" and (by_city or not _AMONG_ALL.search(text)):
        return _Scope("area", f"city areas in {place.name}", _LEAST_JOBS_IN_STATE, place.code)
    if by_city or (place is not None and place.kind == "area"):
        return _Scope("area", "city areas", _LEAST_JOBS)
    return _Scope("state", "states")


def _ranked(soc: str, scope: _Scope, question: Question, facts: FactBase) -> Ranking[_Paid]:
    lowest = wants_lowest(question.text)
    pairs = facts.pay_by_place(soc, scope.kind, lowest, None, scope.least_jobs, scope.state)
    return rank(pairs, lambda pair: pair[1].median, lowest)


def _reply(
    soc: str, scope: _Scope, ranking: Ranking[_Paid], place: Optional[Place], question: Question, facts: FactBase
) -> Reply:
    winners = ranking.winners
    always = [pair for pair, _ in ranking.order if place is not None and pair[0].code == place.code]
    shown = ranking.shown(how_many(question.text), always)
    table = _table(ranking, shown, always)
    values = {
        "plural": facts.occupation(soc).plural,
        "order": "lowest" if wants_lowest(question.text) else "highest",
        "kind": f"{counted(len(ranking.order))} {scope.name}" if scope.state else scope.name,
        "first": listing([pair[0].name for pair in winners]),
        "has": "has" if len(winners) == 1 else "have",
        "median": money(winners[0][1].median or 0),
        "lines": table.lines,
        "period": date_words(winners[0][1].as_of),
        "notes": "".join(f"{note} " for note in _notes(soc, scope, place, always, question, facts)),
    }
    context = {
        "last_lookup": "salary_median",
        "occupation": soc,
        "place": place.code if place else None,
        "year": None,
    }
    return Reply("utter_salary_best_places", values, [winners[0][1]], context=context, table=table)


def _notes(
    soc: str, scope: _Scope, place: Optional[Place], always: Sequence[_Paid], question: Question, facts: FactBase
) -> List[str]:
    """What is left out: small areas, a place without a figure, further jobs that were named."""
    notes = []
    if scope.least_jobs:
        notes.append(f"City areas with fewer than {number(scope.least_jobs)} of these jobs are left out.")
    if place is not None and place.code not in (scope.state, NATION) and not always:
        notes.append(f"{place.name} is not among the places I can rank.")
    others = [facts.occupation(other).plural for other in question.names.get("occupation", ()) if other != soc]
    if others:
        notes.append(f"Ask about {listing(others)} by themselves.")
    return notes


def _table(ranking: Ranking[_Paid], shown: Sequence[_Paid], always: Sequence[_Paid]) -> Table:
    order = [pair for pair, _ in ranking.order]

    def title(pair: _Paid) -> str:
        said = f"{ordinal(ranking.place_of(pair))} of {len(order)}"
        return f"{pair[0].name} ({said})" if pair in always else pair[0].name

    rows = [[title(pair), money(pair[1].median or 0)] for pair in shown]
    lines = "\n".join(f"- **{name}:** {wage} a year" for name, wage in rows)
    return Table(columns=["Place", "Pay a year"], rows=rows, lines=lines)


def _wider(soc: str, scope: _Scope, facts: FactBase) -> Reply:
    """No place of this kind has a figure: the state's, or the nation's."""
    for code in (scope.state, NATION):
        row = facts.pay(soc, code) if code else None
        if code and row is not None and row.median is not None:
            wider = facts.place(code)
            values = {**pay_values(Subject(soc, facts.occupation(soc), wider, None), row), "wider": wider.name}
            values["place"] = f"single {scope.name}"
            context = {"last_lookup": "salary_median", "occupation": soc, "place": scope.state, "year": None}
            return Reply("utter_salary_place_missing", values, [row], context=context)
    raise LookupError(f"no pay of {soc} at all")
