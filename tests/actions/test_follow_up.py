import pytest

from actions.credentials import CREDENTIAL_INTENTS


def follow(conversation, **names):
    return conversation.ask("context_follow_up", **names)


# -- carried -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("intent", CREDENTIAL_INTENTS)
def test_another_credential_gets_the_same_question(conversation, intent):
    conversation.ask(intent, credential="CMA")
    answer = follow(conversation, credential="RMA")
    assert answer.slots == {"credential": "RMA"}
    assert "RMA (AMT)" in answer.text
    assert "CMA (AAMA)" not in answer.text


@pytest.mark.parametrize("intent", ["salary_median", "salary_entry", "salary_top"])
def test_another_place_gets_the_same_question_for_the_same_occupation(conversation, intent):
    conversation.ask(intent, occupation="dental assistant", place="Texas")
    answer = follow(conversation, place="Ohio")
    assert answer.slots == {"occupation": "31-9091", "place": "OH", "year": None}
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
    assert answer.asked == "salary_top"


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
    assert answer.asked == "salary_entry"


def test_two_places_in_a_follow_up_are_compared(conversation):
    conversation.ask("salary_median", occupation="phlebotomist")
    answer = follow(conversation, place=["Texas", "Ohio"])
    assert all(words in answer.text for words in ("hlebotomists", "Texas", "Ohio"))


def test_the_whole_country_is_a_place_to_go_back_to(conversation):
    conversation.ask("salary_median", place="Texas")
    assert "in the United States earned a median of **$45,690" in follow(conversation, place="US").text


@pytest.mark.parametrize("intent", ["outlook_growth", "outlook_openings", "salary_trend", "compare_roles"])
def test_another_occupation_gets_the_same_question_about_outlook_trend_and_comparison(conversation, intent):
    conversation.ask(intent, occupation="dental assistant")
    answer = follow(conversation, occupation="registered nurse")
    assert answer.asked == intent
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


@pytest.mark.parametrize("before", ["salary_settings", "salary_trend", "outlook_growth", "outlook_job_search"])
def test_a_place_after_what_is_known_for_the_nation_only_is_told_so_before_the_pay_there(conversation, before):
    conversation.ask(before)
    instead, pay = conversation.answers("context_follow_up", place="Texas")
    assert instead.text == "I do not have that for Texas alone. What I do have is the pay:"
    assert "Medical assistants in Texas earned a median of **$39,520" in pay.text


def test_a_place_after_the_best_paying_ones_gets_its_pay(conversation):
    conversation.ask("salary_best_places", occupation="registered nurse")
    assert follow(conversation, place="Texas").text.startswith("Registered nurses in Texas")


def test_the_whole_country_is_no_place_to_decline_the_forecast_for(conversation):
    conversation.ask("outlook_growth")
    assert "in the United States earned" in follow(conversation, place="US").text


def test_the_occupation_of_the_outlook_is_carried_to_the_pay_in_a_place(conversation):
    conversation.ask("outlook_growth", occupation="registered nurse")
    _, pay = conversation.answers("context_follow_up", place="Ohio")
    assert pay.text.startswith("Registered nurses in Ohio")


def test_an_occupation_after_workplaces_is_not_answered_with_medical_assistants_workplaces(conversation):
    conversation.ask("salary_settings", setting="hospitals")
    instead, pay = conversation.answers("context_follow_up", occupation="dental assistant")
    assert instead.text.startswith("I do not have that for dental assistants")
    assert pay.text.startswith("Dental assistants in the United States earned a median of **$48,070")


def test_a_year_after_workplaces_is_not_answered_with_another_years_workplaces(conversation):
    conversation.ask("salary_settings")
    instead, pay = conversation.answers("context_follow_up", year="2021")
    assert instead.text.startswith("I do not have that for 2021")
    assert "**$37,190 a year**" in pay.text


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


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("scope_injections", "Texas"),
        ("certification_required", "California"),
        ("certification_transfer", "Washington"),
        ("education_on_the_job", "Washington"),
        ("duties_clinical", "New Jersey"),
        ("programs_online", "North Dakota"),
    ],
)
def test_a_place_after_what_states_decide_asks_for_the_rules_there(conversation, before, place):
    conversation.ask(before)
    assert follow(conversation, place=place).asked == "state_rules"


@pytest.mark.parametrize("before", ["fit_worth_it", "certification_benefits", "fit_cost_and_pay"])
def test_a_place_after_an_answer_about_money_asks_for_pay_there(conversation, before):
    conversation.ask(before)
    assert "Medical assistants in Ohio earned" in follow(conversation, place="Ohio").text


@pytest.mark.parametrize("before", ["outlook_reasons", "outlook_automation"])
def test_a_job_after_an_answer_about_the_outlook_asks_for_its_growth(conversation, before):
    conversation.ask(before)
    assert "jobs for registered nurses" in follow(conversation, occupation="registered nurse").text


