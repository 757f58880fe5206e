import re

import pytest

# Published values: ../shared/facts/dossier.md, sections 1.1, 1.2, 1.5 and 2.
BY_YEAR = {
    "2020": ("$35,850", "$26,930", "$50,580"),
    "2021": ("$37,190", "$29,070", "$48,170"),
    "2022": ("$38,270", "$30,390", "$51,710"),
    "2023": ("$42,000", "$33,500", "$56,480"),
    "2024": ("$44,200", "$35,020", "$57,830"),
    "2025": ("$45,690", "$36,050", "$59,310"),
}
BY_OCCUPATION = {
    "nursing assistant": ("$42,260", "$33,940", "$51,980"),
    "dental assistant": ("$48,070", "$37,130", "$62,250"),
    "pharmacy technician": ("$45,750", "$36,020", "$61,040"),
    "phlebotomist": ("$45,230", "$35,780", "$58,780"),
    "licensed practical nurse": ("$64,400", "$49,740", "$83,440"),
    "registered nurse": ("$97,550", "$68,940", "$137,470"),
    "medical and health services manager": ("$123,860", "$73,390", "$224,340"),
}
BY_STATE = {
    "Washington": "$59,290",
    "Alaska": "$52,560",
    "District of Columbia": "$51,050",
    "California": "$49,660",
    "Massachusetts": "$49,460",
    "Texas": "$39,520",
    "Mississippi": "$35,360",
}
BY_CITY = {
    "Vallejo, CA": "$77,410",
    "Seattle": "$61,500",
    "McAllen, TX": "$34,810",
    "NYC": "$48,370",
    "Dallas": "$43,100",
    "Chicago": "$47,270",
}
ONE_ROW = ["salary_median", "salary_entry", "salary_top"]


# -- one occupation, one place, one year ---------------------------------------------------------------------------


def test_without_any_name_pay_is_that_of_medical_assistants_in_the_nation(conversation):
    answer = conversation.ask("salary_median")
    assert answer.response == "utter_salary_median"
    assert "Medical assistants in the United States earned a median of **$45,690 a year**" in answer.text
    assert "(about $21.97 an hour) in May 2025" in answer.text
    assert "no wage is promised" in answer.text
    assert answer.source == (
        "Source: [Occupational Employment and Wage Statistics, U.S. Bureau of Labor Statistics]"
        "(https://www.bls.gov/oes/), May 2025"
    )
    assert answer.slots == {"occupation": "31-9092", "place": "US", "year": None}


@pytest.mark.parametrize(("year", "published"), BY_YEAR.items())
def test_pay_of_a_year_is_the_published_one(conversation, year, published):
    median, low, high = published
    answer = conversation.ask("salary_median", year=year)
    assert f"**{median} a year**" in answer.text
    assert f"less than {low}, the highest-paid tenth more than {high}" in answer.text
    assert f"May {year}" in answer.text
    assert answer.source.endswith(f"May {year}")
    assert answer.slots["year"] == year


@pytest.mark.parametrize(("occupation", "published"), BY_OCCUPATION.items())
def test_pay_of_an_occupation_is_the_published_one(conversation, occupation, published):
    median, low, high = published
    answer = conversation.ask("salary_median", occupation=occupation)
    assert answer.text.startswith(occupation.capitalize())
    assert f"**{median} a year**" in answer.text
    assert f"less than {low}, the highest-paid tenth more than {high}" in answer.text


@pytest.mark.parametrize(("place", "median"), [*BY_STATE.items(), *BY_CITY.items()])
def test_pay_in_a_place_is_the_published_one_beside_the_nations(conversation, place, median):
    answer = conversation.ask("salary_median", place=place)
    assert answer.response == "utter_salary_median_place"
    assert f"**{median} a year**" in answer.text
    assert "in the whole country it was $45,690" in answer.text
    assert "This does not count what it costs to live there." in answer.text


def test_an_occupation_without_percentiles_has_the_median_only_and_no_gap(conversation):
    for intent in ONE_ROW:
        answer = conversation.ask(intent, occupation="physician assistant")
        assert answer.response == "utter_salary_median_only"
        assert "**$133,260 a year** in May 2024" in answer.text
        assert "I have no figures for the lower and upper end." in answer.text


def test_starting_pay_is_the_lower_part_of_the_range_and_called_no_official_figure(conversation):
    answer = conversation.ask("salary_entry")
    assert answer.response == "utter_salary_entry"
    assert "There is no official figure for starting pay" in answer.text
    assert "**$36,050 to $38,470 a year** in the United States (May 2025)" in answer.text


def test_top_pay_is_the_upper_part_of_the_range(conversation):
    answer = conversation.ask("salary_top", year="2024")
    assert answer.response == "utter_salary_top"
    assert "more than **$57,830 a year** in May 2024. A quarter earned more than $48,160" in answer.text


def test_starting_and_top_pay_in_a_state_are_that_states(conversation):
    assert "**$46,540 to $49,310 a year** in Washington" in conversation.ask("salary_entry", place="Washington").text
    assert "in Washington earned more than **$74,200" in conversation.ask("salary_top", place="Washington").text


