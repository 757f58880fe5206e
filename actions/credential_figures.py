"""What is known of certifications that are put beside each other: fee, exam, pass rate, renewal, way in by work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, List, Mapping, Optional, Sequence, Tuple

from actions import credential_words as words
from actions.base import Table
from careerbot.facts.schema import Credential, PassRate, Route, Sourced
from careerbot.wording import listing, minutes, money, months, percent

UNKNOWN = "not known"

# Work that is asked for in years counts by its months; work of an unknown length comes behind it, no way in last.
_SOME_WORK, _NO_WORK = 1_000.0, 10_000.0


@dataclass(frozen=True)
class Measure:
    """One thing that certifications are compared by.

    Attributes:
        column: its heading in a table.
        figure: its value, None if unknown; more is what people look for, so a low fee is a high figure. The second
            argument is whether the other end is asked for: a fee then counts by its highest price.
        words: the value in a table's cell.
        said: the value in a sentence.
        rows: the facts it rests on.
        missing: what there is none of, as in "I have no ... for the NCMA".
    """

    column: str
    figure: Callable[[Credential, bool], Optional[float]]
    words: Callable[[Credential], str]
    said: Callable[[Credential], str]
    rows: Callable[[Credential], Sequence[Sourced]]
    missing: str


def newest_pass_rate(credential: Credential) -> Optional[PassRate]:
    """The pass rate of the latest year; None if none is known."""
    return max(credential.pass_rates, key=lambda rate: rate.year, default=None)


def prices(credential: Credential) -> List[int]:
    """The different prices of its exam, lowest first."""
    return sorted({fee.usd for fee in credential.fees})


def by_work(credential: Credential) -> List[Route]:
    """Its routes for people with work experience in place of a program."""
    return [route for route in credential.routes if route.basis == "work"]


def _fee(credential: Credential, reverse: bool) -> Optional[float]:
    amounts = prices(credential)
    return -amounts[-1 if reverse else 0] if amounts else None


def _price(credential: Credential) -> str:
    amounts = prices(credential)
    return " to ".join(money(amount) for amount in dict.fromkeys((amounts[0], amounts[-1]))) if amounts else UNKNOWN


def _pass_rate(credential: Credential, reverse: bool) -> Optional[float]:
    row = newest_pass_rate(credential)
    return row.percent if row else None


def _passed(credential: Credential) -> str:
    row = newest_pass_rate(credential)
    return f"{percent(row.percent)} in {row.year}" if row else UNKNOWN


def _work_months(credential: Credential) -> Optional[int]:
    """The least work that is enough; None if the issuer's number is not known."""
    sure = [route for route in by_work(credential) if route.confidence != "C"]
    return min((rule.work_months for route in sure for rule in route.requires if rule.work_months), default=None)


def _entry(credential: Credential, reverse: bool) -> Optional[float]:
    if not credential.routes:
        return None
    if not by_work(credential):
        return -_NO_WORK
    return -float(_work_months(credential) or _SOME_WORK)


def _way_in(credential: Credential) -> str:
    if not by_work(credential):
        return "work experience alone is not enough" if credential.routes else UNKNOWN
    least = _work_months(credential)
    return f"{months(least)} of work can be enough" if least else "some work experience can be enough"


def _minutes(credential: Credential, reverse: bool) -> Optional[float]:
    return -credential.exam.minutes if credential.exam else None


def _questions(credential: Credential, reverse: bool) -> Optional[float]:
    return -credential.exam.questions if credential.exam else None


def _validity(credential: Credential, reverse: bool) -> Optional[float]:
    return credential.renewal.months if credential.renewal else None


def _upkeep(credential: Credential, reverse: bool) -> Optional[float]:
    row = credential.renewal
    return -row.credits / row.months if row and row.credits else None


def _credits(credential: Credential) -> str:
    row = credential.renewal
    if row is None or not row.credits:
        return UNKNOWN
    return f"{row.credits} {row.credit_name or 'credits of continuing education'} {words.every(row.months)}"


def _one(row: Optional[Sourced]) -> Sequence[Sourced]:
    return [row] if row else []


MEASURES: Mapping[str, Measure] = {
    "fee": Measure("Exam fee", _fee, _price, words.fees, lambda row: row.fees, "exam fee"),
    "pass_rate": Measure("Passed", _pass_rate, _passed, _passed, lambda row: _one(newest_pass_rate(row)), "pass rate"),
    "entry": Measure("Way in by work", _entry, _way_in, _way_in, lambda row: row.routes, "entry rule"),
    "minutes": Measure(
        "Exam time",
        _minutes,
        lambda row: minutes(row.exam.minutes) if row.exam else UNKNOWN,
        lambda row: words.exam(row.exam) if row.exam else UNKNOWN,
        lambda row: _one(row.exam),
        "exam time",
    ),
    "questions": Measure(
        "Questions",
        _questions,
        lambda row: str(row.exam.questions) if row.exam else UNKNOWN,
        lambda row: words.exam(row.exam) if row.exam else UNKNOWN,
        lambda row: _one(row.exam),
        "number of questions",
    ),
    "validity": Measure(
        "Renewal",
        _validity,
        lambda row: words.every(row.renewal.months) if row.renewal else UNKNOWN,
        lambda row: months(row.renewal.months) if row.renewal else UNKNOWN,
        lambda row: _one(row.renewal),
        "renewal rule",
    ),
    "upkeep": Measure(
        "Continuing education", _upkeep, _credits, _credits, lambda row: _one(row.renewal), "number of credits"
    ),
}


def table(credentials: Iterable[Credential], measures: Sequence[str]) -> Table:
    """Certifications below each other, a column for each measure (keys of ``MEASURES``)."""
    chosen = [MEASURES[key] for key in measures]
    rows = [(row.label, [measure.words(row) for measure in chosen]) for row in credentials]
    said = [(row.label, [measure.said(row) for measure in chosen]) for row in credentials]
    return Table(
        columns=["Certification", *(measure.column for measure in chosen)],
        rows=[[label, *cells] for label, cells in rows],
        lines="\n".join(f"- **{label}:** {', '.join(cells)}" for label, cells in said),
    )


def missing(credentials: Sequence[Credential], key: str) -> Optional[str]:
    """A sentence that names those without a figure; None if there are none."""
    return f"I have no {MEASURES[key].missing} that I trust for {the(credentials)}." if credentials else None


def the(credentials: Iterable[Credential]) -> str:
    """ "the CMA (AAMA) and the RMA (AMT)"."""
    return listing([f"the {row.label}" for row in credentials])


def doubtful(rows: Iterable[Sourced]) -> bool:
    """Whether an answer that rests on these rows must say that it is not certain."""
    return any(row.confidence == "C" for row in rows)


def fields_of(credentials: Iterable[Credential]) -> Tuple[str, ...]:
    """The different fields of work they are for."""
    return tuple(dict.fromkeys(row.field for row in credentials))
