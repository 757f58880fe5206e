"""Reads the project's data files for the lint, and says what is wrong with them: ``file: message``, all at once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Tuple, Type

from rasa.shared.nlu.training_data import entities_parser
from rasa_sdk import Action
from rasa_sdk.utils import all_subclasses
from ruamel.yaml import YAML

import actions
from actions.forms import Form

ROOT = Path(__file__).resolve().parents[2]

CATALOG = "catalog.yml"
DOMAIN = "domain.yml"
NLU = "data/nlu.yml"
LEANING = "tests/leaning_test.yml"
RULES = "data/rules.yml"
HELD_OUT = "tests/nlu_test.yml"


@dataclass(frozen=True)
class Entry:
    """An intent in the catalog; ``fields`` is what stands there, key by key."""

    topic: str
    fields: Mapping[str, Any]

    @property
    def intent(self) -> str:
        return str(self.fields.get("intent"))

    @property
    def title(self) -> str:
        return str(self.fields.get("title"))

    @property
    def answer(self) -> str:
        return str(self.fields.get("answer"))

    @property
    def suggest(self) -> bool:
        return bool(self.fields.get("suggest", True))


@dataclass(frozen=True)
class Example:
    """A sentence of an intent, as written (with its entity markup)."""

    intent: str
    text: str

    @property
    def plain(self) -> str:
        return str(entities_parser.replace_entities(self.text))

    @property
    def folded(self) -> str:
        return fold_sentence(self.plain)

    @property
    def entities(self) -> List[Dict[str, Any]]:
        return list(entities_parser.find_entities_in_training_example(self.text))


@dataclass(frozen=True)
class Rule:
    """A rule; ``actions`` has all of its actions. Most are of one question and one answer.

    The rule for the end of a form has no intent.
    """

    name: str
    intent: str
    actions: Tuple[str, ...]


def fold_sentence(text: str) -> str:
    """Case and punctuation taken away; a sentence that has nothing else ("???") stays as it is."""
    text = text.casefold()
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"['’`]", "", text)).split()) or text.strip()


def report(problems: Iterable[str]) -> None:
    """Fail with every problem on a line of its own."""
    found = list(problems)
    assert not found, "\n" + "\n".join(found)


def read_yaml(file: str) -> Any:
    path = ROOT / file
    assert path.is_file(), f"{file}: is not there"
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@cache
def catalog() -> Tuple[Entry, ...]:
    return tuple(Entry(topic, fields) for topic, entries in read_yaml(CATALOG).items() for fields in entries)


@cache
def domain() -> Dict[str, Any]:
    return dict(read_yaml(DOMAIN))


@cache
def examples(file: str = NLU) -> Tuple[Example, ...]:
    """All sentences, of both ways in which Rasa takes them: a text of lines, or a list with metadata."""
    return tuple(
        Example(block["intent"], text) for block in read_yaml(file)["nlu"] for text in _texts(block["examples"])
    )


def _texts(written: Any) -> List[str]:
    if isinstance(written, str):
        return [line[1:].strip() for line in written.splitlines() if line.strip()]
    return [entry["text"].strip() for entry in written]


def intents_of(file: str) -> List[str]:
    """The intents that have a block in a file of examples, in its order."""
    return [block["intent"] for block in read_yaml(file)["nlu"]]


@cache
def rules() -> Tuple[Rule, ...]:
    return tuple(
        Rule(
            rule["rule"],
            next((step["intent"] for step in rule["steps"] if "intent" in step), ""),
            tuple(step["action"] for step in rule["steps"] if "action" in step),
        )
        for rule in read_yaml(RULES)["rules"]
    )


@cache
def forms() -> Dict[str, Form]:
    """Every form of ``actions/`` by its name."""
    action_names()
    kinds: List[Type[Form]] = [kind for kind in all_subclasses(Form) if kind.__module__.startswith("actions.")]
    return {kind.form: kind() for kind in kinds if not inspect.isabstract(kind)}


@cache
def action_names() -> Tuple[str, ...]:
    """What the action server would offer: the names of all action classes in ``actions/``."""
    for module in pkgutil.iter_modules(actions.__path__):
        importlib.import_module(f"actions.{module.name}")
    found: List[str] = []
    waiting = [Action]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind.__module__.startswith("actions.") and not inspect.isabstract(kind):
            found.append(kind().name())
    return tuple(sorted(found))
