"""The Web API of the fake, called by Slack's own client."""

from __future__ import annotations

import asyncio
import time
from typing import Any, AsyncIterator, Dict

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack import FakeSlack, Timing, hang, rate_limited, refused, reset, server_error
from tests.fake_slack.state import Trigger

EVERY_SCOPE = [
    *("app_mentions:read", "chat:write", "commands", "files:write", "im:write", "reactions:write", "users:read"),
    *("channels:history", "groups:history", "im:history", "mpim:history"),
]


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(scopes=EVERY_SCOPE, timing=Timing(message_interval=0.0)) as slack:
        yield slack


def client(slack: FakeSlack, token: str | None = None, **more: Any) -> AsyncWebClient:
    return AsyncWebClient(slack.bot_token if token is None else token, base_url=slack.base_url, **more)


async def refusal(call: Any) -> Dict[str, Any]:
    with pytest.raises(SlackApiError) as raised:
        await call
    answer = raised.value.response.data
    assert isinstance(answer, dict)
    return answer


async def test_auth_test_says_who_the_app_is(slack: FakeSlack):
    answer = await client(slack).auth_test()
    assert (answer["user_id"], answer["bot_id"]) == (slack.bot_user_id, slack.workspace.bot_id)
    assert answer["team_id"] == slack.workspace.id
    assert answer.headers["x-oauth-scopes"] == ",".join(EVERY_SCOPE)


async def test_each_workspace_has_its_own_token_and_people(slack: FakeSlack):
    other = slack.add_workspace("school")
    ben = slack.add_user("ben", other)
    theirs = slack.add_channel("jobs", [ben], workspace=other)
    assert (await client(slack, other.bot_token).chat_postMessage(channel=theirs, text="hi"))["channel"] == theirs
    assert (await refusal(client(slack).chat_update(channel=theirs, ts="1.000001", text="x")))["error"] == (
        "channel_not_found"
    )
    assert (await client(slack, other.bot_token).auth_test())["team_id"] == other.id
    assert (await refusal(client(slack).chat_postMessage(channel=slack.dm(ben), text="hi")))["error"] == (
        "channel_not_found"
    )


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-wrong", "invalid_auth")])
async def test_a_call_without_a_right_token_is_refused(slack: FakeSlack, token: str, error: str):
    assert (await refusal(client(slack, token).api_call("auth.test")))["error"] == error


async def test_a_token_of_the_wrong_kind_is_refused(slack: FakeSlack):
    assert (await refusal(client(slack).apps_connections_open(app_token=slack.bot_token)))["error"] == (
        "not_allowed_token_type"
    )
    assert (await refusal(client(slack, slack.app_token).chat_postMessage(channel="C", text="x")))["error"] == (
        "not_allowed_token_type"
    )


async def test_a_missing_scope_is_named_with_those_that_are_there():
    async with FakeSlack() as slack:
        answer = await refusal(client(slack).users_info(user=slack.add_user("ann")))
    assert answer["error"] == "missing_scope"
    assert answer["needed"] == "users:read"
    assert answer["provided"] == "app_mentions:read,chat:write,commands,im:history"


async def test_history_asks_for_the_scope_of_that_kind_of_conversation():
    async with FakeSlack() as slack:
        ann = slack.add_user("ann")
        assert (await client(slack).conversations_history(channel=slack.dm(ann)))["messages"] == []
        answer = await refusal(client(slack).conversations_history(channel=slack.add_channel("jobs")))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "channels:history")


async def test_a_subscription_without_its_scope_cannot_be_set_up():
    with pytest.raises(ValueError, match="channels:history"):
        FakeSlack(subscriptions=["message.channels"])


async def test_an_unknown_method_is_refused(slack: FakeSlack):
    assert (await refusal(client(slack).api_call("chat.shout")))["error"] == "unknown_method"


async def test_a_message_is_kept_and_answered_as_it_stands(slack: FakeSlack):
    ann = slack.add_user("ann")
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*hi*"}}]
    answer = await client(slack).chat_postMessage(channel=slack.dm(ann), text="hi", blocks=blocks)
    [message] = slack.messages(slack.dm(ann))
    assert answer["channel"] == slack.dm(ann)
    assert answer["ts"] == message.ts
    assert answer["message"] == message.to_json()
    assert message.blocks[0]["block_id"]
    assert slack.answers(slack.dm(ann)) == [message]


async def test_timestamps_are_unique_and_grow(slack: FakeSlack):
    channel = slack.add_channel("jobs")
    for _ in range(5):
        await client(slack).chat_postMessage(channel=channel, text="x")
    stamps = [message.ts for message in slack.messages(channel)]
    assert stamps == sorted(set(stamps))
    assert all(len(ts.partition(".")[2]) == 6 for ts in stamps)


