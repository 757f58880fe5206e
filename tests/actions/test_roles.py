import re

import pytest

# Published values: ../shared/facts/dossier.md, sections 1.2, 1.3 and 6.4.
PAY = {
    "nursing assistant": "$42,260",
    "phlebotomist": "$45,230",
    "dental assistant": "$48,070",
    "pharmacy technician": "$45,750",
    "licensed practical nurse": "$64,400",
    "registered nurse": "$97,550",
    "emergency medical technician": "$44,470",
}
TEN = ["ma", "cna", "lpn", "rn", "emt", "phlebotomist", "dental assistant", "pa", "rad tech", "surgical tech"]


def compared(answer):
    return [row[0] for row in answer.table["rows"]]


def line(answer, title):
    """The line of a job's figures."""
    return next(text for text in answer.table["lines"].splitlines() if text.startswith(f"- **{title}"))


def work(answer, title):
    """The line that says what one does in a job."""
    below = answer.text.split("The work itself:\n")[1]
    return next(text for text in below.splitlines() if text.startswith(f"- **{title}"))


@pytest.mark.parametrize(("occupation", "pay"), PAY.items())
def test_one_job_is_compared_with_medical_assistants_with_the_published_pay(conversation, occupation, pay):
    answer = conversation.ask("compare_roles", occupation=occupation)
    plural = f"{occupation}s".capitalize()
    assert compared(answer) == ["Medical assistants", plural]
    assert line(answer, plural).startswith(f"- **{plural}:** {pay} a year, ")
    assert "$45,690 a year, 12.5% growth, 112,300 openings a year, certificate" in line(answer, "Medical assistants")
    assert answer.source


@pytest.mark.parametrize(
    ("occupation", "best"),
    [
        ("nursing assistant", "medical assistants have the highest median pay: **$45,690 a year** in May 2025."),
        ("registered nurse", "registered nurses have the highest median pay: **$97,550 a year** in May 2025."),
        ("physician assistant", "physician assistants have the highest median pay: **$133,260 a year** in May 2024."),
    ],
)
def test_the_first_sentence_says_which_pays_more(conversation, occupation, best):
    answer = conversation.ask("compare_roles", occupation=occupation)
    assert answer.text.startswith(f"Of these two jobs, {best}\n- ")


def test_the_table_has_pay_growth_openings_and_schooling(conversation):
    answer = conversation.ask("compare_roles", occupation=["registered nurse", "phlebotomist"])
    assert answer.table["columns"] == ["Job", "Pay a year", "Growth in jobs", "Openings a year", "Usual schooling"]
    assert answer.table["rows"] == [
        ["Registered nurses", "$97,550", "4.9%", "189,100", "Associate degree"],
        ["Phlebotomists", "$45,230", "5.6%", "18,400", "Short course"],
    ]
    assert "Growth is from 2024 to 2034." in answer.text


def test_two_named_jobs_are_compared_with_each_other_in_their_order(conversation):
    answer = conversation.ask("compare_roles", occupation=["phlebotomist", "CNA"])
    assert compared(answer) == ["Phlebotomists", "Nursing assistants"]
    assert "edical assistants" not in answer.text
    assert answer.slots["occupation"] == "31-1131"
    assert answer.slots["compared"] == ["31-9097", "31-1131"]


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_up_to_six_jobs_are_compared_none_is_dropped(conversation, count):
    answer = conversation.ask("compare_roles", occupation=TEN[:count])
    assert len(compared(answer)) == count
    assert "left out" not in answer.text


def test_of_ten_jobs_six_are_shown_and_the_others_named(conversation):
    answer = conversation.ask("compare_roles", occupation=TEN)
    assert len(compared(answer)) == 6
    assert (
        "I left out dental assistants, physician assistants, radiologic technologists and surgical technologists: six "
        "is the most I show at once." in answer.text
    )
    assert len(answer.slots["compared"]) == 10


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, True), (4, False), (6, False)])
def test_what_one_does_is_told_for_up_to_three_jobs(conversation, count, told):
    answer = conversation.ask("compare_roles", occupation=TEN[:count])
    assert ("The work itself:" in answer.text) == told
    assert ("Ask about two of them" in answer.text) != told


