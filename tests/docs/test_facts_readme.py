"""facts/README.md names every file and every rule field, and shows an error and a route as they really are."""

import re
import shutil

import pytest
from ruamel.yaml import YAML

from careerbot.errors import FactsInvalid
from careerbot.facts.load import FACTS_DIR, load
from careerbot.facts.requirement import Requirement
from tests.data.files import report

README = (FACTS_DIR / "README.md").read_text()


def test_the_readme_lists_exactly_the_files_there_are():
    listed = set(re.findall(r"^\| `(\w+\.(?:yml|csv))` \|", README, re.MULTILINE))
    there = {path.name for path in FACTS_DIR.iterdir() if path.suffix in (".yml", ".csv")}
    report(
        [
            *(f"facts/README.md: {file} is not listed" for file in sorted(there - listed)),
            *(f"facts/README.md: there is no {file}" for file in sorted(listed - there)),
        ]
    )


def test_the_error_it_shows_is_the_one_that_mistake_gives(tmp_path):
    shown, file, row, source = re.search(r"^ *(facts/(\S+), row (\d+), .*'(\w+)'.*)$", README, re.MULTILINE).groups()
    folder = shutil.copytree(FACTS_DIR, tmp_path / "facts")
    lines = (folder / file).read_text().splitlines()
    lines[int(row) - 1] = re.sub(r"bls_\w+", source, lines[int(row) - 1])
    (folder / file).write_text("\n".join(lines))
    with pytest.raises(FactsInvalid) as caught:
        load(folder)
    assert str(caught.value) == shown


def test_it_explains_exactly_the_fields_in_which_a_route_is_written():
    table = README.partition("### Who may sit an exam")[2].partition("\n\n`careerbot")[0]
    cells = "".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE))
    assert set(re.findall(r"`(\w+)`", cells)) == set(Requirement.__fields__)


def test_the_route_it_shows_is_one_of_the_fact_base():
    [shown] = YAML(typ="safe").load(re.search(r"```yaml\n(.*?)```", README, re.DOTALL).group(1))
    routes = [route for credential in load().credentials.values() for route in credential.routes]
    [real] = [route for route in routes if route.who == shown["who"]]
    assert real.basis == shown["basis"]
    assert real.requires == [Requirement(**requirement) for requirement in shown["requires"]]
