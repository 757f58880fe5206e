"""What the fake sends over HTTP, received by Slack's own framework."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, AsyncIterator, Callable, Dict, List

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import SLACKBOT, FakeSlack, Timing
from tests.tools.ports import free_port

SCOPES = ["app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "im:history"]
SUBSCRIPTIONS = ["app_mention", "message.channels", "message.im", "app_home_opened", "member_joined_channel"]
TIMING = Timing(acknowledgement=5.0, retries=(0.0, 0.01, 0.02), message_interval=0.0)


@dataclass
class App:
    """A Bolt app at an address of its own, and the bodies it was sent."""

    bolt: AsyncApp
    bodies: List[Dict[str, Any]] = field(default_factory=list)
    headers: List[Dict[str, str]] = field(default_factory=list)
    url: str = ""
    behave: Callable[[], web.Response | None] = lambda: None

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        odd = self.behave()
        if odd is not None:
            return odd
        return await to_aiohttp_response(await self.bolt.async_dispatch(await to_bolt_request(request)))

    def events(self) -> List[Dict[str, Any]]:
        return [body["event"] for body in self.bodies if "event" in body]


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(scopes=SCOPES, subscriptions=SUBSCRIPTIONS, timing=TIMING) as slack:
        yield slack


@pytest.fixture
async def app(slack: FakeSlack) -> AsyncIterator[App]:
    bolt = AsyncApp(
        client=AsyncWebClient(slack.bot_token, base_url=slack.base_url),
        signing_secret=slack.signing_secret,
        process_before_response=True,
    )
    app = App(bolt)

    @bolt.middleware
    async def record(body, next):
        app.bodies.append(body)
        await next()

    @bolt.event("message")
    @bolt.event("app_mention")
    @bolt.event("app_home_opened")
    @bolt.event("member_joined_channel")
    async def hear(body):
        pass

    server = web.Application()
    server.router.add_post("/slack/events", app.handle)
    runner = web.AppRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    app.url = slack.request_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    yield app
    await runner.cleanup()


async def test_the_address_is_verified(slack: FakeSlack, app: App):
    assert (await slack.verify_url()).acknowledged
    app.behave = lambda: web.json_response("not the challenge")
    assert not (await slack.verify_url()).acknowledged


async def test_a_direct_message_comes_in_slacks_envelope(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "hello")
    [body] = app.bodies
    assert body["type"] == "event_callback"
    assert (body["team_id"], body["api_app_id"]) == (slack.workspace.id, slack.state.app_id)
    assert body["authorizations"][0]["user_id"] == slack.bot_user_id
    event = body["event"]
    assert (event["type"], event["channel_type"], event["text"]) == ("message", "im", "hello")
    assert (event["user"], event["channel"], event["ts"]) == (ann, slack.dm(ann), message.ts)
    [delivery] = message.deliveries
    assert (delivery.acknowledged, delivery.status, len(delivery.attempts)) == (True, 200, 1)


async def test_a_mention_comes_as_mention_and_as_message_with_one_timestamp(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs", [ann])
    await slack.say(ann, channel, f"{slack.mention} hello")
    assert [event["type"] for event in app.events()] == ["app_mention", "message"]
    assert len({event["ts"] for event in app.events()}) == 1
    assert len({body["event_id"] for body in app.bodies}) == 2


async def test_without_the_subscription_only_the_mention_comes(app: App):
    async with FakeSlack(request_url=app.url, signing_secret="fake-signing-secret", timing=TIMING) as slack:
        ann = slack.add_user("ann")
        channel = slack.add_channel("jobs", [ann])
        await slack.say(ann, channel, "to nobody")
        await slack.say(ann, channel, f"{slack.mention} hello")
        assert [delivery.payload["event"]["type"] for delivery in slack.deliveries] == ["app_mention"]


async def test_of_a_channel_it_is_not_in_the_app_hears_mentions_alone(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    channel = slack.add_channel("private talk", [ann], with_app=False)
    await slack.say(ann, channel, "among us")
    await slack.say(ann, channel, f"{slack.mention} join us")
    assert [event["type"] for event in app.events()] == ["app_mention"]


async def test_a_reply_in_a_thread_names_the_thread_and_who_began_it(slack: FakeSlack, app: App):
    ann, ben = slack.add_user("ann"), slack.add_user("ben")
    channel = slack.add_channel("jobs", [ann, ben])
    first = await slack.say(ann, channel, "question")
    await slack.say(ben, channel, "answer", thread_ts=first.ts)
    reply = app.events()[-1]
    assert (reply["thread_ts"], reply["parent_user_id"]) == (first.ts, ann)


async def test_who_is_not_in_a_channel_cannot_write_there(slack: FakeSlack):
    with pytest.raises(LookupError, match="not a member"):
        await slack.say(slack.add_user("ann"), slack.add_channel("jobs"), "hello")


async def test_edits_and_deletions_come_as_hidden_messages(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "helo")
    await slack.edit(message, "hello")
    await slack.delete(message)
    _, edited, deleted = app.events()
    assert (edited["subtype"], edited["message"]["text"], edited["previous_message"]["text"]) == (
        "message_changed",
        "hello",
        "helo",
    )
    assert edited["message"]["edited"]["user"] == ann
    assert (deleted["subtype"], deleted["deleted_ts"], deleted["hidden"]) == ("message_deleted", message.ts, True)
    assert slack.messages(slack.dm(ann)) == []


async def test_joins_bots_slackbot_and_files_come_as_slack_marks_them(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs")
    await slack.join(ann, channel)
    await slack.bot_message(channel, "beep")
    await slack.bot_message(channel, "boop", classic=True)
    await slack.slackbot(channel, "reminder")
    await slack.share_file(ann, channel, "cv.pdf", "my CV")
    join, joined, bot, classic, slackbot, shared = app.events()
    assert (join["subtype"], joined["type"]) == ("channel_join", "member_joined_channel")
    assert "subtype" not in bot and bot["bot_id"] and bot["app_id"]
    assert classic["subtype"] == "bot_message" and "user" not in classic
    assert slackbot["user"] == SLACKBOT and "bot_id" not in slackbot
    assert (shared["subtype"], shared["files"][0]["name"], shared["text"]) == ("file_share", "cv.pdf", "my CV")


async def test_the_app_hears_its_own_message_with_its_bot_id(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    await app.bolt.client.chat_postMessage(channel=slack.dm(ann), text="hi")
    await slack.settled()
    [message] = slack.answers(slack.dm(ann))
    [delivery] = message.deliveries
    assert delivery.acknowledged
    assert delivery.payload["event"]["bot_id"] == slack.workspace.bot_id
    # Bolt itself drops it, as it must.
    assert app.events() == []


async def test_the_echo_of_the_apps_own_messages_can_be_left_out(app: App):
    async with FakeSlack(request_url=app.url, echo=False) as slack:
        await AsyncWebClient(slack.bot_token, base_url=slack.base_url).chat_postMessage(
            channel=slack.dm(slack.add_user("ann")), text="hi"
        )
        assert slack.deliveries == []


async def test_a_duplicate_has_the_same_event_id(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "hello")
    await slack.duplicate(message.deliveries[0])
    assert app.bodies[0]["event_id"] == app.bodies[1]["event_id"]
    assert "x-slack-retry-num" not in app.headers[1]


async def test_an_event_that_is_refused_comes_three_times_more_with_number_and_reason(slack: FakeSlack, app: App):
    app.behave = lambda: web.Response(status=500)
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "hello")
    await slack.settled()
    assert [headers.get("x-slack-retry-num") for headers in app.headers] == [None, "1", "2", "3"]
    assert [headers.get("x-slack-retry-reason") for headers in app.headers] == [None] + ["http_error"] * 3
    assert not message.deliveries[0].acknowledged


async def test_retries_end_when_the_app_takes_the_event(slack: FakeSlack, app: App):
    answers = iter([web.Response(status=503), None])
    app.behave = lambda: next(answers)
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "hello")
    await slack.settled()
    assert [attempt.status for attempt in message.deliveries[0].attempts] == [503, 200]
    assert message.deliveries[0].acknowledged


async def test_an_app_can_ask_for_no_retries(slack: FakeSlack, app: App):
    app.behave = lambda: web.Response(status=500, headers={"X-Slack-No-Retry": "1"})
    ann = slack.add_user("ann")
    message = await slack.say(ann, slack.dm(ann), "hello")
    await slack.settled()
    assert len(message.deliveries[0].attempts) == 1


async def test_an_app_that_is_too_slow_gets_the_event_again():
    never = asyncio.Event()

    async def hang(request: web.Request) -> web.Response:
        await never.wait()
        return web.Response()

    server = web.Application()
    server.router.add_post("/", hang)
    runner = web.AppRunner(server, shutdown_timeout=0.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    async with FakeSlack(request_url=url, timing=Timing(acknowledgement=0.05, retries=(0.0,))) as slack:
        ann = slack.add_user("ann")
        message = await slack.say(ann, slack.dm(ann), "hello")
        await slack.settled()
    never.set()
    await runner.cleanup()
    assert [attempt.reason for attempt in message.deliveries[0].attempts] == ["http_timeout"] * 2


async def test_an_app_that_is_away_gets_the_event_again():
    async with FakeSlack(request_url=f"http://127.0.0.1:{free_port()}/", timing=TIMING) as slack:
        ann = slack.add_user("ann")
        message = await slack.say(ann, slack.dm(ann), "hello")
        await slack.settled()
    assert [attempt.reason for attempt in message.deliveries[0].attempts] == ["connection_failed"] * 4


async def test_forged_old_and_unsigned_requests_reach_the_app_as_they_are(slack: FakeSlack, app: App):
    body = {"type": "event_callback", "event": {"type": "message"}}
    statuses = {
        "right": await slack.post_event(body),
        "forged": await slack.post_event(body, {"X-Slack-Signature": "v0=0"}),
        "old": await slack.post_event(body, age=301),
        "unsigned": await slack.post_event(body, {"X-Slack-Signature": ""}),
    }
    assert {name: attempt.status for name, attempt in statuses.items()} == {
        "right": 200,
        "forged": 401,
        "old": 401,
        "unsigned": 401,
    }
    await slack.post_event(b"\xff", {"Content-Type": "text/plain; charset=latin-1"})
    assert app.headers[-1]["content-type"] == "text/plain; charset=latin-1"
    await slack.post_event("x", {"content-type": ""})
    assert "content-type" not in app.headers[-1]


async def test_opening_the_home_tab_tells_the_app_and_shows_what_was_published(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    await slack.open_home(ann)
    await app.bolt.client.views_publish(user_id=ann, view={"type": "home", "blocks": [{"type": "divider"}]})
    await slack.open_home(ann)
    first, second = app.events()
    assert (first["type"], first["user"], first["tab"]) == ("app_home_opened", ann, "home")
    assert "view" not in first
    home = slack.home(ann)
    assert home is not None
    assert second["view"]["id"] == home.id


async def test_any_event_can_be_sent(slack: FakeSlack, app: App):
    delivery = await slack.event({"type": "app_uninstalled"})
    assert app.events() == [{"type": "app_uninstalled"}]
    assert delivery.attempts


BUTTONS = [
    {"type": "section", "block_id": "text", "text": {"type": "mrkdwn", "text": "Which?"}},
    {
        "type": "actions",
        "block_id": "which",
        "elements": [
            {"type": "button", "action_id": "a", "value": "1", "text": {"type": "plain_text", "text": "One"}},
            {"type": "button", "action_id": "b", "value": "2", "text": {"type": "plain_text", "text": "Two"}},
            {
                "type": "static_select",
                "action_id": "c",
                "options": [{"text": {"type": "plain_text", "text": "Three"}, "value": "3"}],
            },
        ],
    },
    {
        "type": "context_actions",
        "block_id": "thumbs",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "feedback",
                "positive_button": {"text": {"type": "plain_text", "text": "Good"}, "value": "good"},
                "negative_button": {"text": {"type": "plain_text", "text": "Bad"}, "value": "bad"},
            }
        ],
    },
]


async def shown(slack: FakeSlack, app: App, ann: str, **more: Any):
    await app.bolt.client.chat_postMessage(channel=slack.dm(ann), text="Which?", blocks=BUTTONS, **more)
    await slack.settled()
    app.bodies.clear()
    return slack.messages(slack.dm(ann))[-1]


@pytest.mark.parametrize("how", [{"action_id": "b"}, {"value": "2"}, {"title": "Two"}])
async def test_a_click_names_message_channel_and_button(slack: FakeSlack, app: App, how: Dict[str, str]):
    @app.bolt.action("b")
    async def take(ack):
        await ack()

    ann = slack.add_user("ann")
    message = await shown(slack, app, ann)
    delivery = await slack.click(ann, message, **how)
    [body] = app.bodies
    assert delivery.acknowledged
    assert body["type"] == "block_actions"
    assert body["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": slack.dm(ann),
        "is_ephemeral": False,
    }
    assert body["message"]["ts"] == message.ts
    assert (body["user"]["id"], body["team"]["id"]) == (ann, slack.workspace.id)
    [action] = body["actions"]
    assert (action["type"], action["action_id"], action["block_id"], action["value"]) == ("button", "b", "which", "2")


async def test_menus_and_thumbs_can_be_pressed(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    message = await shown(slack, app, ann)
    await slack.click(ann, message, title="Three")
    await slack.click(ann, message, value="bad")
    chosen, thumb = (body["actions"][0] for body in app.bodies)
    assert (chosen["type"], chosen["selected_option"]["value"]) == ("static_select", "3")
    assert (thumb["type"], thumb["action_id"], thumb["value"]) == ("feedback_buttons", "feedback", "bad")


async def test_pressing_what_is_not_there_names_what_is(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    message = await shown(slack, app, ann)
    with pytest.raises(LookupError, match="One"):
        await slack.click(ann, message, title="Four")
    with pytest.raises(LookupError, match="2 of these"):
        await slack.click(ann, message, action_id="feedback")


async def test_a_click_that_the_app_does_not_take_is_not_sent_again(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    message = await shown(slack, app, ann)
    app.behave = lambda: web.Response(status=500)
    delivery = await slack.click(ann, message, value="1")
    await slack.settled()
    assert [attempt.status for attempt in delivery.attempts] == [500]


async def test_a_click_can_be_answered_at_its_address_five_times(slack: FakeSlack, app: App):
    statuses: List[int] = []

    @app.bolt.action("a")
    async def take(ack, respond):
        await ack()
        for number in range(6):
            statuses.append((await respond(text=str(number))).status_code)

    ann = slack.add_user("ann")
    message = await shown(slack, app, ann)
    await slack.click(ann, message, value="1")
    assert statuses == [200] * 5 + [404]
    assert [m.text for m in slack.ephemerals(ann, slack.dm(ann))] == list("01234")
    assert slack.calls_to("response_url")[-1].response == {"body": '{"ok": false, "error": "used_url"}'}


async def test_an_answer_can_take_the_place_of_the_message_or_take_it_away(slack: FakeSlack, app: App):
    @app.bolt.action("a")
    async def replace(ack, respond):
        await ack()
        await respond(text="chosen", replace_original=True)

    @app.bolt.action("b")
    async def remove(ack, respond):
        await ack()
        await respond(delete_original=True)

    ann = slack.add_user("ann")
    message = await shown(slack, app, ann)
    blocks = message.blocks
    await slack.click(ann, message, value="1")
    assert (message.text, message.blocks) == ("chosen", [])
    message.blocks = blocks
    await slack.click(ann, message, value="2")
    assert slack.messages(slack.dm(ann)) == []


async def test_an_address_ends_after_half_an_hour_and_refuses_bad_blocks(slack: FakeSlack, app: App):
    bodies: List[Any] = []

    @app.bolt.action("a")
    async def take(ack, respond, body):
        await ack()
        bodies.append(await respond(text="x", blocks=[{"type": "magic"}]))
        slack.response_urls.expire(body["response_url"])
        bodies.append(await respond(text="x"))

    ann = slack.add_user("ann")
    await slack.click(ann, await shown(slack, app, ann), value="1")
    assert [(answer.status_code, answer.body) for answer in bodies] == [
        (400, "invalid_blocks"),
        (404, '{"ok": false, "error": "expired_url"}'),
    ]


async def test_a_button_in_an_ephemeral_message_comes_without_the_message(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs", [ann])
    await app.bolt.client.chat_postEphemeral(channel=channel, user=ann, text="Which?", blocks=BUTTONS)
    await slack.click(ann, slack.ephemerals(ann, channel)[0], value="1")
    [body] = app.bodies
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body


async def test_a_button_of_the_home_tab_comes_with_the_view_and_without_a_channel(slack: FakeSlack, app: App):
    ann = slack.add_user("ann")
    await app.bolt.client.views_publish(user_id=ann, view={"type": "home", "blocks": BUTTONS[:2]})
    home = slack.home(ann)
    assert home is not None
    await slack.click(ann, home, title="One")
    [body] = app.bodies
    assert body["container"] == {"type": "view", "view_id": home.id}
    assert body["view"]["type"] == "home"
    assert not {"channel", "response_url", "message"} & set(body)


async def test_a_modal_opens_by_a_click_and_closes_when_submitted(slack: FakeSlack, app: App):
    view = {
        "type": "modal",
        "callback_id": "why",
        "title": {"type": "plain_text", "text": "Why?"},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [
            {
                "type": "input",
                "block_id": "why",
                "label": {"type": "plain_text", "text": "Why?"},
                "element": {"type": "plain_text_input", "action_id": "text"},
            }
        ],
    }

    @app.bolt.action("a")
    async def ask(ack, body, client):
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.bolt.view("why")
    async def take(ack):
        await ack()

    ann = slack.add_user("ann")
    await slack.click(ann, await shown(slack, app, ann), value="1")
    modal = slack.modal(ann)
    assert modal is not None
    await slack.submit(ann, modal, {"why": {"text": {"type": "plain_text_input", "value": "too long"}}})
    body = app.bodies[-1]
    assert body["type"] == "view_submission"
    assert body["view"]["callback_id"] == "why"
    assert body["view"]["state"]["values"]["why"]["text"]["value"] == "too long"
    assert slack.modal(ann) is None


async def test_a_slash_command_comes_as_a_form_and_its_answer_is_for_one_person(slack: FakeSlack, app: App):
    @app.bolt.command("/career")
    async def take(ack, command, respond):
        await ack(f"You asked: {command['text']}")
        await respond("And more")
        await respond("For all", response_type="in_channel")

    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs", [ann])
    delivery = await slack.slash(ann, channel, "/career", "what does it pay & why")
    assert delivery.acknowledged
    assert app.headers[-1]["content-type"] == "application/x-www-form-urlencoded"
    [command] = app.bodies
    assert (command["command"], command["text"]) == ("/career", "what does it pay & why")
    assert (command["user_id"], command["channel_id"], command["channel_name"]) == (ann, channel, "jobs")
    assert {m.text for m in slack.ephemerals(ann, channel)} == {"You asked: what does it pay & why", "And more"}
    assert [m.text for m in slack.answers(channel)] == ["For all"]


async def test_an_acknowledgement_as_json_can_speak_to_all(slack: FakeSlack, app: App):
    answer = {"response_type": "in_channel", "text": "hello all"}
    app.behave = lambda: web.Response(body=json.dumps(answer), content_type="application/json")
    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs", [ann])
    await slack.slash(ann, channel, "/career")
    assert [m.text for m in slack.answers(channel)] == ["hello all"]


async def test_without_an_address_the_fake_says_so():
    async with FakeSlack() as slack:
        ann = slack.add_user("ann")
        with pytest.raises(RuntimeError, match="request_url"):
            await slack.say(ann, slack.dm(ann), "hello")
