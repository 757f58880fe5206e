"""What the assistant offered last, and what comes of taking it: a tap, a "yes" and "the second one" are the same."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, Mapping, Optional, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatch import answer
from actions.forms import form_opened_by
from actions.memory import name_of
from actions.turns import Turn, Understood

Button = Mapping[str, str]

REFUSAL = "/chitchat_deny"
"""The payload of buttons that decline ("Something else", "Skip")."""

_MOST = 5
_PAYLOAD = re.compile(r"/(\w+)({.*})?")


def question_of(payload: str) -> Optional[Understood]:
    """The question that a payload asks: ``/intent{"entity": "value or list of values"}``. None if it is words."""
    parts = _PAYLOAD.fullmatch(payload.strip())
    if parts is None:
        return None
    named: Dict[str, Any] = json.loads(parts[2] or "{}")
    entities = [
        {"entity": kind, "value": value}
        for kind, values in named.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    return {"text": payload, "intent": {"name": parts[1], "confidence": 1.0}, "entities": entities}


def choices(before: Sequence[Turn]) -> List[Button]:
    """The buttons of the last answer that ask something; those that decline are left out."""
    offered = before[-1].offered if before else ()
    return [button for button in offered if button["payload"] != REFUSAL and question_of(button["payload"])]


def take(
    buttons: Sequence[Button], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
) -> List[EventType]:
    """Answer what the buttons ask, as if each had been tapped; a form is started by one button alone."""
    questions = [question for question in (question_of(button["payload"]) for button in buttons) if question]
    form = form_opened_by(name_of(questions[0])) if len(questions) == 1 else None
    if form is not None:
        return [FollowupAction(form.form)]
    return answer(questions, dispatcher, tracker, domain)


def ask_which(dispatcher: CollectingDispatcher, response: str, buttons: Sequence[Button], **values: str) -> None:
    """Say a response with the buttons under it once more."""
    dispatcher.utter_message(response=response, buttons=[dict(button) for button in buttons[:_MOST]], **values)
