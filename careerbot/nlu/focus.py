"""Takes out of a message what is not asked, before it is understood.

What a person says they do NOT mean: "not the pay, just the hours" asks about the hours. Embeddings hear both halves
equally. It is taken out only where something remains to be understood, and only where the wording waves a question
off: "I'm not certified, can I work?" states a fact and stays whole.

And the yes, no or "never mind" to what was said before, if a question follows: "yes please, how much is it" asks how
much it is.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.spelling import MENDED_TEXT, mended_text

WAVED_OFF = "waved_off"

Span = Tuple[int, int]

# "; " and "I mean" and "but" part what is waved off from what is asked.
_PARTS = re.compile(
    r"[^,.;:?!\u2013\u2014]+?(?=[,.;:?!\u2013\u2014]|\s+-\s+|\s+(?:but|just|only|i mean|i'm asking|im asking)\s|$)",
    re.IGNORECASE,
)

_I = r"(?:i|we)(?:'m|'re|\s+am|\s+are|m|\s+was|\s+were)?"
_WAVES = [
    # I'm not asking ..., I wasn't asking ..., not asking about ...
    rf"(?:{_I}\s+)?(?:not|n't|wasn'?t|ain'?t)\s+(?:really\s+|even\s+)?(?:asking|after|talking|comparing|interested|looking|wondering)\b",
    r"(?:i|we)\s+(?:don'?t|do not|dont|didn'?t|did not|didnt)\s+(?:really\s+)?(?:mean|care|ask)\b",
    # don't tell me which is best, no need to explain the exam
    r"(?:please\s+)?(?:don'?t|do not|dont)\s+(?:tell|give|show|explain|send)\b",
    r"(?:there'?s\s+)?no need to\s+\w+",
    r"i'?(?:ve)?\s+(?:already\s+)?(?:know|got|get|understand)\s+(?:all\s+)?about\b",
    r"(?:never ?mind|forget|skip|leave|ignore|leaving|setting|set)\s+(?!it\b|that\b|this\b)\S+",
    r"(?:besides|apart from|other than|rather than|instead of|aside from)\s+\S+",
    # not the pay, not how long, not about school
    r"not\s+(?:the|a|an|how|what|whether|when|where|who|which|why|my|your|about|for|in terms of|if|on)\b",
    r"no\s+[^,]*\bplease\b",
]
_WAVE = re.compile(
    r"^\s*(?:ok(?:ay)?|so|hi|hey|hello|well|and|no|please)?\s*(?:" + "|".join(_WAVES) + ")", re.IGNORECASE
)

# With one of these in what remains, a bare "not online classes" is waved off too.
_CONTRAST = re.compile(
    r"\b(?:i mean|just|only|instead|i'?m asking|i (?:just )?want to know|the ones?)\b", re.IGNORECASE
)
_BARE_NOT = re.compile(r"^\s*(?:no|not)\s+\S+", re.IGNORECASE)

_LEAST_WORDS = 2

_YES_OR_NO = re.compile(
    r"^\W*(?:(?:yes|yeah|yea|yep|yup|ya|sure|ok|okay|alright|no|nope|nah|never ?mind|nvm|forget it)\b"
    r"(?: (?:please|pls|thanks|thank you|thx))?\W+)+(?:i (?:meant|mean|was asking|asked) )?"
    r"(?=(?:(?:and|but|so|also|then) )?"
    r"(?:what|whats|how|hows|where|who|which|when|why(?! not\b)|tell me|explain|i (?:want|need|would like) to know|"
    r"(?:is|are|was|do|does|did|can|could|should|will|would|must)(?! (?:it|that|so)$)"
    r" (?:i|u|you|we|they|it|he|she|there|that|this|these|the|an?|my|your|mas?|medical|people|someone)"
    r")\b)",
    re.IGNORECASE,
)


def waved_off(text: str) -> List[Span]:
    """The parts of ``text`` (characters) that the person says they do not ask about; none if nothing else is left."""
    parts = [match.span() for match in _PARTS.finditer(text) if match.group().strip()]
    away = [span for span in parts if _WAVE.match(text[slice(*span)])]
    kept = " ".join(text[slice(*span)] for span in parts if span not in away)
    if _CONTRAST.search(kept):
        away += [span for span in parts if span not in away and _BARE_NOT.match(text[slice(*span)])]
        kept = " ".join(text[slice(*span)] for span in parts if span not in away)
    return sorted(away) if len(kept.split()) >= _LEAST_WORDS else []


def question_alone(text: str) -> str:
    """``text`` without a yes or no before a question; it stays where nothing is asked ("yes do that")."""
    asked = _YES_OR_NO.sub("", text)
    return asked if len(asked.split()) >= _LEAST_WORDS else text


def without(text: str, spans: List[Span]) -> str:
    """``text`` with the spans cut out, blanks and stray punctuation at the seams tidied."""
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    text = re.sub(r"(?:\s*[,.;:!\u2013\u2014-]\s*){2,}", ", ", text)
    return text.strip(" ,.;:!-\u2013\u2014")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Focus(GraphComponent):
    """The Rasa component: stands after the SpellingMender and before all that understands."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Focus:
        """There is nothing to configure and nothing to train."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The examples are heard in the same way as the questions."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Take what is not asked out of the text to understand; ``waved_off`` keeps where a denied question was."""
        for message in messages:
            if not message.get(TEXT):
                continue
            text = mended_text(message)
            message.set(MENDED_TEXT, question_alone(without(text, waved_off(text))))
            message.set(WAVED_OFF, waved_off(message.get(TEXT)))
        return messages
