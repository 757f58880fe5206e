"""The page at ``/`` and the widget's files at ``/widget/``, as the build left them in ``web/dist/``."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Dict, Optional

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from careerbot.model import ROOT

DIST = ROOT / "web" / "dist"
PAGE = "page.html"
WIDGET = "careerbot.js"

NOT_BUILT = "The page is not built: web/dist/ has no page.html. Run: make web\n"

_HTML = "text/html; charset=utf-8"
_TYPES: Dict[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".html": _HTML,
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
}
_PICTURES = frozenset({".ico", ".jpg", ".png", ".svg", ".webp"})
_PACKED = frozenset({".css", ".html", ".js", ".svg", ".txt"})

_SECURITY: Dict[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Nothing but our own files. lit-html is the policy of Trusted Types by which Lit makes its templates.
_CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html",
    )
)
_OF_PAGES: Dict[str, str] = {
    "Content-Security-Policy": _CONTENT_POLICY,
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Other sites embed these, pages of theirs that are isolated included.
_OF_EMBEDDED: Dict[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

_ASK_EACH_TIME = "no-cache"
_TEN_MINUTES = "public, max-age=600"


@dataclass(frozen=True)
class _Built:
    """A file; ``packed`` is the same as gzip, where that is worth it."""

    data: bytes
    packed: Optional[bytes]
    etag: str


class Pages:
    """Serves the files of a folder, and nothing that is outside of it or of another kind.

    Args:
        folder: what the build of ``web/`` has made.
    """

    def __init__(self, folder: Path = DIST) -> None:
        self._folder = folder

    def page(self, request: Request) -> HTTPResponse:
        """The page; 503 if nothing is built."""
        return self.file(request, PAGE)

    def file(self, request: Request, name: str) -> HTTPResponse:
        """A file by its path below the folder; 404 if there is none, 503 if nothing is built."""
        if not (self._folder / PAGE).is_file():
            return response.text(NOT_BUILT, status=503, headers={**_SECURITY, "Retry-After": "60"})
        try:
            path = self._find(name)
            about = path.stat()
            built = _read(path, about.st_mtime_ns, about.st_size)
        except OSError:  # not there, or a name that none can have
            return response.text("There is nothing at this address.\n", status=404, headers=_SECURITY)
        return _answer(request, path, built)

    def _find(self, name: str) -> Path:
        """The path of a file of a known kind inside the folder, links followed; OSError for anything else."""
        folder = self._folder.resolve()
        path = (folder / name.replace("\0", "/")).resolve()
        if path.suffix not in _TYPES or not path.is_relative_to(folder) or not path.is_file():
            raise FileNotFoundError(name)
        return path


@lru_cache(maxsize=64)
def _read(path: Path, modified: int, size: int) -> _Built:
    """A file as it is since it was last written."""
    data = path.read_bytes()
    packed = gzip.compress(data, mtime=0) if path.suffix in _PACKED else None
    return _Built(data, packed, hashlib.sha256(data).hexdigest()[:32])


def _answer(request: Request, path: Path, built: _Built) -> HTTPResponse:
    headers = {**_SECURITY, "Cache-Control": _ASK_EACH_TIME}
    if path.suffix == ".html":
        headers.update(_OF_PAGES)
    if path.name == WIDGET or path.suffix in _PICTURES:
        headers.update(_OF_EMBEDDED)
        headers["Cache-Control"] = _TEN_MINUTES
    data, etag = built.data, f'"{built.etag}"'
    if built.packed is not None:
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            data, etag = built.packed, f'"{built.etag}-gzip"'
            headers["Content-Encoding"] = "gzip"
    headers["ETag"] = etag
    known = request.headers.get("If-None-Match", "")
    if known == "*" or etag in (tag.strip().removeprefix("W/") for tag in known.split(",")):
        headers.pop("Content-Encoding", None)
        return response.empty(status=304, headers=headers)
    return response.raw(data, headers=headers, content_type=_TYPES[path.suffix])
