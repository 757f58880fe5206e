"""What one message says to a form with three questions: how long one worked, whether one served, when one finished."""

from datetime import date

import pytest

from actions.form_amounts import months, when
from actions.form_answers import yes_no
from actions.form_reading import SKIPPED, FormQuestion, Heard, read_answers

TODAY = date(2026, 11, 24)


def _finished(heard):
    return when(heard.text, heard.today) if "finished" in heard.text else None


WORKED = FormQuestion("worked", "utter_hint", read=lambda heard: months(heard.text), in_words=str)
SERVED = FormQuestion("served", "utter_hint", read=lambda heard: yes_no(heard.text), in_words=str)
FINISHED = FormQuestion(
    "finished",
    "utter_hint",
    read=lambda heard: when(heard.text, heard.today),
    volunteered=_finished,
    in_words=str,
)
QUESTIONS = (WORKED, SERVED, FINISHED)


def read(text, asked, last=None, **answers):
    known = {**{question.slot: None for question in QUESTIONS}, **answers}
    return read_answers(Heard(text, {}, None, TODAY), QUESTIONS, asked, known, last)


def test_an_answer_goes_to_the_question_that_was_asked():
    assert read("about 2 years", WORKED) == {"worked": (24, 24)}
    assert read("no", SERVED) == {"served": False}


def test_an_answer_with_a_question_behind_it_is_still_an_answer():
    assert read("yes, but how much is the exam?", SERVED) == {"served": True}


def test_a_question_answers_nothing():
    assert read("are 2 years enough?", WORKED) == {}


def test_what_is_no_answer_to_the_question_is_none_although_it_would_answer_another():
    assert read("2 years", SERVED) == {}


def test_a_statement_about_something_else_is_kept_too():
    assert read("no, and I finished in 2021", SERVED) == {"served": False, "finished": "2021"}
    assert read("I finished in 2021", SERVED) == {"finished": "2021"}


@pytest.mark.parametrize("text", ["actually I finished in 2021", "I finished in 2021", "no, I finished in 2021"])
def test_an_earlier_answer_is_corrected_and_the_question_not_answered_by_the_way(text):
    assert read(text, SERVED, last=WORKED, finished="2019") == {"finished": "2021"}


@pytest.mark.parametrize("text", ["no wait, 3 years", "sorry, I meant 3 years", "oops, make that three years"])
def test_the_last_answer_is_taken_back(text):
    assert read(text, SERVED, last=WORKED, worked=(24, 24)) == {"worked": (36, 36)}


def test_taking_back_prefers_the_last_answer_and_a_mild_word_the_question():
    assert read("no wait, yes", SERVED, last=SERVED, served=False) == {"served": True}
    assert read("actually 3 years", WORKED, last=FINISHED, finished="2019") == {"worked": (36, 36)}


def test_an_answer_before_the_last_is_corrected_if_only_one_question_can_have_it():
    known = {"worked": (24, 24), "served": False}
    assert read("I meant 3 years", FINISHED, last=SERVED, **known) == {"worked": (36, 36)}


def test_a_question_that_was_asked_is_passed_over():
    assert read("not sure, sorry", SERVED) == {"served": SKIPPED}
    assert read("not sure", FINISHED) == {"finished": SKIPPED}


def test_nothing_is_read_into_empty_words():
    assert [read(text, question) for text in ("", "?", "hm") for question in QUESTIONS] == [{}] * 9
