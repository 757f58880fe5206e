"""The settings that only some answers need, looked at before anyone asks, so that the operator sees what is wrong."""

from __future__ import annotations

from careerbot.contact import contact
from careerbot.feedback import feedback_store


def check_settings() -> None:
    """Look at all of them; nothing is opened yet.

    Raises:
        SetupError: the contact cannot be shown, or the ratings have no usable address; the text names the setting.
    """
    contact()
    feedback_store()
