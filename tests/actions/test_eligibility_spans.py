"""Numbers and dates of "Am I eligible?": typed, kept, on buttons and said back."""

from datetime import date

import pytest

from actions.eligibility_reading import finish, program_hours, work_months
from actions.eligibility_spans import (
    date_span,
    date_words,
    keep_number,
    number_span,
    number_words,
    read_date,
    steps_of_future,
    steps_of_number,
    steps_of_past,
)
from actions.form_reading import Heard
from careerbot.facts.person import Span

TODAY = date(2026, 11, 24)
MOST = 10**6


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("in May 2024", "2024-05-01", "2024-05-31"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("last June", "2026-06-01", "2026-06-30"),
        ("3 years ago", "2023-05-26", "2024-05-24"),  # half a year more or less
        ("about 8 months ago", "2026-03-09", "2026-04-08"),
        ("2 weeks ago", "2026-11-07", "2026-11-13"),
        ("less than a year ago", "2025-11-24", "2026-11-24"),
        ("within the last 3 years", "2023-11-24", "2026-11-24"),
        ("4 to 5 years ago", "2021-11-24", "2022-11-24"),
        ("more than 5 years ago", "0001-01-01", "2021-11-23"),
        ("in 3 weeks", "2026-12-15", "2026-12-15"),
        ("2 weeks left", "2026-12-08", "2026-12-08"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("999999 years ago", "1026-05-26", "1027-05-25"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_was_told(text, low, high):
    assert read_date(text, TODAY) == [low, high]


@pytest.mark.parametrize(
    "text", ["soon", "a while ago", "when is that?", "2 years or 3 weeks ago, or 5 months ago", ""]
)
def test_what_tells_no_date_or_several_is_none(text):
    assert read_date(text, TODAY) is None


def test_the_buttons_of_a_past_date_say_and_mean_the_steps_that_decide():
    cuts = [date(2021, 11, 24), date(2022, 11, 24), date(2025, 11, 24)]
    steps = [
        Span(date.min, date(2021, 11, 23)),
        Span(cuts[0], date(2022, 11, 23)),
        Span(cuts[1], date(2025, 11, 23)),
        Span(cuts[2], date.max),
    ]
    buttons = steps_of_past(steps, TODAY)
    titles = [button["title"] for button in buttons]
    assert titles == ["In the last year", "1 to 4 years ago", "4 to 5 years ago", "Over 5 years ago"]
    read = [date_span(finish(Heard(button["payload"], {}, None, TODAY))) for button in buttons]
    assert read == steps[::-1]


def test_the_buttons_of_a_date_ahead():
    steps = [Span(date.min, date(2026, 12, 24)), Span(date(2026, 12, 25), date.max)]
    soon, later = steps_of_future(steps, TODAY)
    assert (soon["title"], later["title"]) == ("Within 30 days", "Later")
    assert date_span(read_date(soon["payload"], TODAY)) == Span(date(2026, 11, 25), date(2026, 12, 24))
    assert date_span(read_date(later["payload"], TODAY)) == steps[1]


@pytest.mark.parametrize(
    ("lows", "titles"),
    [
        ([0, 12, 24], ["None, or under 1 year", "1 to 2 years", "2 years or more"]),
        ([0, 1, 12], ["None", "Under 1 year", "1 year or more"]),
        ([1, 12, 24, 36, 60], ["Under 1 year", "1 to 2 years", "2 to 3 years", "3 to 5 years", "5 years or more"]),
        ([0, 6, 12], ["None, or under 6 months", "6 to 12 months", "1 year or more"]),
    ],
)
def test_the_buttons_of_months(lows, titles):
    steps = [Span(low, high) for low, high in zip(lows, [*(low - 1 for low in lows[1:]), MOST], strict=True)]
    buttons = steps_of_number(steps, "months", 5)
    assert [button["title"] for button in buttons] == titles
    read = [work_months(Heard(button["payload"], {}, None, TODAY)) for button in buttons]
    assert [number_span(kept) for kept in read] == steps


def test_with_too_many_steps_the_last_button_promises_no_more_than_its_least():
    lows = [0, 1, 12, 24, 36, 60]
    steps = [Span(low, high) for low, high in zip(lows, [*(low - 1 for low in lows[1:]), MOST], strict=True)]
    buttons = steps_of_number(steps, "months", 5)
    assert buttons[-1] == {"title": "3 years or more", "payload": "36 months"}
    assert number_span(work_months(Heard(buttons[-1]["payload"], {}, None, TODAY))) == Span(36, 36)


def test_the_buttons_of_hours():
    steps = [Span(0, 559), Span(560, 719), Span(720, MOST)]
    buttons = steps_of_number(steps, "hours", 4)
    assert [button["title"] for button in buttons] == ["Under 560", "560 to 719", "720 or more"]
    read = [program_hours(Heard(button["payload"], {}, None, TODAY)) for button in buttons]
    assert [number_span(kept) for kept in read] == steps


@pytest.mark.parametrize(
    ("between", "unit", "words"),
    [
        ((36.0, 36.0), "months", "3 years"),
        ((12.0, 23.0), "months", "12 to 23 months"),
        ((720.0, float("inf")), "hours", "720 hours or more"),
        ((5616.5, 5616.5), "hours", "5,616 hours"),
    ],
)
def test_a_number_is_said_back(between, unit, words):
    assert number_words(keep_number(between), unit) == words


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (["2024-05-01", "2024-05-31"], "in May 2024"),
        (["2021-11-24", "2022-11-23"], "between November 2021 and November 2022"),
        (["0001-01-01", "2021-11-23"], "before December 2021"),
        (["2026-12-25", "9999-12-31"], "in December 2026 or later"),
    ],
)
def test_a_date_is_said_back(kept, words):
    assert date_words(kept) == words
