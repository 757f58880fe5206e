from __future__ import annotations

import csv
import os
import subprocess
import sys

import pytest

from careerbot.errors import FactsInvalid, FactsMissing, Problem
from careerbot.facts.load import FACTS_DIR, fingerprint, load
from careerbot.facts.schema import Sourced


def problems(copy):
    with pytest.raises(FactsInvalid) as caught:
        load(copy.folder)
    return list(caught.value.problems)


def the_problem(copy):
    (problem,) = problems(copy)
    return problem


@pytest.fixture(scope="module")
def real():
    return load()


# -- the real files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("states", 54),  # 50 states, the District, 3 territories
        ("areas", 528),
        ("credentials", 13),
        ("occupations", 20),
        ("pay_national", 98),  # 94 rows of the BLS table and 4 jobs of the Outlook Handbook
        ("pay_states", 849),
        ("pay_areas", 2_092),
        ("pay_settings", 94),
        ("settings", 94),
        ("projections", 20),  # 16 of 2024-34 and the article's 4 of 2021-31
        ("state_rules", 16),
    ],
)
def test_every_row_of_the_material_is_loaded(real, kind, count):
    assert len(getattr(real, kind)) == count


def test_no_csv_line_is_lost_on_the_way(real):
    for path in FACTS_DIR.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            assert len(getattr(real, path.stem)) == len(list(csv.reader(lines))) - 1, path.name


def test_every_source_of_the_list_is_cited_by_a_row_or_by_a_fixed_answer(real):
    def cited(row):
        if isinstance(row, Sourced):
            yield row.source
        for value in row.__dict__.values():
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, Sourced):
                    yield from cited(part)

    groups = [
        getattr(real, name)
        for name in real.__dataclass_fields__
        if name not in ("sources", "place_names", "other_jobs")
    ]
    rows = [row for group in groups for row in (group.values() if isinstance(group, dict) else group)]
    answers = (FACTS_DIR.parent / "domain.yml").read_text(encoding="utf-8")
    linked = {key for key, source in real.sources.items() if f"[{source.title}, {source.publisher}](" in answers}
    assert set(real.sources) == {source for row in rows for source in cited(row)} | linked


# -- what is refused ---------------------------------------------------------------------------------------------------


def test_a_wrong_type_is_reported_with_file_row_and_field(copy):
    copy.set_cell("pay_states.csv", 7, "employment", "many")
    assert the_problem(copy) == Problem("pay_states.csv", "7", "employment", "value is not a valid integer")


def test_a_problem_reads_as_one_line_that_says_where(copy):
    copy.set_cell("pay_states.csv", 7, "employment", "many")
    with pytest.raises(FactsInvalid) as caught:
        load(copy.folder)
    assert str(caught.value) == "facts/pay_states.csv, row 7, field employment: value is not a valid integer"


@pytest.mark.parametrize(
    ("file", "column", "value", "where"),
    [
        ("pay_national.csv", "source", "hearsay", "sources.yml"),
        ("pay_national.csv", "soc", "99-9999", "occupations.yml"),
        ("pay_states.csv", "state", "ZZ", "states.csv"),
        ("pay_areas.csv", "area", "0000000", "areas.csv"),
        ("pay_settings.csv", "naics", "999999", "settings.yml"),
    ],
)
def test_a_name_that_leads_nowhere_is_reported(copy, file, column, value, where):
    copy.set_cell(file, 4, column, value)
    assert the_problem(copy) == Problem(file, "4", column, f"unknown {column} '{value}', not in {where}")


def test_an_unknown_source_inside_a_credential_is_reported(copy):
    copy.replace("credentials.yml", "      source: aama\n", "      source: hearsay\n")
    assert the_problem(copy) == Problem(
        "credentials.yml", "CMA", "source", "unknown source 'hearsay', not in sources.yml"
    )


def test_an_unknown_place_with_aliases_is_reported(copy):
    copy.replace("place_names.yml", "  CA: [cali]", "  ZZ: [cali]")
    assert the_problem(copy) == Problem(
        "place_names.yml", "aliases", "ZZ", "unknown place, not in states.csv or areas.csv"
    )


