"""The server's addresses: who may call, how often, what goes wrong on purpose, and the record of it all."""

from __future__ import annotations

import asyncio
import json
import math
import socket
import struct
import time
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable, Dict, List, Tuple

from aiohttp import web

from tests.fake_slack.delivery import Timing
from tests.fake_slack.faults import Fault, FaultPlan
from tests.fake_slack.methods import Method, Methods, Refused
from tests.fake_slack.responses import ResponseUrls
from tests.fake_slack.socket_mode import SocketHub
from tests.fake_slack.state import Json, Workspace


@dataclass
class Call:
    """A call that the app made."""

    method: str
    """Web API method, or ``response_url`` or ``upload``."""
    args: Dict[str, Any]
    """Arguments without the token, JSON strings read."""
    time: float
    """Seconds of ``time.monotonic()``."""
    status: int | None = None
    """HTTP status that was answered; None: no answer was sent."""
    response: Dict[str, Any] = field(default_factory=dict)

    @property
    def error(self) -> str | None:
        """Slack's word for what was wrong."""
        return self.response.get("error")


class Routes:
    """Builds the application; one for each fake."""

    def __init__(
        self,
        methods: Methods,
        response_urls: ResponseUrls,
        sockets: SocketHub,
        faults: FaultPlan,
        *,
        app_token: str,
        timing: Timing,
        changed: Callable[[], None],
    ) -> None:
        self.calls: List[Call] = []
        self._methods = methods
        self._response_urls = response_urls
        self._sockets = sockets
        self._faults = faults
        self._app_token = app_token
        self._interval = timing.message_interval
        self._credit = (timing.message_burst - 1) * timing.message_interval
        self._changed = changed
        self._rested_at: Dict[str, float] = {}
        self._over = asyncio.Event()

    def application(self) -> web.Application:
        """The addresses: ``/api/<method>``, uploads, ``response_url``\\ s and the socket."""
        application = web.Application(client_max_size=16 * 1024**2)
        application.router.add_route("*", "/api/{method}", self._api)
        application.router.add_route("*", "/upload/v1/{file}", self._upload)
        application.router.add_post("/{kind:actions|commands}/{team}/{name}", self._response_url)
        application.router.add_get("/link/", self._sockets.handle)
        return application

    def close(self) -> None:
        """Let go of calls that hang on purpose."""
        self._over.set()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args, token = await _arguments(request)

        async def answer() -> Tuple[int, Json, Dict[str, str]]:
            try:
                return 200, {"ok": True} | await self._run(method, args, token), self._scope_headers(method)
            except _Limited as limited:
                return 429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(limited.seconds)}
            except Refused as refused:
                return 200, {"ok": False} | refused.answer, self._scope_headers(method)

        return await self._answer(request, Call(method, args, time.monotonic()), answer)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        content = await request.read()

        async def answer() -> Tuple[int, str, Dict[str, str]]:
            taken = self._methods.take_upload(request.path, content)
            return (200, f"OK - {len(content)}", {}) if taken else (400, "the length is not what was announced", {})

        return await self._answer(request, Call("upload", {"length": len(content)}, time.monotonic()), answer)

    async def _response_url(self, request: web.Request) -> web.StreamResponse:
        try:
            body = await request.json()
        except ValueError:
            body = None

        async def answer() -> Tuple[int, str, Dict[str, str]]:
            status, text = self._response_urls.answer(request.path, body)
            return status, text, {}

        args = body if isinstance(body, dict) else {}
        return await self._answer(request, Call("response_url", args, time.monotonic()), answer)

    async def _answer(
        self,
        request: web.Request,
        call: Call,
        answer: Callable[[], Awaitable[Tuple[int, Json | str, Dict[str, str]]]],
    ) -> web.StreamResponse:
        """Run a call, or let it fail as the plan says, and keep the record."""
        self.calls.append(call)
        fault = self._faults.next(call.method)
        if fault is not None:
            if fault.accepted:
                await answer()
            return await self._fail(request, call, fault)
        status, body, headers = await answer()
        return self._reply(call, status, body, headers)

    def _reply(self, call: Call, status: int, body: Json | str, headers: Dict[str, str]) -> web.StreamResponse:
        call.status = status
        call.response = body if isinstance(body, dict) else {"body": body}
        self._changed()
        if isinstance(body, dict):
            return web.json_response(body, status=status, headers=headers)
        return web.Response(text=body, status=status, headers=headers)

    async def _fail(self, request: web.Request, call: Call, fault: Fault) -> web.StreamResponse:
        if fault.kind in ("status", "error"):
            headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            return self._reply(call, fault.status, {"ok": False, "error": fault.error}, headers)
        self._changed()
        if fault.kind == "hang":
            await self._over.wait()
        elif request.transport is not None:
            # Lingering for no time makes the kernel send a reset in place of an ordinary end.
            raw: socket.socket = request.transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.transport.abort()
        return web.Response(status=500)

    async def _run(self, name: str, args: Json, token: str | None) -> Json:
        method = self._methods.table.get(name)
        if method is None:
            raise Refused("unknown_method", req_method=name)
        workspace = self._authorize(method, token)
        missing = [key for key in method.required if args.get(key) in (None, "")]
        if missing:
            raise Refused("invalid_arguments", [f"missing required field: {key}" for key in missing])
        # A call that Slack refuses does not count, so the channel is taken only after it went through.
        channel = self._methods.conversation(args[method.paced_by]) if method.paced_by else None
        now = time.monotonic()
        rested_at = max(self._rested_at.get(channel or "", now), now)
        if channel and rested_at - self._credit > now:
            raise _Limited(math.ceil(rested_at - self._credit - now))
        answer = await method.run(workspace, args)
        if channel:
            self._rested_at[channel] = rested_at + self._interval
        return answer

    def _authorize(self, method: Method, token: str | None) -> Workspace:
        """https://docs.slack.dev/reference/methods#errors: the errors every method shares."""
        if not token:
            raise Refused("not_authed")
        workspaces = list(self._methods.state.workspaces.values())
        workspace = self._methods.state.workspace_of(token)
        is_app = token == self._app_token
        if workspace is None and not is_app:
            raise Refused("invalid_auth")
        if is_app != method.app_token:
            raise Refused("not_allowed_token_type")
        if is_app:
            return workspaces[0]
        assert workspace is not None
        scopes = self._methods.scopes
        if method.scopes and not set(method.scopes) & set(scopes):
            raise Refused("missing_scope", needed=",".join(method.scopes), provided=",".join(scopes))
        return workspace

    def _scope_headers(self, name: str) -> Dict[str, str]:
        method = self._methods.table.get(name)
        headers = {"X-OAuth-Scopes": ",".join(self._methods.scopes)}
        return headers | ({"X-Accepted-OAuth-Scopes": ",".join(method.scopes)} if method and method.scopes else {})


class _Limited(Exception):
    """A message too soon after the last one."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


async def _arguments(request: web.Request) -> Tuple[Json, str | None]:
    """Arguments from the query, a form or JSON, and the token from the header or among them:
    https://docs.slack.dev/apis/web-api#basics."""
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            body = None
        args |= body if isinstance(body, dict) else {}
    elif request.body_exists:
        args |= {key: value for key, value in (await request.post()).items() if isinstance(value, str)}
    for key in ("blocks", "attachments", "view", "files", "metadata"):
        if isinstance(args.get(key), str):
            try:
                args[key] = json.loads(args[key])
            except ValueError:
                continue
    in_arguments = args.pop("token", None)
    kind, _, in_header = request.headers.get("Authorization", "").partition(" ")
    return args, in_header if kind == "Bearer" and in_header else in_arguments
