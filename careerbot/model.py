"""The trained model, named by the content it was trained from: ``models/careerbot-<fingerprint>.tar.gz``.

So a model is current if its file is there, whatever the dates, and Rasa's own commands find it in ``models/`` too.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterable, Iterator, List

from careerbot.errors import SetupError

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "models"

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_EXCEPTION = re.compile(r"[\w.]+(?:Exception|Error|Invalid\w*|Missing)\b:? ")

# Lines of Rasa's log that show how far training is.
_PROGRESS = ("Starting to train component", "Finished training component", "is trained and saved")


def _inputs(root: Path) -> Iterator[Path]:
    """Everything that decides what a model is."""
    yield from (root / "config.yml", root / "domain.yml", root / "requirements.lock")
    yield from sorted((root / "data").rglob("*.yml"))
    yield from sorted(path for path in (root / "facts").glob("*.*") if path.suffix in (".yml", ".csv"))
    yield from _code(root)


def _code(root: Path) -> Iterator[Path]:
    yield from sorted((root / "careerbot" / "nlu").rglob("*.py"))
    yield from sorted((root / "careerbot" / "facts").rglob("*.py"))


def _digest(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def fingerprint(root: Path = ROOT) -> str:
    """SHA-256 over names and contents of everything a model is made from."""
    return _digest(root, _inputs(root))


def current_cache(root: Path = ROOT) -> Path:
    """Where Rasa keeps what it has trained, to use it again where nothing has changed.

    Rasa looks at a component's class and data, not at the functions that the class calls; so code has a cache of its
    own.
    """
    return root / ".rasa" / f"cache-{_digest(root, _code(root))[:16]}"


def current_model(root: Path = ROOT) -> Path:
    """Where the model of the present files is, or will be."""
    return root / "models" / f"careerbot-{fingerprint(root)[:16]}.tar.gz"


def train(root: Path = ROOT) -> Path:
    """The model of the present files, trained now if it is not there; older ones of ours are removed.

    Raises:
        SetupError: training failed; the text has the end of what Rasa said.
    """
    path = current_model(root)
    if path.exists():
        print(f"model is up to date ({path.name})", flush=True)
        return path
    print("training the model, about six minutes ...", flush=True)
    command = [sys.executable, "-m", "careerbot.rasa", "train", "--out", str(path.parent)]
    command += ["--fixed-model-name", path.name.removesuffix(".tar.gz")]
    cache = current_cache(root)
    for old in cache.parent.glob("cache*"):
        if old != cache:
            shutil.rmtree(old)
    environment = {**rasa_environment(), "RASA_CACHE_DIRECTORY": str(cache)}
    said: List[str] = []
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            line = _COLOR.sub("", line)
            said.append(line.rstrip())
            if any(mark in line for mark in _PROGRESS):
                print("  " + line.split("  - ")[-1].strip(), flush=True)
    if process.returncode != 0 or not path.exists():
        log = root / "var" / "train.log"
        log.parent.mkdir(exist_ok=True)
        log.write_text("\n".join(said), encoding="utf-8")
        raise SetupError(f"the training failed: {_reason(said)} (all that Rasa said: var/train.log)")
    for old in path.parent.glob("careerbot-*.tar.gz"):
        if old != path:
            old.unlink()
    return path


def _reason(said: List[str]) -> str:
    """The line that names the cause: the last exception, with the lines that belong to it folded into one."""
    starts = [place for place, line in enumerate(said) if _EXCEPTION.match(line)]
    if not starts:
        return said[-1] if said else "Rasa said nothing"
    lines = said[starts[-1] : starts[-1] + 6]
    return " ".join(" ".join(lines).split())[:500]


def rasa_environment() -> dict[str, str]:
    """The environment for Rasa's processes: no telemetry, no progress bars, no warnings of its old dependencies."""
    quiet = {
        "RASA_TELEMETRY_ENABLED": "false",
        "TQDM_DISABLE": "1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SANIC_REQUEST_MAX_SIZE": "65536",
        "PYTHONUNBUFFERED": "1",
        # Idle threads of a large matrix product spin for a while and take the core that the encoder needs.
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
    }
    return {**os.environ, **quiet}
