from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from careerbot.errors import FactsInvalid, FactsMissing, SetupError
from careerbot.facts import tables
from careerbot.facts.build import DEFAULT_URL, URL_VARIABLE, build, engine_for, facts_url
from careerbot.facts.queries import FactBase

UNREACHABLE = "postgresql://bot:s3cret@127.0.0.1:1/none"


def path_of(url):
    return Path(url.removeprefix("sqlite:///"))


def content(url):
    """Every row of every table, in the order of its key."""
    with sa.create_engine(url, poolclass=sa.pool.NullPool).connect() as connection:
        rows = {name: connection.execute(sa.select(table)).all() for name, table in tables.metadata.tables.items()}
    keys = {name: [column.name for column in table.primary_key] for name, table in tables.metadata.tables.items()}
    return {name: sorted(found, key=lambda row: [row[key] for key in keys[name]]) for name, found in rows.items()}


def shout_texas(copy):
    copy.replace("states.csv", "Texas", "TEXAS")


# -- any database ------------------------------------------------------------------------------------------------------


def test_a_second_build_of_the_same_files_does_nothing(empty_url):
    assert build(empty_url) is True
    before = content(empty_url)
    assert build(empty_url) is False
    assert content(empty_url) == before


def test_changed_facts_are_built_anew(empty_url, copy):
    build(empty_url, copy.folder)
    shout_texas(copy)
    assert build(empty_url, copy.folder) is True
    assert FactBase(empty_url).place("TX").name == "TEXAS"


def test_broken_facts_leave_the_old_database_as_it_was(empty_url, copy):
    build(empty_url, copy.folder)
    before = content(empty_url)
    copy.append("states.csv", "TX,Texas again,state\n")
    with pytest.raises(FactsInvalid):
        build(empty_url, copy.folder)
    assert content(empty_url) == before


def test_a_missing_file_leaves_the_old_database_as_it_was(empty_url, copy):
    build(empty_url, copy.folder)
    before = content(empty_url)
    (copy.folder / "states.csv").unlink()
    with pytest.raises(FactsMissing):
        build(empty_url, copy.folder)
    assert content(empty_url) == before


def test_a_database_built_by_other_code_is_built_anew(empty_url, monkeypatch):
    build(empty_url)
    monkeypatch.setattr("careerbot.facts.build._SCHEMA", "another")
    assert build(empty_url) is True


def test_a_build_that_was_cut_off_is_done_again(empty_url):
    build(empty_url)
    with sa.create_engine(empty_url, poolclass=sa.pool.NullPool).begin() as connection:
        connection.execute(tables.build.delete())
    assert build(empty_url) is True
    assert FactBase(empty_url).pay("31-9092").median == 45_690


def test_postgresql_holds_the_same_rows_as_sqlite(facts_url, postgres_url):
    on_sqlite = content(facts_url)
    assert len(on_sqlite["pay_area"]) == 2_092 and len(on_sqlite["alias"]) > 2_000
    assert content(postgres_url) == on_sqlite


# -- SQLite files ------------------------------------------------------------------------------------------------------


def test_a_second_build_leaves_the_file_untouched(empty_sqlite_url):
    build(empty_sqlite_url)
    path = path_of(empty_sqlite_url)
    before = path.stat(), path.read_bytes()
    build(empty_sqlite_url)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before[0].st_ino, before[0].st_mtime_ns)
    assert path.read_bytes() == before[1]


def test_two_builds_of_the_same_files_are_equal_byte_for_byte(tmp_path, copy):
    build(f"sqlite:///{tmp_path / 'one.db'}")
    build(f"sqlite:///{tmp_path / 'two.db'}", copy.folder)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_a_rebuild_gives_the_same_bytes_as_a_first_build(empty_sqlite_url, copy, facts_url):
    shout_texas(copy)
    build(empty_sqlite_url, copy.folder)
    build(empty_sqlite_url)
    assert path_of(empty_sqlite_url).read_bytes() == path_of(facts_url).read_bytes()


def test_a_reader_keeps_working_while_the_file_is_replaced(empty_sqlite_url, copy):
    build(empty_sqlite_url)
    reader = FactBase(empty_sqlite_url)
    assert reader.place("TX").name == "Texas"
    shout_texas(copy)
    build(empty_sqlite_url, copy.folder)
    assert reader.place("TX").name == "Texas", "what was read once is remembered"
    assert reader.place("OH").name == "Ohio"
    assert FactBase(empty_sqlite_url).place("TX").name == "TEXAS"


def test_a_missing_folder_of_the_database_is_made_and_nothing_else_is_left_in_it(tmp_path):
    build(f"sqlite:///{tmp_path / 'var' / 'deep' / 'facts.db'}")
    assert [path.name for path in (tmp_path / "var" / "deep").iterdir()] == ["facts.db"]


def test_a_failed_build_leaves_no_half_file_behind(tmp_path, copy):
    copy.append("states.csv", "TX,Texas again,state\n")
    with pytest.raises(FactsInvalid):
        build(f"sqlite:///{tmp_path / 'var' / 'facts.db'}", copy.folder)
    assert list((tmp_path / "var").iterdir()) == []


# -- what is in the way ------------------------------------------------------------------------------------------------


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SetupError, match=f"cannot build the fact base at sqlite:///{tmp_path}/file/facts.db: "):
        build(f"sqlite:///{tmp_path}/file/facts.db")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    with pytest.raises(SetupError, match="unable to open database file"):
        build(f"sqlite:///{tmp_path}")


def test_another_kind_of_file_is_not_overwritten(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear reader, this is no database. " * 50)
    with pytest.raises(SetupError, match="file is not a database"):
        build(f"sqlite:///{tmp_path / 'letter.txt'}")
    assert (tmp_path / "letter.txt").read_text().startswith("Dear reader")


def test_a_server_that_is_not_there_is_named_without_its_password():
    with pytest.raises(SetupError) as caught:
        build(UNREACHABLE)
    assert "bot:***@127.0.0.1:1/none" in str(caught.value) and "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["bot:s3cret@nowhere", "postgresql://bot:s3cret@host:port/x", "nosuchthing://bot:s3cret@host/x"]
)
@pytest.mark.parametrize("use", [build, FactBase])
def test_what_is_no_url_is_refused_with_an_example_and_without_its_password(url, use):
    with pytest.raises(SetupError, match=f"{URL_VARIABLE}.*postgresql://user:password@host") as caught:
        use(url)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__suppress_context__  # a log would show the URL otherwise


# -- where it is -------------------------------------------------------------------------------------------------------


def test_the_variable_says_where_the_fact_base_is(monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, UNREACHABLE)
    assert facts_url() == UNREACHABLE


@pytest.mark.parametrize("value", [None, ""])
def test_without_the_variable_it_is_a_file_in_var(monkeypatch, value):
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(URL_VARIABLE, value)
    assert facts_url() == DEFAULT_URL
    assert path_of(DEFAULT_URL) == Path(__file__).parents[2] / "var" / "facts.db"


def test_the_tables_are_the_fact_files_and_the_build_mark():
    assert engine_for("sqlite://").dialect.name == "sqlite"
    assert set(tables.metadata.tables) == {
        *("build", "alias", "source", "figure", "occupation", "credential", "setting", "state", "area", "state_rule"),
        *("pay_national", "pay_state", "pay_area", "pay_setting", "projection"),
    }
