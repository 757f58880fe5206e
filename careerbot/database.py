"""Opens the databases that a setting names: SQLite or PostgreSQL, through SQLAlchemy."""

from __future__ import annotations

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
