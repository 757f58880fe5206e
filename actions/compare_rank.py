"""The look-ups of "which one is best": over jobs and over certifications.

Right after a comparison a message may leave out of what ("and which is easiest to get into?"); then it is about what
was compared, whichever of the two it sounds like. Places that were compared are compared again.
"""

from __future__ import annotations

import re

from actions.base import Reply
from actions.compare_places import compare_places
from actions.compared import asks_about_all, just_compared
from actions.criteria import credential_wish, role_wish
from actions.dispatch import LookupAsMeant
from actions.question import Question
from actions.rank_credentials import ranked_credentials
from actions.rank_roles import ranked_roles
from careerbot.facts.queries import FactBase

_EXAM = re.compile(r"\b(?:exams?|tests?|cert\w*|credentials?)\b", re.IGNORECASE)


class ActionCompareRankRoles(LookupAsMeant):
    """The job that comes first."""

    def name(self) -> str:
        return "action_compare_rank_roles"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        left_out = "occupation" not in question.names and not asks_about_all(question.text, "occupation")
        only_jobs = role_wish(question.text).criterion in ("pay", "growth", "openings")
        if left_out and not only_jobs and just_compared(question, "credential"):
            return ranked_credentials(question, facts)
        return compare_places(question, facts) or ranked_roles(question, facts)


class ActionCompareRankCredentials(LookupAsMeant):
    """The certification that comes first."""

    def name(self) -> str:
        return "action_compare_rank_credentials"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        left_out = "credential" not in question.names and not asks_about_all(question.text, "credential")
        only_exams = credential_wish(question.text).criterion not in (None, "entry", "minutes")
        if left_out and not only_exams and just_compared(question, "occupation"):
            return ranked_roles(question, facts)
        places = compare_places(question, facts) if left_out and _may_be_pay(question.text) else None
        return places or ranked_credentials(question, facts)


def _may_be_pay(text: str) -> bool:
    """Whether words that rank certifications may be about pay: "which one is more high", "cheaper" of two towns."""
    return credential_wish(text).criterion in (None, "fee") and _EXAM.search(text) is None
