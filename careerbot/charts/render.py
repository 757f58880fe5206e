"""From an address to a PNG, kept in memory for whoever asks next."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass

from careerbot.charts.address import ChartSpec, parse
from careerbot.charts.content import content
from careerbot.charts.draw import draw
from careerbot.facts.queries import FactBase, fact_base

_KEPT = 128  # pictures of 13 to 50 kB


@dataclass(frozen=True)
class Png:
    """A picture; ``etag`` is another text whenever ``data`` is another picture."""

    data: bytes
    etag: str


def render(path: str) -> Png:
    """The picture at an address, from the configured fact base. Takes a fraction of a second unless it is kept.

    To be called by one thread at a time, and not by one that has other things to do meanwhile.

    Raises:
        BadAddress, NoSuchChart: the address gives no picture.
        FactsMissing: there is no fact base.
    """
    facts = fact_base()
    return _drawn(parse(path), facts, facts.fingerprint())


@functools.lru_cache(maxsize=_KEPT)
def _drawn(spec: ChartSpec, facts: FactBase, fingerprint: str) -> Png:
    """Draw; once for equal facts, whose fingerprint is only here to tell them apart."""
    data = draw(content(spec, facts))
    return Png(data, hashlib.sha256(data).hexdigest()[:32])
