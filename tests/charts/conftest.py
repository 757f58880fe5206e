import pytest

from careerbot.facts.load import load


@pytest.fixture(scope="session")
def all_facts():
    return load()


@pytest.fixture(scope="session")
def all_socs(all_facts):
    return list(all_facts.occupations)
