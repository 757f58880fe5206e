"""facts/README.md names every file of the fact base, and shows an error as the check words it."""

import re
import shutil

import pytest

from careerbot.errors import FactsInvalid
from careerbot.facts.load import FACTS_DIR, load
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
