import pytest

from tests.tools.guesses import NEAR, Unclear, row, table, unclear


def question(intent, **scores):
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
def test_offers_right_ones_buttons_answers_and_silence_are_counted(near, cells):
    assert row(QUESTIONS, near) == cells


def test_the_table_has_a_line_for_each_gap():
    lines = table(QUESTIONS).splitlines()
    assert len(lines) == len(NEAR) + 2
    assert {line.count("|") for line in lines} == {8}
    assert len(table([]).splitlines()) == len(lines)


async def test_only_single_questions_below_the_score_are_looked_at(tmp_path):
    file = tmp_path / "nlu.yml"
    file.write_text(
        'version: "3.1"\nnlu:\n- intent: fit_hours\n  examples: |\n    - sure\n    - unsure\n    - both\n    - ???\n'
    )
    scores = {"sure": {"fit_hours": 0.3}, "unsure": {"nlu_fallback": 0.25, "fit_hours": 0.2}}
    scores["both"] = {"several_questions": 0.2, "fit_hours": 0.2}

    class Agent:
        async def parse_message(self, text):
            ranking = [{"name": name, "confidence": score} for name, score in scores.get(text, {}).items()]
            return {"intent_ranking": ranking}

    assert await unclear(Agent(), file, 0.25) == [
        Unclear("unsure", "fit_hours", [{"name": "fit_hours", "confidence": 0.2}])
    ]
