"""What a message may leave out, and for how long: the one rule of when the context counts (docs/conversation.md).

What a question was about counts

1. for the next question, whatever that is about;
2. for further questions (up to ``_LONGEST``), as long as none of them is about another topic;
3. for a question that comes back to the topic after a single one about another, unless that was a look-up: what it
   was about has taken the place of the old. A certification gives way only to another certification.

Small talk and messages that were not understood are no questions.
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Set, Tuple

from actions.names import KINDS, Names, read_names
from actions.turns import Turn, Understood
from careerbot.catalog import catalog
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase

COMPARED = "compared"
"""Slot of what the last comparison put side by side: codes or keys."""

RANKED_BY = "ranked_by"
"""Slot of what the last ranking went by: a criterion of ``actions/criteria.py``, with a minus for the other end."""

_LONGEST = 10

# Topics of the catalog that are one subject to a person.
_WIDER = {
    "education": "school",
    "programs": "school",
    "salary": "jobs",
    "outlook": "jobs",
    "compare": "jobs",
    "scope": "law",
    "state": "law",
}
_NO_TOPIC = ("chitchat", "context", "feedback")
# What is not ours changes no subject: reactions and things said by the way are often taken for it.
_ELSEWHERE = "out_of_scope"


def topic(intent: str) -> Optional[str]:
    """What a question is about, in the widest sense; None for one that has no topic of its own."""
    entry = catalog().get(intent)
    if entry is None or entry.topic in _NO_TOPIC:
        return None
    if entry.topic == "compare" and "credentials" in intent:
        return "certification"
    return _WIDER.get(entry.topic, entry.topic)


def name_of(question: Understood) -> str:
    """The intent of a question; empty if it has none."""
    return (question.get("intent") or {}).get("name") or ""


def is_about_something(turn: Turn) -> bool:
    """Whether a turn answered a question that has a topic."""
    return any(topic(name_of(question)) for question in turn.asked)


def last_spoken(before: Sequence[Turn]) -> Optional[Turn]:
    """The turn with the last answer; after "thanks" and "you are welcome" the answer is meant, not the welcome."""
    spoken = [turn for turn in before if turn.bot]
    answers = (turn for turn in reversed(spoken) if is_about_something(turn) or turn.in_form)
    return next(answers, spoken[-1] if spoken else None)


def asked_before(before: Sequence[Turn]) -> List[Understood]:
    """The questions that have a topic, the last one first."""
    return [question for turn in reversed(before) for question in reversed(turn.asked) if topic(name_of(question))]


def recall(before: Sequence[Turn], intent: str, facts: FactBase) -> Names:
    """The names that a question may leave out, by kind, and under ``compared`` what was last put side by side.

    Args:
        before: the turns before the question, oldest first.
        intent: the question's; one without a topic of its own keeps to that of the last question.
        facts: knows the names.
    """
    here = topic(intent) or next((topic(name_of(question)) for question in asked_before(before)), None)
    recalled: Dict[str, Tuple[str, ...]] = {}
    decided: Set[str] = set()
    since: List[str] = []  # intents asked after the turn
    for turn in reversed(before):
        intents = [name_of(question) for question in turn.asked if topic(name_of(question)) not in (None, _ELSEWHERE)]
        # A place or a wage said in passing belongs to whatever is asked next.
        here_again = not intents or any(topic(name) == here for name in intents)
        for kind, values in left_by(turn, facts).items():
            if kind not in decided and values and (not since or (here_again and _only_aside(since, here, kind))):
                recalled[kind] = values
            decided.add(kind)
        since += intents
        if len(since) > _LONGEST:
            break
    return recalled


def named_last(before: Sequence[Turn], kind: str, facts: FactBase) -> Tuple[str, ...]:
    """The names of a kind in the last message that has any, wherever in the conversation; not the country."""
    for turn in reversed(before):
        named = read_names(turn.understood.get("entities") or [], facts).known.get(kind, ())
        if found := tuple(value for value in named if value != NATION):
            return found
    return ()


def _only_aside(since: Sequence[str], here: Optional[str], kind: str) -> bool:
    """Whether all questions were about the topic, but for one at most whose answer depends on no names."""
    elsewhere = [intent for intent in since if topic(intent) != here]
    takes = [catalog()[intent].takes for intent in elsewhere]
    replaced = any(kind in names if kind == "credential" else names for names in takes)
    return len(elsewhere) < 2 and not replaced


def left_by(turn: Turn, facts: FactBase) -> Names:
    """What a turn was about: what its answer says (a slot), else what its questions name, else their very subject.

    An answer that takes a name back leaves none of that kind.
    """
    left: Dict[str, Tuple[str, ...]] = {}
    for question in turn.asked:
        entry = catalog().get(name_of(question))
        subject = [
            {"entity": kind, "value": name} for kind, names in (entry.names if entry else {}).items() for name in names
        ]
        own = read_names(subject, facts).known
        left.update(own)
        named = read_names(question.get("entities") or [], facts).known
        # "Can an MA become a nurse" is about nurses, though a medical assistant is named.
        left.update({kind: others for kind in named if (others := _others(named[kind], kind in own))})
    for slot, value in turn.slots.items():
        if slot == COMPARED:
            left[slot] = tuple(value or ())
        elif slot == RANKED_BY:
            left[slot] = (value,) if value else ()
        elif slot in KINDS:
            left[slot] = _with_those_named_beside(value, left.get(slot, ()))
    return left


def _others(values: Tuple[str, ...], has_subject: bool) -> Tuple[str, ...]:
    return tuple(value for value in values if not has_subject or value != MEDICAL_ASSISTANT)


def _with_those_named_beside(value: Optional[str], named: Tuple[str, ...]) -> Tuple[str, ...]:
    """A slot holds one name; if the question named it among others ("Texas and Ohio"), they all were meant."""
    if value is None:
        return ()
    return named if value in named else (value,)