def test_a_missing_date_in_a_table_is_reported(copy):
    copy.set_cell("projections.csv", 3, "as_of", "")
    problem = the_problem(copy)
    assert (problem.file, problem.row, problem.field) == ("projections.csv", "3", "as_of")
    assert "YYYY-MM-DD" in problem.reason


def test_a_missing_date_in_a_mapping_is_reported(copy):
    copy.replace("figures.yml", "  as_of: 2022\n", "")
    assert the_problem(copy) == Problem("figures.yml", "certificate_duration", "as_of", "field required")


def test_percentiles_out_of_order_are_refused_with_file_row_and_field(copy):
    copy.set_cell("pay_areas.csv", 2, "p25", "34000")
    copy.set_cell("pay_areas.csv", 2, "p10", "34540")
    assert the_problem(copy) == Problem(
        "pay_areas.csv", "2", "p25", "percentiles out of order: 34000 is below p10 34540"
    )


def test_a_state_twice_is_refused(copy):
    copy.append("states.csv", "TX,Texas again,state\n")
    assert the_problem(copy) == Problem("states.csv", "56", "-", "a second row for TX")


def test_a_second_figure_for_the_same_job_place_and_year_is_refused(copy):
    last = copy.read("pay_states.csv").splitlines()[-1]
    copy.append("pay_states.csv", last + "\n")
    problem = the_problem(copy)
    assert (problem.file, problem.row) == ("pay_states.csv", "851")
    assert problem.reason.startswith("a second row for ('WY', ")


@pytest.mark.parametrize("alias", ["cna", "CNA", "C.N.A"])
def test_an_alias_that_belongs_to_two_rows_is_refused_however_it_is_written(copy, alias):
    copy.replace("occupations.yml", "aliases: [dental assisting,", f"aliases: [{alias}, dental assisting,")
    assert the_problem(copy) == Problem(
        "occupations.yml", "31-9091", "aliases", f"'{alias}' is also an alias of 31-1131"
    )


def test_an_alias_of_two_places_is_refused(copy):
    copy.replace("place_names.yml", "  MA: [mass]", "  MA: [mass, cali]")
    assert the_problem(copy) == Problem("place_names.yml", "MA", "aliases", "'cali' is also an alias of CA")


def test_an_unknown_column_is_reported_once_not_for_each_row(copy):
    copy.replace("states.csv", "code,name,kind", "code,name,kind,capital")
    assert the_problem(copy) == Problem("states.csv", "1", "capital", "unknown column")


def test_a_misspelt_column_is_unknown_and_the_right_one_missing(copy):
    copy.replace("pay_areas.csv", "median", "medain")
    assert problems(copy) == [
        Problem("pay_areas.csv", "1", "medain", "unknown column"),
        Problem("pay_areas.csv", "1", "median", "missing column"),
    ]


def test_an_unknown_field_of_a_mapping_is_reported(copy):
    copy.replace("figures.yml", "certificate_duration:\n", "certificate_duration:\n  worth: 3\n")
    assert the_problem(copy) == Problem("figures.yml", "certificate_duration", "worth", "extra fields not permitted")


def test_a_cell_too_many_is_reported(copy):
    copy.replace("areas.csv", '"Akron, OH"', "Akron, OH")
    assert {(problem.file, problem.row) for problem in problems(copy)} == {("areas.csv", "4")}


def test_a_row_too_short_is_reported(copy):
    copy.append("states.csv", "XX\n")
    assert {(problem.row, problem.field) for problem in problems(copy)} == {("56", "name"), ("56", "kind")}


def test_broken_yaml_is_reported_once_with_its_place(copy):
    lines = copy.read("sources.yml").count("\n")
    copy.append("sources.yml", "broken: [1, 2\n")
    problem = the_problem(copy)
    assert (problem.file, problem.row, problem.field) == ("sources.yml", "-", "-")
    assert problem.reason.startswith("not readable as YAML: ") and f"line {lines + 1}," in problem.reason


def test_a_key_twice_in_a_mapping_is_refused(copy):
    copy.append("figures.yml", copy.read("figures.yml")[copy.read("figures.yml").index("certificate_duration:") :])
    assert "duplicate key" in the_problem(copy).reason


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("sources.yml", "must be a mapping of keys to rows"),
        ("state_rules.yml", "must be a list of rows"),
        ("place_names.yml", "must be a mapping of field names to values"),
    ],
)
def test_a_file_of_another_shape_is_refused(copy, file, reason):
    copy.write(file, "just words\n")
    assert the_problem(copy) == Problem(file, "-", "-", reason)


