from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.constants import ENTITIES

from careerbot.facts.load import load
from careerbot.facts.names import fold, spellings
from careerbot.nlu.name_table import NameTable, by_kind, folded_words
from tests.nlu.conftest import ask

PORTLAND = "Portland-Vancouver-Hillsboro, OR-WA"
PORTLAND_MAINE = "Portland-South Portland, ME"
BOSTON = "Boston-Cambridge-Newton, MA-NH"
KANSAS_CITY = "Kansas City, MO-KS"


@pytest.fixture(scope="module")
def find(mender, finder):
    """Entities of a text whose slips were mended, each (surface as typed, kind, value)."""

    def _find(text):
        entities = finder.process([ask(mender, text)])[0].get(ENTITIES)
        return [(text[found["start"] : found["end"]], found["entity"], found["value"]) for found in entities]

    return _find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what is the CCMA", ("CCMA", "credential", "CCMA")),
        ("is the registered medical assistant exam hard", ("registered medical assistant", "credential", "RMA")),
        ("what do dental assistants earn", ("dental assistants", "occupation", "dental assistant")),
        ("what does a NURSING ASSISTANT earn", ("NURSING ASSISTANT", "occupation", "nursing assistant")),
        ("pay in a hospital", ("hospital", "setting", "hospitals")),
        ("pay in tExAs", ("tExAs", "place", "Texas")),
        ("pay in d.c. now", ("d.c.", "place", "District of Columbia")),
        ("a nurse’s aide", ("nurse’s aide", "occupation", "nursing assistant")),
        ("I live in Texas.", ("Texas", "place", "Texas")),
        ("pay in St. Louis", ("St. Louis", "place", "St. Louis, MO-IL")),
        ("Winston Salem pay", ("Winston Salem", "place", "Winston-Salem, NC")),
    ],
)
def test_names_are_found_whatever_their_case_plural_and_punctuation(find, text, found):
    assert find(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pharmcy tech pay", ("pharmcy tech", "occupation", "pharmacy technician")),
        ("how much in massachusets", ("massachusets", "place", "Massachusetts")),
        ("californa salary", ("californa", "place", "California")),
        ("phlebotomst jobs", ("phlebotomst", "occupation", "phlebotomist")),
        ("dentl assistants", ("dentl assistants", "occupation", "dental assistant")),
    ],
)
def test_misspelt_names_are_found(find, text, found):
    assert find(text) == [found]


@pytest.mark.parametrize("text", ["certification", "is it a good program", "medication", "the patients", "insurance"])
def test_ordinary_words_are_no_misspelt_names(find, text):
    assert find(text) == []


def test_a_name_behind_mended_words_is_where_it_was_typed(find):
    assert find("medicl recrods pay in californa?") == [("californa", "place", "California")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pay in Asheville", ("Asheville", "place", "Asheville, NC")),
        ("pay in Loveland, Colorado", ("Loveland, Colorado", "place", "Fort Collins-Loveland, CO")),
        ("xray tech pay", ("xray tech", "occupation", "radiologic technologist")),
    ],
)
def test_a_name_one_slip_from_another_is_itself(find, text, found):
    assert find(text) == [found]


def test_a_slip_of_an_ordinary_word_is_no_name(find):
    assert find("medical bilings") == []  # not Billings, Montana


def test_each_word_of_a_misspelt_name_must_be_alike():
    table = NameTable({"credential": {"amt medical assistant": "RMA"}}, {}, [], fuzzy_from=6)
    assert table.find("amt medicl assistant", 86)
    assert table.find("any medical assistant", 86) == []


def test_ma_is_the_job(find):
    assert find("what does an MA earn") == [("MA", "occupation", "medical assistant")]
    assert find("what does an ma earn") == [("ma", "occupation", "medical assistant")]


@pytest.mark.parametrize(
    "text", ["pay in MA", "pay in ma?", "pay in MA and RI", "the state of MA", "Worcester area, MA"]
)
def test_ma_where_a_state_must_stand_is_massachusetts(find, text):
    assert ("place", "Massachusetts") in [name[1:] for name in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "which is better later, MA or CNA",
        "what pays more, MA or an LPN?",
        "this or that, MA vs RN",
        "nerd here, MA by day",
    ],
)
def test_ma_beside_another_job_is_the_job(find, text):
    assert ("place", "Massachusetts") not in [name[1:] for name in find(text)]
    assert ("occupation", "medical assistant") in [name[1:] for name in find(text)]


@pytest.mark.parametrize("text", ["how do I get into coding from MA", "what can you move up to from MA?"])
def test_who_goes_on_from_ma_leaves_a_job(find, text):
    assert ("occupation", "medical assistant") in [name[1:] for name in find(text)]


@pytest.mark.parametrize("text", ["what is the role of MA", "nurse instead of MA", "duties of ma?"])
def test_what_is_of_a_job_is_no_state(find, text):
    assert ("occupation", "medical assistant") in [name[1:] for name in find(text)]


@pytest.mark.parametrize("text", ["what are the laws of MA", "in the western part of MA"])
def test_what_is_of_a_state_is_the_state(find, text):
    assert ("place", "Massachusetts") in [name[1:] for name in find(text)]


