"""A message that names only another place, job, credential, workplace or year: the last question about that instead.

What is asked then: the last question itself if its answer depends on such a name (``takes`` in the catalog), else what
the catalog says comes next (``then``), else what such a name asks at any time, else the person is asked.
"""

from __future__ import annotations

import re
from typing import Any, Collection, Dict, List, Mapping, Optional, Sequence, Tuple

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import SafeAction
from actions.beside import put_beside
from actions.compared import AND, Side, of_side
from actions.completed import completed
from actions.credentials import MEDICAL_ASSISTING
from actions.dispatch import answer
from actions.guesses import may_be_offered
from actions.memory import asked_before, name_of, recall, topic
from actions.names import KINDS, Names, Read, as_entities, read_names
from actions.outlook import OUTLOOK_INTENTS
from actions.turns import Turn, Understood, turns
from careerbot.catalog import catalog, payload
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase, fact_base

# A name may go with the question before the last one: pay in Texas, how long is school, "so what about Ohio?"
_FARTHEST = 2
_AT_ANY_TIME = {"credential": "certification_overview", "occupation": "compare_roles", "setting": "salary_settings"}
# Known for the whole country or for medical assistants only.
_BY_PLACE = "salary_best_places"
_TREND = "salary_trend"
_NEVER_APART = (*OUTLOOK_INTENTS, "outlook_job_search", "salary_settings", _TREND, _BY_PLACE)
# What is only named after these joins what stood side by side.
_ADDS_TO_THE_LAST_ONES: Mapping[str, Side] = {
    "compare_credentials": "credential",
    "compare_roles": "occupation",
    "salary_median": "occupation",
    "salary_entry": "occupation",
    "salary_top": "occupation",
    "salary_trend": "occupation",
    "salary_difference": "occupation",
}
_LEAST_OF_RUNNER_UP = 0.15
# "vs rochester" sets it beside the place before.
_VERSUS = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|so|how about|what about) )*(?:vs|versus|compared (?:to|with)|against)\b", re.IGNORECASE
)
_FOR_BOTH = re.compile(
    r"\W*(?:(?:and|ok(?:ay)?|so|is that|is it|the same|what about) )*(?:for |in |of )?(?:both|all)"
    r"(?: of (?:them|those|these))?\W*",
    re.IGNORECASE,
)
_PAY_TAKES = ("occupation", "place", "year")


class ActionContextFollowUp(SafeAction):
    """Repeats the last question with what the message names; asks what is meant if there is none that fits."""

    def name(self) -> str:
        return "action_context_follow_up"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        facts = fact_base()
        message = tracker.latest_message
        before = turns(tracker.events)[:-1]
        questions = asked_before(before)
        asked = [name_of(question) for question in questions[:_FARTHEST]]
        read = read_names(message.get("entities") or [], facts)
        last, read, intent = _meant(asked, read, recall(before, "", facts), facts)
        if questions and _in_another_state(questions[0], read, facts):
            again = {"intent": {"name": _BY_PLACE, "confidence": 1.0}, "entities": as_entities(read.known, facts)}
            return answer([{**message, **again}], dispatcher, tracker, domain)
        both = _both(asked, message.get("text") or "", before, facts) if not message.get("entities") else None
        if both is not None:
            context = recall(before, asked[0], facts)
            of_both = completed(asked[0], message.get("text") or "", both, context, facts)
            return answer(of_both, dispatcher, tracker, domain)
        if intent is None and not message.get("entities"):
            likely = _runner_up(message)
            if likely is not None:
                return answer([{**message, "intent": likely}], dispatcher, tracker, domain)
        if intent is None:
            _ask(dispatcher, read, facts)
            return []
        if _is_instead(intent, last, read):
            dispatcher.utter_message(response="utter_context_instead", name=_shown(read, facts))
        context = recall(before, intent, facts)
        if intent == last:
            read = _together(intent, message.get("text") or "", read, context)
        if intent == "salary_difference" and len(read.known.get("occupation", ())) > 2:
            intent = "salary_median"  # it sets any number side by side
        return answer(completed(intent, message.get("text") or "", read, context, facts), dispatcher, tracker, domain)


def _meant(asked: Sequence[str], read: Read, context: Names, facts: FactBase) -> Tuple[str, Read, Optional[str]]:
    """Which of the last questions the names go on with (an intent, empty for none), how they read, what they ask."""
    for last in asked:
        as_read = _as_job(read, last, context, facts)
        intent = follow_up(last, {*as_read.known, *as_read.unknown})
        if intent is not None:
            return last, as_read, intent
        if catalog()[last].takes:
            break
    return "", read, _at_any_time(read)


def follow_up(last: str, kinds: Collection[str]) -> Optional[str]:
    """The intent that names of these kinds ask after the question ``last``; None if they do not go with it.

    Of several the one that takes the most of the names, in the order of ``KINDS``.
    """
    entry = catalog()[last]
    found = [last if kind in entry.takes else entry.then.get(kind) for kind in KINDS if kind in kinds]
    fitting = [intent for intent in found if intent]
    return max(fitting, key=lambda intent: len({*catalog()[intent].takes} & {*kinds}), default=None)


