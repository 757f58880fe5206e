import itertools
import random

from benchmarks import questions
from benchmarks.questions import TURNS, Question, conversations
from tests.data.files import HELD_OUT, examples


def held_out(seed=0):
    return questions.held_out(random.Random(seed))


def test_both_bots_are_asked_as_many_questions_in_a_conversation():
    talks = list(itertools.islice(questions.ours(held_out(), random.Random(0)), 50))
    assert {len(talk) for talk in talks} == {TURNS}
    assert {len(story) for story in questions.MOODBOT_STORIES} == {TURNS}


def test_a_rest_too_short_for_a_conversation_is_left_out():
    asked = [Question(str(number), "fixed") for number in range(2 * TURNS + 1)]
    assert [question for talk in conversations(asked) for question in talk] == asked[:-1]


def test_every_held_out_question_is_there_once_and_the_seed_decides_the_order():
    asked = [question.text for question in held_out()]
    assert sorted(asked) == sorted({example.plain for example in examples(HELD_OUT)})
    assert held_out() == held_out()
    assert held_out() != held_out(seed=1)


def test_people_who_do_not_know_of_each_other_ask_the_same_again():
    few = held_out()[:5]
    talks = itertools.islice(questions.ours(few, random.Random(0)), 20)
    asked = [question for talk in talks for question in talk]
    assert set(asked) == set(few)
    assert asked != asked[:5] * 16


def test_a_question_is_of_the_kind_of_its_rules_action():
    kinds = {question.text: question.kind for question in held_out()}
    by_intent = {example.intent: kinds[example.plain] for example in examples(HELD_OUT)}
    assert by_intent["salary_median"] == "looked up"
    assert by_intent["duties_skills"] == "fixed"
    assert by_intent["chitchat_thanks"] == "fixed"
