"""Socket Mode of the fake, used by Bolt's own handler."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, AsyncIterator, Dict, List

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import FakeSlack, Timing

TIMING = Timing(acknowledgement=5.0, retries=(0.0, 0.01, 0.02), message_interval=0.0)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(socket_mode=True, timing=TIMING) as slack:
        yield slack


@asynccontextmanager
async def bolt(slack: FakeSlack, bodies: List[Dict[str, Any]]) -> AsyncIterator[AsyncApp]:
    """A Bolt app that holds one socket and writes down what it was sent."""
    app = AsyncApp(client=AsyncWebClient(slack.bot_token, base_url=slack.base_url))

    @app.event("message")
    async def hear(body):
        bodies.append(body)

    @app.command("/career")
    async def command(ack, body):
        bodies.append(body)
        await ack("Here you are")

    @app.action("a")
    async def click(ack, body):
        bodies.append(body)
        await ack()

    handler = AsyncSocketModeHandler(app, slack.app_token, ping_interval=0.1)
    before = len(slack.sockets.connections)
    await handler.connect_async()
    await slack.sockets.connected(before + 1)
    try:
        yield app
    finally:
        await handler.close_async()


@asynccontextmanager
async def raw_socket(slack: FakeSlack) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A socket without a framework, for what a framework hides."""
    api = AsyncWebClient(base_url=slack.base_url)
    url = (await api.apps_connections_open(app_token=slack.app_token))["url"]
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        yield socket


async def test_a_socket_is_greeted_with_hello(slack: FakeSlack):
    async with raw_socket(slack) as first, raw_socket(slack) as second:
        hello, again = await first.receive_json(), await second.receive_json()
    assert (hello["type"], hello["connection_info"]) == ("hello", {"app_id": slack.state.app_id})
    assert (hello["num_connections"], again["num_connections"]) == (1, 2)


async def test_an_address_serves_one_connection(slack: FakeSlack):
    url = (await AsyncWebClient(base_url=slack.base_url).apps_connections_open(app_token=slack.app_token))["url"]
    async with aiohttp.ClientSession() as session, session.ws_connect(url):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_the_eleventh_connection_is_turned_away(slack: FakeSlack):
    async with AsyncExitStack() as stack:
        for _ in range(10):
            await (await stack.enter_async_context(raw_socket(slack))).receive_json()
        eleventh = await stack.enter_async_context(raw_socket(slack))
        assert (await eleventh.receive_json())["reason"] == "too_many_websockets"


async def test_an_event_a_command_and_a_click_come_through_bolt(slack: FakeSlack):
    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs", [ann])
    bodies: List[Dict[str, Any]] = []
    async with bolt(slack, bodies) as app:
        said = await slack.say(ann, slack.dm(ann), "hello")
        command = await slack.slash(ann, channel, "/career", "pay")
        button = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "A"}}
        blocks = [{"type": "actions", "elements": [button]}]
        await app.client.chat_postMessage(channel=channel, text="A?", blocks=blocks)
        clicked = await slack.click(ann, slack.answers(channel)[-1], title="A")
        await slack.wait_for(lambda: len(bodies) == 3 or None)
    assert said.deliveries[0].acknowledged and command.acknowledged and clicked.acknowledged
    kinds = [body.get("type") or body["command"] for body in bodies]
    assert sorted(kinds) == ["/career", "block_actions", "event_callback"]
    assert [message.text for message in slack.ephemerals(ann, channel)] == ["Here you are"]


async def test_an_envelope_that_nobody_acknowledges_comes_again_with_number_and_reason():
    timing = Timing(acknowledgement=0.05, retries=(0.0, 0.0))
    async with FakeSlack(socket_mode=True, timing=timing) as slack, raw_socket(slack) as socket:
        await socket.receive_json()
        ann = slack.add_user("ann")
        message = await slack.say(ann, slack.dm(ann), "hello")
        await slack.settled()
        envelopes = [await socket.receive_json() for _ in range(3)]
    assert [(e["retry_attempt"], e["retry_reason"]) for e in envelopes] == [(0, ""), (1, "timeout"), (2, "timeout")]
    assert len({e["payload"]["event_id"] for e in envelopes}) == 1
    assert len({e["envelope_id"] for e in envelopes}) == 3
    assert not message.deliveries[0].acknowledged


async def test_what_was_not_acknowledged_when_the_socket_closed_comes_at_once_on_the_next_one():
    # With an hour to acknowledge, only the end of the socket can be what makes the envelope come again.
    timing = Timing(acknowledgement=3600.0, retries=(0.0,))
    async with FakeSlack(socket_mode=True, timing=timing) as slack, raw_socket(slack) as first:
        ann = slack.add_user("ann")
        await first.receive_json()
        said = asyncio.create_task(slack.say(ann, slack.dm(ann), "hello"))
        lost = await first.receive_json()
        await slack.sockets.connections[0].drop()
        message = await asyncio.wait_for(said, 10)
        async with raw_socket(slack) as second:
            await second.receive_json()
            again = await second.receive_json()
            await second.send_json({"envelope_id": again["envelope_id"]})
            await slack.settled()
    assert again["payload"] == lost["payload"]
    assert (again["retry_attempt"], again["retry_reason"]) == (1, "disconnected")
    assert [attempt.acknowledged for attempt in message.deliveries[0].attempts] == [False, True]


async def test_what_happens_while_the_app_is_away_waits_for_it(slack: FakeSlack):
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "anybody there?")
    assert message.deliveries[0].attempts == []
    bodies: List[Dict[str, Any]] = []
    async with bolt(slack, bodies):
        await slack.settled()
        await slack.wait_for(lambda: bodies)
    assert message.deliveries[0].acknowledged


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_bolt_comes_back_after_a_disconnect_and_hears_the_next_message(slack: FakeSlack, reason: Any):
    ann = slack.add_user("ann")
    bodies: List[Dict[str, Any]] = []
    async with bolt(slack, bodies):
        await slack.sockets.disconnect(reason)
        await slack.sockets.connected()
        message = await slack.say(ann, slack.dm(ann), "still there?")
        await slack.settled()
    assert slack.sockets.opened == 2
    assert message.deliveries[0].acknowledged


async def test_a_socket_that_the_app_keeps_is_closed_after_the_goodbye():
    async with FakeSlack(socket_mode=True, timing=Timing(goodbye=0.01)) as slack, raw_socket(slack) as socket:
        await socket.receive_json()
        goodbye = asyncio.create_task(slack.sockets.disconnect("warning"))
        assert (await socket.receive_json())["reason"] == "warning"
        assert (await socket.receive()).type is aiohttp.WSMsgType.CLOSE
        await goodbye


async def test_envelopes_are_spread_over_the_sockets(slack: FakeSlack):
    ann = slack.add_user("ann")
    bodies: List[Dict[str, Any]] = []
    async with bolt(slack, bodies), bolt(slack, bodies):
        for number in range(4):
            await slack.say(ann, slack.dm(ann), str(number))
        assert [len(connection.envelopes) for connection in slack.sockets.connections] == [2, 2]


async def test_the_acknowledgements_payload_is_kept(slack: FakeSlack):
    ann = slack.add_user("ann")
    async with raw_socket(slack) as socket:
        await socket.receive_json()
        typed = asyncio.create_task(slack.slash(ann, slack.dm(ann), "/career"))
        envelope = await socket.receive_json()
        assert envelope["accepts_response_payload"] is True
        await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {"text": "hello"}})
        delivery = await typed
    assert json.loads(delivery.body) == {"text": "hello"}
    assert [message.text for message in slack.ephemerals(ann, slack.dm(ann))] == ["hello"]
