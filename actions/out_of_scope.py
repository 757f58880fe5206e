"""What seems to be about anything else: it is refused, but a question about the career that is near is offered.

Short questions of ours ("license", "requirements") are like nothing much, so they look as if they were out of scope.
"""

from __future__ import annotations

from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.dispatch import answer
from actions.expected import as_expected
from actions.guesses import decide
from actions.not_understood import MAY_BE_A_CRISIS, OUT_OF_SCOPE_GUESSES, SOMETHING_ELSE, guess_buttons
from actions.turns import turns
from careerbot.facts.queries import fact_base


class ActionOutOfScope(SafeAction):
    """Says what the assistant knows about, or asks whether one of its questions was meant."""

    def name(self) -> str:
        return "action_out_of_scope"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        message = tracker.latest_message
        questions = as_expected(message, turns(tracker.events)[:-1], fact_base())
        if questions:
            return answer(questions, dispatcher, tracker, domain)
        decision = decide(message.get("intent_ranking") or [])
        if decision.answer == "safety_self_harm":
            dispatcher.utter_message(response=MAY_BE_A_CRISIS)
            return []
        if decision.answer is not None and decision.answer.startswith("safety_"):
            intent = {**message["intent"], "name": decision.answer}
            return answer([{**message, "intent": intent}], dispatcher, tracker, domain)
        if decision.guesses:
            buttons = [*guess_buttons(decision.guesses, message), SOMETHING_ELSE]
            dispatcher.utter_message(response=OUT_OF_SCOPE_GUESSES, buttons=buttons)
        else:
            dispatcher.utter_message(response="utter_out_of_scope")
        return []
