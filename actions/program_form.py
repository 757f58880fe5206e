"""The form "Which program fits me?": a few questions, then a way into the job with reasons and a checklist to copy."""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Optional, Sequence

from actions.base import Reply
from actions.form_answers import plain
from actions.form_reading import Answers, Heard
from actions.forms import Form, FormResult
from actions.program_answers import OPENED_BY, QUESTIONS
from actions.program_choice import Advice, Way, Wishes, recommend
from actions.states import PHLEBOTOMY
from careerbot.catalog import catalog
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Sourced, StateRule
from careerbot.placeholders import filled
from careerbot.wording import capital

_NAMES: Mapping[Way, str] = {
    "certificate": "a certificate or diploma program",
    "associate": "an associate degree",
    "apprenticeship": "an apprenticeship",
    "on_the_job": "a start without school, trained at work",
}
_CHECKS: Mapping[Way, str] = {
    "certificate": "utter_program_check_certificate",
    "associate": "utter_program_check_associate",
    "apprenticeship": "utter_program_check_apprenticeship",
    "on_the_job": "utter_program_check_on_the_job",
}
_GO_ON: Mapping[Way, Sequence[str]] = {
    "certificate": ("programs_check_accreditation", "programs_financial_aid"),
    "associate": ("education_credit_transfer", "programs_cost"),
    "apprenticeship": ("education_apprenticeship",),
    "on_the_job": ("education_on_the_job",),
}
# What makes school harder; no question of the form can weigh it.
_LIFE = re.compile(
    r"\b(kids?|child|children|baby|babies|toddler|son|daughter|daycare|childcare|babysitter|single (mom|mother|dad)"
    r"|no car|car|bus|drive|ride|transportation|night shifts?|two jobs|2 jobs)\b"
)
_MOST_REASONS, _MOST_CAUTIONS, _MOST_BUTTONS = 3, 2, 3


class ValidateProgramForm(Form):
    """Asks what decides between the ways into the job."""

    form = "program_form"
    opened_by = OPENED_BY
    intro = "utter_program_form_intro"
    questions = QUESTIONS

    def remark(self, heard: Heard) -> Optional[str]:
        """What to ask schools, to those who tell of children or of the way there."""
        return "utter_program_form_life" if _LIFE.search(plain(heard.text)) else None


class ActionProgramFormResult(FormResult):
    """Names the way that fits, why, and what to check before signing up."""

    of = ValidateProgramForm()

    def result(self, answers: Answers, texts: Mapping[str, str], facts: FactBase) -> Reply:
        state = answers.get("program_state")
        rules = [rule for rule in facts.state_rules(state) if rule.topic != PHLEBOTOMY] if state else []
        wishes = Wishes(
            time=answers.get("program_time"),
            budget=answers.get("program_budget"),
            credit=answers.get("program_credit"),
            where=answers.get("program_where"),
            state_asks=any(rule.topic in ("license", "training") for rule in rules),
        )
        advice = recommend(wishes)
        parts = {
            "advice": _advice(advice, texts),
            "first_steps": "\n".join(texts[_CHECKS[one.way]] for one in advice),
            "state": _state_check(state, rules, texts, facts),
        }
        values, rows = {}, []
        for name, text in parts.items():
            values[name], cited = filled(text, facts)
            rows += cited
        # The five points to check at a school are the article's, as is the time that a certificate takes.
        sources: List[Sourced] = [*rules, facts.figure("certificate_duration"), *rows]
        return Reply("utter_program_form_result", values, sources, _buttons(advice, state, facts))


def _advice(advice: Sequence[Advice], texts: Mapping[str, str]) -> str:
    """The way or the two ways, what speaks for each and what to mind."""
    names = [_NAMES[one.way] for one in advice]
    template = "utter_program_form_two" if len(advice) > 1 else "utter_program_form_one"
    first = names[0] if len(advice) > 1 else capital(names[0])
    lines = [texts[template].format(first=first, second=names[-1])]
    for one, name in zip(advice, names, strict=True):
        said = [*one.reasons[:_MOST_REASONS], *one.cautions[:_MOST_CAUTIONS]]
        heading = [f"{capital(name)}:"] if len(advice) > 1 else []
        lines.append("\n".join([*heading, *(f"- {texts[response]}" for response in said)]))
    return "\n\n".join(lines)


def _state_check(state: Optional[str], rules: Sequence[StateRule], texts: Mapping[str, str], facts: FactBase) -> str:
    """A line to tick for what the state asks; without a rule, whom to ask."""
    if not state:
        return texts["utter_program_check_any_state"]
    name = facts.place(state).name
    if not rules:
        return texts["utter_program_check_state"].replace("{state}", name)
    lines = [
        texts["utter_program_check_rule"]
        .replace("{state}", name)
        .replace("{rule}", rule.rule)
        .replace("{board}", rule.board)
        .replace("{url}", rule.url)
        for rule in rules
    ]
    return "\n".join(lines)


def _buttons(advice: Sequence[Advice], state: Optional[str], facts: FactBase) -> List[Dict[str, str]]:
    intents = list(dict.fromkeys(intent for one in advice for intent in _GO_ON[one.way]))[:_MOST_BUTTONS]
    buttons = [catalog()[intent].button() for intent in intents]
    if state:
        buttons.append(catalog()["state_rules"].button(place=facts.place(state).name))
    return buttons
