"""Where a message may fall into several questions: "how long does it take and what does it pay".

Wording alone cannot tell two questions from one with "and" in it ("clinical and administrative duties"), so this
module only proposes parts. They run through the same components as the message, and ``SeveralQuestions`` decides by
what they were understood as.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Dict, List, Sequence, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.spelling import MENDED_TEXT, SPELLED_TEXT, mended_text

LISTED = "listed"
"""Of a part: whether it is one of a list of topics ("salary and job outlook") and no question by its form."""

PARTS = "parts"
"""Messages that may each be a question of their own, in order; none where the message is surely one."""

CLAUSES = "clauses"
"""Messages that are each a piece of the message, to be looked at by itself (``careerbot.nlu.safety``)."""

_ASKS_WITH = (
    r"(?:what|how|where|who|why|which|wat|wut|wats|whats|hows|wheres|whos|"
    r"when(?='?s|\s+(?:do|does|did|can|could|is|are|will|would|should)\b)|"
    r"is|are|am(?=\s+i\b)|was|do|does|did|can|could|will|would|should|has|"
    # "wont ai take this job", not "dont tell me".
    r"(?:is|are|wo|ca|do|does|did|could|would|should)n'?t(?=\s+(?:i|u|you|we|they|it|there|that|this|the|ai|ma'?s?)\b)|"
    r"have(?!\s+(?:an?|no|my|been|to|two|three|\d+)\b)|any|"
    r"tell me|explain|whether|i (?:want|need|would like|'?d like|wanna) (?:to )?know|"
    r"i(?:'?m| am) (?:also )?(?:wondering|curious|asking)|(?:just )?wondering|curious)"
    r"(?:'s|'re|s)?\b"
)
# Ohio, Oklahoma, Oregon and Hawaii are no joining words: "in Tulsa, OK and", "pay in oh".
_NO_STATE = r"(?!(?<=[\w,] )(?-i:OH|OK|OR|HI)\b|(?<=\bin )(?:oh|ok|or|hi)\b)"
# A blank belongs to one repetition only, and they are few: a message of nothing but "and" must not take seconds.
_FILLER = (
    rf"(?:\s*(?:{_NO_STATE}(?:and|n|also|plus|oh|so|but|ok|okay|then|or|btw|by the way|hi|hey|hello|please|pls|"
    r"firstly|secondly|lastly|later|later on|afterwards|after that|another thing|one more thing|last question|if so|"
    rf"(?:first|second|one more|last)(?=\s*(?:[,:]|{_ASKS_WITH})))\b|[-\u2013\u2014,:&+])){{0,6}}"
)
_OPENS = re.compile(rf"^{_FILLER}\s*{_ASKS_WITH}", re.IGNORECASE)

# A question later in a sentence: "got an interview friday what questions do they ask".
_ASKS_INSIDE = re.compile(
    r"(?<!know )(?<!knows )\b(?:what|how|wat|wats|whats|hows|"
    r"(?:do|does|did|can|could|will|would|should|is|are|am)\s+(?:i|u|you|we|they|it|there|that|this|these|ma'?s?)|"
    r"(?:is|are)\s+(?:the|a|my))\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(r"^\W*not\b", re.IGNORECASE)
_COURTESY = re.compile(
    r"\W*(?:(?:ok(?:ay)?|and|so|hi|hiya|hey|hello|good (?:morning|afternoon|evening)|there|all|everyone|"
    r"thanks?|thx|ty|tysm|you|very|much|kindly|a lot|a bunch|again|in advance|"
    r"for (?:your|the|any|all) \w+|please|pls|appreciate it|bye|cheers|sorry|lol|haha)\b\W*)+",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^{_FILLER}\s*", re.IGNORECASE)

# The end of a sentence; not the dots of "D.C.", "Dr.", "avg." and "3.5".
_SENTENCE_END = re.compile(
    r"(?<=[?!\n])\s*(?=\S)|(?<=[.;])(?<!\b[A-Za-z]\.)(?<!\b(?:Dr|Mr|Ms|vs|no|st|hr|yr)\.)"
    r"(?<!\b(?:Mrs|avg|hrs|yrs|min|max)\.)\s+(?=\S)",
    re.IGNORECASE,
)

# "..., and what", "... also do I", "..., and if I fail can I": a word that joins, then one that asks.
_JOINED = re.compile(
    rf"\s*(?:,|\s[-\u2013\u2014]+\s|{_NO_STATE}\b(?:and|n|also|plus|btw|by the way|oh|then|but)\b|&|\+)\s*"
    rf"(?={_FILLER}\s*(?:{_ASKS_WITH}|if\s+(?:[^\s,?]+\s+){{1,8}}?(?:what|how|where|which|who|can|do|does|should|will)\b))",
    re.IGNORECASE,
)

# "wats the pay do u need a degree": a verb and its subject turned round begin a question without any sign.
_RUN_ON = re.compile(
    r"(?<=\w)\s+(?=(?:(?:do|does|did|can|could|will|would|should|is|are|am)\s+(?:i|u|you|we|they|it|there|ma'?s?|medical)"
    r"|(?:how (?:long|much|many|hard|do|does|is|are)|what(?:'s| is| are| do| does|s the)|wats|where (?:can|do)|"
    r"whats|which (?:is|one)|when (?:do|can|does)|(?:what|which|how) \w+ (?:do|does|is|are|can|should)))\b)",
    re.IGNORECASE,
)

# What has one of these before it is a question already; "which degree" has none, so "do I need" goes on with it.
_HAS_VERB = re.compile(
    r"\b(?:is|are|am|was|do|does|did|can|could|will|would|should|has|have|had|"
    r"(?:what|how|where|who|when|wat)'?s)\b",
    re.IGNORECASE,
)

# What follows these goes on with them: "should i do it or", "can i | do it at night".
_GOES_ON = re.compile(
    r"\b(?:(?:or|and|than|if|that|what|how|where|when|which|who|why|to)"
    r"|(?:can|could|will|would|should|may|might|must|do|does|did) (?:i|u|you|we|they|one|people|ppl|ma'?s?))\s*$",
    re.IGNORECASE,
)

# "price of the program, and how many months is it": a topic in front of a question, not "in Texas, what do they earn".
_TOPIC_BEFORE = re.compile(
    r"^(?!(?:for|in|as|at|with|without|after|before|about|on|since|from|to|of|because|like|unlike|besides|given|considering"
    r"|hi|hey|hello|ok|okay|yes|no|not|so|also|well|sorry|please|thanks|thank|good|great|nice|cool|wow|lol|my|our|his|her"
    r"|mom|dad|mother|father|single|just|new|quick|same|another|question|questions|(?:two|three|few|couple) things)\b)",
    re.IGNORECASE,
)
_MOST_WORDS_BEFORE = 7
_AND_ASKS = re.compile(rf"^(?:and|n|also|plus|&|\+)(?!\w){_FILLER}\s*{_ASKS_WITH}", re.IGNORECASE)

# "1) the pay 2) the hours", "1. the pay 2. the hours"
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d)[.)](?=\s|[a-z])\s*", re.IGNORECASE)

# In a short message two topics may stand side by side: "salary and job outlook", "what is the pay and the outlook".
_LISTS = re.compile(
    rf"^{_FILLER}\s*(?:what(?:'?s| is| are)|how(?:'?s| is| are)|(?:can you |could you )?tell me|"
    r"i (?:want|need) to know|i'?d like to know|info(?:rmation)?|explain)\b(?:\s+(?:about|on))?",
    re.IGNORECASE,
)
# Not in "$10,000", "24/7" and "w/o".
_TOPICS = re.compile(
    r"\s*(?:,(?!\d)\s*(?:and\s+)?|\b(?:and|plus|also)\b(?:\s+also\b)?|&|\+|(?<!\bw)/(?!\d))\s*", re.IGNORECASE
)
# "the difference between a diploma and a degree", "RMA and CMA, which is better"
_COMPARES = re.compile(r"\b(?:between|differences?|compared?|vs|versus|both|which)\b", re.IGNORECASE)
_MOST_WORDS_OF_TOPICS = 12

# "If I become a nurse later, would my credits count?" is a sentence and no list.
_IN_SENTENCES = re.compile(
    r"\b(?:i|i'm|im|u|you|we|they|if|when|do|does|did|is|are|was|can|could|will|would|should|has|have)\b", re.IGNORECASE
)


def asks(text: str) -> bool:
    """Whether a piece of text has the form of a question."""
    return text.rstrip().endswith("?") or bool(_OPENS.match(text) or _ASKS_INSIDE.search(text))


def sentences(text: str) -> List[str]:
    """The sentences of ``text``, in order."""
    return _SENTENCE_END.split(text)


def pieces(text: str) -> List[str]:
    """The parts of ``text`` that may be questions of their own, in order, each in the person's words.

    What does not ask ("I'm 35.") stays with the question after it, or before it at the end. One piece is the whole
    text; no word is ever lost, but joining words at the beginning of a piece are.
    """
    counted = _counted(text)
    if counted:
        return counted
    clauses = [pair for sentence in sentences(text) for pair in _with_topics(_clauses(sentence))]
    clauses = [
        (clause, is_topic) for clause, is_topic in clauses if _has_word(clause) and not _COURTESY.fullmatch(clause)
    ]
    asking: List[str] = []
    waiting = ""
    for clause, is_topic in clauses:
        if is_topic or (asks(clause) and not _NOT_THIS.match(clause)):
            asking.append(f"{waiting} {clause}".strip())
            waiting = ""
        else:
            waiting = f"{waiting} {clause}".strip()
    if len(asking) < 2:
        return _topics(text)
    if waiting:
        asking[-1] = f"{asking[-1]} {waiting}"
    return [_without_joining_words(piece) for piece in asking]


def _counted(text: str) -> List[str]:
    """The items of a text whose items are numbered from one on, what comes before them in the first; else none."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) < 2 or [int(number[1]) for number in numbers] != list(range(1, len(numbers) + 1)):
        return []
    ends = [*(number.start() for number in numbers[1:]), len(text)]
    items = [text[number.end() : end].strip(" ,;\t\n") for number, end in zip(numbers, ends, strict=True)]
    items[0] = f"{text[: numbers[0].start()].strip()} {items[0]}".strip()
    return items if all(map(_has_word, items)) else []


