"""How a verdict of "Am I eligible?" reads. The words stand in ``domain.yml``, the figures in the fact base."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional

from careerbot.facts.eligibility import Outcome, Verdict, Weighed
from careerbot.facts.person import Point
from careerbot.facts.requirement import Requirement
from careerbot.wording import listing, months, number

Texts = Mapping[str, str]
"""The responses of ``domain.yml`` by name."""

VERDICTS = {Outcome.YES: "yes", Outcome.NO: "no", Outcome.ASK: "ask the issuer"}

# How a route or a training is called where a person is told of it; the others are called what they are.
_CALLED = {"training": "program", "military": "military training", "finished": "program", "studying": "program"}
_UNSAID: Dict[Point, str] = {
    "training": "utter_eligibility_unsaid_training",
    "accreditation": "utter_eligibility_unsaid_accreditation",
    "finish": "utter_eligibility_unsaid_finish",
    "hours": "utter_eligibility_unsaid_hours",
    "externship_hours": "utter_eligibility_unsaid_externship",
    "work_months": "utter_eligibility_unsaid_work_months",
    "work_until": "utter_eligibility_unsaid_work_until",
    "diploma": "utter_eligibility_unsaid_diploma",
    "military": "utter_eligibility_unsaid_military",
}
_MISSING: Dict[Point, str] = {
    "hours": "utter_eligibility_missing_hours",
    "externship_hours": "utter_eligibility_missing_externship",
    "diploma": "utter_eligibility_missing_diploma",
    "military": "utter_eligibility_missing_military",
}


def why(verdict: Verdict, texts: Texts) -> str:
    """What a settled verdict rests on: by which route, what is missing, or what to ask."""
    by = verdict.by
    assert by is not None, "a settled verdict rests on a requirement"
    if verdict.outcome is Outcome.NO:
        return texts["utter_eligibility_missing"].replace("{missing}", listing(missing(by, texts)))
    if verdict.outcome is Outcome.YES:
        return _by_route(by, texts)
    reasons: List[Optional[str]] = [by.requirement.unsure]
    if verdict.cannot_say:
        what = listing([texts[_UNSAID[point]] for point in verdict.cannot_say])
        reasons.append(texts["utter_eligibility_depends"].replace("{what}", what))
    if verdict.record:
        reasons.append(texts["utter_eligibility_record"])
    return "; ".join(reason for reason in reasons if reason)


def missing(by: Weighed, texts: Texts) -> List[str]:
    """What the person lacks of a requirement, a phrase each."""
    wanted = by.requirement
    names = dict.fromkeys(_missing(part.point, wanted) for part in by.missing if part.point)
    return [_filled(texts[name], wanted) for name in names]


def _missing(point: Point, wanted: Requirement) -> str:
    """The response for something that is not there."""
    of_program = wanted.accreditation == ["program"]
    if point == "training":
        if of_program:
            return "utter_eligibility_missing_program_accredited"
        return (
            "utter_eligibility_missing_program_of_school"
            if wanted.accreditation
            else "utter_eligibility_missing_program"
        )
    if point == "accreditation":
        return (
            "utter_eligibility_missing_accreditation" if of_program else "utter_eligibility_missing_any_accreditation"
        )
    if point == "finish":
        return (
            "utter_eligibility_missing_end" if wanted.finishes_within_days else "utter_eligibility_missing_recent_end"
        )
    if point in ("work_months", "work_until"):
        return "utter_eligibility_missing_work_within" if wanted.work_within_years else "utter_eligibility_missing_work"
    return _MISSING[point]


def _by_route(by: Weighed, texts: Texts) -> str:
    provided = by.requirement.provided
    condition = texts["utter_eligibility_if"].replace("{provided}", provided) if provided else ""
    return texts["utter_eligibility_by"].replace("{basis}", _called(by.route.basis)) + condition


def _called(name: str) -> str:
    return _CALLED.get(name, name)


def _filled(text: str, wanted: Requirement) -> str:
    """A phrase with what the requirement asks for in it."""
    figures = {
        "training": listing(list(dict.fromkeys(map(_called, wanted.training))), "or"),
        "recently": wanted.finished_within_months and months(wanted.finished_within_months),
        "days": wanted.finishes_within_days,
        "hours": wanted.hours and number(wanted.hours),
        "externship_hours": wanted.externship_hours and number(wanted.externship_hours),
        "work": wanted.work_months and months(wanted.work_months),
        "years": wanted.work_within_years,
        "service": wanted.military_within_years and months(12 * wanted.military_within_years),
    }
    for name, figure in figures.items():
        text = text.replace(f"{{{name}}}", str(figure))
    return text
