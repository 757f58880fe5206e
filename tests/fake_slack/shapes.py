"""The JSON that Slack sends to an app. Each shape says where Slack's documentation has it."""

from __future__ import annotations

import base64
import json
import time
import uuid
from typing import Any, Dict, Iterator, List, Mapping, Tuple

from tests.fake_slack.state import Channel, Ids, Json, Message, State, User, Workspace

VERIFICATION_TOKEN = "fake-verification-token"

# https://docs.slack.dev/reference/events: the scope that each subscription asks for.
SCOPE_OF_SUBSCRIPTION: Mapping[str, str] = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "member_joined_channel": "channels:read",
}

_MESSAGES_OF_KIND = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}


def subscription(event: Json) -> str:
    """The subscription an event comes with: ``message.im`` for a message in a direct message, else its type."""
    if event["type"] != "message":
        return str(event["type"])
    return f"message.{_MESSAGES_OF_KIND[event['channel_type']]}"


def envelope(event: Json, workspace: Workspace, state: State) -> Json:
    """``event_callback``: https://docs.slack.dev/apis/events-api#callback-field."""
    context = {"tid": workspace.id, "aid": state.app_id, "cid": event.get("channel", "")}
    encoded = base64.b64encode(json.dumps(context, separators=(",", ":")).encode()).decode()
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.id,
        "context_team_id": workspace.id,
        "context_enterprise_id": None,
        "api_app_id": state.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": state.ids.new("Ev"),
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.id,
                "user_id": workspace.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{encoded}",
    }


def message(message: Message, channel: Channel) -> Json:
    """A ``message`` event: https://docs.slack.dev/reference/events/message."""
    event = message.to_json() | {"channel": channel.id, "event_ts": message.ts, "channel_type": channel.kind}
    parent = channel.messages.get(message.thread_ts or "")
    if parent is not None and parent is not message:
        event["parent_user_id"] = parent.user
    return event


def app_mention(message: Message, channel: Channel) -> Json:
    """https://docs.slack.dev/reference/events/app_mention: without ``channel_type`` and ``subtype``."""
    return message.to_json() | {"type": "app_mention", "channel": channel.id, "event_ts": message.ts}


def message_changed(message: Message, before: Json, channel: Channel, ts: str) -> Json:
    """https://docs.slack.dev/reference/events/message/message_changed."""
    return _hidden("message_changed", channel, ts) | {"message": message.to_json(), "previous_message": before}


def message_deleted(message: Message, channel: Channel, ts: str) -> Json:
    """https://docs.slack.dev/reference/events/message/message_deleted."""
    event = _hidden("message_deleted", channel, ts)
    return event | {"deleted_ts": message.ts, "previous_message": message.to_json()}


def _hidden(subtype: str, channel: Channel, ts: str) -> Json:
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": channel.id,
        "channel_type": channel.kind,
        "ts": ts,
        "event_ts": ts,
    }


def rich_text(text: str, ids: Ids) -> List[Json]:
    """What Slack's message box adds to a person's message:
    https://docs.slack.dev/reference/block-kit/blocks/rich-text-block."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return [{"type": "rich_text", "block_id": ids.new(""), "elements": [section]}]


def client_msg_id() -> str:
    """A person's message carries one, an app's does not."""
    return str(uuid.uuid4())


def interaction(type_: str, user: User, app_id: str, trigger_id: str) -> Json:
    """What all interactions begin with: https://docs.slack.dev/reference/interaction-payloads."""
    workspace = user.workspace
    return {
        "type": type_,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": workspace.id},
        "api_app_id": app_id,
        "token": VERIFICATION_TOKEN,
        "trigger_id": trigger_id,
        "team": {"id": workspace.id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def clicked_message(source: Message, channel: Channel) -> Json:
    """The part of ``block_actions`` that says where the button stands:
    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload.

    An ephemeral message is not sent along: Slack does not keep it.
    """
    ephemeral = source.visible_to is not None
    container: Json = {
        "type": "message",
        "message_ts": source.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if source.thread_ts:
        container["thread_ts"] = source.thread_ts
    payload: Json = {"container": container, "channel": {"id": channel.id, "name": _name(channel)}}
    payload["state"] = {"values": {}}
    if not ephemeral:
        payload["message"] = source.to_json()
    return payload


def slash_command(user: User, channel: Channel, command: str, text: str, app_id: str, trigger_id: str) -> Json:
    """The fields of a slash command's form:
    https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": user.workspace.id,
        "team_domain": user.workspace.domain,
        "channel_id": channel.id,
        "channel_name": _name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": app_id,
        "is_enterprise_install": "false",
        "trigger_id": trigger_id,
    }


def _name(channel: Channel) -> str:
    return {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)


def one_action(blocks: List[Json], **wanted: str | None) -> Json:
    """The action for what somebody presses; ``wanted``: ``action_id``, ``value``, ``title``, those that are not None.

    Raises:
        LookupError: not exactly one fits.
    """
    asked = {key: value for key, value in wanted.items() if value is not None}
    there = list(_pressable(blocks))
    found = [action for marks, action in there if asked and all(marks.get(k) == v for k, v in asked.items())]
    if len(found) != 1:
        listed = "\n".join(f"  {marks}" for marks, _ in there)
        raise LookupError(f"{len(found)} of these fit {asked}, not one:\n{listed or '  nothing to press'}")
    return found[0]


def _pressable(blocks: List[Json]) -> Iterator[Tuple[Dict[str, Any], Json]]:
    for block in blocks:
        elements = list(block["elements"]) if block["type"] in ("actions", "context_actions") else []
        elements += [block[part] for part in ("accessory", "element") if part in block]
        for element in elements:
            common = {"type": element["type"], "block_id": block["block_id"], "action_id": element.get("action_id")}
            for marks, chosen in _choices(element):
                yield marks | {"action_id": common["action_id"]}, common | chosen


def _choices(element: Json) -> Iterator[Tuple[Dict[str, Any], Json]]:
    """What can be pressed in an element, with what the action says of it:
    https://docs.slack.dev/reference/block-kit/block-elements."""
    if element["type"] == "button":
        marks = {"title": element["text"]["text"], "value": element.get("value")}
        yield marks, {key: element[key] for key in ("text", "value", "style") if key in element}
    elif element["type"] == "feedback_buttons":
        for thumb in (element["positive_button"], element["negative_button"]):
            yield (
                {"title": thumb["text"]["text"], "value": thumb["value"]},
                {"text": thumb["text"], "value": thumb["value"]},
            )
    elif element["type"] in ("static_select", "overflow", "radio_buttons"):
        groups = element.get("option_groups", [])
        for option in [*element.get("options", []), *(o for group in groups for o in group["options"])]:
            yield {"title": option["text"]["text"], "value": option["value"]}, {"selected_option": option}
