"""Reads what people say of their training, work and record, asked ("yes, CAAHEP") or not ("I worked 3 yrs as an MA").

A reader gives what the slot keeps, or None where it is not sure. The ``told_...`` ones read messages about anything.
"""

from __future__ import annotations

import re
from typing import List, Optional

from actions.eligibility_spans import SERVED, Kept, full_time, keep_date, keep_number, read_date
from actions.form_amounts import Amount, amounts, months
from actions.form_answers import choice, clauses, is_question, listed, plain, told, yes_no
from actions.form_reading import Heard
from careerbot.facts.person import NEVER
from careerbot.facts.queries import MEDICAL_ASSISTANT

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
_SCHOOL = r"(program|course|school|schooling|classes|training)"
# Once, in no doubt: "I finished", "did my program", "my program ended"; high school and apprenticeships are others.
_FINISHED = re.compile(
    r"(\b(i|ive|im) (just |already |have |recently )*|^)(finished|graduated|completed)\b"
    r"(?! (from )?(hs|high ?school)| (the |my |an )?apprentice)"
    rf"|\b(did|took|attended|(been|went) (to|through)) (my|the|an? (\w+ )?(ma|medical assist\w*)) (\w+ )?{_SCHOOL}\b"
    rf"|\bmy (\w+ )?{_SCHOOL} (ended|was (over|done|finished)|got done)\b"
)
# What was learned or done for another job says nothing of this one.
_OTHER_JOB = re.compile(
    r"\b(cna|nurs\w*|rn (program|school)|lpn|lvn|phleb\w*|dental|emt|paramedic|pharm\w*|billing|coding|vet|veterinary"
    r"|caregiver|hha|scribe|surgical|receptionist|front desk|cosmetology|college|university)\b"
    r"|\b(as|been|was|am|im) an? (?!ma\b|cma\b|rma\b|ccma\b|ncma\b|medical assist|clinical medical assist|certified"
    r"|registered|student|full ?time|part ?time)\w+"
)
_THIS_JOB = re.compile(r"\b(ma|cma|rma|ccma|ncma|medical assist\w*)\b")
_STUDYING = re.compile(
    r"\bim (currently |still |now )?(in (an? |my |the )?(\w+ ){0,3}(program|school)|a (\w+ ){0,2}student|enrolled)\b"
    r"|\babout to graduate\b|\bi (will )?graduate (in|next)\b|\bin my last (semester|term|month|week|quarter)\b"
    r"|\b(havent|have not|not) (finished|completed|done with) (my|the) (\w+ )?(program|school|course) yet\b"
)
_ON_THE_JOB = re.compile(
    r"\bnever (went|been|gone) to (ma )?school|\b(no|without) (any )?(ma )?(school|schooling|formal training)\b"
    r"|\b(learned|learnt|trained|training) (it |everything )?on the job\b|\bon the job training\b|\bof on the job\b"
)
_NOTHING = re.compile(r"\bno training\b")
_NEVER_WORKED = re.compile(r"\b(no|zero|without) (any )?(work |job |ma )?experience\b|\bnever worked (as|in)\b")
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
_EXTERNSHIP_IS = re.compile(rf"\b{_EXTERNSHIP}(?: (?:hours|was|is|were|had|of|about|around|only|just))*$")
# A bare "no" is not among them: it may as well mean that they do not know.
_NO_HOURS = frozenset(listed("none|none at all|not any|nothing|zero|no hours|there were none"))
_NO_EXTERNSHIP = re.compile(rf"\b(no|without|not any) (an? )?{_EXTERNSHIP}")
_OF_HOURS = re.compile(r"^($|in all|in total|total|all together|altogether|or more|plus|and|with|including)")
_HIGH_SCHOOL = r"(hs|high ?school)"
_ENDED = re.compile(rf"\b(graduat\w*|finish\w*|complet\w*)\b|{_FINISHED.pattern}")
_DROPPED_OUT = re.compile(r"\bdropped out\b(?! of)")
_NO_DIPLOMA = re.compile(
    rf"\b((never|didnt|did not|havent|have not) (finish|graduate|complete)(d|ed)? (from )?{_HIGH_SCHOOL}"
    rf"|dropped out of {_HIGH_SCHOOL}|{_HIGH_SCHOOL} drop ?out"
    rf"|(no|without) (a |my |an )?({_HIGH_SCHOOL} )?(diploma|ged))\b"
)
_DIPLOMA = re.compile(rf"\b(ged|{_HIGH_SCHOOL} (diploma|graduate|grad)|(finished|graduated) (from )?{_HIGH_SCHOOL})\b")
_MEDIC = re.compile(
    r"\b(corpsman|combat medic|68w|((army|navy|air force|marines?|coast guard|military|national guard)\b.*\b(medic"
    r"|medical (training|tech\w*|specialist))|(medic|medical (training|tech\w*|specialist))\b.*\b(army|navy|air force"
    r"|marines?|coast guard|military|national guard)))\b"
)
_FELONY = re.compile(r"\b(felon|felony|felonies)\b")
_NO_RECORD = re.compile(
    r"\b(no (felon(y|ies)|convictions?|criminal record)|clean (criminal )?record|never (been )?convicted)\b"
)
_BARRED = re.compile(r"\b(unaccredited (school|program)|my school (isnt|wasnt|is not|was not|not) accredited(?! by))\b")
_CLEAN = re.compile(r"\b(clean|no record|nothing|spotless)\b")
_AT_A_JOB = re.compile(r"\bon the job\b|\bworked\b|\bof (work|experience)\b|\bwork experience\b")
_TEACHES = re.compile(r"\bi(m| am)? (now |currently )?(teach|an? (\w+ )?(instructor|teacher))\b")