async def test_a_form_with_blocks_as_text_is_read_as_json_is(slack: FakeSlack):
    channel = slack.add_channel("jobs")
    form = {"token": slack.bot_token, "channel": channel, "text": "x", "blocks": '[{"type": "divider"}]'}
    async with aiohttp.ClientSession() as session, session.post(f"{slack.base_url}chat.postMessage", data=form) as got:
        assert (await got.json())["ok"] is True
    assert slack.messages(channel)[0].blocks[0]["type"] == "divider"
    assert "token" not in slack.calls[0].args


async def test_a_message_to_a_person_goes_to_the_direct_message(slack: FakeSlack):
    ann = slack.add_user("ann")
    assert (await client(slack).chat_postMessage(channel=ann, text="hi"))["channel"] == slack.dm(ann)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [{"type": "magic"}]}, "invalid_blocks"),
        ({"text": "x", "blocks": "nonsense"}, "invalid_blocks_format"),
        ({"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
        ({"channel": "", "text": "x"}, "invalid_arguments"),
        ({"text": "x", "thread_ts": "yesterday"}, "invalid_thread_ts"),
    ],
)
async def test_a_message_that_slack_refuses_is_refused(slack: FakeSlack, arguments: Dict[str, Any], error: str):
    channel = slack.add_channel("jobs")
    assert (await refusal(client(slack).chat_postMessage(**{"channel": channel, **arguments})))["error"] == error
    assert slack.messages(channel) == []


async def test_a_message_of_forty_thousand_characters_is_taken(slack: FakeSlack):
    await client(slack).chat_postMessage(channel=slack.add_channel("jobs"), text="x" * 40_000)


async def test_refused_blocks_are_named_with_a_pointer(slack: FakeSlack):
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]
    answer = await refusal(client(slack).chat_postMessage(channel=slack.add_channel("jobs"), text="x", blocks=blocks))
    assert answer["errors"] == ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]


async def test_the_app_cannot_write_where_it_is_not(slack: FakeSlack):
    public, private = slack.add_channel("a", with_app=False), slack.add_channel("b", with_app=False, private=True)
    archived = slack.add_channel("c")
    slack.archive(archived)
    errors = [(await refusal(client(slack).chat_postMessage(channel=c, text="x")))["error"] for c in (public, private)]
    assert errors == ["not_in_channel", "channel_not_found"]
    assert (await refusal(client(slack).chat_postMessage(channel=archived, text="x")))["error"] == "is_archived"


async def test_an_ephemeral_message_is_seen_by_one_person(slack: FakeSlack):
    ann, ben = slack.add_user("ann"), slack.add_user("ben")
    channel = slack.add_channel("jobs", [ann])
    await client(slack).chat_postEphemeral(channel=channel, user=ann, text="for you")
    assert [message.text for message in slack.ephemerals(ann, channel)] == ["for you"]
    assert slack.ephemerals(ben, channel) == slack.messages(channel) == []
    answer = await refusal(client(slack).chat_postEphemeral(channel=channel, user=ben, text="x"))
    assert answer["error"] == "user_not_in_channel"


async def test_the_app_changes_and_deletes_its_own_messages_only(slack: FakeSlack):
    ann = slack.add_user("ann")
    channel = slack.add_channel("jobs", [ann])
    api = client(slack)
    ts = (await api.chat_postMessage(channel=channel, text="one", blocks=[{"type": "divider"}]))["ts"]
    await api.chat_update(channel=channel, ts=ts, text="two")
    [message] = slack.messages(channel)
    assert (message.text, message.blocks) == ("two", [])
    assert message.edited is not None
    await api.chat_update(channel=channel, ts=ts, attachments=[{"text": "aside"}])
    await api.chat_update(channel=channel, ts=ts, text="three", blocks=[{"type": "divider"}])
    assert (message.text, message.blocks[0]["type"]) == ("three", "divider")
    assert message.attachments == [{"text": "aside"}]
    assert (await refusal(api.chat_update(channel=channel, ts=ts, text="x" * 4001)))["error"] == "msg_too_long"
    await api.chat_delete(channel=channel, ts=ts)
    assert slack.messages(channel) == []
    assert (await refusal(api.chat_update(channel=channel, ts=ts, text="x")))["error"] == "message_not_found"
    theirs = await slack.bot_message(channel, "not yours")
    assert (await refusal(api.chat_update(channel=channel, ts=theirs.ts, text="x")))["error"] == "cant_update_message"
    assert (await refusal(api.chat_delete(channel=channel, ts=theirs.ts)))["error"] == "cant_delete_message"


