import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.channels.slack.markdown import escape, packed, pieces


def shown(markdown):
    return "\n\n".join(piece.text for piece in pieces(markdown)).replace("\u2060", "")


@pytest.mark.parametrize(
    ("markdown", "mrkdwn"),
    [
        ("A median of **$45,690 a year**.", "A median of *$45,690 a year*."),
        ("It is *not* a promise.", "It is _not_ a promise."),
        ("***both***", "_*both*_"),
        ("~~old~~", "~old~"),
        ("`CMA`", "`CMA`"),
        ("[BLS](https://www.bls.gov/oes/)", "<https://www.bls.gov/oes/|BLS>"),
        ("[a|b](https://x.io/?q=1&r=2|3)", "<https://x.io/?q=1&amp;r=2%7C3|a¦b>"),
        ("<https://x.io>", "<https://x.io|https://x.io>"),
        ("R&D < $20 > $15", "R&amp;D &lt; $20 &gt; $15"),
        ("R&amp;D", "R&amp;D"),
        ("<@U1> <!channel>", "&lt;@U1&gt; &lt;!channel&gt;"),
        ("## Pay", "*Pay*"),
        ("## **Pay** now", "*Pay now*"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\ntwo", "one\ntwo"),
        ("- a\n- **b**", "• a\n• *b*"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n  - b\n- c", "• a\n    • b\n• c"),
        ("> quote\n> more", "> quote\n> more"),
        ("```\na < b\n```", "```\na &lt; b\n```"),
        ("![a chart](/charts/x.png)", "a chart"),
        ("| Job | Pay |\n|---|---|\n| CNA | $38,000 |", "Job: Pay\nCNA: $38,000"),
        ("a\n\n---\n\nb", "a\n\n———\n\nb"),
        ("", ""),
    ],
)
def test_markdown_becomes_slacks_own(markdown, mrkdwn):
    assert shown(markdown) == mrkdwn


def test_a_pair_of_marks_that_is_meant_as_letters_marks_nothing():
    assert escape("*not bold*") == "*\u2060not bold*\u2060"


def test_short_pieces_share_a_text():
    assert packed(pieces("one\n\ntwo\n\n- a\n- b"), 3000) == ["one\n\ntwo\n\n• a\n• b"]


def test_a_long_answer_is_cut_between_paragraphs_and_never_inside_a_list_that_fits():
    items = "\n".join(f"- item {number}" for number in range(100))
    texts = packed(pieces(f"{'word ' * 500}\n\n{items}\n\nlast"), 3000)
    assert [text.count("•") for text in texts] == [0, 100]
    assert texts[1].endswith("last")


def test_a_list_that_is_too_long_for_one_text_is_cut_between_items():
    texts = packed(pieces("\n".join(f"- item {number} {'x' * 90}" for number in range(100))), 3000)
    assert len(texts) > 1
    assert all(text.startswith("• item") for text in texts)
    assert sum(text.count("•") for text in texts) == 100


def test_a_paragraph_that_is_too_long_is_cut_behind_a_sentence():
    texts = packed(pieces("This is a sentence. " * 200), 3000)
    assert all(text.endswith("sentence.") for text in texts)
    assert sum(text.count("sentence") for text in texts) == 200


@settings(deadline=None, max_examples=200, database=None)
@given(st.text(max_size=400), st.integers(20, 300))
def test_no_letter_is_lost_whatever_the_markdown_and_no_text_is_too_long(text, most):
    plain = "".join(character if character.isalnum() or character == " " else "\n\n" for character in text)
    texts = packed(pieces(plain), most)
    assert [letter for part in texts for letter in part if letter.isalnum()] == [c for c in plain if c.isalnum()]
    assert all(len(part) <= most for part in texts)
