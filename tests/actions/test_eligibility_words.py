"""How verdicts read, for everyone in the table of tests/facts/test_eligibility.py and for those who cannot say."""

from dataclasses import replace

import pytest

from actions.eligibility_words import why
from careerbot.facts.eligibility import Outcome, judge
from careerbot.facts.load import load
from careerbot.facts.person import POINTS
from tests.data.files import domain
from tests.facts.test_eligibility import TABLE, TODAY, ago, graduate, person, school, student, worker

CREDENTIALS = load().credentials
TEXTS = {name: variants[0]["text"] for name, variants in domain()["responses"].items()}
LONGEST = 30  # words of a reason


def reason(key, who):
    return why(judge(who, CREDENTIALS[key], TODAY), TEXTS)


@pytest.mark.parametrize(
    ("key", "who", "words"),
    [
        ("CMA", graduate(), "with your program"),
        ("CMA", graduate(finish=ago(months=13)), "with your program, if you send an official transcript"),
        ("RMA", person(training="apprenticeship", finish=TODAY), "with your apprenticeship, if it is registered "),
        ("CCMA", worker(12), "with your work, if you worked under supervision"),
        ("RMA", person(military=TODAY), "with your military training"),
        ("RMA", worker(60), "with your work, if you did clinical and office duties"),
    ],
)
def test_a_yes_names_its_route_and_what_must_hold_besides(key, who, words):
    assert reason(key, who).startswith(words)


@pytest.mark.parametrize(
    ("key", "who", "words"),
    [
        ("CMA", person(), "missing a finished program accredited by CAAHEP or ABHES"),
        ("RMA", person(), "missing a finished program at an accredited school"),
        ("CCMA", person(), "missing a finished program"),
        ("CMA", graduate(accreditation="none"), "missing accreditation of the program by CAAHEP or ABHES"),
        ("CMA", student(), "missing the end of your program; from 30 days before it you may"),
        ("RMA", school(hours=719, externship_hours=159), "missing 720 program hours and 160 externship hours"),
        ("RMA", school(accreditation="none"), "missing an accredited program or school"),
        ("RMA", school(finish=ago(years=5)), "missing training that ended in the last 4 years"),
        ("RMA", worker(20), "missing 3 years of full-time work in the last 7 years"),
        ("CMA", school(externship_hours=0), "missing 6 months of full-time work"),
        ("CCMA", worker(12, diploma=False), "missing a high school diploma or GED"),
        ("NCMA", person(military=ago(years=6)), "missing military medical training in the last 5 years"),
    ],
)
def test_a_no_names_what_is_missing_of_the_nearest_route(key, who, words):
    assert reason(key, who) == words


def test_a_missing_training_is_named_after_those_that_would_do():
    route = CREDENTIALS["RMA"].routes[1]
    assert route.basis == "apprenticeship"
    alone = CREDENTIALS["RMA"].copy(update={"routes": [route]})
    assert why(judge(person(), alone, TODAY), TEXTS) == "missing a finished apprenticeship"


def test_ask_the_issuer_names_the_doubt_what_was_not_said_and_the_record():
    assert reason("RMA", worker(36)) == "newer pages want 3 of the last 7 years of work, older ones 5"
    unsaid = school(accreditation=None, hours=None, cannot_say=frozenset({"accreditation", "hours"}))
    assert reason("RMA", unsaid) == "it depends on who accredits your program and its hours"
    assert reason("CCMA", worker(12, felony=True)) == "a record may shut you out"


@pytest.mark.parametrize(("key", "who", "outcome", "place"), TABLE.values(), ids=TABLE)
def test_every_reason_is_short_and_complete(key, who, outcome, place):
    said = reason(key, who)
    assert said and not {"{", "}"} & set(said) and "None" not in said
    assert len(said.split()) <= LONGEST


@pytest.mark.parametrize("point", set(POINTS) - {"training", "felony"})
def test_everything_that_may_be_left_unsaid_has_words(point):
    nobody = {
        "accreditation": ("RMA", school()),
        "finish": ("RMA", school()),
        "hours": ("RMA", school()),
        "externship_hours": ("RMA", school()),
        "diploma": ("CCMA", worker(12)),
        "work_months": ("NCMA", worker(12)),
        "work_until": ("NCMA", worker(24)),
        "military": ("RMA", person()),
    }
    key, who = nobody[point]
    verdict = judge(replace(who, **{point: None}, cannot_say=frozenset({point})), CREDENTIALS[key], TODAY)
    assert verdict.outcome is Outcome.ASK
    assert TEXTS[f"utter_eligibility_unsaid_{point.removesuffix('_hours') if 'extern' in point else point}"] in why(
        verdict, TEXTS
    )
