import pytest


def test_own_pay_is_set_beside_the_median_of_the_job_and_place_named(conversation):
    text = "i make $17/hr as a cna, would MA be a raise in ohio"
    answer = conversation.ask("salary_own", text, occupation=["CNA", "MA"], place="Ohio")
    assert answer.response == "utter_salary_own"
    assert answer.text.startswith("Medical assistants in Ohio earned **$7,450 a year more** than $17 an hour:")
    assert "$17 an hour is about $35,360 a year (full time, 2,080 hours a year)" in answer.text
    assert "about $36,050 to $38,060 a year: more than $17 an hour." in answer.text
    assert answer.source


def test_a_wage_above_the_median_is_told_that_the_job_pays_less(conversation):
    answer = conversation.ask("salary_own", "im at 23 an hour")
    assert "earned **$2,150 a year less** than $23 an hour" in answer.text
    assert "less than $23 an hour" in answer.text


def test_a_yearly_wage_has_its_hourly_beside_it(conversation):
    answer = conversation.ask("salary_own", "i make 45,690 a year")
    assert "earned **about as much** as $45,690 a year" in answer.text
    assert "$45,690 a year is about $21.97 an hour" in answer.text


def test_the_job_and_place_of_the_conversation_count(conversation):
    conversation.ask("salary_median", occupation="phlebotomist", place="Texas")
    assert conversation.ask("salary_own", "is that more than my 15 an hour").text.startswith("Phlebotomists in Texas")


def test_after_starting_pay_the_wage_is_set_beside_the_starting_pay(conversation):
    conversation.ask("salary_entry", place="Ohio")
    answer = conversation.ask("salary_own", "is that more than I make now at 17 an hour")
    assert answer.response == "utter_salary_own_entry"
    assert "about **$36,050 to $38,060 a year** (May 2025): **more than** $17 an hour" in answer.text


def test_the_wage_is_remembered_for_another_place(conversation):
    conversation.ask("salary_own", "i make $17/hr as a cna, is MA more in ohio", occupation=["CNA", "MA"], place="Ohio")
    answer = conversation.ask("context_follow_up", "and in Texas?", place="Texas")
    assert answer.text.startswith("Medical assistants in Texas earned **$4,160 a year more** than $17 an hour")


def test_a_wage_told_in_passing_is_remembered_too(conversation):
    conversation.ask("chitchat_greet", "hi, i drive a bus for 17 an hour")
    conversation.ask("education_duration", "how long is school")
    conversation.ask("salary_median", "what do MAs get in Ohio", occupation="MA", place="Ohio")
    answer = conversation.ask("salary_own", "would i come out ahead")
    assert answer.text.startswith("Medical assistants in Ohio earned **$7,450 a year more** than $17 an hour")


def test_a_wage_can_be_put_right(conversation):
    conversation.ask("salary_own", "i make 15 at the deli, would MA be better", occupation="MA")
    answer = conversation.ask("salary_own", "my bad its 19, forgot i got a raise")
    assert "than $19 an hour" in answer.text


def test_the_pay_of_the_own_job_may_be_what_is_asked(conversation):
    answer = conversation.ask("salary_own", "i make 17 as a cna, is that normal", occupation="CNA")
    assert answer.text.startswith("Nursing assistants in the United States")


@pytest.mark.parametrize("text", ["is that more than i make", "i make 800"])
def test_without_an_amount_and_its_unit_both_are_asked_for(conversation, text):
    answer = conversation.ask("salary_own", text)
    assert answer.response == "utter_salary_own_which"
    assert "$45,690" in answer.text


def test_the_unit_may_come_afterwards(conversation):
    conversation.ask("salary_own", "i make 800")
    assert "than $800 a week" in conversation.ask("salary_own", "a week").text


def test_an_amount_may_just_be_turned_into_another_unit(conversation):
    assert conversation.ask("salary_own", "24 dollars an hour is how much a year").text == (
        "$24 an hour is about **$49,920 a year** before taxes (full time, 2,080 hours a year)."
    )
    answer = conversation.ask("salary_own", "what does $45,690 a year come to per month")
    assert answer.text.startswith("$45,690 a year is about **$3,808 a month**")


def test_part_time_is_compared_with_the_same_hours(conversation):
    answer = conversation.ask("salary_own", "i make 20 an hour, 30 hours a week")
    assert "$3,068 a year more" in answer.text
    assert "$31,200 a year (at 30 hours a week, where the median would be about $34,268 a year)" in answer.text
    assert "$3,068 a year more" in conversation.ask("salary_own", "so is that more than now").text


def test_several_places_stand_below_each_other(conversation):
    answer = conversation.ask("salary_own", "i make 17, is texas or ohio better", place=["Texas", "Ohio"])
    assert "- **Texas:** $39,520 a year, $4,160 a year more than your pay" in answer.text
    assert "- **Ohio:** $42,810 a year, $7,450 a year more than your pay" in answer.text


def test_an_amount_in_a_question_of_pay_is_compared(conversation):
    answer = conversation.ask("salary_median", "do MAs in texas make $20 an hour", place="Texas")
    assert answer.asked == "salary_own"
    assert "$2,080 a year less** than $20 an hour" in answer.text
    assert conversation.ask("salary_median", "what could i make at 18 in texas", place="Texas").asked == "salary_median"


def test_the_job_that_somebody_has_is_not_the_one_it_is_set_beside(conversation):
    conversation.ask("compare_roles", "I'm a dental assistant, how is the work", occupation="dental assistant")
    assert conversation.ask("salary_own", "My pay is $26 an hour. Would I lose money?").text.startswith("Medical assis")


def test_as_a_medical_assistant_is_what_is_thought_of_beside_a_job_that_one_has(conversation):
    text = "what would I earn as an MA in Cleveland? I'm at $20 an hour as CNA"
    named = {"occupation": ["medical assistant", "nursing assistant"], "place": "Cleveland"}
    assert conversation.ask("salary_own", text, **named).text.startswith("Medical assistants in Cleveland")


def test_pay_told_in_a_long_story_is_kept(conversation):
    story = (
        "I've been in a warehouse for the last eleven years making about 19.50 an hour, my back hurts. Am I too old?"
    )
    conversation.ask("education_age", story)
    assert "$5,130 a year more" in conversation.ask("salary_own", "would i be making more than I make now").text
