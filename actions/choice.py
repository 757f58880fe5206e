"""Taking up what the assistant offered: "yes", "no", "the second one"."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping, Optional, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.aspects import as_meant
from actions.base import SafeAction
from actions.criteria import how_many
from actions.dispatch import answer
from actions.form_answers import is_skip
from actions.memory import is_about_something
from actions.names import NAME_KINDS
from actions.offered import REFUSAL, Button, ask_which, choices, take
from actions.ordinals import positions
from actions.turns import Turn, turns
from careerbot.catalog import payload
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase, Kind, fact_base

_MOST = 3
_BUTTON = re.compile(r"\b(buttons?|options?|choices?|links?)\b", re.IGNORECASE)
_YES = re.compile(r"yes\b", re.IGNORECASE)
_NO = re.compile(r"no\b", re.IGNORECASE)

# What a thing picked from a list is asked for.
_ABOUT: Mapping[Kind, str] = {
    "credential": "certification_overview",
    "occupation": "compare_roles",
    "place": "salary_median",
    "setting": "salary_settings",
}
_OWN_JOB = "duties_overview"


class ActionChitchatAffirm(SafeAction):
    """Does what was offered; asks which if that was more than one thing."""

    def name(self) -> str:
        return "action_chitchat_affirm"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        if is_skip(tracker.latest_message.get("text") or ""):
            # "idk" sounds like a shrugged yes, but nobody who does not know has agreed to anything.
            dispatcher.utter_message(response="utter_chitchat_deny")
            return []
        offered = choices(turns(tracker.events)[:-1])
        yes = [button for button in offered if _YES.match(button["title"])] or offered
        if len(yes) == 1:
            return take(yes, dispatcher, tracker, domain)
        if yes:
            ask_which(dispatcher, "utter_context_which", yes)
        else:
            dispatcher.utter_message(response="utter_chitchat_affirm")
        return []


class ActionChitchatDeny(SafeAction):
    """Drops what was offered; a "no" that is itself on a button is that button."""

    def name(self) -> str:
        return "action_chitchat_deny"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        before = turns(tracker.events)[:-1]
        offered = choices(before)
        no = [button for button in offered if _NO.match(button["title"])]
        if len(no) == 1:
            return take(no, dispatcher, tracker, domain)
        declines = REFUSAL in (before[-1].buttons if before else ())
        # A person who declines all guesses is asked for the question; one who needs nothing more is left in peace.
        asks = declines or not offered
        dispatcher.utter_message(response="utter_chitchat_deny" if asks else "utter_context_dropped")
        return []


class ActionContextChoice(SafeAction):
    """Picks by its place from the last list in an answer, else from the buttons under it."""

    def name(self) -> str:
        return "action_context_choice"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        text = tracker.latest_message.get("text") or ""
        ranked = as_meant(tracker.latest_message, turns(tracker.events)[:-1], fact_base())
        if ranked is not tracker.latest_message and (how_many(text) or 1) > 1:  # "and the top three"
            return answer([ranked], dispatcher, tracker, domain)
        before = [
            turn for turn in turns(tracker.events)[:-1] if turn.buttons or turn.tables or is_about_something(turn)
        ]
        buttons = choices(before)
        listed = [] if _BUTTON.search(text) and buttons else _listed(before, fact_base())
        options = listed or buttons
        picked = positions(text, len(options))
        if not options:
            dispatcher.utter_message(response="utter_context_choice_nothing")
        elif not picked:
            ask_which(dispatcher, "utter_context_which", options)
        elif max(picked) >= len(options):
            ask_which(dispatcher, "utter_context_choice_beyond", options, count=str(len(options)))
        else:
            return take([options[place] for place in picked[:_MOST]], dispatcher, tracker, domain)
        return []


def _listed(before: Sequence[Turn], facts: FactBase) -> List[Button]:
    """A button for each thing that the last answer put side by side, in the order in which it stands there."""
    rows = next((table["rows"] for table in reversed(before[-1].tables)), ()) if before else ()
    # "Medical assistants (14th of 19)" are medical assistants.
    found = [_button_about(row[0], facts) or _button_about(row[0].split(" (")[0], facts) for row in rows]
    buttons = [button for button in found if button is not None]
    return buttons if len(buttons) == len(rows) else []


def _button_about(title: str, facts: FactBase) -> Optional[Button]:
    for kind in NAME_KINDS:
        value = facts.find(kind, title)
        if value == MEDICAL_ASSISTANT:
            return {"title": title, "payload": payload(_OWN_JOB)}
        if value is not None:
            return {"title": title, "payload": payload(_ABOUT[kind], **{kind: facts.name(kind, value)})}
    return None
