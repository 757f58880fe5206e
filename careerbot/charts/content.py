"""What a picture shows: figures of the fact base, and the words around them. Nothing here knows how it is drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Optional, Sequence, Tuple, Union

from careerbot.charts.address import FEWEST, MOST, ChartSpec, GrowthOfRoles, PayOfPlaces, PayOfRoles, PayOverYears
from careerbot.charts.errors import NoSuchChart
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase
from careerbot.facts.schema import Pay, Projection, Sourced
from careerbot.wording import capital, date_words, listing, money, percent, source_line


@dataclass(frozen=True)
class Bar:
    """One value from zero.

    Attributes:
        label: what it is the value of, as in the middle of a sentence.
        shown: the value as text.
        strong: whether the picture is about this one.
    """

    label: str
    value: float
    shown: str
    strong: bool = False


@dataclass(frozen=True)
class Span:
    """A median and, where known, the 10th and 90th percentile around it, in US dollars a year; as ``Bar`` else."""

    label: str
    median: int
    p10: Optional[int]
    p90: Optional[int]
    strong: bool = False


@dataclass(frozen=True)
class Bars:
    """Lying bars, the first one on top."""

    rows: Tuple[Bar, ...]


@dataclass(frozen=True)
class Columns:
    """Standing bars of US dollars, the first one at the left."""

    rows: Tuple[Bar, ...]


@dataclass(frozen=True)
class Spans:
    """Ranges of pay below each other, the first one on top."""

    rows: Tuple[Span, ...]


@dataclass(frozen=True)
class Content:
    """All that stands in a picture, and ``alt``, the same for those who do not see it."""

    title: str
    note: str
    body: Union[Bars, Columns, Spans]
    source: str
    alt: str


def content(spec: ChartSpec, facts: FactBase) -> Content:
    """Look up what a picture shows.

    Raises:
        NoSuchChart: an occupation, place or year is unknown or has no figure.
        FactsMissing: there is no fact base.
    """
    if isinstance(spec, PayOfRoles):
        return _pay_of_roles(spec, facts)
    if isinstance(spec, PayOfPlaces):
        return _pay_of_places(spec, facts)
    if isinstance(spec, PayOverYears):
        return _pay_over_years(spec, facts)
    return _growth_of_roles(spec, facts)


def _pay_of_roles(spec: PayOfRoles, facts: FactBase) -> Content:
    place = _place(facts, spec.place)
    rows = sorted((_pay(facts, soc, spec.place, spec.year) for soc in spec.socs), key=lambda row: -_median(row))
    date, labels = _dated([_plural(facts, row.soc) for row in rows], [date_words(row.as_of) for row in rows])
    bars = [_wage_bar(label, row, row.soc == MEDICAL_ASSISTANT) for label, row in zip(labels, rows, strict=True)]
    return Content(
        title="Pay a year",
        note=f"Median in {place}, {date}: half earned more, half less.",
        body=Bars(tuple(bars)),
        source=_source(facts, rows),
        alt=f"Bar chart of the median pay a year in {place} in {date}: {_figures(bars)}.",
    )


def _pay_of_places(spec: PayOfPlaces, facts: FactBase) -> Content:
    plural = _plural(facts, spec.soc)
    codes = [*spec.places, NATION]
    rows = [_pay(facts, spec.soc, code, spec.year) for code in codes]
    date, labels = _dated([_place(facts, code) for code in codes], [date_words(row.as_of) for row in rows])
    spans = [
        Span(label, _median(row), row.p10, row.p90, code != NATION)
        for label, code, row in zip(labels, codes, rows, strict=True)
    ]
    figures = " ".join(_span_words(span) for span in spans)
    note = "Dot: the median. Line: from the lowest-paid to the highest-paid tenth."
    if any(span.p10 is None or span.p90 is None for span in spans):
        note += " Where it is missing, the tenth is not known."
    return Content(
        title=f"Pay of {plural} a year",
        note=f"{date}. {note}",
        body=Spans(tuple(spans)),
        source=_source(facts, rows),
        alt=f"Chart of what {plural} earned a year in {date}. {figures}",
    )


def _pay_over_years(spec: PayOverYears, facts: FactBase) -> Content:
    plural, nation = _plural(facts, spec.soc), _place(facts, NATION)
    rows = [row for row in facts.pay_years(spec.soc) if row.median is not None][-MOST:]
    if len(rows) < FEWEST:
        raise NoSuchChart(f"the fact base has no two years of pay of {plural}")
    bars = [_wage_bar(str(row.year), row, row is rows[-1]) for row in rows]
    return Content(
        title=f"Pay of {plural}, {bars[0].label} to {bars[-1].label}",
        note=f"Median a year in {nation}. Prices rose too: not adjusted for inflation.",
        body=Columns(tuple(bars)),
        source=_source(facts, rows),
        alt=f"Bar chart of the median pay of {plural} a year in {nation}: {_figures(bars)}.",
    )


def _growth_of_roles(spec: GrowthOfRoles, facts: FactBase) -> Content:
    rows = sorted((_projection(facts, soc) for soc in spec.socs), key=lambda row: -row.percent)
    periods = [f"{row.base_year} to {row.target_year}" for row in rows]
    period, labels = _dated([_plural(facts, row.soc) for row in rows], periods)
    bars = [
        Bar(label, row.percent, _signed(row.percent), row.soc == MEDICAL_ASSISTANT)
        for label, row in zip(labels, rows, strict=True)
    ]
    return Content(
        title=f"Growth in jobs expected, {period}",
        note="Change in the number of jobs over all the years together.",
        body=Bars(tuple(bars)),
        source=_source(facts, rows),
        alt=f"Bar chart of the growth in jobs expected, {period}: {_figures(bars)}.",
    )


# -- figures -----------------------------------------------------------------------------------------------------------


def _pay(facts: FactBase, soc: str, place: str, year: Optional[int]) -> Pay:
    """The pay row, whose median is known."""
    plural, where = _plural(facts, soc), _place(facts, place)
    row = facts.pay(soc, place, year)
    if row is None or row.median is None:
        raise NoSuchChart(f"the fact base has no pay of {plural} in {where}{f' for {year}' if year else ''}")
    return row


def _projection(facts: FactBase, soc: str) -> Projection:
    plural = _plural(facts, soc)
    row = facts.projection(soc)
    if row is None:
        raise NoSuchChart(f"the fact base has no growth of {plural}")
    return row


def _median(row: Pay) -> int:
    assert row.median is not None, "rows without a median are sorted out where they are read"
    return row.median


def _plural(facts: FactBase, soc: str) -> str:
    try:
        return facts.occupation(soc).plural
    except KeyError:
        raise NoSuchChart(f"the fact base has no occupation {soc}") from None


def _place(facts: FactBase, code: str) -> str:
    try:
        return facts.place(code).name
    except KeyError:
        raise NoSuchChart(f"the fact base has no place {code}") from None


def _source(facts: FactBase, rows: Sequence[Sourced]) -> str:
    """The source line of an answer, without its links."""
    return source_line((facts.source(row.source).copy(update={"url": None}), row.as_of) for row in rows)


# -- words -------------------------------------------------------------------------------------------------------------


def _wage_bar(label: str, row: Pay, strong: bool) -> Bar:
    return Bar(label, _median(row), money(_median(row)), strong)


def _dated(labels: Sequence[str], dates: Sequence[str]) -> Tuple[str, Sequence[str]]:
    """The commonest date in words, and the labels: those of figures of another date name it."""
    [(usual, count)] = Counter(dates).most_common(1)
    own = [label if date == usual else f"{label} ({date})" for label, date in zip(labels, dates, strict=True)]
    return usual if count == len(dates) else f"{usual} unless noted", own


def _figures(bars: Sequence[Bar]) -> str:
    return listing([f"{bar.label} {bar.shown}" for bar in bars])


def _signed(value: float) -> str:
    """12.5 -> "+12.5%", -4.9 -> "-4.9%" with a minus sign, which is as wide as a plus and read aloud as one."""
    return ("+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else "") + percent(abs(value))


def _span_words(span: Span) -> str:
    """ "Texas: median $39,520, lowest tenth below $31,200, highest above $49,260." """
    parts = [
        f"median {money(span.median)}",
        f"lowest tenth below {money(span.p10)}" if span.p10 is not None else "",
        f"highest tenth above {money(span.p90)}" if span.p90 is not None else "",
    ]
    return f"{capital(span.label)}: {', '.join(filter(None, parts))}."
