"""Looking back: the last answer in a few words, and what was asked so far."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_parts import parts_of
from actions.aspects import in_full
from actions.base import SafeAction
from actions.dispatch import answer
from actions.memory import asked_before, is_about_something, last_spoken, name_of, recall
from actions.turns import ANSWERED, Turn, turns
from actions.wages import own_wage
from careerbot.catalog import catalog
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase, Kind, fact_base
from careerbot.wording import listing

_NOTHING = "utter_context_repeat_nothing"
_SHORT, _SHORT_WITH_SOURCE = "utter_context_simpler", "utter_context_simpler_source"
_SHORTER_YET = "utter_context_simpler_again"
# What matters in an emergency or a crisis is not shortened.
_WHOLE = "safety"
_MOST_LINES = 3
_MOST_QUESTIONS = 5
_KEPT: Tuple[Kind, ...] = ("place", "occupation", "credential")


class ActionContextSimpler(SafeAction):
    """Says the first sentence of the last answer, with its source: every answer has what was asked for first."""

    def name(self) -> str:
        return "action_context_simpler"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        before = turns(tracker.events)[:-1]
        turn = last_spoken(before)
        if turn is None or not is_about_something(turn):
            dispatcher.utter_message(response=_NOTHING)
            return []
        question = asked_before([turn])[-1]  # the first one, to which the first message belongs
        if catalog()[name_of(question)].topic == _WHOLE:
            return answer([question], dispatcher, tracker, domain)
        parts: Dict[str, Any] = {
            "buttons": _buttons(turn),
            ANSWERED: {key: question.get(key) for key in ("text", "intent", "entities")},
        }
        if {_SHORT, _SHORT_WITH_SOURCE, _SHORTER_YET} & set(turn.responses):
            dispatcher.utter_message(response=_SHORTER_YET, **parts)
            return []
        text = next((event["text"] for event in turn.bot if event.get("text")), "")
        first, source = in_short(text)
        if source:
            dispatcher.utter_message(response=_SHORT_WITH_SOURCE, first=first, source=source, **parts)
        else:
            dispatcher.utter_message(response=_SHORT, first=first, **parts)
        return []


class ActionContextRecall(SafeAction):
    """Lists the questions asked so far, and the place, job and certification that the next question may leave out."""

    def name(self) -> str:
        return "action_context_recall"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        before, facts = turns(tracker.events)[:-1], fact_base()
        left_out = in_full(tracker.latest_message.get("text") or "", before, facts)
        if left_out is not None:  # "how many hours we talking"
            return answer([left_out], dispatcher, tracker, domain)
        asked = [catalog()[name_of(question)].title for question in reversed(asked_before(before))]
        titles = list(dict.fromkeys(asked))
        if not titles:
            dispatcher.utter_message(response="utter_context_recall_nothing")
            return []
        if len(titles) > _MOST_QUESTIONS:  # the first is what many ask for, the last ones are what most mean
            titles = [titles[0], *titles[1 - _MOST_QUESTIONS :]]
        questions = "\n".join(f"- {title}" for title in titles)
        names = [*_in_mind(before, facts), *_own_pay(before)]
        if names:
            dispatcher.utter_message(response="utter_context_recall_names", questions=questions, names=listing(names))
        else:
            dispatcher.utter_message(response="utter_context_recall", questions=questions)
        return []


def in_short(text: str) -> Tuple[str, Optional[str]]:
    """The first sentence of an answer, with the first lines of a list if it introduces one; and the source line."""
    parts, source = parts_of(text)
    first = parts[0].text if parts else ""
    if first.endswith(":"):
        first = "\n".join([first, *(part.text for part in parts[1 : 1 + _MOST_LINES])])
    return first, source


def _buttons(turn: Turn) -> List[Mapping[str, str]]:
    return [dict(button) for button in turn.offered]


def _own_pay(before: Sequence[Turn]) -> List[str]:
    """The pay that the person told last."""
    said = (own_wage(turn.understood.get("text") or "") for turn in reversed(before))
    return [f"your pay of {wage.words}" for wage in said if wage is not None][:1]


def _in_mind(before: Sequence[Turn], facts: FactBase) -> List[str]:
    """The names that count for the next question, as people call them."""
    kept = recall(before, "", facts)
    return [
        facts.credential(value).label if kind == "credential" else facts.name(kind, value)
        for kind in _KEPT
        for value in kept.get(kind, ())
        if value not in (NATION, MEDICAL_ASSISTANT)  # what everything here is about anyway
    ]
