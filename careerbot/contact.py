"""Where a person can be reached, if the operator of the assistant names one: the variable ``CAREERBOT_CONTACT``."""

from __future__ import annotations

import os
from typing import Optional

from careerbot.errors import SetupError

VARIABLE = "CAREERBOT_CONTACT"
LONGEST = 200
"""Characters: a name, an address, a telephone number and office hours fit; a notice does not."""

# What a channel could take for Markdown, HTML or a placeholder.
_MARKUP = set("<>[]{}*`|\\")


def contact() -> Optional[str]:
    """The contact as a person reads it, for example "Career center, careers@example.org, 555-0100"; None if not set.

    Raises:
        SetupError: it is too long or holds what would not be shown as it stands.
    """
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    if len(text) > LONGEST:
        raise SetupError(f"{VARIABLE} has {len(text)} characters, {LONGEST} at most")
    if not text.isprintable():
        raise SetupError(f"{VARIABLE} must be one line of plain text")
    if found := sorted(_MARKUP.intersection(text)):
        raise SetupError(f"{VARIABLE} must be plain text, without {' '.join(found)}")
    return text
