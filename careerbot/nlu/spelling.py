"""Mends slips of the finger before a message is understood: "hosptal externshp" is read as "hospital externship".

Only words that are no words are touched: those that neither a list of 160,000 English words nor the encoder's own
dictionary nor the training data nor the project's names know. The message itself stays as it was typed; later
components read ``mended_text(message)``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional, Sequence, Set

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spellchecker import SpellChecker
from tokenizers import Tokenizer

from careerbot.nlu import sources
from careerbot.nlu.errors import EncoderError
from careerbot.nlu.storage import read_json, write_json
from careerbot.nlu.weights import TOKENIZER, source_folder

MENDED_TEXT = "mended_text"
SPELLED_TEXT = "spelled_text"
"""The whole message with its slips mended, before later components take parts out of ``mended_text``."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# Shorter words have too many neighbours: "ma", "rma", "pay" are left alone.
_SHORTEST = 4

_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "ly", "nt", "in")


def mended_text(message: Message) -> str:
    """The text to understand: mended if a SpellingMender stands in the pipeline, else as typed."""
    return str(message.get(MENDED_TEXT) or message.get(TEXT) or "")


@dataclass
class Mender:
    """What is a word, and which words are common enough here to be what was meant.

    Args:
        known: words that are never touched.
        common: words that a slip may be mended to, and how often the training data have them.
    """

    known: Set[str]
    common: Dict[str, int]

    @classmethod
    def learn(cls, texts: Sequence[str], dictionary: Set[str]) -> Mender:
        """From the training sentences and a dictionary of English words."""
        counts = Counter(_words(texts))
        common = {
            word: count
            for word, count in counts.items()
            if len(word) >= _SHORTEST and (count >= 8 or (count >= 2 and word in dictionary))
        }
        learnt = {word for word, count in counts.items() if count >= 3}
        slips = {word for word in learnt - dictionary if _is_slip(word, counts[word], common)}
        common = {word: count for word, count in common.items() if word not in slips}
        return cls(dictionary | (learnt - slips), common)

    def mend(self, text: str) -> str:
        """The text with every word that is none replaced by the common word it is most like, if one is near."""
        shouted = text.isupper() or text.istitle()
        return _WORD.sub(lambda match: self._mend_word(match.group(), match.start() > 0 and not shouted), text)

    def _mend_word(self, word: str, may_be_name: bool) -> str:
        if may_be_name and word[0].isupper():
            return word  # "McAllen" is a town and "CMMA" an abbreviation
        lower = word.casefold().replace("’", "'")
        if len(lower) < _SHORTEST or "'" in lower or self._is_word(lower):
            return word
        return self._nearest(lower) or word

    def _is_word(self, word: str) -> bool:
        """Whether it is a known word or a form of one: "toddlers", "wasnt", "mailed"."""
        stems = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) > 2)
        return word in self.known or any(stem in self.known or stem + "e" in self.known for stem in stems)

    def _nearest(self, word: str) -> Optional[str]:
        near = process.extract(word, self.common.keys(), scorer=OSA.distance, score_cutoff=_furthest(word), limit=20)
        # People rarely miss the first letter; among equals a word of which letters were left out ("renw" is "renew" and
        # not "rent"), then the word that is used most.
        ranked = sorted(
            near,
            key=lambda hit: (
                hit[1] + (hit[0][0] != word[0]),
                not _is_left_of(word, hit[0]),
                -self.common[hit[0]],
                hit[0],
            ),
        )
        return ranked[0][0] if ranked else None


def _is_slip(word: str, count: int, common: Dict[str, int]) -> bool:
    """Whether a word of the examples is itself a slip: one letter from a word that occurs five times as often."""
    near = process.extract(word, common.keys(), scorer=OSA.distance, score_cutoff=1, limit=20)
    if len(word) <= _SHORTEST:
        # "mcuh" is a slip of "much", but "pell" is none of "tell".
        near = [found for found in near if sorted(found[0]) == sorted(word)]
    return any(common[other] >= 5 * count for other, _, _ in near if other != word)


def _is_left_of(word: str, whole: str) -> bool:
    """Whether ``word`` is what is left of ``whole`` when letters are taken out."""
    letters = iter(whole)
    return all(letter in letters for letter in word)


def _furthest(word: str) -> int:
    """How many slips one word may have."""
    return 1 if len(word) <= 6 else 2


def _words(texts: Iterable[str]) -> List[str]:
    return [word.casefold().replace("’", "'") for text in texts for word in _WORD.findall(text)]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingMender(GraphComponent):
    """The Rasa component: stands before the encoder. What has learnt no words mends nothing.

    Configuration:
        model: names the same encoder as in ``SentenceEncoderFeaturizer``, for its dictionary.
        names: dotted path of the function that gives the project's names as (kind, spelling, value), whose words are
            never touched (``careerbot/nlu/sources.py``); None for no names.
    """

    _FILE = "spelling.json"

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {"model": None, "names": None}

    def __init__(
        self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, mender: Optional[Mender] = None
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._mender = mender or Mender(set(), {})

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpellingMender:
        """A component that has not learnt its words yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Changed names make Rasa train this component again."""
        return sources.fingerprint(config)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the words of the examples and of the names."""
        source = source_folder(self._config["model"])
        if isinstance(source, Path) and not (source / TOKENIZER).is_file():
            raise EncoderError(f"no {TOKENIZER} in {source}")
        tokenizer = Tokenizer.from_file(str(source / TOKENIZER)) if isinstance(source, Path) else None
        pieces = tokenizer.get_vocab() if tokenizer else {}
        dictionary = {piece for piece in pieces if piece.isalpha()} | set(SpellChecker().word_frequency.dictionary)
        # Asheville is no slip of Nashville.
        dictionary.update(_words(spelling for _, spelling, _ in sources.names(self._config)))
        self._mender = Mender.learn([example.get(TEXT) or "" for example in training_data.intent_examples], dictionary)
        content = {"known": sorted(self._mender.known), "common": self._mender.common}
        write_json(self._model_storage, self._resource, self._FILE, content)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpellingMender:
        """A component with the words of the model; one that mends nothing if the model has none."""
        content = read_json(model_storage, resource, cls._FILE)
        mender = Mender(set(content["known"]), content["common"]) if content else None
        return cls(config, model_storage, resource, mender)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Mend the examples too, so that what is learnt and what is asked look alike."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the mended text of every message."""
        for message in messages:
            if message.get(TEXT):
                spelled = self._mender.mend(message.get(TEXT))
                message.set(SPELLED_TEXT, spelled)
                message.set(MENDED_TEXT, spelled)
        return messages
