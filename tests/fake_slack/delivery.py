"""What is sent to the app and how the app took it, for both ways of sending."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Dict, List, Literal, Mapping, Protocol, Set, Tuple

Type = Literal["events_api", "interactive", "slash_commands"]


@dataclass(frozen=True)
class Timing:
    """Slack's times, in seconds. A test passes shorter ones; the order of things stays.

    https://docs.slack.dev/apis/events-api: three seconds to answer an event; a retry "nearly immediately", after one
    minute and after five. https://docs.slack.dev/apis/web-api/rate-limits: one message a second in each channel.
    https://docs.slack.dev/apis/events-api/using-socket-mode: a warning comes about ten seconds before the end.
    """

    acknowledgement: float = 3.0
    retries: Tuple[float, ...] = (0.0, 60.0, 300.0)
    message_interval: float = 1.0
    message_burst: int = 1
    """How many messages pass at once in a channel after a rest; Slack does not say how short its "short bursts" are."""
    goodbye: float = 10.0
    """How long a socket stays open after ``disconnect`` unless the app closes it first."""

    def scaled(self, factor: float) -> Timing:
        """The same with waits made ``factor`` as long; the time to answer stays, as a real app needs it."""
        return replace(
            self,
            retries=tuple(wait * factor for wait in self.retries),
            message_interval=self.message_interval * factor,
            goodbye=self.goodbye * factor,
        )


@dataclass(frozen=True)
class Attempt:
    """One sending of a delivery and what came back."""

    number: int
    """0 for the first, then 1, 2, 3: the value of ``X-Slack-Retry-Num`` and ``retry_attempt``."""
    acknowledged: bool
    latency: float
    """Seconds from sending to the answer or to giving up."""
    status: int | None = None
    """HTTP status; None when there was no answer. An acknowledged envelope of Socket Mode counts as 200."""
    reason: str | None = None
    """Why it failed, in the words of ``X-Slack-Retry-Reason``: ``http_timeout``, ``connection_failed``, ``http_error``;
    in Socket Mode ``timeout`` or ``disconnected``."""
    body: str = ""
    """What the app answered, as text; in Socket Mode the acknowledgement's payload as JSON."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def final(self) -> bool:
        """Whether Slack leaves it at that: taken, or the app asked for no retries (``X-Slack-No-Retry: 1``)."""
        return self.acknowledged or self.headers.get("x-slack-no-retry") == "1"


@dataclass
class Delivery:
    """Something for the app: an event, an interaction or a slash command."""

    type: Type
    payload: Dict[str, Any]
    attempts: List[Attempt] = field(default_factory=list)
    tried: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    """Set when the first attempt is over, or waits for a connection."""

    @property
    def acknowledged(self) -> bool:
        """Whether the app has taken it."""
        return any(attempt.acknowledged for attempt in self.attempts)

    @property
    def status(self) -> int | None:
        """HTTP status of the last attempt."""
        return self.attempts[-1].status if self.attempts else None

    @property
    def body(self) -> str:
        """What the app answered to the last attempt."""
        return self.attempts[-1].body if self.attempts else ""


class Transport(Protocol):
    """A way to the app: over HTTP (``events.py``) or through a socket (``socket_mode.py``)."""

    @property
    def reachable(self) -> bool:
        """Whether it is known where the app is."""
        ...

    async def attempt(self, delivery: Delivery, number: int, reason: str | None) -> Attempt:
        """Send once. ``number`` and ``reason``: which retry it is and why the last attempt failed."""
        ...


class Dispatcher:
    """Sends deliveries, again by Slack's schedule where it has one, and keeps the record."""

    def __init__(self, transport: Transport, timing: Timing, changed: Callable[[], None]) -> None:
        self.deliveries: List[Delivery] = []
        self._transport = transport
        self._timing = timing
        self._changed = changed
        self._tasks: Set[asyncio.Task[None]] = set()

    async def send(self, delivery: Delivery) -> Delivery:
        """Start the sending; returns when the first attempt is over. Retries go on behind it."""
        task = self.start(delivery)
        await delivery.tried.wait()
        if task.done():
            task.result()
        return delivery

    @property
    def reachable(self) -> bool:
        """Whether it is known where the app is."""
        return self._transport.reachable

    def start(self, delivery: Delivery) -> asyncio.Task[None]:
        """Start the sending.

        Raises:
            RuntimeError: nobody said where the app is.
        """
        if not self.reachable:
            raise RuntimeError("The app's address is not known: give request_url=... or set it, or socket_mode=True.")
        self.deliveries.append(delivery)
        task = asyncio.create_task(self._run(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def settled(self) -> None:
        """Wait until no delivery is under way: each was taken or has used up its retries."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def stop(self) -> None:
        """Give up what is under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, delivery: Delivery) -> None:
        # Only events are sent again; who clicks or types a command sees an error instead.
        waits = (0.0, *self._timing.retries) if delivery.type == "events_api" else (0.0,)
        reason: str | None = None
        try:
            for number, wait in enumerate(waits):
                if wait:
                    await asyncio.sleep(wait)
                attempt = await self._transport.attempt(delivery, number, reason)
                delivery.attempts.append(attempt)
                delivery.tried.set()
                self._changed()
                if attempt.final:
                    return
                reason = attempt.reason
        finally:
            delivery.tried.set()
