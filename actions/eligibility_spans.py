"""Numbers and dates of "Am I eligible?": as people type them, as a slot keeps them, as buttons offer them.

A slot keeps a span as a list of its two ends, dates as ISO text; the second end of a number may be None for "or more".
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from math import inf
from typing import Any, Dict, List, Optional, Sequence, Tuple

from dateutil.relativedelta import relativedelta

from actions.form_amounts import Amount, amounts, hours, plain_date, when
from careerbot.facts.person import Span
from careerbot.wording import capital, months, number

Kept = List[Any]
"""A span in a slot."""

SERVED: Kept = [(date.min + timedelta(days=1)).isoformat(), date.max.isoformat()]
"""Military medical training that ended nobody said when."""

_DAY = timedelta(days=1)
# Issuers count a year of full-time work with 36 hours a week or with 40.
_FULL_TIME_WEEK = (36, 40)
_WEEKS_A_YEAR = 52
_FAR = 1000  # nobody means a date that is so many years away
_ISO = r"(\d{4}-\d{2}-\d{2})"
_PAST = re.compile(r"^(ago|back|earlier)\b")
_SO_FAR = re.compile(r"\b(last|past|previous|recent)$")
_AHEAD = re.compile(r"^(from now|left|to go|more|away)\b")
# "3 years ago" may be half a year more or less, "3 months ago" half a month, "3 weeks ago" half a week.
_ROUNDED = {"year": timedelta(days=182), "month": timedelta(days=15), "week": timedelta(days=3), "day": timedelta(0)}


def keep_number(between: Tuple[float, float]) -> Kept:
    """A number that was told, as a slot keeps it: (36.0, inf) -> [36, None]."""
    low, high = between
    return [int(low), None if high == inf else int(high)]


def full_time(text: str) -> Optional[Kept]:
    """Hours of work as months of full time: "700 hours" -> [4, 4]. None if they are not told, or told a week."""
    told = hours(text)
    if told is None or told == (0.0, 0.0):
        return None
    least, most = (12 / (week * _WEEKS_A_YEAR) for week in reversed(_FULL_TIME_WEEK))
    return keep_number((told[0] * least, told[1] * most))


def number_span(kept: Kept, most: int = 10**6) -> Span[int]:
    """What a slot keeps of a number."""
    return Span(kept[0], most if kept[1] is None else kept[1])


def date_span(kept: Kept) -> Span[date]:
    """What a slot keeps of a date."""
    return Span(*(date.fromisoformat(end) for end in kept))


def keep_date(low: date, high: date) -> Kept:
    """A date that was told, as a slot keeps it."""
    return [low.isoformat(), high.isoformat()]


def read_date(text: str, today: date) -> Optional[Kept]:
    """The span of a date that a message tells: "May 2024", "2 years ago", "more than 5 years ago", "in 3 weeks".

    None if it tells none, or several.
    """
    said = plain_date(text)
    button = _read_button(said)
    if button is not None:
        return button
    found = [span for span in (_relative(amount, today) for amount in amounts(said)) if span]
    if len(found) == 1:
        return keep_date(*found[0])
    day = when(text, today)
    return _of_calendar(day) if day and not found else None


def steps_of_number(spans: Sequence[Span[int]], unit: str, most: int) -> List[Dict[str, str]]:
    """Buttons for a number of months or hours, at most so many; the last one stands for all above."""
    shown = list(spans)
    if len(shown) > most:
        shown = [*shown[: most - 1], Span(shown[most - 1].low, shown[most - 1].low)]
    top = spans[-1].high
    buttons = []
    for place, span in enumerate(shown):
        last = place == len(shown) - 1
        says = f"{span.low} {unit} or more" if span.high == top else f"{span.low} to {span.high} {unit}"
        says = f"{span.low} {unit}" if span.low == span.high else says
        title = _months_title(span, last) if unit == "months" else _hours_title(span, last)
        buttons.append({"title": title, "payload": says})
    return buttons


def steps_of_past(spans: Sequence[Span[date]], today: date) -> List[Dict[str, str]]:
    """Buttons for a date behind us, the newest first."""
    lows = [_months_ago(span.low, today) for span in spans[1:]]  # in months, the longest ago first
    titles = [f"Over {months(lows[0])} ago"]
    titles += [f"{_from_to(near, far)} ago" for far, near in pairwise(lows)]
    titles.append(f"In the last {months(lows[-1]).removeprefix('1 ')}")
    says = [f"before {spans[1].low}"]
    says += [f"between {span.low} and {span.high}" for span in spans[1:-1]]
    says.append(f"since {spans[-1].low}")
    return [{"title": title, "payload": say} for title, say in zip(titles[::-1], says[::-1], strict=True)]


def steps_of_future(spans: Sequence[Span[date]], today: date) -> List[Dict[str, str]]:
    """Buttons for a date ahead of us, the nearest first."""
    soon, *later = spans
    days = (soon.high - today).days
    buttons = [{"title": f"Within {days} days", "payload": f"between {today + _DAY} and {soon.high}"}]
    return [*buttons, *({"title": "Later", "payload": f"since {span.low}"} for span in later[-1:])]


def number_words(kept: Kept, unit: str) -> str:
    """A number that was told, said back: [36, 36] months -> "3 years", [720, None] hours -> "720 hours or more"."""
    low, high = kept
    words = months if unit == "months" else lambda count: f"{number(count)} hours"
    if high is None:
        return f"{words(low)} or more"
    if low == high:
        return words(low)
    return _from_to(low, high) if unit == "months" else f"{number(low)} to {number(high)} hours"


def has_passed(kept: Kept, today: date) -> bool:
    """Whether a date that was told is surely behind us."""
    return date_span(kept).high <= today


def date_words(kept: Kept) -> str:
    """A date that was told, said back: "in May 2024", "between May 2021 and May 2022", "before June 2021"."""
    low, high = date_span(kept).low, date_span(kept).high
    if low == date.min:
        return f"before {high + relativedelta(day=1, months=1):%B %Y}"
    if high == date.max:
        return f"in {low:%B %Y} or later"
    first, last = f"{low:%B %Y}", f"{high:%B %Y}"
    return f"in {first}" if first == last else f"between {first} and {last}"


def _read_button(said: str) -> Optional[Kept]:
    if tapped := re.fullmatch(rf"before {_ISO}", said):
        return keep_date(date.min, date.fromisoformat(tapped[1]) - _DAY)
    if tapped := re.fullmatch(rf"since {_ISO}", said):
        return [tapped[1], date.max.isoformat()]
    if tapped := re.fullmatch(rf"between {_ISO} and {_ISO}", said):
        return [tapped[1], tapped[2]]
    return None


def _relative(amount: Amount, today: date) -> Optional[Tuple[date, date]]:
    """ "2 years ago", "less than a year ago", "in the last 3 years", "in 2 weeks"."""
    if amount.unit not in _ROUNDED:
        return None
    low, high = amount.between
    within = _SO_FAR.search(amount.before) is not None
    if within:
        low = 0.0
    if within or _PAST.search(amount.behind):
        if high == inf:
            return date.min, _moved(today, -low, amount.unit) - _DAY
        near, far = _moved(today, -low, amount.unit), _moved(today, -high, amount.unit)
        rounded = _ROUNDED[amount.unit] if low == high else timedelta(0)
        return far - rounded, min(near + rounded, today)
    if amount.before.endswith("in") or _AHEAD.search(amount.behind):
        near = _moved(today, low, amount.unit)
        return max(near, today + _DAY), date.max if high == inf else _moved(today, high, amount.unit)
    return None


def _moved(day: date, count: float, unit: str) -> date:
    """A date so many units later or, below zero, earlier."""
    count = max(-_FAR, min(count, _FAR))
    if count == int(count):
        moved: date = day + relativedelta(**{f"{unit}s": int(count)})
        return moved
    return day + timedelta(days=int(count * {"year": 365, "month": 30, "week": 7, "day": 1}[unit]))


def _of_calendar(day: str) -> Kept:
    """A year or a month as its first and last day."""
    if len(day) == len("2024"):
        return [f"{day}-01-01", f"{day}-12-31"]
    year, month = map(int, day.split("-"))
    return [f"{day}-01", f"{day}-{monthrange(year, month)[1]}"]


def _months_title(span: Span[int], last: bool) -> str:
    if span.low == 0:
        return "None" if span.high == 0 else f"None, or under {months(span.high + 1)}"
    if span.low == 1 and not last:
        return f"Under {months(span.high + 1)}"
    return f"{months(span.low)} or more" if last else capital(_from_to(span.low, span.high + 1))


def _hours_title(span: Span[int], last: bool) -> str:
    if span.low == 0:
        return f"Under {number(span.high + 1)}"
    return f"{number(span.low)} or more" if last else f"{number(span.low)} to {number(span.high)}"


def _from_to(low: int, high: int) -> str:
    """12 and 24 months -> "1 to 2 years", 6 and 12 -> "6 to 12 months"."""
    return f"{low} to {high} months" if low % 12 or high % 12 else f"{low // 12} to {months(high)}"


def _months_ago(day: date, today: date) -> int:
    apart = relativedelta(today, day)
    return int(apart.years * 12 + apart.months)
