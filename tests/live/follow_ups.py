"""Whether every kind of follow-up that the conversations have is also asked with nothing before it.

What leaves something out is answered from the conversation. Said first it must not be guessed at: the assistant asks
which one, or says that there is nothing yet. So every kind that stands somewhere in a conversation has a twin that
opens one. A kind is what is left out, however it is worded:

- a message that is only a follow-up (``context_...``, yes, no): its intent and the kinds of names in it;
- a question whose answer depends on a certification and that names none: its intent;
- a question with a pronoun for a job, a place or a year: that kind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Dict, Iterable, List, Set, Tuple

from actions.names import NAME_KINDS
from actions.pronouns import kinds_meant
from careerbot.catalog import catalog
from careerbot.facts.names import fold
from careerbot.facts.queries import FactBase
from careerbot.facts.queries import Kind as NameKind
from tests.live.conversations import Conversation, Turn

Kind = Tuple[str, ...]
"""What is left out; the first part says how, the others what is named or meant."""

_ONLY_FOLLOW_UPS = ("context_", "chitchat_affirm", "chitchat_deny")
# These need nothing before them: what they end or begin anew may be there or not.
_NO_FOLLOW_UPS = ("context_restart", "context_stop")
_LONGEST = 4  # words of a name
_YEAR = re.compile(r"(19|20)\d\d")
_CORRECTS = re.compile(r"\b(meant?|not)\b", re.IGNORECASE)


def without_twin(conversations: Iterable[Conversation], facts: FactBase) -> List[str]:
    """The kinds of follow-ups that no conversation opens with, a line each with an example."""
    later: Dict[Kind, str] = {}
    first: Set[Kind] = set()
    for conversation in conversations:
        for place, turn in enumerate(conversation.turns):
            kinds = kinds_of(turn, facts)
            if place == 0:
                first |= kinds if is_honest(turn) else set()
            else:
                for kind in kinds:
                    later.setdefault(kind, f"{turn.user!r} in {conversation}")
    return [f"{' '.join(kind)}: no conversation opens with one: {later[kind]}" for kind in sorted(set(later) - first)]


def is_honest(turn: Turn) -> bool:
    """Whether a turn says what the assistant asks back: the buttons to choose from, or that there are none."""
    return bool(turn.buttons) or turn.no_buttons or bool(turn.says_not)


def kinds_of(turn: Turn, facts: FactBase) -> Set[Kind]:
    """What a typed message leaves out; nothing of one that is whole, or of an answer to a form."""
    entry = catalog().get(turn.intent or "")
    if turn.user is None or entry is None:
        return set()
    if entry.intent in _NO_FOLLOW_UPS or not (entry.takes or entry.intent.startswith(_ONLY_FOLLOW_UPS)):
        return set()
    named = named_in(turn.user, facts)
    if entry.intent.startswith(_ONLY_FOLLOW_UPS):
        corrects = ("put right",) if _CORRECTS.search(turn.user) and named else ()
        return {(entry.intent, *named, *corrects)}
    kinds: Set[Kind] = set()
    if entry.takes == ("credential",) and "credential" not in named and not entry.intent.startswith("compare_"):
        kinds.add((entry.intent, "without", "credential"))
    meant = set(kinds_meant(turn.user)) & set(entry.takes) - set(named)
    return kinds | {("a pronoun for", kind) for kind in meant}


def named_in(text: str, facts: FactBase) -> Tuple[str, ...]:
    """The kinds of names in a message, in a fixed order, each once."""
    words = fold(text).split()
    grams = {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1)
    }
    found = [kind for kind in NAME_KINDS if any(_is_name(kind, gram, facts) for gram in grams)]
    return (*found, *(["year"] if _YEAR.search(text) else []))


@cache
def _is_name(kind: NameKind, words: str, facts: FactBase) -> bool:
    return facts.find(kind, words) is not None
