"""Pay by percentile: "the bottom 10%", "75th percentile", "the top quarter"."""

from __future__ import annotations

import re
from typing import Mapping, Optional, Tuple

from actions.base import Reply
from actions.pay_subject import Subject, pay_values
from actions.wages import Measure
from careerbot.facts.schema import Pay

_SHARE = r"(\d{1,2}|ten|tenth|quarter|twenty[- ]five|third|half)(?:th|st|nd|rd)?"
_PERCENTILE = re.compile(rf"\b(?:{_SHARE}[ -]?(?:percentiles?|%[ -]?iles?|pctl?|pct)|p(10|25|75|90))(?!\w)")
_END = re.compile(
    rf"\b(bottom|lowest|worst|poorest|top|highest|best|upper|lower)(?:[- ]?(?:paid|earning))? {_SHARE}"
    r"(?: ?%| ?percent\b| of\b)?"
)
_IN_PERCENT = re.compile(r"%|percent|tenth|quarter|third|half")
_WORDS: Mapping[str, float] = {"ten": 10, "tenth": 10, "quarter": 25, "twenty five": 25, "third": 33, "half": 50}
_LOWER = ("bottom", "lowest", "worst", "poorest", "lower")

# Who is below or above each percentile that is published.
_KNOWN: Mapping[int, Tuple[str, str, str]] = {
    10: ("p10", "The lowest-paid tenth", "less"),
    25: ("p25", "The lowest-paid quarter", "less"),
    75: ("p75", "The best-paid quarter", "more"),
    90: ("p90", "The best-paid tenth", "more"),
}


def percentile_asked(text: str) -> Optional[int]:
    """The percentile that a message asks for; None for the median too."""
    said = text.casefold()
    match = _PERCENTILE.search(said)
    if match is not None:
        asked = _count(match[1] or match[2])
    else:
        match = _END.search(said)
        if match is None or not _IN_PERCENT.search(match.group()):
            return None
        share = _count(match[2])
        asked = share if match[1] in _LOWER else 100 - share
    return None if asked == 50 else round(asked)


def percentile_reply(percentile: int, subject: Subject, row: Pay, measure: Measure) -> Reply:
    """The answer from a row that has all percentiles; all of them for one that is not published."""
    values = pay_values(subject, row)
    if percentile not in _KNOWN:
        return Reply("utter_salary_percentile_unknown", values, [row], context=subject.context)
    column, who, side = _KNOWN[percentile]
    values.update(who=who, side=side, value=measure.words(getattr(row, column)))
    return Reply("utter_salary_percentile", values, [row], context=subject.context)


def _count(words: str) -> float:
    return float(words) if words.isdigit() else _WORDS[words.replace("-", " ")]
