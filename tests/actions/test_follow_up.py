import pytest

from actions.credentials import CREDENTIAL_INTENTS


def follow(conversation, **names):
    return conversation.ask("context_follow_up", **names)


# -- carried -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", CREDENTIAL_INTENTS)
def test_another_credential_gets_the_same_question(conversation, intent):
    conversation.ask(intent, credential="CMA")
    answer = follow(conversation, credential="RMA")
    assert answer.slots == {"last_lookup": intent, "credential": "RMA"}
    assert "RMA (AMT)" in answer.text
    assert "CMA (AAMA)" not in answer.text


@pytest.mark.parametrize("intent", ["salary_median", "salary_entry", "salary_top"])
def test_another_place_gets_the_same_question_for_the_same_occupation(conversation, intent):
    conversation.ask(intent, occupation="dental assistant", place="Texas")
    answer = follow(conversation, place="Ohio")
    assert answer.slots == {"last_lookup": intent, "occupation": "31-9091", "place": "OH", "year": None}
    assert "dental assistants" in answer.text.lower()
    assert " in Ohio" in answer.text


def test_another_occupation_gets_the_same_question_in_the_same_place(conversation):
    conversation.ask("salary_median", place="Washington")
    answer = follow(conversation, occupation="registered nurse")
    assert answer.text.startswith("Registered nurses in Washington earned a median of **$124,200")


def test_another_year_gets_the_same_question_for_the_same_occupation(conversation):
    conversation.ask("salary_top", occupation="nursing assistant")
    answer = follow(conversation, year="2021")
    assert "nursing assistants" in answer.text
    assert "May 2021" in answer.text
    assert answer.slots["last_lookup"] == "salary_top"


def test_a_year_is_carried_to_another_occupation(conversation):
    conversation.ask("salary_median", year="2021")
    assert "**$30,310 a year**" in follow(conversation, occupation="nursing assistant").text


def test_a_year_that_is_not_known_is_not_carried(conversation):
    conversation.ask("salary_median", place="Texas", year="2021")
    answer = follow(conversation, place="Ohio")
    assert "**$42,810 a year**" in answer.text
    assert "2021" not in answer.text


def test_several_follow_ups_in_a_row_keep_what_none_of_them_changes(conversation):
    conversation.ask("salary_entry")
    follow(conversation, place="Washington")
    follow(conversation, occupation="phlebotomist")
    answer = follow(conversation, place="California")
    assert "phlebotomists" in answer.text
    assert "California" in answer.text
    assert answer.slots["last_lookup"] == "salary_entry"


def test_two_places_in_a_follow_up_are_compared(conversation):
    conversation.ask("salary_median", occupation="phlebotomist")
    answer = follow(conversation, place=["Texas", "Ohio"])
    assert answer.response == "utter_salary_several"
    assert answer.text.count("Phlebotomists in") == 2


def test_the_whole_country_is_a_place_to_go_back_to(conversation):
    conversation.ask("salary_median", place="Texas")
    assert "in the United States earned a median of **$45,690" in follow(conversation, place="US").text


@pytest.mark.parametrize("intent", ["outlook_growth", "outlook_openings", "salary_trend", "compare_roles"])
def test_another_occupation_gets_the_same_question_about_outlook_trend_and_comparison(conversation, intent):
    conversation.ask(intent, occupation="dental assistant")
    answer = follow(conversation, occupation="registered nurse")
    assert answer.slots["last_lookup"] == intent
    assert "registered nurses" in answer.text.lower()
    assert "dental" not in answer.text.lower()


def test_a_year_after_growth_asks_for_the_older_forecast(conversation):
    conversation.ask("outlook_growth", occupation="dental assistant")
    assert (
        "The forecast for 2021 to 2031 was **8%** growth in jobs for dental" in follow(conversation, year="2021").text
    )


def test_another_state_gets_its_rules(conversation):
    conversation.ask("state_rules", place="Texas")
    assert follow(conversation, place="Washington").text.startswith("What I know of Washington:")


def test_another_workplace_gets_its_pay(conversation):
    conversation.ask("salary_settings", setting="hospitals")
    answer = follow(conversation, setting="outpatient care centers")
    assert "In outpatient care centers" in answer.text
    assert "$48,560" in answer.text


def test_the_answer_to_which_certification_is_the_certification(conversation):
    conversation.ask("certification_exam_fee")
    assert "$165" in follow(conversation, credential="CCMA").text


def test_the_answer_to_which_state_is_the_state(conversation):
    conversation.ask("state_rules")
    assert follow(conversation, place="California").text.startswith("What I know of California:")


def test_the_answer_to_which_job_is_the_job(conversation):
    conversation.ask("compare_roles")
    assert follow(conversation, occupation="phlebotomist").response == "utter_compare_roles"


def test_after_an_unknown_place_the_occupation_of_that_question_is_meant(conversation):
    conversation.ask("salary_median", occupation="registered nurse")
    conversation.ask("salary_median", occupation="dental assistant", place="Narnia")
    assert follow(conversation, place="Ohio").text.startswith("Dental assistants in Ohio")


