"""Reads an unsure message again, together with the title of the question that was answered last.

"Do i at least get money for it" alone may be about anything; "... for it (Externship and hands-on practice)" is not.
What follows from both readings, ``actions/expected.py`` says. A message that turns out to ask something else than its
words alone goes to ``action_not_understood``, which answers that.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Tuple

from actions.aspects import as_meant, asks_if_good, in_full
from actions.expected import IN_CONTEXT, expected, may_lean, question_before
from actions.memory import name_of
from actions.turns import Turn, turns
from careerbot.catalog import catalog
from careerbot.facts.queries import fact_base
from careerbot.second_reading import Events, Parsed

_NOT_UNDERSTOOD = "nlu_fallback"

# Words that lean on what was said before ...
_LEANS = re.compile(
    r"\b(?:it|its|it's|this|that|thats|that's|these|those|they|them|their|theyre|there|she|he|her|his|hers|one|ones"
    r"|which|same|either|both|whole|all|first|second|other|another|more|else|extra|instead|still|even|too|then|tho|though)\b"
    r"|^(?:and|so|but|or|no|nah|not|ok|okay|ya|yeah|oh|ohh|oops|ouch|dang|wait|hmm|got|wow|sick|nice|cool|aight)\b",
    re.IGNORECASE,
)
# ... and one that is a question of its own.
_WHOLE = re.compile(r"\b(?:medical assist\w*|mas?)\b", re.IGNORECASE)


class WithTheQuestionBefore:
    """The ``careerbot.second_reading.Reader`` of this assistant."""

    def doubts(self, first: Parsed) -> bool:
        """See ``Reader``."""
        return may_lean(first) or asks_if_good(first.get("text") or "")

    def in_other_words(self, first: Parsed, events: Events) -> Optional[str]:
        """The message with the last question's title, if it leans; None where nothing was asked, and inside a form."""
        text = first.get("text") or ""
        if not _LEANS.search(text) or _WHOLE.search(text) or asks_if_good(text):
            return None
        before, in_form = _conversation(events)
        last = question_before(before)
        if last is None or in_form:
            return None
        return f"{text} ({catalog()[last].title})"

    def settle(self, first: Parsed, second: Optional[Parsed], events: Events) -> Dict[str, Any]:
        """The first reading, with the second one's scores; not understood if it means another question after all."""
        read = {**first, IN_CONTEXT: second["intent_ranking"]} if second is not None else dict(first)
        before, in_form = _conversation(events)
        text = first.get("text") or ""
        if not in_form and asks_if_good(text) and in_full(text, before, fact_base()) is not None:
            return {**read, "intent": {**first["intent"], "name": _NOT_UNDERSTOOD}}
        if in_form or name_of(read) == _NOT_UNDERSTOOD or expected(read, before) is None:
            return read
        if as_meant(read, before, fact_base()) is not read:
            return read  # "how much is it": its own action knows what "it" is
        return {**read, "intent": {**first["intent"], "name": _NOT_UNDERSTOOD}}


def _conversation(events: Events) -> Tuple[List[Turn], bool]:
    """The turns so far, and whether a form hears the next message."""
    *before, now = turns([*events, {"event": "user"}])
    return before, now.in_form