def test_work_training_and_license_stand_in_each_line(conversation):
    answer = conversation.ask("compare_roles", occupation="registered nurse")
    said = work(answer, "Registered nurses")
    assert said.startswith("- **Registered nurses:** assessing patients, planning and giving nursing care. ")
    assert "Training: an associate degree of about two to three years or a bachelor's degree of four." in said
    assert "License: a state nursing license is required." in said


def test_pay_of_different_years_is_dated_one_by_one(conversation):
    answer = conversation.ask("compare_roles", occupation="physician assistant")
    assert "$133,260 a year (May 2024)" in line(answer, "Physician assistants")
    assert "$45,690 a year (May 2025)" in line(answer, "Medical assistants")


def test_a_job_without_a_forecast_says_so(conversation):
    answer = conversation.ask("compare_roles", occupation="physician assistant")
    assert "no growth forecast, no forecast of openings, master's degree" in line(answer, "Physician assistants")
    assert answer.table["rows"][1] == [
        "Physician assistants",
        "$133,260 (May 2024)",
        "not known",
        "not known",
        "Master's degree",
    ]
    assert "I have no growth forecast for physician assistants." in answer.text


def test_the_average_worker_can_stand_beside_a_named_job(conversation):
    answer = conversation.ask("compare_roles", occupation=["medical assistant", "all occupations"])
    assert "$50,980 a year, 3.1% growth" in line(answer, "Workers in all occupations together")
    assert "Workers" not in answer.text.split("The work itself:")[1]


# -- where and when ------------------------------------------------------------------------------------------------


def test_jobs_are_compared_in_the_place_that_is_named(conversation):
    answer = conversation.ask("compare_roles", occupation=["RN", "MA"], place="Texas")
    assert "have the highest median pay in Texas: **$95,970 a year** in May 2025" in answer.text
    assert "$39,520 a year" in line(answer, "Medical assistants")
    assert answer.slots["place"] == "TX"


def test_without_a_figure_in_the_place_all_are_of_the_whole_country_and_that_is_said(conversation):
    answer = conversation.ask("compare_roles", occupation=["dental assistant", "ma"], place="Kansas")
    assert "$48,070 a year" in line(answer, "Dental assistants")
    assert "$45,690 a year" in line(answer, "Medical assistants")
    assert "I have no pay figure for dental assistants in Kansas, so these are for the whole country." in answer.text


def test_an_unknown_place_is_said(conversation):
    answer = conversation.ask("compare_roles", occupation=["RN", "MA"], place="Narnia")
    assert 'I have no figures for "Narnia"; these are for the whole country.' in answer.text
    assert "$97,550 a year" in answer.text


def test_jobs_are_compared_in_the_year_that_is_named(conversation):
    answer = conversation.ask("compare_roles", occupation=["CNA", "MA"], year="2021")
    assert "**$37,190 a year** in May 2021" in answer.text


@pytest.mark.parametrize("names", [{"year": "1999"}, {"year": "2021", "place": "Texas"}])
def test_a_year_without_figures_is_said_and_the_newest_shown(conversation, names):
    answer = conversation.ask("compare_roles", occupation=["CNA", "MA"], **names)
    assert f"I have too few pay figures for {names['year']} here, so these are the newest." in answer.text
    assert "in May 2025" in answer.text


# -- one thing asked -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "response", "begins"),
    [
        ("what grows faster cna or ma", "growth", "Of these two jobs, medical assistants are expected to grow fastest"),
        (
            "cna or ma, who has more openings",
            "openings",
            "Of these two jobs, nursing assistants have the most openings",
        ),
        ("which pays less, cna or ma", "pay", "Of these two jobs, nursing assistants have the lowest median pay"),
        (
            "which training is shorter, cna or ma",
            "entry",
            "Of these two jobs, nursing assistants usually need the least",
        ),
    ],
)
def test_one_criterion_alone_is_answered_alone(conversation, text, response, begins):
    answer = conversation.ask("compare_roles", text, occupation=["cna", "ma"])
    assert answer.response == f"utter_compare_rank_roles_{response}"
    assert answer.text.startswith(begins)
    assert "The work itself" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "ma vs cna",
        "is cna easier than ma",  # the work, perhaps
        "ma or cna, training and pay and all that",
        "should i do the cna course or the ma diploma",
    ],
)
def test_a_question_for_no_or_several_criteria_gets_the_whole_comparison(conversation, text):
    assert conversation.ask("compare_roles", text, occupation=["ma", "cna"]).response == "utter_compare_roles"


