from __future__ import annotations

import pytest

from careerbot.facts.build import build
from careerbot.facts.queries import FactBase


@pytest.fixture(scope="session")
def facts_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The real fact base, built once for all tests."""
    url = f"sqlite:///{tmp_path_factory.mktemp('facts') / 'facts.db'}"
    build(url)
    return url


@pytest.fixture(scope="session")
def facts(facts_url: str) -> FactBase:
    return FactBase(facts_url)