async def test_replies_are_read_by_thread_and_history_leaves_them_out(slack: FakeSlack):
    channel, api = slack.add_channel("jobs"), client(slack)
    first = (await api.chat_postMessage(channel=channel, text="first"))["ts"]
    await api.chat_postMessage(channel=channel, text="reply", thread_ts=first)
    await api.chat_postMessage(channel=channel, text="second")
    replies = await api.conversations_replies(channel=channel, ts=first)
    history = await api.conversations_history(channel=channel)
    assert [m["text"] for m in replies["messages"]] == ["first", "reply"]
    assert [m["text"] for m in history["messages"]] == ["second", "first"]
    assert [m.text for m in slack.messages(channel, first)] == ["first", "reply"]
    missing = await refusal(api.conversations_replies(channel=channel, ts="1.000001"))
    assert missing["error"] == "thread_not_found"


async def test_history_comes_in_pages(slack: FakeSlack):
    channel, api = slack.add_channel("jobs"), client(slack)
    for number in range(3):
        await api.chat_postMessage(channel=channel, text=str(number))
    page = await api.conversations_history(channel=channel, limit=2)
    rest = await api.conversations_history(
        channel=channel, limit=2, cursor=page["response_metadata"]["next_cursor"], oldest="0"
    )
    assert [[m["text"] for m in got["messages"]] for got in (page, rest)] == [["2", "1"], ["0"]]
    assert (page["has_more"], rest["has_more"]) == (True, False)


async def test_a_direct_message_is_opened_once(slack: FakeSlack):
    ann = slack.add_user("ann")
    opened = await client(slack).conversations_open(users=[ann])
    assert opened["channel"]["id"] == slack.dm(ann)
    assert (await refusal(client(slack).conversations_open(users=["U0NOBODY"])))["error"] == "user_not_found"


async def test_a_reaction_is_added_once(slack: FakeSlack):
    channel, api = slack.add_channel("jobs"), client(slack)
    ts = (await api.chat_postMessage(channel=channel, text="x"))["ts"]
    await api.reactions_add(channel=channel, timestamp=ts, name="eyes")
    assert slack.messages(channel)[0].reactions == {"eyes": [slack.bot_user_id]}
    again = await refusal(api.reactions_add(channel=channel, timestamp=ts, name="eyes"))
    assert again["error"] == "already_reacted"


async def test_users_info_gives_the_person(slack: FakeSlack):
    ann = slack.add_user("ann")
    assert (await client(slack).users_info(user=ann))["user"]["name"] == "ann"
    assert (await refusal(client(slack).users_info(user="U0NOBODY")))["error"] == "user_not_found"


async def test_a_file_goes_up_as_slacks_client_sends_it(slack: FakeSlack):
    channel = slack.add_channel("jobs")
    await client(slack).files_upload_v2(
        channel=channel,
        content=b"picture",
        filename="pay.png",
        title="Pay",
        alt_txt="a bar chart",
        initial_comment="Here",
    )
    [message] = slack.messages(channel)
    assert (message.text, message.files[0]["title"], message.files[0]["alt_txt"]) == ("Here", "Pay", "a bar chart")
    assert slack.files[0].content == b"picture"


async def test_a_file_that_never_came_up_cannot_be_shared(slack: FakeSlack):
    api = client(slack)
    place = await api.files_getUploadURLExternal(filename="pay.png", length=3)
    answer = await refusal(api.files_completeUploadExternal(files=[{"id": place["file_id"], "title": "Pay"}]))
    assert answer["error"] == "file_not_found"
    async with aiohttp.ClientSession() as session, session.post(place["upload_url"], data=b"four") as got:
        assert got.status == 400


HOME = {"type": "home", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "Topics"}}]}


async def test_a_home_tab_is_published_for_one_person(slack: FakeSlack):
    ann, ben = slack.add_user("ann"), slack.add_user("ben")
    await client(slack).views_publish(user_id=ann, view=HOME)
    home = slack.home(ann)
    assert home is not None
    assert home.content["blocks"][0]["text"]["text"] == "Topics"
    assert slack.home(ben) is None
    answer = await refusal(client(slack).views_publish(user_id=ann, view=HOME, hash="old"))
    assert answer["error"] == "hash_conflict"


async def test_a_home_tab_holds_a_hundred_blocks_and_no_more(slack: FakeSlack):
    ann = slack.add_user("ann")
    await client(slack).views_publish(user_id=ann, view={"type": "home", "blocks": [{"type": "divider"}] * 100})
    more = {"type": "home", "blocks": [{"type": "divider"}] * 101}
    answer = await refusal(client(slack).views_publish(user_id=ann, view=more))
    assert answer["error"] == "invalid_arguments"
    assert answer["errors"] == ["no more than 100 items allowed [json-pointer:/view/blocks]"]


