"""What is made of the names found in a message: which of them are meant, and the text with stand-ins for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Collection, Iterable, List, Mapping, Sequence, Tuple

Span = Tuple[int, int]
"""Where a part of a text starts and ends (characters)."""

# Directly before a name: "not the", "not in"; "why not" and "or not" deny nothing.
_NOT = re.compile(r"(?<!why )(?<!or )\bnot(?: (?:the|an?|in|for|from|about|at))*\s*$", re.IGNORECASE)
_NEAR = 3


@dataclass(frozen=True)
class Found:
    """A name in a text: its place in it (characters), its kind and its value; whether it is one of the known names."""

    start: int
    end: int
    kind: str
    value: str
    known: bool = True

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with that part of the text."""
        return self.start < end and start < self.end


def apart(found: Iterable[Found]) -> List[Found]:
    """In order and not overlapping: of two readings of one word the known name, else the first one.

    An unknown name beside a known one of its kind is rather a word of the sentence, and left out.
    """
    kept: List[Found] = []
    for item in sorted(found, key=lambda one: not one.known):
        overlaps = any(other.overlaps(item.start, item.end) for other in kept)
        doubtful = not item.known and any(other.kind == item.kind for other in kept)
        if not overlaps and not doubtful:
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def meant(found: Sequence[Found], waved_off: Sequence[Span]) -> List[Found]:
    """Without the names a person waves off ("not the CMA, the RMA"), unless no other of that kind is named."""
    away = [item for item in found if any(start <= item.start < end for start, end in waved_off)]
    kinds = {item.kind for item in found if item not in away}
    return [item for item in found if item not in away or item.kind not in kinds]


def undenied(text: str, found: Sequence[Found]) -> List[Found]:
    """Without the names that are put right: "I said Texas not Tennessee", "not CNA, CMA".

    The right one, of whatever kind, stands within ``_NEAR`` words; without it the name is meant all the same.
    """
    denied = [item for item in found if _NOT.search(text[: item.start])]
    others = [item for item in found if item not in denied]
    return [item for item in found if item not in denied or not any(_are_near(text, item, other) for other in others)]


def _are_near(text: str, one: Found, other: Found) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(re.findall(r"\w+", between)) <= _NEAR


def masked(text: str, found: Sequence[Found], stand_ins: Mapping[str, str], unmasked: Collection[str]) -> str:
    """``text`` with one name of each kind in place of every other: the question is the same for all of them.

    Args:
        text: what the names were found in.
        found: the names, in order and not overlapping.
        stand_ins: for each kind the name to write; names of other kinds stay.
        unmasked: values whose names stay.
    """
    for item in reversed(found):
        if item.kind in stand_ins and item.value not in unmasked:
            text = f"{text[: item.start]}{stand_ins[item.kind]}{text[item.end :]}"
    return text
