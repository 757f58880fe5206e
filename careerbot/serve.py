"""Starts Rasa in this process, its custom actions with it, and says when it answers."""

from __future__ import annotations

import os
import socket
import threading
import time
import urllib.error
import urllib.request

from careerbot import rasa
from careerbot.errors import SetupError
from careerbot.facts.build import build, facts_url
from careerbot.model import ROOT, rasa_environment, train
from careerbot.secret import secret
from careerbot.settings import check_settings

HOST = "127.0.0.1"
VAR = ROOT / "var"

ACTIONS = "actions"
"""The package of custom actions."""

# A cold start of Rasa reads TensorFlow from disk; slower than this means that something is wrong.
_START_SECONDS = 300

_READY = """
The assistant is ready. Open it in a browser:

  http://localhost:{port}/

Or ask it from a terminal:

  curl -s -X POST http://localhost:{port}/webhooks/rest/webhook \\
       -H 'Content-Type: application/json' \\
       -d '{{"sender": "me", "message": "how much do medical assistants make in Texas?"}}'

Ctrl-C stops it.
"""


def serve(port: int, credentials: str = "credentials.yml") -> None:
    """Run until Ctrl-C or a signal to terminate.

    Args:
        port: where it listens.
        credentials: the file with the channels; relative to the project.

    Raises:
        SetupError, FactsInvalid: the port is taken, a setting or a file is broken, the training failed.
    """
    check_settings()
    secret()
    _need_free(port)
    _prepare()
    from careerbot.channels.credentials import check_channels

    check_channels(ROOT / "credentials.yml")
    build(facts_url())
    model = train()
    print("starting, about half a minute ...", flush=True)
    threading.Thread(target=_announce, args=(port,), daemon=True).start()
    _rasa("run", "--model", str(model), "--interface", HOST, "--port", str(port), "--credentials", credentials)


def chat_in_terminal() -> None:
    """``rasa shell`` on the present model.

    Raises:
        SetupError, FactsInvalid: as ``serve``.
    """
    check_settings()
    build(facts_url())
    _rasa("shell", "--model", str(train()))


def _rasa(*arguments: str) -> None:
    """Rasa's command line in this process, running the actions itself."""
    VAR.mkdir(exist_ok=True)
    os.chdir(ROOT)
    _prepare()
    from actions.second_reading import WithTheQuestionBefore
    from careerbot import second_reading, speed
    from careerbot.local_actions import run_in_this_process

    speed.use()
    second_reading.use(WithTheQuestionBefore())
    run_in_this_process(ACTIONS)
    rasa.main(arguments)


def _prepare() -> None:
    """For what brings Rasa, TensorFlow or numpy: it is imported only after this, and reads the environment then."""
    rasa.quiet()
    os.environ.update(rasa_environment())


def _need_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SetupError(
                f"port {port} is taken; stop the program that uses it or choose another: make run PORT={port + 1}"
            ) from error


def _announce(port: int) -> None:
    """Print the address once the assistant answers."""
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        if _answers(f"http://{HOST}:{port}/webhooks/rest/"):
            print(_READY.format(port=port), flush=True)
            return
        time.sleep(0.5)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
