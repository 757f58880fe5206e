"""The two bots that are compared over REST: this assistant, and the one that ``rasa init`` makes."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Collection, Iterator, Mapping, Optional

from ruamel.yaml import YAML

from benchmarks import questions
from benchmarks.questions import Conversation
from benchmarks.report import BenchmarkFailed
from benchmarks.servers import Server, running
from careerbot.channels.rest import FAILED
from careerbot.facts.build import build
from careerbot.model import ROOT, current_model, rasa_environment
from tests.tools.ports import free_port

# What lies in a checkout beside the assistant itself.
_NOT_COPIED = (".*", "var", "models", "results", "tests", "benchmarks", "docs", "deploy", "node_modules")

# What changes Rasa's speed without being written in any file of the bot.
_SWITCHES = (
    "SANIC_WORKERS",
    "TF_INTRA_OP_PARALLELISM_THREADS",
    "TF_INTER_OP_PARALLELISM_THREADS",
    "OMP_NUM_THREADS",
    "LOG_LEVEL",
)


@dataclass(frozen=True)
class Bot:
    """One side of the comparison, started.

    Attributes:
        ran_with: what it runs with, for people.
        server: its processes and its address.
        start: seconds from its start to its first answer.
        talks: what people say to it, without end, in a certain number of different messages.
        no_answer: what it says when it failed.
        new_talks: what nobody has said to it before, until there is no more; None where it makes no difference to it.
    """

    ran_with: str
    server: Server
    start: float
    talks: Iterator[Conversation]
    no_answer: Collection[str] = ()
    new_talks: Optional[Iterator[Conversation]] = None


def ran_with(folder: Path, command: str, environment: Mapping[str, str]) -> str:
    """In a line, what a bot runs with: its command, its stores, the switches that are set."""
    endpoints = YAML(typ="safe").load(folder / "endpoints.yml") or {}
    tracker, lock = endpoints.get("tracker_store") or {}, endpoints.get("lock_store") or {}
    conversations = tracker.get("dialect") or tracker.get("type") or "memory"
    switches = [f"{name}={environment[name]}" for name in _SWITCHES if environment.get(name)]
    return ", ".join(
        [
            command,
            f"conversations in {conversations}",
            f"lock in {lock.get('type') or 'memory'}",
            *(switches or ["no switches of Sanic or TensorFlow set"]),
        ]
    )


def copy_ours(folder: Path) -> None:
    """Copy this assistant with its present model and its facts, so that nobody's conversations are mixed in.

    Raises:
        BenchmarkFailed: the model belongs to other files.
    """
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    wanted = current_model(folder)
    if not (ROOT / "models" / wanted.name).exists():
        raise BenchmarkFailed("files were changed since the model was trained; run: make train")
    wanted.parent.mkdir()
    shutil.copy(ROOT / "models" / wanted.name, wanted)
    build(f"sqlite:///{folder / 'var' / 'facts.db'}")


def make_rasa_init(folder: Path) -> None:
    """Let ``rasa init`` write and train its bot in a new folder.

    Raises:
        BenchmarkFailed: Rasa could not.
    """
    folder.mkdir()
    command = [sys.executable, "-m", "rasa", "init", "--no-prompt", "--init-dir", str(folder)]
    done = subprocess.run(command, cwd=folder, env=rasa_environment(), capture_output=True, text=True, check=False)
    if not list((folder / "models").glob("*.tar.gz")):
        raise BenchmarkFailed(f"rasa init made no model:\n{(done.stdout + done.stderr)[-3000:]}")


@contextlib.contextmanager
def ours(folder: Path, seed: int, different: int) -> Iterator[Bot]:
    """This assistant as ``copy_ours`` has left it in ``folder``, started by the command of ``make run``.

    ``different`` of the held-out questions are what it is asked again and again, the others are asked once.
    """
    port = free_port()
    command = [sys.executable, "-m", "careerbot", "run", "--port", str(port)]
    apology = YAML(typ="safe").load(ROOT / "domain.yml")["responses"][FAILED][0]["text"]
    with running(command, folder, os.environ, _address(port)) as server:
        start = server.first_answer("what does a medical assistant do")
        how = ran_with(folder, "python -m careerbot run", os.environ)
        numbers = random.Random(seed)
        asked = questions.held_out(numbers)
        again, once = asked[:different], asked[different:]
        yield Bot(how, server, start, questions.ours(again, numbers), [apology], questions.conversations(once))


@contextlib.contextmanager
def rasa_init(folder: Path, seed: int) -> Iterator[Bot]:
    """The bot that ``make_rasa_init`` has left in ``folder``, behind the stock REST channel."""
    port = free_port()
    command = [sys.executable, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port)]
    with running(command, folder, rasa_environment(), _address(port)) as server:
        start = server.first_answer("hello")
        how = ran_with(folder, "rasa run", os.environ)
        yield Bot(how, server, start, questions.moodbot(folder, random.Random(seed)))


def _address(port: int) -> str:
    return f"http://127.0.0.1:{port}/webhooks/rest/webhook"
