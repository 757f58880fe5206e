"""What a pay question is about, and how a row of pay reads in an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple

from actions.question import Question
from careerbot.facts.queries import MEDICAL_ASSISTANT, NATION, FactBase, Place
from careerbot.facts.schema import Occupation, Pay
from careerbot.wording import capital, date_words, money, number, wage


@dataclass(frozen=True)
class Subject:
    """An occupation in a place in a year: what a pay question is about."""

    soc: str
    occupation: Occupation
    place: Place
    year: Optional[int]

    @property
    def context(self) -> Dict[str, Optional[str]]:
        """The slots that let the next message leave these out."""
        return {"occupation": self.soc, "place": self.place.code, "year": str(self.year) if self.year else None}


def subjects(question: Question, facts: FactBase) -> List[Subject]:
    """Every occupation of the question in every place of it; medical assistants in the nation if none is named."""
    socs = question.names.get("occupation") or (MEDICAL_ASSISTANT,)
    places = question.names.get("place") or (NATION,)
    return [Subject(soc, facts.occupation(soc), facts.place(code), question.year) for soc in socs for code in places]


def pay_values(subject: Subject, row: Pay) -> Dict[str, str]:
    """Text for the placeholders that the pay responses share; a wage that is not known is empty."""
    wages = {name: getattr(row, name) for name in ("median", "p10", "p25", "p75", "p90")}
    return {
        **{name: money(amount) if amount else "" for name, amount in wages.items()},
        "hourly": f" (about {wage(row.hourly_median)} an hour)" if row.hourly_median else "",
        "jobs": number(row.employment) if row.employment else "",
        "plural": subject.occupation.plural,
        "Plural": capital(subject.occupation.plural),
        "place": subject.place.name,
        "period": date_words(row.as_of),
    }


def place_buttons(places: List[Place]) -> Tuple[Mapping[str, str], ...]:
    """A quick reply for the pay in each place."""
    return tuple({"title": place.name, "payload": f'/salary_median{{"place": "{place.name}"}}'} for place in places)
