"""``python -m tests.tools.first_look``: what ``sure`` of the FirstLook should be.

Puts the held-out questions to the present model twice, with a first look that is always sure and with one that never
is, and prints for many values of ``sure`` how many messages the encoder need not see, how many of these get another
answer than the whole way gives, and what becomes of the held-out figures.
"""

from __future__ import annotations

import asyncio
import sys
from typing import List, Sequence, Tuple

from rasa.core.agent import Agent

from careerbot.model import train
from careerbot.nlu.first_look import FirstLook
from tests.tools.understanding import Answer, quiet_log, scores, understand

LEVELS = (0.5, 0.55, 0.6, 0.62, 0.65, 0.7, 0.8, 1.01)


def first_look_of(agent: Agent) -> FirstLook:
    """The component of a loaded model."""
    runner = agent.processor.graph_runner
    nodes = [node._component for node in runner._instantiated_nodes.values()]
    (found,) = [component for component in nodes if isinstance(component, FirstLook)]
    return found


async def both_ways(agent: Agent) -> List[Tuple[Answer, Answer]]:
    """Each held-out question at first look and the whole way; a message with parts goes the whole way twice."""
    first_look, found = first_look_of(agent), []
    configured = first_look._config["sure"]
    for sure in (0.0, 1.01):
        first_look._config["sure"] = sure
        found.append(await understand(agent))
    first_look._config["sure"] = configured
    return list(zip(*found, strict=True))


def cascade(pairs: Sequence[Tuple[Answer, Answer]], sure: float) -> List[Answer]:
    """The answers with a first look that needs this score; what is the same both ways was no first look."""
    return [first if first.confidence >= sure and first != whole else whole for first, whole in pairs]


def table(pairs: Sequence[Tuple[Answer, Answer]]) -> str:
    """Markdown."""
    lines = []
    for sure in LEVELS:
        answers = cascade(pairs, sure)
        early = [(first, whole) for (first, whole), taken in zip(pairs, answers, strict=True) if taken is first]
        other = [1 for first, whole in early if first.predicted != whole.predicted]
        cells = [len(early) / len(pairs), len(other) / len(pairs), *scores(answers).values()]
        lines.append(f"| {sure:.2f} | " + " | ".join(f"{100 * cell:.1f} %" for cell in cells) + " |")
    header = ["sure", "at first look", "of all, other than the whole way", *scores(answers)]
    return "\n".join(["| " + " | ".join(header) + " |", "|---" * len(header) + "|", *lines])


def main() -> int:
    """Measure and print."""
    quiet_log()
    print(table(asyncio.run(both_ways(Agent.load(str(train()))))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
