"""What a workspace holds: people, conversations, messages. No network here.

The identifiers look as Slack's do: a letter for the kind (T workspace, U person, B bot, C channel, G private channel,
D direct message, A app, F file, V view) and capitals and digits after it.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, Literal, Set, Tuple

from tests.fake_slack.delivery import Delivery

Json = Dict[str, Any]
Kind = Literal["channel", "group", "im", "mpim"]

SLACKBOT = "USLACKBOT"

_PREFIX: Dict[Kind, str] = {"channel": "C", "group": "G", "im": "D", "mpim": "G"}
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Ids:
    """Identifiers that are never the same twice, and timestamps that only grow."""

    def __init__(self) -> None:
        self._numbers = itertools.count(36**6)
        self._last_microsecond = 0

    def new(self, prefix: str) -> str:
        """The prefix and seven capitals or digits, ``U1000001``."""
        number, letters = next(self._numbers), ""
        while number:
            number, digit = divmod(number, 36)
            letters = _ALPHABET[digit] + letters
        return prefix + letters

    def ts(self) -> str:
        """A message's timestamp, ``1763985600.000100``: seconds, six digits; unique, and later ones are greater.

        https://docs.slack.dev/messaging/retrieving-messages: "ts ... unique (per-channel) timestamp".
        """
        self._last_microsecond = max(self._last_microsecond + 1, time.time_ns() // 1000)
        seconds, microseconds = divmod(self._last_microsecond, 1_000_000)
        return f"{seconds}.{microseconds:06d}"


@dataclass(frozen=True)
class Workspace:
    """A workspace in which the app is installed."""

    id: str
    domain: str
    bot_token: str
    bot_id: str
    bot_user_id: str


@dataclass(frozen=True)
class User:
    """A person, or the user that stands for a bot."""

    id: str
    name: str
    workspace: Workspace
    is_bot: bool = False

    def to_json(self) -> Json:
        """A user object, shortened: https://docs.slack.dev/reference/objects/user-object."""
        return {
            "id": self.id,
            "team_id": self.workspace.id,
            "name": self.name,
            "real_name": self.name.title(),
            "deleted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "tz": "America/New_York",
            "profile": {"real_name": self.name.title(), "display_name": self.name},
        }


@dataclass
class Message:
    """A message as Slack keeps it, and the deliveries to the app that told of it."""

    channel: str
    ts: str
    user: str | None
    text: str
    blocks: List[Json] = field(default_factory=list)
    attachments: List[Json] = field(default_factory=list)
    files: List[Json] = field(default_factory=list)
    metadata: Json | None = None
    thread_ts: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    subtype: str | None = None
    client_msg_id: str | None = None
    edited: Json | None = None
    team: str | None = None
    reactions: Dict[str, List[str]] = field(default_factory=dict)
    visible_to: str | None = None
    """The one person who sees it, when it is ephemeral."""
    deliveries: List[Delivery] = field(default_factory=list, repr=False)

    def to_json(self) -> Json:
        """A message object: https://docs.slack.dev/reference/events/message."""
        empty_left_out = {
            "subtype": self.subtype,
            "thread_ts": self.thread_ts,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "files": self.files,
            "metadata": self.metadata,
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "client_msg_id": self.client_msg_id,
            "edited": self.edited,
            "team": self.team,
            "user": self.user,
            "reactions": [
                {"name": name, "users": users, "count": len(users)} for name, users in self.reactions.items()
            ],
        }
        return {"type": "message", "ts": self.ts, "text": self.text} | {k: v for k, v in empty_left_out.items() if v}


@dataclass
class Channel:
    """A conversation: public channel, private channel, direct message or group direct message."""

    id: str
    name: str
    workspace: Workspace
    kind: Kind
    members: Set[str] = field(default_factory=set)
    archived: bool = False
    messages: Dict[str, Message] = field(default_factory=dict)
    ephemerals: List[Message] = field(default_factory=list)


