"""What people answer to the questions of "Which program fits me?", and what they tell without being asked."""

from __future__ import annotations

import re
from dataclasses import replace
from math import isinf
from typing import Any, Callable, Mapping, Optional

from actions.form_amounts import amounts, months
from actions.form_answers import choice, is_question, listed, plain, yes_no
from actions.form_reading import FormQuestion, Heard
from careerbot.facts.queries import NATION, FactBase

OPENED_BY = "programs_match"

# What people call each answer, in the order of the buttons. ``choice`` reads them.
_TIME = {
    "weeks": listed(
        "few weeks|couple of weeks|couple weeks|weeks|few months|couple of months|right away|straight away|immediately"
        "|asap|as soon as possible|start now|work now|need a job now|now|quick|fast|fastest|soon|no time"
    ),
    "year": listed("year|one year|under a year|less than a year|a year|short program|months"),
    "two_years": listed(
        "two years|couple of years|couple years|few years|long program|no rush|no hurry|not in a hurry|take my time"
        "|as long as it takes|however long it takes|plenty of time|time is no problem|whatever it takes"
    ),
}
_BUDGET = {
    "tight": listed(
        "tight|broke|poor|no money|little money|not much money|not much|barely any|barely|cant afford|cannot afford"
        "|cant pay|low income|paycheck to paycheck|struggling|in debt|debt|very little|cheap|cheapest|free|nothing|zero"
        "|limited|small budget|low budget|short on money|strapped|no savings"
    ),
    "some": listed(
        "some|some money|a little|a bit|little bit|medium|moderate|average|so so|in between|middle|saved some"
        "|some savings|manageable|decent|not too bad|loan"
    ),
    "fine": listed(
        "fine|good|comfortable|plenty|enough|no problem|not a problem|no issue|not an issue|no worry|no money problems"
        "|money is no problem|well off|great|covered|paid for|gi bill|employer pays|parents pay|rich"
    ),
}
_WHERE = {
    "online": listed("online|remote|remotely|from home|at home|distance|virtual|virtually|on my computer|zoom"),
    "in_person": listed("in person|on campus|campus|classroom|class room|face to face|on site|hands on|at school|live"),
    "mixed": listed("mix|mixed|both|hybrid|either|half half|half and half|blended|combination|bit of both|any"),
}
_NOW = re.compile(
    r"\b(need|have|want) (a|to) (job|work|start|earn)(ing)?( \w+){0,2} (now|asap|right away|immediately|fast|soon)\b"
)
_HAVE_TIME = re.compile(r"\b(i (only |just )?(have|got|can (study|spare|give|spend))|ive (only )?got)\b")
_OTHER_TIME = re.compile(r"\b(experience|worked|working|been|as an?|left)\b")
_FURTHER = re.compile(
    r"\b(nurs(e|es|ing)|rn|lpn|lvn|bsn|bachelors?|masters?|pa school|physician assistant|doctor|degree|transfer)\b"
)
_WANTS = re.compile(
    r"\b(want|wanna|plan|planning|hope|hoping|dream|going to|gonna|like to|aim|goal|later|someday|eventually)\b"
)
_NO_FURTHER = re.compile(
    r"\b(just|only) (want |wanna |need |plan )?(to )?(work|be an? ma|an? job|the job|be a medical)"
)
_BROKE = re.compile(
    r"\b(no money|broke|cant afford|cannot afford|money is (very |really |super |so )?tight|tight (budget|money)"
    r"|budget is (very |really |super |so )?tight|low income|paycheck to paycheck|short on (money|cash)|no savings)\b"
)
_ONLINE = re.compile(
    r"\b(study|studying|learn|learning|class|classes|courses?|school|program|do it|take it|prefer|rather|want|need|all"
    r"|only|everything)\b(?: \w+){0,4} (online|from home)\b|\bonline (program|school|classes|course)\b"
)
# Said alone these answer that question, whichever was asked.
_PLAIN_WHERE = frozenset(listed("online|online only|only online|remote|remotely|from home|in person|on campus|hybrid"))
_SUM = re.compile(
    r"\$ ?[0-9]|\b([0-9]+ ?k|thousand|grand|hundred (dollars|bucks)|[0-9]+ (dollars|bucks))\b", re.IGNORECASE
)
_OTHER_SUM = re.compile(r"\b(earn|earning|make|makes|making|paid|pays|salary|wage|hour|hourly|a year|debt|owe)\b")
_LENGTHS = ("week", "month", "year")
_MY = re.compile(r"\b(i|im|ive|we|were|my|mine|me|here)\b")
_RECENT = 3  # messages: a state named before that may be long forgotten
_SHORT_ANSWER = 6  # words: "eight months, 5,000, Harrisburg"


def _time(heard: Heard) -> Optional[str]:
    """How long may pass before paid work: against the time that a certificate and a degree take.

    "No" is no length of time, though it is one of work ("how long have you worked?" "none").
    """
    span = months(heard.text)
    if span is None or (span == (0.0, 0.0) and not amounts(heard.text)):
        return choice(heard.text, _TIME)
    longest = span[0] if isinf(span[1]) else span[1]
    if longest < _shortest(heard.facts.figure("certificate_duration").value):
        return "weeks"
    return "year" if longest < 12 * _shortest(heard.facts.figure("associate_duration").value) else "two_years"


