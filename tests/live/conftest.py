"""The assistant as a person meets it: started by the command of the README, asked over REST."""

import os
import signal
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager

import pytest
import requests

from careerbot import contact, feedback
from careerbot.model import ROOT, train
from tests.tools.ports import free_port

START_SECONDS = 240


class Assistant:
    """A running assistant; ``ask`` sends a message as one person and returns the answers."""

    def __init__(self, port):
        self.port = port
        self.url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"

    def post(self, body, **named):
        return requests.post(self.url, json=body, timeout=30, **named)

    def ask(self, message, sender=None):
        response = self.post({"sender": sender or uuid.uuid4().hex, "message": message})
        assert response.status_code == 200, response.text
        return response.json()


def start(tmp_path, port, *arguments):
    log = (tmp_path / "assistant.log").open("w")
    command = [sys.executable, "-m", "careerbot", "run", "--port", str(port), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)


def wait_until_ready(process, log, seconds=START_SECONDS):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if "The assistant is ready" in log.read_text():
            return
        assert process.poll() is None, log.read_text()[-3000:]
        time.sleep(0.5)
    raise AssertionError(f"not ready after {seconds} s:\n{log.read_text()[-3000:]}")


def stop(process):
    """As Ctrl-C does; by process id, never by name."""
    if process.poll() is None:
        os.kill(process.pid, signal.SIGINT)
    return process.wait(timeout=60)


@contextmanager
def running(folder, *arguments):
    """An assistant with further arguments of its command; it is ready."""
    train()
    port = free_port()
    process = start(folder, port, *arguments)
    try:
        wait_until_ready(process, folder / "assistant.log")
        yield Assistant(port)
    finally:
        stop(process)


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    with running(tmp_path_factory.mktemp("assistant")) as started:
        yield started


@pytest.fixture(scope="session", autouse=True)
def settings(tmp_path_factory):
    """Ratings go to a file of the tests' own, and there is no contact, whatever this machine has set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(feedback.URL_VARIABLE, f"sqlite:///{tmp_path_factory.mktemp('feedback') / 'feedback.db'}")
        patch.delenv(contact.VARIABLE, raising=False)
        yield
