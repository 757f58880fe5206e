"""Finds the names of credentials, occupations, places, workplaces and years in a message, also misspelt ones.

The names come from the fact base's files at training time and travel in the model, so that a model understands
exactly the names that it was trained with. An entity's value is the name as answers write it ("Texas", "dental
assistant", "CCMA"); a place that nobody knows keeps the person's own spelling, so that an action can say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Dict, Iterable, Iterator, List, Optional, Set, Tuple

import rasa.shared.utils.io
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
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

from careerbot.facts.load import Facts, fingerprint, load
from careerbot.facts.names import fold, spellings
from careerbot.nlu.focus import WAVED_OFF
from careerbot.nlu.spelling import MENDED_TEXT, SPELLED_TEXT, mended_text

# A dot at the end belongs to "D.C.", not to the last word of a sentence.
_WORD = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*(?:(?<=\.[^\W_])\.)?", re.UNICODE)
_YEAR = re.compile(r"(?<![\d$.,])(19[5-9]\d|20\d\d)(?![\d%]|,\d)")

# Words after which a state's two letters are a state: "in OR", "Portland, OR", "state of MA".
_BEFORE_CODE = frozenset(("in", "from", "near", "of", "around", "across", "throughout"))

# Words that end a state's place only in capitals or at the end: "Columbus in 2024", "Springfield or Columbus".
_JOINING = frozenset(("in", "or"))

_AT_END = re.compile(r"\s*(?:[?.!,;]|$|and\b|or\b|vs\b|than\b|compared\b|right now\b|rn\b)", re.IGNORECASE)

# A place may follow these even if nobody knows it, unless one of its words is an ordinary one.
_BEFORE_PLACE = re.compile(
    r"\b(?:in|near|around)\s+(?:the\s+)?((?:[^\W\d_][\w'.-]*)(?:\s+[^\W\d_][\w'.-]*){0,2})\s*[?.!]*$",
    re.IGNORECASE,
)


# Of 100; two words of a misspelt name that are less alike are two words.
_WORD_ALIKE = 70

# An abbreviation in capitals before one of these words is a credential, known or not.
_BEFORE_EXAM = re.compile(r"\b([A-Z]{3,6})(?:'s)?\s+(?:exam|test|cert|credential)")

# What stands for every name of a kind while the question is classified: whoever understands "pay in Texas" then
# understands "pay in McAllen". Occupations are left: who asks about nurses may ask another question.
_STAND_INS = {"place": "Texas", "credential": "CCMA", "year": "2021"}

# The letters CMA also mean other things, and some questions are about just that.
_THEMSELVES = frozenset(("CMA", "US"))


@dataclass(frozen=True)
class Found:
    """A name in a text: its place in it (characters), its kind and its value; whether the fact base knows it."""

    start: int
    end: int
    kind: str
    value: str
    known: bool = True


class NameTable:
    """All spellings, ready to be looked up.

    Args:
        names: for each kind, the folded spelling and the value it stands for.
        codes: two-letter state codes that are also words, and the state's name.
        vocabulary: folded words that are ordinary in this domain; they are never taken for a misspelt name.
    """

    def __init__(
        self, names: Dict[str, Dict[str, str]], codes: Dict[str, str], vocabulary: Iterable[str], fuzzy_from: int
    ) -> None:
        self.names = names
        self.codes = codes
        self.vocabulary = set(vocabulary)
        self.fuzzy_from = fuzzy_from
        self._longest = max((len(name.split()) for table in names.values() for name in table), default=1)
        self._fuzzy = {kind: [name for name in table if len(name) >= fuzzy_from] for kind, table in names.items()}

    def find(self, text: str, cutoff: float) -> List[Found]:
        """Names in ``text`` in order, not overlapping. ``cutoff`` (0 to 100) is how alike a misspelt one must be."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        found: List[Found] = []
        taken: Set[int] = set()
        self._exact(text, words, found, taken)
        self._state_codes(text, words, found, taken)
        self._misspelt(text, words, found, taken, cutoff)
        self._unknown_place(text, found)
        self._unknown_credential(text, found)
        years = [Found(match.start(), match.end(), "year", match.group()) for match in _YEAR.finditer(text)]
        found += [year for year in years if not any(item.start < year.end and year.start < item.end for item in found)]
        return sorted(found, key=lambda item: item.start)

    def _exact(self, text: str, words: List[Tuple[int, int]], found: List[Found], taken: Set[int]) -> None:
        """Longest names first; a word belongs to one name only."""
        for size in range(min(self._longest, len(words)), 0, -1):
            for first in range(len(words) - size + 1):
                span = range(first, first + size)
                if taken.intersection(span):
                    continue
                start, end = words[first][0], words[first + size - 1][1]
                folded = fold(text[start:end])
                if self._is_code_word(text, words, first, size) or _is_joined(text, *words[first + size - 1]):
                    continue
                for kind, table in self.names.items():
                    if folded in table:
                        found.append(Found(start, end, kind, table[folded]))
                        taken.update(span)
                        break

    def _is_code_word(self, text: str, words: List[Tuple[int, int]], first: int, size: int) -> bool:
        """Whether a one-word name stands where its letters mean a state: "pay in MA"."""
        return size == 1 and self._state_at(text, words, first) is not None

    def _state_codes(self, text: str, words: List[Tuple[int, int]], found: List[Found], taken: Set[int]) -> None:
        for index, (start, end) in enumerate(words):
            state = None if index in taken else self._state_at(text, words, index)
            if state:
                found.append(Found(start, end, "place", state))
                taken.add(index)

    def _state_at(self, text: str, words: List[Tuple[int, int]], index: int) -> Optional[str]:
        """The state whose code is the word at ``index``, if what stands around it says that a state is meant."""
        start, end = words[index]
        state = self.codes.get(text[start:end].rstrip(".").upper())
        if state is None or index == 0:
            return None
        if state == "Maine" and not _is_capitals(text, start, end):
            return None  # "near me"
        at_end = _AT_END.match(text, end)
        before = text[words[index - 1][0] : words[index - 1][1]].casefold()
        after_comma = text[words[index - 1][1] : start].strip() == "," and text[start:end].isupper()
        return state if after_comma or (at_end and before in _BEFORE_CODE) else None

    def _misspelt(
        self, text: str, words: List[Tuple[int, int]], found: List[Found], taken: Set[int], cutoff: float
    ) -> None:
        for size in (3, 2, 1):
            for first in range(len(words) - size + 1):
                span = range(first, first + size)
                if taken.intersection(span):
                    continue
                start, end = words[first][0], words[first + size - 1][1]
                folded = fold(text[start:end])
                if len(folded) < self.fuzzy_from or all(word in self.vocabulary for word in folded.split()):
                    continue
                best = self._nearest(folded, size, cutoff)
                if best and not (size == 1 and self._is_nearer_a_word(folded, best[2])):
                    found.append(Found(start, end, *best[:2]))
                    taken.update(span)

    def _is_nearer_a_word(self, word: str, name: str) -> bool:
        """Whether an ordinary word is no more slips away than the name, so that it may be that word."""
        furthest = OSA.distance(word, name)
        return process.extractOne(word, self.vocabulary, scorer=OSA.distance, score_cutoff=furthest) is not None

    def _nearest(self, folded: str, size: int, cutoff: float) -> Optional[Tuple[str, str, str]]:
        """Kind, value and spelling of the name most like ``folded``: as many words, the same first letter."""
        best: Tuple[float, str, str, str] = (0.0, "", "", "")
        for kind, names in self._fuzzy.items():
            same = [name for name in names if name[0] == folded[0] and name.count(" ") == size - 1]
            match = process.extractOne(folded, same, scorer=fuzz.ratio, score_cutoff=cutoff)
            if match and match[1] > best[0] and _each_word_alike(folded, match[0]):
                best = (match[1], kind, self.names[kind][match[0]], match[0])
        return best[1:] if best[0] else None

    def _unknown_place(self, text: str, found: List[Found]) -> None:
        """ "... in Narnia?": a last word or two after "in" that nobody ever writes here is a place we do not know."""
        if any(item.kind == "place" for item in found):
            return
        match = _BEFORE_PLACE.search(text)
        if not match:
            return
        folded = fold(match.group(1)).split()
        inside = any(item.start < match.end(1) and item.end > match.start(1) for item in found)
        ordinary = any(word in self.vocabulary or self._is_slip_of_a_word(word) for word in folded)
        if not inside and folded and not ordinary:
            name = match.group(1).rstrip(".")
            found.append(Found(match.start(1), match.start(1) + len(name), "place", name, known=False))

    def _is_slip_of_a_word(self, word: str) -> bool:
        """Whether a long word is one or two slips away from an ordinary one: "cardilogy" is no place."""
        if len(word) < 7:
            return False
        return process.extractOne(word, self.vocabulary, scorer=OSA.distance, score_cutoff=2) is not None

    def _unknown_credential(self, text: str, found: List[Found]) -> None:
        """ "the BMET exam": letters before "exam" that nobody ever writes here are a credential we do not know."""
        for match in () if text.isupper() else _BEFORE_EXAM.finditer(text):
            inside = any(item.start < match.end(1) and item.end > match.start(1) for item in found)
            if not inside and fold(match.group(1)) not in self.vocabulary:
                found.append(Found(match.start(1), match.end(1), "credential", match.group(1), known=False))


