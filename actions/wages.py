"""Reads a wage as people type it ("$17/hr", "35k", "18 dollar and 50") and the unit pay is asked in ("per month?").

Nothing here raises; what cannot be told is None, and the answer then asks. ``actions/form_amounts.py`` reads the
numbers; here is what makes a number a wage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import inf
from typing import List, Literal, Mapping, Optional, Sequence, Tuple, get_args

from actions.form_amounts import Amount, amounts
from careerbot.wording import money, number, wage

Unit = Literal["hour", "day", "week", "two weeks", "month", "year"]

FULL_TIME = 40.0
"""Hours a week of full-time work: what the Bureau's yearly figures count (2,080 hours a year)."""

_WEEKS = 52
_DAYS = 260
_MONTHS = 12
_MOST_AN_HOUR = 150  # above it nobody means a wage an hour
_LEAST_A_YEAR = 10_000  # from here on a wage without a unit is a year's
_LEAST: Mapping[Unit, float] = {"hour": 1, "day": 10, "week": 20, "two weeks": 40, "month": 100, "year": 1000}

_EACH: Mapping[Unit, str] = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "two weeks": "every two weeks",
    "month": "a month",
    "year": "a year",
}

# A unit of pay is written as one word from here on, which is no unit of time to those who read numbers.
_TOKENS: Mapping[str, Unit] = {f"per{unit.replace(' ', '')}": unit for unit in get_args(Unit)}
_TOKEN = "|".join(_TOKENS)
_PER = r"(?:/ ?|\bp/|\b(?:per|(?<!after )(?<!once )an?|each|every|by the)\s+)"
_NO_RATE = r"(?! (?:ago|of|from now|experience|long|program\w*|later|in (?:school|college)))"
_RATES: Sequence[Tuple[str, str]] = (
    (r"\b401 ?\(?k\)?", " retirement "),
    (r"%", " percent "),
    (
        r"\b(?:bi[- ]?weekly|fort?nightly|(?:every|per|each) (?:two|2|other|second) (?:weeks?|wks?))\b",
        " pertwoweeks ",
    ),
    (rf"{_PER}(?:hours?|hrs?|hour|houer|h)\b|\bhourly\b|\b(?:la|por) hora\b|(?<=\d) ?p\.?/?h\.?(?![a-z])", " perhour "),
    (rf"{_PER}(?:days?)\b{_NO_RATE}|\bdaily\b", " perday "),
    (rf"{_PER}(?:weeks?|wks?)\b{_NO_RATE}|\bweekly\b", " perweek "),
    (rf"{_PER}(?:months?|mos?|mths?)\b{_NO_RATE}|\bmonthly\b", " permonth "),
    (
        rf"{_PER}(?:years?|yrs?)\b{_NO_RATE}|\b(?:yearly|annual(?:ly)?|annualized|per annum)\b",
        " peryear ",
    ),
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_CENTS: Mapping[str, str] = dict(
    zip(("ten", *_TENS.split("|")), (str(tens) for tens in range(10, 100, 10)), strict=True)
)
_WHOLE: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_TEENS.split("|"), start=10)},
    **{word: 10 * tens for tens, word in enumerate(_TENS.split("|"), start=2)},
    **{word: value for value, word in enumerate(_ONES.split("|"), start=1)},
}
_SPOKEN = re.compile(
    rf"\b({_TEENS}|(?:twenty|thirty|forty|fifty)(?:[- ](?:{_ONES}))?) ({'|'.join(_CENTS)})(?:[- ](five))?\b"
)
_NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_MONEY: Sequence[Tuple[str, str]] = (
    (rf"\$ ?({_NUMBER}(?: ?k\b| thousand)?)", r" \1 dollars "),
    (rf"({_NUMBER}) ?\$", r"\1 dollars "),
    (r"\b(?:dollars?|dollers?|dolars?|bucks?|usd)\b", " dollars "),
    (rf"({_NUMBER}) ?(k|grand|thousand|thou)\b(?! *dollars)", r"\1 thousand dollars "),
    (r"\b(thousand|hundred)\b(?! *(?:and|dollars|\w+ty|\d))", r"\1 dollars "),
    (r"([0-9]),([0-9]{2})\b(?!,)", r"\1.\2"),
    (
        r"\b([0-9]{1,3}) +dollars +(?:and +)?([0-9]{2})\b(?: *cents?\b)?(?! *(?:dollars|hours?|hrs?|per))",
        r"\1.\2 dollars",
    ),
    (rf"\b([0-9]{{1,3}}) +dollars +(?:and +)?([0-9]{{2}})(?= +(?:{_TOKEN})\b)", r"\1.\2 dollars"),
    (r"\b([0-9]{1,3}) +and +([0-9]{2}) *cents?\b", r"\1.\2 dollars"),
    (rf"\b([0-9]{{2}}) ([0-9]{{2}})(?= +(?:dollars|{_TOKEN})\b)", r"\1.\2"),
    # "17 hr", "$17 hour", but not "a 12 hour shift"
    (
        r"\b([0-9]{1,2}(?:\.[0-9]+)?) ?(?: dollars)? *(?:hr|hour|h)\b"
        r"(?! ?(?:shift|day|week|work|course|class|program|per))",
        r"\1 dollars perhour ",
    ),
    (r"\bdollars +(week|month|year|day)\b", r"dollars per\1 "),
    (r"\bdollars +(?:wk)\b", "dollars perweek "),
    (r"\bdollars +(?:yr)\b", "dollars peryear "),
    (r"\bdollars +(?:mo)\b", "dollars permonth "),
)
_HOURS = re.compile(
    r"\b([0-9]{1,2})(?:\.[0-9])? ?-?(?:hours?|hrs?|h)\b(?! ?(?:shift|day|perday))(?: *(?:perweek|week|wk)\b)?"
)
_WORKS = re.compile(r"\b(?:work\w*|part[- ]?time|full[- ]?time|only|just|for|at|if)\b")
_DAYS_A_WEEK = re.compile(r"\b(?:days?|times?|shifts?|hours?|hrs?) +perweek\b|\b[0-9]+ perday\b(?= *perweek)")
_BEHIND = re.compile(
    rf"^(?:dollars +)?(?:(?:about|or so|ish|plus|rn|now|right now|currently|flat|even) +)?({_TOKEN})\b"
)
_DOLLARS = re.compile(r"^dollars\b")
_NO_MONEY = re.compile(
    r"^(?:percent|cents|years?|yrs?|yo\b|old|hours?|hrs?|credits?|openings|jobs|miles|people|states)"
)
_MAKES = re.compile(
    r"\b(?:makes?|made|making|earn(?:s|ed|ing)?|gets?|getting|got|gives?|paid|pays?|paying|salary|wages?|rate|offered"
    rf"|offers?|offering|starts?|started|at|than|then|my|from|{_TOKEN})\b(?: (?:is|was|are|me|us|you|of|it|at|about"
    r"|around|like|only|just|currently|now|rn|roughly|almost|maybe|already|approx|approximately|right|exactly|to|a"
    r"|barely|bout|abt))*$"
)
_FILLERS = re.compile(r"(?:(?:so|like|about|around|maybe|probably|roughly|only|just|is|would|ish|or|then)\b ?)*")
_RATED = re.compile(r"^(?:low|high|good|bad|fair|ok|okay|normal|enough|decent|typical|average)\b")
# "only a couple bucks more" is a difference and no wage.
_MORE = re.compile(
    rf"^(?:dollars +)?(?:(?:{_TOKEN}) +)?(?:more|less|extra|higher|lower|raise)\b(?! (?:or|then|than (?:that|i)))"
)
_LEAST_BARE = 5  # dollars: a smaller number without a sign of money is something else
_OWN = re.compile(r"\b(?:i|im|ive|id|my|me|we|currently)\b")
_PUT_RIGHT = re.compile(
    r"\b(?:it'?s|it is|it was|meant|mean|actually|make that|make it|oops|sorry|no|not|wait)\b[^.?!\d]{0,12}"
    r"\$?\b(\d+(?:\.\d{1,2})?)\b(?!%| ?(?:hours|hrs|years|yrs|months|weeks))"
)
_GETTING = re.compile(
    r"\b(?:making|earning|getting|pulling|clearing|bringing|at|for|on)\b"
    r"(?: (?:about|around|like|roughly|only|just|in))*$"
)
_OF_A_STORY = 16  # words
_WISHED = re.compile(r"\b(?:can|could|would|will|should|might|if|want|need|id|expect|hope|heard|read|saw|until)\b")
_OTHERS = re.compile(
    r"\b(?:they|them|he|she|his|her|mas?|medical|nurses?|people|techs?|mom|dad|sister|brother|friend|cousin|husband|wife|son"
    r"|daughter|\w+s (?:make|earn|get))\b"
)
_SAYS = re.compile(
    r"\b(?:says?|said|told|tells?|claims?|heard|read|saw|sites?|websites?|articles?|tiktok|reddit|google|indeed|glassdoor|tru|true)\b"
)
_ASKED = re.compile(
    r"\b(?:you|u|it|jobs?|cost\w*|tuition|school|programs?|class|fees?|loans?|debt|rent|bonus|is|are|do|does|did|whats?|how"
    r"|which|who|why|if|can|could|would|should|will|want|need)\b"
)
_YEARS = range(1980, 2051)


