"""What a message that comes in while a form runs is: words for the form to read, a question, a cry for help."""

from __future__ import annotations

import re
from datetime import date
from typing import List, Optional

from rasa_sdk import Tracker

from actions.form_answers import clauses, is_question, is_stop
from actions.form_reading import Answers, Heard
from actions.guesses import decide
from actions.memory import name_of
from actions.names import read_names
from actions.turns import Understood, turns
from careerbot.catalog import catalog
from careerbot.facts.queries import FactBase

# Words that have the form of a question must be understood with this confidence, other words with that one, to be
# taken for a question to the assistant: a half-answer looks a little like many questions.
_SURE_OF_QUESTION = 0.3
_SURE_OF_WORDS = 0.6

_DANGER = ("safety_emergency", "safety_self_harm", "safety_violence")
# Inside a form these are no question to the assistant: they are about the form's own question or about nothing.
_OF_THE_FORM = (
    "chitchat_affirm",
    "chitchat_deny",
    "chitchat_wrong",
    "context_choice",
    "context_more",
    "context_repeat",
    "context_stop",
    "context_why",
)


# "n ohio" goes on from an answer; as an answer itself "n carolina" is a state.
_GOES_ON = re.compile(r"(?:(?:ok(?:ay)?|so) )*(?:and|an|n|nd|what about|how about) ")


def heard(message: Understood, facts: FactBase, ago: int = 0) -> Heard:
    """A message as the questions of a form read it; of a tapped button only the names."""
    text = _text(message)
    names = read_names(message.get("entities") or [], facts).known
    said = "" if text.startswith("/") else text
    return Heard(said, names, facts, date.today(), ago, name_of(message))


def heard_before(tracker: Tracker, facts: FactBase) -> List[Heard]:
    """What the person said up to the message that opens a form, oldest first; of earlier messages what was stated."""
    said = [turn.understood for turn in turns(tracker.events)]
    messages = [heard(message, facts, len(said) - place) for place, message in enumerate(said)]
    return [*(one.statement for one in messages[:-1]), *messages[-1:]]


def danger(message: Understood, found: Answers) -> Optional[str]:
    """The intent of a message that tells of an emergency, a crisis or violence, sure or not; None for others.

    Args:
        message: as it was understood.
        found: the answers to the form that are in it. Beside them a guess does not count: "it ended 8 years ago".
    """
    intent: Optional[str] = None
    if name_of(message) in catalog():
        intent = name_of(message) if _sure(message) >= _SURE_OF_QUESTION else None
    elif not found:
        intent = decide(message.get("intent_ranking") or []).answer
    return intent if intent in _DANGER else None


def stops(message: Understood) -> bool:
    """Whether a message ends the form in so many words."""
    text = _text(message)
    return any(map(is_stop, (text, *clauses(text))))


def means_stop(message: Understood) -> bool:
    """Whether a message that answers nothing was understood as the wish to stop."""
    return name_of(message) == "context_stop" and _sure(message) >= _SURE_OF_WORDS


def is_asked(message: Understood) -> bool:
    """Whether a message has the form of a question, understood or not."""
    return any(map(is_question, (_text(message), *clauses(_text(message)))))


def asks_behind_stop(message: Understood) -> bool:
    """Whether a message that ends the form asks something as well: "never mind, how much is it"."""
    asked = any(is_question(part) for part in clauses(_text(message)) if not is_stop(part))
    return asked and asks(message, {})


def asks(message: Understood, found: Answers) -> bool:
    """Whether a message asks the assistant something that it understands.

    Args:
        message: as it was understood.
        found: the answers to the form that are in it. Beside them only what has the form of a question counts.
    """
    intent, text = name_of(message), _text(message)
    known = intent in catalog() or message.get("questions")
    question = is_asked(message) or text.startswith("/")
    if intent == "out_of_scope":  # half an answer often looks like one; "what about Acme Institute" is one
        return question and not found and _sure(message) >= _SURE_OF_WORDS
    if not known or intent in _OF_THE_FORM:
        return False
    if intent == "context_follow_up":  # "and in Ohio?" asks; a bare "Ohio" is rather an answer
        said = text.casefold()
        question = question or said.startswith("and ") or (not found and _GOES_ON.match(said) is not None)
    if not question and (found or intent == "context_follow_up"):
        return False
    return _sure(message) >= (_SURE_OF_QUESTION if question else _SURE_OF_WORDS)


def _text(message: Understood) -> str:
    return str(message.get("text") or "")


def _sure(message: Understood) -> float:
    return float((message.get("intent") or {}).get("confidence") or 0.0)
