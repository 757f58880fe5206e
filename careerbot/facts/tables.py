"""The fact base as SQL: one table for each kind of fact, the same on SQLite and PostgreSQL.

A credential is kept whole as JSON beside its key: its blocks are read together and never searched by SQL.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, MetaData, String, Table

metadata = MetaData()


def _sourced() -> tuple[Column[Any], Column[Any], Column[Any]]:
    return (
        Column("source", String, ForeignKey("source.id"), nullable=False),
        Column("as_of", String, nullable=False),
        Column("confidence", String(1), nullable=False),
    )


def _pay() -> tuple[Column[Any], ...]:
    wages = ("mean", "p10", "p25", "median", "p75", "p90")
    return (
        Column("soc", String, ForeignKey("occupation.soc"), primary_key=True),
        Column("year", Integer, primary_key=True),
        Column("employment", Integer),
        *(Column(name, Integer) for name in wages),
        Column("hourly_median", Float),
    )


build = Table("build", metadata, Column("fingerprint", String, primary_key=True))

source = Table(
    "source",
    metadata,
    Column("id", String, primary_key=True),
    Column("publisher", String, nullable=False),
    Column("title", String, nullable=False),
    Column("url", String),
    Column("as_of", String, nullable=False),
    Column("undated", Boolean, nullable=False),
)
figure = Table(
    "figure",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", JSON, nullable=False),
    Column("unit", String, nullable=False),
    Column("note", String, nullable=False),
    *_sourced(),
)
occupation = Table(
    "occupation",
    metadata,
    Column("soc", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("plural", String, nullable=False),
    Column("work", String),
    Column("training", String),
    Column("schooling", String),
    Column("permission", String),
    *_sourced(),
)
credential = Table(
    "credential",
    metadata,
    Column("id", String, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("field", String, nullable=False),
    Column("content", JSON, nullable=False),
    *_sourced(),
)
setting = Table(
    "setting",
    metadata,
    Column("naics", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("shown", Boolean, nullable=False),
)
state = Table(
    "state",
    metadata,
    Column("code", String(2), primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
)
area = Table(
    "area",
    metadata,
    Column("code", String(7), primary_key=True),
    Column("name", String, nullable=False),
    Column("state", String(2), ForeignKey("state.code"), nullable=False),
    Column("kind", String, nullable=False),
)
state_rule = Table(
    "state_rule",
    metadata,
    Column("state", String(2), ForeignKey("state.code"), primary_key=True),
    Column("topic", String, primary_key=True),
    Column("rule", String, primary_key=True),
    Column("details", String),
    Column("law", String, nullable=False),
    Column("board", String, nullable=False),
    Column("url", String, nullable=False),
    *_sourced(),
)
pay_national = Table("pay_national", metadata, *_pay(), *_sourced())
pay_state = Table(
    "pay_state",
    metadata,
    Column("state", String(2), ForeignKey("state.code"), primary_key=True),
    *_pay(),
    Column("location_quotient", Float),
    *_sourced(),
)
pay_area = Table(
    "pay_area",
    metadata,
    Column("area", String(7), ForeignKey("area.code"), primary_key=True),
    *_pay(),
    Column("location_quotient", Float),
    *_sourced(),
)
pay_setting = Table(
    "pay_setting",
    metadata,
    Column("naics", String, ForeignKey("setting.naics"), primary_key=True),
    *_pay(),
    *_sourced(),
)
projection = Table(
    "projection",
    metadata,
    Column("soc", String, ForeignKey("occupation.soc"), primary_key=True),
    Column("base_year", Integer, primary_key=True),
    Column("target_year", Integer, nullable=False),
    Column("jobs_base", Integer),
    Column("jobs_target", Integer),
    Column("change", Integer),
    Column("percent", Float, nullable=False),
    Column("openings", Integer),
    Column("education", String),
    Column("experience", String),
    Column("training", String),
    *_sourced(),
)
alias = Table(
    "alias",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
