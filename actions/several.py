"""Answers a message that asks several questions: one answer each, in order, each knowing what went before."""

from __future__ import annotations

import copy
from typing import Any, Dict, List, Mapping, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.utils import all_subclasses

from actions.base import SafeAction
from actions.figures import ActionAnswerWithFigures


class ActionAnswerSeveral(SafeAction):
    """Runs for each question the action that its own rule would run.

    ``careerbot.nlu.several`` lists the questions in the message; the catalog's naming tells the action: a look-up is
    called ``action_<intent>``, every other answer is the response ``utter_<intent>``.
    """

    def name(self) -> str:
        return "action_answer_several"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        lookups = _lookups()
        events: List[EventType] = []
        tracker = copy.copy(tracker)
        tracker.slots = dict(tracker.slots)
        # The message itself is no question; each of its questions takes its place in turn.
        tracker.events = _before_newest_message(tracker.events)
        for question in tracker.latest_message["questions"]:
            tracker.latest_message = {**question, "intent_ranking": [question["intent"]]}
            tracker.events.append({"event": "user", "text": question["text"], "parse_data": question})
            action = lookups.get(f"action_{question['intent']['name']}", ActionAnswerWithFigures())
            # An answer that fails takes back what it had begun to say, not the answers before it.
            said = CollectingDispatcher()
            for event in action.respond_safely(said, tracker, domain):
                events.append(event)
                if event["event"] == "slot":
                    tracker.slots[event["name"]] = event["value"]
            dispatcher.messages.extend(said.messages)
        return events


def _before_newest_message(events: Sequence[Dict[str, Any]]) -> List[Dict[str, Any]]:
    places = [place for place, event in enumerate(events) if event.get("event") == "user"]
    return list(events[: places[-1]] if places else events)


def _lookups() -> Mapping[str, SafeAction]:
    """Every action of this package by its name."""
    actions: List[SafeAction] = [kind() for kind in all_subclasses(SafeAction) if not kind.__abstractmethods__]
    return {action.name(): action for action in actions}
