"""What goes on from an answer about pay and names nothing: "per month?", "and now?", "by how much?"."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from actions.completed import completed
from actions.memory import asked_before, name_of, recall, topic
from actions.names import read_names
from actions.pay_percentiles import percentile_asked
from actions.turns import Turn, Understood
from actions.wages import FULL_TIME, Measure, tells_pay
from careerbot.facts.queries import FactBase

_PARTS = ("salary_median", "salary_entry", "salary_top")
_GOES_ON = (*_PARTS, "salary_own", "salary_difference")
_NOW = re.compile(
    r"\W*(?:(?:and|ok(?:ay)?|so|but|what about|how about|what is it|what'?s it) )*(?:now|right now|rn|today|nowadays"
    r"|currently|these days|this year|at the moment)\W*",
    re.IGNORECASE,
)
_DIFFERENCE = "salary_difference"
# "How much more is that than my current salary": own pay, told now or before.
_OWN_PAY = re.compile(
    r"\bmy (?:(?:current|present|own|old|last) )?(?:pay|salary|wages?|income|job|check|paycheck)\b"
    r"|\bi(?:['’]?m| am)? (?:now |currently )?(?:make|making|earn|earning|get paid|getting)\b",
    re.IGNORECASE,
)
# These say themselves by how much.
_WITH_A_DIFFERENCE = ("salary_own", "salary_trend")


def pay_as_meant(question: Understood, before: Sequence[Turn], facts: FactBase) -> Optional[Understood]:
    """The question about pay that a message without a job goes on with; None if it stands for itself.

    "Per hour?" after starting pay in Texas asks for starting pay in Texas, and "and now?" for the newest figure of
    what was asked last. A question of pay with an amount in it asks how that compares: "do MAs make $20 an hour".
    """
    text, asked = question.get("text") or "", name_of(question)
    if asked in _PARTS and tells_pay(text):
        return {**question, "intent": {"name": "salary_own", "confidence": 1.0}}
    last = name_of(next(iter(asked_before(before)), {}))
    if topic(last) != "jobs" or asked not in (*_PARTS, _DIFFERENCE):
        return None
    read = read_names(question.get("entities") or [], facts)
    if asked == _DIFFERENCE and _OWN_PAY.search(text):
        return {**question, "intent": {"name": "salary_own", "confidence": 1.0}}
    if asked == _DIFFERENCE:
        intent = last if last in _WITH_A_DIFFERENCE and not read.known and not read.unknown else asked
        now = False
    else:
        now = _NOW.fullmatch(text) is not None
        part = Measure.of(text).unit or percentile_asked(text)
        if read.known.get("occupation") or read.unknown or not (now or part):
            return None
        goes_on = last in _GOES_ON and (now or asked == "salary_median")
        # Medians are full time, so their difference for fewer hours would say too much.
        part_time = last == _DIFFERENCE and Measure.of(text).hours != FULL_TIME
        intent = last if goes_on and not part_time else asked
    if intent == _DIFFERENCE:
        return None if asked == intent else {**question, "intent": {"name": intent, "confidence": 1.0}}
    context = {kind: names for kind, names in recall(before, intent, facts).items() if not (now and kind == "year")}
    whole = completed(intent, text, read, context, facts)[0]
    if intent == asked and read_names(whole["entities"], facts) == read:
        return None
    return whole
