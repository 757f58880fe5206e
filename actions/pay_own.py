"""A person's own pay: set beside that of a job, or turned into another unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, List, Optional, Sequence, Set, Tuple

from actions.base import Reply
from actions.memory import asked_before, name_of
from actions.pay import ActionSalaryMedian, PayLookup
from actions.pay_claim import claimed
from actions.pay_subject import Subject, pay_values
from actions.question import Question
from actions.wages import (
    FULL_TIME,
    Measure,
    Wage,
    has_amount,
    how_counted,
    own_wage,
    put_right,
    read_wage,
    unit_asked,
    yearly_as,
)
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.facts.schema import Pay
from careerbot.wording import capital, date_words, listing, money, number

_ALIKE = 0.01  # of a year's pay: nobody notices less

# The job that the person has stands behind one of these: "17 as a CNA", "im a phlebotomist".
_OWN_JOB = re.compile(
    r"\b(?:as|am|im|i'm|i've been|ive been|i was|being|my) (?:now |currently |working as |just )*(?:an? )?"
    r"((?:[a-z]+ ?){1,4})"
)
# Whether the pay of the person's own job is all right, not whether another job pays more.
_USUAL = re.compile(r"\b(?:normal|average|fair|good|low|ok|okay|decent|typical|underpaid|high|right|usual|enough)\b")
_COMPARES = re.compile(
    r"\b(?:more|less|better|worse|raise|than|compar\w*|higher|lower|worth|good|bad|enough|cut|same|vs|versus|beat\w*"
    r"|step|switch\w*|upgrade|fair|decent|normal|typical)\b"
)
_NEW = re.compile(
    r"\b(?:start\w*|new|newbies?|entry|beginn\w*|first job|no experience|fresh|right out of|just out of|grads?)\b"
)


class ActionSalaryOwn(PayLookup):
    """Is it more than I make? The difference to the median, and whether new people's pay is more as well."""

    intent = "salary_own"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        told = _told(question)
        if told is not None and _asks_for_a_unit_only(question):
            return _converted(told, question)
        names = {**question.names, "occupation": _jobs(question, facts)}
        if "place" not in names and "place" not in question.unknown and "place" in question.context:
            names["place"] = question.context["place"]
        # Own pay is set beside the newest figures, and "2021" may be dollars as well as a year.
        return super().answer(replace(question, names=names, years=(), lost=()), facts)

    def of_subject(self, subject: Subject, row: Pay, question: Question, facts: FactBase) -> Reply:
        if claimed(question.text) is not None:  # "they told me 70k": not the person's own
            told = ActionSalaryMedian().of_subject(subject, row, question, facts)
            # Remembered as a question about pay: the next message must not take the claim for the person's own.
            median = {"intent": {"name": "salary_median", "confidence": 1.0}, "entities": []}
            return replace(told, answers={"text": question.text, **median})
        wage, values = _told(question), pay_values(subject, row)
        if wage is None:
            return Reply("utter_salary_own_which", values, [row], context=subject.context)
        measure = Measure.of(question.text)
        if measure.hours == FULL_TIME and wage.hours != FULL_TIME:
            measure = Measure(measure.unit or "year", wage.hours)  # the same hours as before
        values.update(_own_values(wage))
        if wage.hours != FULL_TIME:
            values["how"] = f" ({_part_time(row.median or 0, wage)})"
        values["difference"] = _difference(row.median or 0, wage, measure)
        values["new"] = _new(row, wage)
        entry = row.p10 and row.p25 and _is_about_the_start(question)
        if entry:
            values["beside"] = _beside(row, wage)
        return Reply("utter_salary_own_entry" if entry else "utter_salary_own", values, [row], context=subject.context)

    def _several(self, asked: Sequence[Subject], question: Question, facts: FactBase) -> Reply:
        found = [(subject, facts.pay(subject.soc, subject.place.code)) for subject in asked]
        known = [(subject, row) for subject, row in found if row is not None and row.median is not None]
        wage = _told(question)
        if wage is None or not known:
            return super()._several(asked, question, facts)
        one_job = len({subject.soc for subject, _ in known}) == 1
        one_place = len({subject.place.code for subject, _ in known}) == 1
        lines = "\n".join(
            f"- **{_title(subject, one_job, one_place)}:** {money(row.median or 0)} a year, "
            f"{_difference(row.median or 0, wage, Measure(), bold=False)} your pay"
            for subject, row in known
        )
        values = {**_own_values(wage), "lines": lines, "period": date_words(known[0][1].as_of)}
        missing = [_title(subject, one_job, one_place) for subject, row in found if row is None or row.median is None]
        values["notes"] = f"I have no figure for {listing(missing)}. " if missing else ""
        return Reply("utter_salary_own_several", values, [row for _, row in known], context=known[0][0].context)


