"""Growth and openings, from the projections of the Bureau of Labor Statistics."""

from __future__ import annotations

import re
from typing import Sequence

from actions.base import Lookup, Reply
from actions.count_jobs import change_of, counted_here, expected
from actions.count_places import asks_where_most_work, where_most_work
from actions.criteria import Wish
from actions.pictures import ALL_OCCUPATIONS, growth_of_jobs
from actions.question import Question
from actions.rank_roles import rank_named
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase
from careerbot.facts.schema import Projection
from careerbot.wording import capital, number, percent

_COMPARED = re.compile(r"\b(?:compar\w*|versus|vs|against|than)\b", re.IGNORECASE)
OUTLOOK_INTENTS = ("outlook_growth", "outlook_openings")


class ActionOutlookGrowth(Lookup):
    """Projected growth of an occupation against all occupations, or of several; of an older year if that is named."""

    def name(self) -> str:
        return "action_outlook_growth"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        named = _named(question)
        if len(named) > 1:
            return rank_named(named, Wish("growth"), question, facts)
        soc = question.first("occupation") or MEDICAL_ASSISTANT
        occupation = facts.occupation(soc)
        context = {"occupation": soc, "place": question.first("place"), "year": None}
        row = facts.projection(soc, question.year) or facts.projection(soc)
        if row is None:
            return Reply("utter_outlook_growth_unknown", {"plural": occupation.plural}, [occupation], context=context)
        values = {
            "only": _only_the_nation(question, facts),
            "Plural": capital(occupation.plural),
            "plural": occupation.plural,
            "growth": percent(abs(row.percent)),
            "base_year": str(row.base_year),
            "target_year": str(row.target_year),
        }
        average = facts.projection(ALL_OCCUPATIONS, row.base_year)
        if average is None or row.jobs_base is None or row.jobs_target is None:
            return Reply("utter_outlook_growth_older", values, [row], context=context)
        values["average"] = percent(average.percent)
        values["pace"] = pace(row, average)
        values["change"] = number(abs(change_of(row)))
        values["jobs"], values["target"] = number(row.jobs_base), number(row.jobs_target)
        response = "utter_outlook_growth" if row.percent >= 0 else "utter_outlook_growth_decline"
        picture = growth_of_jobs(facts, [MEDICAL_ASSISTANT, soc]) if soc != MEDICAL_ASSISTANT else None
        return Reply(response, values, [row], context=context, picture=picture)


class ActionOutlookOpenings(Lookup):
    """Jobs there are, in a place or a year if one is named, and openings expected a year."""

    def name(self) -> str:
        return "action_outlook_openings"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        if asks_where_most_work(question.text):
            return where_most_work(question, facts)
        named = _named(question)
        if len(named) > 1:
            return rank_named(named, Wish("openings"), question, facts)
        soc = question.first("occupation") or MEDICAL_ASSISTANT
        occupation = facts.occupation(soc)
        context = {"occupation": soc, "place": question.first("place"), "year": None}
        row = facts.projection(soc)
        reply = (expected(soc, question, row, facts) if row else None) or counted_here(soc, question, row, facts)
        if reply is not None:
            return reply
        if row is None or row.jobs_base is None or row.openings is None:
            return Reply("utter_outlook_growth_unknown", {"plural": occupation.plural}, [occupation], context=context)
        values = {
            "only": _only_the_nation(question, facts),
            "plural": occupation.plural,
            "jobs": number(row.jobs_base),
            "base_year": str(row.base_year),
            "openings": number(row.openings),
            "target_year": str(row.target_year),
        }
        return Reply("utter_outlook_openings", values, [row], context=context)


def _only_the_nation(question: Question, facts: FactBase) -> str:
    """What to say first if a place is named: the forecast knows none."""
    code = question.first("place") or NATION
    return f"I have no forecast for {facts.place(code).name} alone. " if code != NATION else ""


def _named(question: Question) -> Sequence[str]:
    """The jobs that are named; "how does it compare with dental assistants" is about medical assistants too."""
    named = question.names.get("occupation", ())
    if len(named) == 1 and named != (MEDICAL_ASSISTANT,) and _COMPARED.search(question.text):
        return (MEDICAL_ASSISTANT, *named)
    return named


def pace(row: Projection, average: Projection) -> str:
    """How an occupation grows beside all occupations, in words."""
    if row.percent >= 2 * average.percent:
        return "much faster than"
    if row.percent > average.percent + 1:
        return "faster than"
    return "about as fast as" if row.percent >= average.percent - 1 else "slower than"
