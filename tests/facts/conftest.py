from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerbot.facts.build import build
from careerbot.facts.load import FACTS_DIR


class FactsCopy:
    """The real fact files, to be broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(FACTS_DIR, folder)

    def replace(self, file: str, old: str, new: str) -> None:
        """Put ``new`` in the place of the first ``old``."""
        text = self.read(file)
        assert old in text
        self.write(file, text.replace(old, new, 1))

    def append(self, file: str, text: str) -> None:
        self.write(file, self.read(file) + text)

    def set_cell(self, file: str, line: int, column: str, value: str) -> None:
        """Change one cell of a CSV file that has no quoted cells up to that column."""
        lines = self.read(file).splitlines(keepends=True)
        cells = lines[line - 1].split(",")
        cells[lines[0].strip().split(",").index(column)] = value
        lines[line - 1] = ",".join(cells)
        self.write(file, "".join(lines))

    def read(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.folder / file).write_text(text, encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> FactsCopy:
    return FactsCopy(tmp_path / "facts")


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> str:
    """The real fact base on PostgreSQL, built once."""
    build(postgres_server)
    return postgres_server
