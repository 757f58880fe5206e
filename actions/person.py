"""Who wants a person: where one can be reached if the operator says so, else honestly that nobody is there."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from careerbot.contact import contact


class ActionChitchatPerson(SafeAction):
    """Gives the configured contact (``careerbot/contact.py``)."""

    def name(self) -> str:
        return "action_chitchat_person"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        reached = contact()
        if reached is None:
            dispatcher.utter_message(response="utter_chitchat_person")
        else:
            dispatcher.utter_message(response="utter_chitchat_person_contact", contact=reached)
        return []
