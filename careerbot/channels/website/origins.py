"""Which sites may let their pages talk to the assistant (CORS)."""

from __future__ import annotations

from typing import Collection, Dict
from urllib.parse import urlsplit

from sanic.request import Request

PREFLIGHT: Dict[str, str] = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "7200",
}
"""What a browser is told that asks before it sends the request itself."""


def is_allowed(request: Request, origins: Collection[str]) -> bool:
    """Whether the page that asks is the assistant's own or on a listed site. What is no browser names no origin."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    # A proxy that speaks HTTPS to the browser may speak HTTP to us, so the scheme says nothing.
    return origin.lower() in origins or urlsplit(origin.lower()).netloc == request.host.lower()


def headers_for(request: Request, origins: Collection[str]) -> Dict[str, str]:
    """What lets the page that asks read the answer; nothing of that where it may not."""
    origin = request.headers.get("Origin")
    vary = {"Vary": "Origin"}
    if origin is None or not is_allowed(request, origins):
        return vary
    return {**vary, "Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": "Retry-After"}
