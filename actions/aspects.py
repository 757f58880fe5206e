"""What "it" is in "how much is it?": the exam after a question about certifications, school after one about schools.

A question that names nothing is understood alone, and then the better-known thing wins. The last question decides; it
also says of what "the lowest" is.
"""

from __future__ import annotations

import re
from typing import Mapping, Optional, Sequence, Tuple

from actions.completed import completed
from actions.memory import asked_before, name_of, recall, topic
from actions.names import Read
from actions.pay_aspects import pay_as_meant
from actions.turns import Turn, Understood
from careerbot.facts.queries import FactBase

# Questions that differ only in what "it" is, by the intent or the topic of the last question.
_ASPECTS: Sequence[Mapping[str, str]] = (
    {"school": "programs_cost", "certification": "certification_exam_fee"},
    {
        "certification": "certification_exam_place",
        "school": "programs_online",
        "duties": "fit_remote",
        "jobs": "fit_remote",
        "fit": "fit_remote",
    },
    {
        "certification": "certification_pass_rate",
        "school": "fit_stress",
        "duties": "fit_stress",
        "jobs": "fit_stress",
        "fit": "fit_stress",
    },
    {
        "certification": "certification_benefits",
        "school": "fit_worth_it",
        "duties": "fit_worth_it",
        "jobs": "fit_worth_it",
        "fit": "fit_worth_it",
    },
    {
        "certification_exam_content": "certification_exam_content",
        "certification_exam_fee": "certification_exam_content",
        "certification_exam_place": "certification_exam_content",
        "certification_passing_score": "certification_exam_content",
        "certification_pass_rate": "certification_exam_content",
        "certification_prepare": "certification_exam_content",
        "programs_externship": "programs_externship",
        "advancement_nursing": "compare_roles",
        "advancement_physician_assistant": "compare_roles",
        "advancement_phlebotomy": "compare_roles",
        "advancement_billing_coding": "compare_roles",
        "advancement_health_information": "compare_roles",
        "school": "education_duration",
    },
)
# What is left of a question that leaves out everything, and one that asks it in full.
_BARE: Sequence[Tuple[re.Pattern[str], str]] = tuple(
    (re.compile(rf"\W*(?:(?:and|ok(?:ay)?|so|n|but) )*{words}\W*", re.IGNORECASE), intent)
    for words, intent in (
        ("how much", "programs_cost"),
        ("how long", "education_duration"),
        ("how hard", "fit_stress"),
    )
)
_PRONOUN = re.compile(r"\b(it|its|it's|that|thats|this|they|those|these)\b", re.IGNORECASE)
# "and the lowest?" leaves out what is ranked, and the words alone fit states, jobs and exam fees.
_RANKINGS = ("salary_best_places", "salary_settings", "compare_rank_roles", "compare_rank_credentials")
_OTHER_END = re.compile(
    r"\W*(?:(?:and|ok(?:ay)?|so|now|but|what about|how about|what'?s|what is|which is|who has|which has) )*(?:the )?"
    r"(?:lowest|highest|worst|best|least|most|bottom|top)(?: (?:one|ones|two|three|four|five|ten|\d{1,2}))?\W*",
    re.IGNORECASE,
)
# Who says one of these has said what is meant.
_THING = re.compile(
    r"\b(school\w*|colleges?|programs?|class\w*|courses?|degrees?|diplomas?|training|externships?|exams?|tests?|"
    r"certif\w*|certs?|credentials?|jobs?|careers?|work\w*|field|medical assist\w+|m\.?a\.?s?)\b",
    re.IGNORECASE,
)


def as_meant(question: Understood, before: Sequence[Turn], facts: FactBase) -> Understood:
    """The question that it is after the last one, with the names it leaves out; itself if that changes nothing.

    Args:
        question: as it was understood alone.
        before: the turns before it, oldest first.
        facts: knows the names.
    """
    text = question.get("text") or ""
    last = next(iter(asked_before(before)), {})
    if name_of(last) in _RANKINGS and _OTHER_END.fullmatch(text):
        return _instead(question, name_of(last), before, facts)
    of_pay = pay_as_meant(question, before, facts)
    if of_pay is not None:
        return of_pay
    whole = in_full(text, before, facts)
    if whole is not None:
        return question if name_of(whole) == name_of(question) else whole
    if question.get("entities") or not _PRONOUN.search(text) or _THING.search(text):
        return question
    intent = _after(last, name_of(question))
    return _instead(question, intent, before, facts) if intent else question


def in_full(text: str, before: Sequence[Turn], facts: FactBase) -> Optional[Understood]:
    """The question that a bare "how much?" leaves out, by the last one; None if it is no such thing or nothing fits.

    Args:
        text: the message.
        before: the turns before it, oldest first.
        facts: knows the names.
    """
    last = next(iter(asked_before(before)), {})
    asked = next((intent for words, intent in _BARE if words.fullmatch(text)), None)
    intent = _after(last, asked) if asked else None
    return completed(intent, text, Read(), recall(before, intent, facts), facts)[0] if intent else None


def _instead(question: Understood, intent: str, before: Sequence[Turn], facts: FactBase) -> Understood:
    if intent == name_of(question):
        return question
    return completed(intent, question.get("text") or "", Read(), recall(before, intent, facts), facts)[0]


def _after(last: Understood, intent: str) -> Optional[str]:
    for aspect in _ASPECTS:
        if intent in aspect.values():
            return aspect.get(name_of(last)) or aspect.get(topic(name_of(last)) or "")
    return None
