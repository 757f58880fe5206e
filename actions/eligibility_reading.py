"""Reads what people say of their training, work and record, asked ("yes, CAAHEP") or not ("I worked 3 yrs as an MA").

A reader gives what the slot keeps, or None where it is not sure. The ``told_...`` ones read messages about anything.
"""

from __future__ import annotations

import re
from typing import List, Optional

from actions.eligibility_spans import Kept, keep_date, keep_number, read_date
from actions.form_amounts import Amount, amounts, hours, months
from actions.form_answers import choice, clauses, is_question, listed, plain, yes_no
from actions.form_reading import Heard
from careerbot.facts.person import NEVER

# What people call each answer, in the order of the buttons. ``choice`` reads them.
_TRAINING = {
    "finished": listed(
        "finished|i finished a program|graduated|completed|graduate|done with school|already finished"
        "|i have my certificate|went to school|school program|associate degree|certificate program|diploma program"
    ),
    "studying": listed(
        "in a program now|in a program|in school|still in it|still in|still studying|studying|student|enrolled"
        "|about to graduate|almost done|graduating|havent finished|not finished|not finished yet|in progress"
    ),
    "apprenticeship": listed("apprenticeship|apprentice"),
    "job": listed(
        "on the job|at work|at my job|from my boss|from the doctor|ojt|no school|never went to school|without school"
        "|no formal training|never studied|self taught|only work|just work|only experience|work experience"
    ),
    "nothing": listed(
        "nothing|nothing yet|none|neither|not at all|no training|no training or work yet|not yet|no experience"
    ),
}
_ACCREDITATION = {
    "program": listed("caahep|abhes|caahep or abhes|yes|both|the program is|program is accredited"),
    "school": listed(
        "only the school|school is|school is accredited|other body|another body|accredited school|regionally accredited"
        "|regional|accsc|college is accredited|just the school|the school"
    ),
    "none": listed("not accredited|isnt accredited|wasnt accredited|none|neither|no accreditation|nobody|nothing"),
}
_FINISHED = re.compile(
    r"\b(i|ive|im) (just |already |have |recently )*(finished|graduated|completed)\b"
    r"(?! (from )?high ?school| (the |my |an )?apprentice)"
)
_STUDYING = re.compile(
    r"\bim (currently |still |now )?(in (an? |my |the )?(\w+ ){0,3}(program|school)|a (\w+ ){0,2}student|enrolled)\b"
    r"|\babout to graduate\b|\bi (will )?graduate (in|next)\b|\bin my last (semester|term|month|week|quarter)\b"
)
_ON_THE_JOB = re.compile(
    r"\bnever (went|been|gone) to (ma )?school|\b(no|without) (any )?(ma )?(school|schooling|formal training)\b"
    r"|\b(learned|learnt|trained|training) (it |everything )?on the job\b|\bon the job training\b"
)
_NOT = re.compile(r"\b(not|no|never|isnt|wasnt|arent|werent|havent|hasnt|dont|doesnt|didnt|without|neither|nor)\b")
_WORK = re.compile(
    r"\b(work(ed|ing|s)?|experience|been (an? )?(ma|medical assistant|cma)|as (an? )?(ma|medical assistant))\b"
)
_AT_WORK = re.compile(
    r"\b(still|(i|ive|im) (been )?working|i work|current|currently|now|present|today|to this day|every day)\b"
)
_WORKS = re.compile(r"\b(i|ive|im) (been |still |now |currently )*(work|working|been an? ma)\b")
_EXTERNSHIP = r"(extern|practic|intern|clinical)\w*"
_OF_EXTERNSHIP = re.compile(rf"^(?:(?:hours?|of|it|them|which|in|were|was|is|for|the|my|an?) )*{_EXTERNSHIP}\b")
_EXTERNSHIP_IS = re.compile(rf"\b{_EXTERNSHIP}(?: (?:hours|was|is|were|had|of|about))*$")
_ENDED = re.compile(r"\b(graduat\w*|finish\w*|complet\w*)\b")
_NO_DIPLOMA = re.compile(
    r"\b(never (finished|graduated|completed) (from )?high ?school|dropped out|no (diploma|ged))\b"
)
_DIPLOMA = re.compile(r"\b(ged|high ?school (diploma|graduate)|hs diploma|(finished|graduated) (from )?high ?school)\b")
_SERVICE = re.compile(r"\b(army|navy|air force|marines?|coast guard|military|corpsman|combat medic)\b")
_FELONY = re.compile(r"\b(felon|felony|felonies)\b")
_CLEAN = re.compile(r"\b(clean|no record|nothing|spotless)\b")
_TEACHES = re.compile(r"\bi(m| am)? (now |currently )?(teach|an? (\w+ )?(instructor|teacher))\b")


def training(heard: Heard) -> Optional[str]:
    """How they learned: ``finished``, ``studying``, ``apprenticeship``, ``job`` or ``nothing``."""
    return told_training(heard) or choice(heard.text, _TRAINING)


def told_training(heard: Heard) -> Optional[str]:
    """The same, from a sentence that says it outright."""
    said = plain(heard.text)
    if _ON_THE_JOB.search(said):
        return "job"
    if re.search(r"\b(i|my|ive|did|finished|completed) (\w+ ){0,4}apprenticeship\b", said) and not _NOT.search(said):
        return "apprenticeship"
    if _STUDYING.search(said):
        return "studying"
    return "finished" if _FINISHED.search(said) else None


