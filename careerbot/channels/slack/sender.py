"""Sends messages to Slack and says plainly whether they arrived."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import Any, AsyncContextManager, Awaitable, Dict, List, Optional, TypeVar

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from careerbot.channels.slack.blocks import check, shown_picture
from careerbot.channels.slack.errors import NotTaken, SendError, Unreachable, Unsendable
from careerbot.channels.slack.inbox import Part
from careerbot.channels.slack.pace import Pace
from careerbot.channels.slack.task import Task
from careerbot.charts.errors import BadAddress, NoSuchChart
from careerbot.charts.render import render

logger = logging.getLogger(__name__)

INTERVAL, BURST = 1.0, 2
"""Seconds between messages in a channel, and how many go at once after a rest: an answer with an uploaded picture."""

_RATE_LIMIT_RETRIES = 5
_SECONDS = 15  # of one call; a click or an answer that takes longer is tried again

# Slack's words for what may work later. https://docs.slack.dev/reference/methods/chat.postMessage#errors
_PASSING = frozenset({"internal_error", "fatal_error", "service_unavailable"})
# And for what it did not even begin with; of the others it says that some of it may have been done.
_NOT_TAKEN = frozenset({"ratelimited", "request_timeout"})

# How far behind ours Slack's clock may be when we look for a message of our own.
_CLOCK_SECONDS = 60
_PAGE = 200

T = TypeVar("T")


def web_client(token: str, api_url: str) -> AsyncWebClient:
    """A client that waits when Slack says so, and never sends twice by itself.

    The handler for broken connections, which the SDK has by default, is left out: it cannot know whether a message
    arrived before the connection broke. ``Sender.arrived`` looks.
    """
    handlers = [AsyncRateLimitErrorRetryHandler(max_retry_count=_RATE_LIMIT_RETRIES)]
    return AsyncWebClient(token, base_url=api_url, timeout=_SECONDS, retry_handlers=[*handlers])


class Sender:
    """Sends to one workspace.

    Args:
        client: with the bot token.
        reads_threads: whether the app may read threads in channels (``channels:history``).
    """

    def __init__(self, client: AsyncWebClient, reads_threads: bool) -> None:
        self._client = client
        self._reads_threads = reads_threads
        self._bot: Optional[AuthorizeResult] = None
        self._pace = Pace(INTERVAL, BURST)
        self._drawing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="slack-pictures")

    async def bot(self) -> AuthorizeResult:
        """Who the token belongs to; Slack is asked once.

        Raises:
            Unsendable: Slack does not accept the token.
            Unreachable: as ``send``.
        """
        if self._bot is None:
            answer = await self._called(self._client.auth_test())
            self._bot = AuthorizeResult.from_auth_test_response(auth_test_response=answer, bot_token=self._client.token)
        return self._bot

    def turn(self, task: Task) -> AsyncContextManager[None]:
        """One's turn to write to where the task came from, to be waited for before each ``send``.

        A private answer has an address of its own, which nobody shares.
        """
        return nullcontext() if task.private else self._pace.turn(task.channel)

    async def send(self, task: Task, part: Part) -> None:
        """Send one message of the answer to where the task came from.

        Raises:
            Unsendable: Slack will not have it.
            NotTaken: Slack could not take it just now.
            Unreachable: there was no word of it; perhaps it arrived.
        """
        if "picture" in part:
            await self._upload(task, part)
            return
        if problem := check(part["blocks"]):
            logger.error("a message of task %s breaks a limit of Slack, so it is sent as text: %s", task.id, problem)
            part = {"text": part["text"]}
        try:
            await self._post(task, part)
        except Unsendable as error:
            if "invalid_blocks" not in str(error) or "blocks" not in part:
                raise
            logger.error("Slack refused the blocks of a message of task %s, so it is sent as text: %s", task.id, error)
            await self._post(task, {"text": part["text"]})

    async def say(self, task: Task, text: str) -> None:
        """Say something beside the conversation: to the person alone where others read along.

        Raises:
            Unsendable, Unreachable: as ``send``.
        """
        if task.private or task.is_direct:
            async with self.turn(task):
                await self._post(task, {"text": text})
        else:
            call = self._client.chat_postEphemeral(
                channel=task.channel, user=task.user, thread_ts=task.thread, text=text
            )
            await self._called(call)

    async def redraw(self, task: Task, part: Part) -> None:
        """Give the message in which a button was clicked another face.

        Raises:
            Unsendable, Unreachable: as ``send``.
        """
        if task.private:
            await self._respond(task, {**part, "replace_original": True})
        else:
            call = self._client.chat_update(channel=task.channel, ts=task.message, **part)
            await self._called(call)

    async def show_home(self, user: str, view: Dict[str, Any]) -> None:
        """Show somebody their Home tab.

        Raises:
            Unsendable, Unreachable: as ``send``.
        """
        await self._called(self._client.views_publish(user_id=user, view=view))

    async def arrived(self, task: Task, part: Part, since: float) -> Optional[bool]:
        """Whether a message of the answer is in Slack already; None where the app is not allowed to look.

        Args:
            since: when the task came, in seconds since 1970.

        Raises:
            Unsendable, Unreachable: as ``send``.
        """
        if task.private or "picture" in part or not (task.is_direct or self._reads_threads):
            return None
        channel, oldest = task.channel, f"{since - _CLOCK_SECONDS:.6f}"
        if task.thread:
            call = self._client.conversations_replies(channel=channel, ts=task.thread, oldest=oldest, limit=_PAGE)
        else:
            call = self._client.conversations_history(channel=channel, oldest=oldest, limit=_PAGE)
        found: List[Dict[str, Any]] = (await self._called(call))["messages"]
        first = part["blocks"][0]["block_id"]
        return any(block.get("block_id") == first for message in found for block in message.get("blocks") or ())

    async def _post(self, task: Task, part: Part) -> None:
        if task.private:
            await self._respond(task, {**part, "response_type": "ephemeral", "replace_original": False})
        else:
            call = self._client.chat_postMessage(
                channel=task.channel,
                thread_ts=task.thread,
                text=part["text"],
                blocks=part.get("blocks"),
                unfurl_links=False,
                unfurl_media=False,
            )
            await self._called(call)

    async def _respond(self, task: Task, body: Dict[str, Any]) -> None:
        handlers = [AsyncRateLimitErrorRetryHandler(max_retry_count=_RATE_LIMIT_RETRIES)]
        webhook = AsyncWebhookClient(task.response_url or "", timeout=_SECONDS, retry_handlers=[*handlers])
        answer = await self._called(webhook.send_dict(body))
        if answer.status_code == 429:
            raise NotTaken("response_url: 429")
        if answer.status_code >= 500:
            raise Unreachable(f"response_url: {answer.status_code}")
        if answer.status_code != 200:
            raise Unsendable(f"response_url: {answer.status_code} {answer.body[:200]}")

    async def _upload(self, task: Task, part: Part) -> None:
        try:
            if task.private:  # a file cannot be shown to one person alone
                raise Unsendable("a private answer takes no files")
            png = await asyncio.get_running_loop().run_in_executor(self._drawing, render, part["picture"])
            call = self._client.files_upload_v2(
                content=png.data,
                filename="chart.png",
                title=part["alt"][:100],
                alt_txt=part["alt"],
                channel=task.channel,
                thread_ts=task.thread,
            )
            await self._called(call)
        except (SendError, BadAddress, NoSuchChart) as error:
            logger.warning("the picture %s of task %s is told in words: %s", part["picture"], task.id, error)
            block = shown_picture(part, None)
            await self._post(task, {"text": block["elements"][0]["text"], "blocks": [block]})

    async def _called(self, call: Awaitable[T]) -> T:
        """The answer to a call, its failure told as ours."""
        try:
            return await call
        except SlackApiError as error:
            # The SDK puts aiohttp's own response here if it could not read the body.
            answer = error.response
            status: int = getattr(answer, "status_code", 0) or getattr(answer, "status", 0)
            reason = answer.get("error") if isinstance(getattr(answer, "data", None), dict) else None
            if reason in _NOT_TAKEN or status == 429:
                raise NotTaken(reason or f"status {status}") from error
            passing = reason in _PASSING or status >= 500
            raise (Unreachable if passing else Unsendable)(reason or f"status {status}") from error
        except aiohttp.ClientConnectorError as error:
            raise NotTaken(f"{type(error).__name__}: {error}") from error
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError, SlackClientError) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error
