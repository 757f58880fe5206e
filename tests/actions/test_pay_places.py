import re

import pytest

# Published values: ../shared/facts/dossier.md, section 1.3.


def ask(conversation, text, **names):
    return conversation.ask("salary_best_places", text, **names)


def rows(answer):
    return [tuple(row) for row in answer.table["rows"]]


def test_the_best_paying_states_are_the_published_ones(conversation):
    answer = ask(conversation, "where is pay highest?")
    assert answer.text.startswith(
        "Among states, Washington has the highest median pay for medical assistants: **$59,290 a year** in May 2025."
    )
    assert rows(answer) == [
        ("Washington", "$59,290"),
        ("Alaska", "$52,560"),
        ("District of Columbia", "$51,050"),
        ("Minnesota", "$50,480"),
        ("Oregon", "$50,410"),
    ]
    assert "The list has the first five." in answer.text
    assert "may cost much more or less" in answer.text
    assert answer.source


@pytest.mark.parametrize("text", ["which states pay the least?", "where is the lowest pay", "Worst paying states"])
def test_the_lowest_paying_states_are_the_published_ones(conversation, text):
    answer = ask(conversation, text)
    assert "Mississippi has the lowest median pay for medical assistants: **$35,360" in answer.text
    assert rows(answer)[1:4] == [("Alabama", "$36,100"), ("Louisiana", "$36,320"), ("West Virginia", "$37,180")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("top three states", 3),
        ("five lowest states", 5),
        ("the 2 best paying cities", 2),
        ("top ten", 10),
        ("top 99", 10),
    ],
)
def test_as_many_as_asked_for_are_listed(conversation, text, count):
    answer = ask(conversation, text)
    assert len(rows(answer)) == count
    assert "The list has" not in answer.text


def test_territories_are_no_states_in_the_ranking(conversation):
    assert "Guam" not in ask(conversation, "lowest").text


def test_the_best_paying_cities_are_the_published_ones_without_the_smallest(conversation):
    answer = ask(conversation, "Which CITY pays best?")
    assert answer.text.startswith("Among city areas, Vallejo, CA has the highest")
    assert "**$77,410 a year**" in answer.text
    for city, median in (("Santa Rosa", "$64,820"), ("Sacramento", "$61,970"), ("San Jose", "$61,940")):
        assert re.search(rf"{city}[^$]*{re.escape(median)} a year", answer.text)
    assert "City areas with fewer than 1,000 of these jobs are left out." in answer.text


def test_the_lowest_paying_cities_are_the_published_ones(conversation):
    answer = ask(conversation, "which metro areas pay the lowest?")
    assert answer.text.startswith("Among city areas, McAllen-Edinburg-Mission, TX has the lowest")
    assert rows(answer)[1:4] == [
        ("Lafayette, LA", "$34,940"),
        ("Brownsville-Harlingen, TX", "$34,960"),
        ("El Paso, TX", "$35,790"),
    ]


# -- a place is named ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["cities in Texas that pay best", "where in Texas do MAs earn most", "best texas towns"]
)
def test_the_cities_of_a_state_are_ranked_by_themselves(conversation, text):
    answer = ask(conversation, text, place="Texas")
    assert answer.text.startswith("Among 26 city areas in Texas, Austin-Round Rock-San Marcos, TX has the highest")
    assert all(", TX" in city for city, _ in rows(answer))
    assert answer.slots["place"] == "TX"


def test_an_area_that_reaches_into_a_state_is_one_of_its_cities(conversation):
    answer = ask(conversation, "best paying cities in new jersey", place="New Jersey")
    assert rows(answer)[0] == ("New York-Newark-Jersey City, NY-NJ", "$48,370")


def test_a_state_with_few_cities_has_a_short_list(conversation):
    answer = ask(conversation, "best cities in Rhode Island", place="Rhode Island")
    assert answer.text.startswith("Among city areas in Rhode Island, Providence")
    assert len(rows(answer)) == 1


@pytest.mark.parametrize("text", ["is California the best paying state", "does any place pay more than California"])
def test_a_state_asked_about_is_shown_with_its_rank_among_all(conversation, text):
    answer = ask(conversation, text, place="California")
    assert rows(answer)[0][0] == "Washington"
    assert rows(answer)[-1] == ("California (6th of 51)", "$49,660")


def test_a_city_asked_about_is_shown_with_its_rank_among_all(conversation):
    assert "Seattle-Tacoma-Bellevue, WA (5th of 132)" in dict(rows(ask(conversation, "is it best", place="Seattle")))


def test_a_city_that_is_too_small_to_rank_is_said(conversation):
    answer = ask(conversation, "is Abilene the best paying city", place="Abilene, TX")
    assert "Abilene, TX is not among the places I can rank." in answer.text


def test_two_states_are_compared_with_each_other(conversation):
    answer = ask(conversation, "which pays more, Texas or Ohio", place=["Texas", "Ohio"])
    assert answer.text.startswith(
        "In Ohio medical assistants earn more: a median of **$42,810 a year, against $39,520** in Texas"
    )


def test_an_unknown_place_is_said(conversation):
    assert ask(conversation, "best cities in Narnia", place="Narnia").response == "utter_salary_place_unknown"


# -- another job ---------------------------------------------------------------------------------------------------


def test_of_two_jobs_the_first_is_answered_and_the_other_named(conversation):
    answer = ask(conversation, "top states for lpns and rns", occupation=["lpn", "rn"])
    assert "the highest median pay for licensed practical nurses: **$83,150" in answer.text
    assert "Ask about registered nurses by themselves." in answer.text


def test_an_occupation_without_city_figures_is_ranked_by_state(conversation):
    answer = ask(conversation, "which city", occupation="registered nurse")
    assert answer.text.startswith("Among states, ")
    assert "registered nurses" in answer.text


def test_an_occupation_without_city_figures_in_a_state_is_answered_with_the_states(conversation):
    answer = ask(conversation, "best city in texas", occupation="registered nurse", place="Texas")
    assert answer.response == "utter_salary_place_missing"
    assert (
        "no published figure for registered nurses in single city areas in Texas. In Texas, they earned" in answer.text
    )


def test_an_occupation_without_state_figures_is_answered_with_the_nations(conversation):
    answer = ask(conversation, "which state", occupation="physician assistant")
    assert answer.response == "utter_salary_place_missing"
    assert "no published figure for physician assistants in single states" in answer.text
    assert "In the United States, they earned a median of **$133,260 a year**" in answer.text
