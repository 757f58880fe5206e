"""Which kinds of names a message means without saying them: "what do they earn there?" means a job and a place."""

from __future__ import annotations

import re
from typing import Mapping, Tuple

# "there" that only fills the sentence ("are there jobs", "there is") means no place.
_MEANT: Mapping[str, re.Pattern[str]] = {
    "occupation": re.compile(
        r"\b(they|them|they'?(re|d|ll|ve)|theyre|theirs?|those|these|it|it'?s|its|he|she|"
        r"(that|this|the same|such an?) (job|work|career|field|role|position|occupation|profession|one)|"
        r"(in|at|as|of) that(?! (?:state|city|place|area|year|time|one time|case|exam|test)\b)(?=\W*$)|"
        r"(does|do|would|will|can|is) (that|this)(?= (?:really |usually )?(pay|make|earn|grow|growing|in demand)\b))\b",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bwill )(?<!\bwould )(?<!\bcould )(?<!\bmight )"
        r"\bthere\b(?!'?s\b| (is|are|was|were|will|would)\b)"
        r"|\b(that|this|the same) (state|city|place|area)\b|\b(around|down|up|over) here\b",
        re.IGNORECASE,
    ),
    "year": re.compile(r"\b(back then|(that|the same) year|(at|in) that time)\b", re.IGNORECASE),
}

# "And how many openings are there": goes on about the job before, as it names none.
_GOES_ON = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so) )?(?:and|n|also|plus)\b"
    r"|\b(?:would|does|do|can|could|will) one (?:get|make|earn)\b|\bdoing that\b",
    re.IGNORECASE,
)


def goes_on_about_the_job(text: str) -> bool:
    """Whether a message that names no job goes on about the one before without a pronoun for it."""
    return _GOES_ON.search(text) is not None


def kinds_meant(text: str) -> Tuple[str, ...]:
    """The kinds of names that a pronoun in the message may stand for."""
    return tuple(kind for kind, pattern in _MEANT.items() if pattern.search(text.replace("’", "'")))
