"""``careerbot.database``."""

import pytest

from careerbot.database import make_folder, open_database


def test_the_folder_of_a_new_file_is_made(tmp_path):
    make_folder(open_database(f"sqlite:///{tmp_path}/new/folder/file.db", "VARIABLE", "what is kept"))
    assert (tmp_path / "new" / "folder").is_dir()


@pytest.mark.parametrize("database", ["", "/:memory:", "/file:new/folder/file.db?mode=ro&uri=true"])
def test_what_is_no_file_name_makes_no_folder(tmp_path, monkeypatch, database):
    monkeypatch.chdir(tmp_path)
    make_folder(open_database(f"sqlite://{database}", "VARIABLE", "what is kept"))
    assert not list(tmp_path.iterdir())