@dataclass
class View:
    """A home tab or a modal: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload."""

    id: str
    user: str
    workspace: Workspace
    content: Json
    hash: str

    def to_json(self, app_id: str) -> Json:
        """The view as a method's answer and as a payload show it."""
        return {
            "id": self.id,
            "team_id": self.workspace.id,
            "app_id": app_id,
            "app_installed_team_id": self.workspace.id,
            "bot_id": self.workspace.bot_id,
            "hash": self.hash,
            "root_view_id": self.id,
            "previous_view_id": None,
            "external_id": self.content.get("external_id", ""),
            "callback_id": self.content.get("callback_id", ""),
            "private_metadata": self.content.get("private_metadata", ""),
            "state": {"values": {}},
        } | {key: value for key, value in self.content.items() if key not in ("external_id",)}


@dataclass
class Trigger:
    """What a click or a command gives the app to open one modal with, for who did it."""

    user: str
    made: float
    used: bool = False


@dataclass
class File:
    """A file on its way up or shared."""

    id: str
    name: str
    length: int
    user: str
    content: bytes | None = None
    alt_txt: str = ""
    title: str = ""

    def to_json(self) -> Json:
        """A file object, shortened: https://docs.slack.dev/reference/objects/file-object."""
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "filetype": self.name.rpartition(".")[2] or "binary",
            "size": self.length,
            "user": self.user,
            "mode": "hosted",
            "is_external": False,
            "alt_txt": self.alt_txt,
        }


class State:
    """Everything the fake knows; ``changed`` is called after each change."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed
        self.ids = Ids()
        self.app_id = self.ids.new("A")
        self.workspaces: Dict[str, Workspace] = {}
        self.users: Dict[str, User] = {}
        self.channels: Dict[str, Channel] = {}
        self.homes: Dict[str, View] = {}
        self.modals: Dict[str, View] = {}
        self.files: Dict[str, File] = {}
        self.triggers: Dict[str, Trigger] = {}

    def add_workspace(self, domain: str) -> Workspace:
        """A workspace with the app installed in it."""
        token = f"xoxb-{self.ids.new('')}-fake"
        workspace = Workspace(self.ids.new("T"), domain, token, self.ids.new("B"), self.ids.new("U"))
        self.workspaces[workspace.id] = workspace
        self.users[workspace.bot_user_id] = User(workspace.bot_user_id, "career", workspace, is_bot=True)
        return workspace

    def add_user(self, name: str, workspace: Workspace) -> User:
        """A person in a workspace."""
        user = User(self.ids.new("U"), name, workspace)
        self.users[user.id] = user
        return user

    def add_channel(self, name: str, workspace: Workspace, kind: Kind, members: Set[str]) -> Channel:
        """A conversation with these members."""
        channel = Channel(self.ids.new(_PREFIX[kind]), name, workspace, kind, members)
        self.channels[channel.id] = channel
        return channel

    def direct_message(self, user: str) -> Channel:
        """The conversation between a person and the app, opened when it is not there yet."""
        workspace = self.users[user].workspace
        members = {user, workspace.bot_user_id}
        for channel in self.channels.values():
            if channel.kind == "im" and channel.members == members:
                return channel
        return self.add_channel("directmessage", workspace, "im", members)

    def store(self, message: Message) -> Message:
        """Keep a message where it belongs."""
        channel = self.channels[message.channel]
        if message.visible_to:
            channel.ephemerals.append(message)
        else:
            channel.messages[message.ts] = message
        self.changed()
        return message

    def trigger_id(self, user: str) -> str:
        """What a click or a command lets the app open a modal with."""
        trigger = f"{self.ids.new('')}.{self.ids.new('')}.{self.ids.new('')}".lower()
        self.triggers[trigger] = Trigger(user, time.monotonic())
        return trigger

    def thread(self, channel: Channel, thread_ts: str) -> List[Message]:
        """A thread's first message and its replies, oldest first."""
        return [m for m in ordered(channel) if thread_ts in (m.ts, m.thread_ts)]

    def workspace_of(self, token: str) -> Workspace | None:
        """The workspace a bot token belongs to."""
        return next((w for w in self.workspaces.values() if w.bot_token == token), None)


def ordered(channel: Channel) -> List[Message]:
    """The channel's messages, oldest first."""
    return [channel.messages[ts] for ts in sorted(channel.messages, key=_number)]


def _number(ts: str) -> Tuple[int, int]:
    seconds, _, microseconds = ts.partition(".")
    return int(seconds), int(microseconds)
