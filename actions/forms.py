"""The frame of every form: what Rasa's forms leave to the action that checks an answer.

A form asks a few questions and ends with a result. While it runs, Rasa hands it every message, so a form has two
actions and needs no rule for each intent::

    class ValidateProgramForm(Form):
        form = "program_form"                    # domain.yml: forms; an utter_ask_program_form_<slot> for each slot
        opened_by = "programs_match"             # the intent whose rule starts it
        intro = "utter_program_form_intro"
        questions = (FormQuestion("program_time", "utter_hint_program_form_time", read=..., in_words=...), ...)

    class ActionProgramFormResult(FormResult):
        of = ValidateProgramForm()

        def result(self, answers: Answers, texts: Mapping[str, str], facts: FactBase) -> Reply: ...

What a message does to a form, in this order: it stops it; it is about the form itself; it answers, corrects or passes
over a question; it asks something else, which is answered at once before the form asks again; or it gets a hint.
docs/conversation.md tells how to add a question.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any, Dict, List, Mapping, Optional, Sequence, Type

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.utils import all_subclasses

from actions.aspects import in_full
from actions.base import Reply, SafeAction, say
from actions.dispatch import answer
from actions.form_answers import clauses, is_question, plain
from actions.form_messages import asks, asks_behind_stop, danger, heard, heard_before, is_asked, means_stop, stops
from actions.form_reading import SKIPPED, Answers, FormQuestion, Heard, read_answers, volunteered
from actions.form_talk import Talk, talk
from actions.memory import is_about_something, last_spoken, name_of
from actions.question import Question
from actions.turns import Understood, questions_in, turns
from careerbot.catalog import catalog
from careerbot.facts.queries import FactBase, fact_base
from careerbot.wording import counted, listing

REQUESTED = "requested_slot"
"""Rasa's own slot: which question was asked. Setting it to None ends the form."""

_WAY_OUT = "utter_form_way_out"
_HEARD = "utter_form_heard"
_SET_ASIDE = "utter_form_set_aside"
_PATIENCE = 2
"""After so many other questions in a row a form is put aside with the next one."""
_NO_ANSWER = "utter_form_no_answer"
# Behind the name of a slot: its question was asked, and now a way past it is offered instead of the same words again.
# Rasa finds no response of that name, so it says nothing.
_UNASKED = " (not asked again)"
_OWN_MATTERS = re.compile(r"\b(i|im|ive|id|my|me|we|our)\b")
_WRONG = re.compile(r"\b(wrong|misread|misunderstood|mistake|mixed up|not what i)\b")
_AS_SAID = re.compile(r"\b(because |but |that )?i (already )?(said|told (you|u)|meant|wrote|typed)\b ?", re.IGNORECASE)
_LEAST_TOLD = 4  # words of a message that tells something of the person, though nothing that a question asks
# Answered as ever, but the form ends with them, and so it does with danger: nobody in need is asked for a budget.
_LEAVE = ("context_restart", "chitchat_goodbye")


