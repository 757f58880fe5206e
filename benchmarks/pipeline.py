"""One pipeline, trained or measured in a process of its own; the last line of the output is the result in JSON.

    python -m benchmarks.pipeline train CONFIG DATA MODEL      how long the training took
    python -m benchmarks.pipeline measure MODEL QUESTIONS      how well and how fast the questions are understood

Training and measuring are two processes, so that what training leaves in memory is not counted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import re
import time
from pathlib import Path
from typing import Dict, List, Sequence

import psutil
from rasa.core.agent import Agent

from benchmarks.machine import MEGABYTE
from benchmarks.report import percentile
from careerbot.model import ROOT
from tests.tools.understanding import Answer, quiet_log, scores, share, understand

CLASSIFIERS = ("FirstLook", "SemanticClassifier", "DIETClassifier")
"""The components of either pipeline that learn which intent a message has."""

_TRAINING = re.compile(r"(?P<what>Starting to train|Finished training) component '(?P<component>\w+)'")


class TrainingTimes(logging.Handler):
    """Listens to what Rasa's log says about the training of components.

    Attributes:
        seconds: by the name of the component's class.
    """

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.seconds: Dict[str, float] = {}
        self._started: Dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Take down the start or the end of a component's training."""
        found = _TRAINING.match(record.getMessage())
        if found and found["what"] == "Starting to train":
            self._started[found["component"]] = record.created
        elif found:
            self.seconds[found["component"]] = record.created - self._started[found["component"]]

    def of_classifiers(self) -> float:
        """The seconds of all classifiers together.

        Raises:
            ValueError: none was trained, or Rasa's log says it in other words than it did.
        """
        seconds = [self.seconds[name] for name in CLASSIFIERS if name in self.seconds]
        if not seconds:
            raise ValueError("Rasa's log names no classifier that was trained")
        return sum(seconds)


def train(config: Path, data: Path, model: Path) -> Dict[str, float]:
    """Train the NLU part alone and weigh the result."""
    # Loading TensorFlow and the components is no training, and its time depends on what the disk has cached.
    import rasa.engine.recipes.default_components  # noqa: F401
    from rasa.model_training import train_nlu

    log, times = logging.getLogger("rasa.engine.training.hooks"), TrainingTimes()
    log.setLevel(logging.INFO)
    log.addHandler(times)
    started = time.perf_counter()
    train_nlu(
        str(config),
        str(data),
        str(model.parent),
        fixed_model_name=model.name.removesuffix(".tar.gz"),
        domain=str(ROOT / "domain.yml"),
    )
    return {
        "training": time.perf_counter() - started,
        "classifier": times.of_classifiers(),
        "model": model.stat().st_size / MEGABYTE,
    }


def measure(model: Path, questions: Path) -> Dict[str, float]:
    """Scores of the questions in percent, then the same questions again one at a time with a clock, then the memory."""
    agent = Agent.load(str(model))
    answers = asyncio.run(understand(agent, questions))
    seconds = asyncio.run(_timed(agent, [answer.text for answer in answers]))
    return {
        **shares(answers),
        "p50": percentile(seconds, 50) * 1000,
        "p95": percentile(seconds, 95) * 1000,
        "memory": psutil.Process().memory_info().rss / MEGABYTE,
    }


def shares(answers: Sequence[Answer]) -> Dict[str, float]:
    """The scores in percent. Messages with several questions count apart: no stock pipeline can answer them."""
    single = [answer for answer in answers if "+" not in answer.intent]
    several = [answer for answer in answers if "+" in answer.intent]
    found = {**scores(single), "several answered rightly": share(several, [answer.right for answer in several])}
    return {name: 100 * part for name, part in found.items()}


async def _timed(agent: Agent, texts: Sequence[str]) -> List[float]:
    seconds = []
    for text in texts:
        started = time.perf_counter()
        await agent.parse_message(text)
        seconds.append(time.perf_counter() - started)
    return seconds


def main() -> None:
    """Do one of the two and print the result."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pipeline", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    training = steps.add_parser("train")
    training.add_argument("config", type=Path)
    training.add_argument("data", type=Path)
    training.add_argument("model", type=Path)
    measuring = steps.add_parser("measure")
    measuring.add_argument("model", type=Path)
    measuring.add_argument("questions", type=Path)
    arguments = parser.parse_args()
    quiet_log()
    if arguments.step == "train":
        result = train(arguments.config, arguments.data, arguments.model)
    else:
        result = measure(arguments.model, arguments.questions)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
