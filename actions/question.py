"""What a person asked, as an action sees it: the names in the message and what the conversation was about before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Dict, Optional, Sequence, Tuple

from rasa_sdk import Tracker

from actions.beside import put_beside, with_these
from actions.home import home, means_here, means_the_country
from actions.memory import COMPARED, RANKED_BY, asked_before, name_of, named_last, recall
from actions.names import NAME_KINDS as NAME_KINDS  # for those who read questions
from actions.names import Names, as_typed, read_names
from actions.pronouns import goes_on_about_the_job, kinds_meant
from actions.turns import Turn, turns
from careerbot.facts.queries import FactBase, Kind

# Without a place these are about where the person said to live.
_AT_HOME = (
    "salary_median",
    "salary_entry",
    "salary_top",
    "salary_own",
    "state_rules",
    "scope_injections",
    "scope_blood",
    "scope_not_allowed",
)
# What is told of one job; the job is the same in the next question.
_OF_A_JOB = ("salary_median", "salary_entry", "salary_top", "outlook_growth", "outlook_openings")
_PARTS_OF_PAY = ("salary_entry", "salary_top")
_ONESELF = re.compile(
    r"\b(?:people|everybody|anybody|somebody|i|im|i['’]m|i['’]?d|me|my|we|our|you|u|ya|medical assist\w*|m\.?a\.?s?"
    r"|assistants?|the (?:field|job|career|profession|industry|work))\b",
    re.IGNORECASE,
)
_THERE_AND = re.compile(r"\bthere\b.*\b(?:compar\w*|versus|vs|against|than|or)\b", re.IGNORECASE)
CONTEXT_SLOTS = ("credential", "occupation", "place", "setting", "year", COMPARED, RANKED_BY)

# Answers about several of these take them at once; of certifications most answers are about one.
_SEVERAL = ("occupation", "place")
# These are asked once for each (``actions/beside.py``).
_ONE_BY_ONE = ("state_rules",)


@dataclass(frozen=True)
class Question:
    """One message, its names resolved by the fact base.

    Attributes:
        intent: what is asked.
        text: the message as typed.
        names: values (codes, keys) by kind, in the order of the message, each once; with those that a pronoun stands
            for ("what do they earn there?").
        unknown: names by kind that the fact base does not know, as typed.
        years: years named in the message.
        context: names by kind that earlier questions left and that still count (``actions/memory.py``).
        pictures: addresses of the pictures under the last answer.
        lost: kinds of names that a pronoun stands for although nothing was said that it could be.
        places_typed: names of places as they stand in the message.
        beside: the last things put side by side, by an answer or over the last turns, under their kind.
        before: the turns before it, oldest first.
    """

    intent: str
    text: str = ""
    names: Names = field(default_factory=dict)
    unknown: Names = field(default_factory=dict)
    years: Tuple[int, ...] = ()
    context: Names = field(default_factory=dict)
    pictures: Tuple[str, ...] = ()
    lost: Tuple[str, ...] = ()
    beside: Names = field(default_factory=dict)
    places_typed: Tuple[str, ...] = ()
    before: Tuple[Turn, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def from_tracker(cls, tracker: Tracker, facts: FactBase) -> Question:
        """Read the newest message and what earlier ones left."""
        message = tracker.latest_message
        intent, text = name_of(message), message.get("text") or ""
        read = read_names(message.get("entities") or [], facts)
        before = turns(tracker.events)[:-1]
        context = recall(before, intent, facts)
        names: Dict[str, Tuple[str, ...]] = dict(read.known)
        meant = [kind for kind in kinds_meant(text) if kind not in names and kind not in read.unknown]
        names.update({kind: context[kind] for kind in meant if kind in context})
        if goes_on_about_the_job(text) and "occupation" in context and "occupation" not in read.unknown:
            names.setdefault("occupation", context["occupation"])
        if not read.known and not read.unknown:
            names = {**_of_the_last_answer(intent, text, before, context), **names}
        typed = as_typed(message.get("entities") or [], "place", text)
        beside = put_beside(before, facts)
        if intent not in _ONE_BY_ONE:
            names.update(with_these(text, read.known, {kind: beside[kind] for kind in _SEVERAL if kind in beside}))
        if _THERE_AND.search(text) and len(read.known.get("place", ())) == 1 and "place" in context:
            names["place"] = tuple(dict.fromkeys((*context["place"], *read.known["place"])))
        if "place" not in names and "place" not in read.unknown:
            names.update(_at_home(intent, text, before, context, facts))
        if "place" in meant and "place" not in names:
            # "What about the money there": the clinic in El Paso was named two questions before.
            named = named_last(before, "place", facts)[:1]
            if named:
                names["place"] = named
        lost = tuple(kind for kind in meant if kind not in names)
        years = tuple(int(year) for year in names.pop("year", ()))
        pictures = before[-1].pictures if before else ()
        return cls(intent, text, names, read.unknown, years, context, pictures, lost, beside, typed, tuple(before))

    def first(self, kind: Kind) -> Optional[str]:
        """The first name of a kind in the message."""
        return next(iter(self.names.get(kind, ())), None)

    def recent(self, kind: Kind) -> Optional[str]:
        """The last name of a kind that earlier questions left; None if there is none that counts."""
        return next(reversed(self.context.get(kind, ())), None)

    @property
    def year(self) -> Optional[int]:
        """The first year in the message."""
        return self.years[0] if self.years else None


def _of_the_last_answer(intent: str, text: str, before: Sequence[Turn], context: Names) -> Names:
    """The job and place of an answer about pay or jobs, for a next question about these that names nothing: "top pay?".

    Who speaks of themselves ("how much would I make") speaks of the job that all this is about. So does a button whose
    title says so.
    """
    if intent not in _OF_A_JOB:
        return {}
    last = name_of(next(iter(asked_before(before)), {}))
    typed = bool(text) and not text.startswith("/")
    if last not in _OF_A_JOB or not (typed or intent in _PARTS_OF_PAY) or _ONESELF.search(text):
        return {}
    with_place = all(name.startswith("salary") for name in (intent, last)) and not means_the_country(text)
    kinds = ("occupation", "place") if with_place else ("occupation",)
    return {kind: context[kind] for kind in kinds if len(context.get(kind, ())) == 1}


def _at_home(intent: str, text: str, before: Sequence[Turn], context: Names, facts: FactBase) -> Names:
    """The place that a message without one is about, if it is about where the person lives."""
    here = means_here(text)
    place = home(before, facts) if here or (intent in _AT_HOME and not means_the_country(text)) else None
    if place is not None:
        return {"place": (place,)}
    if not here:
        return {}
    named = context.get("place") or named_last(before, "place", facts)[:1]
    return {"place": named} if named else {}
