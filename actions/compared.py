"""Which things a comparison or a "which is best" is about: those named, else those that were just compared."""

from __future__ import annotations

import re
from typing import Literal, Mapping, Tuple

from actions.beside import kind_of, means_several
from actions.criteria import Wish
from actions.memory import RANKED_BY
from actions.names import Names
from actions.question import Question

Side = Literal["occupation", "credential", "place"]

_ALL: Mapping[Side, re.Pattern[str]] = {
    "occupation": re.compile(r"\b(?:jobs?|careers?|occupations?|professions?|roles?|fields?|lines? of work)\b"),
    "credential": re.compile(r"\b(?:certs?|certifications?|credentials?|certificates?)\b"),
    "place": re.compile(r"\b(?:states?|cit(?:y|ies)|places?|towns?|metros?|areas?|country|(?:any|every|some)?where)\b"),
}
# "which of those jobs" and "which job pays more" are about what was compared, "which job pays most" is about all.
_THESE = re.compile(r"\b(?:these|those|them|they|both|either|(?:the|all) (?:two|three|four|five|six|\d)|other one)\b")
_OF_TWO = re.compile(
    r"\b(?:more|less|better|worse|higher|lower|faster|slower|easier|harder|cheaper|shorter|longer|quicker|fewer|tougher)\b"
)
_MOST = re.compile(r"\b(?:most|least|best|worst|\w{3,}est)\b")
_ANY = re.compile(r"\b(?:any\w*|all other|every\w*)\b")
# "And the LPN, which pays more?" joins; "what about the LPN?" is set beside a medical assistant.
AND = re.compile(r"\W*(?:ok(?:ay)? |so )?(?:and|also|plus|n)\b", re.IGNORECASE)
# Without one of these a message only names something: "and the LPN?", "in Texas".
_ASKS = re.compile(r"\b(?:which|what\w*|who\w*|where|how|best|top|rank|list|is|are|do|does)\b")


def compared(question: Question, side: Side) -> Tuple[str, ...]:
    """Codes or keys of the things meant; fewer than two mean that all there are may be ranked."""
    named = question.names.get(side, ())
    before = just_compared(question, side)
    text = question.text.casefold()
    if len(named) > 1 or not before:
        return named
    if named and not {*named} <= {*before}:
        joins = means_several(text, side) or (AND.match(text) is not None and not only_names(text))
        return tuple(dict.fromkeys((*before, *named))) if joins else named
    if named and (_ANY.search(text) or not (_THESE.search(text) or _OF_TWO.search(text) or _MOST.search(text))):
        return named
    return named if asks_about_all(text, side) else before


def to_rank(question: Question, side: Side) -> Tuple[str, ...]:
    """As ``compared``, but what is only named after a comparison joins what was compared: "and the LPN?"."""
    meant, before = compared(question, side), just_compared(question, side)
    if len(meant) == 1 and before and only_names(question.text):
        return tuple(dict.fromkeys((*before, *meant)))
    return meant


def just_compared(question: Question, side: Side) -> Tuple[str, ...]:
    """What was last put side by side, by an answer or over the last turns, if it is of this side and still counts."""
    return question.beside.get(side) or of_side(question.context, side)


def of_side(context: Names, side: Side) -> Tuple[str, ...]:
    """What stood side by side before, by the context; nothing if it was of the other side."""
    before = context.get("compared", ())
    return before if kind_of(before) == side else ()


def only_names(text: str) -> bool:
    """Whether a message leaves the question out and names something to repeat it with."""
    return _ASKS.search(text.casefold()) is None


def wish_meant(question: Question, wish: Wish) -> Wish:
    """What to rank by: what the message says, or what the last ranking went by if it leaves that out."""
    last = next(iter(question.context.get(RANKED_BY, ())), None)
    if wish.criterion is not None or last is None:
        return wish
    if wish.rising is not None:
        return wish.by(last.lstrip("-"))
    if not only_names(question.text):
        return wish
    return Wish(last.lstrip("-"), last.startswith("-"))


def remembered(wish: Wish, usual: str) -> str:
    """What ``RANKED_BY`` holds after a ranking."""
    known = wish if wish.criterion else wish.by(usual)
    return f"{'-' if known.reverse else ''}{known.criterion}"


def asks_about_all(text: str, side: Side) -> bool:
    """Whether a message asks about jobs (or certifications) in general and not about some that were named before."""
    folded = text.casefold()
    return _ALL[side].search(folded) is not None and not _THESE.search(folded) and not _OF_TWO.search(folded)
