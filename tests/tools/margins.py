"""``python -m tests.tools.margins``: the messages of stories and live conversations that are understood only just.

A model is trained anew on every machine, and two processors do not round alike: what is decided by a hair here may be
decided the other way elsewhere, and a test of it fails there. Such a message needs more examples of its kind in
``data/nlu.yml``, or clearer words. Nothing fails here; this is for who changes examples, before others get them.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Sequence

from rasa.core.agent import Agent
from rasa.shared.nlu.training_data.entities_parser import replace_entities
from ruamel.yaml import YAML

from careerbot.channels.guard import admit
from careerbot.model import ROOT, train
from careerbot.nlu.several import SEVERAL
from tests.live.conversations import FALLBACK, load_conversations
from tests.tools.understanding import quiet_log

CLOSE = 0.05
"""A score moves by less than this from one machine to another."""


@dataclass(frozen=True)
class Message:
    """What a test says, what it must be understood as, and in which file."""

    text: str
    intent: str
    file: str


@dataclass(frozen=True)
class Margin:
    """How far a message is from being understood as ``rival``; below zero it is already."""

    message: Message
    width: float
    rival: str

    def line(self) -> str:
        """For people."""
        message = self.message
        return f"{self.width:6.3f}  {message.intent} or {self.rival}: {message.text!r} ({message.file})"


def messages() -> List[Message]:
    """Every message of the live conversations and stories that must be understood as a certain intent, each once.

    Not what the guard keeps from the model.
    """
    found = {
        turn.user: Message(turn.user, turn.intent, f"tests/live/conversations/{conversation.file}")
        for conversation in load_conversations()
        for turn in conversation.turns
        if turn.user and turn.intent
    }
    stories = YAML(typ="safe").load(ROOT / "tests" / "test_stories.yml")["stories"]
    for step in (step for story in stories for step in story["steps"] if step.get("user")):
        text = replace_entities(step["user"].strip())
        found.setdefault(text, Message(text, step["intent"], "tests/test_stories.yml"))
    return [each for each in found.values() if not admit(each.text).startswith("/")]


def threshold() -> float:
    """Below it a message is not understood."""
    pipeline = YAML(typ="safe").load(ROOT / "config.yml")["pipeline"]
    return float(next(part["threshold"] for part in pipeline if part["name"] == "FallbackClassifier"))


def margin(message: Message, parsed: Dict[str, Any], least: float) -> Optional[Margin]:
    """How close it was, by Rasa's parse data; None where no single score decides: several questions in one message.

    Args:
        message: what was asked.
        parsed: what Rasa made of it.
        least: the threshold of ``config.yml``.
    """
    if SEVERAL in (message.intent, parsed["intent"]["name"]):
        return None
    scores = {each["name"]: float(each["confidence"]) for each in parsed["intent_ranking"]}
    scores[FALLBACK] = least
    wanted = scores.pop(message.intent, 0.0)
    rival = max(scores, key=lambda name: scores[name])
    if message.intent == FALLBACK:
        # Nothing else may be sure enough.
        return Margin(message, least - scores[rival], rival)
    return Margin(message, wanted - scores[rival], rival)


def close(margins: Iterable[Optional[Margin]], width: float = CLOSE) -> List[Margin]:
    """The ones below ``width``, the closest first."""
    return sorted((each for each in margins if each and each.width < width), key=lambda each: each.width)


async def _all(agent: Agent) -> List[Optional[Margin]]:
    least = threshold()
    return [margin(each, dict(await agent.parse_message(each.text)), least) for each in messages()]


def main(arguments: Sequence[str] = ()) -> int:
    """Print the close ones."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.margins", description=__doc__)
    parser.add_argument("--width", type=float, default=CLOSE, help="closer than this (%(default)s)")
    width = parser.parse_args(arguments).width
    quiet_log()
    margins = asyncio.run(_all(Agent.load(str(train()))))
    found = close(margins, width)
    for each in found:
        print(each.line())
    print(f"{len(found)} of {len(margins)} messages are closer than {width}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
