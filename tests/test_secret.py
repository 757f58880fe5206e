import stat
import subprocess
import sys

import pytest

from careerbot import secret as module
from careerbot.errors import SetupError
from careerbot.model import ROOT
from careerbot.secret import LEAST_CHARACTERS, VARIABLE, secret


@pytest.fixture(autouse=True)
def _unset(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "var" / "secret"


def test_a_key_is_made_once_and_kept_for_us_alone(file):
    key = secret(file)
    assert len(key) >= LEAST_CHARACTERS
    assert secret(file) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["secret"]


def test_two_installations_have_two_keys(tmp_path):
    assert secret(tmp_path / "one") != secret(tmp_path / "two")


def test_of_two_processes_that_make_a_key_at_once_both_use_the_first(file, monkeypatch):
    monkeypatch.setattr(type(file), "exists", lambda _: False)
    key = secret(file)
    assert secret(file) == key


def test_many_processes_that_start_at_once_have_one_key(file):
    code = f"from pathlib import Path; from careerbot.secret import secret; print(secret(Path({str(file)!r})))"
    started = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    assert len({each.communicate()[0] for each in started}) == 1


def test_the_variable_comes_before_the_file(file, monkeypatch):
    monkeypatch.setenv(VARIABLE, "x" * LEAST_CHARACTERS)
    assert secret(file) == "x" * LEAST_CHARACTERS
    assert not file.exists()


def test_a_short_key_is_refused_without_telling_it(file, monkeypatch):
    monkeypatch.setenv(VARIABLE, "opensesame")
    with pytest.raises(SetupError, match=f"{VARIABLE} must have at least 32 characters") as raised:
        secret(file)
    assert "opensesame" not in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff" * 40])
def test_a_damaged_file_is_named_and_left_as_it_is(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(SetupError, match="var/secret"):
        secret(file)
    assert file.read_bytes() == content


def test_a_place_that_cannot_be_written_is_told_with_what_to_set(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match=f"set {VARIABLE}"):
        secret(tmp_path / "file" / "secret")


def test_a_key_that_cannot_be_written_whole_is_not_kept(file, monkeypatch):
    def fail(_):
        raise OSError("no space left")

    monkeypatch.setattr(module.os, "fsync", fail)
    with pytest.raises(SetupError, match="no space left"):
        secret(file)
    assert list(file.parent.iterdir()) == []
