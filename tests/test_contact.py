"""``careerbot.contact``: shown as it stands, or refused with the reason."""

import pytest

from careerbot.contact import LONGEST, VARIABLE, contact
from careerbot.errors import SetupError


@pytest.mark.parametrize("text", ["", "   ", None])
def test_nobody_can_be_reached_if_nobody_is_named(monkeypatch, text):
    monkeypatch.delenv(VARIABLE, raising=False)
    if text is not None:
        monkeypatch.setenv(VARIABLE, text)
    assert contact() is None


@pytest.mark.parametrize(
    "text",
    [
        "Career center, careers@example.org, 555-0100",
        "Ms. Peña (Room 4), Mon-Fri 9-5, https://example.org/ask_us#desk",
        "x" * LONGEST,
    ],
)
def test_a_contact_is_given_as_it_stands_without_blanks_around_it(monkeypatch, text):
    monkeypatch.setenv(VARIABLE, f"  {text} ")
    assert contact() == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * (LONGEST + 1), "has 201 characters, 200 at most"),
        ("Career center\n555-0100", "must be one line of plain text"),
        ("Career center\u202e555", "must be one line of plain text"),
        ("<b>Career center</b>", "without < >"),
        ("[Career center](https://example.org)", "without [ ]"),
        ("Career center {phone}", "without { }"),
        ("**Career center**", "without *"),
    ],
)
def test_what_would_not_be_shown_as_it_stands_is_refused_with_the_reason(monkeypatch, text, reason):
    monkeypatch.setenv(VARIABLE, text)
    with pytest.raises(SetupError, match=VARIABLE) as caught:
        contact()
    assert str(caught.value).endswith(reason)
