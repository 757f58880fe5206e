"""What is said when a message was not understood, or wrongly: guesses on buttons, then what the assistant can do
and, if one is configured, where a person can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Sequence, Set

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.aspects import in_full
from actions.base import SafeAction
from actions.dispatch import answer
from actions.expected import as_expected
from actions.forms import used_last
from actions.guesses import decide
from actions.memory import name_of
from actions.names import KINDS
from actions.offered import REFUSAL
from actions.turns import Turn, turns
from careerbot.catalog import catalog
from careerbot.contact import contact
from careerbot.facts.queries import fact_base
from careerbot.wording import listing

Buttons = List[Dict[str, str]]

NOTHING = "utter_default"
GUESSES = "utter_not_understood_guesses"
WRONG = "utter_chitchat_wrong"
USED = "utter_form_used"
WRONG_GUESSES = "utter_chitchat_wrong_guesses"
OUT_OF_SCOPE_GUESSES = "utter_out_of_scope_guesses"
MAY_BE_A_CRISIS = "utter_not_understood_crisis"
# Without and with a contact.
AGAIN = ("utter_not_understood_again", "utter_not_understood_again_contact")
SHORT = ("utter_not_understood_short", "utter_not_understood_short_contact")
_OFFERED_IN_VAIN = frozenset({GUESSES, WRONG_GUESSES, OUT_OF_SCOPE_GUESSES})
_MISSED = frozenset({NOTHING, WRONG, *_OFFERED_IN_VAIN, *AGAIN, *SHORT})

_COMPLAINT = "chitchat_wrong"
SOMETHING_ELSE = {"title": "Something else", "payload": REFUSAL}
"""Says no to all guesses: the assistant asks what the question is instead."""

TOPICS = ("duties_overview", "education_overview", "programs_choose", "certification_list", "salary_median")
_MOST_BUTTONS = 5


class ActionNotUnderstood(SafeAction):
    """Answers a message below the threshold: with guesses, from the second time on also with what it can do."""

    def name(self) -> str:
        return "action_not_understood"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        message = tracker.latest_message
        before, facts = turns(tracker.events)[:-1], fact_base()
        left_out = in_full(message.get("text") or "", before, facts)
        questions = [left_out] if left_out is not None else as_expected(message, before, facts)
        if questions:
            return answer(questions, dispatcher, tracker, domain)
        decision = decide(message.get("intent_ranking") or [])
        if decision.answer == "safety_self_harm":
            dispatcher.utter_message(response=MAY_BE_A_CRISIS)  # a guess: the number first, and no claim to know
            return []
        if decision.answer is not None:
            intent = {**message["intent"], "name": decision.answer}
            return answer([{**message, "intent": intent}], dispatcher, tracker, domain)
        run = _run(turns(tracker.events))
        buttons = guess_buttons(decision.guesses, message)
        if run.missed:
            _say_what_it_can_do(dispatcher, buttons, run)
        elif buttons:
            dispatcher.utter_message(response=GUESSES, buttons=[*buttons, SOMETHING_ELSE])
        else:
            dispatcher.utter_message(response=NOTHING)
        return []


class ActionChitchatWrong(SafeAction):
    """Apologises for an answer that missed, and offers the next-best guesses of what was asked."""

    def name(self) -> str:
        return "action_chitchat_wrong"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        used = used_last(tracker)
        if used is not None:
            form, facts = used.form(), fact_base()
            if used.changed(tracker.latest_message, facts):
                return [FollowupAction(form.form)]
            said = listing(form.in_words(used.answers, facts))
            dispatcher.utter_message(response=USED, answers=said, buttons=[catalog()[form.opened_by].button()])
            return []
        conversation = turns(tracker.events)
        since = _since_question(conversation[:-1])
        understood = since[0].understood if since else {}
        decision = decide(understood.get("intent_ranking") or [], without=_refused(since))
        if decision.answer is not None and decision.answer.startswith(("safety_", "out_of_scope")):
            question = {**understood, "intent": {**understood["intent"], "name": decision.answer}}
            return answer([question], dispatcher, tracker, domain)
        run = _run(conversation)
        buttons = guess_buttons(decision.guesses, understood)
        if run.missed > 1:  # the answer complained about is one
            _say_what_it_can_do(dispatcher, buttons, run)
        elif buttons:
            dispatcher.utter_message(response=WRONG_GUESSES, buttons=[*buttons, SOMETHING_ELSE])
        else:
            dispatcher.utter_message(response=WRONG)
        return []


@dataclass(frozen=True)
class _Run:
    """How many messages in a row were missed up to now, and whether the person was told what the assistant can do."""

    missed: int = 0
    told: bool = False


def _run(conversation: Sequence[Turn]) -> _Run:
    """Look back over the turns before the newest one.

    A turn is missed if its answer said so, or if the person said so next. A "no" to the guesses ends nothing.
    """
    missed, told = 0, False
    for following, turn in zip(reversed(conversation), reversed(conversation[:-1]), strict=False):
        if following.intent == _COMPLAINT or not _MISSED.isdisjoint(turn.responses):
            missed += 1
            told = told or not set(AGAIN).isdisjoint(turn.responses)
        elif f"/{turn.intent}" != REFUSAL:
            break
    return _Run(missed, told)


def _since_question(before: Sequence[Turn]) -> Sequence[Turn]:
    """The last turn that asked something, and what followed it; empty if nothing was asked yet."""
    for place in range(len(before) - 1, -1, -1):
        names = map(name_of, before[place].asked)
        if any(name and not name.startswith(("chitchat_", "feedback_")) for name in names):
            return before[place:]
    return ()


def _refused(since: Sequence[Turn]) -> Set[str]:
    """Intents that a question does not mean: what was answered, and the guesses that were offered in vain."""
    found: Set[str] = set()
    for turn in since:
        found.update([turn.intent, *(name_of(question) for question in turn.asked)])
        if not _OFFERED_IN_VAIN.isdisjoint(turn.responses):
            found.update(button.lstrip("/").partition("{")[0] for button in turn.buttons)
    return found


def guess_buttons(guesses: Sequence[str], understood: Mapping[str, Any]) -> Buttons:
    """A button for each guess, with the names that the message holds."""
    names: Dict[str, List[str]] = {}
    for entity in understood.get("entities") or []:
        kind, value = entity["entity"], str(entity["value"])
        if kind in KINDS and value not in names.setdefault(kind, []):
            names[kind].append(value)
    given = {kind: values[0] if len(values) == 1 else values for kind, values in names.items()}
    return [catalog()[intent].button(**given) for intent in guesses]


def _say_what_it_can_do(dispatcher: CollectingDispatcher, guesses: Buttons, run: _Run) -> None:
    """Topics, and the contact if there is one: in full once, then in short."""
    reached = contact()
    response = (SHORT if run.told else AGAIN)[reached is not None]
    known = {button["title"] for button in guesses}
    topics = [catalog()[intent].button() for intent in TOPICS]
    buttons = [*guesses, *(button for button in topics if button["title"] not in known)][:_MOST_BUTTONS]
    dispatcher.utter_message(response=response, buttons=buttons, **({"contact": reached} if reached else {}))
