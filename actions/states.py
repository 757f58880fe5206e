"""What state law says of medical assistants, as far as it is known. Never legal advice: the board is named."""

from __future__ import annotations

from typing import Dict, List

from actions.base import Reply
from actions.dispatch import LookupAsMeant
from actions.question import Question
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase
from careerbot.facts.schema import Sourced, StateRule
from careerbot.wording import listing

PHLEBOTOMY = "phlebotomy"


class ActionStateRules(LookupAsMeant):
    """The rules of one state, or which states have some."""

    def name(self) -> str:
        return "action_state_rules"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        named = [facts.place(code) for code in question.names.get("place", ()) if code != NATION]
        if not named:
            return self._all_states(question, facts)
        state = facts.place(str(named[0].state))
        rules = _main_first(facts.state_rules(state.code))
        buttons = [{"title": f"Pay in {state.name}", "payload": f'/salary_median{{"place": "{state.name}"}}'}]
        context = {"place": state.code, "year": None}
        if not rules:
            rows: List[Sourced] = [facts.occupation(MEDICAL_ASSISTANT)]
            return Reply("utter_state_rules_none", {"state": state.name}, rows, buttons, context)
        values = {
            "state": state.name,
            "rules": "\n".join(f"- {_sentence(rule)}" for rule in rules),
            "boards": listing(list(dict.fromkeys(f"[{rule.board}]({rule.url})" for rule in rules))),
        }
        return Reply("utter_state_rules", values, rules, buttons, context)

    def _all_states(self, question: Question, facts: FactBase) -> Reply:
        licensing = facts.state_rules(topic="license")
        others = [rule for topic in ("training", "scope") for rule in facts.state_rules(topic=topic)]
        licensing_codes = [rule.state for rule in licensing]
        values: Dict[str, str] = {
            "licensing": listing(_state_names(licensing, facts)),
            "others": listing([name for name in _state_names(others, facts, without=licensing_codes)]),
            "unknown": "",
        }
        unknown = question.unknown.get("place", ())
        if unknown:
            values["unknown"] = f'I do not know a state called "{unknown[0]}". '
        near = [facts.place(code) for name in unknown for code in facts.nearest("place", name)]
        buttons = [{"title": place.name, "payload": f'/state_rules{{"place": "{place.name}"}}'} for place in near]
        return Reply("utter_state_rules_which", values, licensing[:2], buttons)


def _main_first(rules: List[StateRule]) -> List[StateRule]:
    """What concerns every medical assistant before what concerns phlebotomists."""
    return sorted(rules, key=lambda rule: rule.topic == PHLEBOTOMY)


def _sentence(rule: StateRule) -> str:
    details = f" {rule.details.rstrip('.')}." if rule.details and rule.topic != PHLEBOTOMY else ""
    return f"{rule.rule.rstrip('.')}.{details}"


def _state_names(rules: List[StateRule], facts: FactBase, without: List[str] | None = None) -> List[str]:
    codes = dict.fromkeys(rule.state for rule in rules if rule.state not in (without or []))
    return sorted(facts.place(code).name for code in codes)
