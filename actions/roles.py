"""Medical assisting beside other health jobs: work, training, pay, growth."""

from __future__ import annotations

from typing import List

from actions.base import Lookup, Reply
from actions.question import Question
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.facts.schema import Sourced
from careerbot.wording import capital, date_words, listing, money, percent


class ActionCompareRoles(Lookup):
    """Two or more occupations in a few lines each; the medical assistant stands in for a missing second."""

    def name(self) -> str:
        return "action_compare_roles"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        socs = [soc for soc in question.names.get("occupation", ()) if facts.occupation(soc).work]
        if socs in ([], [MEDICAL_ASSISTANT]):
            return self._which(facts)
        if len(socs) == 1:
            socs = [MEDICAL_ASSISTANT, *socs]
        sources: List[Sourced] = []
        lines: List[str] = []
        paid = []
        for soc in socs[:3]:
            occupation = facts.occupation(soc)
            pay, growth = facts.pay(soc), facts.projection(soc)
            parts = [f"{occupation.work}. Training: {occupation.training}. License: {occupation.permission}."]
            if growth is not None:
                parts.append(f"Growth {growth.base_year} to {growth.target_year}: {percent(growth.percent)}.")
                sources.append(growth)
            lines.append(f"- **{capital(occupation.plural)}:** {' '.join(parts)}")
            if pay is not None and pay.median is not None:
                paid.append((pay.median, occupation.plural, pay))
                sources.insert(0, pay)
        paid.sort(key=lambda item: -item[0])
        dates = list(dict.fromkeys(date_words(row.as_of) for _, _, row in paid))
        one_date = len(dates) == 1
        wages = [
            f"{plural} {money(median)}{'' if one_date else f' ({date_words(row.as_of)})'}"
            for median, plural, row in paid
        ]
        values = {
            "best": capital(paid[0][1]),
            "wages": listing(wages) + (f" ({dates[0]})" if one_date else ""),
            "lines": "\n".join(lines),
        }
        context = {"last_lookup": "compare_roles", "occupation": socs[-1], "place": None, "year": None}
        return Reply("utter_compare_roles", values, sources, context=context)

    def _which(self, facts: FactBase) -> Reply:
        """Ask which job to compare with."""
        usual = ("nursing assistant", "licensed practical nurse", "phlebotomist", "dental assistant")
        names = [facts.occupation(soc).name for soc in (facts.find("occupation", name) for name in usual) if soc]
        buttons = [{"title": capital(name), "payload": f'/compare_roles{{"occupation": "{name}"}}'} for name in names]
        return Reply("utter_compare_roles_which", buttons=buttons, context={"last_lookup": "compare_roles"})
