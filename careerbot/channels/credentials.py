"""``credentials.yml``, looked at before the assistant starts, so that its operator is told at once what is wrong."""

from __future__ import annotations

from pathlib import Path

from rasa.shared.utils.common import class_from_module_path
from rasa.shared.utils.io import read_config_file


def check_channels(file: Path) -> None:
    """Make each channel of ours once, as Rasa will when it starts: that takes minutes, and it tells in a traceback.

    Raises:
        SetupError: a channel cannot work with its options or with the environment; the text says why and what to do.
    """
    for name, options in read_config_file(file).items():
        if name.startswith(f"{__package__}."):
            class_from_module_path(name).from_credentials(options)
