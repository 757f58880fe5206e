"""What a fact looks like: one model for each kind of row in ``facts/``.

The files are written by people, so a wrong row must be found before anyone is told it. Units are in the field
names or here: wages in US dollars before tax, ``p10`` to ``p90`` percentiles a year, ``employment`` in jobs.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List, Literal, Optional, Tuple, Union

from pydantic import Field, root_validator, validator

from careerbot.facts.requirement import Requirement
from careerbot.facts.row import Row, checked_date
from careerbot.facts.row import Sourced as Sourced  # for those who read facts of any kind

Unit = Literal[
    "months", "years", "weeks", "hours", "hours_per_week", "pounds", "usd", "percent", "count", "age", "year", "date"
]

Schooling = Literal[
    "high school", "short course", "certificate", "associate degree", "bachelor's degree", "master's degree"
]
"""The least schooling that is usual before a job, from little to much; a short course takes less than a year."""

_PERCENTILES = ("p10", "p25", "median", "p75", "p90")


class Source(Row):
    """A publication. ``undated`` means that ``as_of`` is when a copy was read."""

    publisher: str
    title: str
    url: Optional[str]
    as_of: str
    undated: bool = False

    _as_of = validator("as_of", pre=True, allow_reuse=True)(checked_date)

    @validator("url")
    def _web_address(cls, value: Optional[str]) -> Optional[str]:
        if value is not None and not re.fullmatch(r"https://[^\s)]+", value):
            raise ValueError("must begin with https:// and hold no blank or bracket")
        return value


class Figure(Sourced):
    """A number that answers mention by name, with its unit."""

    value: Union[Tuple[float, float], float, str]
    unit: Unit
    note: str

    @validator("value", pre=True)
    def _kind_of_value(cls, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, (int, float, str, list)):
            raise ValueError("must be a number, a [low, high] pair or a date")
        if isinstance(value, list):
            numbers = all(isinstance(part, (int, float)) and not isinstance(part, bool) for part in value)
            if len(value) != 2 or not numbers or value[0] >= value[1]:
                raise ValueError("must be [low, high] with low below high")
        return value

    @root_validator(skip_on_failure=True)
    def _value_fits_unit(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        if (values["unit"] == "date") != isinstance(values["value"], str):
            raise ValueError("value must be a date if the unit is date, and a number otherwise")
        if values["unit"] == "date":
            checked_date(values["value"])
        return values


class Occupation(Sourced):
    """A job, by its Standard Occupational Classification code (the row's key); ``schooling`` sums ``training`` up."""

    name: str
    plural: str
    aliases: List[str] = []
    work: Optional[str]
    training: Optional[str]
    schooling: Optional[Schooling]
    permission: Optional[str]


class State(Row):
    """A state, the District of Columbia or a territory of the USA."""

    code: str = Field(regex=r"^[A-Z]{2}$")
    name: str
    kind: Literal["state", "district", "territory"]


class Area(Row):
    """A metropolitan or non-metropolitan area as the Bureau of Labor Statistics draws it."""

    code: str = Field(regex=r"^\d{7}$")
    name: str
    state: str
    kind: Literal["metro", "nonmetro"]


class PlaceNames(Row):
    """What people call places beyond their official titles, by code; ``US`` is the nation."""

    aliases: Dict[str, List[str]] = {}
    never_alone: List[str] = []
    never_codes: List[str] = []


class OtherJobs(Row):
    """Jobs without figures that could be taken for one that has some: by name, what else people call them."""

    jobs: Dict[str, List[str]] = {}


class Setting(Row):
    """A kind of workplace, by its NAICS industry code (the row's key).

    ``shown`` marks the ones an overview compares: they do not overlap.
    """

    name: str
    aliases: List[str] = []
    shown: bool = False


class Pay(Sourced):
    """What an occupation was paid in May of ``year``. None where the publisher shows no figure."""

    soc: str = Field(regex=r"^\d\d-\d{4}$")
    year: int = Field(ge=2015, le=2040)
    employment: Optional[int] = Field(ge=0)
    mean: Optional[int]
    p10: Optional[int]
    p25: Optional[int]
    median: Optional[int]
    p75: Optional[int]
    p90: Optional[int]
    hourly_median: Optional[float]

    @validator(*_PERCENTILES)
    def _yearly_and_rising(cls, value: Optional[int], values: Dict[str, Any]) -> Optional[int]:
        if value is None:
            return None
        if not 5_000 <= value <= 500_000:
            raise ValueError(f"{value} is not a yearly wage in US dollars")
        lower = [(name, values[name]) for name in _PERCENTILES if values.get(name) is not None]
        for name, other in lower:
            if other > value:
                raise ValueError(f"percentiles out of order: {value} is below {name} {other}")
        return value


class StatePay(Pay):
    """Pay in one state; ``location_quotient`` 1.0 means as many jobs a head as in the nation."""

    state: str
    location_quotient: Optional[float]


class AreaPay(Pay):
    """Pay in one metropolitan or non-metropolitan area."""

    area: str
    location_quotient: Optional[float]


class SettingPay(Pay):
    """Pay in one industry, national."""

    naics: str


class Projection(Sourced):
    """Jobs expected by the Bureau of Labor Statistics; ``change`` and ``percent`` are over all the years, not a year.

    ``change`` is the publisher's own: what is left of two rounded numbers of jobs may differ from it.
    """

    soc: str = Field(regex=r"^\d\d-\d{4}$")
    base_year: int
    target_year: int
    jobs_base: Optional[int]
    jobs_target: Optional[int]
    change: Optional[int]
    percent: float
    openings: Optional[int]
    education: Optional[str]
    experience: Optional[str]
    training: Optional[str]


class StateRule(Sourced):
    """What a state's law or board says of medical assistants, in plain words."""

    state: str
    topic: Literal["license", "repealed", "scope", "training", "phlebotomy"]
    rule: str
    details: Optional[str]
    law: str
    board: str
    url: str


class Route(Sourced):
    """One way to be allowed to sit an exam.

    ``who`` completes "You may apply if you ..."; ``requires`` says the same to a machine, any one of it is enough.
    A route without it is told to people and not judged.
    """

    basis: Literal["training", "apprenticeship", "work", "military", "teaching", "renewal"]
    who: str
    requires: List[Requirement] = []

    @validator("requires")
    def _no_yes_on_weak_ground(cls, value: List[Requirement], values: Dict[str, Any]) -> List[Requirement]:
        if values.get("confidence") == "C" and any(requirement.unsure is None for requirement in value):
            raise ValueError("with confidence C each must say why it is unsure")
        return value


class Fee(Sourced):
    """A price in US dollars; ``who`` says for whom, None for everyone."""

    usd: int = Field(gt=0)
    who: Optional[str]
    includes: Optional[str]


class Exam(Sourced):
    """How an exam is built; ``places`` says where it can be taken."""

    questions: int = Field(gt=0)
    scored: Optional[int]
    minutes: int = Field(gt=0)
    places: Optional[str]
    note: Optional[str]

    @root_validator(skip_on_failure=True)
    def _scored_fit(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        if values["scored"] is not None and values["scored"] > values["questions"]:
            raise ValueError("scored is more than questions")
        return values


class Topic(Row):
    """A part of an exam, with its number of questions or its percentage where known."""

    name: str
    questions: Optional[int]
    percent: Optional[float] = Field(gt=0, le=100)


class Passing(Sourced):
    """The score that passes; ``disputed`` lists other values seen on pages that contradict it."""

    score: int
    scale: Optional[Tuple[int, int]]
    kind: Literal["scaled", "percent"]
    disputed: List[int] = []


class PassRate(Sourced):
    """The share of test takers who passed in ``year``."""

    year: int
    percent: float = Field(gt=0, le=100)
    takers: Optional[int]


class Retake(Sourced):
    """How often and after what wait an exam may be repeated."""

    attempts: Optional[int]
    attempts_per: Optional[str]
    waits: List[str] = []
    after: Optional[str]


class Renewal(Sourced):
    """How long a credential lasts and what keeps it."""

    months: int
    credits: Optional[int]
    credit_name: Optional[str]
    how: Optional[str]
    fee: Optional[int]
    fee_note: Optional[str]
    late: Optional[str]


class Credential(Sourced):
    """A certification a medical assistant may earn; blocks that are not known are left out."""

    label: str
    name: str
    issuer: str
    website: str
    phone: Optional[str]
    aliases: List[str] = []
    field: Literal["medical assisting", "phlebotomy", "office work", "billing and coding", "eye care"]
    ncca: bool
    summary: str
    routes: List[Route] = []
    fees: List[Fee] = []
    exam: Optional[Exam]
    topics: List[Topic] = []
    passing: Optional[Passing]
    pass_rates: List[PassRate] = []
    retake: Optional[Retake]
    renewal: Optional[Renewal]
    convictions: Optional[str]
    caution: Optional[str]
