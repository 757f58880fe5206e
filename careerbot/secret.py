"""The key that signs the tokens: from the environment, or made once and kept in ``var/``."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from careerbot.errors import SetupError
from careerbot.model import ROOT

VARIABLE = "CAREERBOT_SECRET"
FILE = ROOT / "var" / "secret"

LEAST_CHARACTERS = 32
"""A key for HS256 should be no shorter than its sum: 32 bytes (RFC 7518, section 3.2)."""


def secret(file: Path = FILE) -> str:
    """The key; the same in every process of this machine, and after a restart.

    Raises:
        SetupError: the variable or the file holds no usable key, or the file cannot be made.
    """
    given = os.environ.get(VARIABLE)
    if given:
        if len(given) < LEAST_CHARACTERS:
            raise SetupError(f"{VARIABLE} must have at least {LEAST_CHARACTERS} characters, chosen at random")
        return given
    try:
        if not file.exists():
            _make(file)
        kept = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise SetupError(f"the website's key cannot be kept in {_place(file)} ({error}); set {VARIABLE}") from error
    if len(kept) < LEAST_CHARACTERS:
        raise SetupError(
            f"{_place(file)} holds no key; delete it, and a new one is made (open chats end), or set {VARIABLE}"
        )
    return kept


def _make(file: Path) -> None:
    """Whole or not at all, readable for us alone; of two processes that make one, the first wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")  # for its owner alone: 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(48) + "\n")
            out.flush()
            os.fsync(out.fileno())
        # A link to a name that exists fails, where a renaming would take away the other's key.
        with contextlib.suppress(FileExistsError):
            os.link(draft, file)
    finally:
        Path(draft).unlink()


def _place(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
