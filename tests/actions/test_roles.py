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


def compared(answer):
    return re.findall(r"^- \*\*(.+?):\*\*", answer.text, re.MULTILINE)


@pytest.mark.parametrize(("occupation", "pay"), PAY.items())
def test_one_job_is_compared_with_medical_assistants_with_the_published_pay(conversation, occupation, pay):
    answer = conversation.ask("compare_roles", occupation=occupation)
    plural = f"{occupation}s"
    assert compared(answer) == ["Medical assistants", plural.capitalize()]
    assert f"{plural} {pay}" in answer.text
    assert "medical assistants $45,690" in answer.text
    assert "(May 2025)" in answer.text
    assert answer.source


@pytest.mark.parametrize(
    ("occupation", "best"),
    [("nursing assistant", "Medical assistants"), ("registered nurse", "Registered nurses")],
)
def test_the_better_paid_one_is_named_first(conversation, occupation, best):
    answer = conversation.ask("compare_roles", occupation=occupation)
    assert answer.text.startswith(f"{best} have the best median pay a year: ")


def test_two_named_jobs_are_compared_with_each_other_in_their_order(conversation):
    answer = conversation.ask("compare_roles", occupation=["phlebotomist", "CNA"])
    assert compared(answer) == ["Phlebotomists", "Nursing assistants"]
    assert "medical assistants" not in answer.text
    assert answer.slots == {"last_lookup": "compare_roles", "occupation": "31-1131", "place": None, "year": None}


def test_of_four_jobs_three_are_compared(conversation):
    answer = conversation.ask("compare_roles", occupation=["ma", "cna", "lpn", "rn"])
    assert compared(answer) == ["Medical assistants", "Nursing assistants", "Licensed practical nurses"]


def test_training_license_and_growth_stand_in_each_line(conversation):
    text = conversation.ask("compare_roles", occupation="registered nurse").text
    [line] = [line for line in text.splitlines() if line.startswith("- **Registered")]
    assert "Training: an associate degree of about two to three years or a bachelor's degree of four." in line
    assert "License: a state nursing license is required." in line
    assert "Growth 2024 to 2034: 4.9%." in line


def test_pay_of_different_years_is_dated_one_by_one(conversation):
    answer = conversation.ask("compare_roles", occupation="physician assistant")
    assert "physician assistants $133,260 (May 2024) and medical assistants $45,690 (May 2025)" in answer.text


def test_a_job_without_a_forecast_is_compared_without_growth(conversation):
    text = conversation.ask("compare_roles", occupation="physician assistant").text
    [line] = [line for line in text.splitlines() if line.startswith("- **Physician")]
    assert "Growth" not in line


@pytest.mark.parametrize("named", [[], ["medical assistant"], ["dragon tamer"], ["all occupations"]])
def test_without_a_second_job_it_asks_which_and_offers_four(conversation, named):
    answer = conversation.ask("compare_roles", occupation=named)
    assert answer.response == "utter_compare_roles_which"
    assert answer.text.startswith("Which job should I compare with medical assisting?")
    assert list(answer.buttons) == ["Nursing assistant", "Licensed practical nurse", "Phlebotomist", "Dental assistant"]
    assert answer.buttons["Phlebotomist"] == '/compare_roles{"occupation": "phlebotomist"}'


def test_every_offered_job_can_be_compared(conversation):
    for title in conversation.ask("compare_roles").buttons:
        assert conversation.ask("compare_roles", occupation=title.lower()).response == "utter_compare_roles"


def test_every_job_of_the_fact_base_can_be_compared(conversation, occupations):
    for name in set(occupations) - {"medical assistant", "average worker"}:
        assert conversation.ask("compare_roles", occupation=name).response == "utter_compare_roles", name
