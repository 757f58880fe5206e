"""A setting that no answer could use stops the start, with one line that names it."""

import os
import subprocess
import sys

import pytest

from careerbot import contact, feedback
from careerbot.errors import SetupError
from careerbot.model import ROOT
from careerbot.settings import check_settings

WRONG = [(contact.VARIABLE, "<b>desk</b>"), (feedback.URL_VARIABLE, "nonsense")]


@pytest.fixture(autouse=True)
def _unset(monkeypatch):
    for variable, _ in WRONG:
        monkeypatch.delenv(variable, raising=False)


def test_without_settings_all_is_well():
    check_settings()


@pytest.mark.parametrize(("variable", "value"), WRONG)
def test_a_setting_that_cannot_be_used_is_named(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    with pytest.raises(SetupError, match=variable):
        check_settings()


@pytest.mark.parametrize("command", [["careerbot.action_server", "--port", "0"], ["careerbot", "run", "--port", "0"]])
@pytest.mark.parametrize(("variable", "value"), WRONG)
def test_no_server_starts_with_it(command, variable, value):
    command = [sys.executable, "-m", *command]
    environment = {**os.environ, variable: value}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert variable in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret"}
TAKEN = "sqlite:///{taken}/inbox.db"


@pytest.mark.parametrize(
    ("slack", "says"),
    [
        ({**SLACK, "CAREERBOT_INBOX_URL": "nonsense"}, "CAREERBOT_INBOX_URL"),
        ({**SLACK, "CAREERBOT_INBOX_URL": TAKEN}, "set CAREERBOT_INBOX_URL to a database that can be written"),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET"),
    ],
    ids=["no address", "cannot be opened", "a secret is missing"],
)
def test_the_assistant_does_not_start_where_slack_could_not_be_answered(tmp_path, slack, says):
    (tmp_path / "taken").write_text("")
    given = {name: value.format(taken=tmp_path / "taken") for name, value in slack.items()}
    command = [sys.executable, "-m", "careerbot", "run", "--port", "0"]
    environment = {**os.environ, **given}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1
    [line] = done.stderr.strip().splitlines()
    assert says in line
    assert "starting" not in done.stdout
