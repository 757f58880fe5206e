"""Who asks what becomes of their words, or wants them deleted: what is kept, how long, and where it is deleted."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from careerbot.keeping import keep_days


class ActionChitchatPrivacy(SafeAction):
    """Says how long conversations are kept, as this assistant is set up (``careerbot/keeping.py``)."""

    def name(self) -> str:
        return "action_chitchat_privacy"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        days = keep_days()
        if days is None:
            dispatcher.utter_message(response="utter_chitchat_privacy")
        else:
            dispatcher.utter_message(response="utter_chitchat_privacy_days", days=str(days))
        return []
