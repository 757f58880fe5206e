"""How many work in a job: in a place, in a year, and by the end of the forecast."""

from __future__ import annotations

import re
from typing import List, Optional

from actions.base import Reply
from actions.question import Question
from careerbot.facts.queries import NATION, FactBase
from careerbot.facts.schema import Pay, Projection
from careerbot.wording import date_words, listing, number, percent

_EXPECTED = re.compile(
    r"\bnew jobs?\b|\bjobs? (?:\w+ ){0,2}(?:added|created|gained|lost)\b|\b(?:add|adding|create|creating|gain|lose) "
    r"|\bwill (?:there )?be\b|\b(?:by|until|through|in) 20[3-9]\d\b|\bmore jobs\b|\bextra jobs\b|\bfuture\b"
)


def counted_here(soc: str, question: Question, forecast: Optional[Projection], facts: FactBase) -> Optional[Reply]:
    """The answer for the places or the past year that are named; None if neither is, or if nothing is known there."""
    places = [code for code in question.names.get("place", ()) if code != NATION]
    years = [row.year for row in facts.pay_years(soc) if row.employment]
    year = question.year if question.year in years else None
    if not places and year is None:
        return None
    found = [(facts.place(code), _counted(soc, code, year, facts)) for code in places or [NATION]]
    known = [(place, row) for place, row in found if row is not None]
    if not known:
        return None
    plural = facts.occupation(soc).plural
    several = len({row.as_of for _, row in known}) > 1
    jobs = [
        f"**{number(row.employment or 0)} {plural} in {place.name}**"
        + (f" ({date_words(row.as_of)})" if several else "")
        for place, row in known
    ]
    values = {
        "jobs": listing(jobs),
        "period": date_words(known[0][1].as_of),
        "notes": " ".join(_notes(soc, places, year, known[0][1], forecast, facts)),
    }
    missing = [place.name for place, row in found if row is None]
    if missing:
        values["notes"] = f"I have no count for {listing(missing)}. {values['notes']}"
    context = {
        "occupation": soc,
        "place": question.first("place"),
        "year": str(year) if year and not places else None,
    }
    return Reply("utter_outlook_jobs_place", values, [row for _, row in known], context=context)


def expected(soc: str, question: Question, forecast: Projection, facts: FactBase) -> Optional[Reply]:
    """The number of jobs at the end of the forecast, if the message asks for what is to come."""
    ahead = question.year is not None and question.year > forecast.base_year
    asked = ahead or _EXPECTED.search(question.text.casefold()) is not None
    if not asked or forecast.jobs_base is None or forecast.jobs_target is None:
        return None
    change = change_of(forecast)
    code = question.first("place") or NATION
    notes: List[str] = []
    if code != NATION:
        notes.append(f"I have no forecast for {facts.place(code).name} alone.")
    if ahead and question.year != forecast.target_year:
        notes.append(f"I have no forecast for {question.year} alone.")
    values = {
        "only": "".join(f"{note} " for note in notes),
        "plural": facts.occupation(soc).plural,
        "target": number(forecast.jobs_target),
        "target_year": str(forecast.target_year),
        "change": f"{number(abs(change))} {'more' if change >= 0 else 'fewer'}",
        "percent": percent(abs(forecast.percent)),
        "jobs": number(forecast.jobs_base),
        "base_year": str(forecast.base_year),
        "openings": f" Besides, about {number(forecast.openings)} openings come up each year, most of them because "
        "people leave."
        if forecast.openings
        else "",
    }
    context = {"occupation": soc, "place": question.first("place"), "year": None}
    return Reply("utter_outlook_jobs_expected", values, [forecast], context=context)


def change_of(row: Projection) -> int:
    """The publisher's own change; the difference of the two rounded totals only where it gives none."""
    return row.change if row.change is not None else (row.jobs_target or 0) - (row.jobs_base or 0)


def _counted(soc: str, code: str, year: Optional[int], facts: FactBase) -> Optional[Pay]:
    rows = [facts.pay(soc, code, year), facts.pay(soc, code)] if year else [facts.pay(soc, code)]
    return next((row for row in rows if row is not None and row.employment), None)


def _notes(
    soc: str, places: List[str], year: Optional[int], row: Pay, forecast: Optional[Projection], facts: FactBase
) -> List[str]:
    """That an older year is not known there, what it is now, what is expected."""
    if year is not None and row.year != year:
        return [f"I have no count for {year} there."]
    if year is not None:
        newest = facts.pay(soc)
        if newest is None or newest.year == year or not newest.employment:
            return []
        return [f"In {date_words(newest.as_of)} there were about {number(newest.employment)}."]
    names = listing([facts.place(code).name for code in places], "or")
    if forecast is None or not forecast.openings:
        return [f"I have no forecast for {names} alone."]
    return [
        f"I have no forecast for {names} alone; in the whole country about {number(forecast.openings)} openings a year "
        f"are expected until {forecast.target_year}."
    ]
