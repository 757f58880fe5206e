"""To the app through its own sockets: https://docs.slack.dev/apis/events-api/using-socket-mode."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from typing import Any, Dict, List, Literal, Set

from aiohttp import WSMsgType, web

from tests.fake_slack.delivery import Attempt, Delivery, Timing
from tests.fake_slack.state import Json

CONNECTIONS_MAX = 10
"""An app may hold ten connections at a time; one more is turned away with ``too_many_websockets``."""

Reason = Literal["warning", "refresh_requested", "link_disabled", "too_many_websockets"]


class Connection:
    """One socket of the app."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self._request = request
        self.envelopes: List[Json] = []
        """What was sent through it, oldest first."""
        self.closed = asyncio.Event()

    async def disconnect(self, reason: Reason, wait: float) -> None:
        """Say goodbye as Slack does; close after ``wait`` seconds unless the app has closed by then."""
        await self.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "fake"}})
        try:
            await asyncio.wait_for(self.closed.wait(), wait)
        except asyncio.TimeoutError:
            await self.socket.close()

    async def drop(self) -> None:
        """Break off without a word, as a lost network does."""
        if self._request.transport is not None:
            self._request.transport.abort()
        await self.closed.wait()


class SocketHub:
    """The app's sockets; envelopes go to each in turn."""

    def __init__(self, app_id: str, timing: Timing) -> None:
        self.connections: List[Connection] = []
        self.opened = 0
        """How many connections there have been."""
        self.origin = ""
        self._app_id = app_id
        self._timing = timing
        self._tickets: Set[str] = set()
        self._arrived = asyncio.Event()
        self._turn = 0
        self._waiting: Dict[str, asyncio.Future[Any]] = {}

    @property
    def reachable(self) -> bool:
        """Always: what is sent while the app is away waits for it."""
        return True

    def url(self) -> str:
        """A new address for one connection, as ``apps.connections.open`` answers it."""
        ticket = uuid.uuid4().hex
        self._tickets.add(ticket)
        return f"{self.origin.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self._app_id}"

    async def disconnect(self, reason: Reason = "refresh_requested") -> None:
        """Say goodbye on every connection there is now; nothing new is sent on them. Returns when they are closed."""
        leaving, self.connections = self.connections, []
        await asyncio.gather(*(connection.disconnect(reason, self._timing.goodbye) for connection in leaving))

    async def connected(self, count: int = 1, timeout: float = 10.0) -> None:
        """Wait until the app holds this many connections.

        Raises:
            asyncio.TimeoutError: it does not within ``timeout`` seconds.
        """

        async def enough() -> None:
            while len(self.connections) < count:
                await self._arrived.wait()

        await asyncio.wait_for(enough(), timeout)

    async def close(self) -> None:
        """Close all connections."""
        for connection in list(self.connections):
            await connection.socket.close()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """The socket's end here: hello, then acknowledgements until it closes."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=404, text="the ticket was used or never given")
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(request, socket)
        if len(self.connections) >= CONNECTIONS_MAX:
            await connection.disconnect("too_many_websockets", 0.0)
            return socket
        self.opened += 1
        await socket.send_json(self._hello(len(self.connections) + 1))
        self.connections.append(connection)
        self._arrived.set()
        self._arrived = asyncio.Event()
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._acknowledge(json.loads(frame.data))
        finally:
            self.connections = [other for other in self.connections if other is not connection]
            connection.closed.set()
        return socket

    async def attempt(self, delivery: Delivery, number: int, reason: str | None) -> Attempt:
        """One envelope on the next connection; waits for one where there is none.

        An envelope whose connection closes before the acknowledgement fails at once, so that the retry goes out on the
        next connection.
        """
        while not self.connections:
            # Whoever acts does not wait for an app that is away.
            delivery.tried.set()
            await self._arrived.wait()
        self._turn += 1
        connection = self.connections[self._turn % len(self.connections)]
        envelope_id = str(uuid.uuid4())
        acknowledgement: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = acknowledgement
        envelope: Json = {
            "envelope_id": envelope_id,
            "type": delivery.type,
            "accepts_response_payload": delivery.type != "events_api",
            "payload": delivery.payload,
        }
        if delivery.type == "events_api":
            envelope |= {"retry_attempt": number, "retry_reason": reason or ""}
        started = time.monotonic()
        closed = asyncio.ensure_future(connection.closed.wait())
        try:
            connection.envelopes.append(envelope)
            await connection.socket.send_json(envelope)
            await asyncio.wait(
                {acknowledgement, closed},
                timeout=self._timing.acknowledgement,
                return_when=asyncio.FIRST_COMPLETED,
            )
        except ConnectionError:
            await connection.closed.wait()
        finally:
            closed.cancel()
            del self._waiting[envelope_id]
        latency = time.monotonic() - started
        if acknowledgement.done():
            payload = acknowledgement.result()
            headers = {"content-type": "application/json"} if payload is not None else {}
            body = json.dumps(payload) if payload is not None else ""
            return Attempt(number, True, latency, 200, body=body, headers=headers)
        why = "disconnected" if connection.closed.is_set() else "timeout"
        return Attempt(number, False, latency, reason=why)

    def _hello(self, count: int) -> Json:
        return {
            "type": "hello",
            "num_connections": count,
            "debug_info": {"host": "fake", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._app_id},
        }

    def _acknowledge(self, answer: Json) -> None:
        waiting = self._waiting.get(answer.get("envelope_id", ""))
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload"))
