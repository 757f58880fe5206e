"""Every route of the five certifications, with its borders, against people made for it; then what holds for anyone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.facts.eligibility import Outcome, can_judge, judge, next_question, spans
from careerbot.facts.load import load
from careerbot.facts.person import NEVER, POINTS, Person, Span

NO, ASK, YES = Outcome
TODAY = date(2026, 11, 22)
CREDENTIALS = load().credentials
JUDGED = {key: row for key, row in CREDENTIALS.items() if can_judge(row)}
DAY = timedelta(days=1)


def ago(**parts):
    """A date before today: ``ago(months=12)``, ``ago(years=4, days=1)``."""
    return TODAY - relativedelta(**parts)


def person(**told):
    """Someone with a diploma and nothing else, but for what is told; numbers and dates are exact."""
    told = {"training": "none", "work_months": 0, "diploma": True, "military": NEVER, "felony": False, **told}
    exact = {name: Span.of(value) for name, value in told.items() if type(value) in (int, date)}
    return Person(**{**told, **exact})


def graduate(**told):
    return person(**{"training": "finished", "accreditation": "program", "finish": ago(months=3), **told})


def student(**told):
    return person(**{"training": "studying", "accreditation": "program", "finish": TODAY + 90 * DAY, **told})


def worker(months, **told):
    return person(**{"work_months": months, "work_until": TODAY, **told})


def school(**told):
    """A graduate of a school that is accredited, of a program that is not."""
    return graduate(**{"accreditation": "school", "hours": 720, "externship_hours": 160, **told})


# credential, person, outcome, and the requirement that it rests on: "route.requirement" in the order of the file
TABLE = {
    # -- CMA: an accredited program ------------------------------------------------------------------------------
    "CMA, finished yesterday": ("CMA", graduate(finish=TODAY - DAY), YES, "1.1"),
    "CMA, finished exactly 12 months ago": ("CMA", graduate(finish=ago(months=12)), YES, "1.1"),
    "CMA, finished a day over 12 months ago": ("CMA", graduate(finish=ago(months=12, days=1)), YES, "2.1"),
    "CMA, finished exactly 60 months ago": ("CMA", graduate(finish=ago(months=60)), YES, "2.1"),
    "CMA, finished a day over 60 months ago": ("CMA", graduate(finish=ago(months=60, days=1), hours=0), ASK, "2.2"),
    "CMA, finishes in exactly 30 days": ("CMA", student(finish=TODAY + 30 * DAY), YES, "1.2"),
    "CMA, finishes in 31 days": ("CMA", student(finish=TODAY + 31 * DAY), NO, "1.2"),
    "CMA, no diploma asked": ("CMA", graduate(diploma=False), YES, "1.1"),
    # -- CMA: the other way, at an accredited school -------------------------------------------------------------
    "CMA, school, 720 hours, 160 externship": ("CMA", school(), YES, "3.1"),
    "CMA, school, long ago": ("CMA", school(finish=ago(years=20)), YES, "3.1"),
    "CMA, school, 719 hours": ("CMA", school(hours=719), NO, "3.2"),
    "CMA, school, 159 hours of externship": ("CMA", school(externship_hours=159), NO, "3.2"),
    "CMA, school, no externship, 6 months of work": (
        "CMA",
        school(hours=560, externship_hours=0, work_months=6, work_until=TODAY),
        YES,
        "3.2",
    ),
    "CMA, school, no externship, 5 months of work": (
        "CMA",
        school(hours=560, externship_hours=0, work_months=5, work_until=TODAY),
        NO,
        "3.2",
    ),
    "CMA, school, 559 hours, work": ("CMA", school(hours=559, work_months=36, work_until=TODAY), NO, "1.1"),
    "CMA, no accreditation": ("CMA", school(accreditation="none"), NO, "1.1"),
    "CMA, still in a school program": ("CMA", student(accreditation="school"), NO, "1.2"),
    "CMA, an apprenticeship": ("CMA", person(training="apprenticeship", finish=TODAY), ASK, "4.1"),
    "CMA, work alone": ("CMA", worker(120), NO, "1.1"),
    "CMA, military training alone": ("CMA", person(military=TODAY), NO, "1.1"),
    "CMA, nothing": ("CMA", person(), NO, "1.1"),
    # -- RMA ----------------------------------------------------------------------------------------------------
    "RMA, 720 hours, 160 externship": ("RMA", school(), YES, "1.1"),
    "RMA, an accredited program": ("RMA", school(accreditation="program"), YES, "1.1"),
    "RMA, 719 hours": ("RMA", school(hours=719), NO, "1.1"),
    "RMA, 159 hours of externship": ("RMA", school(externship_hours=159), NO, "1.1"),
    "RMA, finished exactly 4 years ago": ("RMA", school(finish=ago(years=4)), YES, "1.1"),
    "RMA, finished a day over 4 years ago": ("RMA", school(finish=ago(years=4, days=1)), NO, "1.1"),
    "RMA, no accreditation": ("RMA", school(accreditation="none"), NO, "1.1"),
    "RMA, about to graduate": ("RMA", student(hours=720, externship_hours=160), ASK, "1.2"),
    "RMA, about to graduate, 719 hours": ("RMA", student(hours=719, externship_hours=160), NO, "1.2"),
    "RMA, apprentice 4 years ago": ("RMA", person(training="apprenticeship", finish=ago(years=4)), YES, "2.1"),
    "RMA, apprentice before": ("RMA", person(training="apprenticeship", finish=ago(years=4, days=1)), NO, "2.1"),
    "RMA, 60 months of the last 7 years": ("RMA", worker(60), YES, "3.2"),
    "RMA, 59 months": ("RMA", worker(59), ASK, "3.1"),
    "RMA, exactly 36 months": ("RMA", worker(36), ASK, "3.1"),
    "RMA, 35 months": ("RMA", worker(35), NO, "3.1"),
    "RMA, 60 months that ended 2 years ago": ("RMA", worker(60, work_until=ago(years=2)), YES, "3.2"),
    "RMA, 60 months that ended before": ("RMA", worker(60, work_until=ago(years=2, days=1)), ASK, "3.1"),
    "RMA, 36 months that ended 4 years ago": ("RMA", worker(36, work_until=ago(years=4)), ASK, "3.1"),
    "RMA, 36 months that ended before": ("RMA", worker(36, work_until=ago(years=4, days=1)), NO, "3.1"),
    "RMA, work, no diploma": ("RMA", worker(60, diploma=False), NO, "3.1"),
    "RMA, military training 4 years ago": ("RMA", person(military=ago(years=4)), YES, "4.1"),
    "RMA, military training before": ("RMA", person(military=ago(years=4, days=1)), NO, "4.1"),
    "RMA, military training, no diploma": ("RMA", person(military=TODAY, diploma=False), YES, "4.1"),
    "RMA, a teacher": ("RMA", person(teaches=True), ASK, "5.1"),
    "RMA, nothing": ("RMA", person(), NO, "1.1"),
    # -- NCMA ---------------------------------------------------------------------------------------------------
    "NCMA, a student in high school": ("NCMA", student(diploma=False), ASK, "1.1"),
    "NCMA, a graduate without a diploma": ("NCMA", graduate(diploma=False), ASK, "1.2"),
    "NCMA, a student": ("NCMA", student(), YES, "2.1"),
    "NCMA, finished exactly 5 years ago": ("NCMA", graduate(finish=ago(years=5)), YES, "2.2"),
    "NCMA, finished a day over 5 years ago": ("NCMA", graduate(finish=ago(years=5, days=1)), NO, "1.2"),
    "NCMA, no accreditation": ("NCMA", graduate(accreditation="none"), YES, "2.2"),
    "NCMA, 24 months of the last 5 years": ("NCMA", worker(24), YES, "3.2"),
    "NCMA, 23 months": ("NCMA", worker(23), ASK, "3.1"),
    "NCMA, exactly 12 months": ("NCMA", worker(12), ASK, "3.1"),
    "NCMA, 11 months": ("NCMA", worker(11), NO, "3.1"),
    "NCMA, 24 months that ended 3 years ago": ("NCMA", worker(24, work_until=ago(years=3)), YES, "3.2"),
    "NCMA, 24 months that ended before": ("NCMA", worker(24, work_until=ago(years=3, days=1)), ASK, "3.1"),
    "NCMA, 12 months that ended 4 years ago": ("NCMA", worker(12, work_until=ago(years=4)), ASK, "3.1"),
    "NCMA, 12 months that ended before": ("NCMA", worker(12, work_until=ago(years=4, days=1)), NO, "3.1"),
    "NCMA, work, no diploma": ("NCMA", worker(24, diploma=False), NO, "3.1"),
    "NCMA, military training 5 years ago": ("NCMA", person(military=ago(years=5)), YES, "4.1"),
    "NCMA, military training before": ("NCMA", person(military=ago(years=5, days=1)), NO, "4.1"),
    "NCMA, an apprenticeship alone": ("NCMA", person(training="apprenticeship", finish=TODAY), NO, "1.1"),
    # -- CCMA ---------------------------------------------------------------------------------------------------
    "CCMA, finished exactly 5 years ago": ("CCMA", graduate(finish=ago(years=5)), YES, "1.1"),
    "CCMA, finished a day over 5 years ago": ("CCMA", graduate(finish=ago(years=5, days=1)), NO, "1.1"),
    "CCMA, no accreditation": ("CCMA", graduate(accreditation="none"), YES, "1.1"),
    "CCMA, a graduate without a diploma": ("CCMA", graduate(diploma=False), NO, "1.1"),
    "CCMA, a student": ("CCMA", student(), ASK, "1.2"),
    "CCMA, apprentice 5 years ago": ("CCMA", person(training="apprenticeship", finish=ago(years=5)), ASK, "1.3"),
    "CCMA, apprentice before": ("CCMA", person(training="apprenticeship", finish=ago(years=5, days=1)), NO, "1.3"),
    "CCMA, exactly 12 months": ("CCMA", worker(12), YES, "2.1"),
    "CCMA, 11 months": ("CCMA", worker(11), NO, "2.1"),
    "CCMA, 12 months that ended 2 years ago": ("CCMA", worker(12, work_until=ago(years=2)), YES, "2.1"),
    "CCMA, 12 months that ended before": ("CCMA", worker(12, work_until=ago(years=2, days=1)), NO, "2.1"),
    "CCMA, 24 months that ended 3 years ago": ("CCMA", worker(24, work_until=ago(years=3)), ASK, "2.2"),
    "CCMA, 24 months that ended before": ("CCMA", worker(24, work_until=ago(years=3, days=1)), NO, "2.1"),
    "CCMA, work, no diploma": ("CCMA", worker(24, diploma=False), NO, "2.1"),
    "CCMA, military training alone": ("CCMA", person(military=TODAY), NO, "1.1"),
    # -- CMAC: known from a sister certification only ------------------------------------------------------------
    "CMAC, a graduate": ("CMAC", graduate(finish=ago(years=30)), ASK, "1.1"),
    "CMAC, an apprentice": ("CMAC", person(training="apprenticeship"), ASK, "1.1"),
    "CMAC, a graduate without a diploma": ("CMAC", graduate(diploma=False), NO, "1.1"),
    "CMAC, a month of work": ("CMAC", worker(1), ASK, "2.1"),
    "CMAC, ten years of work": ("CMAC", worker(120), ASK, "2.1"),
    "CMAC, nothing": ("CMAC", person(), NO, "1.1"),
}


def requirement_of(credential, place):
    route, requirement = (int(number) - 1 for number in place.split("."))
    return credential.routes[route].requires[requirement]


@pytest.mark.parametrize(("key", "who", "outcome", "place"), TABLE.values(), ids=TABLE)
def test_the_verdict_is_what_the_issuers_rules_say(key, who, outcome, place):
    verdict = judge(who, CREDENTIALS[key], TODAY)
    assert verdict.outcome is outcome
    assert verdict.by.requirement == requirement_of(CREDENTIALS[key], place)


def test_every_requirement_of_every_route_is_met_by_someone_in_the_table():
    met = {(key, place) for key, _, outcome, place in TABLE.values() if outcome is not NO}
    wanted = {
        (key, f"{route}.{requirement}")
        for key, row in JUDGED.items()
        for route, rules in enumerate(row.routes, start=1)
        for requirement, _ in enumerate(rules.requires, start=1)
    }
    assert wanted - met == set()


def test_every_way_into_the_five_certifications_has_rules_that_can_be_weighed():
    accredited = {key for key, row in CREDENTIALS.items() if row.ncca and row.field == "medical assisting"}
    assert accredited == set(JUDGED) == {"CMA", "RMA", "NCMA", "CCMA", "CMAC"}
    for row in JUDGED.values():
        for route in row.routes:
            assert bool(route.requires) == (route.basis != "renewal")


@pytest.mark.parametrize(("key", "who", "outcome", "place"), TABLE.values(), ids=TABLE)
def test_a_felony_never_gets_a_plain_yes(key, who, outcome, place):
    verdict = judge(replace(who, felony=True), CREDENTIALS[key], TODAY)
    assert verdict.outcome is min(outcome, ASK)
    assert verdict.record == (verdict.outcome is ASK)
    assert verdict.by.requirement == requirement_of(CREDENTIALS[key], place)


def test_what_a_felony_settles_alone_has_no_other_reason():
    verdict = judge(graduate(finish=None, felony=True), CREDENTIALS["CMA"], TODAY)
    assert verdict.outcome is ASK and verdict.record
    assert verdict.by.requirement.unsure is None and verdict.cannot_say == ()


@pytest.mark.parametrize(
    ("key", "point", "who"),
    [
        ("CMA", "accreditation", graduate(accreditation=None, hours=0)),
        ("RMA", "accreditation", school(accreditation=None)),
        ("RMA", "hours", school(hours=None)),
        ("RMA", "externship_hours", school(externship_hours=None)),
        ("CCMA", "diploma", graduate(diploma=None)),
        ("CCMA", "finish", graduate(finish=None)),
    ],
)
def test_what_the_person_cannot_say_and_would_decide_is_asked_of_the_issuer(key, point, who):
    assert judge(who, CREDENTIALS[key], TODAY).open_points == (point,)
    verdict = judge(replace(who, cannot_say=frozenset({point})), CREDENTIALS[key], TODAY)
    assert (verdict.outcome, verdict.cannot_say) == (ASK, (point,))


def test_a_record_that_is_kept_back_is_asked_of_the_issuer():
    verdict = judge(graduate(felony=None, cannot_say=frozenset({"felony"})), CREDENTIALS["CMA"], TODAY)
    assert (verdict.outcome, verdict.record) == (ASK, True)


def test_the_record_is_not_asked_of_those_who_have_no_yes_to_lose():
    assert judge(person(felony=None), CREDENTIALS["CMA"], TODAY).outcome is NO
    assert judge(graduate(felony=None), CREDENTIALS["CMAC"], TODAY).outcome is ASK


def test_a_credential_without_rules_cannot_be_judged():
    assert not can_judge(CREDENTIALS["CPT"])
    with pytest.raises(ValueError, match="empty"):
        judge(person(), CREDENTIALS["CPT"], TODAY)


def test_rules_for_teachers_alone_cannot_be_judged_and_are_never_what_is_missing():
    route = next(one for one in CREDENTIALS["RMA"].routes if one.basis == "teaching")
    assert not can_judge(CREDENTIALS["RMA"].copy(update={"routes": [route]}))
    first = CREDENTIALS["RMA"].copy(update={"routes": [route, *CREDENTIALS["RMA"].routes]})
    assert not judge(person(), first, TODAY).by.requirement.teaching


# -- asking ------------------------------------------------------------------------------------------------------


def test_nothing_else_is_asked_of_someone_with_neither_training_nor_work():
    who = Person(training="none", work_months=Span.of(0), military=Span.of(NEVER))
    assert next_question(who, JUDGED.values(), TODAY) is None


def test_of_an_accredited_student_the_cma_asks_only_for_the_end_and_the_record():
    who, asked = Person(training="studying", accreditation="program"), []
    for told in ({"finish": Span.of(TODAY + DAY)}, {"felony": False}, {}):
        asked.append(next_question(who, [CREDENTIALS["CMA"]], TODAY))
        who = replace(who, **told)
    assert asked == ["finish", "felony", None]


def test_a_number_is_offered_in_the_steps_that_decide():
    who = graduate(accreditation="school", hours=None, work_months=None)
    assert spans("hours", who, [CREDENTIALS["RMA"]], TODAY) == [Span(0, 719), Span(720, 10**6)]
    both = [CREDENTIALS["RMA"], CREDENTIALS["CMA"]]
    assert [span.low for span in spans("hours", who, both, TODAY)] == [0, 560, 720]


def test_a_date_is_offered_in_the_steps_that_decide():
    who = graduate(finish=None)
    assert [span.low for span in spans("finish", who, [CREDENTIALS["CCMA"]], TODAY)] == [date.min, ago(years=5)]
    soon, later = spans("finish", student(finish=None), [CREDENTIALS["CMA"]], TODAY)
    assert (soon.high, later.low) == (TODAY + 30 * DAY, TODAY + 31 * DAY)


def test_what_is_known_roughly_is_offered_closer():
    who = person(work_months=Span(12, 10**6), work_until=TODAY)
    assert next_question(who, [CREDENTIALS["RMA"]], TODAY) == "work_months"
    assert spans("work_months", who, [CREDENTIALS["RMA"]], TODAY) == [Span(12, 35), Span(36, 59), Span(60, 10**6)]


# -- what holds for anyone ---------------------------------------------------------------------------------------

# Values around every limit, and far from all: drawing from them finds in hundreds what whole ranges find in thousands.
NUMBERS = {
    "hours": st.sampled_from([0, 300, 559, 560, 719, 720, 721, 1500]),
    "externship_hours": st.sampled_from([0, 80, 159, 160, 161, 300]),
    "work_months": st.sampled_from([0, 1, 5, 6, 11, 12, 13, 23, 24, 35, 36, 37, 59, 60, 84, 240]),
}
PAST = st.sampled_from([ago(months=months, days=days) for months in range(0, 121, 6) for days in (0, 1)])
FUTURE = st.sampled_from([1, 29, 30, 31, 32, 90, 400]).map(lambda days: TODAY + days * DAY)
EXACT = {
    **{point: numbers.map(Span.of) for point, numbers in NUMBERS.items()},
    "training": st.sampled_from(["finished", "studying", "apprenticeship", "none"]),
    "accreditation": st.sampled_from(["program", "school", "none"]),
    "finish": (PAST | FUTURE).map(Span.of),
    "work_until": PAST.map(Span.of),
    "military": (PAST | st.just(NEVER)).map(Span.of),
    "diploma": st.booleans(),
    "felony": st.booleans(),
}
assert set(EXACT) == set(POINTS)

known_people = st.builds(Person, **EXACT, teaches=st.booleans()).map(
    lambda who: replace(who, finish=in_order(who.training, who.finish))
)
credentials = st.sampled_from(sorted(JUDGED))


def in_order(training, finish):
    """A finish that fits: students have it before them, all others behind them."""
    distance = abs(finish.low - TODAY)
    return Span.of(TODAY + max(distance, DAY) if training == "studying" else TODAY - distance)


@st.composite
def half_known_people(draw):
    """A known person, and the same one with some points left out or not to be said."""
    known = draw(known_people)
    left_out = draw(st.sets(st.sampled_from(POINTS)))
    cannot_say = draw(st.sets(st.sampled_from(POINTS), max_size=3)) & left_out
    return known, replace(known, **dict.fromkeys(left_out), cannot_say=frozenset(cannot_say))


def later(span, days):
    return span if span.low == NEVER else Span.of(min(span.low + days * DAY, TODAY))


def betterments(who, days, numbers, military):
    """The same person with more of one thing, for each thing there is."""
    changes = [{point: Span.of(getattr(who, point).low + more)} for point, more in numbers.items()]
    changes += [{"diploma": True}, {"felony": False}, {"teaches": True}]
    changes += [{"accreditation": "school" if who.accreditation == "none" else "program"}]
    changes += [{"work_until": later(who.work_until, days)}]
    changes += [{"military": military if who.military.low == NEVER else later(who.military, days)}]
    if who.training == "studying":
        changes += [{"finish": Span.of(max(who.finish.low - days * DAY, TODAY + DAY))}]
        changes += [{"training": "finished", "finish": Span.of(TODAY)}]
    else:
        changes += [{"finish": later(who.finish, days)}]
    if who.training == "none":
        trained = ("apprenticeship", "finished", "studying")
        changes += [{"training": training, "finish": in_order(training, who.finish)} for training in trained]
    return [replace(who, **change) for change in changes]


@given(
    known_people,
    st.sampled_from([1, 30, 400, 1500, 4000]),
    st.fixed_dictionaries({point: st.sampled_from([1, 12, 160, 720]) for point in NUMBERS}),
    EXACT["military"],
)
@settings(max_examples=150, deadline=None)
def test_more_experience_never_makes_anyone_less_eligible(who, days, numbers, military):
    for key, credential in JUDGED.items():
        before = judge(who, credential, TODAY).outcome
        for better in betterments(who, days, numbers, military):
            assert judge(better, credential, TODAY).outcome >= before, (key, better)


@given(half_known_people())
@settings(max_examples=300, deadline=None)
def test_a_settled_verdict_stands_whatever_else_is_told(pair):
    known, partly = pair
    told = {point: getattr(known, point) for point in POINTS if point not in partly.cannot_say}
    for credential in JUDGED.values():
        outcome = judge(partly, credential, TODAY).outcome
        if outcome is not None:
            assert judge(replace(partly, **told), credential, TODAY).outcome is outcome


@given(half_known_people())
@settings(max_examples=150, deadline=None)
def test_the_answer_to_a_question_that_is_not_open_changes_no_verdict(pair):
    known, partly = pair
    unknown = {point for point in POINTS if getattr(partly, point) is None} - partly.cannot_say
    for credential in JUDGED.values():
        verdict = judge(partly, credential, TODAY)
        for point in unknown - set(verdict.open_points):
            again = judge(replace(partly, **{point: getattr(known, point)}), credential, TODAY)
            assert (again.outcome, again.open_points) == (verdict.outcome, verdict.open_points), point


def interview(known, keys, unsure=frozenset()):
    """Ask someone who answers in the steps that are offered; gives the person as known in the end."""
    who, asked, judged = Person(teaches=known.teaches), [], [CREDENTIALS[key] for key in keys]
    while (point := next_question(who, judged, TODAY)) is not None:
        asked.append(point)
        assert len(set(asked)) == len(asked), "asks nothing twice"
        answer = getattr(known, point)
        if point in unsure:
            who = replace(who, cannot_say=who.cannot_say | {point})
            continue
        if isinstance(answer, Span):
            offered = spans(point, who, judged, TODAY)
            assert len(offered) > 1
            [answer] = [span for span in offered if span.low <= answer.low <= span.high]
        who = replace(who, **{point: answer})
    return who


@given(known_people, st.sets(credentials, min_size=1), st.sets(st.sampled_from(POINTS), max_size=2))
@settings(max_examples=150, deadline=None)
def test_the_questions_end_and_the_verdicts_are_those_of_the_whole_truth(known, keys, unsure):
    who = interview(known, keys, unsure)
    truth = replace(known, cannot_say=who.cannot_say, **dict.fromkeys(who.cannot_say))
    for key in keys:
        assert judge(who, CREDENTIALS[key], TODAY).outcome is judge(truth, CREDENTIALS[key], TODAY).outcome
