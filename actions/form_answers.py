"""Reads what a person answers to the question of a form: yes or no, one of some choices, "skip", "stop", a correction.

A reader gives the value, or None where it is not sure: a form then asks again rather than guess. None of them raises.
Amounts and dates: ``actions/form_amounts.py``.
"""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from rapidfuzz import fuzz, process


def listed(text: str) -> Tuple[str, ...]:
    """The phrases of a text, parted by bars: "yes|of course" -> ("yes", "of course")."""
    return tuple(phrase.strip() for phrase in text.split("|"))


# Words that change nothing about "skip", "stop" or "not sure".
_AROUND = frozenset(
    listed(
        "i|im|am|id|really|honestly|still|quite|so|too|just|that|it|this|one|the|yet|right|now|about|to|for|have|ive|got"
        "|be|at|all|please|lets|let|can|could|we|you|of|my|me|thanks|thank|ok|okay|well|hmm|um|uh|oh|pretty|sorry|tbh"
        "|then|question|ask|asking|want|wanna|like|would|feel|here|dude|guess|think"
    )
)
_SKIPS = frozenset(
    listed(
        "skip|pass|next|not sure|unsure|not certain|uncertain|dont know|do not know|not know|no idea|no clue|idk|dunno"
        "|maybe|maybe maybe not|perhaps|depends|rather not|prefer not|rather not say|prefer not say|rather not answer"
        "|prefer not answer|dont answer|do not answer|cant answer|cant say|cant tell|cant remember|cant recall"
        "|dont remember|dont recall|dont care|doesnt matter|no preference|no opinion|undecided|havent decided"
        "|not decided|not sure idk|idk not sure|unknown|n a"
    )
)
_STOPS = frozenset(
    listed(
        "stop|stop stop|no stop|stop questions|stop form|cancel|cancel form|quit|quit form|exit|abort|end|end form"
        "|leave|leave form|drop|nevermind|never mind|nvm|nm|forget|forget everything|no more|no more questions"
        "|enough questions|changed mind|not anymore|dont anymore"
    )
)

_YES = listed(
    "yes|yeah|yep|yup|ya|yea|yess|yeh|ye|y|sure|definitely|absolutely|certainly|totally|affirmative|mhm|si|of course"
)
# These are a yes only by themselves: "I have" is one, "I have two kids" is none.
_YES_ALONE = frozenset(
    listed(
        "correct|right|true|indeed|exactly|ok|okay|uh huh|do|did|have|am|was|will|would|probably|likely|most likely"
        "|plan|hope|already|already did|already have|think so|hope so|guess so|believe so"
    )
)
_NO = listed(
    "no|nope|nah|naw|n|never|none|negative|not|nay|i havent|i have not|i have no|i have never|ive never|i dont|i do not"
    "|i didnt|i did not|im not|i am not|i wasnt|i was not|i wont|i will not|i cant|i never|i doubt it|doubt it"
    "|dont think so|havent|dont|didnt|wasnt"
)
# "I don't understand" and "I don't know" are no answer.
_NO_TALK = frozenset(listed("understand|get|follow|see|know|remember|recall|care"))

_SMALL = frozenset(listed("and|but|so|ok|okay|well|hmm|um|uh|oh|hey|wait|first|also|btw|actually|then|yes|no|sorry"))
_ASKS = frozenset(
    listed(
        "how|what|whats|which|who|whos|whose|where|wheres|when|whens|why|is|are|do|does|explain"
        "|hows|wat|wats|wht|wich|whch|hw"
    )
)
# "Can I do evenings" asks something, "can do evenings" does not.
_ASKS_ABOUT = frozenset(listed("can|cud|shud|could|should|would|will|may|might|must|am|was|were|did|has|have"))
_SUBJECTS = frozenset(listed("i|you|it|they|we|he|she|there|this|that|these|those|medical|mas|someone|people|anyone"))
_ASKS_FOR = re.compile(
    r"(tell me|show me|id like to know|i (want|need|wanna) to know|i wonder|(im )?(just )?(wondering|curious)|any idea)"
    r"\b"
)