@dataclass(frozen=True)
class Wage:
    """What somebody is paid.

    Attributes:
        amount: in dollars for one ``unit``.
        unit: hour, day, week, two weeks, month or year.
        hours: hours of work a week.
    """

    amount: float
    unit: Unit
    hours: float = FULL_TIME

    @property
    def a_year(self) -> float:
        """Dollars a year."""
        return self.amount * units_a_year(self.unit, self.hours)

    @property
    def full_time(self) -> float:
        """Dollars a year if it were full time: what can be set beside published pay."""
        return self.a_year * FULL_TIME / self.hours

    @property
    def words(self) -> str:
        """ "$17.50 an hour"."""
        return f"{_dollars(self.amount, exact=True)} {_EACH[self.unit]}"


@dataclass(frozen=True)
class Measure:
    """How an answer gives pay: the unit that is asked for, None for a year's; the hours of work a week."""

    unit: Optional[Unit] = None
    hours: float = FULL_TIME

    @classmethod
    def of(cls, text: str) -> Measure:
        """What a message asks for; hours without a unit ask for a year of them."""
        hours = hours_a_week(text) or FULL_TIME
        unit = unit_asked(text)
        if unit in (None, "year"):
            unit = None if hours == FULL_TIME else "year"
        return cls(unit, hours)

    def bare(self, a_year: float) -> str:
        """Pay of so much a year, full time, without its unit: "$3,808"."""
        return self.words(a_year).split(" ")[0]

    def words(self, a_year: float) -> str:
        """The same with its unit: "$3,808 a month"."""
        return yearly_as(a_year, self.unit or "year", self.hours)

    @property
    def each(self) -> str:
        """ "a month"."""
        return _EACH[self.unit or "year"]

    @property
    def how(self) -> str:
        """How the figure comes about: "12 months a year"."""
        return how_counted(self.unit or "year", self.hours)


