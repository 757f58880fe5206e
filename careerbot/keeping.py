"""How long conversations are kept, for the answer that says so: ``keep_days`` in ``endpoints.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from rasa.shared.utils.io import read_config_file

from careerbot.model import ROOT


def keep_days(endpoints: Path = ROOT / "endpoints.yml") -> Optional[int]:
    """After so many days in which nothing was said a conversation is deleted; None if that is never done.

    Whether the setting can be used is for the store to say, which reads it when the assistant starts.
    """
    days: Optional[int] = (read_config_file(endpoints).get("tracker_store") or {}).get("keep_days")
    return days
