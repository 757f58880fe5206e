"""A site of somebody else: one page that embeds the widget from the assistant's server, and styles that would ruin it.

with Site() as site:
    site.embed("http://127.0.0.1:5005")
"""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Dict, Optional, Tuple, Type

HOSTILE_STYLE = (
    "* { all: unset !important; display: none !important; font-size: 3px !important; color: red !important;"
    " opacity: .1 !important; letter-spacing: 9px !important; text-transform: uppercase !important;"
    " direction: ltr !important; position: static !important; visibility: hidden !important }"
    " html, body { display: block !important; visibility: visible !important; opacity: 1 !important }"
    " career-chat { display: none !important; transform: scale(.1) !important; pointer-events: none !important }"
)
"""As bad as a style sheet can be."""

CALM_STYLE = "body { font: 18px/1.6 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }"

PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A school of nursing</title>
    <link rel="stylesheet" href="{style}">
    <script src="{server}/widget/careerbot.js" defer data-heading="Ask about careers"></script>
  </head>
  <body>
    <main><h1>Evening courses</h1><p>Come by on Tuesdays, or ask the assistant in the corner.</p></main>
  </body>
</html>
"""


class Site:
    """The server: ``/`` has hostile styles, ``/calm`` has not.

    Its address is ``localhost``, the assistant's ``127.0.0.1``: to a browser these are two sites, not only two origins.
    """

    def __init__(self) -> None:
        self._files: Dict[str, Tuple[str, str]] = {}
        self._policy: Dict[str, str] = {}

    def __enter__(self) -> Site:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Its origin."""
        return f"http://localhost:{self._server.server_port}"

    def embed(self, server: str) -> None:
        """Put the widget of this server on the pages, which allow what docs/widget.md asks for and nothing else."""
        self._files = {
            "/": ("text/html", PAGE.format(server=server, style="/hostile.css")),
            "/calm": ("text/html", PAGE.format(server=server, style="/calm.css")),
            "/hostile.css": ("text/css", HOSTILE_STYLE),
            "/calm.css": ("text/css", CALM_STYLE),
        }
        self._policy = {
            "Content-Security-Policy": (
                f"default-src 'none'; script-src {server}; connect-src {server}; img-src {server}; style-src 'self'; "
                "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
            ),
            # An isolated page loads nothing from elsewhere that does not agree to it.
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp",
        }

    def answer(self, path: str) -> Tuple[int, Dict[str, str], bytes]:
        """Status, headers and body."""
        if path not in self._files:
            return 404, {}, b""
        kind, text = self._files[path]
        return 200, {"Content-Type": f"{kind}; charset=utf-8", **self._policy}, text.encode()


def _handler(site: Site) -> Type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = site.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Tests are quiet."""

    return Handler
