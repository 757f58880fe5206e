"""The form "Am I eligible?": asks only what can still change a verdict, then says a line for each certification."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import Any, Dict, List, Mapping, Optional, Sequence

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Reply, SafeAction, Table
from actions.dispatch import answer
from actions.eligibility_answers import OPENED_BY, QUESTIONS
from actions.eligibility_person import PREFIX, chosen, fits, judged, person_of, settled
from actions.eligibility_reading import is_of_other_job
from actions.eligibility_spans import SERVED, date_span, steps_of_future, steps_of_number, steps_of_past
from actions.eligibility_words import VERDICTS, Texts, why
from actions.form_reading import SKIPPED, Answers, Heard
from actions.forms import REQUESTED, Form, FormResult
from actions.names import read_names
from careerbot.catalog import catalog
from careerbot.facts.eligibility import Outcome, Verdict, judge, spans
from careerbot.facts.person import Person, Point
from careerbot.facts.queries import FactBase, fact_base
from careerbot.facts.schema import Credential, Sourced
from careerbot.wording import listing

_FINISH, _TRAINING = f"{PREFIX}finish", f"{PREFIX}training"
_RULES = "certification_eligibility"
_SERVED_UNTIL = "utter_ask_eligibility_form_eligibility_military_end"
_MOST_BUTTONS = 5
_NOT_SURE = {"title": "Not sure", "payload": "not sure"}
# Where the conversation may go on: with something to sit for, and without.
_WITH_A_YES = ("certification_steps", "certification_best")
_WITHOUT = ("programs_match", "certification_steps")


class ValidateEligibilityForm(Form):
    """Asks what decides between yes, no and "ask the issuer"."""

    form = "eligibility_form"
    opened_by = OPENED_BY
    intro = "utter_eligibility_form_intro"
    questions = QUESTIONS

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        message, facts = tracker.latest_message, fact_base()
        named = read_names(message.get("entities") or [], facts).known.get("credential", ())
        if tracker.get_slot(REQUESTED) is None and named and not set(named) & set(judged(facts)):
            # Of others only the words of the rules are known.
            question = {**message, "intent": {**message["intent"], "name": _RULES}}
            events = answer([question], dispatcher, tracker, domain)
            return [*events, *self.end(), FollowupAction(f"action_{self.form}_result")]
        return super().respond(dispatcher, tracker, domain)

    def remark(self, heard: Heard) -> Optional[str]:
        """What counts as work, to those who tell of another job."""
        return "utter_eligibility_other_job" if is_of_other_job(heard) else None

    def _next(self, answers: Answers) -> List[EventType]:
        """As in every form; a training that was corrected asks again when it ends if the old end cannot be."""
        end = answers[_FINISH]
        if end not in (None, SKIPPED) and not fits(answers[_TRAINING], date_span(end), date.today()):
            answers = {**answers, _FINISH: None}
        return super()._next(answers)


class ActionEligibilityFormResult(FormResult):
    """A line for each certification: by which route, what is missing, or why the issuer must be asked."""

    of = ValidateEligibilityForm()

    def result(self, answers: Answers, texts: Texts, facts: FactBase) -> Reply:
        today = date.today()
        who, credentials = settled(answers, facts, today), chosen(answers, facts)
        verdicts = {key: judge(who, row, today) for key, row in credentials.items()}
        table = _table(verdicts, credentials, texts)
        values = {"lines": table.lines, "record": _about_record(who, credentials, texts)}
        rows: List[Sourced] = [verdict.by.route for verdict in verdicts.values() if verdict.by]
        rows += [row for row in credentials.values() if who.felony and row.convictions]
        key = next(iter(verdicts)) if len(verdicts) == 1 else None
        context = {"credential": key}
        return Reply("utter_eligibility_form_result", values, rows, _buttons(verdicts), context, table)


class AskSteps(SafeAction):
    """Asks for a number or a date, with a button for each answer that decides something else.

    Attributes:
        point: what is asked. Rasa finds the action by its name, the words are mostly the response of the same name.
    """

    point: Point

    def name(self) -> str:
        return f"action_ask_{ValidateEligibilityForm.form}_{PREFIX}{self.point}"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]) -> List[EventType]:
        answers = {question.slot: tracker.get_slot(question.slot) for question in QUESTIONS}
        facts, today = fact_base(), date.today()
        who = person_of(answers, today)
        steps = spans(self.point, who, chosen(answers, facts).values(), today)
        dispatcher.utter_message(response=self.words(answers), buttons=self.buttons(steps, who, today))
        return []

    def words(self, answers: Answers) -> str:
        """The response that asks."""
        return self.name().replace("action_", "utter_", 1)

    @abstractmethod
    def buttons(self, steps: Sequence[Any], who: Person, today: date) -> List[Dict[str, str]]:
        """The quick replies, beside those that the response has."""


class ActionAskFinish(AskSteps):
    """When the training ended or ends."""

    point: Point = "finish"

    def buttons(self, steps: Sequence[Any], who: Person, today: date) -> List[Dict[str, str]]:
        offered = steps_of_future(steps, today) if who.training == "studying" else steps_of_past(steps, today)
        return [*offered[: _MOST_BUTTONS - 1], _NOT_SURE]


class ActionAskHours(AskSteps):
    """How many hours the program has."""

    point: Point = "hours"

    def buttons(self, steps: Sequence[Any], who: Person, today: date) -> List[Dict[str, str]]:
        return [*steps_of_number(steps, "hours", _MOST_BUTTONS - 1), _NOT_SURE]


class ActionAskExternshipHours(ActionAskHours):
    """How many of them are externship."""

    point: Point = "externship_hours"


class ActionAskWorkMonths(AskSteps):
    """How long they have worked."""

    point: Point = "work_months"

    def buttons(self, steps: Sequence[Any], who: Person, today: date) -> List[Dict[str, str]]:
        return steps_of_number(steps, "months", _MOST_BUTTONS)


class ActionAskWorkUntil(AskSteps):
    """When they stopped."""

    point: Point = "work_until"

    def buttons(self, steps: Sequence[Any], who: Person, today: date) -> List[Dict[str, str]]:
        return steps_of_past(steps, today)[: _MOST_BUTTONS - 1]


class ActionAskMilitary(ActionAskWorkUntil):
    """Whether they had military training and when it ended; the latter alone of those who told of it."""

    point: Point = "military"

    def words(self, answers: Answers) -> str:
        return _SERVED_UNTIL if answers[PREFIX + self.point] == SERVED else super().words(answers)


def _table(verdicts: Mapping[str, Verdict], credentials: Mapping[str, Credential], texts: Texts) -> Table:
    rows, lines = [], []
    for key, verdict in verdicts.items():
        assert verdict.outcome is not None, "all that is open counts as what the person cannot say"
        says, reason = VERDICTS[verdict.outcome], why(verdict, texts)
        label = f"[{credentials[key].label}]({credentials[key].website})"
        rows.append([label, says, reason])
        lines.append(
            f"- {label}: **{says}**, {reason}" if verdict.outcome is Outcome.YES else f"- {label}: **{says}**: {reason}"
        )
    return Table(("Certification", "May you sit it?", "Why"), rows, "\n".join(lines))


def _about_record(who: Person, credentials: Mapping[str, Credential], texts: Texts) -> str:
    """What the issuers are known to say of a record, to those who have one; of one that says nothing known, that."""
    if not who.felony:
        return ""
    told = [row for row in credentials.values() if row.convictions]
    if not told:
        issuers = listing([row.issuer for row in credentials.values()], "or")
        return "\n\n" + texts["utter_eligibility_record_unknown"].replace("{issuers}", issuers)
    name = "utter_eligibility_record_known" if len(credentials) == 1 else "utter_eligibility_record_of_one"
    said = " ".join(str(row.convictions) for row in told)
    return "\n\n" + texts[name].replace("{label}", listing([row.label for row in told])).replace("{convictions}", said)


def _buttons(verdicts: Mapping[str, Verdict]) -> List[Dict[str, str]]:
    names = {"credential": next(iter(verdicts))} if len(verdicts) == 1 else {}
    some = any(verdict.outcome is Outcome.YES for verdict in verdicts.values())
    go_on = [catalog()[intent].button() for intent in (_WITH_A_YES if some else _WITHOUT)]
    return [catalog()[_RULES].button(**names), *go_on]
