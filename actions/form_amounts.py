"""Reads amounts and dates as people type them: "about 3 yrs", "half a year", "720 hrs", "last june", "2 years ago".

A reader gives what the message tells, or None where it tells nothing or several things: a form then asks again rather
than guess. None of them raises.

python-dateutil reads the dates that are written out. Nothing that is installed reads the rest, so that is here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import Dict, List, Optional, Sequence, Tuple

from dateutil import parser as dates
from dateutil.relativedelta import relativedelta
from rapidfuzz import fuzz, process

from actions.form_answers import is_question, listed, plain

_UNITS = {
    word: unit
    for unit, words in {
        "day": "day|days",
        "week": "week|weeks|wk|wks",
        "month": "month|months|mo|mos|mth|mths",
        "year": "year|years|yr|yrs|y",
        "hour": "hour|hours|hr|hrs|h",
    }.items()
    for word in listed(words)
}
_IN_MONTHS = {"day": 12 / 365, "week": 12 / 52, "month": 1.0, "year": 12.0}
_ALIKE = 80  # of 100: "mounths", "yaers"

_NUMBERS: Dict[str, float] = {
    **{
        word: float(value)
        for value, word in enumerate(
            listed(
                "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
                "|seventeen|eighteen|nineteen"
            )
        )
    },
    **{
        word: 10.0 * tens
        for tens, word in enumerate(listed("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"), start=2)
    },
}
_SCALES = {"hundred": 100, "thousand": 1000, "k": 1000}
_AND_A_HALF = (["and", "a", "half"], ["and", "half"])
_LINKS = ("to", "or", "-", "–", "and")  # between the two ends of a range

_UP_TO = re.compile(
    r"\b(less than|fewer than|under|below|almost|nearly|not quite|not even|up to|at most|within|short of|max|maximum)$"
)
_FROM_ON = re.compile(r"\b(more than|over|above|at least|minimum|min|longer than)$")
_OR_MORE = re.compile(r"^(or (more|longer)|and (more|counting)|plus|at least|minimum)\b")
_NOTHING = frozenset(
    listed(
        "no|none|nothing|zero|0|nope|never|not any|not at all|no experience|no experience yet|i have none|i have not"
        "|i dont have any|i have no experience|i havent|no hours|none yet|not yet|none at all"
    )
)
_ELSE = re.compile(r"^(ago|back|old|from now)\b")  # a date, an age
_RATE = re.compile(r"^(a|an|per|each|every|weekly|daily)\b")

_MONTH_NAMES = listed("january|february|march|april|may|june|july|august|september|october|november|december")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_WRITTEN = re.compile(
    rf"\b(?:[0-9]{{1,2}} )?{_MONTH} (?:(?:of|in) |[0-9]{{1,2}} )?{_YEAR}\b"
    rf"|\b{_YEAR}[-/][0-9]{{1,2}}(?:[-/][0-9]{{1,2}})?\b|\b[0-9]{{1,2}}[-/](?:[0-9]{{1,2}}[-/])?{_YEAR}\b|\b{_YEAR}\b"
)
_LATEST = 20  # years from today: what lies behind that is no date of a person's own

Span = Tuple[float, float]
"""What is known of an amount: it lies between the two. "Less than" begins at zero, "more than" ends in infinity."""


@dataclass(frozen=True)
class Amount:
    """A number in a message with its unit, and the words before and behind it."""

    between: Span
    unit: Optional[str]
    before: str
    behind: str


def amounts(text: str) -> List[Amount]:
    """Every number of a message, with its unit (day, week, month, year, hour) if it has one."""
    words = _words(text)
    found: List[Amount] = []
    place = 0
    while place < len(words):
        low, end = _number(words, place)
        if low is None:
            place += 1
            continue
        high = low
        if words[end : end + 1] and words[end] in _LINKS:
            upper, further = _number(words, end + 1)
            if upper is not None and upper >= low:
                high, end = upper, further
        open_end = words[end : end + 1] == ["+"]
        end += 1 if open_end else 0
        unit = _unit(words, end)
        end += 1 if unit else 0
        half = _half(words, end) if unit else 0  # a year and a half
        between = (low + 0.5, high + 0.5) if half else (low, high)
        before, behind = " ".join(words[:place]), " ".join(words[end + half :])
        found.append(Amount(_bounds(between, open_end, before, behind), unit, before, behind))
        place = end + half
    return found


def months(text: str) -> Optional[Span]:
    """A length of time in months: "3 yrs" -> (36, 36), "9 to 12 months" -> (9, 12), "none" -> (0, 0)."""
    if plain(text) in _NOTHING:
        return 0.0, 0.0
    if is_question(text):
        return None
    found = [amount for amount in amounts(text) if amount.unit in _IN_MONTHS and not _is_rate(amount)]
    units = [amount.unit for amount in found]
    if not found or len(set(units)) < len(units) or any(_ELSE.search(amount.behind) for amount in found):
        return None
    low, high = (sum(amount.between[end] * _IN_MONTHS[str(amount.unit)] for amount in found) for end in (0, 1))
    return low, high


def hours(text: str) -> Optional[Span]:
    """A number of hours in all: "720 hrs" -> (720, 720), "about 800" -> (800, 800); "40 hours a week" is none."""
    if plain(text) in _NOTHING:
        return 0.0, 0.0
    if is_question(text):
        return None
    found = amounts(text)
    named = [amount for amount in found if amount.unit == "hour"] or found
    if len(named) != 1 or named[0].unit not in ("hour", None) or _RATE.search(named[0].behind):
        return None
    return named[0].between


def when(text: str, today: date) -> Optional[str]:
    """A date as "YYYY", or "YYYY-MM" where the month is known: "in 2019", "last june", "2 years ago", "May 2024".

    A month without a year is the last one that has begun.
    """
    if is_question(text):
        return None
    said = plain_date(text)
    found = {day for day in (_ago(said, today), _relative(said, today)) if day} or _written(said)
    if not found:
        found = {day for day in (_named_month(said, today),) if day}
    exact = {day for day in found if not any(day != other and other.startswith(day) for other in found)}
    if len(exact) != 1:
        return None
    day = exact.pop()
    return day if int(day[:4]) <= today.year + _LATEST else None


def plain_date(text: str) -> str:
    """Small letters, "3rd" -> "3", "'19" -> "2019", "1 1/2" -> "1.5"; keeps "-", "/" and decimal points."""
    text = re.sub(r"(?<!\w)['’]([0-9]{2})\b", r"20\1", text.casefold())
    text = re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", r"\1", re.sub(r"['’]", "", text))
    text = re.sub(r"\b([0-9]+)(?: ?½| 1/2\b)", r"\1.5", text)
    return " ".join(re.sub(r"(?<![0-9])\.|\.(?![0-9])|[^a-z0-9/.-]", " ", text).split())


def _is_rate(amount: Amount) -> bool:
    """Either half of "5 days a week"."""
    return bool(_RATE.search(amount.behind) or amount.before.split(" ")[-1] in _UNITS)


def _words(text: str) -> List[str]:
    text = re.sub(r"(?<=[0-9]),(?=[0-9]{3}\b)", "", text.casefold())
    text = re.sub(r"\b([0-9]+)(?: ?½| 1/2\b)", r"\1.5", text)
    text = re.sub(r"½|\b1/2\b", "half", text)
    text = re.sub(r"(?<!\w )\b(year|yr|month|hour)(?= and (?:a )?half\b)", r"one \1", text)
    return re.findall(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[-–+]", re.sub(r"['’]", "", text))


def _number(words: Sequence[str], place: int) -> Tuple[Optional[float], int]:
    """The number that begins at a place, and where it ends; None if there is none."""
    rest = words[place:]
    if rest[:1] == ["half"]:
        skipped = 2 if rest[1:2] in (["a"], ["an"]) else 1
        return (0.5, place + skipped) if _unit(words, place + skipped) else (None, place)
    if rest[:1] in (["a"], ["an"]):
        if rest[1:2] == ["couple"]:
            return _number(words, place + 1)
        if rest[1:2] == ["half"]:
            return _number(words, place + 1)
        if rest[1:2] and rest[1] in _SCALES:
            return _spelt([1.0], words, place + 1)
        return (1.0, place + 1) if _unit(words, place + 1) else (None, place)
    if rest[:1] == ["couple"]:
        return 2.0, place + (2 if rest[1:2] == ["of"] else 1)
    return _spelt([], words, place)


def _spelt(parts: List[float], words: Sequence[str], place: int) -> Tuple[Optional[float], int]:
    """ "720", "2.5", "seven hundred twenty", "1 thousand", "two and a half"."""
    total, start = 0.0, place
    while place < len(words):
        word = words[place]
        if word in _SCALES and parts:
            total, parts = total + sum(parts) * _SCALES[word], []
        elif word == "and" and words[place - 1] in _SCALES and set(words[place + 1 : place + 2]) & set(_NUMBERS):
            pass
        elif word in _NUMBERS:
            parts = [*parts, _NUMBERS[word]]
        elif word[0].isdigit() and place == start:
            parts = [*parts, min(float(word), 1e9)]
        else:
            break
        place += 1
    if place == start:
        return None, start
    value, half = total + sum(parts), _half(words, place)
    return (value + 0.5, place + half) if half else (value, place)


def _half(words: Sequence[str], place: int) -> int:
    """How many words of "and a half" stand at a place."""
    return next((len(half) for half in _AND_A_HALF if list(words[place : place + len(half)]) == half), 0)


def _unit(words: Sequence[str], place: int) -> Optional[str]:
    if place < len(words) and words[place] == "-":
        place += 1
    if place >= len(words):
        return None
    word = words[place]
    if word in _UNITS or len(word) < 4:
        return _UNITS.get(word)
    near = process.extractOne(word, list(_UNITS), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _UNITS[near[0]] if near else None


def _bounds(between: Span, open_end: bool, before: str, behind: str) -> Span:
    if _UP_TO.search(before):
        return 0.0, between[1]
    if open_end or _FROM_ON.search(before) or _OR_MORE.search(behind):
        return between[0], inf
    return between


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _ago(said: str, today: date) -> Optional[str]:
    for amount in amounts(said):
        past = re.match(r"ago|back|earlier", amount.behind) is not None
        future = amount.before.endswith(" in") or amount.behind.startswith("from now") or amount.before == "in"
        if (past or future) and amount.unit in _IN_MONTHS:
            count = min(amount.between[0] * _IN_MONTHS[amount.unit], 1200.0)
            step = relativedelta(months=int(count), days=int((count % 1) * 30))
            return _month(today - step if past else today + step)
    return None


def _relative(said: str, today: date) -> Optional[str]:
    named = re.search(r"\b(last|this|next|past) (year|month|week)\b", said)
    if named:
        sign = {"this": 0, "next": 1}.get(named[1], -1)
        day = today + sign * relativedelta(**{f"{named[2]}s": 1})
        return str(day.year) if named[2] == "year" else _month(day)
    return _month(today) if re.search(r"\b(today|yesterday|just now|just finished|just graduated)\b", said) else None


def _written(said: str) -> set[str]:
    """The dates written out in a message, each once."""
    found = {_parsed(match.group()) for match in _WRITTEN.finditer(said)}
    return {day for day in found if day}


def _parsed(written: str) -> Optional[str]:
    """dateutil takes what is missing from a day that we give: two different ones show what was missing."""
    try:
        first, second = (
            dates.parse(re.sub(r"\b(of|in)\b", "", written), default=datetime(2000, month, 1)) for month in (1, 2)
        )
    except (ValueError, OverflowError):
        return None
    return f"{first:%Y-%m}" if first.month == second.month else f"{first:%Y}"


def _named_month(said: str, today: date) -> Optional[str]:
    """ "last june", "in june", "next may": the nearest on that side. Without a word before it, a month is no date."""
    named = re.search(rf"\b(last|this past|this|next|in|since|on|early|mid|late) ({_MONTH})\b", said)
    if named is None:
        return None
    month = next(place for place, name in enumerate(_MONTH_NAMES, start=1) if name.startswith(named[2][:3]))
    year = today.year
    if named[1] == "next":
        year += month <= today.month
    elif named[1] != "this":
        year -= month > today.month or (named[1] == "last" and month == today.month)
    return f"{year}-{month:02d}"