class Form(SafeAction, ABC):
    """Reads every message while its form runs (Rasa calls it ``validate_<form>``).

    Attributes:
        form: the form's name in ``domain.yml``.
        opened_by: the intent whose rule starts it.
        intro: the response that is said before the first question.
        questions: in the order of asking.
    """

    form: str
    opened_by: str
    intro: str

    @property
    @abstractmethod
    def questions(self) -> Sequence[FormQuestion]:
        """See the class."""

    def name(self) -> str:
        return f"validate_{self.form}"

    def respond_safely(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """``respond``, or an apology and the end of the form: without events Rasa would ask its rules instead."""
        return super().respond_safely(dispatcher, tracker, domain) or self.end()

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        requested = str(tracker.get_slot(REQUESTED) or "").removesuffix(_UNASKED)
        asked = next((one for one in self.questions if one.slot == requested), None)
        if asked is None:
            return self._open(dispatcher, tracker, fact_base())
        return self._go_on(asked, dispatcher, tracker, domain)

    def end(self) -> List[EventType]:
        """The events that end the form and forget its answers."""
        return [*(SlotSet(question.slot, None) for question in self.questions), SlotSet(REQUESTED, None)]

    def remark(self, heard: Heard) -> Optional[str]:
        """The response to a message that answers nothing, if the form knows something to say of it."""
        return None

    # -- the first message -----------------------------------------------------------------------------------------

    def _open(self, dispatcher: CollectingDispatcher, tracker: Tracker, facts: FactBase) -> List[EventType]:
        """Ask nothing that was said already, in the message that opens the form or before."""
        used = used_last(tracker)
        known: Dict[str, Any] = {}
        if used is not None and used.form is self.__class__ and name_of(tracker.latest_message) != self.opened_by:
            known = {**used.answers, **used.changed(tracker.latest_message, facts)}
        else:
            for words in heard_before(tracker, facts):
                known.update(volunteered(words, self.questions))
            dispatcher.utter_message(response=self.intro)
        self._repeat("utter_form_known", known, dispatcher, facts)
        events = self._next({**{question.slot: None for question in self.questions}, **known})
        if events[-1] == SlotSet(REQUESTED, None):
            # No rule sees a form that ends with the message that opened it.
            events.append(FollowupAction(f"action_{self.form}_result"))
        return events

    # -- every other message ---------------------------------------------------------------------------------------

    def _go_on(
        self, asked: FormQuestion, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        message, facts = tracker.latest_message, fact_base()
        answers = {question.slot: tracker.get_slot(question.slot) for question in self.questions}
        words = heard(message, facts)
        found = read_answers(words, self.questions, asked, answers, self._last_answered(tracker))
        left_out = None if found else in_full(words.text, turns(tracker.events)[:-1], facts)
        if left_out is not None:  # "how much is that" after the question that the form is about
            message, words = left_out, heard(left_out, facts)
        in_danger = danger(message, found)
        if in_danger:
            question = {**message, "intent": {**message["intent"], "name": in_danger}}
            return [*answer([question], dispatcher, tracker, domain), *self.end()]
        if stops(message):
            return self._stop(dispatcher, tracker, domain)
        if about := self._talk_in(message, words, found):
            return self._talk(about, asked, answers, dispatcher, tracker)
        if not found and means_stop(message):
            return self._stop(dispatcher, tracker, domain)
        intent, asks_more = name_of(message), asks(message, found)
        if asks_more and (intent in _LEAVE or (intent != self.opened_by and form_opened_by(intent))):
            return self._leave(intent, dispatcher, tracker, domain)
        events: List[EventType] = []
        unread = False
        if asks_more and intent != self.opened_by and not self._is_of_question(intent, tracker):
            events = answer(questions_in(message), dispatcher, tracker, domain)
            found = {**self._told_beside(words, answers), **found}
            if not found and self._asked_else_before(tracker):
                dispatcher.utter_message(response=_SET_ASIDE, buttons=[catalog()[self.opened_by].button()])
                return [*events, *self.end()]
        elif words.text and not found and intent != "context_repeat":
            unread = self._unread(words, asked, dispatcher, tracker)
            found = self._told_beside(words, answers) if is_asked(message) else {}
        completes = answers[asked.slot] is not None and asked.rough(answers[asked.slot])
        changed = {
            slot: value
            for slot, value in found.items()
            if answers[slot] not in (None, value) and not (slot == asked.slot and completes)
        }
        beside = {slot: value for slot, value in found.items() if answers[slot] is None and slot != asked.slot}
        self._repeat("utter_form_changed", changed, dispatcher, facts)
        self._repeat("utter_form_noted", beside, dispatcher, facts)
        following = self._next({**answers, **found})
        if unread and following[-1] == SlotSet(REQUESTED, asked.slot):
            following[-1] = SlotSet(REQUESTED, asked.slot + _UNASKED)
        return [*events, *following]

    def _asked_else_before(self, tracker: Tracker) -> bool:
        """Whether the two messages before asked something else too and told nothing: the form is not what is wanted."""
        before = turns(tracker.events)[:-1]
        if len(before) <= _PATIENCE or not all(
            turn.in_form and is_about_something(turn) for turn in before[-_PATIENCE:]
        ):
            return False
        held = [[turn.slots.get(question.slot) for question in self.questions] for turn in before[-_PATIENCE - 1 :]]
        return all(values == held[0] for values in held)

    def _told_beside(self, words: Heard, answers: Answers) -> Dict[str, Any]:
        """What a question tells in passing, where nothing is known yet."""
        told = volunteered(replace(words, ago=1), self.questions)
        return {slot: value for slot, value in told.items() if answers[slot] is None}

    # -- about the form itself -------------------------------------------------------------------------------------

    def _talk_in(self, message: Understood, words: Heard, found: Answers) -> Optional[Talk]:
        """What a message says about the form: by its words, else by what it was understood as."""
        by_intent: Mapping[str, Talk] = {"context_why": "why", "context_recall": "noted"}
        return talk(words.text) or (None if found else by_intent.get(name_of(message)))

    def _talk(
        self,
        about: Talk,
        asked: FormQuestion,
        answers: Dict[str, Any],
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
    ) -> List[EventType]:
        """Say it or do it, and ask on."""
        if about == "why":
            dispatcher.utter_message(response="utter_form_why")
            dispatcher.utter_message(response=asked.hint)
        elif about == "noted":
            if not self._repeat("utter_form_so_far", answers, dispatcher, fact_base()):
                dispatcher.utter_message(response="utter_form_so_far_nothing")
        elif about == "length":
            left = sum(one.open(answers) for one in self.questions)
            dispatcher.utter_message(response="utter_form_length", count=counted(left))
        elif about == "finish":
            return self._finish(answers, dispatcher)
        else:
            return self._back(answers, dispatcher, tracker)
        return self._next(answers)

    def _finish(self, answers: Dict[str, Any], dispatcher: CollectingDispatcher) -> List[EventType]:
        """Pass over all that is still open; without any answer there would be nothing to judge."""
        if all(value in (None, SKIPPED) for value in answers.values()):
            dispatcher.utter_message(response="utter_form_finish_nothing")
            return self._next(answers)
        while to_ask := next((one.slot for one in self.questions if one.open(answers)), None):
            answers = {**answers, to_ask: SKIPPED}
        return self._next(answers)

    def _back(self, answers: Dict[str, Any], dispatcher: CollectingDispatcher, tracker: Tracker) -> List[EventType]:
        """Take the last answer back and ask for it again."""
        last = self._last_answered(tracker)
        if last is None or not last.hint:
            dispatcher.utter_message(response="utter_form_back_first")
            return self._next(answers)
        dispatcher.utter_message(response="utter_form_back")
        return [*self._next({**answers, last.slot: None})[:-1], SlotSet(REQUESTED, last.slot)]

    def _is_of_question(self, intent: str, tracker: Tracker) -> bool:
        """Whether "I don't get it" is about the form's question: nothing else was answered right before."""
        before = turns(tracker.events)[:-1]
        answered = before and is_about_something(before[-1]) and before[-1].intent != self.opened_by
        return intent == "context_simpler" and not answered

    def _stop(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        """The end of the form; of "never mind, how much is it" the question is answered as well."""
        message = tracker.latest_message
        if asks_behind_stop(message):
            intent = name_of(message)
            if form_opened_by(intent) not in (None, self):
                return self._leave(intent, dispatcher, tracker, domain)
            if intent != self.opened_by:
                dispatcher.utter_message(response="utter_form_left")
                return [*answer(questions_in(message), dispatcher, tracker, domain), *self.end()]
        dispatcher.utter_message(response="utter_form_stopped")
        return self.end()

    def _leave(
        self, intent: str, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """The end of the form, and what the person wants instead: another form, a new start, a goodbye."""
        other = form_opened_by(intent)
        if other is None:
            return [*answer([tracker.latest_message], dispatcher, tracker, domain), *self.end()]
        return [*self.end(), FollowupAction(other.form)]

    def _unread(self, words: Heard, asked: FormQuestion, dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
        """Say what can be said of a message that answers nothing; from the second time in a row on, the way out.

        Returns:
            Whether the way out was offered. Then the question is not asked once more.
        """
        remark = self.remark(words)
        if words.intent == self.opened_by and not remark:
            return False
        before = turns(tracker.events)[:-1]
        said = set(before[-1].responses) if before else set()
        asks_for_remark = remark is not None and is_question(words.text)
        if {asked.hint, _WAY_OUT, _NO_ANSWER, remark} & said and not asks_for_remark:
            dispatcher.utter_message(response=_WAY_OUT)
            return True
        if remark:
            dispatcher.utter_message(response=remark)
        elif is_question(words.text):
            dispatcher.utter_message(response=_NO_ANSWER)
        else:
            told = plain(words.text)
            confused = words.intent == "context_simpler"
            if len(told.split()) >= _LEAST_TOLD and _OWN_MATTERS.search(told) and not confused:
                dispatcher.utter_message(response=_HEARD)
            dispatcher.utter_message(response=asked.hint)
        return False

    def in_words(self, answers: Answers, facts: FactBase) -> List[str]:
        """The answers that were given, as a confirmation names them."""
        return [
            question.in_words(answers[question.slot], facts)
            for question in self.questions
            if answers.get(question.slot) not in (None, SKIPPED)
        ]

    def _repeat(self, response: str, answers: Answers, dispatcher: CollectingDispatcher, facts: FactBase) -> bool:
        """Say answers back that the person did not give to their own question; whether there were any."""
        words = self.in_words(answers, facts)
        if words:
            dispatcher.utter_message(response=response, answers=listing(words))
        return bool(words)

    def _next(self, answers: Answers) -> List[EventType]:
        """Keep the answers and ask the first question that is still needed, or end.

        Rasa takes a message after which no slot of the form was set for one that the form cannot handle, so all are.
        """
        to_ask = next((one.slot for one in self.questions if one.open(answers)), None)
        return [*(SlotSet(slot, value) for slot, value in answers.items()), SlotSet(REQUESTED, to_ask)]

    def _last_answered(self, tracker: Tracker) -> Optional[FormQuestion]:
        """The question whose slot got its present value last; one that was taken back does not count."""
        held: Dict[str, Any] = {}  # in the order of answering
        names = {question.slot: question for question in self.questions}
        for event in tracker.events:
            if event.get("event") == "slot" and event["name"] in names and event["value"] != held.get(event["name"]):
                held.pop(event["name"], None)
                if event["value"] is not None:
                    held[event["name"]] = event["value"]
        return names[next(reversed(held))] if held else None


class FormResult(SafeAction, ABC):
    """What a form ends with. A form that was stopped has no answers left, so there is nothing to say.

    Attributes:
        of: the form.
    """

    @property
    @abstractmethod
    def of(self) -> Form:
        """See the class."""

    def name(self) -> str:
        return f"action_{self.of.form}_result"

    def respond_safely(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """``respond``, or an apology; the answers are forgotten either way."""
        forgotten = [SlotSet(question.slot, None) for question in self.of.questions]
        return [*super().respond_safely(dispatcher, tracker, domain), *forgotten]

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        given = {question.slot: tracker.get_slot(question.slot) for question in self.of.questions}
        answers = {slot: value for slot, value in given.items() if value not in (None, SKIPPED)}
        if all(value is None for value in given.values()):
            return []
        facts = fact_base()
        texts = {name: variants[0]["text"] for name, variants in domain["responses"].items()}
        return say(self.result(answers, texts, facts), Question(self.of.opened_by), dispatcher, facts)

    @abstractmethod
    def result(self, answers: Answers, texts: Mapping[str, str], facts: FactBase) -> Reply:
        """What the answers come to.

        Args:
            answers: by slot; those that were passed over or not needed are left out.
            texts: the responses of ``domain.yml``, for a result that is put together from several.
            facts: the fact base.
        """


@dataclass(frozen=True)
class Used:
    """What the last result rests on.

    Attributes:
        form: the form that it ended.
        answers: by slot, as they stood at its end.
    """

    form: Type[Form]
    answers: Answers

    def changed(self, message: Understood, facts: FactBase) -> Dict[str, Any]:
        """What a complaint puts right: "you got it wrong, i said 2023"; empty unless it is one thing and no other."""
        words = heard(message, facts)
        parts = [part for part in clauses(words.text) if not _WRONG.search(plain(part))]
        words = replace(words, text=_AS_SAID.sub("", ", ".join(parts))).statement
        given = [one for one in self.form().questions if self.answers.get(one.slot) not in (None, SKIPPED)]
        read = {one.slot: one.read(words) for one in given} if words.text else {}
        new = {slot: value for slot, value in read.items() if value not in (None, self.answers[slot])}
        return new if len(new) == 1 else {}


def used_last(tracker: Tracker) -> Optional[Used]:
    """What the last answer rests on, if that is the result of a form."""
    spoken = last_spoken(turns(tracker.events)[:-1])
    said = spoken.responses if spoken else ()
    kinds = [kind for kind in all_subclasses(Form) if not kind.__abstractmethods__]
    form = next((kind for kind in kinds if f"utter_{kind.form}_result" in said), None)
    if form is None:
        return None
    slots = {question.slot for question in form().questions}
    held: Dict[str, Any] = {}
    at_end: Dict[str, Any] = {}
    for event in tracker.events:
        if event.get("event") != "slot":
            continue
        if event["name"] in slots:
            held[event["name"]] = event["value"]
        elif event["name"] == REQUESTED and event["value"] is None and any(held.values()):
            at_end = dict(held)  # the answers are forgotten behind it
    return Used(form, at_end) if at_end else None


def form_opened_by(intent: str) -> Optional[Form]:
    """The form that an intent starts; None if it starts none."""
    forms: List[Form] = [kind() for kind in all_subclasses(Form) if not kind.__abstractmethods__]
    return next((one for one in forms if one.opened_by == intent), None)
