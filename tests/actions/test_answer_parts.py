import pytest

from actions.answer_parts import Part, parts_of, sentences

ANSWER = """First, e.g. with Dr. Lee. Second one! What to ask:

- Who pays?
- **How long** does it take?

It is **bold here. And there** too.

Source: [Somebody](https://example.org), 2026"""


def test_an_answer_falls_into_sentences_and_lines_with_what_introduces_them():
    parts, source = parts_of(ANSWER)
    assert parts == [
        Part("First, e.g. with Dr. Lee."),
        Part("Second one!"),
        Part("What to ask:"),
        Part("- Who pays?", "What to ask:"),
        Part("- **How long** does it take?", "What to ask:"),
        Part("It is **bold here.**"),
        Part("**And there** too."),
    ]
    assert source == "Source: [Somebody](https://example.org), 2026"


def test_an_answer_without_a_source_has_none():
    assert parts_of("Hello. Ask away.") == ([Part("Hello."), Part("Ask away.")], None)


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_nothing_has_no_parts(text):
    assert parts_of(text) == ([], None)


def test_a_line_without_an_end_is_one_sentence():
    assert sentences("call 211 now") == ["call 211 now"]