def accreditation(heard: Heard) -> Optional[str]:
    """What stands behind the program: ``program``, ``school`` or ``none``; "no" leaves two of them."""
    return choice(heard.text, _ACCREDITATION)


def told_accreditation(heard: Heard) -> Optional[str]:
    """CAAHEP or ABHES, if it is said of their own program."""
    told = [part for part in clauses(heard.text) if not is_question(part)]
    named = [said for said in map(plain, told) if re.search(r"\b(caahep|abhes)\b", said)]
    return "program" if named and not any(_NOT.search(said) for said in named) else None


def finish(heard: Heard) -> Optional[Kept]:
    """When the training ended or ends."""
    return read_date(heard.text, heard.today)


def told_finish(heard: Heard) -> Optional[Kept]:
    """The same, beside a word for it: "graduated in 2022"."""
    for part in clauses(heard.text):
        said = plain(part)
        if _ENDED.search(said) and not re.search(r"\bhigh ?school\b", said) and not is_question(part):
            return read_date(part, heard.today)
    return None


def program_hours(heard: Heard) -> Optional[Kept]:
    """Hours in all; hours of the externship alone are none."""
    in_all = [amount for amount in amounts(heard.text) if not _of_externship(amount)]
    if len(in_all) == 1 and in_all[0].unit in ("hour", None):
        return keep_number(in_all[0].between)
    return _hours(heard) if not in_all else None


def told_hours(heard: Heard) -> Optional[Kept]:
    """Hours of a program, said of one: "a 900 hour program"."""
    found = [
        amount
        for part in clauses(heard.text)
        for amount in amounts(part)
        if amount.unit == "hour" and re.match(r"(\w+ ){0,3}(program|course|training)\b", amount.behind)
    ]
    return keep_number(found[0].between) if len(found) == 1 else None


def externship(heard: Heard) -> Optional[Kept]:
    """Hours of the externship."""
    return told_externship(heard) or _hours(heard)


def told_externship(heard: Heard) -> Optional[Kept]:
    """Hours beside a word for it: "200 hours of externship"."""
    found = [amount for part in clauses(heard.text) for amount in amounts(part) if _of_externship(amount)]
    return keep_number(found[0].between) if len(found) == 1 and found[0].unit in ("hour", None) else None


def work_months(heard: Heard) -> Optional[Kept]:
    """Months of work."""
    told = months(heard.text)
    if told is None:
        return [0, 0] if yes_no(heard.text) is False else None
    return keep_number(told)


def told_work(heard: Heard) -> Optional[Kept]:
    """Months of work beside a word for it: "worked 3 yrs as an MA"."""
    for part in _told(heard):
        told = months(part)
        if told and _WORK.search(plain(part)):
            return keep_number(told)
    return None


def work_until(heard: Heard) -> Optional[Kept]:
    """The last day of that work: today, or when they stopped."""
    said = plain(heard.text)
    if _AT_WORK.search(said) or (yes_no(heard.text) and not re.search(r"\d", said)):
        return keep_date(heard.today, heard.today)
    return read_date(heard.text, heard.today)


def told_work_until(heard: Heard) -> Optional[Kept]:
    """Today, for those who say that they work as one."""
    works = any(_WORKS.search(plain(part)) for part in _told(heard))
    return keep_date(heard.today, heard.today) if works else None


def diploma(heard: Heard) -> Optional[bool]:
    """A high school diploma or GED."""
    told = told_diploma(heard)
    return yes_no(heard.text) if told is None else told


def told_diploma(heard: Heard) -> Optional[bool]:
    """The same, from a sentence that says it outright."""
    said = plain(heard.text)
    if _NO_DIPLOMA.search(said):
        return False
    named = _DIPLOMA.search(said)
    if named is None or is_question(heard.text):
        return None
    return _NOT.search(said[: named.end()]) is None


def military(heard: Heard) -> Optional[Kept]:
    """When their medical training in the armed forces ended; "no" is never, "yes" alone does not say."""
    day = read_date(heard.text, heard.today)
    if day is None and yes_no(heard.text) is False:
        return keep_date(NEVER, NEVER)
    return day


def told_military(heard: Heard) -> Optional[Kept]:
    """The same, beside a word for it: "army medic until 2023"."""
    for part in _told(heard):
        if _SERVICE.search(plain(part)):
            return read_date(part, heard.today)
    return None


def felony(heard: Heard) -> Optional[bool]:
    """A felony or a disciplined license."""
    if _CLEAN.search(plain(heard.text)):
        return False
    answer = yes_no(heard.text)
    return told_felony(heard) if answer is None else answer


def told_felony(heard: Heard) -> Optional[bool]:
    """A felony that they tell of themselves."""
    told = [said for said in map(plain, _told(heard)) if _FELONY.search(said) and re.search(r"\b(i|ive|im|my)\b", said)]
    return not _NOT.search(told[0]) if told else None


def told_teaching(heard: Heard) -> Optional[bool]:
    """Teaching medical assistants, told by those who do."""
    told = [plain(part) for part in _told(heard)]
    return any(_TEACHES.search(said) and re.search(r"\b(ma|mas|medical assist\w*)\b", said) for said in told) or None


def _told(heard: Heard) -> List[str]:
    return [part for part in clauses(heard.text) if not is_question(part)]


def _of_externship(amount: Amount) -> bool:
    return bool(_OF_EXTERNSHIP.match(amount.behind) or _EXTERNSHIP_IS.search(amount.before))


def _hours(heard: Heard) -> Optional[Kept]:
    told = hours(heard.text)
    return keep_number(told) if told else None
