"""Recognises the name of a job that the fact base does not have: "medical assistant or zookeeper".

Names of occupations are found by the fact base's list, so a job that is not on it is no name to the assistant. Here it
is one if it stands where a comparison puts a job and its last word ends as names of jobs do.
"""

from __future__ import annotations

import re
from typing import Collection, List, Tuple

from careerbot.facts.names import fold
from careerbot.facts.queries import FactBase

# What stands between two jobs, or where the part of the sentence that names one ends.
_BETWEEN = re.compile(
    r"[,;:/?!.&()]| - |\b(?:vs|versus|v|or|and|against|than|with|to|between|compared?|comparison|over|not|instead"
    r"|rather|which|who|what|how|whats|does|do|earns?|pays?|makes?|better|worse|easier|harder|less|more|job|career)\b"
)
_BEFORE = re.compile(
    r"^(?:(?:a|an|the|my|some|any|is|are|be|being|becoming|become|as|of|for|should|could|would|i|im|we|she|he|they|go|going"
    r"|into|work|working|difference|differences|torn|it|its|about|like|just|maybe|perhaps|real|normal|regular"
    r"|same|thing|ok|so|well|hi|hey|please)\s+)+"
)
_LONGEST = 3  # words of a job's name

_ENDS_LIKE_A_JOB = re.compile(
    r"\w{2,}(?:er|or|ist|ian|man|woman|ant)s?|\w*(?:cop|chef|cook|nurse|tech|aide|medic|clerk|guard|pilot|judge|vet)s?"
)
_NO_JOB = re.compile(
    r"(?:other|another|either|neither|whether|ever|never|over|under|after|later|together|further|remember|consider|prefer"
    r"|(?:long|short|high|low|bigg|small|cheap|fast|slow|quick|smart|saf|nic|happi)er|careers?|centers?|computer|numbers?"
    r"|paper|winter|summer|sister|brother|mother|father|daughter|power|offer|order|answer|matter|quarter|water|letters?"
    r"|chapter|semester|(?:septem|octo|novem|decem)ber|others?|color|major|minor|error|labor|wants?|important|relevant"
    r"|customers?|strangers?|members?|shoulder|wonder|restaurant|instant|constant|list|exist|assist|consist|man|woman|human|masters?)"
)

# "Complains about customers" names none.
_NEVER_INSIDE = frozenset(("about", "for", "my", "his", "her", "their", "your", "every"))


def unknown_jobs(text: str, named: Collection[str], facts: FactBase) -> Tuple[str, ...]:
    """Jobs that a comparison names and the fact base does not know, as typed in small letters.

    Args:
        text: the message.
        named: the occupations (SOC codes) that were recognised in it; a misspelt one among them is no unknown job.
        facts: knows the names.
    """
    parts = [_BEFORE.sub("", part.strip() + " ").strip() for part in _BETWEEN.split(text.casefold().replace("’", "'"))]
    known, strange = set(), []
    for part in filter(None, parts):
        found = _known_in(part, facts)
        if found:
            known.update(found)
        elif _is_job(part):
            strange.append(part)
    misspelt = len(set(named) - known)
    likest = sorted(strange, key=lambda name: not set(facts.nearest("occupation", name)) & set(named))
    return tuple(name for name in strange if name not in likest[:misspelt])


def _known_in(part: str, facts: FactBase) -> List[str]:
    """The occupations whose names stand in a part of the sentence."""
    words = fold(part).split()
    if len(words) > 2 * _LONGEST:
        return []
    grams = {" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
    return [soc for gram in sorted(grams) if (soc := facts.find("occupation", gram))]


def _is_job(part: str) -> bool:
    words = part.split()
    alone = len(words) == 1 and words[0].startswith(("assistant", "aide"))  # which one, it does not say
    return (
        0 < len(words) <= _LONGEST
        and not alone
        and _NEVER_INSIDE.isdisjoint(words)
        and not _NO_JOB.fullmatch(words[-1])
        and _ENDS_LIKE_A_JOB.fullmatch(words[-1]) is not None
    )