def _together(intent: str, text: str, read: Read, context: Names) -> Read:
    """The names, with those that the last answer put side by side if these only join them: "and CNAs?".

    "What about CNAs?" after two jobs sets them beside a medical assistant instead.
    """
    if _VERSUS.match(text) and len(read.known) == 1:
        (kind, values) = next(iter(read.known.items()))
        return Read({kind: tuple(dict.fromkeys((*context.get(kind, ()), *values)))}, read.unknown)
    side = _ADDS_TO_THE_LAST_ONES.get(intent)
    if side is None or {*read.known} != {side} or (intent == "compare_roles" and not AND.match(text)):
        return read
    before = of_side(context, side)
    if len(before) < 2:
        return read
    return Read({side: tuple(dict.fromkeys((*before, *read.known[side])))}, read.unknown)


def _at_any_time(read: Read) -> Optional[str]:
    """What a name asks that goes with no question before it; None if that cannot be told."""
    kinds = {*read.known, *read.unknown}
    if len(kinds) != 1 or read.known.get("occupation") == (MEDICAL_ASSISTANT,):
        return None
    return _AT_ANY_TIME.get(kinds.pop())


def _as_job(read: Read, last: str, context: Names, facts: FactBase) -> Read:
    """After a question about jobs the letters of a medical assistant's certification mean the job: "not CNA, CMA".

    Alone and after a question about medical assistants they mean the certification: the same answer would say nothing.
    """
    keys = read.known.get("credential", ())
    if topic(last) != "jobs" or not keys or any(facts.credential(key).field != MEDICAL_ASSISTING for key in keys):
        return read
    others = {kind: values for kind, values in read.known.items() if kind != "credential"}
    if not others and context.get("occupation", (MEDICAL_ASSISTANT,)) == (MEDICAL_ASSISTANT,):
        return read
    return Read({"occupation": (MEDICAL_ASSISTANT,), **others}, read.unknown)


def _both(asked: Sequence[str], text: str, before: Sequence[Turn], facts: FactBase) -> Optional[Read]:
    """The things that stood side by side, for a message that wants the last answer of both: "for both?"."""
    if not asked or not _FOR_BOTH.fullmatch(text):
        return None
    beside = put_beside(before, facts)
    found = {kind: values for kind, values in beside.items() if kind in catalog()[asked[0]].takes and len(values) > 1}
    return Read(dict(list(found.items())[:1])) if found else None


def _runner_up(message: Understood) -> Optional[Mapping[str, Any]]:
    """The next best guess at a message that names nothing to go on with: "and renewal for both?"."""
    guesses = (guess for guess in message.get("intent_ranking") or [] if may_be_offered(guess["name"]))
    best = next(guesses, None)
    return best if best is not None and best["confidence"] >= _LEAST_OF_RUNNER_UP else None


def _in_another_state(last: Understood, read: Read, facts: FactBase) -> bool:
    """Whether the cities of a state were ranked, and now another state is named: "and in Texas?"."""
    if name_of(last) != _BY_PLACE or {*read.known} != {"place"}:
        return False
    before = read_names(last.get("entities") or [], facts).known.get("place", ())
    return bool(before) and all(facts.place(code).kind == "state" for code in (*before, *read.known["place"]))


def _is_instead(intent: str, last: str, read: Read) -> bool:
    """Whether pay is answered because the figure that was asked is not known for what the message names."""
    places = read.known.get("place", ())
    known = NATION in places or (last == _BY_PLACE and places) or (last == _TREND and "year" in read.known)
    return intent == "salary_median" and last in _NEVER_APART and not known


def _shown(read: Read, facts: FactBase) -> str:
    """The first name as an answer writes it."""
    for code in read.known.get("place", ()):
        return facts.place(code).name
    for soc in read.known.get("occupation", ()):
        return facts.occupation(soc).plural
    return next(iter([*read.known.values(), *read.unknown.values()]))[0]


def _ask(dispatcher: CollectingDispatcher, read: Read, facts: FactBase) -> None:
    """Say that the question is missing, with a button for each that the names could belong to."""
    first = {entity["entity"]: entity["value"] for entity in reversed(as_entities(read.known, facts))}
    pay = payload("salary_median", **{kind: first[kind] for kind in _PAY_TAKES if kind in first})
    if "place" in first:
        code = read.known["place"][0]
        place = facts.place(code).name
        buttons = [{"title": f"Pay in {place}", "payload": pay}]
        if code != NATION:
            buttons.append({"title": f"Rules in {place}", "payload": payload("state_rules", place=first["place"])})
        dispatcher.utter_message(response="utter_context_missing_place", place=place, buttons=buttons)
    elif "year" in first:
        buttons = [{"title": f"Pay in {first['year']}", "payload": pay}, catalog()["salary_trend"].button()]
        dispatcher.utter_message(response="utter_context_missing_year", year=first["year"], buttons=buttons)
    else:
        dispatcher.utter_message(response="utter_context_missing")
