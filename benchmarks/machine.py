"""Where and when a figure was measured: without that it cannot be compared with another."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import datetime, timezone
from importlib.metadata import version
from typing import Any, Dict

import psutil

from careerbot.model import ROOT

MEGABYTE = 1_000_000

# More than this at the start means that someone else uses the machine.
_IDLE_LOAD = 0.5


def describe() -> Dict[str, Any]:
    """Date, commit, processor, versions, and how busy the machine was just before."""
    return {
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "commit": _commit(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "rasa": version("rasa"),
        "load_before": round(os.getloadavg()[0], 2),
    }


def line(machine: Dict[str, Any]) -> str:
    """The same in a line for people, with a warning if the machine was not idle."""
    said = "{date}, commit {commit}, {cores} cores, {memory_gb} GB, Python {python}, Rasa {rasa}".format(**machine)
    if machine["load_before"] <= _IDLE_LOAD:
        return said
    return f"{said}\nNOTE: the machine was busy before (load {machine['load_before']}); trust no time measured on it."


def _commit() -> str:
    """The commit at hand, with a + for changed files; empty outside of git."""
    command = ["git", "describe", "--always", "--dirty=+"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()
