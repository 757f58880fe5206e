"""What a message that was not understood may have meant, read from the scores of its intents.

A score is between 0 and 1 and small for every intent if the message is like nothing in the training data. Only the
gaps between scores tell how far the best guess is ahead, so all limits but two are shares of the best score.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Collection, Mapping, Optional, Sequence, Tuple

from careerbot.catalog import catalog


@dataclass(frozen=True)
class Limits:
    """Chosen on messages that are neither training nor held-out data; the counts stand in docs/conversation.md.

    Attributes:
        nothing: a best guess below this is none. Words without sense reach 0.05 to 0.12 and vague questions
            0.1 and more; between them a needless button does less harm than a missing one.
        least: nothing below this is offered, however close to the best: it is noise.
        near: a question is offered if it has this share of the best score. Down to here the right one is among the
            offered ever more often; below, only wrong ones are added.
        most: that many are offered. With more, a person reads a list instead of an answer.
        safety: intents whose answer comes before all guesses, the gravest first, with the share of the best score
            from which on it does. A needless emergency number costs a line; one that is missing may cost a life.
            Rude words are not among them: an unsure rebuke is worse than none.
        least_safety: below this it is noise: "hm sideways" had 0.037 for a crisis, and 0.08 for its best guess.
        surer: what small talk among these takes: words without sense look like a greeting.
        answered: how intents begin that cannot be offered on a button, but are answered if no question is near
            them. What acts on what was said before (yes, no, stop) is too grave to be done on a guess.
    """

    nothing: float = 0.08
    least: float = 0.03
    near: float = 0.15
    most: int = 3
    safety: Mapping[str, float] = field(
        default_factory=lambda: {
            "safety_emergency": 0.3,
            "safety_self_harm": 0.3,
            "safety_violence": 0.3,
            "safety_medical_advice": 0.5,
            "safety_legal_advice": 0.5,
        }
    )
    least_safety: float = 0.04
    surer: float = 0.12
    answered: Tuple[str, ...] = (
        "out_of_scope",
        "context_follow_up",
        "chitchat_bot",
        "chitchat_goodbye",
        "chitchat_greet",
        "chitchat_help",
        "chitchat_how_are_you",
        "chitchat_language",
        "chitchat_person",
        "chitchat_sources",
        "chitchat_thanks",
    )


LIMITS = Limits()

_NEVER_OFFERED = ("chitchat", "context", "feedback", "out_of_scope", "safety")
"""Topics of which nothing is a guess, whatever the catalog lets other buttons lead to."""


@dataclass(frozen=True)
class Decision:
    """What to do with an unclear message: answer it as ``answer``, or offer ``guesses``; with neither, say so."""

    answer: Optional[str] = None
    guesses: Tuple[str, ...] = ()


def decide(ranking: Sequence[Mapping[str, Any]], without: Collection[str] = (), limits: Limits = LIMITS) -> Decision:
    """Weigh the guesses.

    Args:
        ranking: intents with ``name`` and ``confidence``, as Rasa ranks them; those that the catalog does not know
            (``nlu_fallback``, ``several_questions``) do not count.
        without: intents that are known not to be meant. They still show how sure an answer must be, so that a
            message which was clearly something else is not taken for an emergency.
        limits: where the borders run.
    """
    known = {guess["name"]: float(guess["confidence"]) for guess in ranking if guess["name"] in catalog()}
    scores = {intent: score for intent, score in known.items() if intent not in without}
    best = max(scores, key=lambda intent: scores[intent], default=None)
    if best is None or scores[best] < limits.nothing:
        return Decision()
    surest = max(known.values())
    for intent, share in limits.safety.items():
        if scores.get(intent, 0.0) >= max(share * surest, limits.least_safety):
            return Decision(answer=intent)
    least = max(limits.least, limits.near * scores[best])
    near = [intent for intent, score in scores.items() if score >= least and may_be_offered(intent)]
    if near:
        return Decision(guesses=tuple(sorted(near, key=lambda intent: -scores[intent])[: limits.most]))
    sure = max(limits.near * surest, limits.surer if best.startswith("chitchat") else 0.0)
    is_answer = best.startswith(limits.answered) and scores[best] >= sure
    return Decision(answer=best if is_answer else None)


def may_be_offered(intent: str) -> bool:
    """Whether an intent may stand among the guesses: a question about the career that the catalog lets be suggested."""
    entry = catalog().get(intent)
    return entry is not None and entry.suggest and entry.topic not in _NEVER_OFFERED
