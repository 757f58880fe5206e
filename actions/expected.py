"""What a conversation makes likely: a short message that fits several questions is the one that goes on from the last.

"Weekends too i bet?" alone may be anything; after a question about the work it asks for the hours. The scores of the
intents say how near a message is to each; here they are mixed with those of its second reading, behind which stands the
last question (``actions/second_reading.py``), and weighed by what was asked before.
"""

from __future__ import annotations

import re
from typing import Any, List, Mapping, Optional, Sequence

from actions.completed import completed
from actions.guesses import LIMITS, may_be_offered
from actions.memory import asked_before, name_of, recall, topic
from actions.names import read_names
from actions.turns import Turn, Understood
from actions.wages import own_wage
from careerbot.catalog import catalog
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.nlu.splitting import asks

IN_CONTEXT = "intent_ranking_in_context"
"""Key of a message: how it was understood with the last question, where it was read again."""

# Chosen on tests/context_test.yml and on held-out questions asked after another question: docs/conversation.md.
_SAME_TOPIC = 1.6
_GOES_ON = 1.3
_OWN_PAY_TOLD = 2.5
_LEAST = 0.17
"""What a weighed score must reach: the threshold of ``FallbackClassifier``."""
_UNSURE = 0.35
"""A message that was understood with a higher score means what it says..."""
_UNSURE_OF_TWO = 0.5
"""... or with this one, where it was read twice."""
_ALONE = 0.6
"""How much the first reading counts of two."""
_MOST_WORDS, _MOST_WORDS_OF_TWO = 16, 30
_MEANT = re.compile(
    r"\b(?:i (?:meant?|was talking about)|meant to (?:say|type|write)|my bad|my mistake|oops|whoops|typo|autocorrect"
    r"|wrong (?:one|letters?|word|state|city|place|test|exam|job)|no,? not|sorry,? (?:i )?(?:not|its|it's|the))\b",
    re.IGNORECASE,
)
_NOT_ANSWERED = ("nlu_fallback", "out_of_scope")
# These look at the conversation in ways of their own, or hold several questions.
_BY_ITSELF = (
    *("context_", "feedback_", "several_questions"),
    *("chitchat_affirm", "chitchat_deny", "chitchat_goodbye", "chitchat_greet", "chitchat_thanks"),
)
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
    if intent.startswith(("compare_", "context_")) or intent == "salary_difference":
        # What they are about, these find in the conversation themselves.
        return [{**message, "intent": {"name": intent, "confidence": 1.0}}]
    read = read_names(message.get("entities") or [], facts)
    return completed(intent, message.get("text") or "", read, recall(before, intent, facts), facts)


def expected(message: Understood, before: Sequence[Turn]) -> Optional[str]:
    """The intent that an unsure message has after what was asked before; None if that changes nothing."""
    # Nearly every message ends here; the turns before need not be looked at for these.
    if not may_lean(message):
        return None
    text, alone, last = message.get("text") or "", _scores(message), question_before(before)
    if last is None or (name_of(message) == "salary_difference" and topic(last) == "jobs"):
        return None
    if _puts_right(message, last):
        return "context_follow_up"
    if IN_CONTEXT not in message and (max(alone.values()) > _UNSURE or len(text.split()) > _MOST_WORDS):
        return None
    told = any(own_wage(turn.understood.get("text") or "") for turn in before)
    scores = _mixed(alone, _scores(message, IN_CONTEXT)) if IN_CONTEXT in message else alone
    weighed = {intent: score * _weight(intent, last, told) for intent, score in scores.items()}
    best = max(weighed, key=lambda intent: weighed[intent])
    if weighed[best] < _LEAST or weighed[best] == alone.get(best) or not may_be_offered(best):
        return None
    # Nobody asks the same a third time; then it was misunderstood.
    again = best == last and [name_of(asked) for asked in asked_before(before)[:2]] == [last, last]
    return None if best == name_of(message) or again else best


def may_lean(message: Understood) -> bool:
    """Whether a message is so unsure that what was asked before may decide it; never where a danger is near."""
    scores, words = _scores(message), (message.get("text") or "").split()
    if not scores or max(scores.values()) > _UNSURE_OF_TWO or len(words) > _MOST_WORDS_OF_TWO:
        return False
    return not name_of(message).startswith(_BY_ITSELF) and not _may_be_danger(scores)


def question_before(before: Sequence[Turn]) -> Optional[str]:
    """The intent of the last question; what was out of scope was none."""
    asked = (name_of(question) for question in asked_before(before))
    return next((intent for intent in asked if not intent.startswith("out_of_scope")), None)


def _puts_right(message: Understood, last: str) -> bool:
    """Whether a message says that another name was meant: "oops, i meant the cma"."""
    kinds = {entity["entity"] for entity in message.get("entities") or []}
    text = message.get("text") or ""
    return not kinds.isdisjoint(catalog()[last].takes) and _MEANT.search(text) is not None and not asks(text)


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


def _mixed(alone: Mapping[str, float], together: Mapping[str, float]) -> Mapping[str, float]:
    every = {*alone, *together}
    return {intent: _ALONE * alone.get(intent, 0.0) + (1 - _ALONE) * together.get(intent, 0.0) for intent in every}


def _scores(message: Understood, ranking_key: str = "intent_ranking") -> Mapping[str, float]:
    """Of the catalog's intents; what comes without a score is sure."""
    ranking: Sequence[Mapping[str, Any]] = message.get(ranking_key) or []
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
