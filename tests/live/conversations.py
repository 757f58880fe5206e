"""Live conversations as people have them, ``conversations/**/*.yml``, in folders by what they show::

- conversation: pay, then the same for a state
  turns:
  - user: how much do MAs make
    intent: salary_median     # optional: what the message must be understood as; left out for answers to a form
    says: ["$45,690", "May 2025", "Source:"]
    not: ["{"]                # optional: what must not be in the answer
    buttons: [Starting pay]   # optional: titles that must be there; or no_buttons: true
  - user: and in Texas, and how long is school
    intent: several_questions
    answers:                  # instead of "says", where the number of messages matters: what each must say, in order
    - ["$39,520"]
    - [9 to 12 months]
  - tap: Certificate or associate degree?    # instead of "user": a button of the answer before, by its title
    says: [job skills only]
  - user: MA or LPN, what pays more
    says: ["$64,400"]
    table: [Licensed practical nurses, "$64,400"]    # optional: cells of the answer's table
    picture: [licensed practical nurses $64,400]     # optional: pieces of a picture's words; or no_picture: true

Nothing here needs pytest, so that the same files can drive a load test: ``Turn.message`` and ``offered`` are all that a
driver needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

FOLDER = Path(__file__).parent / "conversations"

# What the understanding says of a message that it is not sure of; not an intent of the catalog.
FALLBACK = "nlu_fallback"

_TEXTS = ("says", "not", "buttons", "picture", "table")
_FLAGS = ("no_buttons", "no_picture")
_TURN_FIELDS = ("user", "tap", "intent", "answers", *_TEXTS, *_FLAGS)


class ConversationsInvalid(ValueError):
    """Files that cannot be used; the text has every problem, ``file: message``, on a line of its own."""


@dataclass(frozen=True)
class Turn:
    """What the person does, and what must be true of the answer.

    Attributes:
        user: what the person types; None if the person taps.
        tap: the title of the button that the person taps, one of the answer before.
        intent: what the message must be understood as; None where that does not matter.
        says: pieces of text that must all be in the answer.
        says_not: pieces of text that must not be in it.
        buttons: titles of buttons that must be offered.
        answers: the same as ``says`` for each message with text, in order; there must be so many.
        picture: pieces of the words for those who do not see the picture that must be there; empty for any or none.
        table: cells that must be in the answer's table.
        no_buttons: no button may be offered.
        no_picture: no picture may be shown.
    """

    user: Optional[str] = None
    tap: Optional[str] = None
    intent: Optional[str] = None
    says: Tuple[str, ...] = ()
    says_not: Tuple[str, ...] = ()
    buttons: Tuple[str, ...] = ()
    answers: Tuple[Tuple[str, ...], ...] = ()
    picture: Tuple[str, ...] = ()
    table: Tuple[str, ...] = ()
    no_buttons: bool = False
    no_picture: bool = False

    def message(self, buttons: Mapping[str, str]) -> Optional[str]:
        """What to send: the typed text, or what the tapped button sends; None if there is no such button.

        Args:
            buttons: ``offered`` of the answer before.
        """
        return self.user if self.tap is None else buttons.get(self.tap)


@dataclass(frozen=True)
class Conversation:
    """Turns of one person in one session; ``name`` is unique among all files, ``file`` is its path in the folder."""

    name: str
    file: str
    turns: Tuple[Turn, ...]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


def offered(answers: Iterable[Mapping[str, Any]]) -> Dict[str, str]:
    """The buttons of the messages of one answer, as REST gives them: what each sends, by its title."""
    return {button["title"]: button["payload"] for answer in answers for button in answer.get("buttons") or ()}


def load_conversations(folder: Path = FOLDER) -> Tuple[Conversation, ...]:
    """Every conversation of every file in the folder and the folders in it, in the order of the paths.

    Raises:
        ConversationsInvalid: there is none, or a file is not of the form above; lists every problem.
    """
    problems: List[str] = []
    found: Dict[str, Conversation] = {}
    for path in sorted(folder.rglob("*.yml")):
        file = path.relative_to(folder).as_posix()
        for item in _items(path, file, problems):
            conversation = _conversation(file, item, problems)
            first = found.setdefault(conversation.name, conversation)
            if first is not conversation:
                problems.append(f"{conversation}: the name is also one in {first.file}")
    if not found and not problems:
        problems.append(f"{folder.name}: there is no conversation")
    if problems:
        raise ConversationsInvalid("\n".join(problems))
    return tuple(found.values())


def _items(path: Path, file: str, problems: List[str]) -> List[Any]:
    try:
        content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        problems.append(f"{file}: not readable as YAML: {' '.join(str(error).split())}")
        return []
    if not isinstance(content, list):
        problems.append(f"{file}: must be a list of conversations")
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
    if read and read[0].tap is not None:
        problems.append(f"{where}, turn 1: there is no answer yet whose button could be tapped")
    return Conversation(str(name), file, read)


def _turn(where: str, item: Any, problems: List[str]) -> Turn:
    fields = item if isinstance(item, dict) else {}
    problems += [f"{where}: {problem}" for problem in _mistakes(fields)]
    return Turn(
        user=None if "user" not in fields else str(fields["user"]),
        tap=None if "tap" not in fields else str(fields["tap"]),
        intent=None if "intent" not in fields else str(fields["intent"]),
        says=_texts(fields.get("says")),
        says_not=_texts(fields.get("not")),
        buttons=_texts(fields.get("buttons")),
        answers=tuple(map(_texts, _list(fields.get("answers")))),
        picture=_texts(fields.get("picture")),
        table=_texts(fields.get("table")),
        **{name: name in fields for name in _FLAGS},
    )


def _mistakes(fields: Mapping[str, Any]) -> List[str]:
    """What is wrong with the fields of a turn."""
    found = []
    strange = [str(name) for name in fields if name not in _TURN_FIELDS]
    if strange:
        found.append(f"unknown fields {', '.join(strange)}")
    if ("user" in fields) == ("tap" in fields):
        found.append("must have a user (typed words) or a tap (the title of a button)")
    found += [
        f"{name} must be text (quote a number)"
        for name in ("user", "tap", "intent")
        if name in fields and not isinstance(fields[name], str)
    ]
    found += [f"{name} must be a list of texts" for name in _TEXTS if name in fields and not _are_texts(fields[name])]
    found += [f"{name} can only be true" for name in _FLAGS if name in fields and fields[name] is not True]
    both = [name for name in ("buttons", "picture") if {name, f"no_{name}"} <= {*fields}]
    found += [f"{name} and no_{name} exclude each other" for name in both]
    if "answers" in fields and not (fields["answers"] and all(map(_are_texts, _list(fields["answers"]) or [None]))):
        found.append("answers must be a list of lists of texts")
    if not fields.get("says") and not fields.get("answers"):
        found.append("says must name at least one piece of the answer")
    return found


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) and one.strip() for one in value)


def _list(value: Any) -> List[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> Tuple[str, ...]:
    return tuple(map(str, _list(value)))
