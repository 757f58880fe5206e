"""Which things a comparison or a "which is best" is about: those named, else those that were just compared."""

from __future__ import annotations

import re
from typing import Literal, Mapping, Tuple

from actions.question import Question

Side = Literal["occupation", "credential"]

_ALL: Mapping[Side, re.Pattern[str]] = {
    "occupation": re.compile(r"\b(?:jobs?|careers?|occupations?|professions?|roles?|fields?|lines? of work)\b"),
    "credential": re.compile(r"\b(?:certs?|certifications?|credentials?|certificates?)\b"),
}
# "which of those jobs" and "which job pays more" are about what was compared, "which job pays most" is about all.
_THESE = re.compile(r"\b(?:these|those|them|they|both|either|the (?:two|three|four|five|six|\d)|other one)\b")
_OF_TWO = re.compile(
    r"\b(?:more|less|better|worse|higher|lower|faster|slower|easier|harder|cheaper|shorter|longer|quicker|fewer|tougher)\b"
)
_SOC = re.compile(r"\d\d-\d{4}")


def compared(question: Question, side: Side) -> Tuple[str, ...]:
    """Codes or keys of the things meant; fewer than two mean that all there are may be ranked."""
    named = question.names.get(side, ())
    before = just_compared(question, side)
    text = question.text.casefold()
    these = _THESE.search(text) is not None
    if len(named) > 1 or (named and not (these and {*named} <= {*before})):
        return named
    return before if before and not asks_about_all(text, side) else named


def just_compared(question: Question, side: Side) -> Tuple[str, ...]:
    """What the last comparison put side by side, if it was of this side and still counts."""
    before = question.context.get("compared", ())
    of_jobs = all(_SOC.fullmatch(value) for value in before)
    return before if of_jobs == (side == "occupation") else ()


def asks_about_all(text: str, side: Side) -> bool:
    """Whether a message asks about jobs (or certifications) in general and not about some that were named before."""
    folded = text.casefold()
    return _ALL[side].search(folded) is not None and not _THESE.search(folded) and not _OF_TWO.search(folded)
