"""``python -m benchmarks.nlu``: our pipeline and the one of ``rasa init`` on the same data, in one run.

Both are trained on ``data/nlu.yml`` and asked the held-out questions of ``tests/nlu_test.yml``, in fresh processes, one
after the other. With thousands of examples Rasa's pipeline trains for hours on a small machine. ``--examples 10``
trains both on the first ten examples of each intent, Rasa's for all its epochs: a whole comparison for a smaller bot.
``--epochs 5`` trains Rasa's on everything, but for fewer epochs than its own, which changes its scores and its training
time and no other row. ``--quick`` only shows that the benchmark works: few examples, few epochs, few questions.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Dict, List, Tuple

from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML

from benchmarks import machine
from benchmarks.report import BenchmarkFailed, Better, Row, json_line, table
from careerbot.model import ROOT, rasa_environment
from tests.tools.understanding import HELD_OUT

OURS = ROOT / "config.yml"
RASA_INIT = Path(__file__).parent / "rasa_init" / "config.yml"
DATA = ROOT / "data" / "nlu.yml"

FEWER_EPOCHS_NOTE = (
    "RASA INIT'S PIPELINE WAS TRAINED FOR {epochs} EPOCHS ONLY: "
    "its first six rows are no measurement of it, the others are."
)
FEWER_EXAMPLES_NOTE = (
    "BOTH WERE TRAINED ON THE FIRST {examples} EXAMPLES OF EACH INTENT ONLY: "
    "a comparison of the two, and no measurement of the assistant as it is."
)
QUICK_NOTE = "QUICK RUN, NOT A MEASUREMENT: few examples, few epochs, few questions."

# Key, title, unit, which is better: of what benchmarks.pipeline measures.
_FIGURES: Tuple[Tuple[str, str, str, Better], ...] = (
    ("answered rightly", "in scope, answered rightly", "%", "larger"),
    ("out of scope turned away", "out of scope, turned away", "%", "larger"),
    ("in scope turned away", "in scope, turned away", "%", "smaller"),
    ("several answered rightly", "several questions at once, all right", "%", "larger"),
    ("training", "training, NLU only", "s", "smaller"),
    ("classifier", "of it the classifier", "s", "smaller"),
    ("model", "model on disk", "MB", "smaller"),
    ("p50", "one question understood, p50", "ms", "smaller"),
    ("p95", "one question understood, p95", "ms", "smaller"),
    ("memory", "memory, loaded and used", "MB", "smaller"),
)


def rows(ours: Dict[str, float], rasa_init: Dict[str, float]) -> List[Row]:
    """The figures of the two pipelines side by side."""
    return [
        Row(key.replace(" ", "_"), title, unit, ours[key], rasa_init[key], better)
        for key, title, unit, better in _FIGURES
    ]


def first_of_each_intent(file: Path, count: int, target: Path) -> None:
    """Write the first ``count`` examples of every intent of an NLU file to ``target``."""
    seen: Counter[str] = Counter()
    kept = []
    for example in load_data(str(file)).intent_examples:
        seen[example.get(INTENT)] += 1
        if seen[example.get(INTENT)] <= count:
            kept.append(example)
    TrainingData(kept).persist_nlu(str(target))


def write_config(config: Path, target: Path, epochs: int | None = None) -> None:
    """Copy a configuration, for Rasa may write to it; with ``epochs``, train every component for as many."""
    yaml = YAML()
    content = yaml.load(config)
    for component in content["pipeline"]:
        if epochs is not None and "epochs" in component:
            component["epochs"] = epochs
    with target.open("w", encoding="utf-8") as file:
        yaml.dump(content, file)


@dataclass(frozen=True)
class Plan:
    """How much of everything; None for all there is.

    Attributes:
        examples: of each intent, to train on.
        questions: of each intent, to ask.
        epochs: for each component that counts them.
    """

    examples: int | None = None
    questions: int | None = None
    epochs: int | None = None


QUICK = Plan(examples=4, questions=1, epochs=2)


def measured(name: str, config: Path, folder: Path, plan: Plan) -> Dict[str, float]:
    """Train and measure a pipeline in a new folder, which keeps Rasa's and the encoder's caches cold.

    Args:
        name: for people.
        config: of the pipeline.
        folder: to be made.
        plan: of what and how long.

    Raises:
        BenchmarkFailed: one of the two processes failed.
    """
    folder.mkdir()
    data, questions = folder / "nlu.yml", folder / "questions.yml"
    for source, count, target in ((DATA, plan.examples, data), (HELD_OUT, plan.questions, questions)):
        if count is None:
            shutil.copy(source, target)
        else:
            first_of_each_intent(source, count, target)
    write_config(config, folder / "config.yml", plan.epochs)
    print(f"{name}: training ...", flush=True)
    trained = _process(folder, "train", "config.yml", "nlu.yml", "model.tar.gz")
    print(f"{name}: trained in {trained['training']:.0f} s; measuring ...", flush=True)
    return {**trained, **_process(folder, "measure", "model.tar.gz", "questions.yml")}


def _process(folder: Path, *arguments: str) -> Dict[str, float]:
    """What ``python -m benchmarks.pipeline`` found, run in ``folder``."""
    command = [sys.executable, "-m", "benchmarks.pipeline", *arguments]
    done = subprocess.run(command, cwd=folder, env=rasa_environment(), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchmarkFailed(f"{' '.join(command[1:])} failed:\n{done.stderr[-3000:]}")
    found: Dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Measure both, print the table and the JSON line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a smoke test of minutes; its figures mean nothing")
    parser.add_argument(
        "--epochs", type=int, help="for so many is rasa init's pipeline trained; its own number if left out"
    )
    parser.add_argument("--examples", type=int, help="train both on so many examples of each intent")
    arguments = parser.parse_args()
    for name in ("epochs", "examples"):
        if (number := getattr(arguments, name)) is not None and number < 1:
            parser.error(f"--{name} must be 1 or more")
    plan = QUICK if arguments.quick else Plan(examples=arguments.examples, epochs=arguments.epochs)
    where = machine.describe()
    with tempfile.TemporaryDirectory(prefix="bench-nlu-") as folder:
        try:
            ours = measured("ours", OURS, Path(folder) / "ours", plan)
            rasa_init = measured("rasa init", RASA_INIT, Path(folder) / "rasa_init", plan)
        except BenchmarkFailed as error:
            print(error, file=sys.stderr)
            return 1
    found = rows(ours, rasa_init)
    notes = [machine.line(where)]
    if arguments.quick:
        notes.append(QUICK_NOTE)
    else:
        notes += [FEWER_EXAMPLES_NOTE.format(examples=plan.examples)] if plan.examples else []
        notes += [FEWER_EPOCHS_NOTE.format(epochs=plan.epochs)] if plan.epochs else []
    print("\n".join(["", *notes, "", table(found), ""]))
    print(json_line("nlu", found, measurement=not arguments.quick, about={"machine": where, "plan": asdict(plan)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
