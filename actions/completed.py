"""Questions put together here: an intent, the names in a message, and those it leaves out from the context."""

from __future__ import annotations

from typing import Dict, List, Tuple

from actions.names import Names, Read, as_entities, read_names
from actions.turns import Understood
from careerbot.catalog import catalog
from careerbot.facts.queries import FactBase

_MOST = 3

# Answers that put several names of these kinds side by side; every other one is given once for each name.
_SIDE_BY_SIDE = {
    "salary_median": ("occupation", "place"),
    "salary_entry": ("occupation", "place"),
    "salary_top": ("occupation", "place"),
    "salary_own": ("occupation", "place"),
    "salary_difference": ("occupation", "place", "year"),
    "salary_trend": ("occupation", "year"),
    "salary_best_places": ("occupation",),
    "salary_settings": ("setting",),
    "outlook_growth": ("occupation",),
    "outlook_openings": ("occupation", "place"),
    "compare_roles": ("occupation",),
    "compare_credentials": ("credential",),
    "compare_rank_roles": ("occupation",),
    "compare_rank_credentials": ("credential",),
}


def completed(intent: str, text: str, read: Read, context: Names, facts: FactBase) -> List[Understood]:
    """The questions that an intent and some names ask: one, or one for each name if its answer takes only one.

    Args:
        intent: what is asked.
        text: the message as typed.
        read: the names in it; those that the answer does not depend on are left out.
        context: names that it leaves out (``actions.memory.recall``).
        facts: knows the names.
    """
    together: Dict[str, Tuple[str, ...]] = {}
    apart: Dict[str, Tuple[str, ...]] = {}
    unknown: List[Dict[str, str]] = []
    for kind in catalog()[intent].takes:
        values = read.known.get(kind, ())
        if not values and kind in read.unknown:
            unknown += [{"entity": kind, "value": name} for name in read.unknown[kind]]
            continue
        values = values or context.get(kind, ())
        if intent == "state_rules":
            values = tuple({facts.place(code).state: code for code in values}.values())  # a city's are its state's
        if values:
            (together if len(values) == 1 or kind in _SIDE_BY_SIDE.get(intent, ()) else apart)[kind] = values
    return [
        {
            "text": text,
            "intent": {"name": intent, "confidence": 1.0},
            "entities": as_entities({**together, **one}, facts) + unknown,
        }
        for one in _each(apart)
    ]


def one_by_one(question: Understood, facts: FactBase) -> List[Understood]:
    """The question for each of the things it names, if its answer is about one of them only; else itself.

    "Which is best paid, Ohio or Texas?" is one question, though a ranking of jobs is of one place.
    """
    entities = question.get("entities") or []
    intent = (question.get("intent") or {}).get("name") or ""
    if len(entities) < 2 or intent not in catalog():
        return [question]
    read = read_names(entities, facts)
    if intent == "compare_rank_roles" and len(read.known.get("occupation", ())) < 2:
        return [question]
    each = completed(intent, question.get("text") or "", read, {}, facts)
    return each if len(each) > 1 else [question]


def _each(apart: Names) -> List[Names]:
    """One name of each kind at a time; where several kinds have several, only the first kind's take turns."""
    if not apart:
        return [{}]
    (kind, values), *others = apart.items()
    rest = {other: names[:1] for other, names in others}
    return [{**rest, kind: (value,)} for value in values[:_MOST]]
