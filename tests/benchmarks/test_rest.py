import itertools
from contextlib import contextmanager
from dataclasses import replace

import pytest

from benchmarks import bots, load, questions, rest
from benchmarks.bots import Bot, ran_with
from benchmarks.load import Answered, Load
from benchmarks.questions import TURNS, Question
from benchmarks.report import BenchmarkFailed
from benchmarks.rest import USUAL, Measured, Plan, goals, measure, rows
from tests.data.files import ROOT


def measured(seconds, rate, kinds=("fixed", "looked up"), new=1):
    """``new``: so many times as slow with messages that nobody has sent before; None where it was not asked such."""

    def alone(times):
        return Load([Answered(kind, seconds * times) for kind in kinds], seconds * times * len(kinds))

    def crowd(times):
        return Load([Answered("fixed", seconds)] * rate, times)

    again = Measured("", 20.0, 900.0, alone(1), crowd(1.0))
    return again if new is None else replace(again, alone_new=alone(new), crowd_new=crowd(float(new)))


def by_key(found):
    return {row.key: row for row in found}


def test_only_ours_has_the_two_kinds_of_answers():
    found = by_key(rows(measured(0.006, 200, new=2), measured(0.030, 40, ["fixed"], new=None), 8))
    kinds = [found["one_p50_new_fixed"], found["one_p50_new_looked_up"]]
    assert [(row.ours, row.rasa_init, row.ahead) for row in kinds] == [(pytest.approx(12.0), None, None)] * 2
    assert found["one_p50"].rasa_init == pytest.approx(30.0)


def test_ours_is_measured_with_new_messages_too_beside_the_same_of_theirs():
    found = by_key(rows(measured(0.006, 200, new=2), measured(0.030, 40, new=None), 8))
    assert (found["one_p50"].ours, found["one_p50_new"].ours) == (pytest.approx(6.0), pytest.approx(12.0))
    assert found["one_p50"].rasa_init == found["one_p50_new"].rasa_init == pytest.approx(30.0)
    assert (found["crowd_rate"].ours, found["crowd_rate_new"].ours) == (pytest.approx(200), pytest.approx(100))


def test_a_kind_that_was_not_asked_has_no_row():
    assert "one_p50_new_looked_up" not in by_key(rows(measured(0.006, 9, ["fixed"]), measured(0.03, 9), 8))


@pytest.mark.parametrize(
    ("seconds", "rate", "met"),
    [(0.0075, 160, [True, True]), (0.0076, 160, [False, True]), (0.0075, 159, [True, False])],
)
def test_the_goals_are_a_quarter_of_the_time_and_four_times_the_requests(seconds, rate, met):
    found = rows(measured(seconds, rate), measured(0.030, 40), 8)
    assert [goal.met for goal in goals(found, 8)] == met * 2


def test_the_goals_are_told_apart_for_messages_that_came_before_and_new_ones():
    found = rows(measured(0.0075, 160, new=2), measured(0.030, 40, new=None), 8)
    assert [goal.met for goal in goals(found, 8)] == [True, True, False, False]


class Stub:
    """A bot's server that answers nothing itself: the load is played."""

    def __init__(self, url):
        self.url = url

    def memory(self):
        return 100.0

    def log_end(self):
        return "its last words"


@pytest.fixture
def played(monkeypatch):
    """Instead of asking, note (url, messages, users)."""
    asked = []

    async def run(url, talks, users, no_answer=()):
        asked.append((url, sum(len(talk) for talk in talks), users))
        return Load([Answered("fixed", 0.01)] * asked[-1][1], 1.0)

    monkeypatch.setattr(load, "run", run)
    return asked


def two_bots(new_talks=1000):
    talk = tuple(Question("hi", "fixed") for _ in range(TURNS))
    ours, theirs = (Bot("", Stub(url), 1.0, itertools.repeat(talk)) for url in ("ours", "theirs"))
    return [replace(ours, new_talks=itertools.repeat(talk, new_talks)), theirs]


