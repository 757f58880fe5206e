"""``python -m benchmarks.nlu``: our pipeline and the one of ``rasa init`` on the same data, in one run.

Both are trained on ``data/nlu.yml`` and asked the held-out questions of ``tests/nlu_test.yml``, in fresh processes, one
after the other. With thousands of examples Rasa's pipeline trains for hours on a small machine: ``--epochs 5`` trains
it for fewer than its own, which changes its scores and its training time and no other row. ``--quick`` only shows that
the benchmark works: few examples, few epochs, few questions.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
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

QUICK_EXAMPLES, QUICK_QUESTIONS, QUICK_EPOCHS = 4, 1, 2
FEWER_EPOCHS_NOTE = (
    "RASA INIT'S PIPELINE WAS TRAINED FOR {epochs} EPOCHS ONLY: "
    "its first five rows are no measurement of it, the others are."
)
QUICK_NOTE = "QUICK RUN, NOT A MEASUREMENT: few examples, few epochs, few questions."

# Key, title, unit, which is better: of what benchmarks.pipeline measures.
_FIGURES: Tuple[Tuple[str, str, str, Better], ...] = (
    ("answered rightly", "in scope, answered rightly", "%", "larger"),
    ("out of scope turned away", "out of scope, turned away", "%", "larger"),
    ("in scope turned away", "in scope, turned away", "%", "smaller"),
    ("several answered rightly", "several questions at once, all right", "%", "larger"),
    ("training", "training, NLU only", "s", "smaller"),
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


def measured(name: str, config: Path, folder: Path, quick: bool, epochs: int | None) -> Dict[str, float]:
    """Train and measure a pipeline in a new folder, which keeps Rasa's and the encoder's caches cold.

    Args:
        name: for people.
        config: of the pipeline.
        folder: to be made.
        quick: with few examples and questions.
        epochs: for each component that counts them; None for the configuration's own.

    Raises:
        BenchmarkFailed: one of the two processes failed.
    """
    folder.mkdir()
    data, questions = folder / "nlu.yml", folder / "questions.yml"
    if quick:
        first_of_each_intent(DATA, QUICK_EXAMPLES, data)
        first_of_each_intent(HELD_OUT, QUICK_QUESTIONS, questions)
    else:
        shutil.copy(DATA, data)
        shutil.copy(HELD_OUT, questions)
    write_config(config, folder / "config.yml", epochs)
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
    arguments = parser.parse_args()
    quick, epochs = arguments.quick, QUICK_EPOCHS if arguments.quick else arguments.epochs
    if epochs is not None and epochs < 1:
        parser.error("at least one epoch")
    where = machine.describe()
    with tempfile.TemporaryDirectory(prefix="bench-nlu-") as folder:
        try:
            ours = measured("ours", OURS, Path(folder) / "ours", quick, epochs)
            rasa_init = measured("rasa init", RASA_INIT, Path(folder) / "rasa_init", quick, epochs)
        except BenchmarkFailed as error:
            print(error, file=sys.stderr)
            return 1
    found = rows(ours, rasa_init)
    notes = [machine.line(where), *([QUICK_NOTE] if quick else [])]
    notes += [FEWER_EPOCHS_NOTE.format(epochs=epochs)] if epochs and not quick else []
    print("\n".join(["", *notes, "", table(found), ""]))
    print(json_line("nlu", found, measurement=not quick, about={"machine": where, "epochs": epochs}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
