"""HINT3's scoring and folds, on data of our own: the public data do not come with the project."""

import json

import numpy as np
import pytest

from benchmarks.hint3 import __main__ as hint3
from benchmarks.hint3.data import (
    BOTS,
    OUT_OF_SCOPE,
    Guess,
    correlation,
    curve,
    examples,
    folder,
    published,
)
from benchmarks.hint3.threshold import fold, smoothed
from benchmarks.report import BenchmarkFailed

LABELS = ["PAY", "PAY", "HOURS", "HOURS", OUT_OF_SCOPE, OUT_OF_SCOPE]
SENTENCES = {
    "HOURS": ["when do you open", "when do you close", "are you open on sunday", "opening hours please", "hours?"],
    "PAY": ["how can i pay", "do you take cards", "can i pay in cash", "payment by card", "which cards do you take"],
    "RETURN": ["i want to send it back", "how do returns work", "return my order", "it is broken", "refund please"],
}


@pytest.fixture
def sets():
    mine = [(text, label) for label, texts in SENTENCES.items() for text in texts]
    return {"shop": mine, "other": [(f"something else {number}", "ELSE") for number in range(16)]}


def test_all_right_correlates_fully_and_a_refusal_is_right_out_of_scope():
    found = [
        Guess(label if label != OUT_OF_SCOPE else "PAY", 0.9 if label != OUT_OF_SCOPE else 0.1) for label in LABELS
    ]
    assert correlation(LABELS, found, 0.5) == pytest.approx(1.0)


def test_the_threshold_itself_is_an_answer():
    assert correlation(LABELS[:5], [Guess(label, 0.5) for label in LABELS[:4]] + [Guess("PAY", 0.4)], 0.5) == 1.0


def test_the_curve_falls_where_right_answers_are_refused():
    found = [Guess("PAY", 0.9), Guess("PAY", 0.3), Guess("HOURS", 0.9), Guess("HOURS", 0.3), *[Guess("PAY", 0.1)] * 2]
    low, middle, high = curve(LABELS, found, np.array([0.05, 0.2, 0.5]))
    assert middle == pytest.approx(1.0)
    assert low < middle > high


@pytest.mark.parametrize("way", ["alike", "anew"])
def test_a_fold_holds_out_intents_and_sentences_and_asks_nothing_it_trains_on(sets, way):
    training, questions = fold("shop", sets, way, np.random.default_rng(0))
    trained = {text for text, _ in training}
    assert not trained & {text for text, _ in questions}
    outside = {text for text, label in questions if label == OUT_OF_SCOPE}
    (held_out,) = [label for label, texts in SENTENCES.items() if set(texts) <= outside]
    assert held_out not in {label for _, label in training}
    assert {"something else 0", "something else 8"} <= outside
    kept = {label for _, label in questions} - {OUT_OF_SCOPE}
    assert kept <= {label for _, label in training}
    own = trained | {text for text, _ in questions if not text.startswith("something")}
    assert own == {text for texts in SENTENCES.values() for text in texts}


def test_random_folds_ask_sentences_of_every_intent_that_stays(sets):
    training, questions = fold("shop", sets, "alike", np.random.default_rng(0))
    assert {label for _, label in questions} - {OUT_OF_SCOPE} == {label for _, label in training}


def test_smoothing_keeps_length_and_level():
    assert smoothed(np.full(20, 0.4)) == pytest.approx(np.full(20, 0.4))


def test_missing_data_say_where_they_are_looked_for_and_where_they_come_from(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("HINT3_DIR", str(tmp_path))
    with pytest.raises(BenchmarkFailed, match=r"HINT3_DIR=.*hellohaptik/HINT3"):
        folder()
    assert hint3.main() == 1
    assert "curekart_train.csv" in capsys.readouterr().err


def test_the_benchmark_prints_the_platforms_and_ends_with_one_line_of_json(monkeypatch, tmp_path, capsys):
    for bot in BOTS:
        for part in ("train", "test"):
            (tmp_path / f"{bot}_{part}.csv").write_text("sentence,label\npay?,PAY\nopen?,HOURS\nhi,NO_NODES_DETECTED\n")
    rows = [f"{bot},luis,0.{step},0,0,0,0.{step}5" for bot in BOTS for step in (1, 2)]
    (tmp_path / "published.csv").write_text("dataset,platform,threshold,accuracy,a,b,mcc\n" + "\n".join(rows) + "\n")
    monkeypatch.setenv("HINT3_DIR", str(tmp_path))
    right = {"pay?": Guess("PAY", 0.9), "open?": Guess("HOURS", 0.9), "hi": Guess("PAY", 0.01)}
    monkeypatch.setattr(hint3, "guesses", lambda training, questions: [right[question] for question in questions])
    assert hint3.main() == 0
    *before, last = capsys.readouterr().out.splitlines()
    assert json.loads(last) == {"threshold": hint3.threshold(), "mcc": dict.fromkeys(BOTS, 1.0)}
    assert any(" ".join(line.split()) == "| luis, its best | 0.250 | 0.250 | 0.250 | 0.250 |" for line in before)


def test_published_scores_are_optional(tmp_path):
    assert published(tmp_path / "none.csv") == []


def test_examples_keep_commas_and_quotes(tmp_path):
    (tmp_path / "a.csv").write_text('sentence,label\n"a, ""b""",PAY\n')
    assert examples(tmp_path / "a.csv") == [('a, "b"', "PAY")]
