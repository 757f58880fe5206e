"""What somebody else says that medical assistants get ("they told me 70k, true?"), set beside what they do get."""

from __future__ import annotations

import re
from typing import Optional

from actions.wages import Wage, wages_in
from careerbot.facts.schema import Pay
from careerbot.wording import capital, money

# In the words before an amount: somebody says it, or it is asked whether one can get it.
_SAID = re.compile(
    r"\b(?:says?|said|sayin|saying|tells?|told|telling|claims?|claimed|heard|hear|read|saw|seen|promis\w+|supposedly|apparently"
    r"|thinks?|thought|swears?|true|tru|tiktok\w*|youtube|reddit|facebook|insta\w*|google\w*|websites?|sites?|articles?|ads?"
    r"|indeed|zip ?recruiter|glassdoor|chatgpt)\b"
    r"|\b(?:would|will|can|could|do|does) (?:i|you|u|ya|they|mas?|medical assistants?|people|we)"
    r"(?: (?:really|rly|rlly|actually|even|ever|all|just|only|still))* (?:make|get|earn|start|pull|clear)\b"
)
# In the words behind it: whether that is so.
_TRUE = re.compile(r"\b(?:true|tru|real|really|realistic|legit|cap|possible|correct|for real|fr)\b")
# The person's own pay: "i make", "my pay is", "they offered me"; not "i heard", "they told me".
_OWN = re.compile(r"\b(?:i|im|ive|id|my|me|we|us|currently)\b")
_HEARD = re.compile(
    r"\b(?:told|tells|telling|promised?|shows?|showed) (?:me|us)\b|\bi was told\b"
    r"|\bi(?:ve)?(?: been)?(?: just| only)? (?:heard|hear|read|saw|seen|thought|told)\b"
    r"|\bmy (?:\w+ ){1,3}(?=says?|said|told|tells|claims?|thinks?|swears?|thought)"
    r"|\b(?:would|will|can|could|do) (?:i|we)\b|\bid (?=make|get|earn|start)"
)
_NEAR, _WITHIN = 10, 20  # words
_THAN = re.compile(r"\bthan\b")


def claimed(text: str) -> Optional[Wage]:
    """The wage that somebody is said to get, or that it is asked whether one can get; none that is the person's own.

    "Would it be more than 19 an hour" compares and claims nothing.
    """
    for wage, before, behind in wages_in(text):
        near = " ".join(before.split()[-_NEAR:])
        said = _SAID.search(" ".join(before.split()[-_WITHIN:])) is not None
        true = _TRUE.search(" ".join(behind.split()[:_NEAR])) is not None
        if (said or true) and not _OWN.search(_HEARD.sub(" ", near)) and not _THAN.search(near):
            return wage
    return None


def in_words(wage: Wage, row: Pay) -> str:
    """Where a claimed wage lies among those that are paid, as a sentence; empty where the ends are not known."""
    if not (row.p10 and row.p25 and row.p75 and row.p90):
        return ""
    a_year, said = wage.full_time, capital(wage.words)
    full = "" if wage.unit == "year" else f" (about {money(a_year)} a year, full time)"
    if a_year > row.p90:
        return f"{said}{full} would be unusual: only the best-paid tenth earn more than {money(row.p90)} a year. "
    if a_year > row.p75:
        return f"{said}{full} is possible, but on the high side: a quarter earn more than {money(row.p75)} a year. "
    if a_year >= row.p25:
        return f"{said}{full} is a usual figure: half earn between {money(row.p25)} and {money(row.p75)} a year. "
    if a_year >= row.p10:
        return f"{said}{full} is on the low side: three in four earn more than {money(row.p25)} a year. "
    return f"{said}{full} would be unusual: only the lowest-paid tenth earn less than {money(row.p10)} a year. "
