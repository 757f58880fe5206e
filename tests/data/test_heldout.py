"""tests/nlu_test.yml proves understanding only if nobody trained on it."""

from collections import defaultdict

from careerbot.facts.names import fold
from careerbot.nlu.several import SEVERAL
from tests.data.files import CATALOG, HELD_OUT, NLU, catalog, examples, read_yaml, report
from tests.tools.in_context import load


def test_no_held_out_question_is_in_the_training_data():
    trained = {example.folded: example for example in examples()}
    report(
        f"{HELD_OUT}: {example.intent}: '{example.plain}' stands in {NLU} under {trained[example.folded].intent}"
        for example in examples(HELD_OUT)
        if example.folded in trained
    )


def test_no_held_out_question_stands_twice():
    places = defaultdict(list)
    for example in examples(HELD_OUT):
        places[example.folded].append(example)
    problems = []
    for first, *others in places.values():
        problems += [f"{HELD_OUT}: {other.intent}: '{other.plain}' also stands in {first.intent}" for other in others]
    report(problems)


def test_every_held_out_question_is_of_an_intent_in_the_catalog():
    known = {entry.intent for entry in catalog()} | {SEVERAL}
    asked = {example.intent for example in examples(HELD_OUT)}
    report(f"{HELD_OUT}: {intent} is not in {CATALOG}" for intent in sorted(asked - known))


def test_a_message_with_several_questions_names_them_by_intents_of_the_catalog():
    known = {entry.intent for entry in catalog()}
    block = next(block for block in read_yaml(HELD_OUT)["nlu"] if block["intent"] == SEVERAL)
    problems = []
    for example in block["examples"]:
        intents = example["metadata"]["questions"].split("+")
        problems += [f"{example['text'].strip()!r}: {intent} is not in {CATALOG}" for intent in {*intents} - known]
        problems += [f"{example['text'].strip()!r} names fewer than two intents"] * (len({*intents}) < 2)
    report(f"{HELD_OUT}: {problem}" for problem in problems)


def test_held_out_conversations_do_not_end_in_training_sentences():
    trained = {example.folded for example in examples()}
    last = [fold(conversation.turns[-1]) for conversation in load()]
    also_trained = [text for text in last if text in trained]
    # "Go on" and "by how much" are what anybody says; what they mean lies in what came before.
    assert len(also_trained) <= len(last) / 10, also_trained
