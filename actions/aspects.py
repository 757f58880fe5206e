"""What "it" is in "how much is it?": the exam after a question about certifications, school after one about schools.

A question that names nothing is understood alone, and then the better-known thing wins. The last question decides; it
also says of what "the lowest" is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, List, Mapping, Optional, Sequence, Tuple

from actions.completed import completed
from actions.memory import COMPARED, asked_before, name_of, recall, topic
from actions.names import Names, Read, read_names
from actions.pay_aspects import pay_as_meant
from actions.turns import Turn, Understood
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase


@dataclass(frozen=True)
class Aspect:
    """Questions that differ only in what "it" is.

    Attributes:
        asked: what such a question is understood as where nothing says what it is about.
        meant: what it is, by the intent or the topic of the last question.
    """

    asked: Tuple[str, ...]
    meant: Mapping[str, str]


def _each(intents: Sequence[str], meant: str) -> Mapping[str, str]:
    return dict.fromkeys(intents, meant)


_WORK = ("duties", "jobs", "fit")
# What these are about has hours, a length and pay of its own, and their answers say them.
_OF_ITSELF = {intent: intent for intent in ("programs_externship", "education_apprenticeship")}
_EXAM = (
    "certification_exam_content",
    "certification_exam_fee",
    "certification_exam_place",
    "certification_passing_score",
    "certification_pass_rate",
    "certification_prepare",
)
_OTHER_JOBS = (
    "advancement_nursing",
    "advancement_physician_assistant",
    "advancement_phlebotomy",
    "advancement_billing_coding",
    "advancement_health_information",
    "compare_roles",
    "salary_median",
    "salary_entry",
    "salary_top",
)
_ASPECTS: Sequence[Aspect] = (
    Aspect(
        ("programs_cost", "certification_exam_fee"),
        {"school": "programs_cost", "certification": "certification_exam_fee"},
    ),
    Aspect(
        ("certification_exam_place", "programs_online", "fit_remote"),
        {"certification": "certification_exam_place", "school": "programs_online", **_each(_WORK, "fit_remote")},
    ),
    Aspect(
        ("certification_pass_rate", "fit_stress"),
        {"certification": "certification_pass_rate", "school": "fit_stress", **_each(_WORK, "fit_stress")},
    ),
    Aspect(
        ("certification_benefits", "fit_worth_it"),
        {"certification": "certification_benefits", "school": "fit_worth_it", **_each(_WORK, "fit_worth_it")},
    ),
    Aspect(
        ("certification_exam_content", "education_duration"),
        {
            **_each(_EXAM, "certification_exam_content"),
            **_OF_ITSELF,
            "outlook_growth": "outlook_growth",  # "over how many years"
            **_each(_OTHER_JOBS, "compare_roles"),
            "school": "education_duration",
        },
    ),
    Aspect(
        ("fit_hours", "programs_schedule"),
        {**_OF_ITSELF, "school": "programs_schedule", **_each(_WORK, "fit_hours")},
    ),
    Aspect(("programs_financial_aid", "fit_benefits"), {**_OF_ITSELF, **_each(_WORK, "fit_benefits")}),
    Aspect(("programs_placement", "fit_cost_and_pay"), _OF_ITSELF),
    Aspect(
        ("salary_median", "salary_entry"),
        {**_OF_ITSELF, "duties_hospital": "salary_settings", "duties_workplaces": "salary_settings"},
    ),
    Aspect(("salary_top",), {intent: intent for intent in ("programs_financial_aid", "programs_veterans")}),
    Aspect(
        ("education_overview", "education_certificate_or_associate", "education_associate"),
        {
            "advancement_office_manager": "advancement_office_manager",
            "advancement_administrator": "advancement_administrator",
            **_each(_OTHER_JOBS, "compare_roles"),
        },
    ),
    Aspect(("chitchat_person",), {"certification": "certification_issuer"}),
    # Which of those workplaces, by how much their pay differs, by how much two fees do.
    Aspect(("compare_rank_roles", "compare_rank_credentials"), {"salary_settings": "salary_settings"}),
    Aspect(
        ("salary_difference",),
        {
            "salary_settings": "salary_settings",
            "compare_credentials": "compare_credentials",
            "compare_rank_credentials": "compare_credentials",
            "certification_exam_fee": "compare_credentials",
            "certification_benefits": "certification_benefits",
        },
    ),
)
_BEFORE, _BEHIND = (
    r"and|ok(?:ay)?|so|n|but|that['’]?s(?: like)?|it['’]?s(?: like)?|which is|like",
    r"tho|though|exactly|(?:in )?total|(?:are )?we talkin[g']?|(?:of|for) (?:it|that|this|them|those)"
    r"|(?:is|are|does|do) (?:it|that|they)(?: take| need| last)?",
)
_PUT_IN = (
    r"(?: (?:do |does |would )?(?:i|u|you|ya|they|we|one)(?: (?:gotta|have to|need to|got to|must|hafta))?"
    r"(?: (?:do|put in|work|complete|log|finish|serve|need|spend))?)?"
)
# What is left of a question that leaves out everything, and one that asks it in full.
_BARE: Sequence[Tuple[re.Pattern[str], str]] = tuple(
    (re.compile(rf"\W*(?:(?:{_BEFORE}) )*(?:{words})(?: (?:{_BEHIND}))?\W*", re.IGNORECASE), intent)
    for words, intent in (
        ("how much|(?:the |what'?s the )?(?:cost|price)", "programs_cost"),
        ("how (?:long|much time|many (?:years|months|weeks|minutes))", "education_duration"),
        (rf"how many (?:hours|hrs){_PUT_IN}", "fit_hours"),
        ("how hard", "fit_stress"),
        ("(?:(?:what|how)(?:'?s| is) )?the (?:pay|salary|money)(?: like)?|pay", "salary_median"),
        ("(?:by )?how much (?:more|less)|by how (?:much|many dollars)", "salary_difference"),
    )
)
_PRONOUN = re.compile(
    r"\b(it|its|it's|that|thats|this|they|their|them|those|these|(?:does|is|for|do|get|take|of) one)\b", re.IGNORECASE
)
# "Is that good?" is told by the last question alone.
_IS_GOOD = re.compile(
    rf"\W*(?:(?:{_BEFORE}) )*(?:is|was) (?:that|this|it)(?: (?:even|actually|really|considered|any|a|an|pretty|like))*"
    r" (?:good|ok|okay|decent|bad|normal|high|low|much|lot|alot|little|average)"
    r"(?: (?:money|pay|salary|one|amount|or not|or no|or bad|tho|though|for (?:here|that)))*\W*",
    re.IGNORECASE,
)
_WHAT_IS_GOOD: Mapping[str, str] = {
    **_each(("salary_median", "salary_entry", "salary_top"), "salary_difference"),
    **_each(("certification_overview", "certification_issuer"), "certification_best"),
}
# "and the lowest?" leaves out what is ranked, and the words alone fit states, jobs and exam fees.
_RANKINGS = ("salary_best_places", "salary_settings", "compare_rank_roles", "compare_rank_credentials")
_OTHER_END = re.compile(
    r"\W*(?:(?:and|ok(?:ay)?|so|now|but|what about|how about|what'?s|what is|which is|who has|which has) )*(?:the )?"
    r"(?:lowest|highest|worst|best|least|most|bottom|top)(?: (?:one|ones|two|three|four|five|ten|\d{1,2}))?\W*",
    re.IGNORECASE,
)
# Around names that a message consists of: "and what about ... then?"
_FILLING = re.compile(
    r"(?:\W|\b(?:and|ok(?:ay)?|so|but|n|also|or|what|how|about|bout|abt|if|it'?s|its|for|in|at|of|the|an?|over|down|up|around"
    r"|then|tho|though|hm+|alright|now|well|say|try|exam|test|certs?|certification|ones?)\b)*",
    re.IGNORECASE,
)
# Who says one of these has said what is meant.
_THING = re.compile(
    r"\b(school\w*|colleges?|programs?|class\w*|courses?|degrees?|diplomas?|training|externships?|exams?|tests?|"
    r"pay\w* (?:it |that |them )?back|loans?|grants?|fafsa|"
    r"certif\w*|certs?|credentials?|jobs?|careers?|work\w*|field|medical assist\w+|m\.?a\.?s?)\b",
    re.IGNORECASE,
)

# "Their phone number" may be a certifier's; who would "rather call someone about it" wants a person.
_THEIRS = re.compile(r"\b(?:their|them|they)\b", re.IGNORECASE)
# "How long is school for that", "what school do they need" have said of what, after all.
_FOR_IT = re.compile(
    r"\bfor (?:it|that|this|them|those)(?: one| job)?(?:\W*$| or\b)|\b(?:they|he|she)\b", re.IGNORECASE
)

# Their answers are about medical assistants; with another job in the message they would be about the wrong one.
_OF_MEDICAL_ASSISTANTS = ("duties_overview", "duties_clinical", "education_overview", "education_duration")
# The job somebody has says who asks, not what about: "im a CNA, how long is school", "going from CNA".
_OWN_JOB = re.compile(
    r"\b(?:as|am|im|i['’]m|i am|was|been|being|my job is|work|worked|working|currently|from)(?: (?:an?|the|as|now))* $",
    re.IGNORECASE,
)

# These change no subject.
_SAID_BETWEEN = ("fit_doubts", "out_of_scope")


def as_meant(question: Understood, before: Sequence[Turn], facts: FactBase) -> Understood:
    """The question that it is after the last one, with the names it leaves out; itself if that changes nothing.

    Args:
        question: as it was understood alone.
        before: the turns before it, oldest first.
        facts: knows the names.
    """
    text = question.get("text") or ""
    jobs = _other_jobs(question, facts) if name_of(question) in _OF_MEDICAL_ASSISTANTS else ()
    if jobs:
        return completed("compare_roles", text, Read({"occupation": jobs}), {}, facts)[0]
    last = _last(before)
    if name_of(last) in _RANKINGS and _OTHER_END.fullmatch(text):
        return _instead(question, name_of(last), before, facts)
    of_pay = pay_as_meant(question, before, facts)
    if of_pay is not None:
        return of_pay
    whole = in_full(text, before, facts)
    if whole is not None:
        return question if name_of(whole) == name_of(question) else whole
    if name_of(question) == "chitchat_person" and not _THEIRS.search(text):
        return question
    if before and last and _is_only_names(question):
        return {**question, "intent": {"name": "context_follow_up", "confidence": 1.0}}
    leans = _PRONOUN.search(text) is not None or name_of(question) == "salary_difference"
    if _named(question) or not leans or (_THING.search(text) and not _FOR_IT.search(text)):
        return question
    intent = _after(last, name_of(question), recall(before, "", facts))
    return _instead(question, intent, before, facts) if intent else question


def _other_jobs(question: Understood, facts: FactBase) -> Tuple[str, ...]:
    """The jobs that a question is about, if medical assistants are none of them."""
    text = question.get("text") or ""
    asked = [
        entity
        for entity in question.get("entities") or []
        if entity["entity"] == "occupation" and not _OWN_JOB.search(text[: entity.get("start", 0)])
    ]
    found = read_names(asked, facts).known.get("occupation", ())
    return () if MEDICAL_ASSISTANT in found else found


def in_full(text: str, before: Sequence[Turn], facts: FactBase) -> Optional[Understood]:
    """The question that a bare "how much?" leaves out, by the last one; None if it is no such thing or nothing fits.

    Args:
        text: the message.
        before: the turns before it, oldest first.
        facts: knows the names.
    """
    last = _last(before)
    asked = next((intent for words, intent in _BARE if words.fullmatch(text)), None)
    intent = _after(last, asked, recall(before, "", facts)) if asked else None
    if asks_if_good(text):
        intent = _WHAT_IS_GOOD.get(name_of(last))
    return completed(intent, text, Read(), recall(before, intent, facts), facts)[0] if intent else None


def asks_if_good(text: str) -> bool:
    """Whether a message asks nothing but whether what was just told is good: "is that a lot"."""
    return _IS_GOOD.fullmatch(text) is not None


def _last(before: Sequence[Turn]) -> Understood:
    """The last question; feelings and other matters that are said between two change no subject."""
    return next((asked for asked in asked_before(before) if not name_of(asked).startswith(_SAID_BETWEEN)), {})


def _is_only_names(question: Understood) -> bool:
    """Whether a message says nothing but names: "how about new york"."""
    text, end, rest = question.get("text") or "", 0, ""
    placed = [entity for entity in question.get("entities") or [] if entity.get("end")]
    for entity in sorted(placed, key=lambda found: found["start"]):
        rest, end = f"{rest} {text[end : entity['start']]}", max(end, entity["end"])
    return bool(placed) and _FILLING.fullmatch(f"{rest} {text[end:]}") is not None


def _named(question: Understood) -> List[Mapping[str, Any]]:
    """The names in a question that say what it is about; that school is a college is none."""
    entities = question.get("entities") or []
    return [entity for entity in entities if entity["entity"] != "setting" or name_of(question).startswith("salary")]


def _instead(question: Understood, intent: str, before: Sequence[Turn], facts: FactBase) -> Understood:
    if intent == name_of(question):
        return question
    if intent == "compare_credentials":  # finds what stood side by side itself
        return {**question, "intent": {"name": intent, "confidence": 1.0}}
    return completed(intent, question.get("text") or "", Read(), recall(before, intent, facts), facts)[0]


def _after(last: Understood, intent: str, context: Names) -> Optional[str]:
    """What the question is after the last one; None if that says nothing of it."""
    for aspect in _ASPECTS:
        if intent in aspect.asked:
            meant = aspect.meant.get(name_of(last)) or aspect.meant.get(topic(name_of(last)) or "")
            jobs = {*context.get("occupation", ()), *context.get(COMPARED, ())}
            return None if meant == "compare_roles" and jobs <= {MEDICAL_ASSISTANT} else meant
    return None
