"""``python -m benchmarks.hint3.threshold``: chooses the threshold on the training sets alone.

In every fold a third of a bot's intents is held out and plays out-of-scope, as do sentences of the other two bots. Of
the other intents some sentences are held out, in one of two ways: at random, where nearly the same sentence often stays
in training ("alike"), or whole clusters of like sentences, so that every question is worded anew ("anew"). Real users
are somewhere between, so the threshold is the one that keeps most of what is reached in either way: each way's mean
curve is divided by its best value, and the sum of the two is largest there.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Dict, Iterator, List, Literal, Sequence, Tuple

import numpy as np
import numpy.typing as npt
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.hint3.data import BOTS, OUT_OF_SCOPE, Example, curve, examples, folder, guesses
from tests.tools.understanding import quiet_log

Way = Literal["alike", "anew"]
Curve = npt.NDArray[np.float64]

THRESHOLDS = np.arange(0.02, 0.90, 0.01)
HELD_OUT_INTENTS, ALIKE, ANEW = 0.35, 0.3, 0.4
_SMOOTHED_OVER = 7


def fold(bot: str, sets: Dict[str, List[Example]], way: Way, draw: np.random.Generator) -> Tuple[List[Example], ...]:
    """Training examples and labelled questions of one fold of a bot's training set."""
    labels = sorted({label for _, label in sets[bot]})
    outside = set(draw.choice(labels, int(HELD_OUT_INTENTS * len(labels)), replace=False))
    training: List[Example] = []
    questions = [(text, OUT_OF_SCOPE) for text, label in sets[bot] if label in outside]
    for label in labels:
        if label not in outside:
            sentences = [text for text, owner in sets[bot] if owner == label]
            asked = set(_held_out(sentences, way, draw))
            training += [(text, label) for place, text in enumerate(sentences) if place not in asked]
            questions += [(text, label) for place, text in enumerate(sentences) if place in asked]
    for other in sets:
        if other != bot:
            questions += [(text, OUT_OF_SCOPE) for text, _ in sets[other][::8]]
    return training, questions


def _held_out(sentences: Sequence[str], way: Way, draw: np.random.Generator) -> List[int]:
    """Which sentences of an intent are asked; an intent of one or two keeps what it has."""
    if len(sentences) < 3:
        return []
    if way == "alike":
        return [int(place) for place in draw.permutation(len(sentences))[: max(1, round(ALIKE * len(sentences)))]]
    held: List[int] = []
    for cluster in _clusters(sentences, draw):
        if len(held) < ANEW * len(sentences) and len(held) + len(cluster) <= (1 - ANEW) * len(sentences):
            held += cluster
    return held


def _clusters(sentences: Sequence[str], draw: np.random.Generator) -> Iterator[List[int]]:
    """Places of sentences that share words, in random order."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True).fit_transform(sentences)
    clustering = AgglomerativeClustering(
        n_clusters=None, affinity="cosine", linkage="average", distance_threshold=0.75
    ).fit_predict(vectors.toarray())
    for cluster in draw.permutation(np.unique(clustering)):
        yield [int(place) for place in np.flatnonzero(clustering == cluster)]


def smoothed(values: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A running mean: single sentences make a curve jagged."""
    padded = np.pad(values, _SMOOTHED_OVER // 2, mode="edge")
    return np.convolve(padded, np.ones(_SMOOTHED_OVER) / _SMOOTHED_OVER, "valid")


def main() -> None:
    """Print what each threshold keeps, and the best."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hint3.threshold", description=__doc__)
    parser.add_argument("--folds", type=int, default=3, help="of each bot and way; each trains a model")
    parser.add_argument(
        "--meaning-share", type=float, help="of the classifier, in place of config.yml's: to compare their best means"
    )
    arguments = parser.parse_args()
    quiet_log()
    source: Path = folder()
    sets = {bot: examples(source / f"{bot}_train.csv") for bot in BOTS}
    kept: Dict[Way, Curve] = {}
    reached: Dict[Way, float] = {}
    ways: Tuple[Way, ...] = ("alike", "anew")
    for way in ways:
        draw = np.random.default_rng(0)
        curves = []
        for bot in BOTS:
            for number in range(arguments.folds):
                training, questions = fold(bot, sets, way, draw)
                found = guesses(training, [text for text, _ in questions], arguments.meaning_share)
                curves.append(curve([label for _, label in questions], found, THRESHOLDS))
                best = curves[-1].argmax()
                print(f"{way}, {bot}, fold {number + 1}: {curves[-1][best]:.3f} at {THRESHOLDS[best]:.2f}", flush=True)
        mean = smoothed(np.mean(curves, axis=0))
        reached[way] = round(float(mean.max()), 4)
        kept[way] = mean / mean.max()
    both = kept["alike"] + kept["anew"]
    print("\nthreshold  alike   anew   (part of the best that is kept)")
    for place in range(0, len(THRESHOLDS), 2):
        print(f"{THRESHOLDS[place]:9.2f}  {kept['alike'][place]:.3f}  {kept['anew'][place]:.3f}")
    best_of = {way: round(float(THRESHOLDS[values.argmax()]), 2) for way, values in kept.items()}
    print(json.dumps({"threshold": round(float(THRESHOLDS[both.argmax()]), 2), "best": best_of, "reached": reached}))


if __name__ == "__main__":
    main()
