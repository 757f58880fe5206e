"""What a person meets when something is broken: a clear line, an apology, a conversation that goes on."""

import os
import re
import signal
import socket
import subprocess
import sys
import time

import psutil
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


@pytest.mark.parametrize("option", ["--port", "--action-port"])
def test_a_taken_port_is_one_clear_line_and_exit_code_1(option):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        other = "--action-port" if option == "--port" else "--port"
        done = run(option, str(port), other, str(free_port()))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert f"port {port} is taken" in done.stderr
    assert "make run" in done.stderr


def test_an_unreachable_fact_base_is_one_clear_line_and_exit_code_1():
    url = f"postgresql://nobody:secret@127.0.0.1:{free_port()}/facts"
    done = run("--port", str(free_port()), "--action-port", str(free_port()), CAREERBOT_FACTS_URL=url)
    assert done.returncode == 1
    assert "cannot build the fact base" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def fragile(tmp_path_factory):
    """An assistant of its own, for tests that break it."""
    folder = tmp_path_factory.mktemp("fragile")
    port, action_port = free_port(), free_port()
    process = start(folder, port, action_port)
    wait_until_ready(process, folder / "assistant.log")
    yield Assistant(port), process, action_port
    stop(process)


def child(process, module):
    """The server of ``module`` that ``careerbot run`` has started."""
    found = [one for one in psutil.Process(process.pid).children(recursive=True) if module in one.cmdline()]
    assert found, f"no process of {module}"
    return found[-1]


def test_a_second_start_on_the_same_ports_says_so(fragile):
    assistant, _, action_port = fragile
    done = run("--port", str(assistant.port), "--action-port", str(action_port))
    assert done.returncode == 1
    assert f"port {assistant.port} is taken" in done.stderr


def test_a_frozen_action_server_leaves_fixed_answers_alone_and_is_apologised_for_once_it_is_gone(fragile):
    assistant, process, _ = fragile
    assert "$45,690" in assistant.ask("how much do medical assistants make", "before")[0]["text"]
    os.kill(child(process, "careerbot.action_server").pid, signal.SIGSTOP)
    fixed = assistant.ask("what does a medical assistant do all day", "before")
    assert "exam rooms" in fixed[0]["text"]
    os.kill(child(process, "careerbot.action_server").pid, signal.SIGCONT)
    assert "$39,520" in assistant.ask("and in Texas", "before")[0]["text"]


def test_when_one_server_dies_both_end_and_the_exit_code_says_so(fragile):
    assistant, process, _ = fragile
    child(process, "careerbot.action_server").kill()
    assert process.wait(timeout=60) != 0
    with pytest.raises(requests.ConnectionError):
        assistant.ask("hello")


def test_ctrl_c_stops_both_with_exit_code_0(tmp_path):
    port, action_port = free_port(), free_port()
    process = start(tmp_path, port, action_port)
    wait_until_ready(process, tmp_path / "assistant.log")
    assert stop(process) == 0
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as one, socket.socket() as two:
            if one.connect_ex(("127.0.0.1", port)) and two.connect_ex(("127.0.0.1", action_port)):
                return
        time.sleep(0.2)
    raise AssertionError("a server still listens")


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
        assert "exam rooms" in assistant.ask("what does a medical assistant do all day", "x")[0]["text"]
    finally:
        process.terminate()
        process.wait(timeout=30)