def _shortest(value: Any) -> float:
    return float(value[0] if isinstance(value, tuple) else value)


def _time_volunteered(heard: Heard) -> Optional[str]:
    said = plain(heard.text)
    if _NOW.search(said):
        return "weeks"
    if _OTHER_TIME.search(said):
        return None
    if _HAVE_TIME.search(said) and months(heard.text):
        return _time(heard)
    # "Which program fits me, eight months, Harrisburg": who opens the form with a length of time means this one.
    lengths = [amount for amount in amounts(heard.text) if amount.unit in _LENGTHS and amount.behind[:3] != "old"]
    if heard.intent != OPENED_BY or len(lengths) != 1:
        return None
    low, high = lengths[0].between
    return _time(replace(heard, text=f"{low if isinf(high) else high:g} {lengths[0].unit}s"))


_LEAST_SUM = 100  # dollars; "7" and "i got 2 kids" are no sums


def _budget(heard: Heard) -> Optional[str]:
    """How paying feels. A sum is something one can pay, whatever it is worth at a school."""
    felt = choice(heard.text, _BUDGET)
    sums = [amount for amount in amounts(heard.text) if amount.unit is None and amount.between[1] >= _LEAST_SUM]
    return "some" if felt is None and sums and not is_question(heard.text) else felt


def _budget_volunteered(heard: Heard) -> Optional[str]:
    if _BROKE.search(plain(heard.text)):
        return "tight"
    return "some" if _SUM.search(heard.text) and not _OTHER_SUM.search(plain(heard.text)) else None


def _credit(heard: Heard) -> Optional[bool]:
    answer = yes_no(heard.text)
    if answer is not None:
        return answer
    said = plain(heard.text)
    if _NO_FURTHER.search(said):
        return False
    return True if _FURTHER.search(said) and not is_question(heard.text) else None


def _credit_volunteered(heard: Heard) -> Optional[bool]:
    said = plain(heard.text)
    if re.search(r"\b(dont|not|never|no)\b", said):
        return None
    return True if _FURTHER.search(said) and _WANTS.search(said) else None


def _where(heard: Heard) -> Optional[str]:
    return choice(heard.text, _WHERE)


def _where_volunteered(heard: Heard) -> Optional[str]:
    said = plain(heard.text)
    if said in _PLAIN_WHERE:
        return _where(heard)
    if re.search(r"\b(study|learn|classes|school|prefer|rather|want)\b(?: \w+){0,4} in person\b", said):
        return "in_person"
    return "online" if _ONLINE.search(said) and not re.search(r"\b(dont|not|never)\b", said) else None


def _state(heard: Heard) -> Optional[str]:
    """The one state that is named, or that a city named lies in."""
    codes = [code for code in heard.names.get("place", ()) if code != NATION]
    if not codes:
        found = heard.facts.find("place", heard.text)
        codes = [found] if found and found != NATION else []
    states = {heard.facts.place(code).state for code in codes}
    return states.pop() if len(states) == 1 else None


def _state_volunteered(heard: Heard) -> Optional[str]:
    """In an answer to another question only the person's own state; before that, the one that was spoken of."""
    if not heard.names.get("place") or heard.ago > _RECENT:
        return None
    said = plain(heard.text)
    own = heard.ago or heard.intent == OPENED_BY or _MY.search(said) or 0 < len(said.split()) <= _SHORT_ANSWER
    return _state(heard) if own else None


def _says(words: Mapping[Any, str]) -> Callable[[Any, FactBase], str]:
    return lambda value, facts: words[value]


QUESTIONS = (
    FormQuestion(
        "program_time",
        "utter_hint_program_form_time",
        read=_time,
        volunteered=_time_volunteered,
        in_words=_says(
            {
                "weeks": "you want to start within weeks or a few months",
                "year": "you have about a year",
                "two_years": "you have about the time of a degree",
            }
        ),
    ),
    FormQuestion(
        "program_budget",
        "utter_hint_program_form_budget",
        read=_budget,
        volunteered=_budget_volunteered,
        in_words=_says({"tight": "money is tight", "some": "you can pay some", "fine": "money is no problem"}),
    ),
    FormQuestion(
        "program_credit",
        "utter_hint_program_form_credit",
        read=_credit,
        volunteered=_credit_volunteered,
        in_words=_says({True: "you may study further later", False: "you do not plan to study further"}),
    ),
    FormQuestion(
        "program_where",
        "utter_hint_program_form_where",
        read=_where,
        volunteered=_where_volunteered,
        in_words=_says(
            {"online": "you want classes online", "in_person": "you want to learn in person", "mixed": "a mix is fine"}
        ),
    ),
    FormQuestion(
        "program_state",
        "utter_hint_program_form_state",
        read=_state,
        volunteered=_state_volunteered,
        in_words=lambda code, facts: f"your state is {facts.place(code).name}",
    ),
)
