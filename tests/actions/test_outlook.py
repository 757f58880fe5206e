import pytest

from actions.outlook import pace
from careerbot.facts.schema import Projection

# Published values: ../shared/facts/dossier.md, section 1.3.
GROWTH = {
    "medical assistant": ("12.5%", "101,200", "much faster than"),
    "nursing assistant": ("2.3%", None, "about as fast as"),
    "dental assistant": ("6.4%", "24,400", "much faster than"),
    "licensed practical nurse": ("2.6%", "17,100", "about as fast as"),
    "registered nurse": ("4.9%", "166,100", "faster than"),
    "phlebotomist": ("5.6%", None, "faster than"),
    "medical and health services manager": ("23.2%", "142,900", "much faster than"),
    "medical secretary": ("4.2%", "35,300", "faster than"),
}
OPENINGS = {
    "medical assistant": ("112,300", "811,000"),
    "nursing assistant": ("204,100", "1,441,500"),
    "registered nurse": ("189,100", "3,391,000"),
    "emergency medical technician": ("14,100", "181,000"),
}


@pytest.mark.parametrize(("occupation", "published"), GROWTH.items())
def test_growth_is_the_published_one_against_all_occupations(conversation, occupation, published):
    growth, change, words = published
    answer = conversation.ask("outlook_growth", occupation=occupation)
    assert answer.text.startswith("It is growing: jobs for ")
    assert f"**{growth} from 2024 to 2034**, {words} the 3.1% for all occupations" in answer.text
    if change:
        assert f"about {change} more jobs over those years together, not each year" in answer.text
    assert "Employment Projections 2024-34" in answer.source


def test_without_an_occupation_growth_is_that_of_medical_assistants(conversation):
    answer = conversation.ask("outlook_growth")
    assert "jobs for medical assistants are expected to grow by **12.5%" in answer.text
    assert answer.slots == {"occupation": "31-9092", "place": None, "year": None}


def test_a_shrinking_occupation_is_said_to_shrink(conversation):
    answer = conversation.ask("outlook_growth", occupation="medical transcriptionist")
    assert answer.response == "utter_outlook_growth_decline"
    assert answer.text.startswith("It is shrinking: jobs for medical transcriptionists are expected to fall by **4.9%")
    assert "-4.9" not in answer.text
    assert "fewer jobs" in answer.text


def test_an_older_forecast_is_given_for_its_year_as_an_older_one(conversation):
    answer = conversation.ask("outlook_growth", year="2021")
    assert answer.response == "utter_outlook_growth_older"
    assert "The forecast for 2021 to 2031 was **16%** growth in jobs for medical assistants." in answer.text
    assert "There is a newer forecast" in answer.text
    assert "2022" in answer.source


@pytest.mark.parametrize("year", ["1999", "2034", "2050"])
def test_a_year_without_a_forecast_gives_the_newest_one(conversation, year):
    answer = conversation.ask("outlook_growth", year=year)
    assert "12.5% from 2024 to 2034" in answer.text


@pytest.mark.parametrize("intent", ["outlook_growth", "outlook_openings"])
@pytest.mark.parametrize("occupation", ["physician assistant", "radiologic technologist"])
def test_an_occupation_without_a_forecast_is_told_with_where_to_look(conversation, intent, occupation):
    answer = conversation.ask(intent, occupation=occupation)
    assert answer.response == "utter_outlook_growth_unknown"
    assert f"I have no job forecast for {occupation}s." in answer.text
    assert "](https://www.bls.gov/ooh/)" in answer.text
    assert answer.source
    assert answer.asked == intent


@pytest.mark.parametrize(("occupation", "published"), OPENINGS.items())
def test_openings_and_jobs_are_the_published_ones(conversation, occupation, published):
    openings, jobs = published
    answer = conversation.ask("outlook_openings", occupation=occupation)
    assert f"about **{openings} openings a year** are expected" in answer.text
    assert "until 2034" in answer.text
    assert answer.text.startswith(f"There were about {jobs} jobs for ")
    assert " in 2024, and" in answer.text
    assert answer.source


@pytest.mark.parametrize(
    ("intent", "begins"),
    [
        (
            "outlook_growth",
            "Of these two jobs, phlebotomists are expected to grow fastest: **5.6% from 2024 to 2034**.",
        ),
        ("outlook_openings", "Of these two jobs, registered nurses have the most openings: **189,100 a year**"),
    ],
)
def test_several_occupations_are_compared(conversation, intent, begins):
    answer = conversation.ask(intent, occupation=["phlebotomist", "registered nurse"])
    assert answer.text.startswith(begins)
    assert answer.slots["compared"] == ["31-9097", "29-1141"]


def test_another_jobs_growth_is_drawn_beside_medical_assistants(conversation):
    answer = conversation.ask("outlook_growth", occupation="phlebotomist")
    assert answer.picture == "/charts/growth/31-9092+31-9097+00-0000.png"
    assert "5.6%" in answer.alt and "12.5%" in answer.alt
    assert conversation.ask("outlook_growth").picture == ""


def test_the_occupation_just_asked_about_is_meant_where_none_is_named(conversation):
    conversation.ask("outlook_growth", occupation="registered nurse")
    assert "registered nurses" in conversation.ask("outlook_openings", "how many openings are there").text
    conversation.ask("outlook_growth", occupation="registered nurse")
    assert "medical assistants" in conversation.ask("outlook_openings", "how many openings would i find").text
    conversation.ask("outlook_growth", occupation="registered nurse")
    conversation.ask("education_duration", "how long is school")
    assert "medical assistants" in conversation.ask("outlook_openings", "how many openings are there").text


def test_and_goes_on_about_the_occupation_before(conversation):
    conversation.ask("outlook_growth", occupation="registered nurse")
    assert "registered nurses" in conversation.ask("outlook_openings", "and how many openings are there").text


def test_of_an_unknown_occupation_it_is_said_that_there_are_no_figures(conversation):
    answer = conversation.ask("outlook_growth", occupation="dragon tamer")
    assert answer.response == "utter_job_unknown" and '"dragon tamer"' in answer.text


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (6.2, "much faster than"),
        (6.1, "faster than"),
        (4.2, "faster than"),
        (4.1, "about as fast as"),
        (2.1, "about as fast as"),
        (2.0, "slower than"),
        (-1.0, "slower than"),
    ],
)
def test_pace_is_read_from_both_percentages(percent, words):
    def growing(value):
        return Projection(
            soc="00-0000", base_year=2024, target_year=2034, percent=value, source="x", as_of="2025", confidence="A"
        )

    assert pace(growing(percent), growing(3.1)) == words


@pytest.mark.parametrize("intent", ["outlook_growth", "outlook_openings"])
def test_who_asks_about_a_place_is_told_that_the_forecast_is_for_the_country(conversation, intent):
    answer = conversation.ask(intent, place="Texas")
    assert "I have no forecast for Texas alone" in answer.text
    assert answer.slots["place"] == "TX"
    assert "I have no forecast" not in conversation.ask(intent, place="US").text


@pytest.mark.parametrize("intent", ["outlook_growth", "outlook_openings"])
def test_a_job_that_it_is_compared_with_stands_beside_medical_assistants(conversation, intent):
    answer = conversation.ask(intent, "how does it compare with dental assistants", occupation="dental assistant")
    assert "**Medical assistants:**" in answer.text
    assert "**Dental assistants:**" in answer.text
