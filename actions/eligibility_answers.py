"""The questions of "Am I eligible?": what each reads, how its answer is said back, and when it is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Callable, Mapping, Optional, Tuple

from actions import eligibility_reading as reading
from actions.eligibility_person import CREDENTIAL, PREFIX, TEACHES, judged, open_points
from actions.eligibility_spans import SERVED, date_words, has_passed, number_words
from actions.form_reading import Answers, FormQuestion, Heard
from careerbot.facts.person import NEVER, Point
from careerbot.facts.queries import FactBase, fact_base

OPENED_BY = "certification_check"
# Questions about sitting an exam oneself; their answers offer the check.
_ABOUT_SITTING = ("certification_eligibility", "certification_felony", "certification_military")

InWords = Callable[[Any, FactBase], str]


def _credential(heard: Heard) -> Optional[str]:
    """The one credential that is named by the message that opens the check, or by the question right before it."""
    opens = heard.intent == OPENED_BY and heard.ago <= 1
    right_before = heard.intent in _ABOUT_SITTING and heard.ago == 2
    if not opens and not right_before:
        return None
    keys = [key for key in heard.names.get("credential", ()) if key in judged(heard.facts)]
    return keys[0] if len(keys) == 1 else None


def _never(answers: Answers) -> bool:
    return False


def _is_open(point: Point, answers: Answers) -> bool:
    return point in open_points(answers, fact_base(), date.today())


def _asked(
    point: Point, hint: str, read: Callable[[Heard], Any], volunteered: Callable[[Heard], Any], in_words: InWords
) -> FormQuestion:
    """A question that is asked while its answer can change a verdict."""
    return FormQuestion(
        PREFIX + point,
        hint,
        read=read,
        volunteered=volunteered,
        in_words=in_words,
        needed=partial(_is_open, point),
    )


def _told(slot: str, volunteered: Callable[[Heard], Any], in_words: InWords) -> FormQuestion:
    """What counts if it is told, and is never asked."""
    return FormQuestion(slot, "", read=volunteered, volunteered=volunteered, in_words=in_words, needed=_never)


def _says(words: Mapping[Any, str]) -> InWords:
    return lambda value, facts: words[value]


def _about(key: str, facts: FactBase) -> str:
    return f"you ask about the {facts.credential(key).label}"


def _trained_until(kept: Any, facts: FactBase) -> str:
    return f"the program {'ended' if has_passed(kept, date.today()) else 'ends'} {date_words(kept)}"


def _worked(kept: Any, facts: FactBase) -> str:
    return (
        "you have not worked as one yet" if kept == [0, 0] else f"you worked {number_words(kept, 'months')} full time"
    )


def _worked_until(kept: Any, facts: FactBase) -> str:
    still = kept[1] == date.today().isoformat()
    return "you still work as one" if still else f"your last day of work was {date_words(kept)}"


def _served(kept: Any, facts: FactBase) -> str:
    if kept[1] == NEVER.isoformat():
        return "you had no military medical training"
    if kept == SERVED:
        return "you had military medical training"
    return f"your military training ended {date_words(kept)}"


QUESTIONS: Tuple[FormQuestion, ...] = (
    _told(CREDENTIAL, _credential, _about),
    _told(TEACHES, reading.told_teaching, _says({True: "you teach medical assisting"})),
    _asked(
        "training",
        "utter_hint_eligibility_form_training",
        reading.training,
        reading.told_training,
        _says(
            {
                "finished": "you finished a program",
                "studying": "you are in a program now",
                "apprenticeship": "you finished an apprenticeship",
                "job": "you learned on the job",
                "nothing": "you have no training or work yet",
            }
        ),
    ),
    _asked(
        "accreditation",
        "utter_hint_eligibility_form_accreditation",
        reading.accreditation,
        reading.told_accreditation,
        _says(
            {
                "program": "the program is accredited by CAAHEP or ABHES",
                "school": "only the school is accredited",
                "none": "neither the program nor the school is accredited",
            }
        ),
    ),
    _asked(
        "finish",
        "utter_hint_eligibility_form_finish",
        reading.finish,
        reading.told_finish,
        _trained_until,
    ),
    _asked(
        "diploma",
        "utter_hint_eligibility_form_diploma",
        reading.diploma,
        reading.told_diploma,
        _says({True: "you have a high school diploma or GED", False: "you have no high school diploma or GED"}),
    ),
    _asked(
        "hours",
        "utter_hint_eligibility_form_hours",
        reading.program_hours,
        reading.told_hours,
        lambda kept, facts: f"the program has {number_words(kept, 'hours')}",
    ),
    _asked(
        "externship_hours",
        "utter_hint_eligibility_form_externship_hours",
        reading.externship,
        reading.told_externship,
        lambda kept, facts: f"the externship has {number_words(kept, 'hours')}",
    ),
    _asked(
        "work_months",
        "utter_hint_eligibility_form_work_months",
        reading.work_months,
        reading.told_work,
        _worked,
    ),
    _asked(
        "work_until",
        "utter_hint_eligibility_form_work_until",
        reading.work_until,
        reading.told_work_until,
        _worked_until,
    ),
    replace(
        _asked("military", "utter_hint_eligibility_form_military", reading.military, reading.told_military, _served),
        rough=lambda kept: kept == SERVED,
    ),
    _asked(
        "felony",
        "utter_hint_eligibility_form_felony",
        reading.felony,
        reading.told_felony,
        _says({True: "there is a record", False: "there is no record"}),
    ),
)
