from dataclasses import replace

import pytest
from rasa.engine.training.fingerprinting import calculate_fingerprint_key

from careerbot.facts import entities
from careerbot.facts.load import load
from careerbot.nlu import sources
from careerbot.nlu.errors import SourceError
from careerbot.nlu.names import NameFinder
from careerbot.nlu.spelling import SpellingMender
from tests.nlu.conftest import configured


def test_names_and_codes_are_what_the_functions_give_in_their_order(menu):
    menu(
        "def dishes(): return [('dish', 'Soup', 'soup'), ['dish', 'Bread', 'bread']]\n"
        "def codes(): yield 'OR', 'Oregon'\n"
    )
    assert sources.names({"names": "menu.dishes"}) == [("dish", "Soup", "soup"), ("dish", "Bread", "bread")]
    assert sources.codes({"codes": "menu.codes"}) == [("OR", "Oregon")]


@pytest.mark.parametrize("config", [{}, {"names": None, "codes": None}])
def test_without_the_options_there_are_no_names_and_no_codes(config):
    assert sources.names(config) == sources.codes(config) == []


@pytest.mark.parametrize(
    "path", ["no.such.module", "menu.desserts", "menu", "", ".dishes", 5, "menu.number", "menu.fold"]
)
def test_a_path_that_leads_to_no_function_without_arguments_is_named(menu, path):
    menu("number = 5\ndef fold(text): return text\n")
    with pytest.raises(SourceError) as raised:
        sources.names({"names": path})
    assert f"config.yml, option names: {path} cannot be used" in str(raised.value)
    assert "write the dotted path of a function without arguments" in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize("given", ["None", "['Soup']", "[('dish', 'Soup')]", "[('dish', 'Soup', 5)]", "['abc']", "5"])
def test_a_function_that_gives_something_else_is_named(menu, given):
    menu(f"def dishes(): return {given}")
    with pytest.raises(SourceError, match=r"menu\.dishes gives .*; let it give tuples of 3 texts"):
        sources.names({"names": "menu.dishes"})


def test_an_error_in_the_function_itself_is_not_hidden(menu):
    menu("def dishes():\n    yield 'dish', 'Soup', 'soup'\n    raise ValueError('the kitchen burns')")
    with pytest.raises(ValueError, match="the kitchen burns"):
        sources.names({"names": "menu.dishes"})


def _key(component, **options):
    """What Rasa compares to see whether a component must be trained again."""
    return calculate_fingerprint_key(component, {**component.get_default_config(), **options}, {})


@pytest.mark.parametrize("component", [SpellingMender, NameFinder])
def test_other_names_make_rasa_train_again_and_the_same_do_not(menu, component):
    menu("def dishes(): return [('dish', 'Soup', 'soup')]")
    before = _key(component, names="menu.dishes")
    assert _key(component, names="menu.dishes") == before
    menu("def dishes(): return [('dish', 'Bread', 'bread')]")
    assert _key(component, names="menu.dishes") != before


def test_other_codes_make_rasa_train_again(menu):
    menu("def codes(): return [('OR', 'Oregon')]")
    before = _key(NameFinder, codes="menu.codes")
    menu("def codes(): return [('OR', 'Orlando')]")
    assert _key(NameFinder, codes="menu.codes") != before


@pytest.mark.parametrize("component", [SpellingMender, NameFinder])
def test_a_changed_name_in_the_fact_base_makes_rasa_train_again(monkeypatch, component):
    facts = load()
    before = _key(component, **configured(component))
    first, *others = facts.states
    changed = replace(facts, states=(first.copy(update={"name": "Elsewhere"}), *others))
    monkeypatch.setattr(entities, "load", lambda: changed)
    assert _key(component, **configured(component)) != before


@pytest.mark.parametrize("component", [SpellingMender, NameFinder])
def test_a_bad_path_stops_before_any_training(component):
    with pytest.raises(SourceError, match=r"option names: menu\.dishes"):
        _key(component, names="menu.dishes")
