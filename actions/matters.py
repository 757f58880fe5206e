"""What people compare by and no source counts: hours, lifting, the cost of living. Never pay silently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Dict, List, Optional, Sequence

from actions.criteria import plain
from careerbot.catalog import catalog


@dataclass(frozen=True)
class Matter:
    """Something that is asked for and that no figure is known of.

    Attributes:
        name: what it is called in "I have no figures on ...".
        words: the words for it.
        intent: the question that has something to say of it about medical assistants; None if there is none.
    """

    name: str
    words: str = ""
    intent: Optional[str] = None

    def buttons(self) -> List[Dict[str, str]]:
        """The question that has something to say of it."""
        return [catalog()[self.intent].button()] if self.intent else []


_MATTERS: Sequence[Matter] = (
    Matter(
        "working hours",
        r"(?<!an )(?<!per )hours|shifts?|schedules?|weekends?|nights?|overtime|time off|days off|part time|flexib\w*",
        "fit_hours",
    ),
    Matter(
        "how hard it is on the body",
        r"lift\w*|stand(?:ing)?(?: up)?|on (?:your|my|their|the) feet|physical\w*|walking|sitting|sit down|heavy",
        "fit_stress",
    ),
    Matter("the cost of living", r"(?:costs?|prices?) (?:of |to )?(?:living|live)|living costs?|rents?|housing"),
    Matter(
        "stress",
        r"stress\w*|burn(?:ed|t)? ?out|calm\w*|chill\w*|relax\w*|laid back|hectic|bus(?:y|ier|iest)",
        "fit_stress",
    ),
    Matter(
        "how messy the work is",
        r"gross(?:er|est)?(?! (?:pay|income|salary|wages?|earn\w*|annual\w*|a year))|yuck\w*|disgust\w*"
        r"|nast(?:y|ier|iest)|dirt(?:y|ier|iest)|mess\w*|poop|vomit|bodily",
        "fit_stress",
    ),
    Matter("benefits", r"benefits?|health insurance|vacations?|pto|401k|perks?|sick days", "fit_benefits"),
    Matter("working from home", r"(?:from|at) home|remote\w*", "fit_remote"),
    Matter(
        "how happy people are in it",
        r"happ(?:y|ier|iest)|satisf\w*|enjoy\w*|rewarding|fulfill\w*|fun(?:ner|nest)?|boring",
    ),
    Matter("respect", r"respect\w*|prestig\w*|looked up to|status"),
    Matter("safety", r"safe(?:r|st)?|safety|danger\w*|risk\w*|injur\w*"),
    Matter("taxes", r"tax(?:es)?"),
)
_OTHER = Matter("that")

# "Which one has ...", up to where the things are named; what these words leave is a matter nobody thought of.
_WHICH = re.compile(
    r"\b(?:which|who|what)\b(?:'?s)?(?: \w+){0,4}?"
    r" (?:has|have|had|is|are|gets?|gives?|offers?|needs?|requires?|involves?) (.*)"
)
_THINGS = re.compile(r"[,;:?!.]|\b(?:or|between|out|among|for|in|at|of|than|if|to|and|with|when|as|by)\b")
_NO_MATTER = re.compile(
    r"the|an?|more|most|less|least|better|best|good|great|top|high\w*|low\w*|worse|worst|bad|ones?|it|that|this|these"
    r"|those|them|they|two|three|four|both|all|first|second|number|really|overall|right|now|then|jobs?|careers?|roles?"
    r"|option|choice|path|fields?|deal|bet|way|places?|states?|city|cities|health|healthcare|medical|care|cert\w*"
    r"|credentials?|exams?|tests?|which|what|you|me|my|your|just|actually|same|there|here|generally|usually|typically"
    r"|honestly|so|still|also|going|being|considered|bigg\w+|answer|winner|difference"
)
_LONGEST = 5


def missing_matter(text: str) -> Optional[Matter]:
    """What a message asks about that no source counts: hours, lifting, the cost of living; None if it names none."""
    folded = plain(text)
    return next((matter for matter in _MATTERS if re.search(rf"\b(?:{matter.words})\b", folded)), None)


def other_matter(text: str, is_name: Callable[[str], bool]) -> Optional[Matter]:
    """As ``missing_matter`` for a "which one is ..." by words that stand in no list.

    Args:
        text: the message; it names no criterion.
        is_name: whether a word names one of the things.
    """
    match = _WHICH.search(plain(text))
    if match is None:
        return None
    asked = re.findall(r"[a-z']+", _THINGS.split(match[1])[0])
    strange = [word for word in asked if not _NO_MATTER.fullmatch(word) and not is_name(word)]
    return _OTHER if strange and len(asked) <= _LONGEST else None
