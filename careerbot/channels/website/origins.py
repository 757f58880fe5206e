"""Which sites may let their pages talk to the assistant (CORS)."""

from __future__ import annotations

from typing import Collection, Dict
from urllib.parse import urlsplit

from sanic.request import Request
from sanic.response import HTTPResponse

# What a browser is told that asks before it sends the request itself.
_PREFLIGHT: Dict[str, str] = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "7200",
}


def is_allowed(request: Request, origins: Collection[str]) -> bool:
    """Whether the page that asks is the assistant's own or on a listed site. What is no browser names no origin."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    # A proxy that speaks HTTPS to the browser may speak HTTP to us, so the scheme says nothing.
    return origin.lower() in origins or urlsplit(origin.lower()).netloc == request.host.lower()


def tell(request: Request, answer: HTTPResponse, origins: Collection[str]) -> None:
    """Let the page that asks read the answer if it may, and nobody else, whatever others have let.

    A page that is refused may read just that, so that the widget on it can say what is wrong.
    """
    for name in {name.lower() for name in answer.headers if name.lower().startswith("access-control-")}:
        answer.headers.popall(name)
    answer.headers["Vary"] = "Origin"
    origin = request.headers.get("Origin")
    if origin is None:
        return
    if not is_allowed(request, origins):
        if request.method != "OPTIONS" and answer.status == 403:
            answer.headers["Access-Control-Allow-Origin"] = "*"
        return
    answer.headers["Access-Control-Allow-Origin"] = origin
    answer.headers["Access-Control-Expose-Headers"] = "Retry-After"
    if request.method == "OPTIONS":
        answer.headers.update(_PREFLIGHT)
