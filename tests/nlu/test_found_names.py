import pytest

from careerbot.nlu.found_names import Found, apart, masked, meant, undenied

TEXT = "CMA or RMA in Ohio"
CMA, RMA = Found(0, 3, "credential", "CMA"), Found(7, 10, "credential", "RMA")
OHIO = Found(14, 18, "place", "Ohio")


@pytest.mark.parametrize(("start", "end", "overlaps"), [(0, 7, False), (0, 8, True), (9, 20, True), (10, 12, False)])
def test_names_overlap_that_share_a_character(start, end, overlaps):
    assert RMA.overlaps(start, end) is overlaps


def test_of_two_readings_of_a_word_the_known_name_stays_else_the_first():
    unknown = Found(14, 18, "place", "Ohio", known=False)
    other = Found(12, 18, "setting", "in Ohio")
    assert apart([unknown, OHIO]) == [OHIO]
    assert apart([OHIO, other]) == [OHIO]
    assert apart([other, OHIO]) == [other]


def test_an_unknown_name_beside_a_known_one_of_its_kind_is_left_out():
    unknown = Found(7, 10, "credential", "BMET", known=False)
    assert apart([unknown, CMA]) == [CMA]
    assert apart([unknown, OHIO]) == [unknown, OHIO]


def test_a_waved_off_name_is_left_out_if_another_of_its_kind_is_named():
    assert meant([CMA, RMA, OHIO], [(0, 6)]) == [RMA, OHIO]
    assert meant([CMA, OHIO], [(0, 6)]) == [CMA, OHIO]
    assert meant([CMA, RMA], [(0, 18)]) == [CMA, RMA]
    assert meant([CMA, RMA], []) == [CMA, RMA]


def test_a_stand_in_takes_the_place_of_every_name_of_its_kind():
    assert masked(TEXT, [CMA, RMA, OHIO], {"credential": "CCMA", "place": "Texas"}, []) == "CCMA or CCMA in Texas"


def test_names_without_a_stand_in_and_unmasked_ones_stay():
    assert masked(TEXT, [CMA, RMA, OHIO], {"credential": "CCMA"}, ["CMA"]) == "CMA or CCMA in Ohio"
    assert masked(TEXT, [CMA, RMA, OHIO], {}, []) == TEXT


def _found(text, *names):
    return [Found(text.index(name), text.index(name) + len(name), kind, name) for kind, name in names]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("i said Texas not Tennessee", ("place", "Texas"), ("place", "Tennessee")),
        ("not CNA, CMA", ("credential", "CMA"), ("occupation", "CNA")),
        ("the RMA please, not the CMA", ("credential", "RMA"), ("credential", "CMA")),
        ("not in Ohio but in Texas", ("place", "Texas"), ("place", "Ohio")),
    ],
)
def test_a_name_that_is_put_right_is_left_out(text, right, wrong):
    found = _found(text, right, wrong)
    assert undenied(text, found) == _found(text, right)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("why not CMA or RMA", [("credential", "CMA"), ("credential", "RMA")]),
        ("I am not CMA certified, may I still work anywhere in Texas", [("credential", "CMA"), ("place", "Texas")]),
        ("not the CMA", [("credential", "CMA")]),
        ("not CMA and not RMA", [("credential", "CMA"), ("credential", "RMA")]),
        ("Texas and Ohio", [("place", "Texas"), ("place", "Ohio")]),
    ],
)
def test_a_name_that_nothing_is_put_in_place_of_stays(text, names):
    found = _found(text, *names)
    assert undenied(text, found) == found
