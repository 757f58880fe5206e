import json

import pytest

from benchmarks.report import Goal, Row, json_line, percentile, table


def row(ours=10.0, rasa_init=40.0, better="smaller"):
    return Row("one_p50", "one person, p50", "ms", ours, rasa_init, better)


@pytest.mark.parametrize(("percent", "value"), [(0, 1.0), (50, 3.0), (95, 4.8), (100, 5.0)])
def test_a_percentile_lies_between_its_neighbours_whatever_the_order(percent, value):
    assert percentile([5.0, 1.0, 4.0, 2.0, 3.0], percent) == pytest.approx(value)


@pytest.mark.parametrize(
    ("ours", "rasa_init", "better", "ahead"),
    [
        (1.0, 2.0, "smaller", "ours"),
        (2.0, 1.0, "smaller", "rasa init"),
        (2.0, 1.0, "larger", "ours"),
        (1.0, 2.0, "larger", "rasa init"),
        (1.0, 1.0, "larger", "even"),
        (1.0, 1.0, "smaller", "even"),
        (1.0, None, "smaller", None),
    ],
)
def test_who_is_ahead_depends_on_which_way_is_better(ours, rasa_init, better, ahead):
    assert row(ours, rasa_init, better).ahead == ahead


@pytest.mark.parametrize(
    ("ours", "better", "ratio", "reached", "met"),
    [
        (10.0, "smaller", 0.25, 0.25, True),
        (10.1, "smaller", 0.25, 0.2525, False),
        (160.0, "larger", 4.0, 4.0, True),
        (159.0, "larger", 4.0, 3.975, False),
    ],
)
def test_a_goal_is_met_at_its_ratio_and_on_the_good_side_of_it(ours, better, ratio, reached, met):
    goal = Goal("a goal", row(ours, 40.0, better), ratio)
    assert (goal.reached, goal.met) == (pytest.approx(reached), met)
    assert goal.line().startswith("met: a goal" if met else "MISSED: a goal")


def test_a_goal_without_anything_to_compare_is_an_error():
    with pytest.raises(ZeroDivisionError):
        _ = Goal("a goal", row(rasa_init=None), 0.25).met


def test_the_table_has_values_with_units_the_verdict_and_columns_in_line():
    rows = [row(1234.5, 40.0), row(10.0, None), Row("rate", "requests a second", "", 70.25, 30.0, "larger", digits=2)]
    assert table(rows).splitlines() == [
        "|                   | ours       | rasa init | ahead     |",
        "| ----------------- | ---------- | --------- | --------- |",
        "| one person, p50   | 1,234.5 ms | 40.0 ms   | rasa init |",
        "| one person, p50   | 10.0 ms    |           |           |",
        "| requests a second | 70.25      | 30.00     | ours      |",
    ]


def test_the_json_line_is_one_line_with_everything():
    goal = Goal("a quarter", row(), 0.25)
    found = [row(3.123456, 40.0), Row("start", "start", "s", 12.0, None, "smaller")]
    line = json_line("rest", found, measurement=False, about={"plan": {"users": 8}}, goals=[goal])
    assert "\n" not in line
    assert json.loads(line) == {
        "benchmark": "rest",
        "measurement": False,
        "plan": {"users": 8},
        "rows": {
            "one_p50": {"unit": "ms", "ours": 3.1235, "rasa_init": 40.0, "ahead": "ours"},
            "start": {"unit": "s", "ours": 12.0, "rasa_init": None, "ahead": None},
        },
        "goals": [{"goal": "a quarter", "reached": 0.25, "wanted": 0.25, "met": True}],
    }
