"""Builds the fact base from the files in ``facts/``: SQLite by default, PostgreSQL by URL.

Equal files give an equal database, byte for byte on SQLite; a database that already holds these files is left alone.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Dict, Iterable, List

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from careerbot.database import open_database, place_of
from careerbot.errors import SetupError
from careerbot.facts import tables
from careerbot.facts.load import FACTS_DIR, Facts, fingerprint, load
from careerbot.facts.names import fold, spellings

DEFAULT_URL = "sqlite:///" + str(FACTS_DIR.parent / "var" / "facts.db")
URL_VARIABLE = "CAREERBOT_FACTS_URL"

# Raised when tables.py changes, so that a database built by older code is built anew.
_SCHEMA = "1"


def facts_url() -> str:
    """Where the fact base is: the variable ``CAREERBOT_FACTS_URL``, else a SQLite file in ``var/``."""
    return os.environ.get(URL_VARIABLE) or DEFAULT_URL


def engine_for(url: str) -> Engine:
    """An engine for the URL; nothing is opened yet.

    Raises:
        SetupError: not a URL this installation can use.
    """
    return open_database(url, URL_VARIABLE, "the fact base")


def build(url: str, folder: Path = FACTS_DIR) -> bool:
    """Bring the database at ``url`` up to the files in ``folder``.

    Returns:
        True if it was built, False if it held exactly these files already.

    Raises:
        FactsInvalid, FactsMissing: the files cannot be used; the database is unchanged.
        SetupError: the database cannot be reached or written.
    """
    wanted = f"{_SCHEMA}:{fingerprint(folder)}"
    try:
        if url.startswith("sqlite:///") and url != "sqlite:///:memory:":
            return _build_file(Path(url[len("sqlite:///") :]), wanted, folder)
        engine = engine_for(url)
        try:
            return _build(engine, wanted, folder)
        finally:
            engine.dispose()
    except (SQLAlchemyError, OSError) as error:
        reason = str(error.__cause__ or error).splitlines()[0]
        raise SetupError(f"cannot build the fact base at {place_of(engine_for(url))}: {reason}") from error


def _build_file(path: Path, wanted: str, folder: Path) -> bool:
    """SQLite: into a new file that takes the old one's place whole, so that a reader never sees half of it."""
    if path.exists():
        engine = sa.create_engine(f"sqlite:///{path}")
        try:
            if _current(engine) == wanted:
                return False
        finally:
            engine.dispose()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    try:
        engine = sa.create_engine(f"sqlite:///{fresh}")
        _build(engine, wanted, folder)
        engine.dispose()
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return True


def _build(engine: Engine, wanted: str, folder: Path) -> bool:
    if _current(engine) == wanted:
        return False
    facts = load(folder)
    with engine.begin() as connection:
        tables.metadata.drop_all(connection)
        tables.metadata.create_all(connection)
        _fill(connection, facts)
        connection.execute(tables.build.insert(), {"fingerprint": wanted})
    return True


def _current(engine: Engine) -> str | None:
    """What the database was built from, None for an empty, foreign or half-built one."""
    if not sa.inspect(engine).has_table(tables.build.name):
        return None
    with engine.connect() as connection:
        return connection.execute(sa.select(tables.build.c.fingerprint)).scalar()


def _fill(connection: Connection, facts: Facts) -> None:
    insert = connection.execute
    insert(tables.source.insert(), _keyed("id", facts.sources))
    insert(tables.figure.insert(), _keyed("key", facts.figures))
    insert(tables.occupation.insert(), _keyed("soc", facts.occupations, without={"aliases"}))
    insert(tables.setting.insert(), _keyed("naics", facts.settings, without={"aliases"}))
    insert(
        tables.credential.insert(),
        [
            {
                "id": key,
                "place": place,
                "field": row.field,
                "content": row.dict(),
                "source": row.source,
                "as_of": row.as_of,
                "confidence": row.confidence,
            }
            for place, (key, row) in enumerate(facts.credentials.items())
        ],
    )
    for table, rows in (
        (tables.state, facts.states),
        (tables.area, facts.areas),
        (tables.state_rule, facts.state_rules),
        (tables.pay_national, facts.pay_national),
        (tables.pay_state, facts.pay_states),
        (tables.pay_area, facts.pay_areas),
        (tables.pay_setting, facts.pay_settings),
        (tables.projection, facts.projections),
    ):
        insert(table.insert(), _plain(rows))
    insert(
        tables.alias.insert(),
        [{"kind": kind, "name": fold(name), "value": value} for kind, name, value in spellings(facts)],
    )


def _plain(rows: Iterable[BaseModel]) -> List[Dict[str, Any]]:
    return [row.dict() for row in rows]


def _keyed(key: str, rows: Dict[str, Any], without: set[str] | None = None) -> List[Dict[str, Any]]:
    return [{key: name, **row.dict(exclude=without)} for name, row in rows.items()]