def units_a_year(unit: Unit, hours: float = FULL_TIME) -> float:
    """How many hours, weeks, months are paid in a year."""
    return {
        "hour": hours * _WEEKS,
        "day": _DAYS,
        "week": _WEEKS,
        "two weeks": _WEEKS / 2,
        "month": _MONTHS,
        "year": 1,
    }[unit]


def yearly_as(a_year: float, unit: Unit, hours: float = FULL_TIME) -> str:
    """Full-time pay a year in another unit and for other hours, in words: "$3,808 a month"."""
    if unit == "hour":
        return f"{wage(a_year / units_a_year(unit))} {_EACH[unit]}"
    return f"{money(a_year * hours / FULL_TIME / units_a_year(unit))} {_EACH[unit]}"


def how_counted(unit: Unit, hours: float = FULL_TIME) -> str:
    """What turns full-time pay a year into a unit's."""
    if unit == "hour":
        return f"{number(units_a_year(unit))} hours a year"
    counted = {
        "day": f"{_DAYS} working days a year",
        "week": f"{_WEEKS} weeks a year",
        "two weeks": f"{_WEEKS} weeks a year",
        "month": f"{_MONTHS} months a year",
    }.get(unit, "")
    part_time = "" if hours == FULL_TIME else f"{number(hours)} hours a week in place of {number(FULL_TIME)}"
    return ", ".join(part for part in (part_time, counted) if part)


