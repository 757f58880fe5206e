"""What people say about a form itself while it runs: why it asks, how long it takes, what it has noted, back, the end.

It is read from the words: the understanding knows questions about the career, and a form's own talk looks like some
of them ("how long will this take", "go back").
"""

from __future__ import annotations

import re
from typing import Literal, Mapping, Optional, Pattern

from actions.form_answers import plain

Talk = Literal["why", "noted", "length", "finish", "back"]
"""Why this question, what was noted so far, how many questions are left, the result now, the question before."""

_LONGEST = 12  # words; a longer message tells of something else as well

_ABOUT: Mapping[Talk, Pattern[str]] = {
    "why": re.compile(
        r"\bwhy (do|would|are|r|does|should|must) (you|u|ya|it|this|that|i) (even |really |guys )*"
        r"(need|want|ask|asking|care|tell|say|answer|matter)"
        r"|\bwhy (you|u) (asking|askin|need|want|wanna)\b"
        r"|\bwhy (is|are) (that|this|it|these) (important|needed|relevant|necessary)"
        r"|\bwhy (that|this) question\b|\bwhat do (you|u) need (that|this|it) for\b"
        r"|\bwhats? (does )?(that|this|it)( have| got)?( to do)? (with|for)\b"
        r"|\bhow (is|does) (that|this) (relevant|matter)\b"
    ),
    "noted": re.compile(
        r"\bwhat (did|have|do) (you|u) (write|wrote|written|note|noted|put|record|recorded|got|get|have|heard|hear"
        r"|understood)\b|\bwhat (did|have) i (say|said|tell|told|answer|answered|put|enter|entered|pick|picked)\b"
        r"|\b(show|see|check|read|review) (me )?(my|back my) answers\b|^my answers( so far)?$"
        r"|\bwhat (was|were|is|are) my (last )?answers?\b|\bwhere are we\b"
    ),
    "length": re.compile(
        r"\bhow (long|much time|much longer) (will|does|is|would|s|gonna|until|till)\b.*"
        r"\b(this|these|quiz|form|questionnaire|survey|check|were done|we are done)\b"
        r"|\bhow many (more |other )?(questions|qs|steps)( (are|is) (left|there))?( more| left| to go)?$"
        r"|\bhow (much longer|much more|many more)\b|\bare we (almost |nearly )?(done|there|finished)\b"
        r"|\bis (this|it) (almost |nearly |gonna be |going to be )(done|over|finished|long)\b|^(almost|nearly) done$"
    ),
    "finish": re.compile(
        r"\bskip (right |straight )?to the (end|results?|answer|verdict)\b|\bskip (all|the rest|everything|them)\b"
        r"|\b(just )?(give|show|tell) me (the|my) (results?|answer|verdict)\b|\b(get|go|jump) to the (end|results?)\b"
        r"|\b(see|want) (the|my) results?\b|\bfinish (it|this|up)? ?now\b"
    ),
    "back": re.compile(
        r"\b(go|going|take me|step|move|get|come) back\b(?! to (school|college|work|being|study|class))"
        r"|^(ok |wait |pls |please )*back( up)?( please| pls)?$|^(prev|previous|undo)$"
        r"|\b(previous|prior) (question|one)\b|\blast question again\b"
        r"|\b(redo|change|fix|undo|edit) (my |the |that )?(last |previous )?(answer|question|one)\b"
    ),
}
# "How many questions are on the exam", "how long is the program": these are about something else.
_OTHER = re.compile(r"\b(exam|exams|test|program|programs|school|course|class|classes|degree|certificate|externship)\b")


def talk(text: str) -> Optional[Talk]:
    """What a message says about the form; None if it is about anything else."""
    said = plain(text)
    if not said or text.startswith("/") or len(said.split()) > _LONGEST:
        return None
    about = next((one for one, pattern in _ABOUT.items() if pattern.search(said)), None)
    return None if about == "length" and _OTHER.search(said) else about
