from __future__ import annotations

import pytest

from careerbot.facts import entities
from careerbot.facts.load import load
from careerbot.facts.names import spellings


@pytest.fixture(scope="module")
def names():
    return list(entities.names())


@pytest.mark.parametrize(
    "name",
    [
        ("credential", "Registered Medical Assistant", "RMA"),
        ("occupation", "nursing assistants", "nursing assistant"),
        ("setting", "hospital", "hospitals"),
        ("place", "TX", "Texas"),
        ("place", "Boston", "Boston-Cambridge-Newton, MA-NH"),
    ],
)
def test_a_name_leads_to_the_one_that_answers_write(names, name):
    assert name in names


def test_every_spelling_of_the_fact_base_is_given_once_and_in_order(names):
    known = [name[:2] for name in spellings(load())]
    assert [name[:2] for name in names][: len(known)] == known


def test_a_job_without_figures_is_a_name_of_its_own_that_the_fact_base_does_not_know(names, facts):
    assert ("occupation", "nurse practitioners", "nurse practitioner") in names
    assert ("occupation", "medical scribe", "medical scribe") in names
    others = {value for kind, _, value in names if kind == "occupation" and facts.find("occupation", value) is None}
    assert others == set(load().other_jobs.jobs)


def test_codes_are_those_of_states_that_are_also_words():
    codes = dict(entities.codes())
    assert codes["OR"] == "Oregon" and codes["ME"] == "Maine" and codes["MA"] == "Massachusetts"
    assert "TX" not in codes
