"""Why an address gives no picture. The text tells whoever asked for it what to ask for instead."""

from __future__ import annotations

from careerbot.errors import CareerbotError


class BadAddress(CareerbotError):
    """An address of a known kind of picture whose codes, number of codes or year cannot be."""


class NoSuchChart(CareerbotError):
    """No kind of picture has this address, or the fact base lacks a figure that it would show."""