@pytest.mark.parametrize("text", ["I’m from MA", "I have a diploma from MA", "from MA", "somebody who moved from ma"])
def test_who_is_or_brings_something_from_ma_names_a_state(find, text):
    assert ("place", "Massachusetts") in [name[1:] for name in find(text)]


@pytest.mark.parametrize("text", ["i make 14 at mcdonalds rn", "im broke rn, how much is school", "whats the pay rn?"])
def test_small_rn_at_the_end_is_right_now(find, text):
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["how do i become an rn", "ma to rn", "is it better to be a cna or rn?", "i make 14 RN"]
)
def test_rn_where_a_job_must_stand_is_a_registered_nurse(find, text):
    assert ("occupation", "registered nurse") in [name[1:] for name in find(text)]


def test_a_state_beside_another_stays_one(find):
    assert ("place", "Massachusetts") in [name[1:] for name in find("a small town, MA or RI")]


def test_the_job_and_the_state_stand_side_by_side(find):
    assert find("what does an MA make in MA?") == [
        ("MA", "occupation", "medical assistant"),
        ("MA", "place", "Massachusetts"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Boston, MA", BOSTON),
        ("boston ma", BOSTON),
        ("Boston, Massachusetts", BOSTON),
        ("Portland, OR", PORTLAND),
        ("Portland, ME", PORTLAND_MAINE),
        ("Portland, Maine", PORTLAND_MAINE),
        ("Columbus, Georgia", "Columbus, GA-AL"),
        ("new york city", "New York-Newark-Jersey City, NY-NJ"),
        ("New York", "New York"),
        ("Kansas City", KANSAS_CITY),
        ("Kansas", "Kansas"),
        ("Washington, D.C.", "District of Columbia"),
        ("West Virginia", "West Virginia"),
    ],
)
def test_the_longest_name_wins(find, text, place):
    assert find(f"pay in {text}") == [(text, "place", place)]


@pytest.mark.parametrize(
    "text",
    [
        "should I do this or that",
        "or in me hi ok oh id co",
        "come in",
        "are you in or out",
        "tell me more",
        "any jobs near me",
        "ANY JOBS NEAR ME?",
        "what is in it for me?",
        "hi there",
        "ok thanks",
        "is that ok?",
        "oh really",
        "do I need an id card",
        "my co workers",
        "pa and pr work",
    ],
)
def test_state_codes_that_are_words_are_no_states_in_running_text(find, text):
    assert [name for name in find(text) if name[1] == "place"] == []


def test_la_in_running_text_is_not_louisiana(find):
    assert "Louisiana" not in [value for _, _, value in find("la la land")]


@pytest.mark.parametrize(
    ("code", "state"),
    [("OR", "Oregon"), ("IN", "Indiana"), ("ME", "Maine"), ("HI", "Hawaii"), ("OK", "Oklahoma"), ("OH", "Ohio")],
)
def test_state_codes_that_are_words_are_states_after_in(find, code, state):
    assert find(f"what is the pay in {code}?") == [(code, "place", state)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("pay in Columbus in 2024", ["Columbus, OH"]),
        ("PAY IN COLUMBUS IN 2024", ["Columbus, OH"]),
        ("pay in Columbus IN 2024", ["Columbus, IN"]),
        ("pay in columbus in?", ["Columbus, IN"]),
        ("Springfield or Columbus", ["Springfield, MO", "Columbus, OH"]),
        ("Portland or Seattle", [PORTLAND, "Seattle-Tacoma-Bellevue, WA"]),
        ("Kansas or Kansas City?", ["Kansas", KANSAS_CITY]),
    ],
)
def test_in_and_or_behind_a_city_join_and_are_no_states(find, text, places):
    assert [value for _, kind, value in find(text) if kind == "place"] == places


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in 2021", ["2021"]),
        ("2024?", ["2024"]),
        ("from 2019 to 2030.", ["2019", "2030"]),
        ("2021-2022", ["2021", "2022"]),
        ("$2,021", []),
        ("$2021", []),
        ("2021%", []),
        ("2021,500", []),
        ("120215", []),
        ("in 1890", []),
    ],
)
def test_years_are_found_and_other_numbers_are_not(find, text, years):
    assert [value for _, kind, value in find(text) if kind == "year"] == years


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("what is the pay in Narnia?", "Narnia"),
        ("what is the pay in narnia", "narnia"),
        ("WHAT IS THE PAY IN NARNIA", "NARNIA"),
        ("work near Minas Tirith.", "Minas Tirith"),
        ("pay in the Lothlorien!", "Lothlorien"),
    ],
)
def test_an_unknown_place_after_in_is_kept_as_typed(find, text, place):
    assert find(text) == [(place, "place", place)]


@pytest.mark.parametrize(
    "text", ["in demand", "in school", "in the morning?", "in high school", "in a year", "in general"]
)
def test_ordinary_words_after_in_are_no_place(find, text):
    assert find(f"is it {text}") == []