# "They say it makes me certified. true??"
_ASKS_IF_TRUE = re.compile(r"\b(true|legit|for real|a scam|a lie)\W*\?+\W*$", re.IGNORECASE)
_HESITANT = 3  # words

# Where a question begins within a sentence: "did my program last year am i eligible", "with 2 years which can i get".
_ASKS_INSIDE = re.compile(
    r"(?:\b(?:so|then|but|and) )?\b(?:am i|do i|can i|could i|may i|will i|would i|should i|can they|will they"
    r"|would they|is (?:it|that|this)|does (?:it|that|this)|what'?s?|which|how|where) ",
    re.IGNORECASE,
)
# What those who ask about themselves tell behind it: "can i take it with 2 years of work", "... if i graduated".
_TELLS_BEHIND = re.compile(
    r"\b(?:i|me|my)\b.*?\b(?P<lead>without|with|(?:if|since|because|cuz|cause|when|now that|bc) (?=(?:i|im|ive|my)\b)"
    r"|(?=(?:im|i'm|i am|ive|i've|no) ))"
    r" ?(?P<told>.+)",
    re.IGNORECASE,
)
_HAVING = {"with": "i have ", "without": "without "}

_CORRECTS = re.compile(
    r"\W*(?:(?P<surely>no wait|wait no|wait|sorry|oops|my bad|correction|scratch that|(?:no )?i (?:actually )?meant"
    r"|i mean|make (?:that|it)|change (?:that|it|my answer)(?: to)?|i misspoke|i was wrong|let me correct that"
    r"|no sorry|no actually)|(?P<maybe>(?:well )?actually(?:,? no(?:pe)?(?=[,.;:!]))?|on second thought"
    r"|thinking about it|come to think of it))"
    r"\b[\s,.:;!-]*",
    re.IGNORECASE,
)
_PLACES = {
    **{word: place for place, word in enumerate(listed("first|second|third|fourth|fifth"))},
    **{word: place for place, word in enumerate(listed("1st|2nd|3rd|4th|5th"))},
    **{word: place for place, word in enumerate(listed("1|2|3|4|5"))},
    **{word: place for place, word in enumerate(listed("a|b|c|d|e"))},
    "last": -1,
}
_ALIKE = 82  # of 100: "onlien"


def plain(text: str) -> str:
    """Small letters, without apostrophes, punctuation and double blanks: "Don't know!" -> "dont know"."""
    text = re.sub(r"['’‘`´]", "", text.casefold())
    return " ".join(re.sub(r"[^\w\s]|_", " ", text).split())


def is_skip(text: str) -> bool:
    """Whether the message passes the question over: "skip", "not sure", "I'd rather not say"."""
    return _core(text) in _SKIPS


def is_stop(text: str) -> bool:
    """Whether the message ends what is going on: "stop", "forget it", "nvm"."""
    return _core(text) in _STOPS


def yes_no(text: str) -> Optional[bool]:
    """ "yes, I did" -> True, "not yet" -> False, "not sure" -> None. A question is neither."""
    words = plain(text).split()
    if not words or is_skip(text) or is_question(text):
        return None
    while len(words) > 1 and words[0] in (_SMALL - {"yes", "no"}) | {"n"}:  # "n then what": and
        words = words[1:]
    if {"yes", "no"} <= set(words[:3]):
        return None
    if _begins(words, _NO):
        return None if _NO_TALK & set(words[1:4]) else False
    yes = _begins(words, _YES) or _is_short_yes(words) or {_core(text), " ".join(words)} & _YES_ALONE
    return True if yes else None


def choice(text: str, phrases: Mapping[str, Sequence[str]]) -> Optional[str]:
    """The one choice that the message names by one of its phrases or its place ("the second one", "2").

    Args:
        text: the message.
        phrases: for each choice, in the order in which a person is shown them, what people call it, as ``plain``
            writes it. A phrase within a longer one that fits ("person" in "not in person") does not count.
    """
    if is_question(text):
        return None
    said = plain(text)
    place = _place(said, len(phrases))
    if place is not None:
        return list(phrases)[place]
    found: Dict[str, str] = {}  # phrase -> choice
    for value, names in phrases.items():
        found.update({name: value for name in names if _is_in(name, said)})
    longest = {value for name, value in found.items() if not any(name != other and name in other for other in found)}
    return longest.pop() if len(longest) == 1 else None


