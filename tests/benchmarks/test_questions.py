import itertools
import random

from benchmarks import questions
from benchmarks.questions import TURNS, Question, conversations
from tests.data.files import HELD_OUT, examples

ONE_ROUND = len(examples(HELD_OUT)) // TURNS


def first(count, seed=0):
    return list(itertools.islice(questions.ours(random.Random(seed)), count))


def test_both_bots_are_asked_as_many_questions_in_a_conversation():
    assert {len(talk) for talk in first(50)} == {TURNS}
    assert {len(story) for story in questions.MOODBOT_STORIES} == {TURNS}


def test_a_rest_too_short_for_a_conversation_is_left_out():
    asked = [Question(str(number), "fixed") for number in range(2 * TURNS + 1)]
    assert [question for talk in conversations(asked) for question in talk] == asked[:-1]


def test_no_held_out_question_comes_twice_in_one_round():
    asked = [question.text for talk in first(ONE_ROUND) for question in talk]
    held_out = sorted(example.plain for example in examples(HELD_OUT))
    assert len(asked) == len(held_out) // TURNS * TURNS
    assert set(asked) <= set(held_out)
    assert len(set(asked)) >= len(set(held_out)) - TURNS


def test_the_questions_never_end_and_the_seed_decides_their_order():
    assert len(first(ONE_ROUND + 1)) == ONE_ROUND + 1
    assert first(5) == first(5)
    assert first(5) != first(5, seed=1)


def test_a_question_is_of_the_kind_of_its_rules_action():
    kinds = {question.text: question.kind for talk in first(ONE_ROUND * 2) for question in talk}
    by_intent = {example.intent: kinds.get(example.plain) for example in examples(HELD_OUT)}
    assert by_intent["salary_median"] == "looked up"
    assert by_intent["duties_overview"] == "fixed"
    assert by_intent["chitchat_thanks"] == "fixed"