def test_an_unknown_place_in_a_follow_up_is_named_and_not_replaced_by_the_last_one(conversation):
    conversation.ask("salary_median", place="Texas")
    answer = follow(conversation, place="Narnia")
    assert answer.response == "utter_salary_place_unknown"
    assert "Texas" not in answer.text


def test_an_unknown_credential_in_a_follow_up_is_named_and_not_replaced_by_the_last_one(conversation):
    conversation.ask("certification_exam_fee", credential="CMA")
    answer = follow(conversation, credential="forklift license")
    assert answer.response == "utter_certification_unknown"
    assert "$125" not in answer.text


# -- to the look-up that can take the name ---------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["salary_settings", "salary_trend", "salary_best_places", "outlook_growth"])
def test_a_place_after_what_is_known_for_the_nation_only_asks_for_pay_there(conversation, before):
    conversation.ask(before)
    answer = follow(conversation, place="Texas")
    assert "Medical assistants in Texas earned a median of **$39,520" in answer.text


def test_the_occupation_of_the_outlook_is_carried_to_the_pay_in_a_place(conversation):
    conversation.ask("outlook_growth", occupation="registered nurse")
    assert follow(conversation, place="Ohio").text.startswith("Registered nurses in Ohio")


def test_an_occupation_after_workplaces_is_not_answered_with_medical_assistants_workplaces(conversation):
    conversation.ask("salary_settings", setting="hospitals")
    answer = follow(conversation, occupation="dental assistant")
    assert answer.text.startswith("Dental assistants in the United States earned a median of **$48,070")


def test_a_year_after_workplaces_is_not_answered_with_another_years_workplaces(conversation):
    conversation.ask("salary_settings")
    answer = follow(conversation, year="2021")
    assert "**$37,190 a year**" in answer.text


@pytest.mark.parametrize("before", ["salary_median", "state_rules", "outlook_growth", None])
def test_a_credential_after_another_subject_gets_its_overview(conversation, before):
    if before:
        conversation.ask(before)
    answer = follow(conversation, credential="CCMA")
    assert answer.response == "utter_certification_overview"
    assert "CCMA (NHA)" in answer.text


@pytest.mark.parametrize("before", ["state_rules", "certification_list", None])
def test_an_occupation_after_another_subject_is_compared(conversation, before):
    if before:
        conversation.ask(before)
    assert follow(conversation, occupation="phlebotomist").response == "utter_compare_roles"


@pytest.mark.parametrize("before", ["state_rules", "certification_list", None])
def test_a_workplace_asks_for_its_pay(conversation, before):
    if before:
        conversation.ask(before)
    assert "In hospitals, medical assistants earned" in follow(conversation, setting="hospitals").text


def test_a_year_without_a_question_before_asks_for_pay_in_that_year(conversation):
    assert "**$37,190 a year**" in follow(conversation, year="2021").text


# -- not carried -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["certification_exam_fee", "compare_roles", None])
def test_a_place_after_what_has_no_places_is_asked_back_with_both_questions(conversation, before):
    if before:
        conversation.ask(before)
    answer = follow(conversation, place="Ohio")
    assert answer.response == "utter_context_missing_place"
    assert answer.text == "What would you like to know about Ohio?"
    assert answer.buttons == {
        "Pay in Ohio": '/salary_median{"place": "Ohio"}',
        "Rules in Ohio": '/state_rules{"place": "Ohio"}',
    }
    assert answer.slots == {}


@pytest.mark.parametrize(
    "names", [{}, {"place": "Narnia"}, {"occupation": "medical assistant"}], ids=["nothing", "unknown place", "own job"]
)
def test_without_a_question_before_it_asks_for_a_whole_one(conversation, names):
    answer = follow(conversation, **names)
    assert answer.response == "utter_context_missing"
    assert "Please ask it as a whole question" in answer.text
    assert answer.slots == {}


def test_a_message_without_any_name_is_not_answered_with_the_last_answer_again(conversation):
    conversation.ask("salary_median", place="Texas")
    assert follow(conversation).response == "utter_context_missing"


def test_the_place_of_state_rules_is_not_carried_to_a_credential(conversation):
    conversation.ask("state_rules", place="Texas")
    assert "Texas" not in follow(conversation, credential="CMA").text


def test_the_place_of_pay_is_not_carried_to_a_comparison_or_outlook(conversation):
    conversation.ask("salary_median", place="Texas")
    conversation.ask("outlook_growth")
    assert conversation.slots["place"] is None
    answer = follow(conversation, occupation="phlebotomist")
    assert answer.response == "utter_outlook_growth"
    assert "Texas" not in answer.text


def test_the_occupation_of_pay_is_not_carried_to_state_rules(conversation):
    conversation.ask("salary_median", occupation="registered nurse", place="Texas")
    conversation.ask("state_rules", place="Washington")
    answer = follow(conversation, place="Ohio")
    assert answer.response == "utter_state_rules_none"
    assert "nurses" not in answer.text


def test_the_year_of_pay_is_not_carried_over_the_outlook(conversation):
    conversation.ask("salary_median", year="2021")
    conversation.ask("outlook_openings")
    assert "May 2025" in follow(conversation, place="Texas").text
