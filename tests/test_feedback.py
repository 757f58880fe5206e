"""``careerbot.feedback``: what is kept of a rating, on SQLite and PostgreSQL, and what a maintainer reads."""

import hashlib
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from careerbot.errors import FeedbackUnavailable, SetupError
from careerbot.feedback import (
    DEFAULT_URL,
    LONGEST,
    REASONS,
    URL_VARIABLE,
    Answered,
    Count,
    FeedbackStore,
    Rating,
    feedback_url,
    report,
)

PAY = Answered("me", "m1", "how much in ohio", "salary_median", 0.83, "utter_salary_median_place", "rest")
UP, DOWN = Rating(True), Rating(False)


@pytest.fixture
def store(empty_url):
    return FeedbackStore(empty_url)


@pytest.fixture
def rows(empty_url):
    """Everything that the database holds."""

    def read():
        with sa.create_engine(empty_url, poolclass=sa.pool.NullPool).connect() as connection:
            return [dict(row) for row in connection.execute(sa.text("SELECT * FROM feedback")).mappings()]

    return read


# -- kept --------------------------------------------------------------------------------------------------------------


def test_a_rating_is_kept_with_question_intent_score_answer_and_channel(store, rows):
    assert store.rate(PAY, Rating(False, "wrong_facts", "it is less here")) is None
    [row] = rows()
    assert row.pop("rated_at")
    assert not row.pop("helped")
    assert row == {
        "conversation": hashlib.sha256(b"me").hexdigest(),
        "message": "m1",
        "question": "how much in ohio",
        "intent": "salary_median",
        "score": 0.83,
        "answer": "utter_salary_median_place",
        "channel": "rest",
        "reason": "wrong_facts",
        "comment": "it is less here",
    }


def test_the_same_answer_rated_again_is_one_row_with_the_last_rating(store, rows):
    assert store.rate(PAY, UP) is None
    assert store.rate(PAY, DOWN) == UP
    assert store.rate(PAY, Rating(False, "hard_to_read")) == DOWN
    assert store.rate(PAY, Rating(False, comment="too long")) == Rating(False, "hard_to_read")
    assert store.rate(PAY, DOWN) == Rating(False, "hard_to_read", "too long")
    [row] = rows()
    assert (bool(row["helped"]), row["reason"], row["comment"]) == (False, "hard_to_read", "too long")
    store.rate(PAY, UP)
    [row] = rows()
    assert (bool(row["helped"]), row["reason"], row["comment"]) == (True, None, None)


def test_another_answer_and_another_conversation_are_rows_of_their_own(store, rows):
    for answered in (PAY, replace(PAY, message="m2"), replace(PAY, conversation="you")):
        assert store.rate(answered, UP) is None
    assert len(rows()) == 3


def test_long_and_unprintable_text_is_cut_and_cleaned(store, rows):
    long = replace(PAY, question="\x1b[31mx" + "y" * 1000, message="m" * 300, answer="a" * 600, channel="c" * 200)
    store.rate(long, Rating(False, comment="one\ntwo\x00" + "z" * 1000))
    assert store.rate(long, DOWN) is not None
    [row] = rows()
    assert len(row["question"]) == len(row["comment"]) == LONGEST == 500
    assert row["question"].startswith("[31mxyy")
    assert row["comment"].startswith("one two zz")


def test_the_id_of_the_conversation_is_nowhere_in_the_database(tmp_path):
    path = tmp_path / "feedback.db"
    FeedbackStore(f"sqlite:///{path}").rate(replace(PAY, conversation="U0SECRET"), DOWN)
    assert b"U0SECRET" not in path.read_bytes()


def test_a_conversation_can_be_forgotten_by_its_id_and_no_other_with_it(store, rows):
    for answered in (PAY, replace(PAY, message="m2"), replace(PAY, conversation="you")):
        store.rate(answered, UP)
    assert store.forget("me") == 2
    assert [row["conversation"] for row in rows()] == [hashlib.sha256(b"you").hexdigest()]
    assert store.forget("me") == 0


# -- read --------------------------------------------------------------------------------------------------------------


def test_ratings_are_counted_by_intent_the_worst_first(store):
    assert store.counts() == []
    for number, (intent, rating) in enumerate(
        [("fit_hours", UP), ("fit_hours", UP), ("salary_median", DOWN), ("salary_median", UP), ("fit_remote", DOWN)]
    ):
        store.rate(replace(PAY, message=str(number), intent=intent), rating)
    assert store.counts() == [Count("fit_remote", 0, 1), Count("salary_median", 1, 1), Count("fit_hours", 2, 0)]


