"""Opens the databases that a setting names: SQLite or PostgreSQL, through SQLAlchemy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from careerbot.errors import SetupError


def open_database(url: str, variable: str, what: str) -> Engine:
    """An engine for the URL; nothing is opened yet.

    Args:
        url: as SQLAlchemy reads it.
        variable: the setting that it comes from, for the error.
        what: what is kept there, for the error: "the fact base".

    Raises:
        SetupError: not a URL this installation can use. The text leaves it out, for it may hold a password.
    """
    try:
        return sa.create_engine(url, pool_pre_ping=True)
    except (SQLAlchemyError, ImportError, ValueError):
        raise SetupError(
            f"{what} has no usable address; set {variable} to sqlite:////path/file.db or "
            "postgresql://user:password@host:5432/database"
        ) from None


def place_of(engine: Engine) -> str:
    """Where a database is, without its password."""
    return engine.url.render_as_string(hide_password=True)


def make_folder(engine: Engine) -> None:
    """Make the folder of SQLite's file where it is not there yet; nothing for other databases and SQLite's URIs.

    Raises:
        OSError: it cannot be made.
    """
    name = engine.url.database
    if engine.url.get_backend_name() == "sqlite" and name and not name.startswith("file:"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)


def prepare_file(connection: Any, _: Any) -> None:
    """Make SQLite quick and careful on every new connection; a listener of SQLAlchemy's event ``connect``.

    A crash of the process costs nothing, a power cut perhaps the last moments, never the file. What is deleted is
    overwritten.
    """
    (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode == "wal":  # a disk that cannot do it keeps the old journal, which needs every sync
        connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")
