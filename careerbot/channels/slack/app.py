"""Slack's side of the channel: a Bolt app that keeps what Slack sends in the inbox, and acknowledges only then.

Bolt verifies signatures, answers Slack's checks and ignores what the assistant itself wrote. Its listeners here do
nothing but write a row (``process_before_response``: they end before Slack is answered, and if they fail Slack is
answered 500 and sends the event again). The work is done by ``worker.py``.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Awaitable, Callable, Dict, Mapping

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from careerbot.channels.slack.task import COMMAND, Task, of_click, of_command, of_event

logger = logging.getLogger(__name__)

Authorize = Callable[..., Awaitable[AuthorizeResult]]
"""Who we are in a workspace. Bolt fills its arguments by their names: one named ``team_id`` gets the workspace's id."""

MESSAGES = ("app_mention", "message")
HOME = "app_home_opened"
REMOVED = ("app_uninstalled", "tokens_revoked")
"""The events that are listened to."""


def bolt_app(
    client: AsyncWebClient, authorize: Authorize, signing_secret: str, follow_ups: bool, take: Callable[[Task], None]
) -> AsyncApp:
    """The app with its listeners.

    Args:
        client: for Bolt's own calls.
        authorize: as above; what it raises makes Slack send again.
        signing_secret: what requests are signed with; empty for Socket Mode, which needs none.
        follow_ups: whether messages in threads count without a mention.
        take: keeps a task; what it raises makes Slack send the task again.
    """

    # Bolt warns of every token that it finds and does not use; what matters it logs as errors.
    log = logging.getLogger("careerbot.channels.slack.bolt")
    log.setLevel(logging.ERROR)
    app = AsyncApp(
        name=log.name,  # Bolt names loggers after it, and sets their level
        logger=log,
        client=client,
        authorize=authorize,
        signing_secret=signing_secret,
        process_before_response=True,
    )

    async def event(body: Dict[str, Any], context: Mapping[str, Any]) -> None:
        if task := of_event(body, context["bot_user_id"], follow_ups):
            take(task)

    for name in (*MESSAGES, HOME):
        app.event(name)(event)

    @app.command(COMMAND)
    async def command(ack: Callable[[], Awaitable[None]], body: Dict[str, Any], context: Mapping[str, Any]) -> None:
        take(of_command(body, context["bot_user_id"]))
        await ack()

    @app.action(re.compile(""))
    async def click(ack: Callable[[], Awaitable[None]], body: Dict[str, Any]) -> None:
        take(of_click(body))
        await ack()

    for name in REMOVED:

        @app.event(name)
        async def removed(body: Dict[str, Any]) -> None:
            logger.error("Slack says %s: the app was removed, so nobody is answered any more", body["event"]["type"])

    # Slack turns an address off that mostly answers with errors, so what nobody asked for is acknowledged too.
    @app.event(re.compile(""))
    async def other(body: Dict[str, Any]) -> None:
        logger.info("an event of type %s is not for us", body["event"]["type"])

    return app
