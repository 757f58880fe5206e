"""Answers whose text stands in ``domain.yml`` and whose figures stand in ``facts/``: no code for each."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatch import AsMeant
from careerbot.facts.queries import fact_base
from careerbot.placeholders import fill, placeholders


class ActionAnswerWithFigures(AsMeant):
    """Utters ``utter_<intent>`` with every placeholder read from the fact base."""

    def name(self) -> str:
        return "action_answer_with_figures"

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        response = f"utter_{tracker.get_intent_of_latest_message()}"
        text = domain["responses"][response][0]["text"]
        values = fill(text, fact_base()) if placeholders(text) else {}
        dispatcher.utter_message(response=response, **values)
        return []
