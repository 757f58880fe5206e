"""Things that go wrong on Slack's side when a test says so.

    slack.fail("chat.postMessage", rate_limited(retry_after=1))
    slack.fail("chat.postMessage", reset(accepted=True), on=2)
    slack.fail("*", server_error(), times=3)

A fault with ``accepted=True`` strikes after the call took effect: the message is there, the app never hears of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Literal

ANY = "*"


@dataclass(frozen=True)
class Fault:
    """What happens to one call in place of its answer."""

    kind: Literal["status", "error", "hang", "reset"]
    status: int = 200
    error: str = ""
    retry_after: int | None = None
    """Seconds, whole ones as Slack sends them."""
    accepted: bool = False


def rate_limited(retry_after: int = 1) -> Fault:
    """HTTP 429 with ``Retry-After``: https://docs.slack.dev/apis/web-api/rate-limits."""
    return Fault("status", status=429, error="ratelimited", retry_after=retry_after)


def server_error(status: int = 500, *, accepted: bool = False) -> Fault:
    """An HTTP error of Slack's own."""
    return Fault("status", status=status, error="internal_error", accepted=accepted)


def refused(error: str) -> Fault:
    """``{"ok": false, "error": ...}`` with HTTP 200, such as ``fatal_error``, ``is_archived``, ``token_revoked``."""
    return Fault("error", error=error)


def hang(*, accepted: bool = False) -> Fault:
    """No answer until the client gives up."""
    return Fault("hang", accepted=accepted)


def reset(*, accepted: bool = False) -> Fault:
    """The connection is reset in place of an answer."""
    return Fault("reset", accepted=accepted)


@dataclass
class _Planned:
    method: str
    fault: Fault
    skip: int
    times: int


class FaultPlan:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self._planned: List[_Planned] = []

    def add(self, method: str, fault: Fault, on: int = 1, times: int = 1) -> None:
        """Let calls fail: the ``on``-th from now (1: the next) and the ``times - 1`` after it.

        Args:
            method: a Web API method, ``response_url``, ``upload``, or ``*`` for any of them.
            fault: what happens.
            on: from 1.
            times: how many calls in a row.

        Raises:
            ValueError: ``on`` or ``times`` is below 1.
        """
        if on < 1 or times < 1:
            raise ValueError(f"on and times count from 1, not {on} and {times}")
        self._planned.append(_Planned(method, fault, on - 1, times))

    def next(self, method: str) -> Fault | None:
        """The fault for a call that has just come in; counts it."""
        struck: Fault | None = None
        for planned in [p for p in self._planned if p.method in (method, ANY)]:
            if planned.skip:
                planned.skip -= 1
            elif struck is None:
                struck = planned.fault
                planned.times -= 1
        self._planned = [p for p in self._planned if p.times]
        return struck
