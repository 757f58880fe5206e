"""How fast messages follow one another in a channel of Slack, so that Slack need not say "429, wait".

Slack takes about one message a second in a channel; short bursts pass, it does not say how short:
https://docs.slack.dev/apis/web-api/rate-limits. ``slack_sdk`` has nothing for it, it only waits when it is told to.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import AsyncIterator, Dict
from weakref import WeakValueDictionary


class Pace:
    """Gives turns to write to a channel: a few at once after a rest, then one in each interval.

    Args:
        interval: seconds.
        burst: how many messages go at once after a rest.
    """

    def __init__(self, interval: float, burst: int) -> None:
        self._interval = interval
        self._burst = burst
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._rested_at: Dict[str, float] = {}  # by channel, on the event loop's clock: when a whole burst may go again

    @asynccontextmanager
    async def turn(self, channel: str) -> AsyncIterator[None]:
        """Wait for a turn to write one message to a channel, and have the channel alone until that is done."""
        clock = asyncio.get_running_loop().time
        lock = self._locks.setdefault(channel, asyncio.Lock())
        async with lock:
            await asyncio.sleep(self._owed(channel, clock()) - (self._burst - 1) * self._interval)
            owed = self._owed(channel, clock())
            try:
                yield
            finally:
                # The interval begins when Slack has answered: then it holds however long a call took, and where Slack
                # allowed no burst and said so, the next message does not follow on its heels.
                now = clock()
                resting = {each: at for each, at in self._rested_at.items() if at > now}
                self._rested_at = {**resting, channel: now + owed + self._interval}

    def _owed(self, channel: str, now: float) -> float:
        """Seconds of rest until a whole burst may go."""
        return max(self._rested_at.get(channel, now) - now, 0.0)
