"""Going on from the last answer: more of it, the reason, the same again; and starting over."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping, Optional, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, Restarted
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.completed import completed
from actions.dispatch import answer
from actions.form_answers import plain
from actions.forms import form_opened_by
from actions.memory import asked_before, is_about_something, last_spoken, name_of, recall
from actions.names import Names, Read, as_entities
from actions.turns import ANSWERED, Turn, turns
from careerbot.catalog import Entry, catalog
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase, fact_base

_MOST_BUTTONS = 5
# To whoever asks on about an emergency or a crisis, the same is said again: it is what matters.
_STANDS = "safety"
_GOES_ON = re.compile(r"\b(continue|resume|go on|keep going|carry on|pick up|finish)\b")
_HEAVY = re.compile(
    r"\b(cant|cannot|can not) (do|take|handle|bear|go on|keep)\b|\b(give|giving|gave) up\b"
    r"|\bdone with (it all|everything|life)\b"
    r"|\bmake it (all )?stop\b|\bso tired of (it all|everything|this)\b|\bwhats the point\b"
)


class ActionContextMore(SafeAction):
    """Answers the first question that goes on from the last one and was not asked yet; offers the others."""

    def name(self) -> str:
        return "action_context_more"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        facts = fact_base()
        before = turns(tracker.events)[:-1]
        asked = [name_of(question) for question in asked_before(before)]
        entry = catalog().get(asked[0]) if asked else None
        if entry is not None and entry.topic == _STANDS:
            return answer(asked_before(before)[:1], dispatcher, tracker, domain)
        if entry is None or not entry.more:
            dispatcher.utter_message(response="utter_context_more_nothing")
            return []
        left = [catalog()[intent] for intent in entry.more if intent not in asked]
        if not left:
            dispatcher.utter_message(response="utter_context_more_all_told")
            return []
        first, *others = left
        context = recall(before, first.intent, facts)
        said = CollectingDispatcher()
        events = answer(completed(first.intent, "", Read(), context, facts)[:1], said, tracker, domain)
        _offer([_button(other, context, facts) for other in others], said, domain)
        dispatcher.messages.extend(said.messages)
        return events


class ActionContextWhy(SafeAction):
    """Answers with the reason if one is known, else says that only the fact and its source are."""

    def name(self) -> str:
        return "action_context_why"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        before = turns(tracker.events)[:-1]
        asked = asked_before(before)
        if not asked:
            dispatcher.utter_message(response="utter_context_why_nothing")
            return []
        entry = catalog()[name_of(asked[0])]
        if entry.topic == _STANDS:
            return answer(asked[:1], dispatcher, tracker, domain)
        facts, reason = fact_base(), entry.why
        # The reasons that are known are those of medical assistants.
        jobs = recall(before, "", facts).get("occupation", (MEDICAL_ASSISTANT,))
        if reason is not None and jobs == (MEDICAL_ASSISTANT,):
            return answer(completed(reason, "", Read(), {}, facts), dispatcher, tracker, domain)
        source = _source_line(before)
        if source:
            dispatcher.utter_message(response="utter_context_why_unknown_source", source=source)
        else:
            dispatcher.utter_message(response="utter_context_why_unknown")
        return []


class ActionContextRepeat(SafeAction):
    """Says the last answer once more, word for word, with its buttons and pictures."""

    def name(self) -> str:
        return "action_context_repeat"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        turn = last_spoken(turns(tracker.events)[:-1])
        if turn is None:
            dispatcher.utter_message(response="utter_context_repeat_nothing")
            return []
        for event in turn.bot:
            _say_again(event, turn, dispatcher)
        return []


class ActionContextRestart(SafeAction):
    """Forgets all that was said."""

    def name(self) -> str:
        return "action_context_restart"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        dispatcher.utter_message(response="utter_context_restart")
        return [Restarted()]


class ActionContextStop(SafeAction):
    """Says that nothing runs; goes on with the last form for who wants that; is careful with words of despair."""

    def name(self) -> str:
        return "action_context_stop"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        said = plain(tracker.latest_message.get("text") or "")
        form = _last_form(tracker)
        if form and _GOES_ON.search(said):
            return [FollowupAction(form)]
        # "Can't do this anymore" may be about the chat or about life; "nothing runs" would hurt.
        heavy = _HEAVY.search(said) is not None
        dispatcher.utter_message(response="utter_context_stop_heavy" if heavy else "utter_context_stop")
        return []


def _last_form(tracker: Tracker) -> Optional[str]:
    """The form that ran last in the conversation and asks something."""
    ran = [event["name"] for event in tracker.events if event.get("event") == "active_loop" and event["name"]]
    opened = [form.form for form in map(form_opened_by, catalog()) if form is not None]
    return next((name for name in reversed(ran) if name in opened), None)


def _button(entry: Entry, context: Names, facts: FactBase) -> Dict[str, str]:
    """A button that asks the entry's question about what the conversation is about."""
    names = {kind: context[kind][-1:] for kind in entry.takes if kind in context}
    return entry.button(**{entity["entity"]: entity["value"] for entity in as_entities(names, facts)})


def _offer(buttons: Sequence[Mapping[str, str]], said: CollectingDispatcher, domain: Dict[str, Any]) -> None:
    """Put buttons under the last answer beside those it has."""
    message = next((message for message in reversed(said.messages) if message.get("response")), None)
    if message is None:
        return
    own = domain["responses"][message["response"]][0].get("buttons") or []
    shown = {button["title"] for button in (*own, *message["buttons"])}
    new = [dict(button) for button in buttons if button["title"] not in shown]
    message["buttons"] = [*message["buttons"], *new[: max(0, _MOST_BUTTONS - len(shown))]]


def _say_again(event: Mapping[str, Any], turn: Turn, dispatcher: CollectingDispatcher) -> None:
    """A bot message as it was; it answers again what it answered then."""
    metadata: Mapping[str, Any] = event.get("metadata") or {}
    data: Mapping[str, Any] = event.get("data") or {}
    answered = metadata.get(ANSWERED) or {key: turn.asked[0].get(key) for key in ("text", "intent", "entities")}
    parts = {key: metadata[key] for key in ("table", "alt") if metadata.get(key)}
    dispatcher.utter_message(
        text=event.get("text"), image=data.get("image"), buttons=data.get("buttons"), **parts, **{ANSWERED: answered}
    )


def _source_line(before: Sequence[Turn]) -> Optional[str]:
    """The source line of the last answer, if it has one."""
    turn = next((turn for turn in reversed(before) if is_about_something(turn)), None)
    texts = [event.get("text") or "" for event in (turn.bot if turn else ())]
    lines = [text.splitlines()[-1] for text in texts if text]
    return next((line for line in reversed(lines) if line.startswith("Source")), None)