def test_a_button_that_says_whose_pay_is_about_these(conversation):
    conversation.ask("salary_median", place="Texas", occupation="dental assistant", year="2021")
    assert "Medical assistants in the United States" in conversation.ask("salary_median").text


# -- what is not there ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", ONE_ROW)
def test_an_unknown_place_is_named_with_the_nations_pay(conversation, intent):
    answer = conversation.ask(intent, place="Narnia", occupation="dental assistant")
    assert answer.response == "utter_salary_place_unknown"
    assert 'I have no pay figures for "Narnia".' in answer.text
    assert "dental assistants earned a median of **$48,070 a year** in May 2025" in answer.text
    assert answer.buttons == {}
    assert answer.source


def test_the_nearest_places_to_an_unknown_one_are_offered(conversation):
    answer = conversation.ask("salary_median", place="Texs")
    assert answer.buttons == {"Texas": '/salary_median{"place": "Texas"}'}


def test_an_offered_place_is_a_place_that_is_known(conversation):
    for unknown in ("Texs", "Sacremento", "Virgina", "Bostan"):
        offered = conversation.ask("salary_median", place=unknown).buttons
        assert offered, unknown
        for title in offered:
            assert conversation.ask("salary_median", place=title).response == "utter_salary_median_place", title


@pytest.mark.parametrize("intent", ONE_ROW)
@pytest.mark.parametrize("year", ["1999", "2019", "2031"])
def test_an_unknown_year_is_told_with_the_years_there_are(conversation, intent, year):
    answer = conversation.ask(intent, year=year)
    assert answer.response == "utter_salary_year_unknown"
    assert f"for {year}, only for 2020, 2021, 2022, 2023, 2024 and 2025" in answer.text
    assert "**$45,690 a year** in May 2025" in answer.text
    assert answer.slots["year"] is None


def test_a_state_has_only_the_newest_year(conversation):
    answer = conversation.ask("salary_median", place="Texas", year="2021")
    assert answer.response == "utter_salary_year_unknown_place"
    assert "medical assistants in Texas for 2021, only for 2025: a median of **$39,520 a year** in May" in answer.text


@pytest.mark.parametrize("year", [[], ["2021"]])
def test_a_state_without_a_figure_is_answered_with_the_nations_as_the_nations(conversation, year):
    answer = conversation.ask("salary_median", occupation="dental assistant", place="Kansas", year=year)
    assert answer.response == "utter_salary_place_missing"
    assert "no published figure for dental assistants in Kansas" in answer.text
    assert "In the United States, they earned a median of **$48,070 a year**" in answer.text


@pytest.mark.parametrize("year", [[], ["2021"]])
def test_a_city_without_a_figure_is_answered_with_its_states_as_its_states(conversation, year):
    texas = conversation.ask("salary_median", occupation="registered nurse", place="Texas").text
    [median] = re.findall(r"\*\*(\$[\d,]+) a year\*\*", texas)
    answer = conversation.ask("salary_median", occupation="registered nurse", place="Dallas", year=year)
    assert answer.response == "utter_salary_place_missing"
    assert f"In Texas, they earned a median of **{median} a year**" in answer.text


@pytest.mark.parametrize("year", [[], ["2025"], ["2021"]])
def test_a_state_whose_median_is_not_shown_is_answered_with_the_nations(conversation, year):
    answer = conversation.ask("salary_median", occupation="registered nurse", place="Guam", year=year)
    assert answer.response == "utter_salary_place_missing"
    assert "**$97,550 a year**" in answer.text


@pytest.mark.parametrize("intent", [*ONE_ROW, "salary_best_places", "salary_trend"])
@pytest.mark.parametrize("names", [{}, {"place": "Kansas"}, {"place": "Dallas"}, {"year": "2021"}, {"year": "1950"}])
def test_no_occupation_ends_in_an_apology(conversation, occupations, intent, names):
    for occupation in occupations:
        answer = conversation.ask(intent, occupation=occupation, **names)
        assert answer.response != "utter_action_failed", occupation
        assert not re.search(r"[{}]|None|\n\n\n|  |\*\* a year|than [,.]", answer.text), (occupation, answer.text)
        assert answer.source, occupation


# -- over the years ------------------------------------------------------------------------------------------------


def test_the_trend_has_every_published_year_and_the_change(conversation):
    answer = conversation.ask("salary_trend")
    assert "from $35,850 in 2020 to **$45,690 in 2025**, a change of $9,840, or 27%" in answer.text
    years = [f"{year} {median}" for year, (median, _, _) in BY_YEAR.items()]
    assert f"Year by year: {', '.join(years)}." in answer.text
    assert "that is not taken out" in answer.text  # nominal


def test_the_trend_of_another_occupation_is_its_own(conversation):
    text = conversation.ask("salary_trend", occupation="registered nurse").text
    assert "registered nurses" in text
    assert "2021 $77,600, 2022 $81,220, 2023 $86,070, 2024 $93,600, 2025 $97,550" in text


