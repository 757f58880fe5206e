import pytest

from actions.pay_claim import claimed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("n they said u make 70k", "$70,000 a year"),
        ("I've been told medical assistants only make like 15. Is it true?", "$15 an hour"),
        ("I make $24 an hour and was told medical assistants only make like 15, true?", "$15 an hour"),
        ("the other site says 50k", "$50,000 a year"),
        ("someone told me 30 an hour is that realistic", "$30 an hour"),
        ("tiktok lady said 35 bucks an hour", "$35 an hour"),
        ("can u rlly get 90k", "$90,000 a year"),
        ("my mom says i'd make 40k", "$40,000 a year"),
        ("is 25 an hour possible", "$25 an hour"),
    ],
)
def test_what_others_say_is_a_claim(text, words):
    assert claimed(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "i make 19 an hour is that realistic",
        "they offered me 21, fair?",
        "would it be more than 19 an hour",
        "i get 800 a week, is that what they say MAs get",
        "is it true that it takes 4 weeks",
        "what do they make",
    ],
)
def test_own_pay_and_other_numbers_are_none(text):
    assert claimed(text) is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("they said u make 70k", "$70,000 a year would be unusual: only the best-paid tenth earn more than $59,310"),
        ("i heard 25 an hour", "$25 an hour (about $52,000 a year, full time) is possible, but on the high side"),
        ("the site says 45k", "$45,000 a year is a usual figure: half earn between"),
        ("someone told me 37k", "$37,000 a year is on the low side: three in four earn more than"),
        ("they said u only make 9 an hour", "$9 an hour (about $18,720 a year, full time) would be unusual: only"),
    ],
)
@pytest.mark.parametrize("intent", ["salary_median", "salary_own"])
def test_an_answer_says_first_where_the_claim_lies(conversation, intent, text, begins):
    answer = conversation.ask(intent, text)
    assert answer.text.startswith(begins)
    assert "a median of **$45,690 a year**" in answer.text
    assert "May 2025" in answer.text


@pytest.mark.parametrize("claim", ["they said u make 70k", "the other site says 50k", "i heard 30 an hour"])
@pytest.mark.parametrize("intent", ["salary_median", "salary_own"])
def test_a_claim_is_not_remembered_as_ones_own_pay(conversation, intent, claim):
    conversation.ask(intent, claim)
    assert conversation.ask("salary_own", "is it more than i make").response == "utter_salary_own_which"


def test_is_that_a_lot_after_a_claim_is_about_what_is_paid(conversation):
    conversation.ask("salary_own", "they said u make 70k")
    assert conversation.scored("is that a lot", {}).text.startswith("Workers in all occupations together")
