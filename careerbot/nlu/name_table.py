"""Finds names in a text, also misspelt ones.

Most kinds of names are found by their spellings alone. Three have rules of their own, made for English and the United
States: a ``place`` may be a state's two letters, a ``place`` or a ``credential`` may be one that no list has, and a
``year`` needs no list.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Dict, FrozenSet, Iterable, List, Optional, Set, Tuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from careerbot.facts.names import fold
from careerbot.nlu.found_names import Found, Span, apart

# A dot at the end belongs to "D.C.", not to the last word of a sentence.
_WORD = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*(?:(?<=\.[^\W_])\.)?", re.UNICODE)
_YEAR = re.compile(r"(?<![\d$.,])(19[5-9]\d|20\d\d)(?![\d%]|,\d)")

# Words after which a state's two letters are a state: "in OR", "Portland, OR", "state of MA".
# Behind letters that may be a state's: "or CNA", "and an LPN".
_OR_ANOTHER = re.compile(r"\s*(?:or|and|vs\.?|versus)\s+(?:an?\s+|the\s+)?([A-Z]{2,4})\b")
_KINDS_OF_TOWN = frozenset(("town", "city", "area", "county", "village", "suburb", "suburbs"))
_BEFORE_CODE = frozenset(("in", "from", "near", "of", "around", "across", "throughout"))

# Before "from" and letters that mean a job too: "I'm from MA", "a diploma from MA"; not "get into coding from MA".
_FROM_A_STATE = frozenset(
    ("m", "am", "im", "i'm", "are", "we're", "is", "he's", "she's", "was", "were")
    + ("come", "comes", "came", "moved", "relocated", "here", "commute", "drive", "far", "away", "miles")
    + ("people", "person", "someone", "diploma", "degree", "transcript", "license", "certificate", "certification")
)

# Before "of" and letters that mean a job too: "the role of MA", "instead of PA"; not "the state of MA".
_OF_A_JOB = re.compile(
    r"roles?|jobs?|work|career|field|position|title|life|day|future|kinds?|types?|duties|tasks|responsibilities|skills"
    r"|benefits|downsides?|salary|pay|wages?|earnings|instead|because|lack|shortage|lots|number|think"
)

# Before "rn" that is a registered nurse.
_BEFORE_A_NURSE = re.compile(
    r"an?|the|to|into|as|or|and|n|for|of|with|from|vs|versus|than|then|be|being|become|becoming|like|called|one|some|any"
    r"|good|new|later|lpn|lvn"
)

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


class NameTable:
    """All spellings, ready to be looked up.

    Args:
        names: for each kind, the folded spelling and the value it stands for.
        codes: two-letter state codes that are also words, and the place each stands for.
        vocabulary: folded words that are ordinary in this domain; they are never taken for a misspelt name.
        fuzzy_from: shorter names (characters) must be spelt right.
    """

    def __init__(
        self, names: Dict[str, Dict[str, str]], codes: Dict[str, str], vocabulary: Iterable[str], fuzzy_from: int
    ) -> None:
        self.names = names
        self.codes = codes
        self.vocabulary = set(vocabulary)
        self.fuzzy_from = fuzzy_from
        # For each first word of a name, in how many words such names may be typed, most first.
        self._sizes = _sizes_by_first_word(name for table in names.values() for name in table)
        # By what a misspelt name must share with it, because every message is compared with thousands of names.
        self._fuzzy: Dict[Tuple[str, str, int], List[str]] = {}
        for kind, table in names.items():
            for name in table:
                if len(name) >= fuzzy_from:
                    self._fuzzy.setdefault((kind, name[0], len(name.split())), []).append(name)
        # A message is read as typed, mended and focused, and these are mostly the same text.
        self._found = lru_cache(maxsize=64)(self._find)

    def find(self, text: str, cutoff: float) -> List[Found]:
        """Names in ``text`` in order, not overlapping. ``cutoff`` (0 to 100) is how alike a misspelt one must be."""
        return list(self._found(text, cutoff))

    def _find(self, text: str, cutoff: float) -> Tuple[Found, ...]:
        words = word_spans(text)
        found: List[Found] = []
        taken: Set[int] = set()
        self._exact(text, words, found, taken)
        self._state_codes(text, words, found, taken)
        self._misspelt(text, words, found, taken, cutoff)
        self._unknown_place(text, found)
        self._unknown_credential(text, found)
        years = [Found(match.start(), match.end(), "year", match.group()) for match in _YEAR.finditer(text)]
        found += [year for year in years if not any(item.overlaps(year.start, year.end) for item in found)]
        return tuple(sorted(found, key=lambda item: item.start))

    def find_in_both(self, typed: str, mended: str, cutoff: float) -> List[Found]:
        """Names in ``typed``, read in its mended spelling too where that has the same words one by one.

        A name that was typed rightly may look like a slip of another word, so both readings count.
        """
        found = self.find(typed, cutoff)
        here, there = word_spans(typed), word_spans(mended)
        if len(here) != len(there):
            return found
        starts = {start: place for (start, _), (place, _) in zip(there, here, strict=True)}
        ends = {end: place for (_, end), (_, place) in zip(there, here, strict=True)}
        as_mended = [
            replace(item, start=starts[item.start], end=ends[item.end])
            for item in self.find(mended, cutoff)
            if item.start in starts and item.end in ends
        ]
        return apart([*found, *as_mended])

    def _exact(self, text: str, words: List[Span], found: List[Found], taken: Set[int]) -> None:
        """Longest names first; a word belongs to one name only."""
        begun = [self._sizes.get(fold(text[start:end]), frozenset()) for start, end in words]
        for size in sorted(set().union(*begun), reverse=True):
            for first in range(len(words) - size + 1):
                span = range(first, first + size)
                if size not in begun[first] or taken.intersection(span):
                    continue
                start, end = words[first][0], words[first + size - 1][1]
                folded = fold(text[start:end])
                kind = next((kind for kind, table in self.names.items() if folded in table), None)
                if kind is None or self._is_code_word(text, words, first, size) or _is_joined(text, *words[span[-1]]):
                    continue
                if folded == "rn" and _is_right_now(text, words, first):
                    continue
                found.append(Found(start, end, kind, self.names[kind][folded]))
                taken.update(span)

    def _is_code_word(self, text: str, words: List[Span], first: int, size: int) -> bool:
        """Whether a one-word name stands where its letters mean a state: "pay in MA"."""
        return size == 1 and self._state_at(text, words, first) is not None

    def _state_codes(self, text: str, words: List[Span], found: List[Found], taken: Set[int]) -> None:
        for index, (start, end) in enumerate(words):
            state = None if index in taken else self._state_at(text, words, index)
            if state:
                found.append(Found(start, end, "place", state))
                taken.add(index)

    def _state_at(self, text: str, words: List[Span], index: int) -> Optional[str]:
        """The state whose code is the word at ``index``, if what stands around it says that a state is meant."""
        start, end = words[index]
        code = text[start:end].rstrip(".").upper()
        state = self.codes.get(code)
        if state is None or index == 0:
            return None
        if code == "ME" and not _is_capitals(text, start, end):
            return None  # "near me"
        at_end = _AT_END.match(text, end)
        before = text[words[index - 1][0] : words[index - 1][1]].casefold()
        after_comma = text[words[index - 1][1] : start].strip() == "," and text[start:end].isupper()
        after_comma = after_comma and self._may_be_town(text, words[:index])
        if after_comma and self._is_beside_no_state(text, end):
            return None  # "which is better, MA or CNA"
        if index > 1 and any(fold(code) in table for table in self.names.values()):
            start, end = words[index - 2]
            earlier = text[start:end].casefold().replace("’", "'")
            if (before == "from" and earlier not in _FROM_A_STATE) or (before == "of" and _OF_A_JOB.fullmatch(earlier)):
                return None
        return state if after_comma or (at_end and before in _BEFORE_CODE) else None

    def _may_be_town(self, text: str, words: List[Span]) -> bool:
        """Whether the last word is written as a name, or is a known place: "Lowell, MA", no "chart nerd here, MA"."""
        start, end = words[-1]
        places = self.names.get("place", {})
        is_named = text[start].isupper() or text[start:end] in _KINDS_OF_TOWN
        return is_named or any(fold(text[first:end]) in places for first, _ in words[-3:])

    def _is_beside_no_state(self, text: str, end: int) -> bool:
        beside = _OR_ANOTHER.match(text, end)
        states = (*self.codes, *map(str.upper, self.names.get("place", ())))
        return beside is not None and beside[1] not in states

    def _misspelt(self, text: str, words: List[Span], found: List[Found], taken: Set[int], cutoff: float) -> None:
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
        for kind in self.names:
            same = self._fuzzy.get((kind, folded[0], size), ())
            match = process.extractOne(folded, same, scorer=fuzz.ratio, score_cutoff=cutoff)
            if match and match[1] > best[0] and _each_word_alike(folded, match[0]):
                best = (match[1], kind, self.names[kind][match[0]], match[0])
        return best[1:] if best[0] else None

    def _unknown_place(self, text: str, found: List[Found]) -> None:
        """ "... in Narnia?": a last word or two after "in" that nobody ever writes here is a place we do not know."""
        if "place" not in self.names or any(item.kind == "place" for item in found):
            return
        match = _BEFORE_PLACE.search(text)
        if not match:
            return
        folded = fold(match.group(1)).split()
        inside = any(item.overlaps(*match.span(1)) for item in found)
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
        if "credential" not in self.names or text.isupper():
            return
        for match in _BEFORE_EXAM.finditer(text):
            inside = any(item.overlaps(*match.span(1)) for item in found)
            if not inside and fold(match.group(1)) not in self.vocabulary:
                found.append(Found(match.start(1), match.end(1), "credential", match.group(1), known=False))


def by_kind(names: Iterable[Tuple[str, str, str]]) -> Dict[str, Dict[str, str]]:
    """Folded spelling -> value for each kind, from (kind, spelling, value); the first value of a spelling stays."""
    tables: Dict[str, Dict[str, str]] = {}
    for kind, spelling, value in names:
        if fold(spelling):
            tables.setdefault(kind, {}).setdefault(fold(spelling), value)
    return tables


def folded_words(text: str) -> List[str]:
    """The words of a text as names are compared with them."""
    return [word for start, end in word_spans(text) for word in fold(text[start:end]).split()]


def word_spans(text: str) -> List[Span]:
    """Where the words of a text are."""
    return [match.span() for match in _WORD.finditer(text)]


def _sizes_by_first_word(names: Iterable[str]) -> Dict[str, FrozenSet[int]]:
    """For the first word of each folded name, in how many words the names that begin with it are typed.

    Folding keeps the number of words but where it takes an apostrophe or a dot out of the middle of one, which then
    is one word before and after.
    """
    sizes: Dict[str, Set[int]] = {}
    for name in names:
        words = word_spans(name)
        if words:
            sizes.setdefault(fold(name[slice(*words[0])]), set()).add(len(words))
    return {word: frozenset(counts) for word, counts in sizes.items()}


def _each_word_alike(text: str, name: str) -> bool:
    """Whether a misspelt name is like the name word by word: "a medical assistant" is no "AMT medical assistant"."""
    return all(fuzz.ratio(*pair) >= _WORD_ALIKE for pair in zip(text.split(), name.split(), strict=True))


def _is_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word is in capitals and the rest of the text is not."""
    return text[start:end].isupper() and not text.isupper()


def _is_right_now(text: str, words: List[Span], index: int) -> bool:
    """Whether small "rn" at the end of a sentence is "right now": "i make 14 rn", no "become an rn"."""
    start, end = words[index]
    before = text[words[index - 1][0] : words[index - 1][1]].casefold() if index else ""
    at_end = re.match(r"\s*(?:[?.!,;]|$|\b(?:tho|though|but|and|so|is|how|what)\b)", text[end:], re.IGNORECASE)
    return bool(text[start:end] == "rn" and index and at_end and not _BEFORE_A_NURSE.fullmatch(before))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a word is "in" or "or" as such and no state's code."""
    if text[start:end].casefold() not in _JOINING or _is_capitals(text, start, end):
        return False
    return not _AT_END.match(text, end)
