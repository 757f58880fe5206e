"""What stands for the bot of ``rasa init`` is what the installed Rasa makes."""

import itertools
import random
from pathlib import Path

import rasa
from rasa.cli.scaffold import scaffold_path
from ruamel.yaml import YAML

from benchmarks import questions
from benchmarks.nlu import RASA_INIT

PROJECT = Path(scaffold_path())
DEFAULTS = Path(rasa.__file__).parent / "engine" / "recipes" / "config_files" / "default_config.yml"


def read(file):
    return YAML(typ="safe").load(file)


def test_its_configuration_is_rasas_default_key_by_key():
    assert read(RASA_INIT) == read(DEFAULTS)


def test_the_project_of_rasa_init_names_no_pipeline_and_no_policies_of_its_own():
    """Otherwise the defaults are not what it is trained with."""
    written = read(PROJECT / "config.yml")
    assert (written["pipeline"], written["policies"]) == (None, None)


def test_the_conversations_follow_its_stories_and_rules():
    """So every message gets an answer: without a story or a rule that bot is silent."""
    data = PROJECT / "data"
    rules = {rule["steps"][0]["intent"] for rule in read(data / "rules.yml")["rules"]}
    told = [
        tuple(step["intent"] for step in story["steps"] if "intent" in step)
        for story in read(data / "stories.yml")["stories"]
    ]
    for story in questions.MOODBOT_STORIES:
        length = next(len(start) for start in told if story[: len(start)] == start)
        assert set(story[length:]) <= rules
    assert len(questions.MOODBOT_STORIES) == len(told)


def test_its_messages_are_examples_of_the_storys_intents():
    examples = {
        block["intent"]: {line.removeprefix("- ") for line in block["examples"].splitlines()}
        for block in read(PROJECT / "data" / "nlu.yml")["nlu"]
    }
    talks = list(itertools.islice(questions.moodbot(PROJECT, random.Random(0)), 6))
    for talk, story in zip(talks, [*questions.MOODBOT_STORIES] * 2, strict=True):
        assert all(question.text in examples[intent] for question, intent in zip(talk, story, strict=True))
    assert talks[:3] != talks[3:]
