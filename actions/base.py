"""The frame of every action.

To add a look-up, subclass ``Lookup``: name the action, and turn a ``Question`` into a ``Reply`` whose text stands in
``domain.yml``::

    class ActionOpenings(Lookup):
        def name(self) -> str:
            return "action_outlook_openings"

        def answer(self, question: Question, facts: FactBase) -> Reply:
            row = ...
            return Reply("utter_outlook_openings", {"openings": number(row.openings)}, sources=[row])
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.mistakable import buttons_for, namesakes, others_in_words
from actions.question import Question
from actions.turns import ANSWERED, Understood
from careerbot.catalog import catalog
from careerbot.facts.queries import FactBase, fact_base
from careerbot.facts.schema import Sourced
from careerbot.wording import source_line

logger = logging.getLogger(__name__)

FAILED = "utter_action_failed"


@dataclass(frozen=True)
class Picture:
    """A picture that a channel may show under an answer.

    Attributes:
        path: where the assistant serves it, from the root of its address: ``/charts/...``.
        alt: what it shows, in words, with the figures that matter.
    """

    path: str
    alt: str


@dataclass(frozen=True)
class Table:
    """Figures side by side, for channels that can show a table; others show ``lines``.

    Attributes:
        columns: headings, the first one of the rows' names.
        rows: cells as text, as many as there are headings.
        lines: the same in plain lines, exactly as they stand in the answer's text: a channel that shows the table
            puts it in their place.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    lines: str


@dataclass(frozen=True)
class Reply:
    """An answer: a response of ``domain.yml``, what fills its placeholders, and where that comes from.

    Attributes:
        response: name of the response.
        values: text for each of its placeholders but ``{source}``.
        sources: the fact rows it rests on; they make the source line.
        buttons: quick replies found while looking up, beside those the response has.
        context: slots to set, so that the next message may leave these out.
        table: the figures of the answer side by side.
        picture: a picture under the answer.
        answers: the question that it answers, where that is not the one it was understood as: what "and Utah?" is
            about then.
    """

    response: str
    values: Mapping[str, str] = field(default_factory=dict)
    sources: Sequence[Sourced] = ()
    buttons: Sequence[Mapping[str, str]] = ()
    context: Mapping[str, Union[str, Sequence[str], None]] = field(default_factory=dict)
    table: Optional[Table] = None
    picture: Optional[Picture] = None
    answers: Optional[Understood] = None


class SafeAction(Action, ABC):
    """An action that never leaves the person without an answer: a failure is spoken, its cause is logged."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        return self.respond_safely(dispatcher, tracker, domain)

    def respond_safely(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """``respond``, or an apology."""
        try:
            return self.respond(dispatcher, tracker, domain)
        except Exception:
            logger.exception("%s failed for intent %s", self.name(), tracker.get_intent_of_latest_message())
            dispatcher.messages.clear()
            dispatcher.utter_message(response=FAILED)
            return []

    @abstractmethod
    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        """Say something through the dispatcher; return the events that follow from it."""


class Lookup(SafeAction):
    """An action that answers from the fact base and remembers what the question was about."""

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        facts = fact_base()
        question = Question.from_tracker(tracker, facts)
        strange = unknown_job(question)
        if strange is not None:
            return say(strange, question, dispatcher, facts)
        return say(self.answer(question, facts), question, dispatcher, facts)

    @abstractmethod
    def answer(self, question: Question, facts: FactBase) -> Reply:
        """Look it up. Anything raised here becomes an apology."""


def unknown_job(question: Question) -> Optional[Reply]:
    """What to say where only a job is named that there are no figures of; comparisons say it in their own words."""
    names, entry = question.unknown.get("occupation", ()), catalog().get(question.intent)
    if not names or question.names.get("occupation") or entry is None or entry.topic == "compare":
        return None
    if "occupation" not in entry.takes:
        return None
    return Reply("utter_job_unknown", {"name": names[0]}, context={"occupation": None})


def _left_out(question: Question) -> str:
    """Says of a job without figures, named beside one that has some, that it is left out."""
    names, entry = question.unknown.get("occupation", ()), catalog().get(question.intent)
    if not names or entry is None or entry.topic == "compare" or "occupation" not in entry.takes:
        return ""
    return f'I have no figures for "{names[0]}".\n\n'


def say(reply: Reply, question: Question, dispatcher: CollectingDispatcher, facts: FactBase) -> List[EventType]:
    """Send a reply and set the context slots it names; the others stay as they are."""
    values = dict(reply.values)
    others = namesakes(question, reply.context.get("place"), facts)
    if reply.sources:
        line = source_line((facts.source(row.source), row.as_of) for row in reply.sources)
        values["source"] = f"{_left_out(question)}{others_in_words(others)}{line}"
    parts: Dict[str, Any] = {}
    if reply.table is not None:
        table = reply.table
        parts["table"] = {
            "columns": list(table.columns),
            "rows": [list(row) for row in table.rows],
            "lines": table.lines,
        }
    if reply.answers is not None:
        parts[ANSWERED] = dict(reply.answers)
    buttons = [*(dict(button) for button in reply.buttons), *buttons_for(others, question)]
    dispatcher.utter_message(response=reply.response, buttons=buttons, **parts, **values)
    if reply.picture is not None and reply.picture.path not in question.pictures:
        dispatcher.utter_message(image=reply.picture.path, alt=reply.picture.alt)
    return [SlotSet(slot, value) for slot, value in reply.context.items()]
