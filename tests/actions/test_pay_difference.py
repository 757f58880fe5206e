import pytest


def test_the_difference_of_two_jobs_that_are_named(conversation):
    answer = conversation.ask("salary_difference", occupation=["CNA", "RN"], place="Ohio")
    assert answer.response == "utter_salary_difference"
    assert answer.text.startswith(
        "Registered nurses earned **$43,500 a year, or about $20.91 an hour more** than nursing"
    )
    assert "in Ohio. The medians a year were $82,510 and $39,010 in May 2025" in answer.text
    assert answer.source


def test_two_places_of_two_turns_are_subtracted_and_not_what_was_compared_before(conversation):
    conversation.ask("salary_median", occupation=["RN", "MA"])
    conversation.ask("salary_median", place="Texas")
    conversation.ask("context_follow_up", "ohio?", place="Ohio")
    answer = conversation.ask("salary_difference", "whats the difference between those two in dollars")
    assert answer.text.startswith("Medical assistants in Ohio earned **$3,290 a year")
    assert "than those in Texas" in answer.text


def test_what_was_compared_is_subtracted(conversation):
    conversation.ask("compare_roles", occupation=["CNA", "MA"])
    assert (
        "earned **$3,430 a year, or about $1.65" in conversation.ask("salary_difference", "how many dollars more").text
    )


def test_one_job_stands_against_the_last_one(conversation):
    conversation.ask("salary_median", place="Texas")
    answer = conversation.ask("salary_difference", "how much more do lpns get", occupation="LPN")
    assert answer.text.startswith("Licensed practical nurses earned")
    assert "more** than medical assistants in Texas" in answer.text


def test_a_place_alone_stands_against_the_nation_and_a_job_against_medical_assistants(conversation):
    answer = conversation.ask("salary_difference", "how far below the us is texas", place="Texas")
    assert "$45,690 and $39,520" in answer.text
    answer = conversation.ask("salary_difference", "how much more do rns make", occupation="RN")
    assert "than medical assistants" in answer.text


def test_two_years_are_subtracted(conversation):
    answer = conversation.ask("salary_difference", year=["2021", "2025"])
    assert answer.text.startswith("Medical assistants in May 2025 earned **$8,500 a year")


def test_the_difference_has_the_unit_that_is_asked(conversation):
    answer = conversation.ask("salary_difference", "how much more a month", occupation=["RN", "MA"])
    assert "**$4,322 a month, or about $24.93 an hour more**" in answer.text


def test_with_nothing_to_subtract_it_is_asked_for(conversation):
    assert conversation.ask("salary_difference", "by how much").response == "utter_salary_difference_which"


@pytest.mark.parametrize(
    ("before", "text", "response"),
    [("salary_own", "i make 17 an hour", "utter_salary_own"), ("salary_trend", "", "utter_salary_trend")],
)
def test_after_an_answer_with_a_difference_it_is_that_one(conversation, before, text, response):
    conversation.ask(before, text)
    assert conversation.ask("salary_difference", "by how much").response == response


def test_comparisons_of_two_say_the_difference_themselves(conversation):
    assert "The difference is $3,290 a year" in conversation.ask("salary_median", place=["Texas", "Ohio"]).text
    assert "The difference in pay is $3,430 a year" in conversation.ask("compare_roles", occupation=["CNA", "MA"]).text
    assert "The difference" not in conversation.ask("salary_median", place=["Texas", "Ohio", "Utah"]).text


def test_one_place_stands_against_where_the_person_lives(conversation):
    conversation.ask("context_follow_up", "I live in Ohio", place="Ohio")
    [entity] = conversation.events[0]["parse_data"]["entities"]
    entity.update(start=10, end=14)
    conversation.ask("education_duration", "how long is school")
    answer = conversation.ask("salary_difference", "how much would I lose a year in Kentucky", place="Kentucky")
    assert "in Ohio" in answer.text
    assert "Kentucky" in answer.text


def test_by_how_much_it_went_up_is_about_the_two_years(conversation):
    conversation.ask("salary_median", "what did MAs make in 2022", occupation="MA", year="2022")
    conversation.ask("context_follow_up", "and in 2025?", year="2025")
    assert "$7,420 a year" in conversation.ask("salary_difference", "by how much did it go up, then").text


def test_two_jobs_are_compared_in_one_place(conversation):
    conversation.ask("salary_median", place="Ohio")
    answer = conversation.ask("salary_difference", "how much more does an RN make", occupation="registered nurse")
    assert "in Ohio" in answer.text
    assert "in the United States" not in answer.text


def test_what_a_city_has_no_figure_of_is_taken_of_its_state_for_both(conversation):
    conversation.ask("salary_median", place="Denver")
    conversation.ask("salary_median", "and an LPN there", occupation="licensed practical nurse", place="Denver")
    answer = conversation.ask("salary_difference", "difference over a year")
    assert "medical assistants in Colorado" in answer.text


def test_after_another_subject_a_job_stands_against_medical_assistants(conversation):
    conversation.ask("advancement_nursing")
    answer = conversation.ask(
        "salary_difference", "how much more does an LPN make", occupation="licensed practical nurse"
    )
    assert answer.text.startswith("Licensed practical nurses earned **$18,710")


def test_whether_the_pay_is_good_is_told_by_what_everybody_earns(conversation):
    conversation.ask("salary_median")
    answer = conversation.scored("is that a lot", {})
    assert answer.text.startswith("Workers in all occupations together earned **$5,290 a year")


def test_whether_the_pay_of_a_place_is_good_is_told_by_the_countrys(conversation):
    conversation.ask("salary_median", place="Ohio")
    answer = conversation.scored("is that good", {})
    assert "$45,690 and $42,810" in answer.text
    assert "in Ohio" in conversation.ask("salary_entry", "and starting out there?").text


def test_without_two_things_and_a_word_of_a_difference_it_was_misunderstood(conversation):
    answer = conversation.ask("salary_difference", "what percentage")
    assert answer.response != "utter_salary_difference_which"
    assert conversation.ask("salary_difference", "how much more").response == "utter_salary_difference_which"
