"""Fixed texts whose question may be another one.

"Can I do it from home?" may be about an exam (``actions/aspects.py``), "can I give shots here?" about a state's rules.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatch import AsMeant, answer
from actions.names import as_entities
from actions.question import Question
from careerbot.facts.queries import NATION, fact_base


class _FixedText(AsMeant, ABC):
    @abstractmethod
    def name(self) -> str: ...

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        dispatcher.utter_message(response=f"utter_{self.name().removeprefix('action_')}")
        return []


class ActionDutiesOverview(_FixedText):
    """What a medical assistant does; what another job is, is a comparison."""

    def name(self) -> str:
        return "action_duties_overview"


class ActionDutiesClinical(_FixedText):
    """The clinical side of it."""

    def name(self) -> str:
        return "action_duties_clinical"


class ActionProgramsOnline(_FixedText):
    """Whether school can be done online."""

    def name(self) -> str:
        return "action_programs_online"


class ActionProgramsPlacement(_FixedText):
    """Whether the school helps to find a job."""

    def name(self) -> str:
        return "action_programs_placement"


class ActionFitRemote(_FixedText):
    """Whether the work can be done from home."""

    def name(self) -> str:
        return "action_fit_remote"


class ActionFitHours(_FixedText):
    """Hours and shifts of the job."""

    def name(self) -> str:
        return "action_fit_hours"


class ActionFitBenefits(_FixedText):
    """What an employer gives besides pay."""

    def name(self) -> str:
        return "action_fit_benefits"


class _Scope(_FixedText, ABC):
    """What a medical assistant may do: the rules of the state where one is meant, else the text for all."""

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        facts = fact_base()
        question = Question.from_tracker(tracker, facts)
        places = tuple(code for code in question.names.get("place", ()) if code != NATION)
        if not places:
            return super().respond_alone(dispatcher, tracker, domain)
        rules = {
            "text": question.text,
            "intent": {"name": "state_rules", "confidence": 1.0},
            "entities": as_entities({"place": places[:1]}, facts),
        }
        return answer([rules], dispatcher, tracker, domain)


class ActionScopeInjections(_Scope):
    """Whether they may give shots."""

    def name(self) -> str:
        return "action_scope_injections"


class ActionScopeBlood(_Scope):
    """Whether they may draw blood."""

    def name(self) -> str:
        return "action_scope_blood"


class ActionScopeNotAllowed(_Scope):
    """What they may not do."""

    def name(self) -> str:
        return "action_scope_not_allowed"
