import pytest

from actions.wages import (
    FULL_TIME,
    Wage,
    has_amount,
    hours_a_week,
    own_wage,
    put_right,
    read_wage,
    unit_asked,
    yearly_as,
)

HOURLY = {
    "i make $17 an hour": 17,
    "i make $17/hr as a cna": 17,
    "17/hour rn": 17,
    "$17 per hour": 17,
    "17 hr": 17,
    "$17 hr": 17,
    "17hr": 17,
    "17ph": 17,
    "17 p/h": 17,
    "17$ an hour": 17,
    "17 dollars hourly": 17,
    "my hourly rate is 17": 17,
    "i make 14 at mcdonalds rn": 14,
    "im making 15.50": 15.5,
    "is that more than i make now at 17 an hour": 17,
    "that is less than my warehouse, I make 18.50 an hour. is correct?": 18.5,
    "i get 18 dollar and 50": 18.5,
    "i get 18 dollars and 50 cents an hour": 18.5,
    "18 dollars 50 an hour": 18.5,
    "18 and 50 cents": 18.5,
    "i make 18,50 an hour": 18.5,
    "i make 18 50 an hour": 18.5,
    "seventeen dollars an hour": 17,
    "seventeen fifty an hour": 17.5,
    "twenty two seventy five an hour": 22.75,
    "twenty two bucks an hour": 22,
    "17 and a half an hour": 17.5,
    "16 to 18 an hour": 17,
    "i make 16-18 an hour": 17,
    "i make like 13 bucks": 13,
    "over $20 an hour": 20,
    "they pay me around 19": 19,
    "is $24 an hour good": 24,
    "im 19 and make 15 an hour": 15,
    "my hourly is 17": 17,
    "about 18ish": 18,
    "is 17 low": 17,
    "got an offer for 19.50 in Columbus": 19.5,
    "how much more than my 14.50 is that": 14.5,
    "i'd only get a couple bucks more than my 19": 19,
    "me gana 15 la hora": 15,
    "17": 17,
    "17.25": 17.25,
    "$16": 16,
    "MAs get 22 an hour there but i make 15 an hour": 15,
    "i worked 2 years at 16 an hour": 16,
    "in 2021 i made 13 an hour": 13,
}
OTHERS = {
    "i make 35k": (35000, "year"),
    "I make 35 k a year": (35000, "year"),
    "35K/yr": (35000, "year"),
    "$35,000": (35000, "year"),
    "35000 a year": (35000, "year"),
    "i make 35,000 annually": (35000, "year"),
    "thirty five thousand a year": (35000, "year"),
    "i earn 35 thousand": (35000, "year"),
    "42 a year": (42000, "year"),
    "what does $45,690 a year come to per month": (45690, "year"),
    "how much per month is 45,690": (45690, "year"),
    "2400 a month": (2400, "month"),
    "2.4k a month": (2400, "month"),
    "$2,400/mo": (2400, "month"),
    "i make 2000 dollars monthly": (2000, "month"),
    "my monthly pay is 2400": (2400, "month"),
    "600 a week": (600, "week"),
    "i bring home $650 weekly": (650, "week"),
    "1200 every two weeks": (1200, "two weeks"),
    "1,300 biweekly": (1300, "two weeks"),
    "$1,350 bi-weekly": (1350, "two weeks"),
    "$150 a day": (150, "day"),
    "120 dollars daily": (120, "day"),
}
NO_WAGE = [
    "",
    "is that more than i make now",
    "i make minimum wage",
    "im 19",
    "im 45 years old",
    "i work 30 hours a week",
    "12 hour shifts",
    "a 720 hour program",
    "i have 2 years experience",
    "what was it in 2021",
    "does it grow 12%",
    "how many jobs in 2034",
    "after a year do they make more",
    "i make 800",  # a week or a month?
    "do they match my 401k",
    "0 dollars an hour",
    "35k an hour",
    "top 10 states",
    "so thats 2 dollars more?",
    "is that like 5 dollars more an hour",
    "it grew 12.5%",
]


