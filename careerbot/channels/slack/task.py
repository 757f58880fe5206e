"""What is to be done for a person: read from what Slack sends, kept in the inbox until it is done."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Literal, Mapping, Optional

from careerbot.channels.guard import MAX_CHARACTERS
from careerbot.channels.slack.reading import mentions, plain

Kind = Literal["ask", "follow_up", "file", "choose", "rate", "topic", "home", "forget", "stale"]

COMMAND = "/career"
SLACKBOT = "USLACKBOT"
ASK, RATE, TOPIC, FORGET = "ask", "rate", "topic", "forget"
"""What the id of a block with buttons begins with, before a colon, by what its buttons do."""

# What people do besides writing a message comes as a message with a subtype: joining, editing, deleting, ...
_WRITTEN = (None, "file_share", "thread_broadcast")


@dataclass(frozen=True)
class Task:
    """One thing to do.

    Attributes:
        id: event id, or one made for a click; the same thing sent twice has the same id.
        kind: ``ask`` a typed question, ``follow_up`` one in a thread without a mention, ``file`` a file without words,
            ``choose`` a button under an answer, ``rate`` a thumb or a reason, ``topic`` a button of the Home tab,
            ``home`` to show the Home tab, ``forget`` to delete everything, ``stale`` a button that is none of ours.
        team, user, channel: ids in Slack. The channel is where the answer goes; for ``home`` the direct message.
        thread: of which the answer is a part; None in direct messages outside threads and for the slash command.
        text: what was typed, plain, cut behind the longest that is admitted; or the value of the button.
        private: whether the answer is for the person's eyes only.
        response_url: where Slack takes a private answer, or the new face of one.
        block: id of the block in which the button stands.
        message: timestamp of the message in which it stands.
    """

    id: str
    kind: Kind
    team: str
    user: str
    channel: str
    thread: Optional[str] = None
    text: str = ""
    private: bool = False
    response_url: Optional[str] = None
    block: str = ""
    message: str = ""

    @property
    def person(self) -> str:
        """Who, in all places."""
        return f"{self.team}:{self.user}"

    @property
    def conversation(self) -> str:
        """The conversation's id in Rasa: a person in a place, so that two in one channel never share what is known."""
        thread = "" if self.is_direct or not self.thread else f":{self.thread}"
        return f"{conversations_of(self.person)}{self.channel}{thread}"

    @property
    def is_direct(self) -> bool:
        """Whether the place is a direct message with the assistant."""
        return self.channel.startswith("D")

    def to_json(self) -> str:
        """For the inbox."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Task:
        """As ``to_json`` wrote it."""
        return cls(**json.loads(text))


def conversations_of(person: str) -> str:
    """What the ids of all conversations of a person begin with."""
    return f"slack:{person}:"


def of_event(body: Mapping[str, Any], bot: str, follow_ups: bool) -> Optional[Task]:
    """The task in an ``event_callback``; None if nobody asked us anything.

    Args:
        body: as Slack sends it: https://docs.slack.dev/apis/events-api#callback-field.
        bot: user id of the assistant.
        follow_ups: whether messages without a mention count in threads.
    """
    event = body["event"]
    user, channel = event.get("user"), event.get("channel")
    if not user or not channel or user in (SLACKBOT, bot) or event.get("bot_id"):
        return None
    common = {"id": body["event_id"], "team": body["team_id"], "user": user, "channel": channel}
    if event["type"] == "app_home_opened":
        return Task(kind="home", **common) if event.get("tab") == "home" else None
    direct = event.get("channel_type") == "im" or channel.startswith("D")
    if event.get("subtype") not in _WRITTEN or not _is_ours(event, direct, bot, follow_ups):
        return None
    text = plain(event.get("text") or "", bot)
    thread = event.get("thread_ts") if direct else event.get("thread_ts") or event["ts"]
    kind: Kind = "ask" if direct or event["type"] == "app_mention" else "follow_up"
    if not text and event.get("files"):
        kind = "file"
    return Task(kind=kind, thread=thread, text=text[: MAX_CHARACTERS + 1], message=event["ts"], **common)


def of_command(body: Mapping[str, Any], bot: str) -> Task:
    """The task in a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands."""
    return Task(
        id=body["trigger_id"],
        kind="ask",
        team=body["team_id"],
        user=body["user_id"],
        channel=body["channel_id"],
        text=plain(body.get("text") or "", bot)[: MAX_CHARACTERS + 1],
        private=True,
        response_url=body["response_url"],
    )


def of_click(body: Mapping[str, Any]) -> Task:
    """The task in a ``block_actions``: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload.

    A block's buttons can be used once by each person, so all clicks of a person in one block have one id.
    """
    action, container = body["actions"][0], body.get("container") or {}
    team, user = (body.get("team") or body["user"].get("team_id")), body["user"]["id"]
    team = team["id"] if isinstance(team, dict) else team
    common = {"team": team, "user": user, "text": action.get("value") or "", "block": action["block_id"]}
    what = action["block_id"].partition(":")[0]
    if container.get("type") == "view":
        kind: Kind = "topic" if what == TOPIC else "forget" if what == FORGET else "stale"
        channel = body["view"].get("private_metadata") or user
        return Task(id=body["trigger_id"], kind=kind, channel=channel, **common)
    kind = "choose" if what == ASK else "rate" if what == RATE else "stale"
    channel, message = body["channel"]["id"], container.get("message_ts") or ""
    used = hashlib.sha256("\n".join((team, user, channel, message, action["block_id"])).encode()).hexdigest()[:32]
    return Task(
        id=f"click-{used}",
        kind=kind,
        channel=channel,
        thread=container.get("thread_ts") or (body.get("message") or {}).get("thread_ts"),
        private=bool(container.get("is_ephemeral")),
        response_url=body.get("response_url"),
        message=message,
        **common,
    )


def _is_ours(event: Mapping[str, Any], direct: bool, bot: str, follow_ups: bool) -> bool:
    """Whether a message is meant for the assistant."""
    if event["type"] == "app_mention":
        return not direct  # a direct message comes as a message anyway
    if direct:
        return True
    # Who mentions us comes as app_mention too; who mentions somebody else speaks to them.
    return follow_ups and bool(event.get("thread_ts")) and not mentions(event.get("text") or "")
