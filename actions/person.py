"""Who wants a person: where one can be reached if the operator says so, else honestly that nobody is there."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatch import AsMeant
from careerbot.contact import contact


class ActionChitchatPerson(AsMeant):
    """Gives the configured contact (``careerbot/contact.py``); "their phone number" may be a certifier's."""

    def name(self) -> str:
        return "action_chitchat_person"

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        reached = contact()
        if reached is None:
            dispatcher.utter_message(response="utter_chitchat_person")
        else:
            dispatcher.utter_message(response="utter_chitchat_person_contact", contact=reached)
        return []
