"""A server of the website's protocol (docs/website.md) that answers what a test tells it to: hostile, slow or broken.

with Stub() as server:
    server.answers["hi"] = [{"text": "Hello"}]
"""

from __future__ import annotations

import itertools
import json
import struct
import threading
import zlib
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Dict, List, Optional, Tuple, Type

DIST = Path(__file__).resolve().parents[2] / "web" / "dist"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}
TIME = "2026-11-24T10:00:00Z"

STRICT_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
)

Message = Dict[str, Any]


def png(width: int, height: int, color: Tuple[int, int, int]) -> bytes:
    """A picture of one color."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes(color) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Stub:
    """The server. What it is told and what it has seen stand in its attributes.

    Attributes:
        answers: parts of the answers to a text or payload; others are echoed.
        failures: what the next requests to an address get instead: status, code, Retry-After.
        hold: answers to messages wait until it is set.
        holds: what is answered to "METHOD address" is made at once but waits until its event is set.
        conversations: messages by token.
        seen: requests as (method, path, body), in order.
        answered: how often each message id was answered anew.
    """

    def __init__(self) -> None:
        self.answers: Dict[str, List[Message]] = {}
        self.failures: Dict[str, List[Tuple[int, str, Optional[int]]]] = {}
        self.pages: Dict[str, str] = {}
        self.hold = threading.Event()
        self.hold.set()
        self.holds: Dict[str, threading.Event] = {}
        self.conversations: Dict[str, List[Message]] = {}
        self.seen: List[Tuple[str, str, Any]] = []
        self.answered: Counter[str] = Counter()
        self.tokens = itertools.count()
        self._server: Optional[ThreadingHTTPServer] = None
        self.port = 0

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Stub:
        self.start()
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Listen, at the same address each time."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), _handler(self))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        """Be gone."""
        for event in (self.hold, *self.holds.values()):
            event.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def bodies(self, path: str) -> List[Any]:
        """The bodies of all requests to an address."""
        return [body for _, seen, body in self.seen if seen == path]

    def answer(self, token: str, message: Message) -> List[Message]:
        """The answers to a message; the same ones to the same id."""
        conversation = self.conversations[token]
        before = [said for said in conversation if said.get("reply_to") == message["id"]]
        if before:
            return before
        self.answered[message["id"]] += 1
        shown = message.get("text", message.get("title"))
        conversation.append({"id": message["id"], "from": "person", "time": TIME, "text": shown})
        parts = self.answers.get(message.get("payload", shown), [{"text": f"You said: {shown}", "rateable": True}])
        about = {"from": "assistant", "time": TIME, "reply_to": message["id"]}
        made = [{"id": f"m-{token}-{len(conversation)}-{place}", **about, **part} for place, part in enumerate(parts)]
        conversation.extend(made)
        return made


def _handler(stub: Stub) -> Type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            if path in stub.pages:
                self._send(200, stub.pages[path].encode(), "text/html")
            elif path == "/":
                self._file(DIST / "page.html")
            elif path.startswith("/widget/"):
                self._file(DIST / path.rsplit("/", 1)[1])
            elif path.startswith("/charts/"):
                self._send(200, png(1200, 700, (210, 226, 222)), "image/png")
            else:
                self._protocol("GET", path)

        def do_POST(self) -> None:
            self._protocol("POST", self.path)

        def do_DELETE(self) -> None:
            self._protocol("DELETE", self.path)

        def _protocol(self, method: str, path: str) -> None:
            name = path.removeprefix("/webhooks/website/")
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "null")
            stub.seen.append((method, name, body))
            if stub.failures.get(name):
                status, code, wait = stub.failures[name].pop(0)
                return self._error(status, code, wait)
            token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
            if (method, name) == ("POST", "session"):
                token = f"token-{next(stub.tokens)}"
                stub.conversations[token] = []
                return self._json(201, {"token": token, "expires": "2026-12-24T10:00:00Z"})
            if token not in stub.conversations:
                return self._error(401, "session_ended")
            if (method, name) == ("POST", "messages"):
                stub.hold.wait()
                return self._json(200, {"messages": stub.answer(token, body)})
            if (method, name) == ("GET", "messages"):
                return self._json(200, {"messages": stub.conversations[token]})
            if (method, name) == ("POST", "feedback"):
                return self._send(204, b"", "")
            if (method, name) == ("DELETE", "conversation"):
                del stub.conversations[token]
                return self._send(204, b"", "")
            return self._error(404, "not_found")

        def _file(self, path: Path) -> None:
            if path.is_file():
                self._send(200, path.read_bytes(), TYPES[path.suffix])
            else:
                self._error(404, "not_found")

        def _error(self, status: int, code: str, wait: Optional[int] = None) -> None:
            headers = {} if wait is None else {"Retry-After": str(wait)}
            self._json(status, {"error": {"code": code, "message": f"A sentence about {code}."}}, headers)

        def _json(self, status: int, body: Any, headers: Optional[Dict[str, str]] = None) -> None:
            self._send(status, json.dumps(body).encode(), "application/json", headers)

        def _send(self, status: int, data: bytes, kind: str, headers: Optional[Dict[str, str]] = None) -> None:
            held = stub.holds.get(f"{self.command} {self.path.removeprefix('/webhooks/website/')}")
            if held is not None:
                held.wait()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            if kind:
                self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Security-Policy", STRICT_CSP)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments: Any) -> None:
            """Tests are quiet."""

    return Handler
