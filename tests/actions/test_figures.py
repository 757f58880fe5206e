from pathlib import Path

import pytest
from ruamel.yaml import YAML

CATALOG = YAML(typ="safe").load(Path(__file__).parents[2] / "catalog.yml")
WITH_FIGURES = [entry["intent"] for topic in CATALOG.values() for entry in topic if entry["answer"] == "figures"]

# Published values: ../shared/facts/dossier.md, sections 1.1 to 1.5, 3.7, 4, 6.5.
PUBLISHED = {
    "duties_workplaces": ["57%", "17%", "10%", "7%"],
    "duties_hospital": ["17%", "$46,910"],
    "education_duration": ["9 to 12 months", "2 years"],
    "education_apprenticeship": ["23 active programs in 12 states"],
    "education_age": ["at least 18"],
    "programs_externship": ["160 hours"],
    "programs_cost": ["$1,550", "2019", "$245", "$35"],
    "programs_financial_aid": ["$7,395", "July 1, 2026", "8 weeks", "15 weeks"],
    "programs_veterans": ["$2,000", "$4,000"],
    "programs_schedule": ["36 hours a week"],
    "certification_benefits": ["70% of employers", "71% said"],
    "advancement_administrator": ["$123,860", "23.2%", "2024 to 2034"],
    "advancement_nursing": ["9 to 12 months", "$64,400", "$97,550", "12 to 18 months", "2 to 3 years", "4 years"],
    "advancement_physician_assistant": ["$133,260 a year in 2024"],
    "advancement_phlebotomy": ["$45,230", "$45,690", "30 blood draws", "10 finger sticks"],
    "advancement_billing_coding": ["$51,140", "$45,690"],
    "advancement_health_information": ["$51,140", "7.1%"],
    "outlook_job_search": ["112,300", "2024 to 2034", "91%"],
    "outlook_automation": ["12.5% growth"],
    "fit_worth_it": ["$45,690", "$50,980", "11.9%", "12.5%", "9 to 12 months"],
    "fit_stress": ["11.9%", "10 to 20 pounds", "36 hours a week"],
    "fit_cost_and_pay": ["$36,050 to $38,470", "$45,690"],
}


def test_there_are_answers_with_figures():
    assert len(WITH_FIGURES) >= 20


@pytest.mark.parametrize("intent", WITH_FIGURES)
def test_answer_has_its_text_every_figure_and_a_source_line(conversation, intent):
    answer = conversation.ask(intent)
    assert answer.response == f"utter_{intent}"
    assert "{" not in answer.text
    assert "}" not in answer.text
    assert "None" not in answer.text
    assert any(character.isdigit() for character in answer.text.replace(answer.source, ""))
    assert answer.source
    assert answer.slots == {}


@pytest.mark.parametrize(("intent", "figures"), PUBLISHED.items())
def test_answer_has_the_published_figures(conversation, intent, figures):
    text = conversation.ask(intent).text
    assert [figure for figure in figures if figure not in text] == []


def test_a_placeholder_without_a_value_is_an_apology_and_no_text_with_a_brace(conversation, assistant, monkeypatch):
    response = assistant.domain_content["responses"]["utter_education_age"][0]
    monkeypatch.setitem(response, "text", "You must be {age_on_the_moon}.\n\n{source}")
    answer = conversation.ask("education_age")
    assert answer.response == "utter_action_failed"
    assert "{" not in answer.text
