"""The addresses that an app may answer an interaction or a command at.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses: five answers within thirty minutes,
ephemeral unless ``response_type`` is ``in_channel``; ``replace_original`` and ``delete_original`` act on the message.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any, Dict, List, Tuple

from tests.fake_slack.blocks import complete, errors_of
from tests.fake_slack.delivery import Attempt
from tests.fake_slack.state import Json, Message, State

USES_MAX = 5
SECONDS_MAX = 30 * 60


@dataclass
class _Address:
    channel: str
    user: str
    source: Message | None
    made: float
    uses: int = 0


class ResponseUrls:
    """All ``response_url``\\ s that were handed out. ``origin`` is set by the fake when it starts."""

    def __init__(self, state: State) -> None:
        self.origin = ""
        self._state = state
        self._addresses: Dict[str, _Address] = {}

    def new(self, channel: str, user: str, source: Message | None, *, kind: str) -> str:
        """A new address; ``kind`` is ``actions`` or ``commands`` as in Slack's own."""
        path = f"/{kind}/{self._state.channels[channel].workspace.id}/{self._state.ids.new('')}"
        self._addresses[path] = _Address(channel, user, source, time.monotonic())
        return self.origin + path

    def expire(self, url: str) -> None:
        """Let thirty minutes pass for an address."""
        self._addresses[url.removeprefix(self.origin)].made -= SECONDS_MAX

    def answer(self, path: str, body: Any) -> Tuple[int, str]:
        """Take an app's answer.

        Returns:
            HTTP status and body: 200 ``ok``; 404 with ``used_url`` or ``expired_url``; 400 with a word for what is
            wrong with the message.
        """
        address = self._addresses.get(path)
        if address is None:
            return 404, "invalid_url"
        if time.monotonic() - address.made >= SECONDS_MAX:
            return 404, json.dumps({"ok": False, "error": "expired_url"})
        if address.uses >= USES_MAX:
            return 404, json.dumps({"ok": False, "error": "used_url"})
        if not isinstance(body, dict):
            return 400, "invalid_payload"
        problem = _problem(body)
        if problem:
            return 400, problem
        address.uses += 1
        self._take(address, body)
        return 200, "ok"

    def show_acknowledgement(self, channel: str, user: str, attempt: Attempt) -> None:
        """What a command's acknowledgement says is shown as a message; an empty one shows nothing."""
        if not attempt.body.strip():
            return
        is_json = attempt.headers.get("content-type", "").startswith("application/json")
        body: Json = json.loads(attempt.body) if is_json else {"text": attempt.body}
        if not _problem(body):
            self._take(_Address(channel, user, None, time.monotonic()), body)

    def _take(self, address: _Address, body: Json) -> None:
        state, source = self._state, address.source
        channel = state.channels[address.channel]
        if source is not None and body.get("delete_original"):
            channel.messages.pop(source.ts, None)
            channel.ephemerals = [m for m in channel.ephemerals if m is not source]
            state.changed()
            return
        blocks = complete(body.get("blocks") or [], state.ids)
        if source is not None and body.get("replace_original"):
            source.text, source.blocks = body.get("text", ""), blocks
            state.changed()
            return
        workspace = channel.workspace
        state.store(
            Message(
                channel.id,
                state.ids.ts(),
                workspace.bot_user_id,
                body.get("text", ""),
                blocks,
                thread_ts=body.get("thread_ts"),
                bot_id=workspace.bot_id,
                app_id=state.app_id,
                visible_to=None if body.get("response_type") == "in_channel" else address.user,
            )
        )


def _problem(body: Json) -> str | None:
    if body.get("delete_original"):
        return None
    blocks: List[Json] = body.get("blocks") or []
    if not (body.get("text") or blocks or body.get("attachments")):
        return "no_text"
    return "invalid_blocks" if errors_of(blocks) else None
