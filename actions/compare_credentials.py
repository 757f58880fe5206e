"""Certifications side by side: fee, exam, pass rate, renewal, way in by work."""

from __future__ import annotations

import re
from typing import List, Sequence

from actions import credential_words as words
from actions.base import Lookup, Reply, Table
from actions.compared import compared
from actions.credential_figures import MEASURES, UNKNOWN, by_work, fields_of, newest_pass_rate, prices, the
from actions.credential_names import unknown_credentials
from actions.credentials import MEDICAL_ASSISTING
from actions.criteria import credential_wish
from actions.question import Question
from actions.rank_credentials import rank_named
from actions.ranking import rank
from careerbot.catalog import catalog
from careerbot.facts.queries import FactBase
from careerbot.facts.schema import Credential, Sourced
from careerbot.wording import capital, listing, minutes, percent

_MOST = 6
_USUAL = 4
_MOST_BUTTONS = 4
_LIFE_SUPPORT = re.compile(r"cpr|bls|acls|first aid|basic life support", re.IGNORECASE)
_COLUMNS = ("fee", "minutes", "pass_rate", "validity", "entry")


class ActionCompareCredentials(Lookup):
    """Two to six certifications; with fewer named, the usual ones fill up."""

    def name(self) -> str:
        return "action_compare_credentials"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        keys = list(compared(question, "credential"))
        unknown = question.unknown.get("credential", ()) or unknown_credentials(question.text, facts)
        if unknown and not keys:
            return _unknown(unknown[0], facts)
        if unknown and len(keys) == 1:
            return _only_one(keys[0], unknown[0], facts)
        wish = credential_wish(question.text)
        if len(keys) > 1 and wish.only:
            return rank_named(keys, wish, question, facts)
        if len(keys) < 2:
            usual = [key for key, row in facts.credentials(MEDICAL_ASSISTING).items() if row.ncca]
            keys = list(dict.fromkeys(keys + usual))[:_USUAL]
        return _side_by_side(keys, unknown, facts)


def _side_by_side(keys: Sequence[str], unknown: Sequence[str], facts: FactBase) -> Reply:
    rows = [facts.credential(key) for key in keys[:_MOST]]
    left_out = [facts.credential(key).label for key in keys[_MOST:]]
    notes = [
        *(f'I do not know a certification called "{name}".' for name in unknown),
        *([f"I left out {listing(left_out)}: six is the most I show at once."] if left_out else []),
    ]
    fields = fields_of(rows)
    shown = _table(rows)
    values = {
        "answer": _differences(rows),
        "lines": shown.lines,
        "fields": listing([f"{the(row for row in rows if row.field == field)} for {field}" for field in fields]),
        "notes": "".join(f"{note} " for note in notes),
    }
    context = {"credential": keys[-1], "compared": list(keys)}
    same = fields == (MEDICAL_ASSISTING,)
    response = "utter_compare_credentials" if same or len(fields) == 1 else "utter_compare_credentials_fields"
    return Reply(response, values, _sources(rows), context=context, table=shown)


def _differences(rows: Sequence[Credential]) -> str:
    """One sentence: which costs least and which lasts longest, as far as that is known and differs."""
    cheapest, lasting = _first(rows, "fee"), _first(rows, "validity")
    parts: List[str] = []
    if cheapest:
        verb = "can cost" if len(prices(cheapest[0])) > 1 else "costs" if len(cheapest) == 1 else "cost"
        parts.append(f"{the(cheapest)} {verb} least to take ({MEASURES['fee'].words(cheapest[0])})")
    if lasting:
        subject = "" if lasting == cheapest else f"{the(lasting)} "
        verb = "lasts" if len(lasting) == 1 else "last"
        parts.append(f"{subject}{verb} longest ({MEASURES['validity'].said(lasting[0])})")
    return f"{capital(listing(parts))}." if parts else f"{listing([row.label for row in rows])} in short:"


def _first(rows: Sequence[Credential], key: str) -> List[Credential]:
    """Those that come first; none if too few have a figure or all have the same."""
    ranking = rank(rows, lambda row: MEASURES[key].figure(row, False))
    differ = len(ranking.order) > 1 and len(ranking.winners) < len(ranking.order)
    return ranking.winners if differ else []


def _table(rows: Sequence[Credential]) -> Table:
    chosen = [MEASURES[key] for key in _COLUMNS]
    return Table(
        columns=["Certification", *(measure.column for measure in chosen)],
        rows=[[row.label, *(measure.words(row) for measure in chosen)] for row in rows],
        lines="\n".join(f"- **{row.label}:** {_in_short(row)}" for row in rows),
    )


def _in_short(row: Credential) -> str:
    price = MEASURES["fee"].words(row)
    parts = ["fee not known for sure" if price == UNKNOWN else f"exam {price}"]
    if row.exam:
        parts.append(f"{row.exam.questions} questions in {minutes(row.exam.minutes)}")
    rate = newest_pass_rate(row)
    if rate:
        parts.append(f"{percent(rate.percent)} passed in {rate.year}")
    if row.renewal:
        parts.append(f"renewed {words.every(row.renewal.months)}")
    if row.routes:
        parts.append(f"work experience alone {'can be' if by_work(row) else 'is not'} enough")
    return ", ".join(parts)


def _sources(rows: Sequence[Credential]) -> List[Sourced]:
    """The fees first: they are what people compare; three sources are shown."""
    return [*(fee for row in rows for fee in row.fees), *rows]


def _only_one(key: str, unknown: str, facts: FactBase) -> Reply:
    """What is known of one, beside a certification of which nothing is, and others to compare it with."""
    row = facts.credential(key)
    shown = _table([row])
    buttons = [
        {
            "title": f"{row.label} and {facts.credential(other).label}",
            "payload": f'/compare_credentials{{"credential": ["{key}", "{other}"]}}',
        }
        for other in _meant(unknown, facts)
        if other != key
    ]
    if _LIFE_SUPPORT.fullmatch(unknown):
        buttons = [catalog()["education_cpr"].button(), *buttons]
    values = {"name": unknown, "label": row.label, "lines": shown.lines}
    context = {"credential": key, "compared": None}
    response = "utter_compare_credentials_one"
    return Reply(response, values, _sources([row]), buttons[:_MOST_BUTTONS], context, shown)


def _unknown(name: str, facts: FactBase) -> Reply:
    """Say that a certification is not known, and offer those it may be."""
    buttons = [
        {
            "title": facts.credential(key).label,
            "payload": f'/compare_credentials{{"credential": ["{key}"]}}',
        }
        for key in _meant(name, facts)
    ]
    return Reply(
        "utter_unknown_credential", {"name": name}, buttons=buttons[:_MOST_BUTTONS], context={"credential": None}
    )


def _meant(name: str, facts: FactBase) -> List[str]:
    """What an unknown name may mean: those that look like it, then the usual ones."""
    usual = [key for key, row in facts.credentials(MEDICAL_ASSISTING).items() if row.ncca]
    return list(dict.fromkeys([*facts.nearest("credential", name), *usual]))