def difference(a_year: float, measure: Measure) -> str:
    """A difference of yearly pay in the unit asked, and an hour's with it: "$6,170 a year, or about $2.97 an hour"."""
    words = measure.words(a_year)
    return words if measure.unit == "hour" else f"{words}, or about {yearly_as(a_year, 'hour')}"


def read_wage(text: str) -> Optional[Wage]:
    """The wage that a message tells, the person's own before any other; None if there is none or its unit is open."""
    said = _normal(text)
    found = [(amount, wage_) for amount in amounts(said) if (wage_ := _as_wage(amount, said)) is not None]
    if not found:
        return None
    own = [pair for pair in found if _OWN.search(_clause_before(pair[0]))]
    return (own or found)[0][1]


def wages_in(text: str) -> List[Tuple[Wage, str, str]]:
    """Every wage in a message, with the words before and behind it, lower case and without apostrophes."""
    said = _normal(text)
    return [
        (found, amount.before, amount.behind)
        for amount in amounts(said)
        if (found := _as_wage(amount, said)) is not None
    ]


def has_amount(text: str) -> bool:
    """Whether a message tells an amount of money, if only without its unit."""
    return any(_is_money(amount) for amount in amounts(_normal(text)))


def tells_pay(text: str) -> bool:
    """Whether an amount in a message is certainly pay: with dollars or a unit behind it."""
    said = _normal(text)
    return read_wage(text) is not None and any(
        _is_money(amount) and (_BEHIND.match(amount.behind) or _DOLLARS.match(amount.behind))
        for amount in amounts(said)
    )


def own_wage(text: str) -> Optional[Wage]:
    """The wage a person says to be paid ("i drive a bus for 19.50 an hour"); none where it is wished or asked."""
    said = _normal(text)
    wages = [amount for amount in amounts(said) if _as_wage(amount, said) is not None]
    clauses = [_clause_before(amount) for amount in wages]
    own = any(_OWN.search(clause) and not _WISHED.search(clause) and not _OTHERS.search(clause) for clause in clauses)
    # "I've been in a warehouse for the last eleven years making about 19.50 an hour".
    stories = [_clause_before(amount, _OF_A_STORY) for amount in wages]
    own = own or any(_GETTING.search(story) and _OWN.search(story) and not _OTHERS.search(story) for story in stories)
    # "Preschool teacher here, on $41,000": nobody else is spoken of, nothing is asked.
    nobody_else = bool(clauses) and "?" not in text
    nobody_else = nobody_else and not any(words.search(said) for words in (_OTHERS, _ASKED, _SAYS))
    return read_wage(text) if (own or nobody_else) and tells_pay(text) else None


def put_right(wage: Wage, text: str) -> Wage:
    """The wage with the amount that a message has in its place: "my bad, its 19"; itself if there is none."""
    match = _PUT_RIGHT.search(text.casefold().replace("’", "'"))
    if match is None:
        return wage
    amount = float(match[1])
    if amount < 1000 <= wage.amount:
        amount *= 1000  # "no, 38" after "35k"
    return replace(wage, amount=amount) if wage.amount / 3 < amount < wage.amount * 3 else wage


