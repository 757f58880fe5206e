"""Where most of a job's workers are: the states, or the city areas, by the number of jobs."""

from __future__ import annotations

import re
from typing import Literal

from actions.base import Reply, Table
from actions.criteria import USUAL_NUMBER, how_many
from actions.question import Question
from actions.ranking import rank
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.wording import counted, date_words, listing, number, ordinal

_MOST = r"(?:most|fewest|least|largest number of|highest number of|biggest number of|more|less)"
_WORKERS = (
    r"(?:medical assistants?|m\.?a\.?'?s?|assistants|jobs?|workers|positions|openings|people|techs|technicians|nurses"
    r"|aides|phlebotomists|cnas?|rns?|lpns?|hygienists|therapists|secretaries|employees|paramedics|emts?)"
)
_PLACES = re.compile(r"\b(?:states?|cit(?:y|ies)|metros?|where|places?|areas?|towns?)\b")
_COUNT = re.compile(
    rf"\b{_MOST} (?:(?!pa(?:id|y)|money|earn|best|expensive|rules)\w+ ){{0,2}}?{_WORKERS}\b"
    rf"|\b(?:hires?|employs?|has|have|with|got) (?:the )?(?:most|fewest)\b(?! (?:money|pay|expensive|rules))"
)
_PAY = re.compile(r"\b(?:pay\w*|paid|earn\w*|make|salar\w*|wages?|money)\b")
_CITIES = re.compile(r"\b(?:cit(?:y|ies)|metros?|metro areas?|towns?)\b")
_FEWEST = re.compile(r"\b(?:fewest|least|less)\b")


def asks_where_most_work(text: str) -> bool:
    """Whether a message asks which place has the most (or the fewest) of a job's workers, and not what it pays."""
    said = text.casefold()
    return _PLACES.search(said) is not None and _COUNT.search(said) is not None and _PAY.search(said) is None


def where_most_work(question: Question, facts: FactBase) -> Reply:
    """The places with the most workers of a job; one that is named is shown with its rank."""
    text = question.text.casefold()
    soc = question.first("occupation") or MEDICAL_ASSISTANT
    kind: Literal["state", "area"] = "area" if _CITIES.search(text) else "state"
    fewest = _FEWEST.search(text) is not None
    ranking = rank(facts.pay_by_place(soc, kind, False, None), lambda pair: pair[1].employment, fewest)
    named = question.names.get("place", ())
    always = [pair for pair, _ in ranking.order if pair[0].code in named]
    shown = ranking.shown(how_many(question.text) or USUAL_NUMBER, always)
    rows = [
        [
            f"{place.name} ({ordinal(ranking.place_of((place, row)))} of {counted(len(ranking.order))})"
            if (place, row) in always
            else place.name,
            number(row.employment or 0),
        ]
        for place, row in shown
    ]
    table = Table(
        columns=["Place", "Jobs"], rows=rows, lines="\n".join(f"- **{title}:** {jobs}" for title, jobs in rows)
    )
    winners = ranking.winners
    values = {
        "kind": "states" if kind == "state" else "city areas",
        "first": listing([place.name for place, _ in winners]),
        "has": "has" if len(winners) == 1 else "have",
        "order": "fewest" if fewest else "most",
        "plural": facts.occupation(soc).plural,
        "jobs": number(winners[0][1].employment or 0),
        "period": date_words(winners[0][1].as_of),
        "lines": table.lines,
    }
    context = {"occupation": soc, "place": question.first("place"), "year": None}
    return Reply("utter_outlook_most_jobs", values, [winners[0][1]], context=context, table=table)