def _each_word_alike(text: str, name: str) -> bool:
    """Whether a misspelt name is like the name word by word: "a medical assistant" is no "AMT medical assistant"."""
    return all(fuzz.ratio(*pair) >= _WORD_ALIKE for pair in zip(text.split(), name.split(), strict=True))


def _is_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word is in capitals and the rest of the text is not."""
    return text[start:end].isupper() and not text.isupper()


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a word is "in" or "or" as such and no state's code."""
    if text[start:end].casefold() not in _JOINING or _is_capitals(text, start, end):
        return False
    return not _AT_END.match(text, end)


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class NameFinder(GraphComponent, EntityExtractorMixin):
    """The Rasa component: trains on the fact files and the words of the training data, needs no other component."""

    _FILE = "names.json"

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """``cutoff``: how alike (0 to 100) a misspelt name must be; ``fuzzy_from``: least letters of such a name."""
        return {"cutoff": 86.0, "fuzzy_from": 6}

    def __init__(
        self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, table: Optional[NameTable]
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._table = table

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NameFinder:
        """A component that is not trained yet."""
        return cls(config, model_storage, resource, None)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Changed facts make Rasa train this component again."""
        return fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        """Collect the names of the fact files and the words of the examples, and keep them."""
        facts = load()
        content: Dict[str, Any] = {
            "names": _by_kind(facts),
            "codes": _code_words(facts),
            "vocabulary": sorted(_vocabulary(training_data)),
        }
        with self._model_storage.write_to(self._resource) as folder:
            rasa.shared.utils.io.dump_obj_as_json_to_file(folder / self._FILE, content)
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
        """A trained component from the model."""
        with model_storage.read_from(resource) as folder:
            content = rasa.shared.utils.io.read_json_file(folder / cls._FILE)
        return cls(config, model_storage, resource, NameTable(fuzzy_from=config["fuzzy_from"], **content))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Mask the names in the examples as in the questions; their marked entities stay as they are."""
        for example in training_data.training_examples:
            if example.get(TEXT):
                self._mask(example)
        return training_data

    def _find(self, text: str, spelled: str) -> List[Found]:
        """Names in ``text``, read in its mended spelling where that has the same words one by one."""
        assert self._table is not None, "NameFinder must be trained or loaded first"
        typed = [match.span() for match in _WORD.finditer(text)]
        mended = [match.span() for match in _WORD.finditer(spelled)]
        if len(typed) != len(mended):
            return self._table.find(text, self._config["cutoff"])
        starts = {span[0]: place[0] for span, place in zip(mended, typed, strict=True)}
        ends = {span[1]: place[1] for span, place in zip(mended, typed, strict=True)}
        as_typed = self._table.find(text, self._config["cutoff"])
        as_mended = [
            Found(starts[item.start], ends[item.end], item.kind, item.value, item.known)
            for item in self._table.find(spelled, self._config["cutoff"])
            if item.start in starts and item.end in ends
        ]
        # A name that was typed rightly may look like a slip of another word, so both readings count, known names first.
        found: List[Found] = []
        for item in sorted([*as_typed, *as_mended], key=lambda one: not one.known):
            overlaps = any(other.start < item.end and item.start < other.end for other in found)
            doubtful = not item.known and any(other.kind == item.kind for other in found)
            if not overlaps and not doubtful:
                found.append(item)
        return sorted(found, key=lambda item: item.start)

    def _mask(self, message: Message) -> None:
        """Set the text that the components after this one understand."""
        assert self._table is not None, "NameFinder must be trained or loaded first"
        text = mended_text(message)
        message.set(MENDED_TEXT, masked(text, self._table.find(text, self._config["cutoff"])))

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the names of each message to its entities."""
        assert self._table is not None, "NameFinder must be trained or loaded first"
        for message in messages:
            found = self._find(message.get(TEXT) or "", message.get(SPELLED_TEXT) or "")
            found = _meant(found, message.get(WAVED_OFF) or [])
            self._mask(message)
            entities = [
                {
                    ENTITY_ATTRIBUTE_TYPE: item.kind,
                    ENTITY_ATTRIBUTE_START: item.start,
                    ENTITY_ATTRIBUTE_END: item.end,
                    ENTITY_ATTRIBUTE_VALUE: item.value,
                }
                for item in found
            ]
            message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name(entities), add_to_output=True)
        return messages


def masked(text: str, found: List[Found]) -> str:
    """``text`` with one name of each kind in place of every other: the question is the same for all of them."""
    for item in reversed(found):
        stand_in = _STAND_INS.get(item.kind)
        if stand_in and item.value not in _THEMSELVES:
            text = text[: item.start] + stand_in + text[item.end :]
    return text


def _meant(found: List[Found], waved_off: List[Tuple[int, int]]) -> List[Found]:
    """Without the names a person waves off ("not the CMA, the RMA"), unless no other of that kind is named."""
    away = [item for item in found if any(start <= item.start < end for start, end in waved_off)]
    meant = [item for item in found if item not in away]
    kinds = {item.kind for item in meant}
    return [item for item in found if item in meant or item.kind not in kinds]


def _by_kind(facts: Facts) -> Dict[str, Dict[str, str]]:
    """Folded spelling -> value as answers write it, for each kind."""
    shown: Dict[Tuple[str, str], str] = {("place", "US"): "US"}
    shown.update({("credential", key): key for key in facts.credentials})
    shown.update({("occupation", soc): row.name for soc, row in facts.occupations.items()})
    shown.update({("setting", naics): row.name for naics, row in facts.settings.items()})
    shown.update({("place", state.code): state.name for state in facts.states})
    shown.update({("place", area.code): area.name for area in facts.areas})
    tables: Dict[str, Dict[str, str]] = {}
    for kind, spelling, value in spellings(facts):
        tables.setdefault(kind, {})[fold(spelling)] = shown[kind, value]
    return tables


def _code_words(facts: Facts) -> Dict[str, str]:
    never = set(facts.place_names.never_codes)
    return {state.code: state.name for state in facts.states if state.code in never}


def _vocabulary(training_data: TrainingData) -> Iterator[str]:
    """Folded words of the examples outside marked names."""
    seen: Set[str] = set()
    for example in training_data.intent_examples:
        text: str = example.get(TEXT) or ""
        marked = sorted(((entity["start"], entity["end"]) for entity in example.get(ENTITIES, [])), reverse=True)
        for start, end in marked:
            text = text[:start] + " " + text[end:]
        for match in _WORD.finditer(text):
            for word in fold(match.group()).split():
                if word not in seen:
                    seen.add(word)
                    yield word
