"""data/nlu.yml: no sentence twice, no name marked that the fact base does not know."""

import re
from collections import defaultdict

import pytest
from rapidfuzz import fuzz, process

from careerbot.facts.load import load
from careerbot.facts.names import KINDS, fold, spellings
from tests.data.files import NLU, examples, report

LEAST_ALIKE = 75  # of 100: a misspelt name in an example is meant to be misspelt, but must still be that name


@pytest.fixture(scope="module")
def names():
    """Folded spellings by kind, the two-letter codes that are also words among the places."""
    facts = load()
    known = defaultdict(set)
    for kind, name, _ in spellings(facts):
        known[kind].add(fold(name))
    known["place"].update(fold(state.code) for state in facts.states)
    return known


def _is_name(kind, text, names):
    if kind == "year":
        return re.fullmatch(r"(19|20)\d\d", text) is not None
    return process.extractOne(fold(text), names[kind], scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE) is not None


def test_no_sentence_stands_twice_whatever_its_case_punctuation_and_markup():
    places = defaultdict(list)
    for example in examples():
        places[example.folded].append(example)
    problems = []
    for same in places.values():
        first, *others = same
        problems += [f"{NLU}: {other.intent}: '{other.plain}' also stands in {first.intent}" for other in others]
    report(problems)


def test_no_example_is_empty():
    report(f"{NLU}: {example.intent} has an empty example" for example in examples() if not example.plain.strip())


def test_every_marked_name_is_of_a_known_kind():
    report(
        f"{NLU}: {example.intent}: '{example.text}' marks a {entity['entity']}"
        for example in examples()
        for entity in example.entities
        if entity["entity"] not in (*KINDS, "year")
    )


def test_every_marked_name_is_one_the_fact_base_knows(names):
    problems = []
    for example in examples():
        for entity in example.entities:
            kind, text = entity["entity"], example.plain[entity["start"] : entity["end"]]
            wanted = {text, str(entity["value"])}
            if not all(_is_name(kind, name, names) for name in wanted):
                problems.append(f"{NLU}: {example.intent}: '{text}' is no {kind} of the fact base, in '{example.text}'")
    report(problems)