def is_question(text: str) -> bool:
    """Whether the message asks something, by its first words or its last ("... true??").

    "2 years?" and "online?" are hesitant answers.
    """
    words = plain(text).split()
    while words and words[0] in _SMALL:
        words = words[1:]
    if not words:
        return False
    if words[0] in _ASKS or _ASKS_FOR.match(" ".join(words)):
        return True
    if words[0] in _ASKS_ABOUT and words[1:] and (words[1] in _SUBJECTS or text.rstrip().endswith("?")):
        return True
    if asks_if_true(text):
        return True
    return "?" in text and bool({"how", "what", "which", "why", "where"} & set(words))


def asks_if_true(text: str) -> bool:
    """Whether the message tells something only to ask whether it is so: "they say it makes me certified. true??"."""
    return _ASKS_IF_TRUE.search(text) is not None and len(text.split()) > _HESITANT


def clauses(text: str) -> List[str]:
    """The parts of a message that may each say something: "yes. and how much is it?" -> "yes", "how much is it?"."""
    parts = re.split(r"(?<=[.!?;\n])\s+|,?\s+(?:but|and|also|plus)\s+|,\s+", text, flags=re.IGNORECASE)
    return [part.strip(" ,.;!") for part in parts if part.strip(" ,.;!?")]


def told(text: str) -> List[str]:
    """The parts of a message that tell something, without what is asked.

    "did it 2 years ago am i eligible" -> "did it 2 years ago"; "can i take it with no GED" -> "i have no GED".
    """
    return [part.rstrip(" ?") for clause in clauses(text) for part in _told(clause)]


def correction(text: str) -> Tuple[str, str]:
    """How sure it is that the message takes something back ("surely", "maybe", ""), and what it says instead.

    "no wait, 3 years" -> ("surely", "3 years"); "actually I study online" -> ("maybe", "I study online").
    """
    sure, rest = "", text
    while lead := _CORRECTS.match(rest):
        sure = "surely" if lead["surely"] or sure == "surely" else "maybe"
        rest = rest[lead.end() :]
    return (sure, rest) if rest else ("", text)


def _told(clause: str) -> List[str]:
    if not is_question(clause):
        asks = _ASKS_INSIDE.search(clause)
        if asks is None or asks.start() == 0:
            return [clause]
        return [clause[: asks.start()].strip(), *_told(clause[asks.start() :].strip())]
    behind = None if re.match(r"\W*what if\b", clause, re.IGNORECASE) else _TELLS_BEHIND.search(clause)
    return [_HAVING.get(behind["lead"].casefold(), "") + behind["told"]] if behind else []


def _begins(words: Sequence[str], phrases: Sequence[str]) -> bool:
    return any(list(words[: len(phrase.split())]) == phrase.split() for phrase in phrases)


def _core(text: str) -> str:
    """The message without the words that are only around it: "I'm honestly not sure yet" -> "not sure"."""
    said = plain(text)
    return " ".join(word for word in said.split() if word not in _AROUND) or said


def _is_short_yes(words: Sequence[str]) -> bool:
    """ "I did", "I have already", "I am yes": nothing but the verb of the question."""
    return words[0] in ("i", "im") and len(words) <= 4 and set(words) <= _YES_ALONE | {"i", "im", "yes", "it", "that"}


def _place(said: str, count: int) -> Optional[int]:
    named = re.fullmatch(r"(?:the )?(?:number |option |choice |answer )?(\w+)(?: one| option| choice| answer)?", said)
    place = _PLACES.get(named[1]) if named else None
    return place if place is not None and place < count else None


def _is_in(phrase: str, said: str) -> bool:
    """Whether the phrase is said and not waved off ("not online"); a slip in a single longer word is allowed."""
    words = said.split()
    if " " not in phrase and len(phrase) >= 5:
        near = process.extractOne(phrase, words, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        phrase = near[0] if near else phrase
    return re.search(rf"(?<!\bnot )(?<!\bno )(?<!\bdont want )\b{re.escape(phrase)}\b", said) is not None
