import pytest

from actions.pay_percentiles import percentile_asked


def test_the_unit_keeps_the_job_and_place_of_the_conversation(conversation):
    conversation.ask("salary_median", place="Texas")
    answer = conversation.ask("salary_median", "how much is that per month")
    assert answer.text.startswith("Medical assistants in Texas earned a median of about **$3,293 a month** in May 2025")
    assert "**$760 a week**" in conversation.ask("salary_median", "and per week?").text


def test_the_hourly_of_starting_pay_is_that_of_starting_pay(conversation):
    conversation.ask("salary_entry", place="Ohio")
    answer = conversation.ask("salary_median", "so thats what per hour?")
    assert answer.response == "utter_salary_entry_unit"
    assert "medical assistants in Ohio usually earn about **$17.33 to $18.30 an hour**" in answer.text


def test_a_whole_question_with_a_unit_is_about_what_it_names(conversation):
    conversation.ask("salary_median", place="Texas")
    answer = conversation.ask("salary_median", "what do CNAs make a month", occupation="CNA")
    assert answer.text.startswith("Nursing assistants in the United States")
    assert "$3,522 a month" in answer.text


def test_hours_a_week_make_less_of_a_year(conversation):
    answer = conversation.ask("salary_median", "if i work 30 hours a week")
    assert "**$34,268 a year**" in answer.text
    assert "30 hours a week in place of 40" in answer.text


def test_several_jobs_have_the_unit_too(conversation):
    conversation.ask("salary_median", occupation=["RN", "MA"])
    answer = conversation.ask("salary_median", "and per hour?")
    assert answer.table["columns"] == ["Job", "Median an hour"]
    assert answer.table["rows"] == [["Registered nurses", "$46.90"], ["Medical assistants", "$21.97"]]


def test_now_asks_for_the_newest_figure_of_what_was_asked_last(conversation):
    conversation.ask("salary_median", year="2020")
    answer = conversation.ask("salary_entry", "and now?")
    assert answer.asked == "salary_median"
    assert "**$45,690 a year**" in answer.text


@pytest.mark.parametrize(
    ("text", "percentile"),
    [
        ("bottom 10% of CNAs", 10),
        ("25th percentile in Utah", 25),
        ("the top 10 percent", 90),
        ("top quarter", 75),
        ("lowest paid tenth", 10),
        ("p75", 75),
        ("40th percentile", 40),
        ("50th percentile", None),
        ("top 10 states", None),
        ("it grew 10%", None),
    ],
)
def test_percentiles(text, percentile):
    assert percentile_asked(text) == percentile


def test_a_percentile_is_the_published_one(conversation):
    answer = conversation.ask("salary_median", "bottom 10% of CNAs", occupation="CNA")
    assert answer.text.startswith(
        "The lowest-paid tenth of nursing assistants in the United States earned less than **$33"
    )
    answer = conversation.ask("salary_median", "40th percentile")
    assert answer.text.startswith("I do not have that share")


def test_the_mean_is_said_to_who_asks_for_it(conversation):
    assert "The average (mean) was $46,120." in conversation.ask("salary_median", "average not median").text
    assert "mean" not in conversation.ask("salary_median", "what does that mean").text


def test_what_is_not_known_is_said_before_the_plain_figure(conversation):
    answer = conversation.ask("salary_median", "what do they pay at kaiser after taxes")
    assert answer.text.startswith("I have no pay figures for a single employer. The figures are before taxes;")
    assert "single employer" not in conversation.ask("salary_median", "pay in VA", place="Virginia").text
