"""To the app over HTTP: signed requests, and what counts as taken.

https://docs.slack.dev/authentication/verifying-requests-from-slack, https://docs.slack.dev/apis/events-api.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
import uuid
from dataclasses import replace
from typing import Any, Dict, Mapping
from urllib.parse import urlencode

import aiohttp

from tests.fake_slack.delivery import Attempt, Delivery, Timing
from tests.fake_slack.shapes import VERIFICATION_TOKEN

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class HttpTransport:
    """Sends deliveries as HTTP requests. ``session`` and ``urls`` are set by the fake when it starts."""

    def __init__(self, signing_secret: str, timing: Timing) -> None:
        self.session: aiohttp.ClientSession | None = None
        self.urls: Dict[str, str | None] = {}
        self._secret = signing_secret.encode()
        self._timing = timing

    async def close(self) -> None:
        """Close the connections to the app."""
        if self.session:
            await self.session.close()

    @property
    def reachable(self) -> bool:
        """Whether the app's address is known."""
        return self.urls.get("events_api") is not None

    async def attempt(self, delivery: Delivery, number: int, reason: str | None) -> Attempt:
        """Events go as JSON, interactions as a form with ``payload``, commands as a form of their fields."""
        if delivery.type == "events_api":
            body, content_type = json.dumps(delivery.payload), JSON
        elif delivery.type == "interactive":
            body, content_type = urlencode({"payload": json.dumps(delivery.payload)}), FORM
        else:
            body, content_type = urlencode(delivery.payload), FORM
        headers = self._signed(body.encode(), content_type, age=0.0)
        if number:
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": str(reason)}
        return await self._post(delivery.type, body.encode(), headers, number)

    async def verify_url(self) -> Attempt:
        """https://docs.slack.dev/reference/events/url_verification.

        The challenge may come back as plain text, as a form or as JSON with the key ``challenge``.
        """
        challenge = uuid.uuid4().hex
        body = json.dumps({"token": VERIFICATION_TOKEN, "challenge": challenge, "type": "url_verification"}).encode()
        attempt = await self._post("events_api", body, self._signed(body, JSON, age=0.0), number=0)
        accepted = {challenge, f"challenge={challenge}"}
        given = attempt.body.strip()
        if attempt.headers.get("content-type", "").startswith(JSON):
            answer = json.loads(given or "null")
            given = str(answer.get("challenge")) if isinstance(answer, dict) else given
        return replace(attempt, acknowledged=attempt.acknowledged and given in accepted)

    async def post_raw(self, body: bytes | str | Mapping[str, Any], headers: Mapping[str, str], age: float) -> Attempt:
        """Bytes as they are, signed ``age`` seconds ago, with ``headers`` over the usual ones ('' leaves one out)."""
        sent = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        usual = self._signed(sent, JSON, age)
        given = {name.lower() for name in headers}
        kept = {name: value for name, value in usual.items() if name.lower() not in given}
        return await self._post("events_api", sent, kept | {k: v for k, v in headers.items() if v}, number=0)

    def _signed(self, body: bytes, content_type: str, age: float) -> Dict[str, str]:
        timestamp = str(int(time.time() - age))
        # slack_sdk signs text only; a test may send bytes that are no text.
        signature = hmac.new(self._secret, b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={signature}",
        }

    async def _post(self, kind: str, body: bytes, headers: Mapping[str, str], number: int) -> Attempt:
        url = self.urls.get(kind) or self.urls["events_api"]
        if url is None or self.session is None:
            raise RuntimeError("The app's address is not known: give request_url=..., or set it later.")
        started = time.monotonic()

        def attempt(reason: str | None, status: int | None = None, **more: Any) -> Attempt:
            return Attempt(number, reason is None, time.monotonic() - started, status, reason, **more)

        limit = aiohttp.ClientTimeout(total=self._timing.acknowledgement)
        # aiohttp adds its own type to bytes that come without one; the odd requests of a test stay as they are.
        unset = () if any(name.lower() == "content-type" for name in headers) else ("Content-Type",)
        try:
            async with self.session.post(
                url, data=body, headers=headers, timeout=limit, allow_redirects=False, skip_auto_headers=unset
            ) as answer:
                text = await answer.text()
                got = {name.lower(): value for name, value in answer.headers.items()}
                reason = None if 200 <= answer.status < 300 else "http_error"
                return attempt(reason, answer.status, body=text, headers=got)
        except asyncio.TimeoutError:
            return attempt("http_timeout")
        except aiohttp.ClientError:
            return attempt("connection_failed")
