"""The job that a start is chosen for: "which is better for becoming a nurse later, MA or CNA".

A goal is named behind a word for a way ("to become", "before", "for ... school") or before one for later. A job that is
only compared ("nurse or MA") is none.
"""

from __future__ import annotations

import re
from typing import Literal, Mapping, Optional

from actions.form_answers import plain

Goal = Literal["registered nurse", "licensed practical nurse", "physician assistant", "doctor"]
"""As the fact base calls the occupation; it has none for doctors."""

_GOALS: Mapping[Goal, str] = {
    "licensed practical nurse": r"lpns?|lvns?|(licensed )?(practical|vocational) nurs(e|es|ing)",
    "registered nurse": r"(registered )?nurs(e|es|ing)(?! (assist\w*|aides?|homes?))|rns?|bsn|adn",
    "physician assistant": r"pas?|physicians? (assistant|associate)s?",
    "doctor": r"doctors?|physicians?(?! (assist|assoc))|md|med(ical)?(?= school)",
}
_WAY = (
    r"(becom(e|ing)|(to|wanna|gonna) be|being|before|get(ting)? into|go(ing)? (in)?to|apply(ing)? (to|for)|towards?"
    r"|(step|stone|start|path|way|road|route|lead\w*|prepar\w*|prep|ladder|move up) (in|on)?(to|for|towards?))"
)
_BEHIND = r"(an? |my |the |your |going to |starting |doing )*"
_LATER = r"(later|someday|some day|one day|eventually|down the road|in the future|after that)"


def goal(text: str) -> Optional[Goal]:
    """The job that a start is looked for; None if none is."""
    said = plain(text)
    for name, words in _GOALS.items():
        job = rf"\b({words})\b"
        if re.search(rf"\b{_WAY} {_BEHIND}{job}|\bfor {_BEHIND}{job} school\b|{job} (school )?{_LATER}\b", said):
            return name
    return None
