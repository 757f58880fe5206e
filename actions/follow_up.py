"""A message that names only another place, job, credential or year: the last look-up again, with that in it."""

from __future__ import annotations

from typing import Dict, List, Type

from actions import credentials, outlook, pay, roles, states
from actions.base import Lookup, Reply
from actions.credentials import CREDENTIAL_INTENTS
from actions.outlook import OUTLOOK_INTENTS
from actions.pay import PAY_INTENTS
from actions.question import Question
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase

_LOOKUPS: Dict[str, Type[Lookup]] = {
    "certification_overview": credentials.ActionCertificationOverview,
    "certification_issuer": credentials.ActionCertificationIssuer,
    "certification_eligibility": credentials.ActionCertificationEligibility,
    "certification_exam_fee": credentials.ActionCertificationExamFee,
    "certification_exam_content": credentials.ActionCertificationExamContent,
    "certification_exam_place": credentials.ActionCertificationExamPlace,
    "certification_passing_score": credentials.ActionCertificationPassingScore,
    "certification_pass_rate": credentials.ActionCertificationPassRate,
    "certification_retake": credentials.ActionCertificationRetake,
    "certification_renewal": credentials.ActionCertificationRenewal,
    "salary_median": pay.ActionSalaryMedian,
    "salary_entry": pay.ActionSalaryEntry,
    "salary_top": pay.ActionSalaryTop,
    "salary_best_places": pay.ActionSalaryMedian,
    "salary_settings": pay.ActionSalarySettings,
    "salary_trend": pay.ActionSalaryTrend,
    "outlook_growth": outlook.ActionOutlookGrowth,
    "outlook_openings": outlook.ActionOutlookOpenings,
    "compare_roles": roles.ActionCompareRoles,
    "state_rules": states.ActionStateRules,
}
# After one of these a place alone asks what the law there says, whatever was looked up before.
_DECIDED_BY_STATES = ("scope_", "state_", "certification_required", "certification_transfer", "education_on_the_job")
_BY_OCCUPATION = (*PAY_INTENTS, *OUTLOOK_INTENTS, "compare_roles")
_BY_PLACE = (*PAY_INTENTS, "state_rules")
_BY_YEAR = ("salary_median", "salary_entry", "salary_top", "salary_best_places", "salary_trend", "outlook_growth")


class ActionContextFollowUp(Lookup):
    """Repeats the last look-up that can take what the message names; asks if there is none."""

    def name(self) -> str:
        return "action_context_follow_up"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        last = question.context.get("last_lookup") or ""
        intent = self._intent(question, last)
        if intent is None:
            return self._missing_context(question, facts)
        return _LOOKUPS[intent]().answer(question.about(intent), facts)

    def _intent(self, question: Question, last: str) -> str | None:
        """Which look-up takes the kind of name that the message holds."""
        kinds = {*question.names, *question.unknown}
        if "credential" in kinds:
            return last if last in CREDENTIAL_INTENTS else "certification_overview"
        if "setting" in kinds:
            return "salary_settings"
        if "occupation" in kinds:
            if last == "salary_settings":  # known for medical assistants only
                return "salary_median"
            if last in _BY_OCCUPATION:
                return last
            return None if question.first("occupation") == MEDICAL_ASSISTANT else "compare_roles"
        if "place" in kinds:
            if question.before[:1] and question.before[0].startswith(_DECIDED_BY_STATES):
                return "state_rules"
            if last in ("salary_trend", "salary_settings", *OUTLOOK_INTENTS):
                return "salary_median"
            return last if last in _BY_PLACE else None
        if question.years:
            return last if last in _BY_YEAR else "salary_median"
        return None

    def _missing_context(self, question: Question, facts: FactBase) -> Reply:
        code = question.first("place")
        if code is None:
            return Reply("utter_context_missing")
        place = facts.place(code)
        buttons: List[Dict[str, str]] = [
            {"title": f"Pay in {place.name}", "payload": f'/salary_median{{"place": "{place.name}"}}'},
            {"title": f"Rules in {place.name}", "payload": f'/state_rules{{"place": "{place.name}"}}'},
        ]
        return Reply("utter_context_missing_place", {"place": place.name}, buttons=buttons)
