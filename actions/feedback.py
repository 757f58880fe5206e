"""Thumbs: whether an answer helped, and if not, why; kept with the question (``careerbot/feedback.py``)."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from typing import Any, Dict, List, Optional, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.forms import form_opened_by
from actions.memory import name_of
from actions.offered import REFUSAL
from actions.turns import Turn, turns
from careerbot.catalog import payload
from careerbot.errors import CareerbotError
from careerbot.feedback import REASONS, Answered, FeedbackStore, Rating, feedback_store

logger = logging.getLogger(__name__)

FORM = "feedback_form"
"""Runs while a reason may be typed (``actions/feedback_reason.py``)."""

SKIP = {"title": "Skip", "payload": REFUSAL}
WHY = "utter_feedback_down"
THANKS_FOR_REASON = "utter_feedback_reason"
NOT_KEPT = "utter_feedback_not_kept"
NOTED = "utter_feedback_noted"
THANKS = "utter_feedback_up"
SKIPPED = "utter_feedback_skipped"
LISTEN = "action_listen"

# What is said to a rating and to small talk is no answer that one rates.
_NOT_RATED = ("chitchat_", "feedback_")
_OWN_RESPONSES = frozenset({THANKS, WHY, THANKS_FOR_REASON, NOTED, SKIPPED, NOT_KEPT})


class _Rate(SafeAction, ABC):
    """Rates the last answer."""

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        answered = last_answer(tracker)
        if answered is None:
            dispatcher.utter_message(response="utter_feedback_nothing")
            return []
        try:
            return self.rate(answered, feedback_store(), dispatcher, tracker)
        except CareerbotError:
            logger.exception("a rating was not kept")
            dispatcher.utter_message(response=NOT_KEPT)
            return []

    @abstractmethod
    def rate(
        self, answered: Answered, store: FeedbackStore, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> List[EventType]:
        """Keep the rating and say so."""


class ActionFeedbackUp(_Rate):
    """The answer helped."""

    def name(self) -> str:
        return "action_feedback_up"

    def rate(
        self, answered: Answered, store: FeedbackStore, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> List[EventType]:
        before = store.rate(answered, Rating(helped=True))
        dispatcher.utter_message(response=NOTED if before else THANKS)
        return []


class ActionFeedbackDown(_Rate):
    """The answer did not help: asks why, if the rating does not say so itself."""

    def name(self) -> str:
        return "action_feedback_down"

    def rate(
        self, answered: Answered, store: FeedbackStore, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> List[EventType]:
        reason = next((value for value in tracker.get_latest_entity_values("reason") if value in REASONS), None)
        before = store.rate(answered, Rating(helped=False, reason=reason))
        if reason and before in (None, Rating(helped=False)):
            dispatcher.utter_message(response=THANKS_FOR_REASON)
        elif before:
            dispatcher.utter_message(response=NOTED)
        elif (tracker.active_loop or {}).get("name"):  # the next message belongs to that form
            dispatcher.utter_message(response=NOTED, buttons=_reason_buttons())
        else:
            dispatcher.utter_message(response=WHY, buttons=[*_reason_buttons(), SKIP])
            # Without the listening Rasa would run the form at once, on the message that is being answered.
            return [ActiveLoop(FORM), FollowupAction(LISTEN)]
        return []


def last_answer(tracker: Tracker) -> Optional[Answered]:
    """What a rating is about: the last answer before the newest message that was none to small talk or to a rating."""
    before = turns(tracker.events)[:-1]
    for place in range(len(before) - 1, -1, -1):
        turn = before[place]
        asked = _rated(turn) or (_opening(before[:place]) if turn.in_form else [])
        if asked and turn.responses and _OWN_RESPONSES.isdisjoint(turn.responses):
            return _answered(turn, asked[0] if len(set(asked)) == 1 else turn.intent, tracker.sender_id)
    return None


def _rated(turn: Turn) -> List[str]:
    """The intents of the questions whose answer can be rated."""
    return [name for name in map(name_of, turn.asked) if name and not name.startswith(_NOT_RATED)]


def _opening(before: Sequence[Turn]) -> List[str]:
    """The intent that opened the form that ran last: what its questions and its result are answers to."""
    asked = (name for turn in reversed(before) for name in _rated(turn))
    return [name for name in asked if form_opened_by(name)][:1]


def _answered(turn: Turn, intent: str, conversation: str) -> Answered:
    return Answered(
        conversation=conversation,
        message=turn.user.get("message_id") or str(turn.user.get("timestamp")),
        question=turn.user.get("text") or "",
        intent=intent,
        score=float((turn.understood.get("intent") or {}).get("confidence") or 0.0),
        answer=", ".join(dict.fromkeys(turn.responses)),
        channel=turn.user.get("input_channel") or "",
    )


def _reason_buttons() -> List[Dict[str, str]]:
    return [{"title": title, "payload": payload("feedback_down", reason=key)} for key, title in REASONS.items()]