def test_the_newest_that_did_not_help_come_first_and_no_others(store):
    for number in range(4):
        store.rate(replace(PAY, message=str(number), question=f"question {number}"), UP if number == 1 else DOWN)
    assert [row.question for row in store.not_helped(2)] == ["question 3", "question 2"]
    assert [row.question for row in store.not_helped(9)] == ["question 3", "question 2", "question 0"]


def test_the_report_has_counts_and_each_question_with_its_reason(store):
    assert report(store, 5) == "no answer was rated yet"
    store.rate(PAY, UP)
    assert "newest" not in report(store, 5)
    store.rate(replace(PAY, message="m2", intent="fit_hours", score=0.3), Rating(False, "hard_to_read", "too long"))
    store.rate(replace(PAY, message="m3", question="pay?"), DOWN)
    text = report(store, 5)
    assert text.splitlines()[:3] == [
        "intent         helped  did not",
        "fit_hours           0        1",
        "salary_median       1        1",
    ]
    assert "fit_hours (0.30), rest: Hard to read\n  question: how much in ohio\n" in text
    assert "  comment:  too long" in text
    assert "salary_median (0.83), rest: no reason given\n  question: pay?\n" in text
    assert "too long" not in report(store, 1)


# -- where it is -------------------------------------------------------------------------------------------------------


def test_the_variable_says_where_the_ratings_are_else_a_file_in_var(monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, "postgresql://somewhere/feedback")
    assert feedback_url() == "postgresql://somewhere/feedback"
    monkeypatch.setenv(URL_VARIABLE, "")
    assert feedback_url() == DEFAULT_URL == f"sqlite:///{Path(__file__).parents[1] / 'var' / 'feedback.db'}"


def test_a_folder_that_is_missing_is_made(tmp_path):
    FeedbackStore(f"sqlite:///{tmp_path}/deep/er/feedback.db").rate(PAY, UP)
    assert sqlite3.connect(tmp_path / "deep" / "er" / "feedback.db").execute("SELECT helped FROM feedback").fetchall()


def test_an_address_that_is_none_names_the_setting_and_not_the_password():
    with pytest.raises(SetupError, match=URL_VARIABLE) as caught:
        FeedbackStore("nonsense://bot:s3cret@host/feedback")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("method", [lambda s: s.rate(PAY, UP), lambda s: s.forget("me"), lambda s: s.counts()])
def test_a_database_that_cannot_be_reached_is_one_clear_line_without_the_password(method):
    store = FeedbackStore("postgresql://bot:s3cret@127.0.0.1:1/none")
    with pytest.raises(FeedbackUnavailable, match=r"^the store of feedback at postgresql://bot:\*\*\*@127") as caught:
        method(store)
    assert "s3cret" not in str(caught.value)


def test_a_path_that_is_no_folder_is_unavailable_too(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FeedbackUnavailable):
        FeedbackStore(f"sqlite:///{tmp_path}/file/feedback.db").counts()


# -- the command -------------------------------------------------------------------------------------------------------


def run(url, *arguments):
    command = [sys.executable, "-m", "careerbot.feedback", *arguments]
    root = Path(__file__).parents[1]
    return subprocess.run(command, cwd=root, env={URL_VARIABLE: url}, capture_output=True, text=True, timeout=120)


def test_the_command_prints_the_report_and_forgets_on_demand(tmp_path):
    url = f"sqlite:///{tmp_path}/feedback.db"
    FeedbackStore(url).rate(PAY, DOWN)
    assert "question: how much in ohio" in run(url).stdout
    assert run(url, "--forget", "me").stdout == "1 ratings deleted\n"
    assert run(url).stdout == "no answer was rated yet\n"


def test_the_command_says_in_one_line_what_is_wrong():
    done = run("postgresql://bot:s3cret@127.0.0.1:1/none")
    assert done.returncode == 1
    assert done.stderr.startswith("the store of feedback at postgresql://bot:***@127.0.0.1:1/none: ")
    assert len(done.stderr.splitlines()) == 1


def test_every_reason_fits_its_column_and_its_button():
    assert all(len(key) <= 100 and len(title) <= 45 for key, title in REASONS.items())