@pytest.mark.parametrize(("text", "dollars"), HOURLY.items())
def test_wages_an_hour_in_many_spellings(text, dollars):
    assert read_wage(text) == Wage(dollars, "hour")


@pytest.mark.parametrize(("text", "amount", "unit"), [(text, *found) for text, found in OTHERS.items()])
def test_wages_of_other_units(text, amount, unit):
    assert read_wage(text) == Wage(amount, unit)


@pytest.mark.parametrize("text", NO_WAGE)
def test_what_is_no_wage_or_leaves_its_unit_open(text):
    assert read_wage(text) is None


def test_an_amount_without_a_unit_is_an_amount_all_the_same():
    assert has_amount("i make 800")
    assert not has_amount("im 19 and work 30 hours a week")


def test_the_hours_a_week_count_for_a_wage_an_hour():
    told = read_wage("i make $20 an hour but only 30 hours a week")
    assert told == Wage(20, "hour", 30)
    assert told.a_year == 20 * 30 * 52


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("if i work 30 hours a week", 30),
        ("at 24 hrs/week", 24),
        ("part time like 20 hours", 20),
        ("12 hour shifts", None),
        ("how much per hour", None),
        ("an 8 hour day", None),
        ("i work 500 hours a week", None),
    ],
)
def test_hours_a_week(text, hours):
    assert hours_a_week(text) == hours


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("how much is that per month", "month"),
        ("and per week?", "week"),
        ("hourly?", "hour"),
        ("so thats what per hour?", "hour"),
        ("monthly", "month"),
        ("per day", "day"),
        ("every two weeks", "two weeks"),
        ("in a month?", "month"),
        ("what does $45,690 a year come to per month", "month"),
        ("24 dollars an hour is how much a year", "year"),
        ("whats 20/hr annually", "year"),
        ("$17 an hour", None),
        ("hourly or yearly", None),
        ("if i work 30 hours a week", None),
        ("do they work 5 days a week", None),
        ("how much do they make", None),
        ("a year ago", None),
        ("seventeen dollars an hour", None),
    ],
)
def test_the_unit_that_is_asked(text, unit):
    assert unit_asked(text) == unit


def test_a_wage_a_year_and_in_words():
    assert Wage(17, "hour").a_year == 35360
    assert Wage(600, "week").a_year == 31200
    assert Wage(1200, "two weeks").a_year == 31200
    assert Wage(17, "hour").words == "$17 an hour"
    assert Wage(17.5, "hour").words == "$17.50 an hour"
    assert yearly_as(45690, "month") == "$3,808 a month"
    assert yearly_as(45690, "hour", FULL_TIME) == "$21.97 an hour"


@pytest.mark.parametrize(
    "text",
    [
        "i drive a bus for 19.50 an hour",
        "im a barista and make 19.50/hr plus tips",
        "my job pays 19.50 an hour, is that normal",
        "we clear $19.50 hourly at the plant",
        "cook here, six years in, on $19.50 an hour",
        "drivin for a distributor, about 19.50 an hour",
    ],
)
def test_a_wage_that_a_person_says_to_be_paid(text):
    assert own_wage(text) == Wage(19.5, "hour")


@pytest.mark.parametrize(
    "text",
    [
        "can i make 25 an hour as an MA",
        "i heard they get 25 an hour",
        "is 25 an hour normal for a medical assistant",
        "i want 25 an hour at least",
        "i worked 25 hours a week",
        "phlebotomists make 19 an hour here",
        "my sister is at 19 an hour",
        "school is $12,000 a year",
        "how long does school take",
    ],
)
def test_a_wage_that_is_wished_or_asked_is_not_ones_own(text):
    assert own_wage(text) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("my bad its 19, got a raise", 19),
        ("no wait 19.50", 19.5),
        ("actually it's more like 18", 18),
        ("would that be more", 15),
        ("it's been 2 years", 15),
        ("i mean 40 hours", 15),
    ],
)
def test_a_wage_is_put_right(text, amount):
    assert put_right(Wage(15, "hour"), text) == Wage(amount, "hour")
