from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, cast

import pytest
from rasa.core.agent import Agent

from tests.tools.guesses import NEAR, Unclear, row, table, unclear


def question(intent: str, **scores: float) -> Unclear:
    return Unclear("", intent, [{"name": name, "confidence": score} for name, score in scores.items()])


QUESTIONS = [
    question("fit_stress", fit_hours=0.2, fit_stress=0.06),  # offered among two from 0.3 down, else only the wrong one
    question("fit_hours", fit_hours=0.2),
    question("out_of_scope_medicaid", out_of_scope=0.2),
    question("fit_remote", out_of_scope=0.2),
    question("fit_remote", fit_remote=0.01),
]


@pytest.mark.parametrize(
    ("near", "cells"),
    [
        (0.3, ["0.30", "2", "2", "1.5", "1", "1", "1"]),
        (0.4, ["0.40", "2", "1", "1.0", "1", "1", "1"]),
    ],
)
def test_offers_right_ones_buttons_answers_and_silence_are_counted(near: float, cells: List[str]) -> None:
    assert row(QUESTIONS, near) == cells


def test_the_table_has_a_line_for_each_gap() -> None:
    lines = table(QUESTIONS).splitlines()
    assert len(lines) == len(NEAR) + 2
    assert {line.count("|") for line in lines} == {8}
    assert len(table([]).splitlines()) == len(lines)


SCORES: Dict[str, Dict[str, float]] = {
    "sure": {"fit_hours": 0.3},
    "unsure": {"nlu_fallback": 0.25, "fit_hours": 0.2},
    "both": {"several_questions": 0.2, "fit_hours": 0.2},
}


class FakeAgent:
    """Understands what ``SCORES`` has."""

    async def parse_message(self, text: str) -> Dict[str, Any]:
        ranking = [{"name": name, "confidence": score} for name, score in SCORES.get(text, {}).items()]
        return {"intent_ranking": ranking}


async def test_only_single_questions_below_the_score_are_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "nlu.yml"
    file.write_text(
        'version: "3.1"\nnlu:\n- intent: fit_hours\n  examples: |\n    - sure\n    - unsure\n    - both\n    - ???\n'
    )
    assert await unclear(cast(Agent, FakeAgent()), file, 0.25) == [question_of("unsure")]


def question_of(text: str) -> Unclear:
    return Unclear(text, "fit_hours", [{"name": "fit_hours", "confidence": 0.2}])