async def test_a_modal_without_a_fresh_trigger_or_a_title_is_refused(slack: FakeSlack):
    view = {"type": "modal", "title": {"type": "plain_text", "text": "Why?"}, "blocks": [{"type": "divider"}]}
    assert (await refusal(client(slack).views_open(trigger_id="1.2.3", view=view)))["error"] == "invalid_trigger_id"
    trigger = slack.state.trigger_id(slack.add_user("ann"))
    slack.state.triggers["1.2.3"] = Trigger(slack.add_user("ben"), time.monotonic() - 4)
    assert (await refusal(client(slack).views_open(trigger_id="1.2.3", view=view)))["error"] == "expired_trigger_id"
    used = slack.state.trigger_id(slack.add_user("cat"))
    await client(slack).views_open(trigger_id=used, view=view)
    assert (await refusal(client(slack).views_open(trigger_id=used, view=view)))["error"] == "exchanged_trigger_id"
    untitled = {"type": "modal", "blocks": [{"type": "divider"}]}
    assert (await refusal(client(slack).views_open(trigger_id=trigger, view=untitled)))["error"] == "invalid_arguments"


async def test_a_second_message_in_the_same_second_is_limited_in_that_channel_alone():
    async with FakeSlack(timing=Timing(message_interval=60.0)) as slack:
        one, two = slack.add_channel("one"), slack.add_channel("two")
        api = client(slack)
        await api.chat_postMessage(channel=one, text="first")
        with pytest.raises(SlackApiError) as raised:
            await api.chat_postMessage(channel=one, text="second")
        await api.chat_postMessage(channel=two, text="elsewhere")
        ann = slack.add_user("ann")
        await api.chat_postMessage(channel=ann, text="by the person's id")
        with pytest.raises(SlackApiError):
            await api.chat_postMessage(channel=slack.dm(ann), text="by the conversation's")
    assert raised.value.response.status_code == 429
    assert raised.value.response["error"] == "ratelimited"
    assert 1 <= int(raised.value.response.headers["Retry-After"]) <= 60
    assert [call.status for call in slack.calls] == [200, 429, 200, 200, 429]


async def test_slacks_own_retry_gets_a_limited_message_through(slack: FakeSlack):
    channel = slack.add_channel("jobs")
    slack.fail("chat.postMessage", rate_limited(retry_after=0))
    api = client(slack, retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=1)])
    await api.chat_postMessage(channel=channel, text="hello")
    assert [call.status for call in slack.calls_to("chat.postMessage")] == [429, 200]
    assert [message.text for message in slack.messages(channel)] == ["hello"]


async def test_a_fault_strikes_the_call_that_was_named(slack: FakeSlack):
    channel, api = slack.add_channel("jobs"), client(slack)
    slack.fail("chat.postMessage", server_error(), on=2)
    await api.chat_postMessage(channel=channel, text="first")
    with pytest.raises(SlackApiError):
        await api.chat_postMessage(channel=channel, text="second")
    await api.chat_postMessage(channel=channel, text="third")
    assert [message.text for message in slack.messages(channel)] == ["first", "third"]


async def test_slack_can_refuse_with_any_word_several_times(slack: FakeSlack):
    slack.fail("*", refused("fatal_error"), times=2)
    errors = [(await refusal(client(slack).auth_test()))["error"] for _ in range(2)]
    assert errors == ["fatal_error", "fatal_error"]
    assert (await client(slack).auth_test())["ok"]


async def test_a_connection_can_be_reset_before_or_after_the_message_was_taken(slack: FakeSlack):
    channel, api = slack.add_channel("jobs"), client(slack, retry_handlers=[])
    slack.fail("chat.postMessage", reset())
    slack.fail("chat.postMessage", reset(accepted=True), on=2)
    for text in ("lost", "kept"):
        with pytest.raises(aiohttp.ClientConnectionError):
            await api.chat_postMessage(channel=channel, text=text)
    assert [message.text for message in slack.messages(channel)] == ["kept"]
    assert [call.status for call in slack.calls] == [None, None]


async def test_a_call_can_hang_until_the_client_gives_up(slack: FakeSlack):
    channel = slack.add_channel("jobs")
    slack.fail("chat.postMessage", hang(accepted=True))
    call = asyncio.create_task(client(slack).chat_postMessage(channel=channel, text="x"))
    await slack.wait_for(lambda: slack.messages(channel))
    await client(slack).auth_test()
    assert not call.done()
    call.cancel()
    assert slack.calls_to("chat.postMessage")[0].status is None


async def test_waiting_for_what_never_comes_names_the_calls(slack: FakeSlack):
    await client(slack).auth_test()
    with pytest.raises(AssertionError, match=r"auth\.test 200 ok"):
        await slack.wait_for(lambda: False, timeout=0.05)
