"""Which of several certifications is cheapest, easiest to pass, shortest, valid longest, open to people with work."""

from __future__ import annotations

from typing import List, Mapping, Sequence, Tuple

from actions.base import Reply
from actions.compared import remembered, to_rank, wish_meant
from actions.credential_figures import MEASURES, Measure, doubtful, missing, prices, table, the
from actions.credentials import MEDICAL_ASSISTING
from actions.criteria import Wish, credential_wish, field_of_work, how_many
from actions.matters import missing_matter, other_matter
from actions.memory import RANKED_BY
from actions.question import Question
from actions.ranking import Ranking, rank
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Credential, Sourced
from careerbot.wording import counted, money

USUAL = "fee"

_RESPONSES: Mapping[str, str] = {
    "fee": "utter_compare_rank_credentials_fee",
    "pass_rate": "utter_compare_rank_credentials_pass_rate",
    "entry": "utter_compare_rank_credentials_entry",
    "minutes": "utter_compare_rank_credentials_minutes",
    "questions": "utter_compare_rank_credentials_questions",
    "validity": "utter_compare_rank_credentials_validity",
    "upkeep": "utter_compare_rank_credentials_upkeep",
}
_ORDER: Mapping[str, Tuple[str, str]] = {
    "fee": ("lowest", "highest"),
    "pass_rate": ("highest", "lowest"),
    "entry": ("easiest", "hardest"),
    "minutes": ("shortest", "longest"),
    "questions": ("fewest", "most"),
    "validity": ("longest", "shortest"),
    "upkeep": ("least", "most"),
}
_VERBS: Mapping[str, Tuple[str, str]] = {
    "entry": ("is", "are"),
    "validity": ("lasts", "last"),
    "upkeep": ("asks", "ask"),
}
_HAVE = ("has", "have")


def ranked_credentials(question: Question, facts: FactBase) -> Reply:
    """The first of those named, of those just compared, or of all in the field of work that is asked about."""
    named = to_rank(question, "credential")
    matter = missing_matter(question.text) or other_matter(question.text, lambda word: _is_name(word, facts))
    if matter is not None and wish_meant(question, credential_wish(question.text)).criterion is None:
        several = list(named) if len(named) > 1 else None
        values = {"matter": matter.name}
        return Reply("utter_no_figures_credentials", values, context={"compared": several})
    if len(named) > 1:
        return rank_named(named, wish_meant(question, credential_wish(question.text)), question, facts)
    field = field_of_work(question.text) or MEDICAL_ASSISTING
    rows = facts.credentials(field)
    what = f"certifications {'for medical assistants' if field == MEDICAL_ASSISTING else f'in {field}'}"
    scope = f"Of the {{count}} {what} whose {{known}} I know"
    context = {"credential": next(iter(named), None), "compared": None}
    wish = wish_meant(question, credential_wish(question.text))
    return _reply(rows, wish, scope, question, context, [rows[key] for key in named if key in rows])


def _is_name(word: str, facts: FactBase) -> bool:
    return any(facts.find(kind, word) is not None for kind in ("credential", "occupation", "place"))


def rank_named(keys: Sequence[str], wish: Wish, question: Question, facts: FactBase) -> Reply:
    """Rank some certifications; without a criterion by the fee."""
    scope = f"Of these {counted(len(keys))} certifications"
    context = {"credential": keys[-1], "compared": list(keys)}
    return _reply({key: facts.credential(key) for key in keys}, wish, scope, question, context)


def _reply(
    rows: Mapping[str, Credential],
    wish: Wish,
    scope: str,
    question: Question,
    context: Mapping[str, str | Sequence[str] | None],
    always: Sequence[Credential] = (),
) -> Reply:
    """``rows``: by key; ``always``: those that are shown behind the first ones too."""
    key = wish.criterion or USUAL
    reverse = wish.reverse if wish.criterion else wish.by(USUAL).reverse
    context = {**context, RANKED_BY: remembered(wish, USUAL)}
    measure = MEASURES[key]
    ranking = rank(list(rows.values()), lambda row: measure.figure(row, reverse), lowest=reverse)
    if len(ranking.order) < 2:
        return _too_few(ranking, key, context)
    shown = ranking.shown(how_many(question.text), always)
    winners = ranking.winners
    if len(winners) == 1 and context.get("credential") is None:
        # "Whats the pass rate on that" is about the first one.
        context = {**context, "credential": next(name for name, row in rows.items() if row is winners[0])}
    used = [source for row in (*winners, *shown) for source in measure.rows(row)]
    lines = table(shown, [key])
    values = {
        "scope": scope.format(count=counted(len(ranking.order)), known=measure.missing),
        "winners": the(winners),
        "verb": _VERBS.get(key, _HAVE)[len(winners) > 1],
        "order": _ORDER[key][reverse],
        "value": _value(key, winners[0], reverse, measure),
        "lines": lines.lines,
        "notes": "".join(f"{note} " for note in _notes(ranking, shown, key, wish, question)),
        "check": "This is not certain: sources are old or disagree, so check"
        if doubtful(used)
        else "Rules change: check",
    }
    return Reply(_RESPONSES[key], values, used, context=context, table=lines)


def _value(key: str, winner: Credential, reverse: bool, measure: Measure) -> str:
    """What the winner has, in the sentence; of several prices the one that makes it the winner."""
    if key != "fee":
        return measure.said(winner) if key in ("validity", "upkeep", "entry") else measure.words(winner)
    if reverse and len(prices(winner)) > 1:
        return f"{money(prices(winner)[-1])} at the full price"
    price = prices(winner)[0]
    [who] = [fee.who for fee in winner.fees if fee.usd == price][:1]
    return f"{money(price)}{f' for {who}' if who else ''}"


def _notes(
    ranking: Ranking[Credential], shown: Sequence[Credential], key: str, wish: Wish, question: Question
) -> List[str]:
    notes = [f'I do not know a certification called "{name}".' for name in question.unknown.get("credential", ())]
    if key == "fee" and not wish.reverse:
        notes += _at_full_price(ranking)
    if len(shown) < len(ranking.order) and how_many(question.text) is None:
        notes.append(f"The list has the first {counted(len(shown))}.")
    without = missing(ranking.missing, key)
    if without:
        notes.append(without)
    if wish.criterion is None:
        notes.append("You did not say by what, so I went by the exam fee.")
    return notes


def _at_full_price(ranking: Ranking[Credential]) -> List[str]:
    """Another one may be cheapest for those who do not get the winner's lower price."""
    cheapest = rank((row for row, _ in ranking.order), lambda row: prices(row)[-1], lowest=True).winners
    if {row.label for row in cheapest} & {row.label for row in ranking.winners}:
        return []
    verb = "costs" if len(cheapest) == 1 else "cost"
    return [f"At the full price {the(cheapest)} {verb} least ({money(prices(cheapest[0])[-1])})."]


def _too_few(ranking: Ranking[Credential], key: str, context: Mapping[str, str | Sequence[str] | None]) -> Reply:
    """Nothing to rank: at most one of them has a figure."""
    known = [row for row, _ in ranking.order]
    values = {
        "missing": missing(ranking.missing, key) or "",
        "known": f" For {the(known)} it is: {MEASURES[key].said(known[0])}." if known else "",
    }
    sources: List[Sourced] = [source for row in known for source in MEASURES[key].rows(row)]
    return Reply("utter_compare_rank_credentials_unknown", values, [*sources, *ranking.missing], context=context)
