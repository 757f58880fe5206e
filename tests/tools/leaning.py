"""``python -m tests.tools.leaning``: messages after a question, read alone and read again with its title.

Each message of ``tests/leaning_test.yml`` has the title of the question before it in parentheses. It is understood by
the present model as ``actions/second_reading.py`` has it. The exit code is 1 if fewer than ``LEAST`` of those that stay
with the subject of that question are understood, or fewer than ``LEAST_ELSEWHERE`` of those that turn to another.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple

from rasa.core.agent import Agent

from actions.expected import expected
from actions.memory import name_of, topic
from actions.second_reading import WithTheQuestionBefore
from actions.turns import turns
from careerbot.catalog import catalog
from careerbot.model import train
from tests.data.files import LEANING, Example, examples
from tests.tools.understanding import quiet_log

LEAST, LEAST_ELSEWHERE = 0.65, 0.8
"""Of the messages that stay with the subject, and of the others, the part that must be understood."""

_WITH_TITLE = re.compile(r"(?P<message>.+) \((?P<title>[^()]+)\)")
_REFUSED = ("nlu_fallback", "out_of_scope")


@dataclass(frozen=True)
class Leaning:
    """A message after a question, and what it was understood as.

    Attributes:
        wanted: the intent that it asks.
        stays: whether that is on the topic of the question before.
        alone: the intent that its words alone have.
        together: the intent that it has after that question.
        doubted: whether it was read again.
    """

    wanted: str
    stays: bool
    alone: str
    together: str
    doubted: bool

    def right(self, found: str) -> bool:
        """Whether an intent is the wanted one; what is out of scope may also be not understood."""
        return found == self.wanted or (self.wanted.startswith("out_of_scope") and found.startswith(_REFUSED))


def parts(text: str) -> Tuple[str, str]:
    """The message and the title behind it; a text without one is all title."""
    found = _WITH_TITLE.fullmatch(text)
    return (found["message"], found["title"]) if found else ("", text)


async def understand(model: Path, written: Sequence[Example]) -> List[Leaning]:
    """Understand each message with the model, after the question whose title it has."""
    agent, by_title = Agent.load(str(model)), {entry.title: intent for intent, entry in catalog().items()}
    reader, found = WithTheQuestionBefore(), []
    for example in written:
        message, title = parts(example.plain)
        before = _event(title, {"name": by_title[title]})
        first = await agent.parse_message(message)
        words = reader.in_other_words(first, [before]) if reader.doubts(first) else None
        second = await agent.parse_message(words) if words else None
        read = reader.settle(first, second, [before]) if reader.doubts(first) else first
        meant = expected(read, turns([before])) or name_of(read)
        stays = topic(example.intent) == topic(by_title[title])
        found.append(Leaning(example.intent, stays, name_of(first), meant, words is not None))
    return found


def _event(text: str, intent: Dict[str, Any]) -> Dict[str, Any]:
    return {"event": "user", "text": text, "parse_data": {"text": text, "intent": intent, "entities": []}}


def share(messages: Sequence[Leaning], alone: bool = False) -> float:
    """The part that is understood rightly, by the words alone or after the question."""
    return sum(each.right(each.alone if alone else each.together) for each in messages) / len(messages)


def main(arguments: Sequence[str] = ()) -> int:
    """Report and judge."""
    argparse.ArgumentParser(prog="python -m tests.tools.leaning", description=__doc__).parse_args(arguments)
    quiet_log()
    messages = asyncio.run(understand(train(), examples(LEANING)))
    stay, turn = ([each for each in messages if each.stays is stays] for stays in (True, False))
    for title, some in (
        ("on the subject of the question before", stay),
        ("  read again", [each for each in stay if each.doubted]),
        ("on another subject", turn),
        ("  read again", [each for each in turn if each.doubted]),
    ):
        print(f"{title:40} {len(some):5}   alone {share(some, alone=True):.3f}   together {share(some):.3f}")
    missed = share(stay) < LEAST or share(turn) < LEAST_ELSEWHERE
    if missed:
        print(f"threshold missed: at least {LEAST} and {LEAST_ELSEWHERE}", file=sys.stderr)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
