"""What people do in Slack, as the app hears of it.

Each helper changes the workspace first, then tells the app of it if the app is subscribed, and returns when the app has
answered the first attempt or let the time for it pass; retries go on behind it.
"""

from __future__ import annotations

import json
from typing import Any, Dict, Iterable, List, Mapping

from tests.fake_slack import shapes
from tests.fake_slack.delivery import Delivery, Dispatcher
from tests.fake_slack.responses import ResponseUrls
from tests.fake_slack.state import SLACKBOT, Channel, File, Json, Message, State, View, Workspace


class People:
    """The part of ``FakeSlack`` that acts for people. Identifiers are strings, as ``add_user`` and the like give."""

    state: State
    dispatcher: Dispatcher
    response_urls: ResponseUrls
    subscriptions: frozenset[str]

    async def say(
        self, user: str, channel: str, text: str, thread_ts: str | None = None, *, blocks: List[Json] | None = None
    ) -> Message:
        """Write a message: ``message.im`` in a direct message; in a channel ``message.channels`` and the like, and
        ``app_mention`` when the text holds ``slack.mention``.

        Args:
            user: who writes.
            channel: where; the person must be a member.
            text: as Slack hands it on: ``&amp;``, ``&lt;`` and ``&gt;`` are escaped by the caller where they matter.
            thread_ts: of the thread's first message.
            blocks: rich text as the message box makes it; by default one rich text block of the text.

        Returns:
            The message; ``deliveries`` holds what the app was sent of it.
        """
        message = self._written(user, channel, text, thread_ts)
        message.blocks = shapes.rich_text(text, self.state.ids) if blocks is None else blocks
        return await self._post(message)

    async def share_file(
        self, user: str, channel: str, name: str, text: str = "", content: bytes = b"file", thread_ts: str | None = None
    ) -> Message:
        """Share a file with or without words: subtype ``file_share``
        (https://docs.slack.dev/reference/events/message/file_share)."""
        file = File(self.state.ids.new("F"), name, len(content), user, content)
        self.state.files[file.id] = file
        message = self._written(user, channel, text, thread_ts)
        message.subtype, message.files = "file_share", [file.to_json()]
        return await self._post(message)

    async def edit(self, message: Message, text: str) -> List[Delivery]:
        """Change what was written: ``message_changed``
        (https://docs.slack.dev/reference/events/message/message_changed)."""
        before = message.to_json()
        message.text, message.blocks = text, shapes.rich_text(text, self.state.ids)
        message.edited = {"user": message.user, "ts": self.state.ids.ts()}
        self.state.changed()
        return await self._changed_message(message, before)

    async def delete(self, message: Message) -> List[Delivery]:
        """Take a message away: ``message_deleted``
        (https://docs.slack.dev/reference/events/message/message_deleted)."""
        channel = self.state.channels[message.channel]
        del channel.messages[message.ts]
        self.state.changed()
        event = shapes.message_deleted(message, channel, self.state.ids.ts())
        return await self._tell(channel.workspace, [event])

    async def join(self, user: str, channel: str) -> List[Delivery]:
        """Enter a channel: ``channel_join`` as a message and, if subscribed, ``member_joined_channel``
        (https://docs.slack.dev/reference/events/message/channel_join)."""
        where = self.state.channels[channel]
        where.members.add(user)
        message = Message(
            channel, self.state.ids.ts(), user, f"<@{user}> has joined the channel", subtype="channel_join"
        )
        self.state.store(message)
        joined = {"type": "member_joined_channel", "user": user, "channel": channel, "team": where.workspace.id}
        joined |= {"channel_type": where.id[0], "event_ts": message.ts}
        deliveries = await self._tell(where.workspace, [shapes.message(message, where), joined])
        message.deliveries += deliveries
        return deliveries

    async def bot_message(
        self, channel: str, text: str, thread_ts: str | None = None, *, classic: bool = False
    ) -> Message:
        """Another app writes: with ``bot_id`` and ``app_id``; a classic one with subtype ``bot_message`` and no user
        (https://docs.slack.dev/reference/events/message/bot_message)."""
        ids = self.state.ids
        message = Message(channel, ids.ts(), None if classic else ids.new("U"), text, thread_ts=thread_ts)
        message.bot_id, message.app_id = ids.new("B"), ids.new("A")
        message.subtype = "bot_message" if classic else None
        return await self._post(message)

    async def slackbot(self, channel: str, text: str) -> Message:
        """Slackbot writes: user ``USLACKBOT``, no ``bot_id``, as for reminders and custom responses."""
        return await self._post(Message(channel, self.state.ids.ts(), SLACKBOT, text))

    async def open_home(self, user: str) -> List[Delivery]:
        """Open the app's home tab: ``app_home_opened``
        (https://docs.slack.dev/reference/events/app_home_opened)."""
        workspace = self.state.users[user].workspace
        event: Json = {
            "type": "app_home_opened",
            "user": user,
            "channel": self.state.direct_message(user).id,
            "tab": "home",
            "event_ts": self.state.ids.ts(),
        }
        if user in self.state.homes:
            event["view"] = self.state.homes[user].to_json(self.state.app_id)
        return await self._tell(workspace, [event])

    async def duplicate(self, delivery: Delivery) -> Delivery:
        """Send an event once more, letter by letter and without retry headers, as Slack sometimes does."""
        return await self.dispatcher.send(Delivery(delivery.type, json.loads(json.dumps(delivery.payload))))

    async def click(
        self,
        user: str,
        source: Message | View,
        *,
        action_id: str | None = None,
        value: str | None = None,
        title: str | None = None,
        block_id: str | None = None,
    ) -> Delivery:
        """Press a button, a thumb of ``feedback_buttons``, or choose an option of a menu.

        Args:
            user: who.
            source: the message or view it stands in.
            action_id: of the element.
            value: of the button or option.
            title: what the button or option says.
            block_id: of the block in which to look, where several blocks have such an element.

        Returns:
            The delivery of ``block_actions`` (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload).

        Raises:
            LookupError: nothing there fits, or several do; names what there is.
        """
        blocks = source.content["blocks"] if isinstance(source, View) else source.blocks
        blocks = [block for block in blocks if block_id in (None, block.get("block_id"))]
        action = shapes.one_action(blocks, action_id=action_id, value=value, title=title)
        who = self.state.users[user]
        payload = shapes.interaction("block_actions", who, self.state.app_id, self.state.trigger_id(user))
        payload["actions"] = [action | {"action_ts": self.state.ids.ts()}]
        if isinstance(source, View):
            payload["container"] = {"type": "view", "view_id": source.id}
            payload["view"] = source.to_json(self.state.app_id)
        else:
            channel = self.state.channels[source.channel]
            payload |= shapes.clicked_message(source, channel)
            payload["response_url"] = self.response_urls.new(source.channel, user, source, kind="actions")
        return await self.dispatcher.send(Delivery("interactive", payload))

    async def submit(self, user: str, view: View, values: Mapping[str, Mapping[str, Any]] | None = None) -> Delivery:
        """Submit a modal: ``view_submission``
        (https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload).

        Args:
            user: who.
            view: the modal.
            values: block id -> action id -> the element's state, like ``{"type": "plain_text_input", "value": "x"}``.
        """
        who = self.state.users[user]
        payload = shapes.interaction("view_submission", who, self.state.app_id, self.state.trigger_id(user))
        payload["view"] = view.to_json(self.state.app_id) | {"state": {"values": values or {}}}
        payload["response_urls"] = []
        delivery = await self.dispatcher.send(Delivery("interactive", payload))
        # Slack closes a modal that was submitted unless the answer says otherwise.
        if delivery.acknowledged and "response_action" not in delivery.body:
            self.state.modals.pop(user, None)
            self.state.changed()
        return delivery

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Delivery:
        """Type a slash command (https://docs.slack.dev/interactivity/implementing-slash-commands).

        What the app answers with the acknowledgement is shown as a message: to the person alone, or to all with
        ``"response_type": "in_channel"``. The payload's ``response_url`` takes five posts.
        """
        who, where = self.state.users[user], self.state.channels[channel]
        payload = shapes.slash_command(who, where, command, text, self.state.app_id, self.state.trigger_id(user))
        payload["response_url"] = self.response_urls.new(channel, user, None, kind="commands")
        delivery = await self.dispatcher.send(Delivery("slash_commands", payload))
        if delivery.acknowledged:
            self.response_urls.show_acknowledgement(channel, user, delivery.attempts[-1])
        return delivery

    async def event(self, event: Json, workspace: Workspace | None = None) -> Delivery:
        """Any event, whether subscribed or not, in Slack's envelope: ``app_uninstalled``, ``tokens_revoked``, ..."""
        where = workspace or next(iter(self.state.workspaces.values()))
        return await self.dispatcher.send(Delivery("events_api", shapes.envelope(event, where, self.state)))

    def echo_soon(self, message: Message) -> None:
        """Tell the app of its own message, as Slack does to apps that are subscribed to the conversation's messages;
        behind the call that wrote it."""
        channel = self.state.channels[message.channel]
        event = shapes.message(message, channel)
        heard = shapes.subscription(event) in self.subscriptions and self._hears(event)
        if heard and self.dispatcher.reachable:
            delivery = Delivery("events_api", shapes.envelope(event, channel.workspace, self.state))
            message.deliveries.append(delivery)
            self.dispatcher.start(delivery)

    def _written(self, user: str, channel: str, text: str, thread_ts: str | None) -> Message:
        where = self.state.channels[channel]
        if user not in where.members:
            raise LookupError(f"{user} is not a member of {channel} ({where.name}): use join() or members=")
        if thread_ts and thread_ts not in where.messages:
            raise LookupError(f"No message {thread_ts} in {channel} to answer in a thread")
        return Message(
            channel,
            self.state.ids.ts(),
            user,
            text,
            thread_ts=thread_ts,
            team=where.workspace.id,
            client_msg_id=shapes.client_msg_id(),
        )

    async def _post(self, message: Message) -> Message:
        channel = self.state.channels[message.channel]
        self.state.store(message)
        events = [shapes.message(message, channel)]
        mentioned = f"<@{channel.workspace.bot_user_id}" in message.text
        if mentioned and channel.kind != "im" and message.subtype in (None, "file_share"):
            events.insert(0, shapes.app_mention(message, channel))
        message.deliveries += await self._tell(channel.workspace, events)
        return message

    async def _changed_message(self, message: Message, before: Json) -> List[Delivery]:
        channel = self.state.channels[message.channel]
        event = shapes.message_changed(message, before, channel, self.state.ids.ts())
        return await self._tell(channel.workspace, [event])

    async def _tell(self, workspace: Workspace, events: Iterable[Json]) -> List[Delivery]:
        return [
            await self.dispatcher.send(Delivery("events_api", shapes.envelope(event, workspace, self.state)))
            for event in events
            if shapes.subscription(event) in self.subscriptions and self._hears(event)
        ]

    def _hears(self, event: Dict[str, Any]) -> bool:
        """Slack tells an app only of conversations it is in; of a mention it tells even so."""
        channel: Channel | None = self.state.channels.get(event.get("channel", ""))
        return channel is None or event["type"] == "app_mention" or channel.workspace.bot_user_id in channel.members
