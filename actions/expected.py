"""What a conversation makes likely: a short message that fits several questions is the one that goes on from the last.

"Weekends too i bet?" alone may be anything; after a question about the work it asks for the hours. The scores of the
intents say how near a message is to each; here they are weighed by what was asked before.
"""

from __future__ import annotations

from typing import Any, List, Mapping, Optional, Sequence

from actions.completed import completed
from actions.guesses import LIMITS, may_be_offered
from actions.memory import asked_before, name_of, recall, topic
from actions.names import read_names
from actions.turns import Turn, Understood
from actions.wages import own_wage
from careerbot.catalog import catalog
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase

# Chosen on tests/context_test.yml and on held-out questions asked after another question: docs/conversation.md.
_SAME_TOPIC = 1.6
_GOES_ON = 1.3
_OWN_PAY_TOLD = 2.5
_LEAST = 0.17
"""What a weighed score must reach: the threshold of ``FallbackClassifier``."""
_UNSURE = 0.35
"""A message that was understood with a higher score means what it says."""
_MOST_WORDS = 16
_NOT_ANSWERED = ("nlu_fallback", "out_of_scope")
_LEAST_OF_A_JOB = 0.08
"""Of 3,407 held-out messages it takes two, one of them wrongly."""


def as_expected(message: Understood, before: Sequence[Turn], facts: FactBase) -> List[Understood]:
    """The questions that an unsure message asks after what was asked before; none if that changes nothing.

    Args:
        message: as it was understood, with its ``intent_ranking``.
        before: the turns before it, oldest first.
        facts: knows the names.
    """
    intent = expected(message, before)
    if intent is None and name_of(message).startswith(_NOT_ANSWERED):
        intent = _about_a_job(message, facts)
    if intent is None:
        return []
    if intent.startswith("compare_") or intent == "salary_difference":
        # Which two or more, these find in the conversation themselves.
        return [{**message, "intent": {"name": intent, "confidence": 1.0}}]
    read = read_names(message.get("entities") or [], facts)
    return completed(intent, message.get("text") or "", read, recall(before, intent, facts), facts)


def expected(message: Understood, before: Sequence[Turn]) -> Optional[str]:
    """The intent that an unsure message has after what was asked before; None if that changes nothing."""
    text, scores = message.get("text") or "", _scores(message)
    # Nearly every message ends here; the turns before need not be looked at for these.
    if not scores or max(scores.values()) > _UNSURE or len(text.split()) > _MOST_WORDS or _may_be_danger(scores):
        return None
    last = next((asked for asked in asked_before(before) if not name_of(asked).startswith("out_of_scope")), None)
    if last is None:
        return None
    told = any(own_wage(turn.understood.get("text") or "") for turn in before)
    weighed = {intent: score * _weight(intent, name_of(last), told) for intent, score in scores.items()}
    best = max(weighed, key=lambda intent: weighed[intent])
    if weighed[best] < _LEAST or weighed[best] == scores[best] or not may_be_offered(best):
        return None
    return None if best == name_of(message) else best


def _about_a_job(message: Understood, facts: FactBase) -> Optional[str]:
    """The likeliest question about jobs, if a message that is not clearly about anything else names one of ours."""
    named = read_names(message.get("entities") or [], facts).known.get("occupation", ())
    if not {*named} - {MEDICAL_ASSISTANT}:
        return None
    scores = _scores(message)
    if scores.get("out_of_scope", 0.0) > _UNSURE:
        return None
    fitting = [name for name in scores if may_be_offered(name) and "occupation" in catalog()[name].takes]
    best = max(fitting, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best] >= _LEAST_OF_A_JOB else None


def _scores(message: Understood) -> Mapping[str, float]:
    """Of the catalog's intents; what comes without a score is sure."""
    ranking: Sequence[Mapping[str, Any]] = message.get("intent_ranking") or []
    return {guess["name"]: float(guess.get("confidence", 1.0)) for guess in ranking if guess["name"] in catalog()}


def _weight(intent: str, last: str, told: bool) -> float:
    """How much likelier an intent is after the question ``last``; 1 if that says nothing."""
    if topic(intent) is None:
        return 1.0
    weight = _SAME_TOPIC if topic(intent) == topic(last) else 1.0
    if intent in catalog()[last].more:
        weight *= _GOES_ON
    if intent == "salary_own" and told:
        weight *= _OWN_PAY_TOLD
    return weight


def _may_be_danger(scores: Mapping[str, float]) -> bool:
    surest = max(scores.values())
    return any(scores.get(intent, 0.0) >= share * surest for intent, share in LIMITS.safety.items())
