"""What people type to the questions of "Am I eligible?", and what they tell without being asked."""

from datetime import date

import pytest

from actions import eligibility_reading as reading
from actions.eligibility_spans import SERVED
from actions.form_reading import Heard

TODAY = date(2026, 11, 24)
NEVER = ["0001-01-01", "0001-01-01"]
NOW = ["2026-11-24", "2026-11-24"]


def heard(text):
    return Heard(text, {}, None, TODAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I finished a program", "finished"),
        ("graduated", "finished"),
        ("i already graduated from my ma program", "finished"),
        ("certificate program", "finished"),
        ("I'm in a program now", "studying"),
        ("still in school", "studying"),
        ("i am a student", "studying"),
        ("about to graduate", "studying"),
        ("an apprenticeship", "apprenticeship"),
        ("i did an apprenticeship at a hospital", "apprenticeship"),
        ("on the job", "job"),
        ("never went to school for it", "job"),
        ("my boss trained me, no formal training", "job"),
        ("no training or work yet", "nothing"),
        ("nothing yet", "nothing"),
        ("not yet", "nothing"),
        ("the third one", "apprenticeship"),
        ("purple", None),
        ("what do you mean?", None),
    ],
)
def test_training(text, value):
    assert reading.training(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CAAHEP or ABHES", "program"),
        ("yes, caahep", "program"),
        ("abhes i think", "program"),
        ("yes", "program"),
        ("only the school is accredited", "school"),
        ("just the school", "school"),
        ("not the program but the school is", "school"),
        ("neither", "none"),
        ("it's not accredited", "none"),
        ("no", None),  # the program, the school or both?
        ("how can i find out?", None),
    ],
)
def test_accreditation(text, value):
    assert reading.accreditation(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0 to 559 hours", [0, 559]),
        ("720 hours or more", [720, None]),
        ("720", [720, 720]),
        ("about 900 hrs", [900, 900]),
        ("900 hours, 160 of them externship", [900, 900]),
        ("560 and a 160 hour externship", [560, 560]),
        ("no", None),
        ("nope", None),
        ("a lot", None),
        ("none", [0, 0]),
        ("two semesters", None),
        ("40 hours a week", None),
    ],
)
def test_hours_of_the_program(text, value):
    assert reading.program_hours(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("160 hours or more", [160, None]),
        ("200", [200, 200]),
        ("none", [0, 0]),
        ("900 in all, 180 of it externship", [180, 180]),
        ("my externship was 120 hours", [120, 120]),
        ("two semesters", None),
    ],
)
def test_hours_of_the_externship(text, value):
    assert reading.externship(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0 months", [0, 0]),
        ("12 to 23 months", [12, 23]),
        ("60 months or more", [60, None]),
        ("3 yrs", [36, 36]),
        ("a year and a half", [18, 18]),
        ("700 hours", [4, 4]),
        ("about 1900 hours in all", [10, 12]),  # of 36 or of 40 hours a week
        ("40 hours a week", None),
        ("none", [0, 0]),
        ("I never worked as one", [0, 0]),
        ("ive been a cna 4 yrs", None),
        ("4 years as an MA, before that a cna", None),
        ("a while", None),
    ],
)
def test_months_of_work(text, value):
    assert reading.work_months(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I still do", NOW),
        ("yes", NOW),
        ("still there", NOW),
        ("currently working", NOW),
        ("since 2024-11-24", ["2024-11-24", "9999-12-31"]),
        ("I stopped in May 2025", ["2025-05-01", "2025-05-31"]),
        ("no, quit in 2023", ["2023-01-01", "2023-12-31"]),
        ("over 4 years ago", ["0001-01-01", "2022-11-23"]),
        ("no", None),
    ],
)
def test_the_end_of_work(text, value):
    assert reading.work_until(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", True),
        ("i have a GED", True),
        ("got my ged in 2015", True),
        ("high school diploma", True),
        ("no", False),
        ("dropped out", False),
        ("i never finished high school", False),
        ("no diploma and no GED", False),
        ("does a ged count?", None),
    ],
)
def test_a_diploma(text, value):
    assert reading.diploma(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", NEVER),
        ("never served", NEVER),
        ("yes", None),  # when did it end?
        ("army medic until 2023", ["2023-01-01", "2023-12-31"]),
        ("2 years ago", ["2024-05-26", "2025-05-25"]),
        ("before 2021-11-24", ["0001-01-01", "2021-11-23"]),
    ],
)
def test_military_training(text, value):
    assert reading.military(heard(text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", False),
        ("clean record", False),
        ("yes", True),
        ("I have a felony from 2011", True),
        ("no felonies", False),
        ("why do you ask?", None),
    ],
)
def test_a_record(text, value):
    assert reading.felony(heard(text)) == value