def test_a_certification_after_how_to_prepare_asks_what_is_on_its_exam(conversation):
    conversation.ask("certification_prepare")
    assert follow(conversation, credential="RMA").response == "utter_certification_exam_content"


def test_a_certification_after_the_price_of_school_asks_for_the_price_of_the_exam(conversation):
    conversation.ask("programs_cost")
    assert "RMA (AMT) exam costs" in follow(conversation, credential="RMA").text


def test_a_workplace_after_where_they_work_asks_for_the_pay_there(conversation):
    conversation.ask("duties_hospital")
    assert "In outpatient care centers" in follow(conversation, setting="outpatient care centers").text


def test_the_letters_of_a_certification_after_another_jobs_pay_mean_medical_assistants(conversation):
    conversation.ask("salary_median", occupation="nursing assistant", place="Ohio")
    assert "Medical assistants in Ohio earned" in follow(conversation, credential="CMA").text


def test_the_letters_of_a_certification_with_a_place_mean_medical_assistants_there(conversation):
    conversation.ask("salary_median")
    assert "Medical assistants in Texas earned" in follow(conversation, credential="CMA", place="Texas").text


# -- not carried -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["certification_exam_fee", "programs_cost", None])
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
    conversation.ask("outlook_growth")
    _, pay = conversation.answers("context_follow_up", place="Texas")
    assert "May 2025" in pay.text


def test_a_place_after_the_number_of_jobs_gets_the_number_there(conversation):
    conversation.ask("outlook_openings")
    assert "**75,340 medical assistants in Texas** in May 2025" in follow(conversation, place="Texas").text


def test_a_year_after_the_trend_gets_its_pay_without_an_excuse(conversation):
    conversation.ask("salary_trend")
    answer = follow(conversation, year="2020")
    assert "earned a median of **$35,850 a year**" in answer.text
    assert "I do not have" not in answer.text


@pytest.mark.parametrize("before", ["certification_exam_fee", "programs_cost", None])
def test_a_year_after_what_no_year_is_known_of_is_asked_back_and_no_pay(conversation, before):
    if before:
        conversation.ask(before)
    answer = follow(conversation, year="2021")
    assert answer.response == "utter_context_missing_year"
    assert answer.buttons == {"Pay in 2021": '/salary_median{"year": "2021"}', "How pay has changed": "/salary_trend"}


def test_a_job_in_a_place_without_a_question_is_asked_back_with_both(conversation):
    answer = follow(conversation, occupation="phlebotomist", place="Ohio")
    assert answer.buttons["Pay in Ohio"] == '/salary_median{"occupation": "phlebotomist", "place": "Ohio"}'


# -- away and back ---------------------------------------------------------------------------------------------------


def test_a_place_goes_with_the_question_before_the_last_one_if_that_takes_none(conversation):
    conversation.ask("salary_median", occupation="phlebotomist", place="Texas")
    conversation.ask("education_duration")
    conversation.ask("chitchat_thanks")
    assert follow(conversation, place="Ohio").text.startswith("Phlebotomists in Ohio")


def test_a_place_goes_with_no_question_two_before_the_last_one(conversation):
    conversation.ask("salary_median", place="Texas")
    conversation.ask("education_duration")
    conversation.ask("programs_cost")
    assert follow(conversation, place="Ohio").response == "utter_context_missing_place"


def test_a_place_goes_with_no_question_before_another_look_up(conversation):
    conversation.ask("salary_median", place="Texas")
    conversation.ask("certification_exam_fee", credential="CMA")
    assert follow(conversation, place="Ohio").response == "utter_context_missing_place"


def test_a_name_that_was_left_before_a_look_up_about_something_else_is_not_carried(conversation):
    conversation.ask("salary_median", place="Texas")
    conversation.ask("certification_exam_fee", credential="CMA")
    conversation.ask("salary_settings")
    _, pay = conversation.answers("context_follow_up", occupation="registered nurse")
    assert pay.text.startswith("Registered nurses in the United States")


# -- several names ---------------------------------------------------------------------------------------------------


def test_two_states_are_answered_with_the_rules_of_each(conversation):
    conversation.ask("state_rules", place="Washington")
    california, jersey = conversation.answers("context_follow_up", place=["California", "New Jersey"])
    assert california.text.startswith("What I know of California:")
    assert jersey.text.startswith("What I know of New Jersey:")


def test_two_certifications_are_answered_one_by_one(conversation):
    conversation.ask("certification_exam_fee", credential="CCMA")
    rma, cma = conversation.answers("context_follow_up", credential=["RMA", "CMA"])
    assert "RMA (AMT) exam costs" in rma.text
    assert "CMA (AAMA) exam costs" in cma.text
    assert "CMA (AAMA)" in conversation.ask("certification_renewal").text


