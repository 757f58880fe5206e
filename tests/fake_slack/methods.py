"""The methods of the Web API that the fake answers: https://docs.slack.dev/reference/methods.

A method takes the arguments and gives Slack's answer without ``ok``; what Slack refuses is raised as ``Refused``.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Any, Awaitable, Callable, Dict, List, Sequence

from tests.fake_slack.blocks import VIEW_MAX, complete, errors_of
from tests.fake_slack.people import People
from tests.fake_slack.socket_mode import SocketHub
from tests.fake_slack.state import Channel, File, Json, Message, State, View, Workspace, ordered

POSTED_TEXT_MAX = 40_000
UPDATED_TEXT_MAX = 4_000
PAGE = 100
TRIGGER_SECONDS_MAX = 3.0
"""https://docs.slack.dev/interactivity/handling-user-interaction: a trigger is good for three seconds, once."""

_TS = re.compile(r"\d+\.\d{6}")


class Refused(Exception):
    """``{"ok": false, "error": ...}`` with HTTP 200."""

    def __init__(self, error: str, messages: Sequence[str] = (), **more: str) -> None:
        super().__init__(error)
        self.answer: Json = {"error": error, **more}
        if messages:
            # Both keys, as Slack's own SDKs report them (java-slack-sdk #1017, node-slack-sdk #945).
            self.answer["errors"] = list(messages)
            self.answer["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in messages]}


@dataclass(frozen=True)
class Method:
    """A method: what it does, the scope it needs (``any of`` them, the first one is named when none is given), and the
    arguments it cannot do without."""

    run: Callable[[Workspace, Json], Awaitable[Json]]
    scopes: Sequence[str] = ()
    required: Sequence[str] = ()
    app_token: bool = False
    paced_by: str | None = None
    """The argument that names the channel in which only one call a second is taken."""


_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history", "mpim": "mpim:history"}


class Methods:
    """The methods over one state. ``people`` tells the app of its own messages where it is subscribed to them."""

    def __init__(self, state: State, people: People, sockets: SocketHub, scopes: Sequence[str], echo: bool) -> None:
        self.state = state
        self.scopes = scopes
        self.table: Dict[str, Method] = {
            "auth.test": Method(self._auth_test),
            "chat.postMessage": Method(self._post_message, ["chat:write"], ["channel"], paced_by="channel"),
            "chat.postEphemeral": Method(self._post_ephemeral, ["chat:write"], ["channel", "user"]),
            "chat.update": Method(self._update, ["chat:write"], ["channel", "ts"]),
            "chat.delete": Method(self._delete, ["chat:write"], ["channel", "ts"]),
            "views.publish": Method(self._publish, [], ["user_id", "view"]),
            "views.open": Method(self._open_view, [], ["trigger_id", "view"]),
            "conversations.open": Method(self._open_conversation, ["im:write", "mpim:write"], ["users"]),
            "conversations.history": Method(self._history, list(_HISTORY.values()), ["channel"]),
            "conversations.replies": Method(self._replies, list(_HISTORY.values()), ["channel", "ts"]),
            "reactions.add": Method(self._react, ["reactions:write"], ["channel", "timestamp", "name"]),
            "users.info": Method(self._user, ["users:read"], ["user"]),
            "files.getUploadURLExternal": Method(self._upload_url, ["files:write"], ["filename", "length"]),
            "files.completeUploadExternal": Method(self._complete_upload, ["files:write"], ["files"]),
            "apps.connections.open": Method(self._open_connection, ["connections:write"], app_token=True),
        }
        self.uploads: Dict[str, File] = {}
        self.origin = ""
        self._people = people
        self._sockets = sockets
        self._echo = echo

    def take_upload(self, path: str, content: bytes) -> bool:
        """The bytes of a file at its upload address; whether they are as many as was said."""
        file = self.uploads.get(path)
        if file is None or len(content) != file.length:
            return False
        file.content = content
        return True

    # https://docs.slack.dev/reference/methods/auth.test
    async def _auth_test(self, workspace: Workspace, args: Json) -> Json:
        return {
            "url": f"https://{workspace.domain}.slack.com/",
            "team": workspace.domain.title(),
            "user": self.state.users[workspace.bot_user_id].name,
            "team_id": workspace.id,
            "user_id": workspace.bot_user_id,
            "bot_id": workspace.bot_id,
            "is_enterprise_install": False,
        }

    # https://docs.slack.dev/reference/methods/chat.postMessage
    async def _post_message(self, workspace: Workspace, args: Json) -> Json:
        channel = self._writable(workspace, args["channel"])
        message = self._message(workspace, channel, args, POSTED_TEXT_MAX)
        self.state.store(message)
        if self._echo:
            self._people.echo_soon(message)
        return {"channel": channel.id, "ts": message.ts, "message": message.to_json()}

    # https://docs.slack.dev/reference/methods/chat.postEphemeral
    async def _post_ephemeral(self, workspace: Workspace, args: Json) -> Json:
        channel = self._writable(workspace, args["channel"])
        if args["user"] not in channel.members:
            raise Refused("user_not_in_channel")
        message = self._message(workspace, channel, args, POSTED_TEXT_MAX)
        message.visible_to = args["user"]
        self.state.store(message)
        return {"message_ts": message.ts}

    # https://docs.slack.dev/reference/methods/chat.update
    async def _update(self, workspace: Workspace, args: Json) -> Json:
        channel = self._channel(workspace, args["channel"])
        message = self._own(workspace, channel, args["ts"], "cant_update_message")
        if "blocks" not in args and "attachments" not in args and not args.get("text"):
            raise Refused("no_text")
        _check_content(args, UPDATED_TEXT_MAX)
        # What is not given stays, but text alone takes the blocks away, and only text shows "(edited)".
        if "blocks" in args or "text" in args:
            message.blocks = complete(args.get("blocks") or [], self.state.ids)
        if not args.get("blocks"):
            message.edited = {"user": workspace.bot_user_id, "ts": self.state.ids.ts()}
        message.text = args.get("text", message.text)
        message.attachments = args.get("attachments", message.attachments)
        self.state.changed()
        return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": message.to_json()}

    # https://docs.slack.dev/reference/methods/chat.delete
    async def _delete(self, workspace: Workspace, args: Json) -> Json:
        channel = self._channel(workspace, args["channel"])
        message = self._own(workspace, channel, args["ts"], "cant_delete_message")
        del channel.messages[message.ts]
        self.state.changed()
        return {"channel": channel.id, "ts": message.ts}

    # https://docs.slack.dev/reference/methods/views.publish
    async def _publish(self, workspace: Workspace, args: Json) -> Json:
        user = self.state.users.get(args["user_id"])
        if user is None or user.workspace is not workspace:
            raise Refused("user_not_found")
        earlier = self.state.homes.get(user.id)
        if args.get("hash") and earlier is not None and args["hash"] != earlier.hash:
            raise Refused("hash_conflict")
        view = self._view(workspace, user.id, args["view"], "home")
        self.state.homes[user.id] = view
        self.state.changed()
        return {"view": view.to_json(self.state.app_id)}

    # https://docs.slack.dev/reference/methods/views.open
    async def _open_view(self, workspace: Workspace, args: Json) -> Json:
        trigger = self.state.triggers.get(args["trigger_id"])
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.used:
            raise Refused("exchanged_trigger_id")
        if time.monotonic() - trigger.made > TRIGGER_SECONDS_MAX:
            raise Refused("expired_trigger_id")
        view = self._view(workspace, trigger.user, args["view"], "modal")
        trigger.used = True
        self.state.modals[trigger.user] = view
        self.state.changed()
        return {"view": view.to_json(self.state.app_id)}

    # https://docs.slack.dev/reference/methods/conversations.open
    async def _open_conversation(self, workspace: Workspace, args: Json) -> Json:
        users = args["users"] if isinstance(args["users"], list) else str(args["users"]).split(",")
        for user in users:
            if user not in self.state.users or self.state.users[user].workspace is not workspace:
                raise Refused("user_not_found")
        needed = "im:write" if len(users) == 1 else "mpim:write"
        self._need(needed)
        if len(users) == 1:
            channel = self.state.direct_message(users[0])
        else:
            channel = self.state.add_channel("mpdm", workspace, "mpim", {*users, workspace.bot_user_id})
        return {"channel": {"id": channel.id}}

    # https://docs.slack.dev/reference/methods/conversations.history
    async def _history(self, workspace: Workspace, args: Json) -> Json:
        channel = self._readable(workspace, args["channel"])
        top = [m for m in ordered(channel) if m.thread_ts in (None, m.ts)]
        return _page([m for m in reversed(top) if _between(m, args)], args)

    # https://docs.slack.dev/reference/methods/conversations.replies
    async def _replies(self, workspace: Workspace, args: Json) -> Json:
        channel = self._readable(workspace, args["channel"])
        if args["ts"] not in channel.messages:
            raise Refused("thread_not_found")
        root = channel.messages[args["ts"]].thread_ts or args["ts"]
        return _page([m for m in self.state.thread(channel, root) if _between(m, args)], args)

    # https://docs.slack.dev/reference/methods/reactions.add
    async def _react(self, workspace: Workspace, args: Json) -> Json:
        channel = self._channel(workspace, args["channel"])
        message = channel.messages.get(args["timestamp"])
        if message is None:
            raise Refused("message_not_found")
        users = message.reactions.setdefault(args["name"], [])
        if workspace.bot_user_id in users:
            raise Refused("already_reacted")
        users.append(workspace.bot_user_id)
        self.state.changed()
        return {}

    # https://docs.slack.dev/reference/methods/users.info
    async def _user(self, workspace: Workspace, args: Json) -> Json:
        user = self.state.users.get(args["user"])
        if user is None or user.workspace is not workspace:
            raise Refused("user_not_found")
        return {"user": user.to_json()}

    # https://docs.slack.dev/reference/methods/files.getUploadURLExternal
    async def _upload_url(self, workspace: Workspace, args: Json) -> Json:
        length = int(args["length"])
        if length <= 0:
            raise Refused("invalid_arguments", ["must be greater than 0 [json-pointer:/length]"])
        file = File(self.state.ids.new("F"), args["filename"], length, workspace.bot_user_id)
        file.alt_txt = args.get("alt_txt", "")
        path = f"/upload/v1/{self.state.ids.new('')}"
        self.uploads[path] = file
        return {"upload_url": self.origin + path, "file_id": file.id}

    # https://docs.slack.dev/reference/methods/files.completeUploadExternal
    async def _complete_upload(self, workspace: Workspace, args: Json) -> Json:
        if not isinstance(args["files"], list):
            raise Refused("invalid_arguments", ["must be an array [json-pointer:/files]"])
        uploaded = {file.id: file for file in self.uploads.values() if file.content is not None}
        files: List[File] = []
        for asked in args["files"]:
            if asked.get("id") not in uploaded:
                raise Refused("file_not_found")
            file = uploaded[asked["id"]]
            file.title = asked.get("title") or file.name
            files.append(file)
        if args.get("channel_id"):
            channel = self._writable(workspace, args["channel_id"])
            message = self._from_app(workspace, channel, args.get("initial_comment", ""), args.get("thread_ts"))
            message.subtype, message.files = "file_share", [file.to_json() for file in files]
            self.state.store(message)
        self.state.files |= {file.id: file for file in files}
        return {"files": [file.to_json() for file in files]}

    # https://docs.slack.dev/reference/methods/apps.connections.open
    async def _open_connection(self, workspace: Workspace, args: Json) -> Json:
        return {"url": self._sockets.url()}

    def _need(self, scope: str) -> None:
        if scope not in self.scopes:
            raise Refused("missing_scope", needed=scope, provided=",".join(self.scopes))

    def _channel(self, workspace: Workspace, channel_id: str) -> Channel:
        channel = self.state.channels.get(channel_id)
        if channel is None or channel.workspace is not workspace:
            raise Refused("channel_not_found")
        member = workspace.bot_user_id in channel.members
        if not member and channel.kind != "channel":
            raise Refused("channel_not_found")
        return channel

    def _writable(self, workspace: Workspace, channel_id: str) -> Channel:
        channel = self._channel(workspace, self.conversation(channel_id))
        if channel.archived:
            raise Refused("is_archived")
        if workspace.bot_user_id not in channel.members and "chat:write.public" not in self.scopes:
            raise Refused("not_in_channel")
        return channel

    def _readable(self, workspace: Workspace, channel_id: str) -> Channel:
        channel = self._channel(workspace, channel_id)
        self._need(_HISTORY[channel.kind])
        if workspace.bot_user_id not in channel.members:
            raise Refused("not_in_channel")
        return channel

    def _own(self, workspace: Workspace, channel: Channel, ts: str, otherwise: str) -> Message:
        message = channel.messages.get(ts)
        if message is None:
            raise Refused("message_not_found")
        if message.bot_id != workspace.bot_id:
            raise Refused(otherwise)
        return message

    def conversation(self, channel_id: str) -> str:
        """The conversation an argument names: a person's id stands for the direct message with them."""
        user = self.state.users.get(channel_id)
        return self.state.direct_message(user.id).id if user and not user.is_bot else channel_id

    def _message(self, workspace: Workspace, channel: Channel, args: Json, most: int) -> Message:
        if not (args.get("text") or args.get("blocks") or args.get("attachments")):
            raise Refused("no_text")
        _check_content(args, most)
        thread_ts = args.get("thread_ts")
        if thread_ts is not None and not _TS.fullmatch(str(thread_ts)):
            raise Refused("invalid_thread_ts", [f"{thread_ts} is not a valid thread_ts"])
        message = self._from_app(workspace, channel, args.get("text", ""), args.get("thread_ts"))
        message.blocks = complete(args.get("blocks") or [], self.state.ids)
        message.attachments = args.get("attachments") or []
        message.metadata = args.get("metadata")
        return message

    def _from_app(self, workspace: Workspace, channel: Channel, text: str, thread_ts: str | None) -> Message:
        return Message(
            channel.id,
            self.state.ids.ts(),
            workspace.bot_user_id,
            text,
            thread_ts=thread_ts,
            bot_id=workspace.bot_id,
            app_id=self.state.app_id,
            team=workspace.id,
        )

    def _view(self, workspace: Workspace, user: str, content: Any, kind: str) -> View:
        problems: List[str] = []
        if not isinstance(content, dict):
            problems = ["must be an object [json-pointer:/view]"]
        elif content.get("type") != kind:
            problems = [f"must be a valid enum value: {kind} [json-pointer:/view/type]"]
        else:
            found = errors_of(content.get("blocks"), most=VIEW_MAX)
            problems = [problem.replace("[json-pointer:", "[json-pointer:/view", 1) for problem in found]
            title = content.get("title")
            if kind == "modal" and not (isinstance(title, dict) and 0 < len(title.get("text", "")) <= 24):
                problems.append("must be between 1 and 24 characters [json-pointer:/view/title/text]")
        if problems:
            raise Refused("invalid_arguments", problems)
        kept = content | {"blocks": complete(content["blocks"], self.state.ids)}
        return View(self.state.ids.new("V"), user, workspace, kept, self.state.ids.ts())


def _check_content(args: Json, most: int) -> None:
    if len(args.get("text") or "") > most:
        raise Refused("msg_too_long")
    if "blocks" in args and args["blocks"] is not None:
        if not isinstance(args["blocks"], list):
            raise Refused("invalid_blocks_format")
        problems = errors_of(args["blocks"])
        if problems:
            raise Refused("invalid_blocks", problems)


def _between(message: Message, args: Json) -> bool:
    inclusive = str(args.get("inclusive", "")).lower() in ("1", "true")
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9999999999")
    if inclusive:
        return float(oldest) <= float(message.ts) <= float(latest)
    return float(oldest) < float(message.ts) < float(latest)


def _page(messages: List[Message], args: Json) -> Json:
    """https://docs.slack.dev/apis/web-api/pagination: the cursor is opaque to the app, here it is a place."""
    start, limit = int(args.get("cursor") or 0), int(args.get("limit") or PAGE)
    answer: Json = {"messages": [m.to_json() for m in messages[start : start + limit]]}
    more = start + limit < len(messages)
    answer["has_more"] = more
    answer["response_metadata"] = {"next_cursor": str(start + limit) if more else ""}
    return answer
