"""Starts a bot's processes, waits for its first answer, adds up its memory, and ends it whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Mapping, Sequence

import aiohttp
import psutil

from benchmarks.load import ask
from benchmarks.machine import MEGABYTE
from benchmarks.report import BenchmarkFailed

_START_SECONDS = 300
_STOP_SECONDS = 30
_LINGER_SECONDS = 3


@dataclass(frozen=True)
class Server:
    """A bot that was started: the process that leads it, where it answers, when it was started, what it says."""

    process: subprocess.Popen[bytes]
    url: str
    started: float
    log: Path

    def first_answer(self, question: str) -> float:
        """Wait until the bot answers; seconds from its start.

        Raises:
            BenchmarkFailed: it ended, or took too long.
        """
        return asyncio.run(self._first_answer(question))

    async def _first_answer(self, question: str) -> float:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            while time.perf_counter() - self.started < _START_SECONDS:
                with contextlib.suppress(BenchmarkFailed):
                    await ask(session, self.url, "first", question)
                    return time.perf_counter() - self.started
                if self.process.poll() is not None:
                    raise BenchmarkFailed(f"the bot ended before it answered:\n{self.log_end()}")
                await asyncio.sleep(0.1)
        raise BenchmarkFailed(f"no answer in {_START_SECONDS} s:\n{self.log_end()}")

    def memory(self) -> float:
        """Resident memory of all its processes in megabytes; pages that two share count twice."""
        return float(sum(process.memory_info().rss for process in _tree(self.process.pid))) / MEGABYTE

    def log_end(self) -> str:
        """The last that it said."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-3000:]


@contextlib.contextmanager
def running(command: Sequence[str], folder: Path, environment: Mapping[str, str], url: str) -> Iterator[Server]:
    """The bot that ``command`` starts in ``folder``; it ends with the block, also when the block fails."""
    log = folder / "benchmark.log"
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=output, start_new_session=True
        )
        try:
            yield Server(process, url, started, log)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the process group to stop; what is left of its processes after that is killed, each by its own id."""
    processes = _tree(process.pid)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=_STOP_SECONDS)
    # The group leader's children may lead groups of their own. psutil never signals an id that was given anew.
    _, alive = psutil.wait_procs(processes, timeout=_LINGER_SECONDS)
    for left in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            left.kill()
    process.wait(timeout=_STOP_SECONDS)


def _tree(pid: int) -> List[psutil.Process]:
    """A process and all that it started, as far as they still run."""
    try:
        leader = psutil.Process(pid)
        return [leader, *leader.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
