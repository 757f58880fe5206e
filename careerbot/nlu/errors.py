"""What can go wrong in a graph component."""

from __future__ import annotations

from rasa.shared.exceptions import RasaException


class EncoderError(RasaException):
    """An encoder that is missing, damaged or not the expected one; the text says which file."""


class SourceError(RasaException):
    """A function named in ``config.yml`` that is not there or gives no names; the text says what to write instead."""
