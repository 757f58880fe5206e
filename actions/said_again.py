"""What is said where the next answer is word for word one that was just given: the part of it that was asked for.

"What is an externship?", then "do they pay you for it": both are answered by the same text, and nobody wants to read it
twice. The sentences that are closest to the new question are the answer; where none is close it is said in short, with
other questions on buttons. In ``endpoints.yml`` this is Rasa's ``nlg``: all that is said comes through here, fixed or
looked up.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any, Dict, List, Mapping, Optional

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from actions.answer_parts import Part, parts_of
from actions.guesses import decide
from actions.looking_back import in_short
from actions.memory import name_of, topic
from actions.not_understood import guess_buttons
from actions.turns import ANSWERED
from careerbot.catalog import catalog
from careerbot.nlu.encoder import SentenceEncoder, in_use

NOTHING_CLOSER = "utter_context_no_closer"

# Chosen on 27 questions that got the answer before once more (docs/conversation.md).
_CLOSE = 0.3
"""The least cosine of a part to the question that it answers..."""
_AS_CLOSE = 0.08
"""... and how much farther off a second one may be."""
_BONUS = 0.15
"""What the first part is worth to who asks whether it is so, and one with a number to who asks for an amount."""
_MOST_PARTS = 2
_MOST_WORDS = 10
_TURNS = 4
"""After so many more questions an answer is given in full again."""
_MOST_BUTTONS = 3
_WHOLE = ("safety", "out_of_scope")
_OF_FIGURES = "jobs"
"""The topic whose answers are figures: of pay, growth and jobs side by side no sentence stands for itself."""
_NAMES_THE_JOB = re.compile(r"\b(?:medical as+ist\w*|mas?)\b", re.IGNORECASE)
# "So is that less?": the answer began with it.
_IS_THAT = re.compile(r"^\W*(?:(?:so|and|ok(?:ay)?|but|wait|then) )*(?:is that|that['’]?s|is it)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:how (?:much|many|long|often|old)|amount|price|percent|number)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# These lean on the sentence before.
_LEANING = ("It ", "They ", "That ", "This ", "These ", "Those ", "Then ", "So ", "But ", "If not", "If so")


class NotTwice(TemplatedNaturalLanguageGenerator):
    """Rasa's generator of responses, which does not give the same answer to two questions in a row."""

    def __init__(self, endpoint_config: Optional[EndpointConfig], domain: Domain) -> None:
        super().__init__(domain.responses)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> Optional[Dict[str, Any]]:
        """The response with its placeholders filled; see the module for one that was just said."""
        response: Optional[Dict[str, Any]] = await super().generate(utter_action, tracker, output_channel, **kwargs)
        question = kwargs.get(ANSWERED) or tracker.latest_message.parse_data
        if not response or not response.get("text") or not _is_answer(utter_action, question):
            return response
        encoder = in_use()
        # A list of figures is read as a whole: the second lowest stands in it.
        if encoder is None or kwargs.get("table") or is_whole(question.get("text") or ""):
            return response
        if not _just_said(response["text"], tracker):
            return response
        if topic(name_of(question)) == _OF_FIGURES:
            return {**response, "text": _beginning(response["text"])}
        # Beside the loop: the encoder may be busy with somebody else's message.
        closest = await asyncio.to_thread(closest_parts, question.get("text") or "", response["text"], encoder)
        if closest is not None:
            return {**response, "text": closest}
        told, source = in_short(response["text"])
        again: Optional[Dict[str, Any]] = await super().generate(
            NOTHING_CLOSER, tracker, output_channel, told=told, source=source or ""
        )
        if again is None:
            return response
        return {
            **again,
            "text": again["text"].strip(),
            "buttons": _buttons(question, tracker.latest_message.parse_data),
        }


def is_whole(text: str) -> bool:
    """Whether a message is a question of its own, which does not lean on an answer: it names the job, or is long."""
    return _NAMES_THE_JOB.search(text) is not None or len(text.split()) > _MOST_WORDS


def closest_parts(question: str, answer: str, encoder: SentenceEncoder) -> Optional[str]:
    """The one or two parts of an answer that are closest to a question, with its sources; None if none is close."""
    parts, source = parts_of(answer)
    vectors = encoder.encode([question, *(part.text.replace("**", "") for part in parts)])
    cosines = [float(cosine) for cosine in vectors[1:] @ vectors[0]]
    if cosines and _IS_THAT.search(question):
        cosines[0] += _BONUS
    if _AMOUNT.search(question):
        counted = [_DIGIT.search(part.text) is not None for part in parts]
        cosines = [cosine + _BONUS * has_number for cosine, has_number in zip(cosines, counted, strict=True)]
    best = max(cosines, default=0.0)
    if best < _CLOSE:
        return None
    close = [place for place, cosine in enumerate(cosines) if cosine >= max(_CLOSE, best - _AS_CLOSE)]
    chosen = sorted(sorted(close, key=lambda place: -cosines[place])[:_MOST_PARTS])
    told = _told(parts, chosen)
    return "\n\n".join([told, source]) if source else told


def _beginning(answer: str) -> str:
    """The first paragraph of an answer, in which all its figures stand, and its sources."""
    _, source = parts_of(answer)
    first = answer.split("\n\n")[0]
    return "\n\n".join([first, source]) if source else first


def _told(parts: List[Part], chosen: List[int]) -> str:
    """The chosen parts as a text: a line of a list with what introduces it, "it does" with what it is."""
    lines: List[str] = []
    told: List[int] = []
    for place in chosen:
        part = parts[place]
        if part.introduced_by:
            lines += [line for line in (part.introduced_by, part.text) if line not in lines]
        else:
            leans = place > 0 and part.text.startswith(_LEANING) and place - 1 not in told
            before = [parts[place - 1].text] if leans and not parts[place - 1].introduced_by else []
            lines.append(" ".join([*before, part.text]))
        told.append(place)
    # One line of a list that nothing introduces is a sentence.
    return lines[0].removeprefix("- ") if len(lines) == 1 else "\n".join(lines)


def _is_answer(response: str, question: Mapping[str, Any]) -> bool:
    """Whether a response is the answer to a question about our subject; what matters in danger is said whole."""
    intent = name_of(question)
    asked_in_words = not (question.get("text") or "/").startswith("/")
    return (
        asked_in_words
        and topic(intent) is not None
        and catalog()[intent].topic not in _WHOLE
        and response.startswith(f"utter_{intent}")
    )


def _just_said(text: str, tracker: DialogueStateTracker) -> bool:
    """Whether an answer was given to one of the last questions; a question in the same words wants it once more."""
    said, since = False, 0
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            said = said or event.text == text
        elif isinstance(event, UserUttered):
            if said:
                return _words(event.text) != _words(tracker.latest_message.text)
            since += 1
            if since > _TURNS:
                return False
    return False


def _words(text: Optional[str]) -> str:
    return " ".join((text or "").casefold().split()).strip(" ?!.")


def _buttons(question: Mapping[str, Any], message: Mapping[str, Any]) -> List[Dict[str, str]]:
    """Other questions that the message may have meant, then those that go on from the answer."""
    intent = name_of(question)
    guesses = decide(message.get("intent_ranking") or [], without=[intent]).guesses
    wanted = list(dict.fromkeys([*guesses[:1], *catalog()[intent].more, *guesses[1:]]))
    return guess_buttons(wanted[:_MOST_BUTTONS], question)
