"""Names that could be another's: "Portland" is a city in Oregon and one in Maine; an answer is about one of them."""

from __future__ import annotations

from typing import Dict, List, Sequence, Tuple

from actions.question import Question
from careerbot.catalog import payload
from careerbot.facts.queries import FactBase, Place
from careerbot.wording import listing

_MOST = 3


def namesakes(question: Question, code: object, facts: FactBase) -> Tuple[Place, ...]:
    """The other places of the name that was typed for the place with this code; none if its state stands behind it."""
    for name in question.places_typed:
        if code is not None and facts.find("place", name) == code:
            return tuple(place for place in facts.namesakes(name) if place.code != code)[:_MOST]
    return ()


def others_in_words(places: Sequence[Place]) -> str:
    """What an answer says of them before its source line."""
    if not places:
        return ""
    names = listing([place.name for place in places])
    return f"The name also fits {names}: tap {'it if you mean it' if len(places) == 1 else 'the one you mean'}.\n\n"


def buttons_for(places: Sequence[Place], question: Question) -> List[Dict[str, str]]:
    """The same question about each of them."""
    return [{"title": place.name, "payload": payload(question.intent, place=place.name)} for place in places]