def _with_topics(clauses: List[str]) -> List[Tuple[str, bool]]:
    """Each clause of a sentence, and whether it is a topic that stands in front of a question of its own."""
    clauses = [clause for clause in clauses if _has_word(clause)]
    return [
        (clause, place == 0 and len(clauses) > 1 and _AND_ASKS.match(clauses[1]) is not None and _is_topic(clause))
        for place, clause in enumerate(clauses)
    ]


def _is_topic(clause: str) -> bool:
    bare = _LEADING.sub("", clause)
    return (
        1 < len(bare.split()) <= _MOST_WORDS_BEFORE
        and not asks(clause)
        and not _IN_SENTENCES.search(bare)
        and _TOPIC_BEFORE.match(bare) is not None
    )


def _clauses(sentence: str) -> List[str]:
    clauses = []
    seams = [0, *(seam.start() for seam in _JOINED.finditer(sentence)), len(sentence)]
    for joined in (sentence[start:end].strip(", \t\n") for start, end in pairwise(seams)):
        begin = 0
        for boundary in _RUN_ON.finditer(joined):
            before = joined[begin : boundary.start()]
            if asks(before) and _HAS_VERB.search(before) and not _GOES_ON.search(before):
                clauses.append(before)
                begin = boundary.end()
        clauses.append(joined[begin:])
    return clauses


