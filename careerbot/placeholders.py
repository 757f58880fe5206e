"""The ``{placeholders}`` of responses in ``domain.yml``: which there are and what the fact base says for each.

    {certificate_duration}          a figure of facts/figures.yml, with its unit
    {pay.licensed practical nurse}  median pay a year, newest year, national; ``pay_year`` its year
    {low_pay.…} {entry_pay.…} {high_pay.…} {top_pay.…}   the 10th, 25th, 75th and 90th percentile
    {hourly_pay.…}                  the hourly median
    {setting_pay.hospitals}         median pay of medical assistants in a kind of workplace
    {jobs.…}                        jobs, from the pay statistics
    {growth.…} {growth_years.…}     projected growth in percent and its span of years
    {openings.…}                    projected openings a year
    {source}                        the source line of everything else in the text

The name behind the dot is any name of an occupation (or workplace) that the fact base knows.
"""

from __future__ import annotations

import re
from typing import Callable, Dict, List, Optional, Tuple

from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.facts.schema import Pay, Projection, Sourced
from careerbot.wording import Citation, figure, money, number, percent, source_line, wage

SOURCE = "source"

_PLACEHOLDER = re.compile(r"{([^\n{}]+?)}")


def _shown(value: float | None, words: Callable[[float], str]) -> str | None:
    return None if value is None else words(value)


_PAY: Dict[str, Callable[[Pay], str | None]] = {
    "pay": lambda row: _shown(row.median, money),
    "low_pay": lambda row: _shown(row.p10, money),
    "entry_pay": lambda row: _shown(row.p25, money),
    "high_pay": lambda row: _shown(row.p75, money),
    "top_pay": lambda row: _shown(row.p90, money),
    "hourly_pay": lambda row: _shown(row.hourly_median, wage),
    "pay_year": lambda row: str(row.year),
    "jobs": lambda row: _shown(row.employment, number),
}
_PROJECTION: Dict[str, Callable[[Projection], str | None]] = {
    "growth": lambda row: percent(row.percent),
    "growth_years": lambda row: f"{row.base_year} to {row.target_year}",
    "openings": lambda row: _shown(row.openings, number),
}


def placeholders(text: str) -> List[str]:
    """The names between single braces, in order, each once."""
    return list(dict.fromkeys(_PLACEHOLDER.findall(text)))


def fill(text: str, facts: FactBase) -> Dict[str, str]:
    """Values for all placeholders of a response text, ``{source}`` among them if the text has it.

    Raises:
        KeyError: the fact base has no such figure, occupation or value; the text names the placeholder.
    """
    values: Dict[str, str] = {}
    citations: List[Citation] = []
    for name in placeholders(text):
        if name == SOURCE:
            continue
        value, row = _value(name, facts)
        if not value:
            raise KeyError(f"the fact base has no value for the placeholder {{{name}}}")
        values[name] = value
        citations.append((facts.source(row.source), row.as_of))
    if SOURCE in placeholders(text):
        values[SOURCE] = source_line(citations)
    return values


def filled(text: str, facts: FactBase) -> Tuple[str, List[Sourced]]:
    """A text with its placeholders replaced, and the facts that stand in their places.

    Raises:
        KeyError: as ``fill``.
    """
    rows = [_value(name, facts)[1] for name in placeholders(text)]
    for name, value in fill(text, facts).items():
        text = text.replace(f"{{{name}}}", value)
    return text, rows


def _value(name: str, facts: FactBase) -> Tuple[Optional[str], Sourced]:
    quantity, dot, subject = name.partition(".")
    if not dot:
        row = facts.figure(name)
        return figure(row), row
    if quantity == "setting_pay":
        naics = facts.find("setting", subject)
        found = facts.setting_pay(MEDICAL_ASSISTANT, naics) if naics else None
        if found is None:
            raise KeyError(f"no workplace for the placeholder {{{name}}}")
        return _PAY["pay"](found[1]), found[1]
    soc = facts.find("occupation", subject)
    if quantity in _PAY:
        pay = facts.pay(soc) if soc else None
        if pay is not None:
            return _PAY[quantity](pay), pay
    elif quantity in _PROJECTION:
        projection = facts.projection(soc) if soc else None
        if projection is not None:
            return _PROJECTION[quantity](projection), projection
    raise KeyError(f"nothing is known for the placeholder {{{name}}}")
