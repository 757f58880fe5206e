"""Pay of medical assistants by kind of workplace: of one, of those named, of the usual ones."""

from __future__ import annotations

import re
from typing import List, Sequence, Tuple

from actions.base import Reply, Table
from actions.criteria import how_many, wants_lowest
from actions.dispatch import LookupAsMeant
from actions.question import Question
from actions.ranking import Ranking, rank
from actions.wages import Measure, difference
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.facts.schema import Pay, Setting
from careerbot.wording import capital, counted, date_words, listing, money

_Paid = Tuple[Setting, Pay]

# "Do they pay better than the doctors' offices": they are the workplace that was talked about.
_THAN = re.compile(r"\b(?:than|compared|vs|versus)\b", re.IGNORECASE)


class ActionSalarySettings(LookupAsMeant):
    """One kind of workplace if the question names one; else a ranking, from the lowest if that is asked for."""

    def name(self) -> str:
        return "action_salary_settings"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        named = question.names.get("setting", ())
        before = question.recent("setting")
        if len(named) == 1 and before and before not in named and _THAN.search(question.text):
            named = (before, *named)
        pairs = [(code, facts.setting_pay(MEDICAL_ASSISTANT, code)) for code in named]
        known = [pair for _, pair in pairs if pair is not None and pair[1].median is not None]
        missing = [facts.name("setting", code) for code, pair in pairs if pair is None or pair[1].median is None]
        context = {"setting": question.first("setting")}
        nation = facts.pay(MEDICAL_ASSISTANT)
        assert nation is not None and nation.median is not None, "no national pay of medical assistants"
        if len(known) == 1:
            return _one(known[0], missing, nation, context)
        lowest = wants_lowest(question.text)
        ranking = rank(known or facts.pay_by_setting(MEDICAL_ASSISTANT), lambda pair: pair[1].median, lowest)
        shown = ranking.shown(how_many(question.text))
        table = _table(shown)
        values = {
            "first": listing([setting.name for setting, _ in ranking.winners]),
            "order": "lowest" if lowest else "highest",
            "count": f"these {counted(len(ranking.order))} kinds" if known else f"{counted(len(ranking.order))} kinds",
            "median": money(ranking.order[0][1]),
            "lines": table.lines,
            "nation": money(nation.median),
            "period": date_words(ranking.winners[0][1].as_of),
            "notes": "".join(f"{note} " for note in _notes(ranking, shown, missing, question)),
        }
        return Reply("utter_salary_settings", values, [ranking.winners[0][1]], context=context, table=table)


def _one(pair: _Paid, missing: Sequence[str], nation: Pay, context: dict[str, str | None]) -> Reply:
    setting, row = pair
    values = {
        "setting": setting.name,
        "median": money(row.median or 0),
        "nation": money(nation.median or 0),
        "period": date_words(row.as_of),
        "notes": f"I have no figure for {listing(missing)}. " if missing else "",
    }
    return Reply("utter_salary_setting", values, [row], context=context)


def _notes(ranking: Ranking[_Paid], shown: Sequence[_Paid], missing: Sequence[str], question: Question) -> List[str]:
    notes = [f"I have no figure for {listing(missing)}."] if missing else []
    if len(shown) < len(ranking.order) and how_many(question.text) is None:
        notes.append(f"The list has the first {counted(len(shown))}.")
    if len(ranking.order) == 2:
        more = abs((ranking.order[0][1] or 0) - (ranking.order[1][1] or 0))
        notes.append(f"The difference is {difference(more, Measure.of(question.text))}.")
    return notes


def _table(shown: Sequence[_Paid]) -> Table:
    rows = [[capital(setting.name), money(row.median or 0)] for setting, row in shown]
    lines = "\n".join(f"- **{name}:** {wage} a year" for name, wage in rows)
    return Table(columns=["Workplace", "Pay a year"], rows=rows, lines=lines)
