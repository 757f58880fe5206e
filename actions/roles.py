"""Health jobs side by side: pay, growth, openings, schooling, and what one does."""

from __future__ import annotations

from typing import List, Mapping, Optional, Sequence

from actions.base import Lookup, Reply
from actions.compare_places import compare_places
from actions.compared import compared
from actions.criteria import role_wish
from actions.goals import Goal, goal
from actions.job_names import unknown_jobs
from actions.pictures import pay_of_jobs
from actions.question import Question
from actions.rank_roles import asked_matter, rank_named
from actions.ranking import rank
from actions.role_figures import MEASURES, UNKNOWN, Role, dates, look_up, missing, pay_difference, table
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.facts.schema import Sourced
from careerbot.wording import capital, counted, listing

_FOR: Mapping[Goal, str] = {
    "registered nurse": "utter_compare_roles_for_nursing",
    "licensed practical nurse": "utter_compare_roles_for_nursing",
    "physician assistant": "utter_compare_roles_for_physician_assistant",
    "doctor": "utter_compare_roles_for_doctor",
}
_MOST = 6
_MOST_IN_WORDS = 3  # with more, what one does in each job is too long to read


class ActionCompareRoles(Lookup):
    """Two to six occupations; the medical assistant stands in for a missing second one."""

    def name(self) -> str:
        return "action_compare_roles"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        places = compare_places(question, facts)
        if places is not None:
            return places
        socs = list(compared(question, "occupation"))
        unknown = (*question.unknown.get("occupation", ()), *unknown_jobs(question.text, socs, facts))
        aim = goal(question.text)
        starts = [soc for soc in socs if aim is None or soc != facts.find("occupation", aim)]
        if aim and starts and not unknown:
            return _starts(aim, starts, question, facts)
        if unknown and len(socs) < 2:
            return _unknown(unknown[0], socs, facts)
        if len(socs) == 1 and socs[0] != MEDICAL_ASSISTANT and facts.occupation(socs[0]).work:
            socs = [MEDICAL_ASSISTANT, *socs]
        if len(socs) < 2:
            return _which(facts)
        wish = role_wish(question.text)
        if wish.only:
            return rank_named(socs, wish, question, facts)
        return _side_by_side(socs, unknown, question, facts)


def _side_by_side(socs: Sequence[str], unknown: Sequence[str], question: Question, facts: FactBase) -> Reply:
    """All figures of each, the best-paid first in the sentence; with few jobs also what one does in them."""
    found = look_up(socs[:_MOST], question, facts)
    winners = rank(found.roles, MEASURES["pay"].figure).winners
    shown = table(found.roles, ("pay", "growth", "openings", "entry"))
    growing = [role.projection for role in found.roles if role.projection]
    left_out = [facts.occupation(soc).plural for soc in socs[_MOST:]]
    matter = asked_matter(question.text, facts)
    notes = [
        *(f'I have no figures for "{name}".' for name in unknown),
        *found.notes,
        *pay_difference(found.roles),
        *filter(None, [missing(found.roles, key) for key in ("pay", "growth")]),
        *([f"I left out {listing(left_out)}: six is the most I show at once."] if left_out else []),
        *([f"Growth is from {growing[0].base_year} to {growing[0].target_year}."] if growing else []),
    ]
    values = {
        "lead": f"I have no figures on {matter.name}. " if matter else "",
        "scope": f"Of these {counted(len(found.roles))} jobs",
        "winners": listing([role.occupation.plural for role in winners]),
        "value": MEASURES["pay"].words(winners[0]),
        "where": found.where,
        "period": f" in {listing(dates(winners))}",
        "lines": shown.lines,
        "work": "\n".join(_in_words(role) for role in found.roles if role.occupation.work),
        "notes": "".join(f"{note} " for note in notes),
    }
    context = {
        "occupation": socs[-1],
        "place": question.first("place"),
        "year": None,
        "compared": list(socs),
    }
    response = "utter_compare_roles" if len(found.roles) <= _MOST_IN_WORDS else "utter_compare_roles_many"
    picture = pay_of_jobs(facts, [role.soc for role in found.roles], found.place.code, found.year)
    return Reply(response, values, _sources(found.roles), context=context, table=shown, picture=picture)


def _starts(aim: Goal, socs: Sequence[str], question: Question, facts: FactBase) -> Reply:
    """Jobs as a start for another: what is known of both, and what only the schools can say.

    No source says which start leads there sooner, so none is called better for it.
    """
    if len(socs) == 1 and socs[0] != MEDICAL_ASSISTANT:
        socs = [MEDICAL_ASSISTANT, *socs]
    found = look_up(socs[:_MOST], question, facts)
    shown = table(found.roles, ("entry", "pay"))
    values = {
        "answer": _shortest_and_best_paid(found.roles),
        "lines": shown.lines,
        "notes": "".join(f"{note} " for note in found.notes),
    }
    target = facts.find("occupation", aim)
    sources: List[Sourced] = [role.pay for role in found.roles if role.pay]
    sources += [role.occupation for role in found.roles]
    if target:
        values["training"] = facts.occupation(target).training or UNKNOWN
        sources.append(facts.occupation(target))
    # The goal was named beside the starts, and only these are what was compared.
    context = {"occupation": None, "place": question.first("place"), "year": None, "compared": list(socs)}
    return Reply(_FOR[aim], values, sources, context=context, table=shown)


def _shortest_and_best_paid(roles: Sequence[Role]) -> str:
    """What differs among starts that can be counted: least schooling, most pay."""
    said = []
    for key, words in (("entry", "need the least schooling"), ("pay", "earn the most")):
        ranking = rank(roles, MEASURES[key].figure)
        if 0 < len(ranking.winners) < len(ranking.order):
            said.append(f"{listing([role.occupation.plural for role in ranking.winners])} {words}")
    return f"Of these starts, {listing(said)}." if said else ""


def _in_words(role: Role) -> str:
    job = role.occupation
    return f"- **{role.title}:** {job.work}. Training: {job.training}. License: {job.permission}."


def _sources(roles: Sequence[Role]) -> List[Sourced]:
    """Of pay, growth and training, in this order: three are shown, and pay is what is read first."""
    rows: List[Optional[Sourced]] = [role.pay for role in roles]
    rows += [role.projection for role in roles]
    rows += [role.occupation for role in roles]
    return [row for row in rows if row is not None]


def _which(facts: FactBase) -> Reply:
    """Ask which job to compare with."""
    return Reply("utter_compare_roles_which", buttons=_usual(facts))


def _unknown(name: str, socs: Sequence[str], facts: FactBase) -> Reply:
    """Say that a job is not known, and offer some that are."""
    buttons = [
        button for button in _usual(facts) if not any(facts.occupation(soc).name in button["payload"] for soc in socs)
    ]
    context = {"occupation": next(iter(socs), None)}
    return Reply("utter_unknown_role", {"name": name}, buttons=buttons, context=context)


def _usual(facts: FactBase) -> List[dict[str, str]]:
    """Buttons that compare medical assisting with the jobs people ask about most."""
    usual = ("nursing assistant", "licensed practical nurse", "phlebotomist", "dental assistant")
    names = [facts.occupation(soc).name for soc in (facts.find("occupation", name) for name in usual) if soc]
    return [{"title": capital(name), "payload": f'/compare_roles{{"occupation": "{name}"}}'} for name in names]
