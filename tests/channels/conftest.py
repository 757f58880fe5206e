from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain


@pytest.fixture(scope="session")
def domain():
    return Domain.load(str(Path(__file__).parents[2] / "domain.yml"))
