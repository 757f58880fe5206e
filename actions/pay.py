"""Pay: of an occupation, in a place, in a year; at the start, at the top; over the years."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import List, Optional, Sequence

from actions.base import Lookup, Reply
from actions.dispatch import LookupAsMeant
from actions.pay_claim import claimed, in_words
from actions.pay_notes import beside
from actions.pay_parts import PARTS
from actions.pay_percentiles import percentile_asked, percentile_reply
from actions.pay_several import side_by_side
from actions.pay_subject import Subject, pay_values, place_buttons, subjects
from actions.pictures import pay_by_year, pay_here
from actions.question import Question
from actions.wages import Measure
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase
from careerbot.facts.schema import Pay
from careerbot.wording import capital, date_words, listing, money, percent


class PayLookup(LookupAsMeant):
    """A look-up of one pay row. Unknown places and years are said, with the nearest that is known."""

    intent: str

    def name(self) -> str:
        return f"action_{self.intent}"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        asked = subjects(question, facts)
        unknown = question.unknown.get("place", ())
        if unknown and not question.names.get("place"):
            return self._unknown_place(unknown[0], asked[0], facts)
        if "place" in question.lost:
            return self._which_place(asked[0], facts)
        if len(asked) > 1:
            return self._several(asked, question, facts)
        subject = asked[0]
        row = facts.pay(subject.soc, subject.place.code, subject.year)
        if row is None or row.median is None:
            return self._missing(subject, facts)
        return self.of_subject(subject, row, question, facts)

    @abstractmethod
    def of_subject(self, subject: Subject, row: Pay, question: Question, facts: FactBase) -> Reply:
        """The answer from one row; its median is known."""

    def _several(self, asked: Sequence[Subject], question: Question, facts: FactBase) -> Reply:
        """A line for each occupation or place named, best paid first."""
        found = [(subject, facts.pay(subject.soc, subject.place.code, subject.year)) for subject in asked]
        if not any(row is not None and row.median is not None for _, row in found):
            return self._missing(asked[0], facts)
        return side_by_side(self.intent, found, Measure.of(question.text), facts)

    def _unknown_place(self, name: str, subject: Subject, facts: FactBase) -> Reply:
        row = facts.pay(subject.soc)
        assert row is not None and row.median is not None, f"no national pay of {subject.soc}"
        near = [facts.place(code) for code in facts.nearest("place", name)]
        values = {
            "name": name,
            "plural": subject.occupation.plural,
            "median": money(row.median),
            "period": date_words(row.as_of),
        }
        return Reply("utter_salary_place_unknown", values, [row], place_buttons(near), subject.context)

    def _which_place(self, subject: Subject, facts: FactBase) -> Reply:
        """ "What do they earn there", with nothing before: ask where, and give the nation's figure meanwhile."""
        row = facts.pay(subject.soc)
        assert row is not None and row.median is not None, f"no national pay of {subject.soc}"
        values = {"plural": subject.occupation.plural, "median": money(row.median), "period": date_words(row.as_of)}
        return Reply("utter_salary_place_which", values, [row], context={**subject.context, "place": None})

    def _missing(self, subject: Subject, facts: FactBase) -> Reply:
        """No such row: say which years the place has; if it has none, give its state's or the nation's figure."""
        context = {**subject.context, "year": None}
        here = _with_median(facts.pay(subject.soc, subject.place.code))
        if here is not None and subject.year is not None:
            if subject.place.code == NATION:
                response = "utter_salary_year_unknown"
                years = [str(row.year) for row in facts.pay_years(subject.soc) if row.median is not None]
            else:
                response, years = "utter_salary_year_unknown_place", [str(here.year)]
            values = {**pay_values(subject, here), "year": str(subject.year), "years": listing(years)}
            return Reply(response, values, [here], context=context)
        state = subject.place.state if subject.place.kind == "area" else None
        for code in (state, NATION):
            row = _with_median(facts.pay(subject.soc, code)) if code else None
            if code and row is not None:
                values = {**pay_values(subject, row), "wider": facts.place(code).name}
                return Reply("utter_salary_place_missing", values, [row], context=context)
        raise LookupError(f"no pay of {subject.soc} at all")


class PartLookup(PayLookup):
    """A look-up of a part of the wages, a year's unless another unit is asked; or of a percentile that is asked."""

    def of_subject(self, subject: Subject, row: Pay, question: Question, facts: FactBase) -> Reply:
        measure, part = Measure.of(question.text), PARTS[self.intent]
        percentile = percentile_asked(question.text)
        if percentile is not None and row.p10 and row.p25 and row.p75 and row.p90:
            return percentile_reply(percentile, subject, row, measure)
        reply = self.of_row(subject, row, facts)
        values = {**reply.values, **beside(question.text, row)}
        claim = claimed(question.text)
        if claim is not None:
            values["unknown"] = in_words(claim, row) + values["unknown"]
        if measure.unit is None or part.figure(row) is None:
            return replace(reply, values=values)
        values.update(
            value=f"{part.words(row, measure)} {measure.each}", yearly=part.words(row, Measure()), how=measure.how
        )
        return replace(reply, response=part.in_unit, values=values, picture=None)

    @abstractmethod
    def of_row(self, subject: Subject, row: Pay, facts: FactBase) -> Reply:
        """The answer in dollars a year."""


