import pytest

from actions.pronouns import goes_on_about_the_job, kinds_meant


@pytest.mark.parametrize(
    "text",
    [
        "what do they earn",
        "how much does it pay?",
        "is that job growing",
        "do those make more",
        "what's their pay",
        "what would they’re salary be",
        "pay for them in Ohio",
        "is this field growing",
        "how much do these make",
        "what does that pay",
        "is that growing",
    ],
)
def test_these_words_stand_for_a_job(text):
    assert "occupation" in kinds_meant(text)


@pytest.mark.parametrize(
    "text", ["what do medical assistants make", "how much can I make", "starting pay", "what is the pay", "yeti pay"]
)
def test_without_such_a_word_no_name_is_meant(text):
    assert kinds_meant(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "what do MAs earn there",
        "pay in that state",
        "is pay better down there?",
        "what would the best paid there be on",
    ],
)
def test_these_words_stand_for_a_place(text):
    assert "place" in kinds_meant(text)


@pytest.mark.parametrize(
    "text",
    ["how many jobs are there", "is there a job for me", "there are how many", "will there be jobs", "there's pay?"],
)
def test_there_that_only_fills_the_sentence_stands_for_no_place(text):
    assert "place" not in kinds_meant(text)


@pytest.mark.parametrize("text", ["what did MAs make back then", "pay in that year", "and nurses at that time"])
def test_these_words_stand_for_a_year(text):
    assert "year" in kinds_meant(text)


def test_then_at_the_end_of_a_question_is_no_year():
    assert kinds_meant("and the pay then?") == ()


@pytest.mark.parametrize(
    "text",
    [
        "and how many openings are there",
        "ok and at the start?",
        "what would one get in ohio",
        "the most you get doing that",
    ],
)
def test_a_message_may_go_on_about_the_job_without_a_pronoun(text):
    assert goes_on_about_the_job(text)


@pytest.mark.parametrize("text", ["how many openings are there", "what do they pay", "android games", "is one better"])
def test_others_do_not(text):
    assert not goes_on_about_the_job(text)
