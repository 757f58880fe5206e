"""``python -m tests.tools.in_context``: held-out conversations against the present model, with a threshold.

Each conversation of ``tests/context_test.yml`` says what its last message asks, all told; nobody looked at the training
data or at the code when it was written. A last message is right if the answer is to that question and has the words
that it must have. The exit code is 1 below ``LEAST``.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from ruamel.yaml import YAML

from actions.memory import name_of
from actions.second_reading import WithTheQuestionBefore
from actions.turns import Turn, turns
from careerbot import second_reading
from careerbot.model import ROOT, train
from tests.tools.bot import NLG, InProcess
from tests.tools.understanding import quiet_log

HELD_OUT = ROOT / "tests" / "context_test.yml"
REPORT = ROOT / "results" / "in_context.json"

LEAST = 0.7
"""Of the last messages, the part that must be answered rightly."""


@dataclass(frozen=True)
class Conversation:
    """What a person types, and what the last of it asks.

    Attributes:
        kind: why the last message needs what was said before.
        turns: the messages.
        answers: intents of the last question, each of them right.
        says: words that the last answer must have.
    """

    kind: str
    turns: Tuple[str, ...]
    answers: Tuple[str, ...]
    says: Tuple[str, ...]

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> Conversation:
        """From an entry of the file."""
        answers = entry["answers"]
        return cls(
            entry["kind"],
            tuple(entry["turns"]),
            tuple([answers] if isinstance(answers, str) else answers),
            tuple(entry.get("says") or ()),
        )


@dataclass(frozen=True)
class Outcome:
    """A conversation and what came of its last message: the questions that were answered, and the text."""

    conversation: Conversation
    answered: Tuple[str, ...]
    text: str

    @property
    def lacks(self) -> Tuple[str, ...]:
        """The words that the answer should have and has not."""
        text = self.text.casefold()
        return tuple(word for word in self.conversation.says if word.casefold() not in text)

    @property
    def right(self) -> bool:
        """Whether the last message was answered, with the words."""
        return not self.lacks and any(intent in self.conversation.answers for intent in self.answered)


def load(path: Path = HELD_OUT) -> List[Conversation]:
    """The conversations of a file."""
    return [Conversation.read(entry) for entry in YAML(typ="safe").load(path)]


def hold(model: Path, conversations: Sequence[Conversation]) -> List[Outcome]:
    """Hold each conversation with the model, its actions in this process, messages read again as in `make run`."""
    second_reading.use(WithTheQuestionBefore())
    agent = Agent.load(str(model), action_endpoint=InProcess(), generator=NLG)
    return [asyncio.run(_held(agent, str(number), each)) for number, each in enumerate(conversations)]


async def _held(agent: Agent, sender: str, conversation: Conversation) -> Outcome:
    for text in conversation.turns:
        await agent.handle_message(UserMessage(text, CollectingOutputChannel(), sender))
    tracker = await agent.tracker_store.retrieve_full_tracker(sender)
    events = [event.as_dict() for event in tracker.events]
    # After "start over" there are no turns any more, but the last message is still there.
    last = next(reversed(turns(events)), None) or Turn(next(e for e in reversed(events) if e["event"] == "user"))
    asked = tuple(name_of(question) for question in last.asked)
    return Outcome(conversation, asked, "\n\n".join(event["text"] for event in last.bot if event.get("text")))


def share(outcomes: Sequence[Outcome]) -> float:
    """The part that is right."""
    return sum(outcome.right for outcome in outcomes) / len(outcomes)


def main(arguments: Sequence[str] = ()) -> int:
    """Report and judge."""
    argparse.ArgumentParser(prog="python -m tests.tools.in_context", description=__doc__).parse_args(arguments)
    quiet_log()
    outcomes = hold(train(), load())
    print(f"{'answered rightly':28} {share(outcomes):.3f}")
    for kind, count in Counter(outcome.conversation.kind for outcome in outcomes).most_common():
        of_kind = [outcome for outcome in outcomes if outcome.conversation.kind == kind]
        print(f"  {kind:26} {share(of_kind):.3f} of {count}")
    wrong: List[Dict[str, Any]] = [
        {**asdict(outcome), "lacks": outcome.lacks} for outcome in outcomes if not outcome.right
    ]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(wrong, indent=1), encoding="utf-8")
    print(f"{len(outcomes)} conversations, {len(wrong)} wrong: {REPORT.relative_to(ROOT)}")
    if share(outcomes) < LEAST:
        print(f"threshold missed: {share(outcomes):.3f}, at least {LEAST}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