# -- which, and jobs that are not known ----------------------------------------------------------------------------


@pytest.mark.parametrize("named", [[], ["medical assistant"], ["all occupations"]])
def test_without_a_second_job_it_asks_which_and_offers_four(conversation, named):
    answer = conversation.ask("compare_roles", occupation=named)
    assert answer.response == "utter_compare_roles_which"
    assert answer.text.startswith("Which job should I compare with medical assisting?")
    assert list(answer.buttons) == ["Nursing assistant", "Licensed practical nurse", "Phlebotomist", "Dental assistant"]
    assert answer.buttons["Phlebotomist"] == '/compare_roles{"occupation": "phlebotomist"}'


@pytest.mark.parametrize(
    ("text", "occupation", "name"),
    [
        ("medical assistant compared with a zookeeper", "medical assistant", "zookeeper"),
        ("ma or truck driver", "ma", "truck driver"),
        ("phlebotomist vs zookeeper", "phlebotomist", "zookeeper"),
    ],
)
def test_a_job_that_is_not_known_is_said_and_not_replaced_by_another(conversation, text, occupation, name):
    answer = conversation.ask("compare_roles", text, occupation=occupation)
    assert answer.text.startswith(f'I have no figures for "{name}", so I cannot compare it.')
    assert answer.buttons
    assert "$" not in answer.text


def test_beside_two_known_jobs_an_unknown_one_is_said(conversation):
    answer = conversation.ask("compare_roles", "cna, lpn or zookeeper", occupation=["cna", "lpn"])
    assert compared(answer) == ["Nursing assistants", "Licensed practical nurses"]
    assert 'I have no figures for "zookeeper".' in answer.text


def test_every_offered_job_can_be_compared(conversation):
    for title in conversation.ask("compare_roles").buttons:
        assert conversation.ask("compare_roles", occupation=title.lower()).response == "utter_compare_roles"


def test_every_job_of_the_fact_base_can_be_compared(conversation, occupations):
    for name in set(occupations) - {"medical assistant", "average worker"}:
        answer = conversation.ask("compare_roles", occupation=name)
        assert answer.response == "utter_compare_roles", name
        assert not re.search(r"[{}]|None|\n\n\n|  ", answer.text), name


# -- pictures ------------------------------------------------------------------------------------------------------


def test_pay_side_by_side_is_drawn(conversation):
    answer = conversation.ask("compare_roles", occupation=["cna", "lpn"])
    assert answer.picture == "/charts/pay/roles/31-1131+29-2061.png"
    assert "$42,260" in answer.alt and "$64,400" in answer.alt


def test_growth_is_drawn_where_growth_was_asked(conversation):
    answer = conversation.ask("compare_roles", "which grows faster, cna or ma", occupation=["cna", "ma"])
    assert answer.picture == "/charts/growth/31-9092+31-1131+00-0000.png"


def test_the_same_picture_is_not_shown_twice_in_a_row(conversation):
    assert conversation.ask("compare_roles", occupation="cna").picture
    assert conversation.ask("compare_roles", occupation="cna").picture == ""
    assert conversation.ask("compare_roles", occupation="lpn").picture
    assert conversation.ask("compare_roles", occupation="cna").picture


def test_a_job_that_is_only_named_and_not_known_is_said(conversation):
    answer = conversation.ask("compare_roles", occupation="dragon tamer")
    assert answer.response == "utter_unknown_role" and '"dragon tamer"' in answer.text
