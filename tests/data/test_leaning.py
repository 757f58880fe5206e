"""tests/leaning_test.yml: messages with the title of the question before them, each of a question that is answered."""

from careerbot.catalog import catalog
from tests.data.files import LEANING, NLU, examples, fold_sentence, report
from tests.tools.leaning import parts


def test_every_example_ends_with_the_title_of_a_question():
    titles = {entry.title for entry in catalog().values()}
    report(
        f"{LEANING}: {example.intent}: '{example.plain}' does not end with a title of the catalog in parentheses"
        for example in examples(LEANING)
        if parts(example.plain)[1] not in titles
    )


def test_every_intent_is_one_that_answers_a_question():
    topics = {intent: entry.topic for intent, entry in catalog().items()}
    report(
        f"{LEANING}: {example.intent}: '{example.plain}' is no question"
        for example in examples(LEANING)
        if topics.get(example.intent) in (None, "context", "chitchat", "feedback", "safety")
    )


def test_none_of_the_messages_stands_in_the_training_data():
    trained = {example.folded for example in examples()}
    report(
        f"{LEANING}: {example.intent}: '{example.plain}' stands in {NLU} too"
        for example in examples(LEANING)
        if fold_sentence(parts(example.plain)[0]) in trained
    )
