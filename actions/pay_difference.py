"""How much more: the pay of the two jobs, places or years that were named last, subtracted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Reply
from actions.compared import of_side
from actions.dispatch import LookupAsMeant
from actions.home import home, means_here
from actions.memory import COMPARED, asked_before, name_of, recall, topic
from actions.names import Names
from actions.not_understood import ActionNotUnderstood
from actions.pay_subject import Subject
from actions.pictures import ALL_OCCUPATIONS
from actions.question import Question
from actions.wages import Measure, difference
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase, fact_base
from careerbot.facts.schema import Pay
from careerbot.wording import capital, date_words, money, number

_Known = Tuple[Subject, Pay]
_DIFFERENCE = re.compile(
    r"\b(?:differen\w*|more|less|gap|apart|between|versus|vs|extra|higher|lower|subtract|minus|better|worse|jump|raise|gain"
    r"|lose|cut|ahead|behind|up|down|much|far)\b|^/",
    re.IGNORECASE,
)
_GOOD = re.compile(r"\b(?:good|ok|okay|decent|bad|normal|high|low|lot|alot|average)\b", re.IGNORECASE)
_WIDTH = {"area": 0, "state": 1, "nation": 2}


class ActionSalaryDifference(LookupAsMeant):
    """Dollars a year and an hour, and percent of the lower one; without a second one it asks between which two."""

    def name(self) -> str:
        return "action_salary_difference"

    def respond_alone(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[str, Any]
    ) -> List[EventType]:
        """See ``AsMeant``; a message without two things and without a word of a difference was misunderstood."""
        facts = fact_base()
        question = Question.from_tracker(tracker, facts)
        if not _DIFFERENCE.search(question.text) and len(self._known(question, facts)) < 2:
            return ActionNotUnderstood().respond(dispatcher, tracker, domain)
        return super().respond_alone(dispatcher, tracker, domain)

    def answer(self, question: Question, facts: FactBase) -> Reply:
        known = self._known(question, facts)
        if len(known) < 2:
            asked = next(_subjects(question, facts), None)
            return Reply("utter_salary_difference_which", context=asked.context if asked else {})
        return _reply(known[:2], Measure.of(question.text))

    def _known(self, question: Question, facts: FactBase) -> List[_Known]:
        """What is meant and has a median, each once."""
        asked = list(_in_one_area(list(_subjects(question, facts)), facts))
        known: List[_Known] = []
        for subject in asked:
            row = facts.pay(subject.soc, subject.place.code, subject.year)
            if row is not None and row.median is not None and (subject, row) not in known:
                known.append((subject, row))
        return known


def _reply(pair: Sequence[_Known], measure: Measure) -> Reply:
    high, low = sorted(pair, key=lambda known: -(known[1].median or 0))
    more = (high[1].median or 0) - (low[1].median or 0)
    first, second, where = _names(high, low)
    values = {
        "first": first,
        "First": capital(first),
        "second": second,
        "where": where,
        "high": money(high[1].median or 0),
        "low": money(low[1].median or 0),
        "difference": difference(more, measure),
        "percent": f"{number(round(100 * more / (low[1].median or 1)))}%",
        "period": "" if high[1].as_of != low[1].as_of else f" in {date_words(high[1].as_of)}",
    }
    response = "utter_salary_difference" if more else "utter_salary_difference_none"
    # The last one named stays what the next message is about; the country that it was set beside does not.
    stands_in = pair[-1][0].place.code == NATION and pair[0][0].place.code != NATION
    context = {**pair[0 if stands_in else -1][0].context, **_both(pair)}
    return Reply(response, values, [high[1], low[1]], context=context)


def _names(high: _Known, low: _Known) -> Tuple[str, str, str]:
    """What each is called: only what differs is said of both."""
    (one, one_row), (other, other_row) = high, low
    first, second = [one.occupation.plural], [other.occupation.plural if one.soc != other.soc else "those"]
    where = ""
    if one.place.code != other.place.code:
        first.append(f"in {one.place.name}")
        second.append(f"in {other.place.name}")
    elif one.place.code != NATION or one.soc == other.soc:
        where = f" in {one.place.name}"
    if one_row.as_of != other_row.as_of:
        first.append(f"in {date_words(one_row.as_of)}")
        second.append(f"in {date_words(other_row.as_of)}")
    return " ".join(first), " ".join(second), where


def _both(pair: Sequence[_Known]) -> Dict[str, Sequence[str]]:
    socs = [subject.soc for subject, _ in pair]
    return {"compared": socs} if len(set(socs)) == 2 else {}


def _subjects(question: Question, facts: FactBase) -> Iterator[Subject]:
    """The two that are meant, the first two of those named, or the last two of the conversation; then stand-ins."""
    named = _of_names(question.names, question.years, facts)
    if len(named) > 1:
        yield from named
        return
    before, lives = _before(question, facts), home(question.before, facts)
    if named and before and not question.years and _alike(named[0], before[0]):
        named = []  # "by how much did it go up": only a pronoun names what was talked about
    if named:
        # One is named, as in "how much more do RNs make": the last other one stands against it.
        yield _filled(named[0], question, facts)
        if means_here(question.text):
            yield from _where_the_person_lives(named[0], lives, facts)
        last = next(iter(asked_before(question.before)), {})
        if named[0].soc != MEDICAL_ASSISTANT and not question.names.get("place") and topic(name_of(last)) != "jobs":
            # Nothing was set side by side: the job stands against the one that all this is about.
            ours = replace(named[0], soc=MEDICAL_ASSISTANT, occupation=facts.occupation(MEDICAL_ASSISTANT))
            yield _filled(ours, replace(question, context={**question.context, "occupation": ()}), facts)
    yield from before
    judges = _GOOD.search(question.text) is not None
    yield from _stand_ins(next(iter([*named, *before]), None), lives, judges, facts)


def _in_one_area(asked: Sequence[Subject], facts: FactBase) -> Iterator[Subject]:
    """Two jobs in the same place, where one was named for the country or a state only: else the place would differ too.

    What a city has no figure of is taken of its state for both.
    """
    if len(asked) < 2 or asked[0].soc == asked[1].soc or asked[0].year != asked[1].year:
        yield from asked
        return
    first, second = asked[:2]
    narrow, wide = sorted((first.place, second.place), key=lambda place: _WIDTH[place.kind])
    state = narrow.state if narrow.kind == "area" else None
    if narrow.code != wide.code and wide.code not in (NATION, state):
        yield from asked  # two places, and both are meant
        return
    for code in filter(None, (narrow.code, state, NATION)):
        both = [replace(subject, place=facts.place(code)) for subject in (first, second)]
        rows = [facts.pay(subject.soc, code, subject.year) for subject in both]
        if all(row is not None and row.median is not None for row in rows):
            yield from both
            return
    yield from asked


def _of_names(names: Names, years: Sequence[int], facts: FactBase) -> List[Subject]:
    """A subject for each job, place and year; nothing if none is named."""
    if not (names.get("occupation") or names.get("place") or years):
        return []
    socs = names.get("occupation") or (MEDICAL_ASSISTANT,)
    places = names.get("place") or (NATION,)
    return [
        Subject(soc, facts.occupation(soc), facts.place(code), year)
        for soc in socs
        for code in places
        for year in (years or (None,))
    ]


def _before(question: Question, facts: FactBase) -> List[Subject]:
    """What the last answers were about, the last one last named first; what stood side by side, in its order."""
    found: List[Subject] = []
    for count in range(len(question.before), 0, -1):
        context = dict(recall(question.before[:count], question.intent, facts))
        # What stood side by side longer ago is not what was named last.
        side = of_side({COMPARED: tuple(question.before[count - 1].slots.get(COMPARED) or ())}, "occupation")
        if len(side) > 1 and len(context.get("occupation", ())) < 2:
            context["occupation"] = side
        years = [int(year) for year in context.get("year", ())]
        found += [subject for subject in _of_names(context, years, facts) if subject not in found]
        if len(found) > 1:
            break
    return found


def _filled(subject: Subject, question: Question, facts: FactBase) -> Subject:
    """The one that is named, with the job, place and year that it leaves out."""
    context = question.context
    if not question.names.get("occupation") and context.get("occupation"):
        soc = context["occupation"][-1]
        subject = replace(subject, soc=soc, occupation=facts.occupation(soc))
    if not question.names.get("place") and context.get("place"):
        subject = replace(subject, place=facts.place(context["place"][-1]))
    return subject


def _alike(subject: Subject, other: Subject) -> bool:
    return other.year is not None and (subject.soc, subject.place.code) == (other.soc, other.place.code)


def _stand_ins(subject: Optional[Subject], lives: Optional[str], judges: bool, facts: FactBase) -> Iterator[Subject]:
    """Against one alone: the same job where the person lives, else in the nation, else medical assistants.

    Args:
        judges: whether it is asked if the pay is good: in the nation it is set beside that of everybody.
    """
    if subject is None:
        return
    yield from _where_the_person_lives(subject, lives, facts)
    if subject.place.code != NATION:
        yield replace(subject, place=facts.place(NATION))
    other = MEDICAL_ASSISTANT if subject.soc != MEDICAL_ASSISTANT else ALL_OCCUPATIONS if judges else None
    if other is not None:
        yield replace(subject, soc=other, occupation=facts.occupation(other))


def _where_the_person_lives(subject: Subject, lives: Optional[str], facts: FactBase) -> Iterator[Subject]:
    if lives is not None and subject.place.code not in (NATION, lives):
        yield replace(subject, place=facts.place(lives))
