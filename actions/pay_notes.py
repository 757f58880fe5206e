"""What a pay answer says beside its figure: the mean to who asks for it, and what is not known."""

from __future__ import annotations

import re
from typing import Dict, Sequence, Tuple

from careerbot.facts.schema import Pay
from careerbot.wording import money

# "What does that mean" asks for no figure.
_MEAN = re.compile(
    r"\baverage\b|\bavg\b|\b(?:the|a|its|not|is|and|or|arithmetic) mean\b|\bmean (?:salar\w*|pay|wages?|income|is|of)\b"
    r"|^\W*mean\W*$"
)
# What people ask pay for that no source of ours has.
_NOT_KNOWN: Sequence[Tuple[re.Pattern[str], str]] = (
    (
        re.compile(
            r"\bthe v\.?a\.?(?!\w)|\b(?:at|for|with|in|by) (?:the )?(?:kaiser\w*|veterans?\w*(?: affairs)?|mayo|hca|cvs"
            r"|cleveland clinic|walgreens|quest|labcorp|concentra|sutter|banner|intermountain|planned parenthood"
            r"|one medical|optum|davita|amazon|walmart)\b"
        ),
        "I have no pay figures for a single employer.",
    ),
    (
        re.compile(r"\bcost of living\b|\bcol[- ]adjust\w*|\badjusted\b|\binflation\b|\bbuying power\b"),
        "I have no figure adjusted for what things cost.",
    ),
    (
        re.compile(r"\b(?:after[- ]tax\w*|tax(?:es|ed)?|take[- ]?home|takehome|net pay|bring home|in hand)\b"),
        "The figures are before taxes; I have none for what is left after them.",
    ),
)


def beside(text: str, row: Pay) -> Dict[str, str]:
    """Text for two placeholders: ``unknown`` stands first in an answer, ``mean`` behind its median."""
    said = text.casefold()
    unknown = [words for pattern, words in _NOT_KNOWN if pattern.search(said)]
    mean = f" The average (mean) was {money(row.mean)}." if row.mean and _MEAN.search(said) else ""
    return {"unknown": "".join(f"{words} " for words in unknown), "mean": mean}
