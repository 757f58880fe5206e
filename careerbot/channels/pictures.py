"""Pictures: ``GET /charts/...`` gives the PNG that an answer names; nothing else is listened to.

Rasa serves everyone from one event loop, so a picture is drawn beside it, one at a time. What is wrong with an address
is a 4xx with the reason in JSON. Pages of other sites may show a picture, as they do where the widget is embedded.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Awaitable, Callable, Dict, Optional
from urllib.parse import unquote

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from careerbot.charts.address import PREFIX
from careerbot.charts.errors import BadAddress, NoSuchChart
from careerbot.charts.render import Png, render

logger = logging.getLogger(__name__)

MOST_WAITING = 16
"""Requests beyond these are turned away: at a third of a second a picture, nobody waits longer than a few seconds."""

# Browsers ask again after an hour, and get the picture itself only if it has changed.
_CACHE_CONTROL = "public, max-age=3600"
_RETRY_SECONDS = "5"
_SHOWN = ("GET", "HEAD")
# All that may come, so that what cannot be done to a picture is told in JSON, too.
_METHODS = [*_SHOWN, "POST", "PUT", "PATCH", "DELETE"]
_FOR_ALL_SITES = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


class PicturesChannel(InputChannel):
    """Serves pictures beside the channels that carry messages, so that one process and address is enough."""

    def __init__(self) -> None:
        self._waiting = 0
        self._drawing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")

    @classmethod
    def name(cls) -> str:
        """No conversation comes through this channel."""
        return "pictures"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> InputChannel:
        """There is nothing to configure."""
        return cls()

    def url_prefix(self) -> str:
        """From the root: Rasa would put it below /webhooks/."""
        return PREFIX

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The one route: whatever stands below the prefix is the address of a picture, or of none."""
        routes = Blueprint("careerbot_pictures")

        @routes.route("/", methods=_METHODS, name="none")
        @routes.route("/<address:path>", methods=_METHODS, name="one")
        async def picture(request: Request, address: str = "") -> HTTPResponse:
            if request.method not in _SHOWN:
                return _refused(405, "a picture can only be read", {"Allow": ", ".join(_SHOWN)})
            if self._waiting >= MOST_WAITING:
                return _refused(503, "too many pictures are asked for just now", {"Retry-After": _RETRY_SECONDS})
            try:
                png = await self._render(unquote(f"{PREFIX}/{address}"))
            except BadAddress as error:
                return _refused(400, str(error))
            except NoSuchChart as error:
                return _refused(404, str(error))
            except Exception:
                logger.exception("the picture %s could not be drawn", request.path)
                return _refused(500, "the picture could not be drawn just now")
            return _answer(png, request.headers.get("If-None-Match", ""))

        return routes

    async def _render(self, path: str) -> Png:
        """Draw in the one thread there is for it."""
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._drawing, render, path)
        finally:
            self._waiting -= 1


def _answer(png: Png, known: str) -> HTTPResponse:
    """The picture, or only that it is still the one which the caller has."""
    etag = f'"{png.etag}"'
    headers = {"ETag": etag, "Cache-Control": _CACHE_CONTROL, **_FOR_ALL_SITES}
    if known == "*" or etag in (tag.strip().removeprefix("W/") for tag in known.split(",")):
        return response.empty(status=304, headers=headers)
    return response.raw(png.data, headers=headers, content_type="image/png")


def _refused(status: int, reason: str, headers: Optional[Dict[str, str]] = None) -> HTTPResponse:
    return response.json({"error": reason}, status=status, headers=headers)
