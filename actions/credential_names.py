"""Recognises the name of a certification that the fact base does not have: "CMA or the XYZ certification".

Names of certifications are found by the fact base's list. Here something is one if it stands where a comparison puts a
certification and is called one, or is a short name beside "vs", "than" or "between ... and".
"""

from __future__ import annotations

import re
from typing import Tuple

from actions.form_answers import listed
from careerbot.facts.names import fold
from careerbot.facts.queries import FactBase

_PARTS = re.compile(
    r"\s*(?:[,;:/?!]|\b(?:vs?|versus|or|and|than|against|compared (?:to|with)|between|difference)\b\.?)\s*"
)
_BEFORE = re.compile(
    r"^(?:(?:an?|the|my|some|any|is|are|getting|get|should|i|take|taking|one|which|between|of|for|do|with|to|it)\s+)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?:which|whats?|what's|is|are|does|do|better|best|easier|cheaper|harder|for|exam|test|one)\b.*$", re.IGNORECASE
)
_CALLED = re.compile(r"\s*\b(?:certs?|certifications?|certificates?|credentials?|license|cards?)$", re.IGNORECASE)
_SHORT_NAME = re.compile(r"[a-z]{3,6}", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(r"\b(?:vs?|versus|than|between)\b")
# What stands there too and names nothing.
_NO_NAME = frozenset(
    listed(
        "all|another|any|best|better|both|but|cheap|cheaper|easier|either|exam|fee|fees|good|hard|harder|it|less|more|most"
        "|neither|no|none|other|others|price|same|school|some|test|that|them|these|they|this|those|two|three|work|you|the"
        "|my|ma|mas|national|online|state|medical|new|old|first|second|third|last|next|real|free|cost|costs|pay|job|jobs"
        "|certified|associate|degree|diploma|program|college|license|high|since|because|if|so|compare|tell|me|please|just"
        "|why|how|what|who|when|where|now|then|also|really"
    )
)
_LONGEST = 3  # words of such a name


def unknown_credentials(text: str, facts: FactBase) -> Tuple[str, ...]:
    """Certifications that a comparison names and the fact base does not know, as typed.

    Args:
        text: the message.
        facts: knows the names.
    """
    beside = _SIDE_BY_SIDE.search(text.casefold()) is not None
    found = []
    for part in _PARTS.split(text):
        name = _BEHIND.sub("", _BEFORE.sub("", part.strip(" .")))
        bare = _CALLED.sub("", name).strip()
        words = bare.split()
        called = bare != name
        if 0 < len(words) <= _LONGEST and _is_strange(words, facts) and (called or _stands_alone(words, beside)):
            found.append(bare)
    return tuple(dict.fromkeys(found))


def _stands_alone(words: list[str], beside: bool) -> bool:
    [word, *more] = words
    return not more and _SHORT_NAME.fullmatch(word) is not None and (beside or word.isupper())


def _is_strange(words: list[str], facts: FactBase) -> bool:
    """Whether none of it is a name that is known, and not all of it are words that name nothing."""
    folded = fold(" ".join(words)).split()
    grams = {" ".join(folded[start:end]) for start in range(len(folded)) for end in range(start + 1, len(folded) + 1)}
    known = any(
        facts.find("credential", gram) or facts.find("occupation", gram) or facts.nearest("credential", gram, 1)
        for gram in grams
        if gram not in _NO_NAME
    )
    return not known and not set(folded) <= _NO_NAME
