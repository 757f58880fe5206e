"""What the conversation has put side by side: in one answer, or one after another over the last turns.

"What does the CCMA cost?", "and the RMA?", "which is cheaper?" is about those two, though no answer compared them.
"""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from actions.memory import COMPARED, left_by, name_of, topic
from actions.names import Names, as_entities, read_names
from actions.turns import Turn, Understood
from careerbot.catalog import catalog
from careerbot.facts.queries import NATION, FactBase

_MOST_TURNS = 5
_MOST_ANSWERS = 3
_KINDS = ("occupation", "place", "credential")  # of two that change at once the first one counts
_SOC = re.compile(r"\d\d-\d{4}")
_PLACE = re.compile(r"[A-Z]{2}|\d{7}")

_NUMBER = r"(?:two|three|four|five|six|[2-6])"
_NOUNS: Mapping[str, str] = {
    "occupation": r"jobs|careers|occupations|professions|roles|fields",
    "place": r"states|cities|places|towns|areas|metros",
    "credential": r"certs|certifications|credentials|certificates|exams|tests",
}
# "the two cheapest" of all are none that were named.
_THESE = re.compile(
    rf"\b(?:(?:these|those|all|both|of the|the) {_NUMBER}(?! \w+est\b| most\b| top\b)"
    rf"|both(?: of)?|all of (?:them|these|those)|(?:these|those) (?:{'|'.join(_NOUNS.values())}))\b"
)
_ONE = re.compile(r"\b(?:that|this|the \w+|which) one\b", re.IGNORECASE)
# "And a secretary, how does her pay compare?" joins what stood side by side.
_JOINS = re.compile(r"^\W*(?:ok(?:ay)? |so )?(?:and|also|plus|n|add)\b.*\bcompar")


def put_beside(before: Sequence[Turn], facts: FactBase) -> Names:
    """The last things put side by side, under their kind, in the order they were said; empty if there are none.

    Turns count back from the last one as long as each is about the same topic and names a thing of the kind; one
    question that depends on no names may stand between.

    Args:
        before: the turns before the question, oldest first.
        facts: knows the names.
    """
    found: Dict[str, Tuple[str, ...]] = {}
    going_on = set(_KINDS)
    about: Optional[set[Optional[str]]] = None
    asides = 0
    for turn in list(reversed(before))[:_MOST_TURNS]:
        intents = [name_of(question) for question in turn.asked if topic(name_of(question))]
        if not intents:
            continue
        if not any(catalog()[intent].takes for intent in intents):
            asides += 1
            if asides > 1:
                break
            continue
        here = {topic(intent) for intent in intents}
        if about is not None and not here & about:
            break
        newest, about = about is None, here
        named = _named(turn, facts)
        for kind in [kind for kind in _KINDS if kind in going_on]:
            if not named.get(kind):
                going_on.discard(kind)
            found[kind] = tuple(dict.fromkeys((*named.get(kind, ()), *found.get(kind, ()))))
        side = kind_of(left_by(turn, facts).get(COMPARED, ()))
        several = [kind for kind in _KINDS if len(found.get(kind, ())) > 1]
        if newest and (side or several):
            return _only(side or several[0], found)
        if several:
            # What was changed last is what is compared; only that goes on to be gathered.
            going_on &= {_changed(several, before, facts)}
        if not going_on:
            break
    chosen = next((kind for kind in _KINDS if kind in going_on and len(found.get(kind, ())) > 1), None)
    chosen = chosen or next((kind for kind in _KINDS if len(found.get(kind, ())) > 1), None)
    return _only(chosen, found) if chosen else {}


def with_both(question: Understood, before: Sequence[Turn], facts: FactBase) -> Understood:
    """A question that leaves out which certifications or states, with those meant: the two just compared, "both".

    Args:
        question: as it was understood.
        before: the turns before it, oldest first.
        facts: knows the names.
    """
    entry = catalog().get(name_of(question))
    if name_of(question) == "state_rules" and means_several(question.get("text") or "", "place"):
        places = put_beside(before, facts).get("place", ())
        if not question.get("entities") and 1 < len(places) <= _MOST_ANSWERS:
            return {**question, "entities": as_entities({"place": places}, facts)}
    about_one = entry is not None and entry.topic == "certification" and "credential" in entry.takes
    if not about_one or question.get("entities"):
        return question
    last = [turn for turn in before if any(topic(name_of(asked)) for asked in turn.asked)][-1:]
    just_now = kind_of(left_by(last[0], facts).get(COMPARED, ())) if last else None
    keys = put_beside(before, facts).get("credential", ())
    text = question.get("text") or ""
    both = (just_now == "credential" and not _ONE.search(text)) or means_several(text, "credential")
    if not both or not 1 < len(keys) <= _MOST_ANSWERS:
        return question
    return {**question, "entities": as_entities({"credential": keys}, facts)}


def kind_of(values: Sequence[str]) -> Optional[str]:
    """Of which kind things that stood side by side are; None if there are fewer than two."""
    if len(values) < 2:
        return None
    if all(_SOC.fullmatch(value) for value in values):
        return "occupation"
    return "place" if all(_PLACE.fullmatch(value) for value in values) else "credential"


def means_several(text: str, kind: str) -> bool:
    """Whether "those two", "both", "all three" in a message may be things of this kind."""
    folded = text.casefold()
    if not (_THESE.search(folded) or _JOINS.search(folded)):
        return False
    others = [nouns for other, nouns in _NOUNS.items() if other != kind]
    return re.search(rf"\b(?:{_NOUNS[kind]})\b", folded) is not None or not re.search(
        rf"\b(?:these|those|the|both|all)(?: {_NUMBER})? (?:{'|'.join(others)})\b", folded
    )


def with_these(text: str, named: Names, beside: Names) -> Names:
    """The names of a message, with those that "those two" stands for: "dental assistants vs those two" are three."""
    joined = {
        kind: tuple(dict.fromkeys((*values, *named.get(kind, ()))))
        for kind, values in beside.items()
        if means_several(text, kind)
    }
    return {**named, **joined}


def _only(kind: str, found: Names) -> Names:
    values = found.get(kind, ())
    without = tuple(value for value in values if value != NATION)
    return {kind: without if kind == "place" and len(without) > 1 else values}


def _changed(kinds: Sequence[str], before: Sequence[Turn], facts: FactBase) -> str:
    """Of kinds that changed at the same time the one that the newest message names itself."""
    if len(kinds) == 1:
        return kinds[0]
    typed = read_names(before[-1].understood.get("entities") or [], facts).known
    return next((kind for kind in kinds if kind in typed), kinds[0])


def _named(turn: Turn, facts: FactBase) -> Names:
    """What a turn was about; where it was several questions, the names of all of them."""
    left = left_by(turn, facts)
    compared = left.get(COMPARED, ())
    side = kind_of(compared)
    asked: Dict[str, List[str]] = {}
    for question in turn.asked:
        for kind, values in read_names(question.get("entities") or [], facts).known.items():
            asked.setdefault(kind, []).extend(values)
    every = {
        kind: tuple(dict.fromkeys(asked[kind])) if values and values[-1] in asked.get(kind, ()) else values
        for kind, values in left.items()
    }
    return {**every, side: tuple(compared)} if side else every
