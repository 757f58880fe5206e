import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.ranking import rank


def by(pairs, lowest=False):
    figures = dict(pairs)
    return rank(figures, figures.get, lowest)


def names(ranking):
    return [item for item, _ in ranking.order]


def test_the_highest_comes_first_or_the_lowest():
    pairs = {"a": 2, "b": 3, "c": 1}.items()
    assert names(by(pairs)) == ["b", "a", "c"]
    assert names(by(pairs, lowest=True)) == ["c", "a", "b"]


def test_things_without_a_figure_are_missing_and_not_last():
    ranking = by({"a": 2, "b": None, "c": 1}.items())
    assert names(ranking) == ["a", "c"]
    assert ranking.missing == ("b",)


def test_equal_figures_share_a_place_and_keep_their_order():
    ranking = by({"a": 1, "b": 3, "c": 3, "d": 0}.items())
    assert ranking.winners == ["b", "c"]
    assert [ranking.place_of(item) for item in "bcad"] == [1, 1, 3, 4]


def test_one_thing_alone_is_first():
    ranking = by({"a": 1}.items())
    assert (ranking.winners, ranking.place_of("a")) == (["a"], 1)


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (5, 5), (6, 6), (7, 5), (20, 5)])
def test_without_a_number_a_short_list_is_whole_and_of_a_long_one_five_are_shown(count, shown):
    assert len(by({number: number for number in range(count)}.items()).shown(None)) == shown


def test_the_number_asked_for_is_shown_if_there_are_as_many():
    ranking = by({number: number for number in range(8)}.items())
    assert ranking.shown(2) == [7, 6]
    assert len(ranking.shown(10)) == 8


def test_what_must_be_there_stands_behind_the_first_and_never_twice():
    ranking = by({number: number for number in range(20)}.items())
    assert ranking.shown(None, [3, 18]) == [19, 18, 17, 16, 15, 3]


@given(st.dictionaries(st.integers(), st.one_of(st.none(), st.integers(-5, 5))), st.booleans())
def test_nothing_is_lost_and_places_never_fall(figures, lowest):
    ranking = by(figures.items(), lowest)
    assert sorted([*names(ranking), *ranking.missing]) == sorted(figures)
    places = [ranking.place_of(item) for item in names(ranking)]
    assert places == sorted(places)
    assert set(ranking.missing) == {item for item, figure in figures.items() if figure is None}
