import re
from itertools import pairwise

import pytest

ONE_ROW = ["salary_median", "salary_entry", "salary_top"]


def rows(answer):
    return dict(answer.table["rows"])


def test_of_two_places_the_best_paid_is_named_first_and_each_gets_a_line(conversation):
    answer = conversation.ask("salary_median", place=["Texas", "Washington"])
    assert answer.response == "utter_salary_several"
    assert answer.text.startswith(
        "In Washington medical assistants earn more: "
        "a median of **$59,290 a year, against $39,520** in Texas (May 2025).\n"
        "- **Washington:** $59,290\n- **Texas:** $39,520\n"
    )
    assert answer.source


def test_of_two_occupations_each_is_called_by_its_name(conversation):
    answer = conversation.ask("salary_median", occupation=["phlebotomist", "registered nurse"])
    assert rows(answer) == {"Registered nurses": "$97,550", "Phlebotomists": "$45,230"}
    assert answer.slots["compared"] == ["31-9097", "29-1141"]


def test_two_occupations_in_two_places_get_four_lines(conversation):
    answer = conversation.ask("salary_median", occupation=["ma", "rn"], place=["Texas", "Ohio"])
    assert next(iter(rows(answer))) == "Registered nurses in Texas"
    assert len(rows(answer)) == 4
    assert answer.picture == ""


@pytest.mark.parametrize(
    ("intent", "response", "shown"),
    [
        (
            "salary_entry",
            "utter_salary_several_entry",
            {"Registered nurses": "$68,940 to $80,330", "Nursing assistants": "$33,940 to $37,260"},
        ),
        (
            "salary_top",
            "utter_salary_several_top",
            {"Registered nurses": "over $137,470", "Nursing assistants": "over $51,980"},
        ),
    ],
)
def test_who_asks_for_the_start_or_the_top_gets_that_part_of_the_wages(conversation, intent, response, shown):
    answer = conversation.ask(intent, occupation=["cna", "rn"])
    assert answer.response == response
    assert rows(answer) == shown
    assert answer.asked == intent


def test_a_job_of_which_only_the_median_is_known_has_no_start(conversation):
    answer = conversation.ask("salary_entry", occupation=["cna", "pa"])
    assert rows(answer) == {"Nursing assistants": "$33,940 to $37,260"}
    assert "I have no figure for physician assistants in the United States." in answer.text


def test_where_no_start_is_known_at_all_the_medians_are_compared(conversation):
    answer = conversation.ask("salary_entry", occupation=["sonographer", "pa"])
    assert answer.response == "utter_salary_several"
    assert (
        "Physician assistants earn more than diagnostic medical sonographers: a median of **$133,260 a year"
        in answer.text
    )


def test_of_many_places_six_are_shown_and_the_others_counted(conversation):
    places = ["Texas", "Ohio", "Utah", "Iowa", "Maine", "Georgia", "Idaho", "Nevada"]
    answer = conversation.ask("salary_median", place=places)
    assert set(rows(answer)) == set(places[:6])
    assert "I left out two more: six is the most I show at once." in answer.text


def test_several_in_an_earlier_year_are_of_that_year(conversation):
    answer = conversation.ask("salary_median", occupation=["medical assistant", "nursing assistant"], year="2021")
    assert "**$37,190 a year, against $30,310** (May 2021)" in answer.text
    assert rows(answer)["Nursing assistants"] == "$30,310"


def test_of_several_the_one_without_a_figure_is_named(conversation):
    answer = conversation.ask("salary_median", occupation="dental assistant", place=["Kansas", "Ohio"])
    assert list(rows(answer)) == ["Ohio"]
    assert "I have no figure for dental assistants in Kansas." in answer.text


def test_without_a_figure_for_any_of_several_the_first_is_explained(conversation):
    answer = conversation.ask("salary_median", place=["Texas", "Ohio"], year="2021")
    assert answer.response == "utter_salary_year_unknown_place"
    assert "Texas" in answer.text


def test_several_of_different_years_are_dated_one_by_one(conversation):
    answer = conversation.ask("salary_median", occupation=["physician assistant", "registered nurse"])
    assert rows(answer) == {"Physician assistants": "$133,260 (May 2024)", "Registered nurses": "$97,550 (May 2025)"}


@pytest.mark.parametrize(
    ("names", "picture"),
    [
        ({"place": ["Texas", "Ohio"]}, "/charts/pay/place/31-9092/OH+TX.png"),
        ({"occupation": ["cna", "rn"]}, "/charts/pay/roles/29-1141+31-1131.png"),
        ({"occupation": ["cna", "rn"], "place": "Texas"}, "/charts/pay/roles/29-1141+31-1131/TX.png"),
    ],
)
def test_several_are_drawn_side_by_side(conversation, names, picture):
    assert conversation.ask("salary_median", **names).picture == picture


@pytest.mark.parametrize("intent", ONE_ROW)
def test_nothing_is_left_unfilled(conversation, occupations, intent):
    for first, second in pairwise(occupations):
        for place in ([], ["Kansas"], ["Dallas"]):
            answer = conversation.ask(intent, occupation=[first, second], place=place)
            assert answer.response != "utter_action_failed", (first, second)
            assert not re.search(r"[{}]|None|\n\n\n|  |\*\* a year", answer.text), answer.text


def test_of_two_jobs_in_a_city_one_without_a_figure_both_are_of_the_state(conversation):
    answer = conversation.ask("salary_median", occupation=["phlebotomist", "ma"], place="dallas")
    assert answer.text.startswith("Phlebotomists earn more than medical assistants in Texas: a median of **$40,450")
    assert "no figure for phlebotomists in Dallas" in answer.text


def test_the_top_of_two_places_says_more_than(conversation):
    text = conversation.ask("salary_top", place=["Ohio", "Texas"]).text
    assert text.startswith(
        "In Texas the best-paid tenth of medical assistants earn more: **over $49,260 a year, against"
    )
