"""What one message says to a form: the answer to the question asked, answers to others, corrections of earlier ones.

read_answers(heard, questions, asked, answers, last) -> {"program_time": "year", "program_state": "TX"}
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Callable, Dict, Mapping, Optional, Sequence

from actions.form_answers import asks_if_true, clauses, correction, is_question, is_skip
from actions.names import Names
from careerbot.facts.queries import FactBase

SKIPPED = "skipped"
"""The answer of a question that the person passed over."""

Answers = Mapping[str, Any]
"""For each slot of a form its answer: None where there is none yet, ``SKIPPED``, or what its question reads."""


@dataclass(frozen=True)
class Heard:
    """Something the person said.

    Attributes:
        text: the part of the message that a question is to read; empty for a button of another question.
        names: the names in the whole message.
        facts: the fact base.
        today: the day on which it was said.
        ago: how many messages ago it was said; 0 is the message that the form waits for.
        intent: what the message was understood as.
    """

    text: str
    names: Names
    facts: FactBase
    today: date
    ago: int = 0
    intent: str = ""

    @property
    def statement(self) -> Heard:
        """The same without the parts that ask something; of "they say so. true??" nothing is told."""
        if asks_if_true(self.text):
            return replace(self, text="")
        return replace(self, text=", ".join(part for part in clauses(self.text) if not is_question(part)))


def _never(heard: Heard) -> Any:
    return None


def _not_rough(value: Any) -> bool:
    return False


def _always(answers: Answers) -> bool:
    return True


@dataclass(frozen=True)
class FormQuestion:
    """One question of a form. Its words are the response ``utter_ask_<form>_<slot>``.

    Attributes:
        slot: where its answer is kept until the form ends.
        hint: the response that says what kind of answer is expected and what for; empty for what counts if it is
            told and is never asked.
        read: the value of a message that answers this question, None if it does not.
        in_words: the value as a confirmation names it: "studying online".
        volunteered: the value that a message gives although something else was asked, None if it could mean
            anything else.
        needed: whether it is to be asked, by the answers so far.
        rough: whether a value that was volunteered leaves the rest still to be asked for.
    """

    slot: str
    hint: str
    read: Callable[[Heard], Any]
    in_words: Callable[[Any, FactBase], str]
    volunteered: Callable[[Heard], Any] = _never
    needed: Callable[[Answers], bool] = _always
    rough: Callable[[Any], bool] = _not_rough

    def open(self, answers: Answers) -> bool:
        """Whether it is still to be asked."""
        value = answers[self.slot]
        return (value is None or self.rough(value)) and self.needed(answers)


def read_answers(
    heard: Heard, questions: Sequence[FormQuestion], asked: FormQuestion, answers: Answers, last: Optional[FormQuestion]
) -> Dict[str, Any]:
    """The answers in a message, by slot; empty if there are none.

    Args:
        heard: the message.
        questions: all questions of the form.
        asked: the one that was asked last.
        answers: what was answered before.
        last: the question that was answered last, None if none was.
    """
    sure, rest = correction(heard.text)
    heard = replace(heard, text=rest).statement
    found = volunteered(heard, questions)
    changes = any(answers[slot] not in (None, value) for slot, value in found.items())
    if asked.slot in found or changes or (sure and found):
        return found
    # "No wait, 3 years" takes the last answer back; "actually 3 years" does if it is no answer to this question.
    order = {"surely": (last, asked), "maybe": (asked, last)}.get(sure, (asked,))
    for question in order:
        value = question.read(heard) if question else None
        if question and value is not None:
            return {**found, question.slot: value}
    if sure:
        # "I meant online": an answer before the last one, if only one question can have it.
        earlier = {one.slot: one.read(heard) for one in questions if answers[one.slot] is not None and one not in order}
        read = {slot: value for slot, value in earlier.items() if value is not None}
        return read if len(read) == 1 else {}
    if any(map(is_skip, (heard.text, *clauses(heard.text)))):
        return {**found, asked.slot: SKIPPED}
    return found


def volunteered(heard: Heard, questions: Sequence[FormQuestion]) -> Dict[str, Any]:
    """What a message says of itself to the questions, by slot."""
    read = {question.slot: question.volunteered(heard) for question in questions}
    return {slot: value for slot, value in read.items() if value is not None}
