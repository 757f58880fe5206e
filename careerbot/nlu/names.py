"""Finds the names of credentials, occupations, places, workplaces and years in a message, also misspelt ones.

Which names there are, a function that ``config.yml`` names says at training time; they travel in the model, so that a
model understands exactly the names that it was trained with. An entity's value is what that function gives for the
name; a place or a credential that nobody knows keeps the person's own spelling, so that an action can say so.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu import sources
from careerbot.nlu.focus import WAVED_OFF
from careerbot.nlu.found_names import Found, masked, meant, undenied
from careerbot.nlu.name_table import NameTable, by_kind, folded_words
from careerbot.nlu.spelling import MENDED_TEXT, SPELLED_TEXT, mended_text
from careerbot.nlu.splitting import with_parts
from careerbot.nlu.storage import read_json, write_json


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class NameFinder(GraphComponent, EntityExtractorMixin):
    """The Rasa component: adds entities, needs no other component. Without names it finds years.

    Configuration:
        names: dotted path of the function that gives the names as (kind, spelling, value); the value becomes the
            entity's (``careerbot/nlu/sources.py``). None for no names.
        codes: the same for the two-letter codes of states that are also words ("OR", "ME"), as (code, value): they
            are a ``place`` only where a state must stand. Other codes are names like any other. None for none.
        stand_ins: for each kind the name that stands for all others while the question is classified, so that who
            understands "pay in Texas" understands "pay in McAllen". Kinds without one are classified as typed.
        unmasked: values of names that are classified as typed although their kind has a stand-in.
        cutoff: how alike (0 to 100) a misspelt name must be.
        fuzzy_from: shorter names (characters) must be spelt right.
    """

    _FILE = "names.json"

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {"names": None, "codes": None, "stand_ins": {}, "unmasked": [], "cutoff": 86.0, "fuzzy_from": 6}

    def __init__(
        self,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        table: Optional[NameTable] = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._table = table or NameTable({}, {}, [], config["fuzzy_from"])

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NameFinder:
        """A component that is not trained yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Changed names make Rasa train this component again."""
        return sources.fingerprint(config)

    def train(self, training_data: TrainingData) -> Resource:
        """Collect the names and the words of the examples, and keep them."""
        content: Dict[str, Any] = {
            "names": by_kind(sources.names(self._config)),
            "codes": dict(sources.codes(self._config)),
            "vocabulary": sorted({word for text in _unmarked(training_data) for word in folded_words(text)}),
        }
        write_json(self._model_storage, self._resource, self._FILE, content)
        self._table = NameTable(fuzzy_from=self._config["fuzzy_from"], **content)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NameFinder:
        """A trained component from the model; one without names if the model has none."""
        content = read_json(model_storage, resource, cls._FILE)
        table = NameTable(fuzzy_from=config["fuzzy_from"], **content) if content else None
        return cls(config, model_storage, resource, table)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Mask the names in the examples as in the questions; their marked entities stay as they are."""
        for example in training_data.training_examples:
            if example.get(TEXT):
                self._mask(example)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the names of each message, and of each of its parts, to its entities."""
        for message in with_parts(messages):
            text, spelled = message.get(TEXT) or "", message.get(SPELLED_TEXT) or ""
            found = self._table.find_in_both(text, spelled, self._config["cutoff"])
            found = undenied(text, meant(found, message.get(WAVED_OFF) or []))
            self._mask(message)
            entities = self.add_extractor_name([_entity(item) for item in found])
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages

    def _mask(self, message: Message) -> None:
        """Set the text that the components after this one understand."""
        text = mended_text(message)
        found = self._table.find(text, self._config["cutoff"])
        message.set(MENDED_TEXT, masked(text, found, self._config["stand_ins"], self._config["unmasked"]))


def _entity(found: Found) -> Dict[str, Any]:
    return {
        ENTITY_ATTRIBUTE_TYPE: found.kind,
        ENTITY_ATTRIBUTE_START: found.start,
        ENTITY_ATTRIBUTE_END: found.end,
        ENTITY_ATTRIBUTE_VALUE: found.value,
    }


def _unmarked(training_data: TrainingData) -> Iterator[str]:
    """The examples without their marked names."""
    for example in training_data.intent_examples:
        text: str = example.get(TEXT) or ""
        marked = sorted(((entity["start"], entity["end"]) for entity in example.get(ENTITIES, [])), reverse=True)
        for start, end in marked:
            text = text[:start] + " " + text[end:]
        yield text
