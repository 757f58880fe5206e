"""What people say about a form itself."""

import pytest

from actions.form_talk import talk


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("why do you need to know that", "why"),
        ("why u asking", "why"),
        ("What does that have to do with it?", "why"),
        ("what did you write down", "noted"),
        ("What did I say my city was?", "noted"),
        ("show me my answers", "noted"),
        ("wait how long will this take", "length"),
        ("how many more questions", "length"),
        ("are we almost done??", "length"),
        ("skip to the end", "finish"),
        ("just give me the result", "finish"),
        ("go back", "back"),
        ("oops go back one pls", "back"),
        ("previous question", "back"),
        ("i want to change my last answer", "back"),
    ],
)
def test_talk_about_the_form_is_heard(text, about):
    assert talk(text) == about


@pytest.mark.parametrize(
    "text",
    [
        "",
        "skip",
        "about a year",
        "i want to go back to school",
        "can i go back to work after",
        "how long is the program",
        "how many questions are on the exam",
        "why is the pay so low",
        "what do you think of the RMA",
        "what did you say",
        "/context_restart",
    ],
)
def test_other_words_are_none(text):
    assert talk(text) is None
