"""Where a person says to live: "im in arizona", and five questions later "do i need a license here".

Other places that are talked about count for a while only (``actions/memory.py``); this one until another is said.
"""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional, Sequence

from actions.memory import name_of
from actions.names import read_names
from actions.turns import Turn
from careerbot.facts.queries import NATION, FactBase

# Between "in" and the name: "in the suburbs of", "in rural".
_PART = (
    r"(?:the )?(?:(?:state|city|town|suburbs|outskirts|middle|heart) of )?"
    r"(?:(?:rural|downtown|upstate|inner[- ]city|(?:north|south|east|west|central)(?:ern)?|small[- ]town) )?$"
)
# What stands before a place that somebody lives in: "i live in", "here in", "hello from", "born n raised in".
_LIVES = re.compile(
    r"(?:\b(?:i|we)(?:(?:['’]?m| am|['’]?re| are|['’]ve| have| will|['’]ll)| just| currently| now| also){0,3} "
    r"(?:(?:living|live|located|based|residing|reside|staying|stay|settled) )?(?:here )?(?:in|from|near|around|outside)"
    r"|\b(?:living|live|lives?|based|located|stay|staying|stuck) (?:here )?(?:in|near|around)|\bnever left"
    r"|\b(?:hi|hello|hey|greetings|howdy|good (?:morning|evening|afternoon))(?: there| (?:y['’]?)?all)?,? from"
    r"|\b(?:out |down |up |over )?here in|\bhome (?:is|state is)"
    r"|\bborn(?: (?:and|n|&|an) (?:raised|bred))? in"
    r"|(?:^|[,;.!] ?|\bbut )(?:now|currently|these days) in"
    r"|\bmy (?:home )?(?:state|city|town) is|\b(?:so am i|me too|same here),? in"
    rf") {_PART}",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:i|we|me|us)\b[^.?!;]{0,40}\b(?:moved?|moving|relocat\w+|transferr\w+|back)"
    rf"(?: (?:up|down|out|over|back|here)){{0,2}} to {_PART}",
    re.IGNORECASE,
)
# A statement about oneself: "im in a program in", "i clean offices in"; what is asked, wished or heard of is none.
_STATES = re.compile(
    r"(?:^|[.!;,]\s*|\b(?:and|but|so|cuz|because|since|h+i+|h+e+y+|hel+o+|yo|sup),? )"
    r"(?:i|we|me and (?:\w+ ){1,3}|my \w+ and (?:i|me))(?:['’]?(?:m|d|re|ve))?\b"
    rf"(?P<what>[^.?!;]{{0,60}})\b(?:in|from|near|around|outside) {_PART}",
    re.IGNORECASE,
)
_NOT_STATED = re.compile(
    r"\b(?:wonder\w*|ask\w*|curious|heard|hear|seen|saw|read|told|can|could|should|may|might|if|whether|what|how|which"
    r"|why|want|wanna|wish|need|think\w*|thought|know|make|earn|pays?|plan\w*|move\w*|moving|look\w*|found|find"
    r"|allowed|able|hope|dream\w*)\b",
    re.IGNORECASE,
)
# "Texas here", "Ohio native".
_BEHIND = re.compile(
    r" (?:here\b(?! (?:i|we) (?:come|go))|native\b|resident\b|born\b|girl\b|gal\b|boy\b|mom\b|dad\b)", re.IGNORECASE
)
_GREETING = ("chitchat_greet", "chitchat_how_are_you")
_OUT_OF = re.compile(rf"\b(?:from|in|outta|out of|near) {_PART}", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|should|could|would|can|might|may|maybe|when|thinking|want\w*|wanna|wish|what|before)\b[^.?!;]*$",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:he|she|they|cousin|friend|sister|brother|mom|dad|aunt|uncle)\b(?:(?!\b(?:me|i|im|i['’]m|we)\b)[^.?!])*$",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:here|where (?:i|we) live|(?:my|our) (?:own )?(?:state|area|city|town|region)|(?:near|by|around) (?:me|us)|"
    r"locally|a?round my way|(?:out|up|down|round) this way|in these parts)\b",
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
        said, behind = text[: entity["start"]], text[entity.get("end", entity["start"]) :]
        greets = name_of(message) in _GREETING and _OUT_OF.search(said) is not None
        if (greets or _lives(said) or _BEHIND.match(behind)) and not _SOMEBODY_ELSE.search(said):
            known = read_names([entity], facts).known.get("place", ())
            return next((place for place in known if place != NATION), None)
    return None


def _lives(said: str) -> bool:
    """Whether these words, with a place behind them, say where somebody lives."""
    if _LIVES.search(said):
        return True
    if _MOVES.search(said):
        return _IF.search(said) is None
    stated = _STATES.search(said)
    return stated is not None and _NOT_STATED.search(stated["what"]) is None


def means_here(text: str) -> bool:
    """Whether a message speaks of where the person is: "do i need a license here"."""
    return bool(_HERE.search(text))


def means_the_country(text: str) -> bool:
    """Whether a message asks about the country or its states, so that no place of one's own is meant."""
    return bool(_COUNTRY.search(text))
