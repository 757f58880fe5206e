"""Live conversations as people write them, ``conversations/*.yml``::

- conversation: pay, then the same for a state
  turns:
  - user: how much do MAs make
    intent: salary_median
    says: ["$45,690", "May 2025", "Source:"]
    not: ["{"]                # optional: what must not be in the answer
    buttons: [Starting pay]   # optional: titles that must be there
  - user: and in Texas, and how long is school
    intent: several_questions
    answers:                  # instead of "says", where the number of messages matters: what each must say, in order
    - ["$39,520"]
    - [9 to 12 months]
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Tuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

FOLDER = Path(__file__).parent / "conversations"

# What the understanding says of a message that it is not sure of; not an intent of the catalog.
FALLBACK = "nlu_fallback"

_TURN_FIELDS = ("user", "intent", "says", "answers", "not", "buttons")


class ConversationsInvalid(ValueError):
    """Files that cannot be used; the text has every problem, ``file: message``, on a line of its own."""


@dataclass(frozen=True)
class Turn:
    """What the person types, and what must be true of the answer.

    Attributes:
        intent: what the message must be understood as.
        says: pieces of text that must all be in the answer.
        answers: the same for each message of the answer, in order; there must be so many.
        says_not: pieces of text that must not be in it.
        buttons: titles of buttons that must be offered.
    """

    user: str
    intent: str
    says: Tuple[str, ...]
    says_not: Tuple[str, ...] = ()
    buttons: Tuple[str, ...] = ()
    answers: Tuple[Tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Conversation:
    """Turns of one person in one session; ``name`` is unique among all files."""

    name: str
    file: str
    turns: Tuple[Turn, ...]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


def load_conversations(folder: Path = FOLDER) -> Tuple[Conversation, ...]:
    """Every conversation of every file, in the order of the files' names.

    Raises:
        ConversationsInvalid: there is none, or a file is not of the form above; lists every problem.
    """
    problems: List[str] = []
    found: Dict[str, Conversation] = {}
    for path in sorted(folder.glob("*.yml")):
        for item in _items(path, problems):
            conversation = _conversation(path.name, item, problems)
            first = found.setdefault(conversation.name, conversation)
            if first is not conversation:
                problems.append(f"{conversation}: the name is also one in {first.file}")
    if not found and not problems:
        problems.append(f"{folder.name}: there is no conversation")
    if problems:
        raise ConversationsInvalid("\n".join(problems))
    return tuple(found.values())


def _items(path: Path, problems: List[str]) -> List[Any]:
    try:
        content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        problems.append(f"{path.name}: not readable as YAML: {' '.join(str(error).split())}")
        return []
    if not isinstance(content, list):
        problems.append(f"{path.name}: must be a list of conversations")
        return []
    return content


def _conversation(file: str, item: Any, problems: List[str]) -> Conversation:
    fields = item if isinstance(item, dict) else {}
    name = fields.get("conversation")
    where = f"{file}: {name}"
    if not isinstance(name, str) or not name.strip() or set(fields) != {"conversation", "turns"}:
        problems.append(f"{where}: must have a conversation (its name) and turns, and nothing else")
    turns = fields.get("turns")
    if not isinstance(turns, list) or not turns:
        problems.append(f"{where}: turns must be a list")
        turns = []
    read = tuple(_turn(f"{where}, turn {place}", turn, problems) for place, turn in enumerate(turns, start=1))
    return Conversation(str(name), file, read)


def _turn(where: str, item: Any, problems: List[str]) -> Turn:
    fields = item if isinstance(item, dict) else {}
    strange = [str(name) for name in fields if name not in _TURN_FIELDS]
    if strange:
        problems.append(f"{where}: unknown fields {', '.join(strange)}")
    for name in ("user", "intent"):
        if not isinstance(fields.get(name), str):
            problems.append(f"{where}: {name} must be text (quote a number)")
    for name in ("says", "not", "buttons"):
        if not _are_texts(fields.get(name, [])):
            problems.append(f"{where}: {name} must be a list of texts")
    answers = fields.get("answers", [])
    if not isinstance(answers, list) or not all(one and _are_texts(one) for one in answers):
        problems.append(f"{where}: answers must be a list of lists of texts")
        answers = []
    if not fields.get("says") and not fields.get("answers"):
        problems.append(f"{where}: says must name at least one piece of the answer")
    return Turn(
        user=str(fields.get("user")),
        intent=str(fields.get("intent")),
        says=tuple(map(str, fields.get("says") or ())),
        says_not=tuple(map(str, fields.get("not") or ())),
        buttons=tuple(map(str, fields.get("buttons") or ())),
        answers=tuple(tuple(map(str, one)) for one in answers),
    )


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(piece, str) and piece.strip() for piece in value)