def is_of_other_job(heard: Heard) -> bool:
    """Whether a message tells of other work, or asks whether it counts: "ive been a cna 4 yrs"."""
    return not _is_this_job(plain(heard.text), heard)


def training(heard: Heard) -> Optional[str]:
    """How they learned: ``finished``, ``studying``, ``apprenticeship``, ``job`` or ``nothing``."""
    return told_training(heard) or choice(heard.text, _TRAINING)


def told_training(heard: Heard) -> Optional[str]:
    """The same, from a sentence that says it outright."""
    parts = _told(heard)
    said = plain(", ".join(parts))
    if _ON_THE_JOB.search(said):
        return "job"
    if re.search(r"\b(i|my|ive|did|finished|completed) (\w+ ){0,4}apprenticeship\b", said) and not _NOT.search(said):
        return "apprenticeship"
    if _STUDYING.search(said):
        return None if _OTHER_JOB.search(said) else "studying"
    if _NOTHING.search(said) and _NEVER_WORKED.search(said):
        return "nothing"
    return "finished" if any(_finished(plain(part)) for part in parts) else None


def accreditation(heard: Heard) -> Optional[str]:
    """What stands behind the program: ``program``, ``school`` or ``none``; "no" leaves two of them."""
    return choice(heard.text, _ACCREDITATION)


def told_accreditation(heard: Heard) -> Optional[str]:
    """What is said of their own program or school: CAAHEP or ABHES, or a school that nobody accredits."""
    parts = [plain(part) for part in _told(heard)]
    if any(map(_BARRED.search, parts)):
        return "none"
    named = [said for said in parts if re.search(r"\b(caahep|abhes)\b", said)]
    return "program" if named and not any(_NOT.search(said) for said in named) else None


def finish(heard: Heard) -> Optional[Kept]:
    """When the training ended or ends."""
    return read_date(heard.text, heard.today)


def told_finish(heard: Heard) -> Optional[Kept]:
    """The same, beside a word for it: "graduated in 2022", "did my program 2 years ago"."""
    for part in _told(heard):
        said = plain(part)
        ended = _ENDED.search(said) and not re.search(rf"\b{_HIGH_SCHOOL}\b", said)
        if ended and not _NOT.search(said) and not _of_another_job(said):
            return read_date(part, heard.today)
    return None


def program_hours(heard: Heard) -> Optional[Kept]:
    """Hours in all; hours of the externship alone are none, and a bare "no" is no number."""
    in_all = [amount for amount in amounts(heard.text) if not _of_externship(amount)]
    if len(in_all) == 1:
        return keep_number(in_all[0].between) if _is_hours(in_all[0]) else None
    return [0, 0] if plain(heard.text) in _NO_HOURS else None


def told_hours(heard: Heard) -> Optional[Kept]:
    """Hours of a program, said of one: "a 900 hour program", "my program was 900 hours"."""
    found = [
        amount
        for part in clauses(heard.text)
        for amount in amounts(part)
        if amount.unit == "hour" and not _AT_A_JOB.search(plain(part)) and _of_program(amount)
    ]
    return keep_number(found[0].between) if len(found) == 1 else None


def externship(heard: Heard) -> Optional[Kept]:
    """Hours of the externship."""
    alone = amounts(heard.text)
    if len(alone) == 1 and _is_hours(alone[0]):
        return keep_number(alone[0].between)
    none = plain(heard.text) in _NO_HOURS or _NO_EXTERNSHIP.search(plain(heard.text))
    return [0, 0] if none else told_externship(heard)


def told_externship(heard: Heard) -> Optional[Kept]:
    """Hours beside a word for it: "200 hours of externship"."""
    found = [amount for part in clauses(heard.text) for amount in amounts(part) if _of_externship(amount)]
    return keep_number(found[0].between) if len(found) == 1 and found[0].unit in ("hour", None) else None