def test_both_are_asked_by_turns_as_often_as_planned_and_none_is_always_first(played):
    found = measure(two_bots(), Plan(alone=40, crowd=80, users=8, rounds=2, seed=0))
    assert played[:2] == [("ours", 40, 1), ("theirs", 40, 1)]  # to warm up
    alone, crowd = [("ours", 20, 1)] * 2, [("ours", 40, 8)] * 2
    assert played[2:] == [
        *[("theirs", 20, 1), *alone, ("theirs", 40, 8), *crowd],
        *[*alone, ("theirs", 20, 1), *crowd, ("theirs", 40, 8)],
    ]
    assert [(len(one.alone.answers), len(one.crowd.answers), one.memory) for one in found] == [(40, 80, 100.0)] * 2
    assert [(len(one.alone_new.answers), len(one.crowd_new.answers)) for one in found] == [(40, 80), (0, 0)]


def test_too_few_new_messages_are_told_and_not_measured(played):
    with pytest.raises(BenchmarkFailed, match="not 40 more messages that nobody has sent before"):
        measure(two_bots(new_talks=12), Plan(alone=40, crowd=80, users=8, rounds=2, seed=0))


def test_a_message_without_an_answer_fails_with_what_the_bot_logged(monkeypatch):
    async def run(*_):
        raise BenchmarkFailed("'hi' got an empty answer")

    monkeypatch.setattr(load, "run", run)
    with pytest.raises(BenchmarkFailed, match=r"(?s)empty answer.*its last words"):
        measure(two_bots(), USUAL)


def test_fewer_requests_than_usual_are_no_measurement():
    assert USUAL.measurement
    assert (USUAL.alone, USUAL.crowd, USUAL.users) == (300, 800, 8)
    assert not Plan(40, USUAL.crowd, 8, 5, 0).measurement


def test_what_a_bot_runs_with_comes_from_its_files_and_the_environment(tmp_path):
    assert ran_with(ROOT, "run", {"OMP_NUM_THREADS": "1", "HOME": "/"}) == (
        "run, conversations in sqlite, lock in in_memory, OMP_NUM_THREADS=1"
    )
    (tmp_path / "endpoints.yml").write_text("# nothing\n")
    assert ran_with(tmp_path, "rasa run", {}) == (
        "rasa run, conversations in memory, lock in memory, no switches of Sanic or TensorFlow set"
    )


def test_a_copy_without_a_model_of_the_same_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bots, "current_model", lambda folder: folder / "models" / "careerbot-of-other-files.tar.gz")
    with pytest.raises(BenchmarkFailed, match="make train"):
        bots.copy_ours(tmp_path / "copy")
    assert not (tmp_path / "copy" / "var").exists()
    assert not (tmp_path / "copy" / "tests").exists()


def test_a_failure_is_exit_code_1_with_its_reason_and_the_first_bot_is_ended(monkeypatch, capsys):
    ended = []

    @contextmanager
    def ours(folder, seed, different):
        try:
            yield two_bots()[0]
        finally:
            ended.append("ours")

    @contextmanager
    def theirs(folder, seed):
        raise BenchmarkFailed("the bot ended before it answered")
        yield

    for name, stand_in in (("ours", ours), ("rasa_init", theirs)):
        monkeypatch.setattr(bots, name, stand_in)
    monkeypatch.setattr(bots, "copy_ours", lambda folder: None)
    monkeypatch.setattr(bots, "make_rasa_init", lambda folder: None)
    monkeypatch.setattr(questions, "moodbot_examples", lambda folder: {"greet": ["hi"]})
    monkeypatch.setattr(rest, "train", lambda: None)
    monkeypatch.setattr(rest.signal, "signal", lambda *_: None)
    monkeypatch.setattr("sys.argv", ["rest"])
    assert rest.main() == 1
    assert "ended before it answered" in capsys.readouterr().err
    assert ended == ["ours"]
