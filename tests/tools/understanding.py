"""``python -m tests.tools.understanding [--curve]``: the held-out questions against the present model, with thresholds.

Prints how many are answered rightly, by kind of wording, and how many out-of-scope questions are turned away. The exit
code is 1 when a threshold of ``LEAST`` or ``MOST`` is missed: Rasa's own ``rasa test nlu`` always ends with 0.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

import structlog
from rasa.core.agent import Agent
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data

from careerbot.model import ROOT, train
from careerbot.nlu.several import QUESTIONS, SEVERAL

HELD_OUT = ROOT / "tests" / "nlu_test.yml"
REPORT = ROOT / "results" / "understanding.json"

LEAST = {"answered rightly": 0.95, "out of scope turned away": 0.94}
MOST = {"in scope turned away": 0.03}

CURVE = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

_FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Answer:
    """One held-out question and what the model made of it.

    ``intent``, ``best`` and ``predicted`` of several questions in one message are their intents in order, with "+".

    Attributes:
        best: what the model would take it for if it never refused.
        confidence: of that.
        predicted: what the model says, ``nlu_fallback`` below its threshold.
    """

    text: str
    kind: str
    intent: str
    predicted: str
    best: str
    confidence: float

    @property
    def in_scope(self) -> bool:
        """Whether the assistant should answer it."""
        return not self.intent.startswith("out_of_scope")

    @property
    def turned_away(self) -> bool:
        """Whether the assistant says that it does not know."""
        return self.predicted == _FALLBACK or self.predicted.startswith("out_of_scope")

    @property
    def right(self) -> bool:
        """The right answer; for a question out of scope, any honest refusal."""
        return self.predicted == self.intent or (not self.in_scope and self.turned_away)


def ask(model: Path, questions: Path = HELD_OUT) -> List[Answer]:
    """Every question of a Rasa NLU file, understood by the model."""
    return asyncio.run(understand(Agent.load(str(model)), questions))


async def understand(agent: Agent, questions: Path = HELD_OUT) -> List[Answer]:
    """Every question of a Rasa NLU file, understood by a loaded model."""
    answers = []
    for example in load_data(str(questions)).intent_examples:
        parsed = await agent.parse_message(example.get(TEXT))
        about = example.get("metadata", {}).get("example", {})
        answers.append(
            Answer(
                example.get(TEXT),
                about.get("kind", ""),
                about.get("questions") or example.get(INTENT),
                _asked(parsed, parsed["intent"]["name"]),
                *_best(parsed),
            )
        )
    return answers


def _asked(parsed: Dict[str, Any], intent: Optional[str]) -> str:
    """What a message was understood as; the intents of several questions in order, joined by "+"."""
    if intent == SEVERAL:
        return "+".join(question["intent"]["name"] for question in parsed[QUESTIONS])
    return intent or _FALLBACK


def _best(parsed: Dict[str, Any]) -> Tuple[str, float]:
    for intent in parsed["intent_ranking"]:
        if intent["name"] != _FALLBACK:
            return _asked(parsed, intent["name"]), intent["confidence"]
    return _FALLBACK, 0.0


def at(answers: Sequence[Answer], threshold: float) -> List[Answer]:
    """The same answers, had the model refused below another threshold."""
    return [
        replace(answer, predicted=answer.best if answer.confidence >= threshold else _FALLBACK) for answer in answers
    ]


def curve(answers: Sequence[Answer]) -> str:
    """Coverage and accuracy at many thresholds, as a Markdown table."""
    lines = [
        "| threshold | " + " | ".join(scores(answers)) + " | of what is answered, right |",
        "|---|---|---|---|---|",
    ]
    for threshold in CURVE:
        moved = at(answers, threshold)
        answered = [answer for answer in moved if not answer.turned_away]
        cells = [*scores(moved).values(), share(answered, [answer.right for answer in answered])]
        lines.append(f"| {threshold:.2f} | " + " | ".join(f"{100 * cell:.1f} %" for cell in cells) + " |")
    return "\n".join(lines)


def quiet_log() -> None:
    """Warnings and errors only: without Rasa's command line its log is not configured and prints every message."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def share(answers: Sequence[Answer], right: Sequence[bool]) -> float:
    """The part of ``answers`` for which ``right`` holds."""
    return sum(right) / len(answers)


def scores(answers: Sequence[Answer]) -> Dict[str, float]:
    """The figures that have thresholds."""
    inside = [answer for answer in answers if answer.in_scope]
    outside = [answer for answer in answers if not answer.in_scope]
    return {
        "answered rightly": share(inside, [answer.right for answer in inside]),
        "in scope turned away": share(inside, [answer.turned_away for answer in inside]),
        "out of scope turned away": share(outside, [answer.turned_away for answer in outside]),
    }


def misses(found: Dict[str, float]) -> List[str]:
    """A line for each threshold that is missed."""
    low = [f"{name}: {found[name]:.3f}, at least {least}" for name, least in LEAST.items() if found[name] < least]
    high = [f"{name}: {found[name]:.3f}, at most {most}" for name, most in MOST.items() if found[name] > most]
    return low + high


def main(arguments: Sequence[str] = ()) -> int:
    """Report and judge."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.understanding", description=__doc__)
    parser.add_argument("--curve", action="store_true", help="also print coverage and accuracy at many thresholds")
    with_curve = parser.parse_args(arguments).curve
    quiet_log()
    answers = ask(train())
    found = scores(answers)
    for name, value in found.items():
        print(f"{name:28} {value:.3f}")
    kinds = Counter(answer.kind for answer in answers)
    for kind, count in kinds.most_common():
        of_kind = [answer for answer in answers if answer.kind == kind]
        print(f"  {kind:26} {share(of_kind, [answer.right for answer in of_kind]):.3f} of {count}")
    if with_curve:
        print(curve(answers))
    wrong = [answer for answer in answers if not answer.right]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([vars(answer) for answer in wrong], indent=1), encoding="utf-8")
    print(f"{len(answers)} questions, {len(wrong)} wrong: {REPORT.relative_to(ROOT)}")
    failed = misses(found)
    for line in failed:
        print(f"threshold missed: {line}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
