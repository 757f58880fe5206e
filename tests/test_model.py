"""careerbot/model.py: a model is named by what it was made from, and a failed training says why in one line."""

import shutil

import pytest

from careerbot.errors import SetupError
from careerbot.model import ROOT, current_cache, current_model, fingerprint, train

PARTS = ("config.yml", "domain.yml", "requirements.lock", "data", "facts", "careerbot")


@pytest.fixture
def project(tmp_path):
    """A copy of what a model is made from."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tmp_path / part)
        else:
            shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


def test_equal_files_make_an_equal_fingerprint_whatever_their_dates(project):
    assert fingerprint(project) == fingerprint()


@pytest.mark.parametrize(
    "file", ["config.yml", "domain.yml", "data/nlu.yml", "facts/states.csv", "careerbot/nlu/names.py"]
)
def test_a_changed_file_makes_another_model(project, file):
    with (project / file).open("a") as changed:
        changed.write("# changed\n")
    assert current_model(project).name != current_model().name


@pytest.mark.parametrize(("file", "same"), [("careerbot/nlu/features.py", False), ("data/nlu.yml", True)])
def test_changed_code_never_meets_what_other_code_has_trained(project, file, same):
    with (project / file).open("a") as changed:
        changed.write("# changed\n")
    assert (current_cache(project).name == current_cache().name) is same


def test_a_training_removes_the_caches_of_other_code(project):
    other = project / ".rasa" / "cache-of-other-code"
    other.mkdir(parents=True)
    (project / "domain.yml").write_text("[")
    with pytest.raises(SetupError):
        train(project)
    assert not other.exists()


def test_a_model_that_is_there_is_not_trained_again(project, capsys):
    path = current_model(project)
    path.parent.mkdir()
    path.write_bytes(b"a model")
    assert train(project) == path
    assert path.read_bytes() == b"a model"
    assert "up to date" in capsys.readouterr().out


def test_a_failed_training_names_file_and_place_in_one_line(project):
    domain = project / "domain.yml"
    domain.write_text(domain.read_text().replace("intents:\n", "intents:\n  - [\n", 1))
    with pytest.raises(SetupError) as raised:
        train(project)
    assert "domain.yml" in str(raised.value)
    assert "line 11" in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert not current_model(project).exists()