def unit_asked(text: str) -> Optional[Unit]:
    """The unit that pay is asked in; None if the message names none, or several, or only that of an amount in it."""
    said = _DAYS_A_WEEK.sub(" ", _HOURS.sub(" ", _normal(text)))
    said = re.sub(rf"\b(?:[0-9.]+|thousand|hundred|{'|'.join(_WHOLE)})(?: +dollars)? +(?:{_TOKEN})\b", " ", said)
    asked = {_TOKENS[token] for token in re.findall(rf"\b({_TOKEN})\b", said)}
    return asked.pop() if len(asked) == 1 else None


def hours_a_week(text: str) -> Optional[float]:
    """The hours of work a week in a message: "if i work 30 hours a week"; None if it names none."""
    said = _normal(text)
    for match in _HOURS.finditer(said):
        by_week = re.search(r"(?:perweek|week|wk)$", match.group()) is not None
        if (by_week or _WORKS.search(said)) and 1 <= int(match[1]) <= 80:
            return float(match[1])
    return None


def _normal(text: str) -> str:
    said = text.casefold().replace("’", "'").replace("'", "")
    for pattern, words in _RATES:
        said = re.sub(pattern, words, said)
    said = _SPOKEN.sub(_spoken, said)
    for pattern, words in _MONEY:
        said = re.sub(pattern, words, said)
    return " ".join(said.split())


def _spoken(match: re.Match[str]) -> str:
    """ "seventeen fifty" -> "17.50"."""
    whole = sum(_WHOLE[word] for word in re.split("[- ]", match[1]))
    cents = int(_CENTS[match[2]]) + (5 if match[3] else 0)
    return f"{whole}.{cents:02d}"


def _as_wage(amount: Amount, said: str) -> Optional[Wage]:
    if not _is_money(amount):
        return None
    value = _one(amount)
    rate = _BEHIND.match(amount.behind)
    unit = _TOKENS[rate[1]] if rate else _by_size(value) or _elsewhere(amount)
    if unit == "year" and value < 500:
        value *= 1000  # "42 a year"
    if unit is None or value < _LEAST[unit] or (unit == "hour" and value > _MOST_AN_HOUR) or value > 1e7:
        return None
    return Wage(value, unit, hours_a_week(said) or FULL_TIME)


def _is_money(amount: Amount) -> bool:
    """Whether a number is an amount of money and no year, age, number of hours."""
    if amount.unit is not None:
        return False
    if _MORE.match(amount.behind):
        return False
    if _BEHIND.match(amount.behind) or _DOLLARS.match(amount.behind):
        return True
    value = _one(amount)
    if _NO_MONEY.match(amount.behind) or int(value) in _YEARS or value < _LEAST_BARE:
        return False
    in_cents = value != int(value) and value <= _MOST_AN_HOUR
    last = not amount.behind and value >= _LEAST_A_YEAR
    alone = _FILLERS.fullmatch(amount.before) and (_FILLERS.fullmatch(amount.behind) or _RATED.match(amount.behind))
    return in_cents or last or bool(alone) or _MAKES.search(amount.before) is not None


def _one(amount: Amount) -> float:
    """One figure of "16 to 18" (the middle), "more than 17", "under 17"."""
    low, high = amount.between
    if high == inf:
        return low
    return high if low == 0 else (low + high) / 2


def _by_size(value: float) -> Optional[Unit]:
    if value <= _MOST_AN_HOUR:
        return "hour"
    return "year" if value >= _LEAST_A_YEAR else None


def _elsewhere(amount: Amount) -> Optional[Unit]:
    """The unit that stands apart from the amount: "my monthly pay is 2400"."""
    units = {_TOKENS[token] for token in re.findall(rf"\b({_TOKEN})\b", f"{amount.before} {amount.behind}")}
    return units.pop() if len(units) == 1 else None


def _clause_before(amount: Amount, words: int = 5) -> str:
    return " ".join(amount.before.split(" ")[-words:])


def _dollars(value: float, exact: bool = False) -> str:
    return wage(value) if exact and round(value, 2) != round(value) else money(value)