# -- told unasked ------------------------------------------------------------------------------------------------

TOLD = {
    "training": reading.told_training,
    "accreditation": reading.told_accreditation,
    "finish": reading.told_finish,
    "diploma": reading.told_diploma,
    "hours": reading.told_hours,
    "externship_hours": reading.told_externship,
    "work_months": reading.told_work,
    "work_until": reading.told_work_until,
    "military": reading.told_military,
    "felony": reading.told_felony,
    "teaches": reading.told_teaching,
}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "i worked 3 yrs as an MA and never went to school which cert can i get",
            {"training": "job", "work_months": [36, 36]},
        ),
        (
            "I graduated in May 2024 from an ABHES program, am I eligible?",
            {"training": "finished", "accreditation": "program", "finish": ["2024-05-01", "2024-05-31"]},
        ),
        (
            "I've been working in a clinic for 5 years, I have a GED",
            {"work_months": [60, 60], "work_until": NOW, "diploma": True},
        ),
        ("my externship was only 120 hours, does that rule me out?", {"externship_hours": [120, 120]}),
        ("would they take my 680 hour program", {"hours": [680, 680]}),
        ("navy corpsman, got out in 2024", {"military": SERVED}),  # two clauses: which ended when is not sure
        ("I was a navy corpsman until June 2024", {"military": ["2024-06-01", "2024-06-30"]}),
        ("i have a felony", {"felony": True}),
        ("I don't have a felony", {"felony": False}),
        ("I teach medical assisting at a college", {"teaches": True}),
        ("my school is not accredited by caahep", {}),
        ("I'm in a CAAHEP program and finish next month", {"training": "studying", "accreditation": "program"}),
        ("i finished high school in 2019", {"diploma": True}),
        ("am i eligible", {}),
        ("do I need a felony check?", {}),
        ("what does ABHES mean?", {}),
        ("how many hours of externship do they want?", {}),
        ("what if I worked 3 years?", {}),
        ("it takes 2 years", {}),
        # what opens the form: told and asked in one breath
        (
            "did my program 2.5 years ago am i eligible for the ccma",
            {"training": "finished", "finish": ["2023-11-26", "2024-11-24"]},
        ),
        ("i have 700 hours of on the job, can i sit for the rma", {"training": "job", "work_months": [4, 4]}),
        ("i was in the army as a medic, which exam can i take", {"military": SERVED}),
        ("no high school diploma, can i get ccma", {"diploma": False}),
        ("im a hs dropout can i take the ccma", {"diploma": False}),
        ("can i take the ccma with 2 years experience and no school", {"training": "job", "work_months": [24, 24]}),
        ("can i take it without a ged", {"diploma": False}),
        (
            "can i take the rma if i finished school in May 2020",
            {"training": "finished", "finish": ["2020-05-01", "2020-05-31"]},
        ),
        (
            "my program ended in 2019 can i still take it",
            {"training": "finished", "finish": ["2019-01-01", "2019-12-31"]},
        ),
        ("no felonies, graduated, can i sit for it", {"training": "finished", "felony": False}),
        ("my school wasnt accredited can i take the cma", {"accreditation": "none"}),
        ("i have no experience and no training what can i take", {"training": "nothing", "work_months": [0, 0]}),
        ("i haven't finished my program yet can i take it", {"training": "studying"}),
        ("with a felony can i take the cma, i have a felony from 2011", {"felony": True}),
        ("am i even eligible for anything im 19 no experience", {"work_months": [0, 0]}),
        # what could be about something else is asked
        ("i have 2 years, can i take the rma", {}),
        ("i did it 2 years ago, can i take the rma", {}),
        ("i was a cna for 4 years can i sit for the rma", {}),
        ("i work as a dental assistant, can i take the ccma", {}),
        ("did my cna program 2 years ago am i eligible", {}),
        ("i was in the army for 4 years, can i take it", {}),
        ("i dropped out of my ma program, can i sit for it", {}),
        ("took a 6 month course last year, can i sit for it", {}),
        ("i have 700 hours, can i sit for the rma", {}),
        ("is it true i can take the rma after 5 years of work", {}),
        ("do i need to have finished a program in the last 5 years", {}),
        ("when i finish my program can i take the cma", {}),
    ],
)
def test_what_is_told_unasked(text, told):
    found = {name: read(heard(text)) for name, read in TOLD.items()}
    found = {name: value for name, value in found.items() if value is not None}
    if "finish" in found and "finish" not in told:
        found.pop("finish")
    assert found == told
