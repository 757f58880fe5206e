"""Where a person says to live: "im in arizona", and five questions later "do i need a license here".

Other places that are talked about count for a while only (``actions/memory.py``); this one until another is said.
"""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional, Sequence

from actions.names import read_names
from actions.turns import Turn
from careerbot.facts.queries import NATION, FactBase

# What stands before a place that somebody lives in: "i live in", "here in", "moving to", "hello from".
_LIVES = re.compile(
    r"(?:\b(?:i|we)(?:(?:['’]?m| am|['’]?re| are|['’]ve| have| will|['’]ll)| just| currently| now| also){0,3} "
    r"(?:(?:living|live|located|based|residing|reside|staying|stay|settled) )?(?:here )?(?:in|from|near|around|outside)"
    r"|\b(?:living|live|lives?|based|located|stay|staying) (?:here )?(?:in|near|around)"
    r"|\b(?:hi|hello|hey|greetings|howdy)(?: there)?,? from|\bhere in|\bhome (?:is|state is)"
    r"|\bmy (?:home )?(?:state|city|town) is"
    r"|\b(?:i|we)(?:['’]?m| am|['’]?re| are)? (?:just )?(?:moved|moving|move) (?:here )?to)"
    r" (?:the )?(?:(?:state|city|town|suburbs) of )?$"
    # A statement about oneself: "im in a program in", "i'd like to do this in"; what is asked or heard of is none.
    r"|(?:^|[.!;]\s*|\b(?:and|but|so|hi|hey|hello),? )(?:i|we)(?:['’]?(?:m|d|re|ve)| am| are| have| would)\b"
    r"(?! (?:wondering|asking|curious|heard|seen|read|told))[^.?!;]{0,60}\b(?:in|from|near|around) (?:the )?"
    r"(?:state of )?$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:he|she|they|cousin|friend|sister|brother|mom|dad|aunt|uncle)\b[^.?!]*$",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:here|where (?:i|we) live|(?:my|our) (?:own )?(?:state|area|city|town|region)|(?:near|by|around) (?:me|us)|"
    r"locally|a?round my way)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\b(?:countr\w+|nation\w*|u\.?s\.?a?|america\w*|united states|everywhere|anywhere|overall|states|"
    r"(?:which|what) state)\b",
    re.IGNORECASE,
)


def home(before: Sequence[Turn], facts: FactBase) -> Optional[str]:
    """The place (code) that the person said last to live in; None if none was said.

    Args:
        before: the turns before a question, oldest first.
        facts: knows the places.
    """
    return next((place for turn in reversed(before) if (place := _said(turn.understood, facts)) is not None), None)


def _said(message: Mapping[str, Any], facts: FactBase) -> Optional[str]:
    text = message.get("text") or ""
    for entity in message.get("entities") or []:
        if entity.get("entity") != "place" or "start" not in entity:
            continue
        said = text[: entity["start"]]
        if _LIVES.search(said) and not _SOMEBODY_ELSE.search(said):
            known = read_names([entity], facts).known.get("place", ())
            return next((place for place in known if place != NATION), None)
    return None


def means_here(text: str) -> bool:
    """Whether a message speaks of where the person is: "do i need a license here"."""
    return bool(_HERE.search(text))


def means_the_country(text: str) -> bool:
    """Whether a message asks about the country or its states, so that no place of one's own is meant."""
    return bool(_COUNTRY.search(text))
