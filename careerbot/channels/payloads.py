"""The payloads that the guard lets in although no answer has offered them: the one list of them.

A channel may show thumbs under any answer, so a rating must pass always. What a payload means is no business of the
guard; it is let in letter by letter or not at all.
"""

from __future__ import annotations

import re
from typing import Dict, Optional

from careerbot.feedback import REASONS

UP = "/feedback_up"
DOWN = "/feedback_down"

# As typed and as given out: JSON with and without a blank after the colon is the same.
_ALWAYS: Dict[str, str] = {
    UP: UP,
    DOWN: DOWN,
    **{
        f'{DOWN}{{"reason":{blank}"{reason}"}}': f'{DOWN}{{"reason": "{reason}"}}'
        for reason in REASONS
        for blank in ("", " ")
    },
}

# A sign that people send instead of words; Slack writes it out.
_SIGNS: Dict[str, str] = {"👍": UP, ":+1:": UP, ":thumbsup:": UP, "👎": DOWN, ":-1:": DOWN, ":thumbsdown:": DOWN}
_TONE = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]|:skin-tone-[2-6]:")


def because(reason: str) -> str:
    """The payload of a rating with its reason, a key of ``careerbot.feedback.REASONS``."""
    return _ALWAYS[f'{DOWN}{{"reason":"{reason}"}}']


def always_admitted(text: str) -> Optional[str]:
    """The payload that a text is, if that may always pass; None otherwise."""
    return _ALWAYS.get(text)


def stands_for(text: str) -> Optional[str]:
    """The payload that a text of nothing but equal signs stands for (a thumb, in any tone, once or more often)."""
    bare = _TONE.sub("", text).replace(" ", "")
    return next((payload for sign, payload in _SIGNS.items() if bare and not bare.replace(sign, "")), None)
