"""How facts read in an answer: amounts, dates, lists, the source line. American English, short Markdown."""

from __future__ import annotations

from datetime import date
from typing import Iterable, List, Sequence, Tuple

from careerbot.facts.schema import Figure, Source

Citation = Tuple[Source, str]
"""A source and the date (YYYY, YYYY-MM or YYYY-MM-DD) of what was taken from it."""

_SINGULARS = {"months": "month", "years": "year", "weeks": "week", "hours": "hour", "pounds": "pound"}


def capital(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def number(value: float) -> str:
    """1450.0 -> "1,450", 12.5 -> "12.5"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def ordinal(value: int) -> str:
    """1 -> "1st", 12 -> "12th", 23 -> "23rd"."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def counted(value: int) -> str:
    """A small number in a sentence: 2 -> "two", 12 -> "12"."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[value] if 0 <= value < len(words) else number(value)


def money(value: float) -> str:
    """Dollars without cents: 45690 -> "$45,690"."""
    return f"${value:,.0f}"


def wage(value: float) -> str:
    """An hourly wage, with cents: 19.0 -> "$19.00"."""
    return f"${value:,.2f}"


def percent(value: float) -> str:
    """12.5 -> "12.5%", 62.0 -> "62%"."""
    return f"{number(value)}%"


def date_words(text: str, short: bool = False) -> str:
    """ "2025" -> "2025", "2025-05" -> "May 2025", "2026-07-01" -> "July 1, 2026", in short "Jul 1, 2026"."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    month = date(parts[0], parts[1], 1).strftime("%b" if short else "%B")
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{month} {parts[2]}, {parts[0]}"


def figure(row: Figure) -> str:
    """A figure with its unit: [9, 12] months -> "9 to 12 months", 165 usd -> "$165"."""
    if isinstance(row.value, str):
        return date_words(row.value)
    values = row.value if isinstance(row.value, tuple) else (row.value,)
    if row.unit == "usd":
        return " to ".join(money(value) for value in values)
    if row.unit == "percent":
        return " to ".join(number(value) for value in values) + "%"
    if row.unit in ("age", "year"):
        return " to ".join(f"{value:.0f}" for value in values)
    text = " to ".join(number(value) for value in values)
    if row.unit == "count":
        return text
    unit, per = ("hours", " a week") if row.unit == "hours_per_week" else (row.unit, "")
    return f"{text} {_SINGULARS[unit] if values == (1,) else unit}{per}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """["a", "b", "c"] -> "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def months(count: int) -> str:
    """24 -> "2 years", 18 -> "18 months"."""
    value, unit = (count, "month") if count % 12 else (count // 12, "year")
    return f"{value} {unit}{'' if value == 1 else 's'}"


def minutes(count: int) -> str:
    """160 -> "2 hours 40 minutes"."""
    hours, rest = divmod(count, 60)
    parts = ((hours, "hour"), (rest, "minute"))
    return " ".join(f"{value} {unit}{'' if value == 1 else 's'}" for value, unit in parts if value)


def citation(source: Source, as_of: str) -> str:
    """One source as the source line names it: title, publisher, link, date."""
    name = f"{source.title}, {source.publisher}"
    linked = f"[{name}]({source.url})" if source.url else name
    when = f"undated page, read {source.as_of[:4]}" if source.undated else date_words(as_of, short=True)
    return f"{linked}, {when}"


def source_line(citations: Iterable[Citation]) -> str:
    """The last line of an answer. Each source once, with its newest date; at most three. Without sources, empty."""
    newest: dict[Tuple[str, str], Citation] = {}
    for source, as_of in citations:
        key = (source.publisher, source.title)
        if key not in newest or as_of > newest[key][1]:
            newest[key] = (source, as_of)
    shown: List[str] = [citation(source, as_of) for source, as_of in newest.values()][:3]
    return f"{'Source' if len(shown) == 1 else 'Sources'}: {'; '.join(shown)}" if shown else ""