def test_two_jobs_after_growth_are_compared_by_it(conversation):
    conversation.ask("outlook_growth")
    answer = follow(conversation, occupation=["registered nurse", "dental assistant"])
    assert all(words in answer.text for words in ("egistered nurses", "ental assistants", "6.4%", "4.9%"))


def test_two_years_are_answered_one_by_one_for_the_same_place(conversation):
    conversation.ask("salary_median")
    first, second = conversation.answers("context_follow_up", year=["2021", "2022"])
    assert "May 2021" in first.text
    assert "May 2022" in second.text


def test_a_certification_after_a_comparison_joins_it(conversation):
    conversation.ask("compare_credentials", credential=["CMA", "RMA"])
    answer = follow(conversation, credential="NCMA")
    assert answer.response == "utter_compare_credentials"
    assert all(label in answer.text for label in ("CMA (AAMA)", "RMA (AMT)", "NCMA (NCCT)"))


def test_a_place_after_a_comparison_of_jobs_asks_for_the_pay_of_both_there(conversation):
    conversation.ask("compare_roles", occupation=["medical assistant", "phlebotomist"])
    answer = follow(conversation, place="Texas")
    assert "in Texas" in answer.text
    assert "phlebotomists" in answer.text
    assert "Medical assistants" in answer.text


def test_a_job_that_is_only_named_after_the_pay_of_several_joins_them(conversation):
    conversation.ask(
        "salary_median", text="pay of MAs and dental assistants", occupation=["medical assistant", "dental assistant"]
    )
    answer = conversation.ask("context_follow_up", text="and cnas", occupation="nursing assistant")
    assert answer.response == "utter_salary_several"
    assert [row[0] for row in answer.table["rows"]] == ["Dental assistants", "Medical assistants", "Nursing assistants"]
    ranked = conversation.ask("compare_rank_roles", text="which one of those is growing the most")
    assert [row[0] for row in ranked.table["rows"]] == ["Medical assistants", "Dental assistants", "Nursing assistants"]


def test_a_job_that_is_only_named_after_the_pay_of_one_stands_alone(conversation):
    conversation.ask("salary_median", text="pay of MAs", occupation="medical assistant")
    answer = conversation.ask("context_follow_up", text="and cnas", occupation="nursing assistant")
    assert answer.response == "utter_salary_median"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("and cnas", ["Medical assistants", "Dental assistants", "Nursing assistants"]),
        ("ok and the CNA?", ["Medical assistants", "Dental assistants", "Nursing assistants"]),
        ("what about cnas", ["Medical assistants", "Nursing assistants"]),
    ],
)
def test_and_another_job_joins_a_comparison_of_jobs(conversation, text, rows):
    conversation.ask(
        "compare_roles", text="MA or dental assistant", occupation=["medical assistant", "dental assistant"]
    )
    answer = conversation.ask("context_follow_up", text=text, occupation="nursing assistant")
    assert answer.response == "utter_compare_roles"
    assert [row[0] for row in answer.table["rows"]] == rows


# -- beside, among, next best ----------------------------------------------------------------------------------------


def test_a_place_against_the_last_one_is_set_beside_it(conversation):
    conversation.ask("salary_median", place="Ohio")
    answer = conversation.ask("context_follow_up", "vs texas", place="Texas")
    assert answer.response == "utter_salary_several"
    assert "**Ohio:**" in answer.text
    assert "**Texas:**" in answer.text


def test_the_cities_of_another_state_are_ranked_after_those_of_one(conversation):
    conversation.ask("salary_best_places", "which city in california pays most", place="California")
    answer = conversation.ask("context_follow_up", "and in texas?", place="Texas")
    assert "city areas in Texas" in answer.text


def test_without_a_name_the_next_best_guess_is_answered(conversation):
    conversation.ask("certification_overview", credential="CMA")
    answer = conversation.scored("and renewal?", {"context_follow_up": 0.22, "certification_renewal": 0.2})
    assert answer.response == "utter_certification_renewal"
    assert "CMA (AAMA)" in answer.text


def test_without_a_name_and_a_guess_it_is_asked(conversation):
    conversation.ask("certification_overview", credential="CMA")
    answer = conversation.scored("and in time?", {"context_follow_up": 0.32, "salary_median": 0.07})
    assert answer.response == "utter_context_missing"


def test_for_both_repeats_the_last_question_for_what_stood_side_by_side(conversation):
    conversation.ask("salary_median", place="Ohio")
    conversation.ask("salary_median", "what about nevada", place="Nevada")
    answer = conversation.ask("context_follow_up", "for both?")
    assert "**Ohio:**" in answer.text
    assert "**Nevada:**" in answer.text


def test_for_both_with_one_thing_before_is_asked_back(conversation):
    conversation.ask("salary_median", place="Ohio")
    assert conversation.ask("context_follow_up", "for both?").response == "utter_context_missing"
