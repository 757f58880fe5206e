"""Pay in places side by side where a message leaves out which: "which of those pays more", "compare it with Ohio".

Such a message looks like a question about jobs or certifications; what stood side by side before decides.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional, Tuple

from actions.base import Reply
from actions.beside import means_several
from actions.compared import asks_about_all
from actions.criteria import role_wish, wants_lowest
from actions.matters import missing_matter
from actions.memory import asked_before, name_of
from actions.names import as_entities
from actions.pay_parts import PARTS
from actions.pay_several import side_by_side
from actions.pay_subject import Subject
from actions.question import Question
from actions.wages import Measure
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase

# Sets a place that is named against the one before: "is that more than Ohio", "is Ohio higher", "compare it with Ohio".
_AGAINST = re.compile(
    r"\b(?:than|compar\w*|vs|versus|against|differ\w*)\b"
    r"|^\W*(?:(?:and|so|but|ok(?:ay)?) )*(?:is|are|does|do)\b.*\b(?:higher|lower|more|less|better|worse|same)\b"
)
_ANY = re.compile(
    r"\b(?:any\w*|every\w*|somewhere|elsewhere|where|(?:which|what) (?:states|cities|places|areas|other))\b"
)
_JOBS = re.compile(r"\b(?:jobs?|careers?|occupations?|professions?|roles?)\b")
_CHEAP = re.compile(r"\b(?:cheap\w*|expensive|afford\w*|pric\w*|costs?)\b")
_NO_FIGURES = {"growth": "growth in jobs", "openings": "job openings"}


def compare_places(question: Question, facts: FactBase) -> Optional[Reply]:
    """The pay in the places meant, the one asked for first; None if the message is not about places."""
    places = places_meant(question)
    if len(places) < 2:
        return None
    soc = next(iter(question.names.get("occupation", ())), None) or question.recent("occupation") or MEDICAL_ASSISTANT
    job = facts.occupation(soc)
    asked = [Subject(soc, job, facts.place(code), question.year) for code in places]
    found = [(subject, facts.pay(soc, subject.place.code, subject.year)) for subject in asked]
    if not any(row is not None and row.median is not None for _, row in found):
        return None
    part = _part_before(question)
    reply = side_by_side(
        part, found, Measure.of(question.text), facts, wants_lowest(question.text), _lead(question.text)
    )
    names = as_entities({"occupation": (soc,), "place": places}, facts)
    return replace(reply, answers={"text": question.text, "intent": {"name": part}, "entities": names})


def _part_before(question: Question) -> str:
    """The part of the wages that was talked about: after starting pay "which is better" is about that."""
    last = name_of(next(iter(asked_before(question.before)), {}))
    return last if last in PARTS else "salary_median"


def places_meant(question: Question) -> Tuple[str, ...]:
    """The places that a message compares: those named, the one named and the one before, or those before."""
    text = question.text.casefold()
    named, before = question.names.get("place", ()), question.beside.get("place", ())
    if len(named) > 1:
        return named if len(question.names.get("occupation", ())) < 2 else ()
    if _is_about_jobs(question, text):
        return ()
    if not named:
        return () if asks_about_all(text, "place") else before
    if _ANY.search(text) or not _AGAINST.search(text):
        return ()
    last = before if means_several(text, "place") else question.context.get("place", ())[-1:]
    return tuple(dict.fromkeys((*last, *named)))


def _is_about_jobs(question: Question, text: str) -> bool:
    """Whether jobs are named, or meant, beside the one that was talked about."""
    jobs = question.names.get("occupation", ())
    talked_about = question.context.get("occupation", (MEDICAL_ASSISTANT,))
    other = len(jobs) > 1 or not {*jobs} <= {*talked_about}
    return other or "occupation" in question.beside or _JOBS.search(text) is not None


def _lead(text: str) -> str:
    """What is asked of the places that only their pay is known of."""
    wish = role_wish(text)
    matter = missing_matter(text)
    name = matter.name if matter else _NO_FIGURES.get(wish.criterion or "")
    if name is None and wish.criterion is None and _CHEAP.search(text.casefold()):
        name = "the cost of living"
    return f"I have no figures on {name} by place, only on pay." if name else ""
