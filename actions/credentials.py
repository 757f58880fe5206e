"""Certifications: who gives them, who may sit the exam, what it costs, how it is passed and kept."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import replace
from typing import Dict, List, Optional, Sequence, Tuple

from actions import credential_words as words
from actions.base import Lookup, Reply
from actions.dispatch import LookupAsMeant
from actions.memory import named_last
from actions.question import Question
from careerbot.catalog import catalog
from careerbot.facts.eligibility import can_judge
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Credential, Sourced
from careerbot.wording import listing, number, percent

MEDICAL_ASSISTING = "medical assisting"

# Who says one of these asks whether work opens the exam, or whether it opens without school.
_ASKS_ABOUT_WORK = re.compile(
    r"\b(?:work\w*|experience\w*|jobs?|hired|employ\w*|self[- ]taught|"
    r"(?:no|without|w/o|skip)\b.{0,12}\b(?:school\w*|program\w*|class\w*|training))\b",
    re.IGNORECASE,
)

_IT = re.compile(r"\b(?:it|its|it['’]s|that|this|mine|one)\b", re.IGNORECASE)

# The look-ups below are all answered for one credential; a follow-up may repeat any of them for another.
CREDENTIAL_INTENTS = (
    "certification_overview",
    "certification_issuer",
    "certification_eligibility",
    "certification_exam_fee",
    "certification_exam_content",
    "certification_exam_place",
    "certification_passing_score",
    "certification_pass_rate",
    "certification_retake",
    "certification_renewal",
)


class CredentialLookup(LookupAsMeant):
    """A look-up about one credential. With none named, the one last spoken of; else it asks which.

    Class attributes:
        intent: the intent that asks for it; also names the action and the response.
        subject: what is looked up, as it reads in "I have no reliable ... for the CMA".
    """

    intent: str
    subject: str

    def name(self) -> str:
        return f"action_{self.intent}"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        key = question.first("credential")
        unknown = question.unknown.get("credential", ())
        if key is None and not unknown:
            key = question.recent("credential")
            if key is None and _IT.search(question.text):
                key = next(reversed(named_last(question.before, "credential", facts)), None)
        if key is None:
            return self._which(facts, unknown)
        credential = facts.credential(key)
        context = {"credential": key}
        found = self.look_up(credential)
        if found is None:
            values = {"subject": self.subject, "site": words.site(credential), **words.labels(credential)}
            values["caution"] = f"{credential.caution} " if credential.caution else ""
            return Reply("utter_certification_not_known", values, [credential], context=context)
        values, rows = found
        values = {**words.labels(credential), "check": words.check(credential, rows), **values}
        return Reply(f"utter_{self.intent}", values, rows, context=context)

    @abstractmethod
    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        """Values for the response and the rows they come from; None if it is not known for this credential."""

    def _which(self, facts: FactBase, unknown: Sequence[str]) -> Reply:
        """Ask which credential is meant, with a button for each that is near or usual."""
        near = [key for name in unknown for key in facts.nearest("credential", name)]
        known = facts.credentials()
        usual = [key for key, row in known.items() if row.field == MEDICAL_ASSISTING and row.ncca]
        buttons = [
            {"title": known[key].label, "payload": f'/{self.intent}{{"credential": "{key}"}}'}
            for key in dict.fromkeys([*near, *usual])
        ]
        response = "utter_certification_unknown" if unknown else "utter_certification_which"
        values = {"subject": self.subject, "name": unknown[0] if unknown else ""}
        context = {"credential": None}
        return Reply(response, values, buttons=buttons[:5], context=context)


class ActionCertificationOverview(CredentialLookup):
    """What a credential is, and its main figures in a line each."""

    intent = "certification_overview"
    subject = "description"

    def look_up(self, credential: Credential) -> Tuple[Dict[str, str], List[Sourced]]:
        rows: List[Sourced] = [credential]
        lines = []
        if credential.fees:
            lines.append(f"- Exam fee: {words.fees(credential)}")
            rows.extend(credential.fees)
        if credential.exam:
            lines.append(f"- Exam: {words.exam(credential.exam)}")
            rows.append(credential.exam)
        if credential.renewal:
            lines.append(f"- Renewal: {words.every(credential.renewal.months)}")
            rows.append(credential.renewal)
        details = "\n\n" + "\n".join(lines) if lines else ""
        values = {"name": credential.name, "summary": credential.summary, "details": details}
        return values, rows


class ActionCertificationIssuer(CredentialLookup):
    """Which organisation gives a credential and how to reach it."""

    intent = "certification_issuer"
    subject = "issuer"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        """As the others; "what does NHA stand for" names the issuer by its letters."""
        if not question.names.get("credential") and not question.unknown.get("credential"):
            key = _by_letters_of_issuer(question.text, facts)
            if key is not None:
                return super().answer(replace(question, names={**question.names, "credential": (key,)}), facts)
        return super().answer(question, facts)

    def look_up(self, credential: Credential) -> Tuple[Dict[str, str], List[Sourced]]:
        phone = f", phone {credential.phone}" if credential.phone else ""
        accredited = "It is accredited by the NCCA, a national body that reviews exams." if credential.ncca else ""
        values = {"site": words.site(credential), "phone": phone, "accredited": accredited}
        return values, [credential]


def _by_letters_of_issuer(text: str, facts: FactBase) -> Optional[str]:
    """The medical assistants' certification whose label has the letters of an issuer: "NHA" is in "CCMA (NHA)"."""
    words_said = set(re.findall(r"\w+", text.casefold()))
    for key, row in facts.credentials().items():
        letters = re.search(r"\((\w+)\)", row.label)
        if row.field == MEDICAL_ASSISTING and letters and letters[1].casefold() in words_said:
            return key
    return None


