"""Which of several things a message picks by its place: "the second one", "option 2", "the last", "both"."""

from __future__ import annotations

import re
from typing import Dict, Tuple

_ORDERED = (
    ("first", "frist", "1st", "one", "1", "top", "former"),
    ("second", "secound", "2nd", "two", "2"),
    ("third", "thrid", "3rd", "three", "3"),
    ("fourth", "forth", "4th", "four", "4"),
    ("fifth", "5th", "five", "5"),
    ("sixth", "6th", "six", "6"),
    ("seventh", "7th", "seven", "7"),
    ("eighth", "8th", "eight", "8"),
)
_PLACES: Dict[str, int] = {
    **{word: place for place, words in enumerate(_ORDERED) for word in words},
    **dict.fromkeys(("last", "bottom", "latter"), -1),
}
_PLACE = re.compile(rf"\b({'|'.join(sorted(_PLACES, key=len, reverse=True))})\b")
# "the second one" and "first one" pick one thing, not the first.
_ONE = re.compile(r"(?<=\S) ones?\b|\bones? (?=please|pls|thanks|thx)")
_ALL = re.compile(r"\b(both|all|each|every ?(?:one|thing))\b")


def positions(text: str, count: int) -> Tuple[int, ...]:
    """The places that a message names, from 0 on, in its order; empty if it names none.

    A place beyond ``count`` is kept: it is for the caller to say how many there are.
    """
    said = " ".join(re.sub(r"[^\w\s]|_", " ", text.casefold()).split())
    if _ALL.search(said):
        return tuple(range(count))
    if "middle" in said.split() and count % 2:
        return (count // 2,)
    if "other" in said.split() and count == 2:
        return (1,)
    found = [_PLACES[word] for word in _PLACE.findall(_ONE.sub("", said))]
    return tuple(dict.fromkeys(place % count if place < 0 < count else place for place in found))
