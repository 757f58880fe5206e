import pytest

from actions.count_places import asks_where_most_work


def test_the_number_of_jobs_in_a_place(conversation):
    answer = conversation.ask("outlook_openings", "how many in texas", place="Texas")
    assert answer.text.startswith("There were about **75,340 medical assistants in Texas** in May 2025.")
    assert "I have no forecast for Texas alone" in answer.text
    assert answer.source


def test_the_number_of_jobs_in_a_year(conversation):
    answer = conversation.ask("outlook_openings", "how many worked in 2021", year="2021")
    assert "**727,760 medical assistants in the United States** in May 2021. In May 2025 there were" in answer.text


@pytest.mark.parametrize(("text", "names"), [("how many new jobs", {}), ("how many in 2034", {"year": "2034"})])
def test_the_number_of_jobs_to_come(conversation, text, names):
    answer = conversation.ask("outlook_openings", text, **names)
    assert answer.text.startswith("About **912,200 jobs** for medical assistants are expected in the USA in 2034.")
    assert "**101,200 more** than the 811,000 of 2024, or 12.5%" in answer.text


def test_a_year_in_between_has_no_forecast_of_its_own(conversation):
    answer = conversation.ask("outlook_openings", "how many will there be in 2030", year="2030")
    assert answer.text.startswith("I have no forecast for 2030 alone. About **912,200 jobs**")


@pytest.mark.parametrize(
    ("occupation", "change"),
    [
        ("phlebotomist", "7,900 more"),
        ("pharmacy technician", "31,500 more"),
        ("dental hygienist", "15,500 more"),
        ("medical transcriptionist", "2,200 fewer"),
    ],
)
def test_the_change_is_the_published_one_and_not_that_of_rounded_totals(conversation, occupation, change):
    assert f"about {change} jobs" in conversation.ask("outlook_growth", occupation=occupation).text
    assert f"**{change}**" in conversation.ask("outlook_openings", "how many new jobs", occupation=occupation).text


@pytest.mark.parametrize("intent", ["salary_best_places", "outlook_openings"])
def test_the_states_with_the_most_workers(conversation, intent):
    answer = conversation.ask(intent, "which state has the most medical assistants")
    assert answer.text.startswith("Among states, California has the most medical assistants: about **117,060**")
    assert answer.table["rows"][1] == ["Texas", "75,340"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("which state has the fewest MAs", True),
        ("what states employ the most cnas", True),
        ("which state pays medical assistants the most", False),
        ("which state has the most paid medical assistants", False),
        ("how many openings are there", False),
    ],
)
def test_where_most_work_is_not_where_most_is_paid(text, counts):
    assert asks_where_most_work(text) is counts


def test_the_rise_of_several_jobs_between_two_years(conversation):
    answer = conversation.ask("salary_trend", "which grew more", occupation=["CNA", "MA"], year=["2021", "2025"])
    assert answer.text.startswith("Of these, the pay of nursing assistants rose by the largest share:")
    assert "- **Medical assistants:** $37,190 in 2021, $45,690 in 2025: $8,500, or 23%" in answer.text
