import pytest

from careerbot.catalog import catalog, payload


def test_an_entry_has_what_its_intent_is_called_and_where_it_stands():
    entry = catalog()["certification_exam_fee"]
    assert (entry.topic, entry.title) == ("certification", "What the exam costs")


def test_what_may_be_suggested_is_everything_that_does_not_say_otherwise():
    assert catalog()["salary_median"].suggest
    assert not catalog()["safety_self_harm"].suggest


def test_an_entry_without_further_questions_and_reason_has_none():
    entry = catalog()["chitchat_greet"]
    assert (entry.more, entry.why) == ((), None)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({}, "/salary_median"),
        ({"place": "Texas"}, '/salary_median{"place": "Texas"}'),
        ({"place": "Cañon City", "year": "2021"}, '/salary_median{"place": "Cañon City", "year": "2021"}'),
        ({"place": ["Texas", "Ohio"]}, '/salary_median{"place": ["Texas", "Ohio"]}'),
        ({"place": 'the "Big" one'}, '/salary_median{"place": "the \\"Big\\" one"}'),
    ],
)
def test_a_button_sends_the_intent_and_the_names_as_rasa_reads_them(names, expected):
    assert payload("salary_median", **names) == expected


def test_a_button_of_an_entry_bears_its_title():
    assert catalog()["state_rules"].button(place="Ohio") == {
        "title": "Rules in your state",
        "payload": '/state_rules{"place": "Ohio"}',
    }
