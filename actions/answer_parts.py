"""An answer in its parts: sentences, lines of a list with what introduces them, and the line with its sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Optional, Tuple

_END = re.compile(r"[.!?][*\"')]*\s+(?=[A-Z*\"\[])")
_NO_END = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Inc|vs|No|Aug|Jan|Feb|Sept?|Oct|Nov|Dec)|\b[A-Z]|\be\.g|\bi\.e)$")
_SOURCE = re.compile(r"Sources?: ")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) ")


@dataclass(frozen=True)
class Part:
    """A sentence, or a line of a list.

    Attributes:
        text: as it stands in the answer.
        introduced_by: the sentence over the list that it is a line of; empty for a sentence.
    """

    text: str
    introduced_by: str = ""


def parts_of(answer: str) -> Tuple[List[Part], Optional[str]]:
    """The parts of an answer in order, and its source line if it has one."""
    lines = answer.splitlines()
    source = lines[-1] if lines and _SOURCE.match(lines[-1]) else None
    found: List[Part] = []
    introduction = ""
    for line in lines:
        if not line.strip() or line == source:
            continue
        if _ITEM.match(line):
            found.append(Part(line, introduction))
            continue
        told = sentences(line)
        introduction = told[-1] if told[-1].endswith(":") else ""
        found += [Part(sentence) for sentence in told]
    return found, source


def sentences(line: str) -> List[str]:
    """The sentences of a line; a bold passage that runs on through several is bold in each."""
    found, start = [], 0
    for end in _END.finditer(line):
        if not _NO_END.search(line[start : end.start()]):
            found.append(line[start : end.end()].rstrip())
            start = end.end()
    return _each_bold([*found, line[start:].rstrip()])


def _each_bold(told: List[str]) -> List[str]:
    bold, found = False, []
    for sentence in told:
        opened = f"**{sentence}" if bold else sentence
        bold = opened.count("**") % 2 == 1
        found.append(f"{opened}**" if bold else opened)
    return found