def test_one_year_is_no_trend(conversation):
    answer = conversation.ask("salary_trend", occupation="physician assistant")
    assert answer.response == "utter_salary_trend_one_year"
    assert "**$133,260 a year** in 2024" in answer.text
    assert "%" not in answer.text


# -- pictures ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("intent", "names", "picture"),
    [
        ("salary_median", {"place": "Texas"}, "/charts/pay/place/31-9092/TX.png"),
        ("salary_median", {"place": "NYC", "occupation": "CNA"}, "/charts/pay/place/31-1131/0035620.png"),
        ("salary_median", {}, ""),
        ("salary_median", {"place": "US"}, ""),
        ("salary_trend", {}, "/charts/pay/years/31-9092.png"),
        ("salary_trend", {"occupation": "physician assistant"}, ""),  # a single year
    ],
)
def test_a_place_is_drawn_against_the_nation_and_the_trend_over_the_years(conversation, intent, names, picture):
    answer = conversation.ask(intent, **names)
    assert answer.picture == picture
    assert bool(answer.alt) == bool(picture)


def test_the_picture_of_the_last_answer_is_not_shown_again(conversation):
    assert conversation.ask("salary_median", place="Texas").picture
    assert conversation.ask("salary_median", place="Texas").picture == ""
    assert conversation.ask("salary_median", place="Ohio").picture
    assert conversation.ask("salary_median", place="Texas").picture


# -- what is left out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["what do they earn?", "how much does that job pay", "whats the pay for those"])
@pytest.mark.parametrize("before", ["outlook_growth", "compare_roles", "outlook_openings"])
def test_they_are_those_of_the_last_question(conversation, before, text):
    conversation.ask(before, occupation="phlebotomist")
    assert "hlebotomists" in conversation.ask("salary_median", text).text


def test_they_after_an_answer_that_is_about_another_job_are_those_in_it(conversation):
    conversation.ask("advancement_phlebotomy")
    assert "Phlebotomists in the United States" in conversation.ask("salary_median", "what do they make").text


def test_medical_assistants_by_name_are_never_those_of_the_last_question(conversation):
    conversation.ask("outlook_growth", occupation="phlebotomist")
    answer = conversation.ask("salary_median", "what do medical assistants make", occupation="medical assistant")
    assert "hlebotomists" not in answer.text


@pytest.mark.parametrize("before", ["duties_overview", "education_duration", None])
def test_it_after_a_question_about_this_job_is_this_job(conversation, before):
    if before:
        conversation.ask(before)
    assert "Medical assistants in the United States" in conversation.ask("salary_median", "what does it pay?").text


def test_there_is_the_place_of_the_last_question_even_if_that_was_no_look_up(conversation):
    conversation.ask("certification_required", place="Texas")
    assert "Medical assistants in Texas" in conversation.ask("salary_median", "what do MAs earn there").text


@pytest.mark.parametrize("text", ["what is the pay", "and in all of it", "top pay?"])
def test_the_job_and_place_just_asked_about_are_meant_where_nothing_is_named(conversation, text):
    conversation.ask("salary_entry", occupation="phlebotomist", place="Texas")
    assert "hlebotomists in Texas" in conversation.ask("salary_median", text).text


@pytest.mark.parametrize("text", ["what would i make", "what do medical assistants make", "what do people get paid"])
def test_who_speaks_of_themselves_or_of_anybody_means_medical_assistants(conversation, text):
    conversation.ask("salary_median", occupation="phlebotomist", place="Texas")
    assert "Medical assistants in the United States" in conversation.ask("salary_median", text).text


def test_in_the_whole_country_no_place_is_dragged_along(conversation):
    conversation.ask("salary_median", occupation="phlebotomist", place="Texas")
    assert "hlebotomists in the United States" in conversation.ask("salary_median", "and in the whole country").text


def test_a_button_under_an_answer_is_about_the_same_job(conversation):
    conversation.ask("salary_median", occupation="phlebotomist", place="Texas")
    assert "hlebotomists" in conversation.ask("salary_top", "/salary_top").text


def test_they_of_long_ago_are_no_longer_meant(conversation):
    conversation.ask("outlook_growth", occupation="phlebotomist")
    conversation.ask("certification_exam_fee", credential="CMA")
    assert "hlebotomists" not in conversation.ask("salary_median", "what do they earn").text


def test_there_without_a_place_before_asks_where(conversation):
    answer = conversation.ask("salary_median", "what do they earn there")
    assert answer.response == "utter_salary_place_which"
    assert "Which state or city do you mean?" in answer.text and "$45,690" in answer.text
    assert answer.slots["place"] is None
    assert "$39,520" in conversation.ask("context_follow_up", "texas", place="Texas").text


def test_there_after_a_place_is_that_place(conversation):
    conversation.ask("salary_median", "pay in Texas", place="Texas")
    assert "$39,520" in conversation.ask("salary_median", "so what do they earn there").text


def test_those_after_what_one_can_move_up_to_are_these_jobs(conversation):
    conversation.ask("advancement_overview", "what else could I move into")
    answer = conversation.ask("salary_median", "and how much do those make?")
    assert "**Registered nurses:**" in answer.text
    assert "**Phlebotomists:**" in answer.text
