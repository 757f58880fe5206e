"""``python -m benchmarks.hint3``: our components on HINT3, beside the five platforms of its paper, at one threshold.

The threshold stands in ``benchmarks/hint3/config.yml``; it was chosen on the training sets alone, by
``python -m benchmarks.hint3.threshold``.
"""

from __future__ import annotations

import json
import sys
from typing import Dict, List

from ruamel.yaml import YAML

from benchmarks import machine
from benchmarks.hint3.data import BOTS, CONFIG, correlation, examples, folder, guesses, published
from benchmarks.report import BenchmarkFailed
from tests.tools.understanding import quiet_log

GOALS = {"curekart": 0.70, "powerplay11": 0.46, "sofmattress": 0.67, "mean": 0.63}


def threshold() -> float:
    """Of the pipeline's FallbackClassifier."""
    pipeline = YAML(typ="safe").load(CONFIG)["pipeline"]
    return float(next(part["threshold"] for part in pipeline if part["name"] == "FallbackClassifier"))


def table(ours: Dict[str, float], platforms: List[Dict[str, object]]) -> str:
    """Our scores, and each platform's at its best threshold for each bot, which flatters the platforms."""
    lines = [("", *BOTS, "mean"), ("ours, one threshold", *_cells(ours))]
    for name in sorted({str(row["platform"]) for row in platforms}):
        best = {
            bot: max(float(str(row["mcc"])) for row in platforms if (row["dataset"], row["platform"]) == (bot, name))
            for bot in BOTS
        }
        lines.append((f"{name}, its best", *_cells(best)))
    lines.append(("goal", *(f"{goal:.2f}" for goal in GOALS.values())))
    rows = [
        "| " + " | ".join(cell.ljust(20 if not place else 11) for place, cell in enumerate(line)) + " |"
        for line in lines
    ]
    rows.insert(1, "|" + "-" * 22 + ("|" + "-" * 13) * 4 + "|")
    return "\n".join(rows)


def _cells(scores: Dict[str, float]) -> List[str]:
    return [f"{value:.3f}" for value in (*(scores[bot] for bot in BOTS), sum(scores.values()) / len(BOTS))]


def main() -> int:
    """Train and score each bot; the last line is the result in JSON."""
    quiet_log()
    where = machine.describe()
    try:
        source = folder()
        at = threshold()
        ours = {}
        for bot in BOTS:
            print(f"{bot} ...", flush=True)
            asked = examples(source / f"{bot}_test.csv")
            found = guesses(examples(source / f"{bot}_train.csv"), [text for text, _ in asked])
            ours[bot] = correlation([label for _, label in asked], found, at)
    except BenchmarkFailed as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(["", machine.line(where), "", table(ours, published(source / "published.csv")), ""]))
    print(json.dumps({"threshold": at, "mcc": {bot: round(value, 4) for bot, value in ours.items()}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