def _topics(text: str) -> List[str]:
    words = text.split()
    if len(words) > _MOST_WORDS_OF_TOPICS or _NOT_THIS.match(text):
        return [text]
    if _COMPARES.search(text) or (asks(" ".join(words).rstrip(" ?")) and not _LISTS.match(text)):
        return [text]
    if _IN_SENTENCES.search(_LISTS.sub("", text)):
        return [text]
    found = [topic.strip() for topic in _TOPICS.split(text) if _has_word(topic) and not _COURTESY.fullmatch(topic)]
    return [_without_joining_words(topic) for topic in found] if len(found) > 1 else [text]


def _without_joining_words(piece: str) -> str:
    bare = _LEADING.sub("", piece)
    return bare if _has_word(bare) else piece


def _has_word(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def part(text: str, listed: bool = False) -> Message:
    """A piece of a message as a message of its own; its slips are mended already."""
    return Message({TEXT: text, MENDED_TEXT: text, SPELLED_TEXT: text, LISTED: listed})


def with_parts(messages: Sequence[Message]) -> List[Message]:
    """The messages, their parts and their clauses: what a component must work on that understands text."""
    return [one for message in messages for one in (message, *message.get(PARTS, ()), *message.get(CLAUSES, ()))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class QuestionSplitter(GraphComponent):
    """The Rasa component: proposes the parts of a message. Stands after the components that mend its text."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> QuestionSplitter:
        """There is nothing to configure and nothing to train."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are whole questions."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``parts`` of every message that may hold several questions."""
        for message in messages:
            found = pieces(mended_text(message)) if message.get(TEXT) else []
            if len(found) > 1:
                listed = not all(asks(one) for one in found)
                message.set(PARTS, [part(one, listed) for one in found])
        return messages
