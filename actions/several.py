"""Answers a message that asks several questions: one answer each, in order, each knowing what went before."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.dispatch import answer


class ActionAnswerSeveral(SafeAction):
    """Runs for each question that ``careerbot.nlu.several`` lists the action that its own rule would run."""

    def name(self) -> str:
        return "action_answer_several"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        return answer(tracker.latest_message["questions"], dispatcher, tracker, domain)
