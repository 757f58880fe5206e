import re

import pytest

from careerbot.facts.queries import fact_base

# Published values: ../shared/facts/dossier.md, section 1.5.
BY_SETTING = {
    "hospitals": "$46,910",
    "doctors' offices": "$45,520",
    "outpatient care centers": "$48,560",
    "offices of health practitioners other than doctors": "$38,400",
    "chiropractors' offices": "$37,520",
    "optometrists' offices": "$38,170",
    "nursing and residential care homes": "$39,670",
    "staffing agencies": "$46,350",
    "colleges and universities": "$49,360",
    "specialty hospitals": "$48,650",
}


def rows(answer):
    return [row[0] for row in answer.table["rows"]]


@pytest.mark.parametrize(("setting", "median"), BY_SETTING.items())
def test_pay_in_a_kind_of_workplace_is_the_published_one(conversation, setting, median):
    answer = conversation.ask("salary_settings", setting=setting)
    assert answer.response == "utter_salary_setting"
    assert f"In {setting}, medical assistants earned a median of **{median} a year** in May 2025" in answer.text
    assert "in all workplaces together it was $45,690" in answer.text
    assert answer.source


@pytest.mark.parametrize("named", [[], ["cruise ship"]])
def test_without_a_known_workplace_the_five_best_paid_are_listed_and_that_is_said(conversation, named):
    answer = conversation.ask("salary_settings", "which workplace pays best", setting=named)
    assert answer.response == "utter_salary_settings"
    assert answer.text.startswith(
        "Of 11 kinds of workplaces, colleges and universities have the highest median pay for medical assistants: "
        "**$49,360 a year** in May 2025."
    )
    medians = [
        int(amount.replace(",", "")) for amount in re.findall(r"^- .+ \$([\d,]+) a year$", answer.text, re.MULTILINE)
    ]
    assert len(medians) == 5
    assert medians == sorted(medians, reverse=True)
    assert answer.table["rows"][2] == ["Hospitals", "$46,910"]
    assert "The list has the first five. In all workplaces together it is $45,690." in answer.text
    assert answer.source


@pytest.mark.parametrize("text", ["worst paying settings", "which kind of place pays least"])
def test_the_lowest_paid_come_first_if_they_are_asked_for(conversation, text):
    answer = conversation.ask("salary_settings", text)
    assert "chiropractors' offices have the lowest median pay for medical assistants: **$37,520" in answer.text
    assert rows(answer)[:2] == ["Chiropractors' offices", "Optometrists' offices"]


@pytest.mark.parametrize(("text", "count"), [("top three workplaces", 3), ("the two best paying settings", 2)])
def test_as_many_as_asked_for_are_listed(conversation, text, count):
    answer = conversation.ask("salary_settings", text)
    assert len(rows(answer)) == count
    assert "The list has" not in answer.text


def test_named_workplaces_are_compared_with_each_other(conversation):
    answer = conversation.ask("salary_settings", setting=["hospital", "lab", "outpatient clinic"])
    assert answer.text.startswith("Of these three kinds of workplaces, outpatient care centers have the highest median")
    assert rows(answer) == ["Outpatient care centers", "Hospitals", "Medical laboratories"]


def test_a_workplace_without_a_figure_is_said(conversation, monkeypatch):
    facts = fact_base()
    known = facts.setting_pay
    monkeypatch.setattr(facts, "setting_pay", lambda soc, naics: None if naics == "621500" else known(soc, naics))
    one = conversation.ask("salary_settings", setting=["hospital", "lab"])
    assert "In hospitals, medical assistants earned a median of **$46,910" in one.text
    assert "I have no figure for medical laboratories." in one.text
    two = conversation.ask("salary_settings", setting=["hospital", "lab", "outpatient clinic"])
    assert rows(two) == ["Outpatient care centers", "Hospitals"]
    assert "I have no figure for medical laboratories." in two.text


def test_two_workplaces_have_their_difference_beside_them(conversation):
    answer = conversation.ask(
        "salary_settings", "hospitals or doctors offices", setting=["hospitals", "doctors' offices"]
    )
    assert "The difference is $1,390 a year, or about $0.67 an hour." in answer.text


def test_they_pay_better_than_is_about_the_workplace_before(conversation):
    conversation.ask("salary_settings", "pay in hospitals", setting="hospitals")
    answer = conversation.ask("salary_settings", "do they pay better than doctors' offices", setting="doctors' offices")
    assert rows(answer) == ["Hospitals", "Doctors' offices"]
