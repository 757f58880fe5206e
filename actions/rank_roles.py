"""Which of several jobs pays most, grows fastest, has most openings, is easiest to get into."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from actions.base import Picture, Reply
from actions.compared import remembered, to_rank, wish_meant
from actions.criteria import Wish, how_many, most_schooling, role_wish
from actions.job_names import unknown_jobs
from actions.matters import Matter, missing_matter, other_matter
from actions.memory import RANKED_BY
from actions.pictures import growth_of_jobs, pay_of_jobs
from actions.question import Question
from actions.ranking import Ranking, rank
from actions.role_figures import MEASURES, SCHOOLING, Role, Roles, dates, look_up, missing, pay_difference, table
from careerbot.facts.queries import MEDICAL_ASSISTANT, FactBase
from careerbot.facts.schema import Sourced
from careerbot.wording import counted, listing, ordinal, percent

USUAL = "pay"
_MOST_IN_LINE = 3

_RESPONSES: Mapping[str, str] = {
    "pay": "utter_compare_rank_roles_pay",
    "growth": "utter_compare_rank_roles_growth",
    "openings": "utter_compare_rank_roles_openings",
    "entry": "utter_compare_rank_roles_entry",
}
_ORDER: Mapping[str, Tuple[str, str]] = {
    "pay": ("highest", "lowest"),
    "growth": ("fastest", "slowest"),
    "openings": ("most", "fewest"),
    "entry": ("least", "most"),
}
_COLUMNS: Mapping[str, Sequence[str]] = {
    "pay": ("pay", "entry"),
    "growth": ("growth", "entry"),
    "openings": ("openings", "entry"),
    "entry": ("training",),
}


def ranked_roles(question: Question, facts: FactBase) -> Reply:
    """The first of the jobs named, of those just compared, or of all; of all, medical assistants always with theirs."""
    named = to_rank(question, "occupation")
    if len(named) > 1 and "place" in question.context and not {"occupation", "place"} & {*question.names}:
        # The jobs are those of the last answers, and so is the place.
        question = replace(question, names={**question.names, "place": question.context["place"][-1:]})
    wish = wish_meant(question, role_wish(question.text))
    matter = asked_matter(question.text, facts)
    if matter is not None and wish.criterion is None:
        return _no_figures(matter, named, question, facts)
    if len(named) > 1:
        return rank_named(named, wish, question, facts)
    return _rank_all(named, question, facts)


def asked_matter(text: str, facts: FactBase) -> Optional[Matter]:
    """What jobs are to be compared by and is not known of any, if the message names no criterion beside it."""

    def is_name(word: str) -> bool:
        return facts.find("occupation", word) is not None or facts.find("place", word) is not None

    matter = missing_matter(text)
    return matter or (other_matter(text, is_name) if role_wish(text).criterion is None else None)


def _no_figures(matter: Matter, socs: Sequence[str], question: Question, facts: FactBase) -> Reply:
    """Nothing to rank by what is asked: say so, and of some jobs what is known in a line."""
    if len(socs) < 2:
        return Reply(
            "utter_no_figures_roles",
            {"matter": matter.name},
            buttons=matter.buttons(),
            context={"occupation": None, "compared": None},
        )
    found = look_up(socs[:_MOST_IN_LINE], question, facts)
    context = {"occupation": socs[-1], "place": question.first("place"), "compared": list(socs)}
    known = [f"{role.occupation.plural} {MEASURES['pay'].said(role)}, {_schooled(role)}" for role in found.roles]
    when = listing(dates(found.roles))
    values = {
        "matter": matter.name,
        "known": "; ".join(known),
        "period": f" (median{found.where}, {when})" if when else "",
        "notes": "".join(f" {note}" for note in found.notes),
    }
    sources: List[Sourced] = [role.pay for role in found.roles if role.pay]
    sources += [role.occupation for role in found.roles]
    return Reply("utter_compare_roles_no_figures", values, sources, matter.buttons(), context)


def _schooled(role: Role) -> str:
    return f"usual schooling {role.occupation.schooling}" if role.occupation.schooling else "schooling varies"


def rank_named(socs: Sequence[str], wish: Wish, question: Question, facts: FactBase) -> Reply:
    """Rank some jobs; without a criterion by pay."""
    found = look_up(socs, question, facts)
    matter = missing_matter(question.text)
    notes = [
        *([f"I have no figures on {matter.name}."] if matter else []),
        *(
            f'I have no figures for "{name}".'
            for name in (*question.unknown.get("occupation", ()), *unknown_jobs(question.text, socs, facts))
        ),
    ]
    context = {
        "occupation": socs[-1],
        "place": question.first("place"),
        "compared": list(socs),
    }
    scope = f"Of these {counted(len(socs))} jobs"
    return _reply(found, wish, scope, how_many(question.text), notes, (), facts, context)


def _rank_all(always: Sequence[str], question: Question, facts: FactBase) -> Reply:
    """Rank the jobs of the fact base that need no more schooling than the person is ready for."""
    limit, matter = most_schooling(question.text), missing_matter(question.text)
    socs = [soc for soc, job in facts.occupations().items() if job.schooling and _within(job.schooling, limit)]
    scope = "Of the {count} health jobs I know"
    if limit is not None:
        scope += f" that usually need no more than {article(limit)}"
    context = {"occupation": None, "place": question.first("place"), "compared": None}
    return _reply(
        look_up(socs, question, facts),
        wish_meant(question, role_wish(question.text)),
        scope,
        how_many(question.text),
        [f"I have no figures on {matter.name}."] if matter else [],
        (MEDICAL_ASSISTANT, *always),
        facts,
        context,
    )


def _reply(
    found: Roles,
    wish: Wish,
    scope: str,
    number: Optional[int],
    notes: List[str],
    always: Sequence[str],
    facts: FactBase,
    context: Mapping[str, Optional[str | Sequence[str]]],
) -> Reply:
    key = wish.criterion or USUAL
    reverse = wish.reverse if wish.criterion else wish.by(USUAL).reverse
    context = {**context, RANKED_BY: remembered(wish, USUAL)}
    measure = MEASURES[key]
    # Little schooling is the high figure there, so that "reverse" means the same everywhere.
    ranking = rank(found.roles, measure.figure, lowest=reverse)
    if len(ranking.order) < 2:
        return _too_few(ranking, key, found, context)
    shown = ranking.shown(number, [role for role in found.roles if role.soc in always])
    winners = ranking.winners
    told = [
        *notes,
        *found.notes,
        *(pay_difference(found.roles) if key == "pay" else []),
        *_about_the_list(ranking, shown, number),
        *filter(None, [missing(ranking.missing, key)]),
        *(["You did not say by what, so I went by pay."] if wish.criterion is None else []),
    ]
    when = dates(winners)
    values = {
        "scope": scope.format(count=len(ranking.order)),
        "winners": listing([role.occupation.plural for role in winners]),
        "order": _ORDER[key][reverse],
        "value": measure.words(winners[0]),
        "training": _training(winners),
        "where": found.where,
        "period": f" in {listing(when)}" if key == "pay" else "",
        "notes": "".join(f"{note} " for note in told),
        **_years(winners[0]),
    }
    response = _RESPONSES[key]
    if key == "entry":
        values["value"] = article(winners[0].occupation.schooling or "")
        if len(winners) == len(ranking.order):
            values["order"] = "same"
    if key == "growth" and ranking.order[0][1] < 0:
        response, values["value"] = "utter_compare_rank_roles_shrinking", percent(-ranking.order[0][1])
    lines = table(shown, _COLUMNS[key], _titles(ranking, shown))
    values["lines"] = lines.lines
    sources: List[Sourced] = [row for role in (*winners, *shown) if (row := measure.row(role)) is not None]
    sources.insert(1, winners[0].occupation)
    picture = _picture(key, shown, found, facts)
    return Reply(response, values, sources, context=context, table=lines, picture=picture)


def _picture(key: str, shown: Sequence[Role], found: Roles, facts: FactBase) -> Optional[Picture]:
    socs = [role.soc for role in shown]
    if key == "pay":
        return pay_of_jobs(facts, socs, found.place.code, found.year)
    return growth_of_jobs(facts, socs) if key == "growth" else None


def _too_few(
    ranking: Ranking[Role], key: str, found: Roles, context: Mapping[str, Optional[str | Sequence[str]]]
) -> Reply:
    """Nothing to rank: at most one of them has a figure."""
    known = [role for role, _ in ranking.order]
    values = {
        "missing": missing(ranking.missing, key) or "",
        "known": f" For {known[0].occupation.plural} it is: {MEASURES[key].said(known[0])}." if known else "",
        "notes": "".join(f" {note}" for note in found.notes),
    }
    sources: List[Sourced] = [row for role in known if (row := MEASURES[key].row(role)) is not None]
    sources += [role.occupation for role in ranking.missing]
    return Reply("utter_compare_rank_roles_unknown", values, sources, context=context)


def _about_the_list(ranking: Ranking[Role], shown: Sequence[Role], number: Optional[int]) -> List[str]:
    """What the list leaves out, where the person did not ask for so many."""
    left = len(ranking.order) - len(shown)
    first = [role for role, _ in ranking.order][: len(shown)]
    if number is not None or not left:
        return []
    beside = [role.occupation.plural for role in shown if role not in first]
    top = len(shown) - len(beside)
    return [f"The list has the first {counted(top)}{' and ' + listing(beside) if beside else ''}."]


def _titles(ranking: Ranking[Role], shown: Sequence[Role]) -> Dict[str, str]:
    """Those that stand below a gap have their place behind their name."""
    order = [role for role, _ in ranking.order]
    return {
        role.soc: f"{role.title} ({ordinal(ranking.place_of(role))} of {len(order)})"
        for place, role in enumerate(shown)
        if order[place] is not role
    }


def _training(winners: Sequence[Role]) -> str:
    if len(winners) == 1:
        return f"Training: {winners[0].occupation.training}."
    return " ".join(f"Training of {role.occupation.plural}: {role.occupation.training}." for role in winners[:2])


def _years(role: Role) -> Dict[str, str]:
    row = role.projection
    return {"base_year": str(row.base_year), "target_year": str(row.target_year)} if row else {}


def _within(schooling: str, limit: Optional[str]) -> bool:
    return limit is None or SCHOOLING.index(schooling) <= SCHOOLING.index(limit)


def article(schooling: str) -> str:
    """ "certificate" -> "a certificate", "associate degree" -> "an associate degree", "high school" as it is."""
    if schooling == SCHOOLING[0]:
        return schooling
    return f"{'an' if re.match('[aeiou]', schooling) else 'a'} {schooling}"