class ActionCertificationEligibility(CredentialLookup):
    """Who may sit the exam, and whether work experience alone is enough."""

    intent = "certification_eligibility"
    subject = "entry rules"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        """As the others; whether work is enough comes first if it was asked, and a button checks the person."""
        reply = super().answer(question, facts)
        key = reply.context["credential"]
        if not isinstance(key, str):
            return reply
        if "work" in reply.values and _ASKS_ABOUT_WORK.search(question.text):
            opening = f"{reply.values['work']}You need only one of these."
            reply = replace(reply, values={**reply.values, "opening": opening, "work": ""})
        if not can_judge(facts.credential(key)):
            return reply
        return replace(reply, buttons=[catalog()["certification_check"].button(credential=key)])

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        routes = [route for route in credential.routes if route.basis != "renewal"]
        if not routes:
            return None
        by_work = any(route.basis == "work" for route in routes)
        enough = "can be enough" if by_work else "alone is not enough"
        values = {
            "opening": f"For the {credential.label} exam, you need only one of these.",
            "work": f"Work experience {enough} for the {credential.label} exam. ",
            "routes": "\n".join(f"- {route.who}" for route in routes),
        }
        return values, list(routes)


class ActionCertificationExamFee(CredentialLookup):
    """What the exam costs, by kind of candidate."""

    intent = "certification_exam_fee"
    subject = "exam fee"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        if not credential.fees:
            return None
        only = credential.fees[0] if len(credential.fees) == 1 else None
        includes = f" That includes {only.includes}." if only and only.includes else ""
        return {"fees": words.fees(credential), "includes": includes}, list(credential.fees)


class ActionCertificationExamContent(CredentialLookup):
    """Number of questions, time and topics of the exam."""

    intent = "certification_exam_content"
    subject = "exam outline"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        if credential.exam is None:
            return None
        topics = [
            f"- {topic.name}{': ' + percent(topic.percent) if topic.percent else ''}" for topic in credential.topics
        ]
        shown = "\n\nTopics:\n" + "\n".join(topics) if topics else ""
        return {"exam": words.exam(credential.exam), "topics": shown}, [credential.exam]


class ActionCertificationExamPlace(CredentialLookup):
    """Where the exam can be taken."""

    intent = "certification_exam_place"
    subject = "list of test places"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        if credential.exam is None or not credential.exam.places:
            return None
        return {"places": credential.exam.places}, [credential.exam]


class ActionCertificationPassingScore(CredentialLookup):
    """The score that passes, and what other pages say."""

    intent = "certification_passing_score"
    subject = "passing score"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        row = credential.passing
        if row is None:
            return None
        if row.kind == "percent":
            score = percent(row.score)
        elif row.scale:
            score = f"a scaled score of {row.score} (the scale runs from {row.scale[0]} to {row.scale[1]})"
        else:
            score = f"a scaled score of {row.score}"
        other = listing([str(value) for value in row.disputed], "or")
        disputed = f" Some pages say {other} instead." if other else ""
        scaled = "A scaled score is not the share of right answers. " if row.kind == "scaled" else ""
        return {"score": score, "disputed": disputed, "scaled": scaled}, [row]


class ActionCertificationPassRate(CredentialLookup):
    """The newest pass rate known."""

    intent = "certification_pass_rate"
    subject = "pass rate"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        if not credential.pass_rates:
            return None
        row = max(credential.pass_rates, key=lambda rate: rate.year)
        takers = f" of {number(row.takers)} test takers" if row.takers else ""
        return {"rate": f"{percent(row.percent)}{takers}", "year": str(row.year)}, [row]


class ActionCertificationRetake(CredentialLookup):
    """How often and after what wait the exam may be repeated, and what the exam costs: who fails pays again."""

    intent = "certification_retake"
    subject = "retake rules"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        if credential.retake is None:
            return None
        price = "I have no price of its own for another try"
        if credential.fees:
            price += f"; the exam costs {words.fees(credential)}"
        return {"rules": words.retake(credential.retake), "price": f"{price}."}, [credential.retake, *credential.fees]


class ActionCertificationRenewal(CredentialLookup):
    """How long the credential lasts and what keeps it."""

    intent = "certification_renewal"
    subject = "renewal rules"

    def look_up(self, credential: Credential) -> Optional[Tuple[Dict[str, str], List[Sourced]]]:
        row = credential.renewal
        return ({"period": words.every(row.months), "rules": words.renewal(row)}, [row]) if row else None


class ActionCertificationList(Lookup):
    """The certifications there are, those for medical assistants first."""

    def name(self) -> str:
        return "action_certification_list"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        main = {key: row for key, row in facts.credentials(MEDICAL_ASSISTING).items() if row.ncca}
        others = [row.label for key, row in facts.credentials().items() if key not in main]
        values = {
            "credentials": "\n".join(f"- **{row.label}**, {row.issuer}" for row in main.values()),
            "others": listing(others),
        }
        buttons = [
            {"title": row.label, "payload": f'/certification_overview{{"credential": "{key}"}}'}
            for key, row in main.items()
        ]
        rows = list(main.values())[:2]
        context = {"credential": None}
        return Reply("utter_certification_list", values, rows, buttons, context)


class ActionCertificationMilitary(Lookup):
    """Which certifications take military medical training."""

    def name(self) -> str:
        return "action_certification_military"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        routes = [
            (credential.label, route)
            for credential in facts.credentials(MEDICAL_ASSISTING).values()
            for route in credential.routes
            if route.basis == "military"
        ]
        values = {
            "credentials": listing([label for label, _ in routes]),
            "routes": "\n".join(f"- **{label}:** if you {route.who}" for label, route in routes),
        }
        return Reply("utter_certification_military", values, [route for _, route in routes])