class ActionSalaryMedian(PartLookup):
    """Median pay with the tenth and ninetieth percentile, and the nation's beside a place's."""

    intent = "salary_median"

    def of_row(self, subject: Subject, row: Pay, facts: FactBase) -> Reply:
        values = pay_values(subject, row)
        nation = facts.pay(subject.soc, NATION, subject.year) if subject.place.code != NATION else None
        if row.p10 is None or row.p90 is None:
            return Reply("utter_salary_median_only", values, [row], context=subject.context)
        if nation is not None and nation.median is not None:
            values["nation"] = money(nation.median)
            picture = pay_here(facts, subject.soc, [subject.place.code], subject.year)
            return Reply("utter_salary_median_place", values, [row], context=subject.context, picture=picture)
        return Reply("utter_salary_median", values, [row], context=subject.context)


class ActionSalaryEntry(PartLookup):
    """The lower end of pay, which is where new people usually are."""

    intent = "salary_entry"

    def of_row(self, subject: Subject, row: Pay, facts: FactBase) -> Reply:
        response = "utter_salary_entry" if row.p10 and row.p25 else "utter_salary_median_only"
        return Reply(response, pay_values(subject, row), [row], context=subject.context)


class ActionSalaryTop(PartLookup):
    """The upper end of pay."""

    intent = "salary_top"

    def of_row(self, subject: Subject, row: Pay, facts: FactBase) -> Reply:
        response = "utter_salary_top" if row.p75 and row.p90 else "utter_salary_median_only"
        return Reply(response, pay_values(subject, row), [row], context=subject.context)


class ActionSalaryTrend(Lookup):
    """National median pay over the years there are."""

    def name(self) -> str:
        return "action_salary_trend"

    def answer(self, question: Question, facts: FactBase) -> Reply:
        socs = question.names.get("occupation") or (MEDICAL_ASSISTANT,)
        if len(socs) > 1:
            return _trends(socs, question, facts)
        rows = _years(socs[0], question, facts)
        first, last = rows[0], rows[-1]
        values = {
            "plural": facts.occupation(socs[0]).plural,
            "first": money(first.median or 0),
            "first_year": str(first.year),
            "last": money(last.median or 0),
            "last_year": str(last.year),
            "change": _rise(rows),
            "years": ", ".join(f"{row.year} {money(row.median or 0)}" for row in rows),
        }
        context = {"occupation": socs[0], "place": None, "year": None}
        response = "utter_salary_trend" if len(rows) > 1 else "utter_salary_trend_one_year"
        return Reply(response, values, [last], context=context, picture=pay_by_year(facts, socs[0]))


def _trends(socs: Sequence[str], question: Question, facts: FactBase) -> Reply:
    """The rise of several jobs' pay between the same years, the largest first."""
    found = [(soc, _years(soc, question, facts)) for soc in socs]
    known = sorted((pair for pair in found if len(pair[1]) > 1), key=lambda pair: -_rate(pair[1]))
    lines = [
        f"- **{capital(facts.occupation(soc).plural)}:** {money(rows[0].median or 0)} in {rows[0].year}, "
        f"{money(rows[-1].median or 0)} in {rows[-1].year}: {_rise(rows)}"
        for soc, rows in known
    ]
    missing = [facts.occupation(soc).plural for soc, rows in found if len(rows) < 2]
    context = {"occupation": socs[-1], "place": None, "year": None, "compared": list(socs)}
    if not known:
        values = {"plural": listing(missing)}
        return Reply("utter_salary_trend_unknown", values, [facts.occupation(soc) for soc in socs], context=context)
    values = {
        "first": facts.occupation(known[0][0]).plural,
        "lines": "\n".join(lines),
        "notes": f"I have no figures over the years for {listing(missing)}. " if missing else "",
    }
    return Reply("utter_salary_trend_several", values, [rows[-1] for _, rows in known], context=context)


def _years(soc: str, question: Question, facts: FactBase) -> List[Pay]:
    """National pay over the years there are, or between the two that are named."""
    rows = [row for row in facts.pay_years(soc) if row.median is not None]
    between = [row for row in rows if min(question.years, default=0) <= row.year <= max(question.years, default=0)]
    return between if len(between) > 1 else rows


def _rate(rows: Sequence[Pay]) -> float:
    return 100 * ((rows[-1].median or 0) / (rows[0].median or 1) - 1)


def _rise(rows: Sequence[Pay]) -> str:
    """ "$9,840, or 27%"."""
    more = (rows[-1].median or 0) - (rows[0].median or 0)
    return f"{'-' if more < 0 else ''}{money(abs(more))}, or {percent(round(_rate(rows)))}"


def _with_median(row: Optional[Pay]) -> Optional[Pay]:
    return row if row is not None and row.median is not None else None
