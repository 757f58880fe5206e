"""What every row of ``facts/`` has in common: fields known by name and, where it states a fact, whose and of when."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Extra, Field, validator

Confidence = Literal["A", "B", "C"]
"""A: the issuer's or the government's own page or data. B: two independent secondary sources, or one that cites
the issuer. C: one source, old, or in conflict: an answer that rests on it says "check with the issuer"."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def checked_date(value: Any) -> str:
    """A date as ``facts/`` writes it, as text. ValueError if it is none."""
    text = str(value)
    if not _DATE.fullmatch(text):
        raise ValueError("must be YYYY, YYYY-MM or YYYY-MM-DD")
    if len(text) == len("YYYY-MM-DD"):
        date.fromisoformat(text)  # no 30th of February
    return text


class Row(BaseModel):
    """A row whose fields are all known by name: a misspelt column is an error."""

    class Config:  # noqa: D106 - pydantic's own name for it
        extra = Extra.forbid
        allow_mutation = False


class Sourced(Row):
    """A row that says who stated it, of when, and how sure that is."""

    source: str = Field(min_length=1)
    as_of: str
    confidence: Confidence

    _as_of = validator("as_of", pre=True, allow_reuse=True)(checked_date)