def _told(question: Question) -> Optional[Wage]:
    """The wage in the message, else the one that the person told before."""
    told = read_wage(question.text)
    if told is not None or has_amount(question.text):
        return told
    before = _told_before(question)
    return before and put_right(before, question.text)


def _told_before(question: Question) -> Optional[Wage]:
    for text in _earlier(question):
        # "i make 800", then "a week"
        told = read_wage(text) or read_wage(f"{text} {question.text}")
        if told is not None:
            return told
    said = (own_wage(turn.understood.get("text") or "") for turn in reversed(question.before))
    return next((wage for wage in said if wage is not None), None)


def _asks_for_a_unit_only(question: Question) -> bool:
    """ "24 dollars an hour is how much a year": nothing is compared."""
    wage = read_wage(question.text)
    if wage is None or question.names.get("occupation") or question.names.get("place"):
        return False
    unit = unit_asked(question.text)
    return unit is not None and unit != wage.unit and _COMPARES.search(question.text.casefold()) is None


def _converted(wage: Wage, question: Question) -> Reply:
    unit = unit_asked(question.text) or "year"
    values = {
        "own": wage.words,
        "other": yearly_as(wage.full_time, unit, wage.hours),
        "how": how_counted(unit, wage.hours) if unit != "year" else _hours(wage),
    }
    return Reply("utter_salary_converted", values)


def _jobs(question: Question, facts: FactBase) -> Tuple[str, ...]:
    """The jobs to set the pay beside: those named, but for the one that the person has now."""
    named = question.names.get("occupation", ())
    own = _own_jobs(question.text, facts)
    if own and {*named} == own and _USUAL.search(question.text.casefold()):
        return named
    owns = own.union(*(_own_jobs(turn.understood.get("text") or "", facts) for turn in question.before))
    for socs in (named, question.context.get("occupation", ())):
        others = tuple(soc for soc in socs if soc not in owns)
        if others:
            return others
    # The job that was the person's own before is asked about now: "and what do CNAs make?"
    return named if named and not own else (MEDICAL_ASSISTANT,)


def _earlier(question: Question) -> List[str]:
    """What the person typed before about their own pay, the last first."""
    return [earlier.get("text") or "" for earlier in asked_before(question.before) if name_of(earlier) == "salary_own"]


def _own_jobs(text: str, facts: FactBase) -> Set[str]:
    """The jobs that a person says to have; "as an MA" beside another one is what they think of."""
    found: Set[str] = set()
    for match in _OWN_JOB.finditer(text.casefold().replace("’", "'")):
        words = match[1].split()
        jobs = (facts.find("occupation", " ".join(words[:count])) for count in range(len(words), 0, -1))
        found.update([job for job in jobs if job is not None][:1])
    return found - {MEDICAL_ASSISTANT} or found


def _is_about_the_start(question: Question) -> bool:
    last = next(iter(asked_before(question.before)), {})
    return name_of(last) == "salary_entry" or _NEW.search(question.text.casefold()) is not None


def _own_values(wage: Wage) -> Dict[str, str]:
    other = yearly_as(wage.full_time, "hour") if wage.unit == "year" else yearly_as(wage.full_time, "year", wage.hours)
    return {"own": wage.words, "Own": capital(wage.words), "other": other, "how": f" ({_hours(wage)})"}


def _hours(wage: Wage) -> str:
    if wage.hours == FULL_TIME:
        return f"full time, {how_counted('hour')}"
    return f"at {number(wage.hours)} hours a week; full time it would be {money(wage.full_time)} a year"


def _part_time(a_year: float, wage: Wage) -> str:
    """What full-time pay a year comes to at the hours of a wage."""
    return (
        f"at {number(wage.hours)} hours a week, where the median would be about {yearly_as(a_year, 'year', wage.hours)}"
    )


def _difference(a_year: float, wage: Wage, measure: Measure, bold: bool = True) -> str:
    """ "**$7,680 a year more** than", "**about as much** as"."""
    more = a_year - wage.full_time
    mark = "**" if bold else ""
    if abs(more) < _ALIKE * a_year:
        return f"{mark}about as much{mark} as"
    words = f"{measure.words(abs(more))} {'more' if more > 0 else 'less'}"
    return f"{mark}{words}{mark} than"


def _new(row: Pay, wage: Wage) -> str:
    if not (row.p10 and row.p25):
        return ""
    return (
        f"People who are new usually start nearer the lower end, about {money(row.p10)} to {money(row.p25)} a year: "
        f"{_beside(row, wage)} {wage.words}. "
    )


def _beside(row: Pay, wage: Wage) -> str:
    """The pay of new people beside a wage."""
    if wage.full_time < (row.p10 or 0):
        return "more than"
    return "less than" if wage.full_time > (row.p25 or 0) else "about the same as"


def _title(subject: Subject, one_job: bool, one_place: bool) -> str:
    if one_job:
        return capital(subject.place.name)
    where = "" if one_place else f" in {subject.place.name}"
    return f"{capital(subject.occupation.plural)}{where}"
