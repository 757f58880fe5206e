"""Answers a question inside an action, just as its own rule would: for several questions in one message, for a
follow-up whose question had to be worked out, for a question asked in the middle of a form.

The catalog's naming tells the action: a look-up is called ``action_<intent>``, every other answer is the response
``utter_<intent>``.
"""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from typing import Any, Dict, List, Mapping, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.utils import all_subclasses

from actions.aspects import as_meant
from actions.base import Lookup, SafeAction
from actions.beside import with_both
from actions.completed import one_by_one
from actions.expected import as_expected
from actions.turns import ANSWERED, Understood, turns
from careerbot.facts.queries import fact_base

_FROM_THE_DOMAIN = "action_answer_with_figures"


class AsMeant(SafeAction, ABC):
    """An action whose question may turn out to be another one, or several.

    Another after what was asked before: "how much is it?". Several where it names several things and its answer is
    about one: "what do the RMA and the CCMA cost?". In ``domain.yml`` an action of ``actions/aspects.py`` needs
    ``send_domain: true``.
    """

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        facts = fact_base()
        before = turns(tracker.events)[:-1]
        meant = as_meant(tracker.latest_message, before, facts)
        likely = as_expected(meant, before, facts) if meant is tracker.latest_message else []
        questions = likely or one_by_one(with_both(meant, before, facts), facts)
        if questions == [tracker.latest_message]:
            return self.respond_alone(dispatcher, tracker, domain)
        return answer(questions, dispatcher, tracker, domain)

    @abstractmethod
    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """As ``respond``, to the question as it was understood."""


class LookupAsMeant(AsMeant, Lookup, ABC):
    """A look-up of that kind."""

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        return Lookup.respond(self, dispatcher, tracker, domain)


def answer(
    questions: Sequence[Understood], dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
) -> List[EventType]:
    """Say the answer of each question, in order; each knows what went before. The tracker stays as it is.

    Args:
        questions: what to answer in place of the newest message.
        dispatcher: gets the answers; each message carries the question it answers under ``ANSWERED``.
        tracker: the conversation; its newest message is taken for the one that ``questions`` stand for.
        domain: the domain as Rasa sends it with the call of an action (``send_domain: true``).

    Returns:
        The events of the answers' actions, which the calling action must return. One that fails is an apology.
    """
    lookups = _lookups()
    events: List[EventType] = []
    told: List[Dict[str, Any]] = []
    tracker = copy.copy(tracker)
    tracker.slots = dict(tracker.slots)
    # The message itself is no question; each of its questions takes its place in turn.
    tracker.events = _before_newest_message(tracker.events)
    for question in questions:
        tracker.latest_message = {**question, "intent_ranking": [question["intent"]]}
        tracker.events.append({"event": "user", "text": question["text"], "parse_data": question})
        action = lookups.get(f"action_{question['intent']['name']}", lookups[_FROM_THE_DOMAIN])
        # An answer that fails takes back what it had begun to say, not the answers before it.
        said = CollectingDispatcher()
        for event in action.respond_safely(said, tracker, domain):
            events.append(event)
            tracker.events.append(event)
            if event["event"] == "slot":
                tracker.slots[event["name"]] = event["value"]
        for message in said.messages:
            words = {key: value for key, value in message.items() if key != ANSWERED}
            if words in told:
                continue  # two questions of a message may have one answer
            told.append(words)
            # An answer that answered yet another question (a follow-up among several) has said which.
            message.setdefault(ANSWERED, {key: question[key] for key in ("text", "intent", "entities")})
            dispatcher.messages.append(message)
    return events


def _before_newest_message(events: Sequence[Dict[str, Any]]) -> List[Dict[str, Any]]:
    places = [place for place, event in enumerate(events) if event.get("event") == "user"]
    return list(events[: places[-1]] if places else events)


def _lookups() -> Mapping[str, SafeAction]:
    """Every action of this package by its name."""
    actions: List[SafeAction] = [kind() for kind in all_subclasses(SafeAction) if not kind.__abstractmethods__]
    return {action.name(): action for action in actions}
