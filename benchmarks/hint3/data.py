"""Reads HINT3's files, trains a pipeline on examples and asks it questions, all through Rasa."""

from __future__ import annotations

import asyncio
import csv
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
import numpy.typing as npt
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML
from sklearn.metrics import matthews_corrcoef

from benchmarks.report import BenchmarkFailed
from careerbot.model import ROOT

BOTS = ("curekart", "powerplay11", "sofmattress")
OUT_OF_SCOPE = "NO_NODES_DETECTED"
CONFIG = Path(__file__).parent / "config.yml"
_CLASSIFIER = "careerbot.nlu.classifier.SemanticClassifier"

Example = Tuple[str, str]
"""A sentence and its label."""


@dataclass(frozen=True)
class Guess:
    """What a pipeline takes a question for, whatever its threshold: the best intent and its confidence."""

    intent: str
    confidence: float


def folder() -> Path:
    """Where the data lie: ``HINT3_DIR``, else beside the project.

    Raises:
        BenchmarkFailed: there are no such files.
    """
    found = Path(os.environ.get("HINT3_DIR") or ROOT.parent / "shared" / "benchmarks" / "hint3")
    missing = [name for bot in BOTS for name in (f"{bot}_train.csv", f"{bot}_test.csv") if not (found / name).is_file()]
    if missing:
        raise BenchmarkFailed(
            f"no {missing[0]} in {found}: name the folder of HINT3's files, HINT3_DIR=... make bench-hint3 "
            "(the data are public: hellohaptik/HINT3 on GitHub, version v1, full training sets)"
        )
    return found


def examples(file: Path) -> List[Example]:
    """The sentences of one of HINT3's files, with their labels."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [(row["sentence"], row["label"]) for row in csv.DictReader(lines)]


def published(file: Path) -> List[Dict[str, Any]]:
    """The paper's scores: rows of dataset, platform, threshold, mcc; none if the file is not there."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            {**row, "threshold": float(row["threshold"]), "mcc": float(row["mcc"])} for row in csv.DictReader(lines)
        ]


def guesses(
    training: Sequence[Example], questions: Sequence[str], meaning_share: Optional[float] = None
) -> List[Guess]:
    """Train the pipeline of ``config.yml`` through Rasa and let it understand ``questions``.

    Args:
        meaning_share: of the classifier, in place of what stands in ``config.yml``.
    """
    with tempfile.TemporaryDirectory(prefix="bench-hint3-") as name:
        data, config = Path(name) / "nlu.yml", Path(name) / "config.yml"
        _write_config(config, meaning_share)
        TrainingData([Message({TEXT: text, INTENT: label}) for text, label in training]).persist_nlu(str(data))
        model = train_nlu(str(config), str(data), name, fixed_model_name="hint3")
        if model is None:
            raise BenchmarkFailed("Rasa trained no model")
        return asyncio.run(_ask(Agent.load(model), questions))


def _write_config(path: Path, meaning_share: Optional[float]) -> None:
    config = YAML(typ="safe").load(CONFIG)
    for part in config["pipeline"]:
        if part["name"] == _CLASSIFIER and meaning_share is not None:
            part["meaning_share"] = meaning_share
    YAML(typ="safe").dump(config, path)


async def _ask(agent: Agent, questions: Sequence[str]) -> List[Guess]:
    found = []
    for question in questions:
        ranking = (await agent.parse_message(question))["intent_ranking"]
        best = next((one for one in ranking if one["name"] != DEFAULT_NLU_FALLBACK_INTENT_NAME), None)
        found.append(Guess(best["name"], best["confidence"]) if best else Guess(OUT_OF_SCOPE, 0.0))
    return found


def correlation(labels: Sequence[str], found: Sequence[Guess], threshold: float) -> float:
    """Matthews' correlation over all labels, out of scope being one of them: the paper's headline figure."""
    predicted = [guess.intent if guess.confidence >= threshold else OUT_OF_SCOPE for guess in found]
    return float(matthews_corrcoef(list(labels), predicted))


def curve(
    labels: Sequence[str], found: Sequence[Guess], thresholds: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """``correlation`` at each threshold."""
    return np.array([correlation(labels, found, threshold) for threshold in thresholds])
