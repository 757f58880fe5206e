"""What a "which is best" asks for, read from the words of the message: by what to rank, from which end, how many.

The rows below are the whole of it: a person's words on the right, what they ask for on the left. The criterion whose
words come first in the message counts ("pays most without much school" asks for pay), the same for the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Mapping, Optional, Sequence, Tuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from careerbot.facts.schema import Schooling

USUAL_NUMBER = 5
MOST_NUMBER = 10


@dataclass(frozen=True)
class Wish:
    """What to rank by.

    Attributes:
        criterion: a key of ``ROLES`` or ``CREDENTIALS``; None if the message names none.
        reverse: from the other end: the lowest pay, the hardest exam.
        only: whether nothing else is asked: no second criterion, and a word like "more" or "cheapest" with it.
        rising: whether the order itself is asked for, "from lowest to highest" (True) or the other way; None if not.
    """

    criterion: Optional[str] = None
    reverse: bool = False
    only: bool = False
    rising: Optional[bool] = None

    def by(self, criterion: str) -> Wish:
        """The same by a criterion that the message leaves out."""
        reverse = self.reverse if self.rising is None else self.rising != (criterion in _GOOD_IS_LOW)
        return Wish(criterion, reverse, self.only, self.rising)


@dataclass(frozen=True)
class Words:
    """Patterns for one criterion.

    Attributes:
        named: words that name it.
        good: words for its good end.
        other: words for the other end.
        sure: words without which ``named`` may mean something else ("is it easier?"); None if it never does.
    """

    named: str
    good: str
    other: str
    sure: Optional[str] = None


# "easiest to get hired" asks for openings, "fastest growing" for growth, "longest hours" for neither.
_SCHOOLING = (
    r"get(?:ting)? in(?:to)?\b|get started|qualif\w*|school\w*|train\w*|educat\w*|college|stud(?:y|ies|ying)"
    r"|degrees?|diplomas?|courses?|entry|requirements?"
)
_NOT_ENTRY = r"(?! (?:\w+ ){0,4}(?:grow|expand|hire|find|land|employ|hours|shift|pay))"
_MUCH = r"most|more|best|better|high\w*|top|max\w*|biggest|bigger|greatest|good|lots?"
_LITTLE = r"least|less|low(?:er|est)?|few\w*|small\w*|worst|worse|bad\w*|poor\w*|bottom"

ROLES: Mapping[str, Words] = {
    "pay": Words(
        r"pays?|paid|paying|paychecks?|earn\w*|salar\w*|wages?|money\w*|make|makes|making|income\w*|bank|rich(?:er|est)?"
        r"|lucrative|cash|compensat\w*|bucks|dollars?",
        _MUCH,
        rf"{_LITTLE}|underpaid",
    ),
    "growth": Words(
        r"grow\w*|expand\w*|expansion|outlook|future|boom\w*|shrink\w*|declin\w*|dying|disappear\w*|going away",
        rf"{_MUCH}|fast\w*|quick\w*|grow\w*",
        rf"{_LITTLE}|slow(?:er|est)?|shrink\w*|declin\w*|dying|disappear\w*|going away",
    ),
    "openings": Words(
        r"openings?|vacanc\w*|hir(?:e|es|ed|ing)|positions|demand|most needed|needed most|shortages?|jobs? market"
        r"|(?:most|more|fewest) jobs|available|(?:find|get|land) (?:a |any )?(?:work|jobs?)|employs?",
        rf"{_MUCH}|eas\w*|fast\w*|quick\w*",
        rf"{_LITTLE}|hard\w*|difficult\w*|tough\w*|scarce\w*",
    ),
    "entry": Words(
        r"(?<!grow )(?<!grows )(?<!growing )(?:eas(?:y|ier|iest)|simpl(?:e|er|est)|(?:quick|fast|short)(?:er|est)?"
        rf"|long(?:er|est)|hard(?:er|est)|difficult|tough(?:er|est)){_NOT_ENTRY}|{_SCHOOLING}",
        r"eas\w*|simpl\w*|quick\w*|fast\w*|short\w*|least|less|low(?:er|est)?|few\w*|little|no|without",
        r"hard\w*|difficult\w*|tough\w*|long\w*|most|more|high\w*|strict\w*",
        sure=rf"{_SCHOOLING}|(?:quick|fast|short)(?:er|est)|long(?:er|est)",
    ),
}

CREDENTIALS: Mapping[str, Words] = {
    "fee": Words(
        r"cheap\w*|cost\w*|pric\w*|fees?|expensive|afford\w*|bucks|dollars?|money|budget|wallet",
        rf"cheap\w*|afford\w*|{_LITTLE}|save",
        r"expensive|priciest|pricier|pricey|most|more|high\w*",
    ),
    "pass_rate": Words(
        r"(?:eas(?:y|ier|iest)|simpl(?:e|er|est)|hard(?:er|est)?|difficult|tough(?:er|est)?)"
        r"(?! (?:\w+ ){0,3}(?:get in|qualif|eligib|requir|renew|keep|maintain|afford|sign))"
        r"|pass\w*|fail\w*|flunk\w*",
        r"eas\w*|simpl\w*|most|best|high\w*|good",
        r"hard\w*|difficult\w*|tough\w*|low(?:er|est)?|least|fewest|fail\w*|flunk\w*|worst",
    ),
    "entry": Words(
        r"get(?:ting)? in(?:to)?\b|qualif\w*|eligib\w*|requir\w*|prerequisites?|experience\w*|on the job|trained"
        r"|sign up|without (?:\w+ ){0,2}school|(?:no|need|needs) (?:\w+ )?school|sit for|accepts?"
        r"|(?:fast|quick|soon)\w* (?:\w+ ){0,2}(?:get|earn|have)",
        r"eas\w*|least|less|few\w*|low(?:er|est)?|fast\w*|quick\w*|soon\w*|no|without|accepts?",
        r"hard\w*|difficult\w*|tough\w*|strict\w*|most|more|long\w*",
    ),
    "minutes": Words(
        r"short(?:er|est)?(?! (?:\w+ ){0,2}(?:valid|good|last))|quick\w*|fast\w*|hours?|minutes?|time"
        r"|(?<!lasts )(?<!last )(?<!valid )long(?:er|est)?(?! (?:\w+ ){0,2}(?:valid|good|last|before))",
        r"short\w*|quick\w*|fast\w*|least|less|few\w*",
        r"long\w*|most|more|slow(?:er|est)?",
    ),
    "questions": Words(r"(?:few\w*|least|less|most|more|number of|how many|many|amount of) questions", _LITTLE, _MUCH),
    "validity": Words(
        r"lasts?|lasting|valid\w*|renew\w*|recertif\w*|expir\w*|runs? out|good (?:for )?(?:the )?long\w*|good for",
        r"long\w*|lasts?|least|rare\w*|most|best|fewest|never|later?|latest",
        r"short\w*|soon\w*|quick\w*|first|often|fast\w*",
    ),
    "upkeep": Words(
        r"continuing|ceus?|ce credits|credits?|points|keep\w*|maintain\w*|upkeep|stay certified",
        rf"eas\w*|{_LITTLE}|cheap\w*",
        r"hard\w*|most|more|difficult\w*|tough\w*",
    ),
}

_LOWEST = re.compile(rf"\b(?:{_LITTLE}|stingi\w*|underpaid|peanuts)\b")
_HIGHEST = re.compile(rf"\b(?:{_MUCH})\b")

_ONE_TO_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_ONE_TO_TEN, start=1)}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(_NUMBERS)})"
_COUNTED = re.compile(
    rf"\b(?:top|best|bottom|lowest|highest|worst|first|last)\W+(?:the )?{_NUMBER}\b(?! year)"
    rf"|\b{_NUMBER} (?:\w+[- ]){{0,2}}?(?:best|worst|top|lowest|highest|cheapest|fastest|easiest)\b"
    rf"|\b{_NUMBER} (?:states|cities|places|metros?|metro areas|towns|jobs|careers|workplaces|settings)\b"
)

_FIELDS: Mapping[str, str] = {
    "phlebotomy": r"phleb\w*|blood",
    "billing and coding": r"billing|coding|coders?|billers?",
    "office work": r"office|front desk|administrative|admin|clerical|receptionists?|records",
    "eye care": r"eyes?|ophthalm\w*|optic\w*",
}

_NO_DEGREE = (
    r"(?:without (?:\w+ ){0,3}|no |(?:do|does|don|doesn)(?:'?t| not) (?:\w+ ){0,2}(?:need|require|want|have) (?:\w+ )?)"
)
_LIMITS: Sequence[Tuple[Schooling, str]] = (
    (
        "high school",
        rf"{_NO_DEGREE}(?:school|schooling|college|training|education)\b(?! degree)"
        r"|(?:only|just) (?:\w+ )?(?:high school|ged)",
    ),
    (
        "associate degree",
        rf"{_NO_DEGREE}bachelor'?s?(?: degree)?\b|(?:an? )?(?:associate'?s?|two[- ]year|2[- ]year)(?: degree)?\b",
    ),
    (
        "certificate",
        rf"{_NO_DEGREE}(?:college )?degree\b|(?:only|just|with) (?:an? )?(?:\w+ )?(?:certificate|diploma)\b",
    ),
)

# Slips in the words that decide most; others the patterns forgive or do without.
_OFTEN = (
    *("cheapest", "cheaper", "easiest", "easier", "highest", "lowest", "fastest", "slowest", "shortest", "longest"),
    *("hardest", "expensive", "difficult", "openings", "salary", "growing", "paying", "schooling", "experience"),
    *("questions", "degree", "without", "certificate"),
)
_MENDED_FROM = 5

# "More short" is "shorter".
_DEGREE = re.compile(
    r"\b(?:more|most) (?=(?:short|easy|fast|quick|simple|cheap|high|low|hard|long|difficult|tough|expensive|slow)\w*\b)"
)
_UPWARD = re.compile(rf"\b(?:{_LITTLE}|bottom) (?:paid |paying )?to (?:the )?(?:{_MUCH})\b|\bascending\b")
_DOWNWARD = re.compile(rf"\b(?:{_MUCH}) (?:paid |paying )?to (?:the )?(?:{_LITTLE}|bottom)\b|\bdescending\b")
# Where the first place has the lowest figure, so that "from lowest to highest" begins with it.
_GOOD_IS_LOW = ("entry", "fee", "minutes", "questions", "upkeep")
# Little school as a wish beside another: "better paid but short study".
_SHORT = re.compile(
    r"\b(?:short|quick|brief|fast|little"
    r"|(?:not|without|no|don'?t want) (?:too |so |a )?(?:much|long|lot of|lots of|years of))"
    rf" (?:of )?(?:{_SCHOOLING}|programs?|time in school)"
)


def role_wish(text: str) -> Wish:
    """By what to rank jobs: ``pay``, ``growth``, ``openings`` or ``entry`` (how little schooling they need)."""
    return _wish(_without_limits(plain(text)), ROLES)


def credential_wish(text: str) -> Wish:
    """By what to rank certifications: a key of ``CREDENTIALS``."""
    return _wish(plain(text), CREDENTIALS)


def wants_lowest(text: str) -> bool:
    """Whether the lower end is asked for where only one thing can be ranked: "worst paying states"."""
    low, high = _LOWEST.search(plain(text)), _HIGHEST.search(plain(text))
    return low is not None and (high is None or low.start() < high.start())


def how_many(text: str) -> Optional[int]:
    """The number of places asked for ("top three", "5 lowest"), at most ``MOST_NUMBER``; None if none is named."""
    match = _COUNTED.search(plain(text))
    if match is None:
        return None
    word = next(group for group in match.groups() if group)
    return max(1, min(MOST_NUMBER, _NUMBERS.get(word) or int(word)))


def field_of_work(text: str) -> Optional[str]:
    """The field of the certifications asked for, as ``Credential.field`` writes it; None if none is named."""
    return next((field for field, words in _FIELDS.items() if re.search(rf"\b(?:{words})\b", plain(text))), None)


def most_schooling(text: str) -> Optional[Schooling]:
    """The most schooling a person is ready for: "without a degree", "no bachelor's"; None if that is left open."""
    named = next((level for level, words in _LIMITS if re.search(rf"\b(?:{words})", plain(text))), None)
    if named is None and role_wish(text).criterion not in (None, "entry") and _SHORT.search(plain(text)):
        return "certificate"
    return named


def plain(text: str) -> str:
    """Small letters, one kind of apostrophe, slips in the deciding words mended: "Higest payng" -> "highest paying"."""
    folded = text.casefold().replace("’", "'").replace("-", " ")
    return _DEGREE.sub("", re.sub(r"[a-z]+", lambda match: _mended(match.group()), folded))


def _wish(text: str, table: Mapping[str, Words]) -> Wish:
    found = {key: match for key, words in table.items() if (match := re.search(rf"\b(?:{words.named})\b", text))}
    rising = True if _UPWARD.search(text) else False if _DOWNWARD.search(text) else None
    if not found:
        return Wish(only=rising is not None, rising=rising)
    criterion = min(found, key=lambda key: (found[key].start(), -found[key].end()))
    words = table[criterion]
    good, other = (re.search(rf"\b(?:{pattern})\b", text) for pattern in (words.good, words.other))
    reverse = other is not None and (good is None or other.start() < good.start())
    sure = words.sure is None or re.search(rf"\b(?:{words.sure})", text) is not None
    wish = Wish(criterion, reverse, rising=rising).by(criterion)
    return replace(wish, only=len(found) == 1 and (good or other) is not None and sure)


def _without_limits(text: str) -> str:
    for _, words in _LIMITS:
        text = re.sub(rf"\b(?:{words})", " ", text)
    return text


def _mended(word: str) -> str:
    if len(word) < _MENDED_FROM:
        return word
    near = process.extractOne(word, _OFTEN, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near and near[0][0] == word[0] else word