def work_months(heard: Heard) -> Optional[Kept]:
    """Months of work as a medical assistant; "4 years as a CNA" are none that the rules name."""
    if not _is_this_job(plain(heard.text), heard):
        return None
    told = months(heard.text)
    if told is None:
        by_hours = full_time(heard.text)
        return [0, 0] if by_hours is None and yes_no(heard.text) is False else by_hours
    return keep_number(told)


def told_work(heard: Heard) -> Optional[Kept]:
    """Months of work beside a word for it: "worked 3 yrs as an MA", "700 hours on the job"."""
    for part in _told(heard):
        said = plain(part)
        if not _is_this_job(said, heard):
            continue
        length = months(part)
        if length and _WORK.search(said):
            return keep_number(length)
        if _AT_A_JOB.search(said) and (by_hours := full_time(part)):
            return by_hours
        if _NEVER_WORKED.search(said):
            return [0, 0]
    return None


def work_until(heard: Heard) -> Optional[Kept]:
    """The last day of that work: today, or when they stopped."""
    said = plain(heard.text)
    if _AT_WORK.search(said) or (yes_no(heard.text) and not re.search(r"\d", said)):
        return keep_date(heard.today, heard.today)
    return read_date(heard.text, heard.today)


def told_work_until(heard: Heard) -> Optional[Kept]:
    """Today, for those who say that they work as one."""
    parts = [plain(part) for part in _told(heard)]
    works = any(_WORKS.search(said) and _is_this_job(said, heard) for said in parts)
    return keep_date(heard.today, heard.today) if works else None


def diploma(heard: Heard) -> Optional[bool]:
    """A high school diploma or GED."""
    told_outright = told_diploma(heard)
    if told_outright is None and _DROPPED_OUT.search(plain(heard.text)):
        return False
    return yes_no(heard.text) if told_outright is None else told_outright


def told_diploma(heard: Heard) -> Optional[bool]:
    """The same, from a sentence that says it outright."""
    for said in map(plain, _told(heard)):
        if _NO_DIPLOMA.search(said):
            return False
        if named := _DIPLOMA.search(said):
            return _NOT.search(said[: named.end()]) is None
    return None


def military(heard: Heard) -> Optional[Kept]:
    """When their medical training in the armed forces ended; "no" is never, "yes" alone does not say."""
    day = read_date(heard.text, heard.today)
    if day is None and yes_no(heard.text) is False:
        return keep_date(NEVER, NEVER)
    return day


def told_military(heard: Heard) -> Optional[Kept]:
    """The same, of medical service: "army medic until 2023"; without a date that there was some."""
    for part in _told(heard):
        said = plain(part)
        if _MEDIC.search(said) and not _NOT.search(said):
            return read_date(part, heard.today) or SERVED
    return None


def felony(heard: Heard) -> Optional[bool]:
    """A felony or a disciplined license."""
    if _CLEAN.search(plain(heard.text)):
        return False
    answer = yes_no(heard.text)
    return told_felony(heard) if answer is None else answer


def told_felony(heard: Heard) -> Optional[bool]:
    """A felony that they tell of themselves."""
    parts = [plain(part) for part in _told(heard)]
    own = [said for said in parts if _FELONY.search(said) and re.search(r"\b(i|ive|im|my)\b", said)]
    if not own:
        return False if any(map(_NO_RECORD.search, parts)) else None
    return not _NOT.search(own[0])


def told_teaching(heard: Heard) -> Optional[bool]:
    """Teaching medical assistants, told by those who do."""
    parts = [plain(part) for part in _told(heard)]
    return any(_TEACHES.search(said) and re.search(r"\b(ma|mas|medical assist\w*)\b", said) for said in parts) or None


def _told(heard: Heard) -> List[str]:
    return [part for part in told(heard.text) if not is_question(part)]


def _finished(said: str) -> bool:
    return bool(_FINISHED.search(said)) and not _NOT.search(said) and not _of_another_job(said)


def _of_another_job(said: str) -> bool:
    return bool(_OTHER_JOB.search(said)) and not _THIS_JOB.search(said)


def _is_this_job(said: str, heard: Heard) -> bool:
    """Whether work is that of a medical assistant: nothing else is named, or this is."""
    if _OTHER_JOB.search(said):
        return False
    others = set(heard.names.get("occupation", ())) - {MEDICAL_ASSISTANT}
    return not others or bool(_THIS_JOB.search(said))


def _of_program(amount: Amount) -> bool:
    behind = re.match(r"(\w+ ){0,3}(program|course|training)\b", amount.behind)
    return bool(behind or re.search(r"\b(program|course)( \w+){0,2}$", amount.before))


def _of_externship(amount: Amount) -> bool:
    return bool(_OF_EXTERNSHIP.match(amount.behind) or _EXTERNSHIP_IS.search(amount.before))


def _is_hours(amount: Amount) -> bool:
    """A number of hours, or one that stands alone."""
    return amount.unit == "hour" or (amount.unit is None and _OF_HOURS.match(amount.behind) is not None)
