import pytest

from actions.ordinals import positions


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second one", 1),
        ("first", 0),
        ("the first one please", 0),
        ("1st", 0),
        ("option 2", 1),
        ("number 3 pls", 2),
        ("#3", 2),
        ("no. 2", 1),
        ("2nd one", 1),
        ("The Third One!", 2),
        ("thrid", 2),
        ("top one", 0),
        ("one", 0),
        ("two", 1),
        ("two please", 1),
        ("the last one", 3),
        ("bottom one pls", 3),
        ("4", 3),
    ],
)
def test_a_place_of_four(text, place):
    assert positions(text, 4) == (place,)


@pytest.mark.parametrize("text", ["the former", "the latter", "the other one"])
def test_of_two_there_is_one_and_the_other(text):
    assert positions(text, 2) == (0 if "former" in text else 1,)


def test_the_middle_is_there_only_in_an_odd_number():
    assert positions("the middle one", 3) == (1,)
    assert positions("the middle one", 4) == ()


@pytest.mark.parametrize("text", ["both", "both of them", "all of them", "each", "everything"])
def test_all_of_them(text):
    assert positions(text, 2) == (0, 1)


def test_several_places_in_their_order():
    assert positions("the third and the first one", 3) == (2, 0)
    assert positions("first and second", 3) == (0, 1)


def test_a_place_beyond_is_kept_for_the_caller():
    assert positions("number 5", 3) == (4,)


@pytest.mark.parametrize("text", ["", "that one", "yes please", "the other one", "CMA"])
def test_no_place_is_named(text):
    assert positions(text, 3) == ()


def test_the_last_of_none_is_none_to_take():
    assert positions("the last one", 0) == (-1,)
