import pytest

from actions.names import as_entities, read_names


def entities(*named):
    return [{"entity": kind, "value": value} for kind, value in named]


def test_names_are_read_as_values_in_their_order_each_once(facts):
    read = read_names(entities(("place", "Ohio"), ("place", "texas"), ("place", "OHIO"), ("year", 2021)), facts)
    assert read.known == {"place": ("OH", "TX"), "year": ("2021",)}
    assert read.unknown == {}


def test_a_name_that_the_fact_base_does_not_know_stays_as_typed(facts):
    read = read_names(entities(("credential", "forklift license"), ("credential", "CMA")), facts)
    assert (read.known, read.unknown) == ({"credential": ("CMA",)}, {"credential": ("forklift license",)})


@pytest.mark.parametrize("named", [("input_problem", "too_long"), ("year", "soon")])
def test_what_is_no_name_is_left_out(facts, named):
    read = read_names(entities(named), facts)
    assert (read.known, read.unknown) == ({}, {})


@pytest.mark.parametrize(
    "names",
    [
        {"place": ("US",)},
        {"place": ("OR", "0019100")},
        {"occupation": ("31-9097", "31-9092")},
        {"credential": ("CMA", "CCMA")},
        {"setting": ("622000",)},
        {"year": ("2021",)},
    ],
)
def test_entities_made_of_names_are_read_as_these_names(facts, names):
    assert read_names(as_entities(names, facts), facts).known == names
