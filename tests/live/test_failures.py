"""What a person meets when something is broken: a clear line, an apology, a conversation that goes on."""

import os
import re
import socket
import subprocess
import sys
import time
import uuid

import pytest
import requests

from careerbot.model import ROOT
from tests.live.conftest import Assistant, start, stop, wait_until_ready
from tests.tools.ports import free_port


def run(*arguments, **environment):
    command = [sys.executable, "-m", "careerbot", "run", *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, env={**os.environ, **environment}
    )


def test_a_taken_port_is_one_clear_line_and_exit_code_1():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--port", str(port))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"port {port} is taken" in done.stderr
    assert f"make run PORT={port + 1}" in done.stderr


def test_an_unreachable_fact_base_is_one_clear_line_and_exit_code_1():
    url = f"postgresql://nobody:secret@127.0.0.1:{free_port()}/facts"
    done = run("--port", str(free_port()), CAREERBOT_FACTS_URL=url)
    assert done.returncode == 1
    assert "cannot build the fact base" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_killed_assistant_goes_on_where_it_was_and_ctrl_c_ends_it_with_exit_code_0(tmp_path):
    port, sender = free_port(), uuid.uuid4().hex
    process = start(tmp_path, port)
    wait_until_ready(process, tmp_path / "assistant.log")
    assistant = Assistant(port)
    assert "$45,690" in assistant.ask("how much do medical assistants make", sender)[0]["text"]
    again = run("--port", str(port))
    assert again.returncode == 1
    assert f"port {port} is taken" in again.stderr
    process.kill()
    process.wait(timeout=30)
    with pytest.raises(requests.ConnectionError):
        assistant.ask("hello")

    process = start(tmp_path, port)
    wait_until_ready(process, tmp_path / "assistant.log")
    assert "$39,520" in assistant.ask("and in Texas", sender)[0]["text"]
    assert stop(process) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0, "a server still listens"


def test_rasa_alone_without_its_action_server_apologises_and_the_conversation_goes_on(tmp_path):
    """Plain ``rasa run``, nobody at the address of the action server."""
    from careerbot.model import current_model, rasa_environment

    port = free_port()
    endpoints = (ROOT / "endpoints.yml").read_text().replace("localhost:5055", f"localhost:{free_port()}")
    (tmp_path / "endpoints.yml").write_text(re.sub(r"db: .*", f"db: {tmp_path / 'conversations.db'}", endpoints))
    command = [sys.executable, "-m", "careerbot.rasa", "run", "--model", str(current_model())]
    command += ["--interface", "127.0.0.1", "--port", str(port), "--endpoints", str(tmp_path / "endpoints.yml")]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=rasa_environment(), stdout=log, stderr=log)
    try:
        assistant = Assistant(port)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                if assistant.post({"sender": "x", "message": "hello"}).status_code == 200:
                    break
            except requests.ConnectionError:
                pass
            time.sleep(0.5)
        sorry = assistant.ask("how much do medical assistants make", "x")
        assert [answer["text"][:11] for answer in sorry] == ["I am sorry,"]
        # A text of the domain needs no action server.
        assert "careful" in assistant.ask("what skills does a good medical assistant need", "x")[0]["text"]
    finally:
        process.terminate()
        process.wait(timeout=30)
