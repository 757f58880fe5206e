from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools import understanding
from tests.tools.understanding import LEAST, MOST, Answer, at, curve, misses, scores

AT_THE_THRESHOLDS = {**LEAST, **MOST}


def _answer(intent: str, predicted: str) -> Answer:
    return Answer(text="a question", kind="plain", intent=intent, predicted=predicted, best=predicted, confidence=0.5)


def test_scores_at_the_thresholds_miss_none() -> None:
    assert misses(AT_THE_THRESHOLDS) == []


@pytest.mark.parametrize(("name", "step"), [*((name, -0.001) for name in LEAST), *((name, 0.001) for name in MOST)])
def test_a_score_just_beyond_its_threshold_is_the_one_miss_and_is_named(name: str, step: float) -> None:
    (line,) = misses({**AT_THE_THRESHOLDS, name: AT_THE_THRESHOLDS[name] + step})
    assert line.startswith(f"{name}: {AT_THE_THRESHOLDS[name] + step:.3f}, at ")


@pytest.mark.parametrize(("name", "step"), [*((name, 0.001) for name in LEAST), *((name, -0.001) for name in MOST)])
def test_a_score_on_the_good_side_of_its_threshold_is_no_miss(name: str, step: float) -> None:
    assert misses({**AT_THE_THRESHOLDS, name: AT_THE_THRESHOLDS[name] + step}) == []


def test_every_miss_has_a_line() -> None:
    worst = {**dict.fromkeys(LEAST, 0.0), **dict.fromkeys(MOST, 1.0)}
    assert [line.split(":")[0] for line in misses(worst)] == [*LEAST, *MOST]


@pytest.mark.parametrize(
    ("intent", "predicted", "right", "turned_away"),
    [
        ("salary_median", "salary_median", True, False),
        ("salary_median", "salary_settings", False, False),
        ("salary_median", "nlu_fallback", False, True),
        ("salary_median", "out_of_scope", False, True),
        ("out_of_scope", "out_of_scope", True, True),
        ("out_of_scope", "nlu_fallback", True, True),
        ("out_of_scope", "out_of_scope_medicaid", True, True),
        ("out_of_scope_medicaid", "out_of_scope", True, True),
        ("out_of_scope", "salary_median", False, False),
    ],
)
def test_in_scope_only_the_intent_is_right_and_out_of_scope_any_refusal(
    intent: str, predicted: str, right: bool, turned_away: bool
) -> None:
    answer = _answer(intent, predicted)
    assert (answer.right, answer.turned_away) == (right, turned_away)


def test_the_shares_are_of_the_questions_in_scope_and_of_those_out_of_scope() -> None:
    inside = ["salary_median", "salary_median", "salary_settings", "nlu_fallback"]
    outside = ["nlu_fallback", "out_of_scope", "out_of_scope_medicaid", "salary_median", "chitchat_bot"]
    answers = [_answer("salary_median", predicted) for predicted in inside]
    answers += [_answer("out_of_scope", predicted) for predicted in outside]
    assert scores(answers) == {
        "answered rightly": 0.5,
        "in scope turned away": 0.25,
        "out of scope turned away": 0.6,
    }


def test_every_score_has_a_threshold() -> None:
    answers = [_answer("salary_median", "salary_median"), _answer("out_of_scope", "out_of_scope")]
    assert set(scores(answers)) == set(LEAST) | set(MOST)


@pytest.mark.parametrize(("predicted", "code"), [("salary_median", 0), ("salary_settings", 1)])
def test_the_exit_code_says_whether_a_threshold_is_missed_and_the_report_has_what_was_wrong(
    predicted: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = [_answer("salary_median", predicted), _answer("out_of_scope", "nlu_fallback")]
    monkeypatch.setattr(understanding, "train", lambda: tmp_path / "model.tar.gz")
    monkeypatch.setattr(understanding, "ask", lambda model: answers)
    monkeypatch.setattr(understanding, "ROOT", tmp_path)
    monkeypatch.setattr(understanding, "REPORT", tmp_path / "results" / "understanding.json")
    assert understanding.main() == code
    assert ("threshold missed: answered rightly" in capsys.readouterr().err) is bool(code)
    wrong = json.loads((tmp_path / "results" / "understanding.json").read_text(encoding="utf-8"))
    assert [answer["predicted"] for answer in wrong] == ["salary_settings"] * code


def test_another_threshold_refuses_what_is_less_sure() -> None:
    sure = Answer("pay?", "plain", "salary_median", "nlu_fallback", best="salary_median", confidence=0.3)
    assert [answer.predicted for answer in at([sure], 0.3)] == ["salary_median"]
    assert [answer.predicted for answer in at([sure], 0.31)] == ["nlu_fallback"]


def test_the_curve_has_coverage_and_accuracy_at_each_threshold() -> None:
    answers = [
        Answer("a", "plain", "salary_median", "x", best="salary_median", confidence=0.9),
        Answer("b", "plain", "salary_median", "x", best="salary_entry", confidence=0.3),
        Answer("c", "plain", "out_of_scope", "x", best="salary_entry", confidence=0.2),
    ]
    lines = {line.split(" | ")[0].strip("| "): line for line in curve(answers).splitlines()}
    assert lines["0.10"] == "| 0.10 | 50.0 % | 0.0 % | 0.0 % | 33.3 % |"
    assert lines["0.25"] == "| 0.25 | 50.0 % | 0.0 % | 100.0 % | 50.0 % |"
    assert lines["0.40"] == "| 0.40 | 50.0 % | 50.0 % | 100.0 % | 100.0 % |"
