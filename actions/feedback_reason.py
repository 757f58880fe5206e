"""The message after "What was wrong with it?": a typed reason, a "skip", or something else that the person wants."""

from __future__ import annotations

import logging
import re
from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.dispatch import answer
from actions.feedback import FORM, LISTEN, NOT_KEPT, SKIP, SKIPPED, THANKS_FOR_REASON, last_answer
from actions.form_answers import is_question, is_skip, is_stop, plain
from actions.form_messages import danger
from actions.forms import form_opened_by
from actions.memory import name_of
from actions.not_understood import ActionNotUnderstood
from actions.turns import Understood, questions_in
from careerbot.catalog import catalog
from careerbot.errors import CareerbotError
from careerbot.feedback import Rating, feedback_store

logger = logging.getLogger(__name__)

# A reason names what the answer was about ("the wage is wrong"), so it looks like a question about that. What has the
# form of a question is taken for one with this score, other words only with that and if nothing in them complains.
_SURE_OF_QUESTION = 0.3
_SURE_OF_WORDS = 0.6
_COMPLAINS = re.compile(
    r"\b(wrong|incorrect|false|untrue|old|outdated|bad|poor|useless|confus\w+|unclear|vague|general|too|hard|difficult"
    r"|boring|miss\w*|nothing|never|not|no|didnt|doesnt|dont|isnt|wasnt|wont|cant|arent|asked|already|said|says"
    r"|answer\w*|reply|expected|wanted|understand|read|links?|sources?)\b"
)
_ALWAYS = ("chitchat_person", "context_restart")
# About the answer, or about nothing: as a reason these are kept.
_REASON = (
    "chitchat_affirm",
    "chitchat_deny",
    "chitchat_unreadable",
    "chitchat_wrong",
    "context_choice",
    "context_stop",
    "context_why",
    "feedback_",
)
# Wishes that are about the answer, but are to be done and not kept, unless the words complain as well.
_COMMANDS = ("context_more", "context_recall", "context_repeat", "context_simpler")
_REASON_IN_WORDS = (*_REASON, "context_", "out_of_scope", "safety_")


class ValidateFeedbackForm(SafeAction):
    """Gets the message from Rasa because the form runs; the form ends with it in any case."""

    def name(self) -> str:
        return f"validate_{FORM}"

    def respond_safely(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """``respond``, or an apology; then the end of the form."""
        events = super().respond_safely(dispatcher, tracker, domain)
        followed = any(event["event"] == "followup" for event in events)
        # No rule knows what comes after a form that ends like this.
        return [*events, ActiveLoop(None), *([] if followed else [FollowupAction(LISTEN)])]

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        message = tracker.latest_message
        text = str(message.get("text") or "")
        if intent := danger(message, {}):
            return answer([{**message, "intent": {**message["intent"], "name": intent}}], dispatcher, tracker, domain)
        if _skips(message, text):
            dispatcher.utter_message(response=SKIPPED)
        elif text.startswith("/") or _goes_on(message, text):
            form = form_opened_by(name_of(message))
            if form is not None:
                return [FollowupAction(form.form)]
            if not _is_understood(message):
                return ActionNotUnderstood().respond_safely(dispatcher, tracker, domain)
            return answer(questions_in(message), dispatcher, tracker, domain)
        else:
            _keep(text, dispatcher, tracker)
        return []


def _keep(reason: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    answered = last_answer(tracker)
    try:
        if answered is not None:
            feedback_store().rate(answered, Rating(helped=False, comment=reason))
    except CareerbotError:
        logger.exception("a reason was not kept")
        dispatcher.utter_message(response=NOT_KEPT)
    else:
        dispatcher.utter_message(response=THANKS_FOR_REASON)


def _sure(message: Understood) -> float:
    return float((message.get("intent") or {}).get("confidence") or 0.0)


def _skips(message: Understood, text: str) -> bool:
    refuses = name_of(message) in ("chitchat_deny", "context_stop") and _sure(message) >= _SURE_OF_WORDS
    return text == SKIP["payload"] or is_skip(text) or is_stop(text) or (refuses and len(text.split()) <= 3)


def _is_understood(message: Understood) -> bool:
    return name_of(message) in catalog() or bool(message.get("questions"))


def _goes_on(message: Understood, text: str) -> bool:
    """Whether the message asks for something instead of giving a reason."""
    intent, sure = name_of(message), _sure(message)
    complains = _COMPLAINS.search(plain(text)) is not None
    if text.rstrip().endswith("?") and len(text.split()) > 1 and not complains and not intent.startswith(_REASON):
        return True  # also if it is not understood: who asks "naloxone training for MAs?" wants no thanks
    if not _is_understood(message):
        return False
    if intent in _ALWAYS:
        return sure >= _SURE_OF_QUESTION
    if intent in _COMMANDS:
        return sure >= (_SURE_OF_WORDS if complains else _SURE_OF_QUESTION)
    if is_question(text):
        return sure >= _SURE_OF_QUESTION and not intent.startswith(_REASON)
    return sure >= _SURE_OF_WORDS and not complains and not intent.startswith(_REASON_IN_WORDS)
