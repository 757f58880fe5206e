import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerbot.channels.slack.reading import mentions, plain

BOT = "UBOT"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("how long does it take?", "how long does it take?"),
        (f"<@{BOT}> how long", "how long"),
        (f"<@{BOT}|career> how long", "how long"),
        (f"how long <@{BOT}>", "how long"),
        ("ask <@U123|ann>", "ask @ann"),
        ("ask <@U123>", "ask @U123"),
        ("see <#C1|jobs>", "see #jobs"),
        ("see <#C1>", "see #C1"),
        ("see <#C1|>", "see #C1"),
        ("<!here> hello", "@here hello"),
        ("<!channel|channel> hello", "@channel hello"),
        ("<!subteam^S1|@nurses> pay", "@nurses pay"),
        ("pay since <!date^1392734382^{date}|18 February>", "pay since 18 February"),
        ("<http://x.io|x.io>", "x.io"),
        ("<https://y.io>", "https://y.io"),
        ("<https://y.io/a?b=1&amp;c=2>", "https://y.io/a?b=1&c=2"),
        ("<https://school.edu|this program> good?", "this program (https://school.edu) good?"),
        ("write to <mailto:a@b.org|a@b.org>", "write to a@b.org"),
        ("write to <mailto:a@b.org|my school>", "write to my school (a@b.org)"),
        ("call <tel:+15550100|555-0100>", "call 555-0100 (+15550100)"),
        ("R&amp;D pays &lt; $20 or &gt; $15", "R&D pays < $20 or > $15"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("&lt;@U123&gt;", "<@U123>"),
        ("is pay < $20 or > $15", "is pay < $20 or > $15"),
        ("how *long* is _it_", "how long is it"),
        ("how *_long_* is ~it~", "how long is it"),
        ("`CMA` or `RMA`", "CMA or RMA"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("", ""),
    ],
)  # fmt: skip
def test_slacks_notation_is_read_as_words(typed, read):
    assert plain(typed, BOT) == read


def test_the_words_between_two_links_stay():
    typed = "see <http://x.io|x.io> <https://y.io> R&amp;D and pay <#C1|jobs>"
    assert plain(typed, BOT) == "see x.io https://y.io R&D and pay #jobs"


def test_mentions_are_listed_in_their_order():
    assert mentions("<@U2> and <@UBOT|career>, not <#C1|jobs>") == ["U2", "UBOT"]


WORDS = st.text("abcXYZ019äé'?.,-/😀", min_size=1, max_size=8)
NOTATION = st.builds(
    lambda start, label: f"<{start}|{label}>",
    st.sampled_from(["@U1", "#C1", "https://x.io", "mailto:a@b.c", "!subteam^S1", "!date^1^{date}", "!here"]),
    WORDS,
)
ALONE = st.sampled_from(["<@U1>", "<#C1>", "<https://y.io>", f"<@{BOT}>", "&amp;", "&lt;", "&gt;", "<", ">", "*", "_"])
TYPED = st.lists(st.one_of(WORDS, NOTATION, ALONE), max_size=12)


def labels(pieces):
    return [piece.partition("|")[2].rstrip(">") or piece for piece in pieces if piece[0].isalnum() or "|" in piece]


@settings(deadline=None, max_examples=400, database=None)
@given(TYPED)
def test_no_word_of_the_person_is_lost_and_none_changes_its_place(pieces):
    read, at = plain(" ".join(pieces), BOT), 0
    for word in labels(pieces):
        at = read.index(word, at) + len(word)


@settings(deadline=None, max_examples=300, database=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_without_an_error_and_without_entities_made_up(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    letters = [character for character in text if character.isalnum()]
    assert [character for character in plain(escaped, BOT) if character.isalnum()] == letters