def test_an_empty_file_is_refused(copy):
    copy.write("states.csv", "")
    assert {problem.reason for problem in problems(copy)} == {"missing column"}


def test_a_file_that_is_no_utf8_is_refused(copy):
    (copy.folder / "states.csv").write_bytes("code,name,kind\nTX,Téxas,state\n".encode("latin-1"))
    assert str(the_problem(copy)).startswith("facts/states.csv, row -, field -: not readable as UTF-8")


def test_a_wrong_source_is_reported_once_not_by_every_row_that_cites_it(copy):
    copy.replace("sources.yml", "url: https://www.bls.gov/oes/", "url: http://www.bls.gov/oes/")
    problem = the_problem(copy)
    assert (problem.file, problem.field) == ("sources.yml", "url")


def test_all_problems_are_found_at_once(copy):
    copy.set_cell("pay_states.csv", 7, "employment", "many")
    copy.set_cell("pay_states.csv", 9, "source", "hearsay")
    copy.replace("figures.yml", "  as_of: 2022\n", "")
    copy.append("states.csv", "TX,Texas again,state\n")
    assert {(problem.file, problem.row) for problem in problems(copy)} == {
        ("pay_states.csv", "7"),
        ("pay_states.csv", "9"),
        ("figures.yml", "certificate_duration"),
        ("states.csv", "56"),
    }


@pytest.mark.parametrize("file", sorted(path.name for path in FACTS_DIR.glob("*.[cy]*")))
def test_a_missing_file_is_named_with_the_way_to_get_it_back(copy, file):
    (copy.folder / file).unlink()
    with pytest.raises(FactsMissing, match=f"facts/{file} is missing; .*git checkout facts"):
        load(copy.folder)


# -- the fingerprint ---------------------------------------------------------------------------------------------------


def test_the_fingerprint_is_the_same_for_the_same_content_elsewhere_and_later(copy):
    os.utime(copy.folder / "states.csv", (1, 1))
    (copy.folder / "notes.txt").write_text("not a fact")
    assert fingerprint(copy.folder) == fingerprint()


def test_the_fingerprint_changes_with_one_character_and_with_a_new_name(copy):
    copy.replace("states.csv", "Texas", "Texaz")
    changed = fingerprint(copy.folder)
    (copy.folder / "states.csv").rename(copy.folder / "regions.csv")
    assert len({fingerprint(), changed, fingerprint(copy.folder)}) == 3


# -- the command -------------------------------------------------------------------------------------------------------


def run_command(copy, url):
    command = [sys.executable, "-m", "careerbot.facts", "--facts", str(copy.folder), "--url", url]
    return subprocess.run(command, cwd=FACTS_DIR.parent, capture_output=True, text=True, check=False, timeout=120)


def test_the_command_builds_and_then_finds_it_built(copy, empty_sqlite_url):
    first, second = run_command(copy, empty_sqlite_url), run_command(copy, empty_sqlite_url)
    assert (first.returncode, first.stdout) == (0, "fact base built\n")
    assert (second.returncode, second.stdout) == (0, "fact base is up to date\n")


def test_the_command_lists_every_problem_and_ends_with_1_and_no_traceback(copy, empty_sqlite_url, tmp_path):
    copy.set_cell("pay_states.csv", 7, "employment", "many")
    copy.append("states.csv", "TX,Texas again,state\n")
    done = run_command(copy, empty_sqlite_url)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "facts/states.csv, row 56, field -: a second row for TX",
        "facts/pay_states.csv, row 7, field employment: value is not a valid integer",
    ]
    assert not (tmp_path / "facts.db").exists()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://bot:s3cret@127.0.0.1:1/none",
        "postgresql://bot:s3cret@127.0.0.1:port/none",
        "bot:s3cret@nowhere",
        "mysql://bot:s3cret@127.0.0.1/none",
        "nosuchthing://bot:s3cret@127.0.0.1/none",
    ],
)
def test_the_command_ends_with_one_line_and_no_password_when_the_database_cannot_be_reached(copy, url):
    done = run_command(copy, url)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1 and "fact base" in done.stderr
    assert "s3cret" not in done.stderr + done.stdout
