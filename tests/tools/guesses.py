"""``python -m tests.tools.guesses [--below 0.25]``: "did you mean" on the held-out questions, at several gaps.

Of the questions that the present model understands with less than that score, it prints how often guesses would be
offered, how often the right one is among them, and how many buttons that takes: what ``actions.guesses.LIMITS`` says
beside other values of ``near``.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, List, Mapping, Sequence

from rasa.core.agent import Agent
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data

from actions.guesses import LIMITS, Decision, decide
from careerbot.model import train
from careerbot.nlu.several import SEVERAL
from tests.tools.understanding import HELD_OUT, quiet_log

NEAR = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)

_HEADINGS = ("near", "offered", "right among them", "buttons each", "answered rightly", "answered wrongly", "nothing")


@dataclass(frozen=True)
class Unclear:
    """A question, its right intent, and the scores of the model's intents, the best first."""

    text: str
    intent: str
    ranking: Sequence[Mapping[str, Any]]

    def is_right(self, guess: str) -> bool:
        """Whether a guess is the question's intent; of what is out of scope any honest refusal is right."""
        return guess == self.intent or (guess.startswith("out_of_scope") and self.intent.startswith("out_of_scope"))


async def unclear(agent: Agent, questions: Path, below: float) -> List[Unclear]:
    """The questions of a Rasa NLU file whose best score is below ``below``; those that ask several things left out."""
    found = []
    for example in load_data(str(questions)).intent_examples:
        parsed = await agent.parse_message(example.get(TEXT))
        ranking = [guess for guess in parsed["intent_ranking"] if guess["name"] != "nlu_fallback"]
        is_one = SEVERAL not in (example.get(INTENT), *(guess["name"] for guess in ranking))
        if is_one and ranking and ranking[0]["confidence"] < below:
            found.append(Unclear(example.get(TEXT), example.get(INTENT), ranking))
    return found


def row(questions: Sequence[Unclear], near: float) -> List[str]:
    """The cells of a line of the table."""
    decisions = [(question, decide(question.ranking, limits=replace(LIMITS, near=near))) for question in questions]
    offers = [(question, decision.guesses) for question, decision in decisions if decision.guesses]
    right = sum(any(map(question.is_right, guesses)) for question, guesses in offers)
    answers = [question.is_right(decision.answer) for question, decision in decisions if decision.answer is not None]
    buttons = sum(len(guesses) for _, guesses in offers) / max(1, len(offers))
    nothing = sum(decision == Decision() for _, decision in decisions)
    counts = (len(offers), right, f"{buttons:.1f}", sum(answers), len(answers) - sum(answers), nothing)
    return [f"{near:.2f}", *map(str, counts)]


def table(questions: Sequence[Unclear]) -> str:
    """What happens at each gap, as a Markdown table."""
    lines = [_HEADINGS, ["---"] * len(_HEADINGS), *(row(questions, near) for near in NEAR)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main(arguments: Sequence[str] = ()) -> int:
    """Print the table; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.guesses", description=__doc__)
    parser.add_argument("--below", type=float, default=0.25, help="scores that are not understood (default 0.25)")
    below = parser.parse_args(arguments).below
    quiet_log()
    questions = asyncio.run(unclear(Agent.load(str(train())), HELD_OUT, below))
    print(f"{len(questions)} questions are understood with less than {below}")
    print(table(questions))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
