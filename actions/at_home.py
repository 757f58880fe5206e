"""School or work from home: fixed texts, but "can I do it from home?" may be about an exam (``actions/aspects.py``)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Dict, List

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatch import AsMeant


class _FixedText(AsMeant, ABC):
    @abstractmethod
    def name(self) -> str: ...

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        dispatcher.utter_message(response=f"utter_{self.name().removeprefix('action_')}")
        return []


class ActionProgramsOnline(_FixedText):
    """Whether school can be done online."""

    def name(self) -> str:
        return "action_programs_online"


class ActionFitRemote(_FixedText):
    """Whether the work can be done from home."""

    def name(self) -> str:
        return "action_fit_remote"