def test_a_known_place_leaves_no_room_for_an_unknown_one(find):
    assert find("what is Texas like in narnia") == [("Texas", "place", "Texas")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what does the BMET exam cost", [("BMET", "credential", "BMET")]),
        ("what does the bmet exam cost", []),
        ("WHAT DOES THE BMET EXAM COST", []),
        ("the CCMA exam", [("CCMA", "credential", "CCMA")]),
        ("BMET pay", []),
    ],
)
def test_unknown_capitals_before_exam_are_a_credential_nobody_knows(find, text, found):
    assert find(text) == found


def test_every_spelling_of_the_fact_base_leads_to_the_value_that_answers_write(finder):
    facts = load()
    shown = {("place", "US"): "US"}
    shown.update({("occupation", soc): row.name for soc, row in facts.occupations.items()})
    shown.update({("credential", key): key for key in facts.credentials})
    shown.update({("setting", naics): row.name for naics, row in facts.settings.items()})
    shown.update({("place", place.code): place.name for place in (*facts.states, *facts.areas)})
    wrong = [
        spelling
        for kind, spelling, value in spellings(facts)
        if finder._table.names[kind][fold(spelling)] != shown[kind, value]
    ]
    assert wrong == []


@pytest.mark.parametrize(("cutoff", "found"), [(86.0, True), (99.0, False)])
def test_the_cutoff_decides_how_alike_a_misspelt_name_must_be(cutoff, found):
    table = NameTable({"place": {"california": "California"}}, {}, ["pay"], fuzzy_from=6)
    assert bool(table.find("californa", cutoff)) is found


def test_names_shorter_than_fuzzy_from_must_be_spelt_right():
    table = NameTable({"place": {"texas": "Texas"}}, {}, ["pay"], fuzzy_from=6)
    assert table.find("texas", 50)
    assert table.find("texsa", 50) == []


def test_words_of_the_training_data_are_never_misspelt_names():
    names = {"place": {"california": "California"}}
    assert NameTable(names, {}, [], 6).find("californa", 86)
    assert NameTable(names, {}, ["californa"], 6).find("californa", 86) == []


# Pieces of messages that hold what the finder looks for, so that random ones reach all of it.
_NAMES = [
    "texas",
    "new york",
    "kansas city",
    "registered medical assistant",
    "cnas",
    "pharmcy tech",
    "hospital",
    "ccma",
]
_WORDS = ["what", "is", "the", "pay", "in", "near", "around the", "narnia", "x2024", "foo-2024", "2024", "$2021", "dr."]
_CODES = ["MA", "in ma", "me", ", OR", "or", "D.C.", "Columbus in", "in IN"]
_MARKS = ["?", ",", ".", "'", "’s", "(", "-", "...", "\n", "é"]
_messages = st.lists(st.sampled_from(_NAMES + _WORDS + _CODES + _MARKS) | st.text(max_size=5), max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)


@settings(deadline=None, max_examples=300)
@given(st.text() | _messages)
@example("in foo-2024")
def test_any_text_gives_names_inside_it_in_order_and_apart(mender, finder, text):
    found = [(name["start"], name["end"]) for name in finder.process([ask(mender, text)])[0].get(ENTITIES)]
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert all(text[start:end].strip() == text[start:end] for start, end in found)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(_NAMES + _WORDS + ["?", "."]), max_size=10).map(" ".join))
def test_capitals_make_no_difference_where_no_state_codes_are_involved(finder, text):
    def names(written):
        return [(name.start, name.end, name.kind, name.value.casefold()) for name in finder._table.find(written, 86)]

    assert names(text.lower()) == names(text.upper())


def test_a_very_long_message_is_searched_like_a_short_one(finder):
    found = finder._table.find("word " * 2000 + "Texas", 86)
    assert [(name.start, name.value) for name in found] == [(10_000, "Texas")]


def test_the_first_value_of_a_spelling_stays_and_an_empty_spelling_is_none():
    names = [("place", "St. Louis", "1"), ("place", "st louis", "2"), ("place", "?", "3"), ("dish", "St Louis", "4")]
    assert by_kind(names) == {"place": {"st louis": "1"}, "dish": {"st louis": "4"}}


def test_words_are_compared_folded():
    assert folded_words("The nurse’s aide, in Winston-Salem.") == ["the", "nurses", "aide", "in", "winston", "salem"]


def test_only_a_table_with_places_and_credentials_knows_unknown_ones():
    text = "the BMET exam in Narnia"
    assert NameTable({"dish": {"soup": "soup"}}, {}, ["exam"], fuzzy_from=6).find(text, 86) == []
    found = NameTable({"place": {}, "credential": {}}, {}, ["exam"], fuzzy_from=6).find(text, 86)
    assert [(item.value, item.known) for item in found] == [("BMET", False), ("Narnia", False)]


def test_a_text_with_other_words_after_mending_is_read_as_typed():
    table = NameTable({"place": {"texas": "Texas"}}, {}, ["pay"], fuzzy_from=6)
    assert table.find_in_both("pay in texass", "pay in Texas", 100)[0].end == len("pay in texass")
    assert table.find_in_both("pay in texass", "the pay in Texas", 100)[0].value == "texass"
