"""Starts Rasa and the action server together, waits until both answer, and stops both together."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import List

from honcho.manager import Manager
from honcho.printer import Printer
from ruamel.yaml import YAML

from careerbot.errors import SetupError
from careerbot.facts.build import build, facts_url
from careerbot.model import ROOT, rasa_environment, train
from careerbot.settings import check_settings

HOST = "127.0.0.1"
VAR = ROOT / "var"

# A cold start of Rasa reads TensorFlow from disk; slower than this means that something is wrong.
_START_SECONDS = 300

_READY = """
The assistant is ready at http://localhost:{port}/
Ask it something:

  curl -s -X POST http://localhost:{port}/webhooks/rest/webhook \\
       -H 'Content-Type: application/json' \\
       -d '{{"sender": "me", "message": "how much do medical assistants make in Texas?"}}'

Ctrl-C stops it.
"""


@dataclass(frozen=True)
class Ports:
    """Where the two servers listen, on this machine only."""

    assistant: int
    actions: int


def serve(ports: Ports) -> int:
    """Run until Ctrl-C (exit code 0) or until one of the two servers ends by itself (exit code 1).

    Raises:
        SetupError, FactsInvalid: a port is taken, a setting or a file is broken, the training failed.
    """
    check_settings()
    for port, option in ((ports.assistant, "PORT"), (ports.actions, "ACTION_PORT")):
        _need_free(port, option)
    build(facts_url())
    model = train()
    VAR.mkdir(exist_ok=True)
    manager = Manager(Printer(sys.stdout))
    stopping = threading.Event()
    for name, command in (("actions", _actions_command(ports)), ("rasa", _rasa_command(ports, model))):
        manager.add_process(name, shlex.join(command), env=rasa_environment(), cwd=str(ROOT))
    threading.Thread(target=_announce, args=(ports, stopping), daemon=True).start()
    print("starting, about half a minute ...", flush=True)
    manager.loop()
    stopping.set()
    # honcho reports the code of the process that ended first; a signal to us ends them on purpose.
    return 0 if manager.returncode in (0, -2, -15, 130, 143) else 1


def chat_in_terminal(action_port: int) -> int:
    """``rasa shell`` on the present model, with an action server that ends with it. Returns rasa's exit code.

    Raises:
        SetupError, FactsInvalid: as ``serve``.
    """
    check_settings()
    ports = Ports(0, action_port)
    _need_free(action_port, "ACTION_PORT")
    build(facts_url())
    model = train()
    VAR.mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "careerbot.rasa",
        "shell",
        "--model",
        str(model),
        "--endpoints",
        str(_endpoints(ports)),
    ]
    with subprocess.Popen(_actions_command(ports), cwd=ROOT, env=rasa_environment()) as actions:
        try:
            return subprocess.call(command, cwd=ROOT, env=rasa_environment())
        finally:
            actions.terminate()


def _actions_command(ports: Ports) -> List[str]:
    return [sys.executable, "-m", "careerbot.action_server", "--host", HOST, "--port", str(ports.actions)]


def _rasa_command(ports: Ports, model: Path) -> List[str]:
    command = [sys.executable, "-m", "careerbot.rasa", "run", "--model", str(model), "--interface", HOST]
    command += ["--port", str(ports.assistant), "--endpoints", str(_endpoints(ports))]
    return command


def _endpoints(ports: Ports) -> Path:
    """``endpoints.yml`` with the action server's port put in, where it is not the usual one."""
    original = ROOT / "endpoints.yml"
    yaml = YAML()
    content = yaml.load(original)
    url = content["action_endpoint"]["url"]
    wanted = f"http://localhost:{ports.actions}/webhook"
    if url == wanted:
        return original
    content["action_endpoint"]["url"] = wanted
    changed = VAR / f"endpoints-{ports.actions}.yml"
    with changed.open("w", encoding="utf-8") as file:
        yaml.dump(content, file)
    return changed


def _need_free(port: int, option: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SetupError(
                f"port {port} is taken; stop the program that uses it or choose another: make run {option}={port + 1}"
            ) from error


def _announce(ports: Ports, stopping: threading.Event) -> None:
    """Print the address once both servers answer."""
    addresses = [f"http://{HOST}:{ports.actions}/health", f"http://{HOST}:{ports.assistant}/webhooks/rest/"]
    until = time.monotonic() + _START_SECONDS
    while addresses and time.monotonic() < until and not stopping.is_set():
        addresses = [address for address in addresses if not _answers(address)]
        stopping.wait(0.5)
    if not addresses:
        print(_READY.format(port=ports.assistant), flush=True)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
