"""What arrives at the channel's address, from Slack or from somebody else."""

import json
import time

import aiohttp
import pytest
from slack_sdk.signature import SignatureVerifier

from careerbot.channels import guard
from careerbot.channels.rest import RestChannel
from careerbot.channels.website import WebsiteChannel
from tests.channels.slack.conftest import answer_to

FORM = "application/x-www-form-urlencoded"


def event(**more):
    message = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "text": "how long?", "ts": "1.0"}
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": {**message, **more}}


async def test_slack_can_verify_the_address(slack):
    assert (await slack.verify_url()).acknowledged


async def test_a_signed_event_is_taken_whatever_its_content_type_says_behind_json(slack, agent):
    attempt = await slack.post_event(event(), {"Content-Type": "application/json; charset=utf-8"})
    assert attempt.status == 200
    await slack.wait_for(lambda: slack.calls_to("chat.postMessage"))
    assert agent.texts == ["how long?"]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Signature": "v0=ä"},
    ],
    ids=str,
)
async def test_a_forged_request_is_refused_and_reaches_nothing(slack, agent, headers):
    attempt = await slack.post_event(event(), headers)
    assert attempt.status in (400, 401)
    assert agent.heard == []
    assert slack.channel._inbox.counts().waiting == 0


async def test_a_request_that_is_signed_with_another_secret_is_refused(slack, agent):
    body, timestamp = json.dumps(event()), str(int(time.time()))
    signature = SignatureVerifier("another secret").generate_signature(timestamp=timestamp, body=body)
    headers = {"X-Slack-Signature": signature, "X-Slack-Request-Timestamp": timestamp}
    assert (await slack.post_event(body, headers)).status == 401
    assert agent.heard == []


@pytest.mark.parametrize(("age", "status"), [(290, 200), (-290, 200), (310, 401), (-310, 401)])
async def test_a_request_is_worth_something_for_five_minutes(slack, age, status):
    assert (await slack.post_event(event(), age=age)).status == status


async def test_a_replayed_request_is_acknowledged_and_not_answered_again(slack, ann, agent):
    message = await slack.say(ann, slack.dm(ann), "how long?")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    for _ in range(3):
        assert (await slack.duplicate(message.deliveries[0])).acknowledged
    await answer_to(slack, ann, "marker")
    assert agent.texts == ["how long?", "marker"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b'"abc"', "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"payload={", FORM),
        (b"payload=[]", FORM),
        (b"", FORM),
        (b"\xff\xfe", FORM),
    ],
    ids=lambda value: repr(value)[:24],
)
async def test_what_cannot_be_read_is_a_bad_request_without_a_traceback(slack, caplog, body, content_type):
    attempt = await slack.post_event(body, {"Content-Type": content_type})
    assert attempt.status == 400
    assert "error" in json.loads(attempt.body)
    assert "Traceback" not in caplog.text


async def test_a_book_is_too_large(slack):
    assert (await slack.post_event(b" " * 1_000_001)).status == 413


async def test_what_slack_may_send_nobody_else_may(start, agent):
    """The server takes a megabyte for Slack's sake; other channels keep their limits, and say so in JSON."""
    slack = await start(beside=[RestChannel(), WebsiteChannel.from_credentials(None)])
    body = json.dumps({"sender": "me", "message": "x" * 900_000})
    assert (await slack.post_event(event(text="x" * 900_000))).status == 200
    async with aiohttp.ClientSession(headers={"Content-Type": "application/json"}) as session:
        for path, status in (("rest/webhook", 413), ("website/messages", 401)):  # 401: before anything is read of it
            async with session.post(slack.url.replace("slack", path), data=body) as answer:
                assert (answer.status, "error" in await answer.json()) == (status, True)
    await slack.wait_for(lambda: slack.calls_to("chat.postMessage"))
    assert agent.texts == [guard.refusal("too_long")]


@pytest.mark.parametrize(
    "kind", ["view_submission", "view_closed", "shortcut", "message_action", "block_suggestion", "unheard_of"]
)
async def test_an_interaction_that_we_do_not_have_is_refused_without_a_traceback(slack, caplog, kind):
    view = {"type": "modal", "callback_id": "x", "state": {"values": {}}}
    payload = {"type": kind, "team": {"id": "T1"}, "user": {"id": "U1"}, "view": view, "callback_id": "x"}
    attempt = await slack.post_event(f"payload={json.dumps(payload)}".encode(), {"Content-Type": FORM})
    assert attempt.status == 404
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("broken", [{"user": None}, {"channel": None}, {"text": None}, {"subtype": "me_message"}])
async def test_an_odd_event_is_acknowledged(slack, caplog, broken):
    assert (await slack.post_event(event(**broken))).status == 200
    assert "Traceback" not in caplog.text


async def test_only_posting_is_answered_at_the_address(slack):
    async with aiohttp.ClientSession() as session, session.get(f"{slack.url}/events") as answer:
        assert answer.status == 405


async def test_the_channel_says_that_it_is_there_and_how_many_tasks_wait_or_failed(slack, ann):
    await answer_to(slack, ann, "how long?")
    async with aiohttp.ClientSession() as session, session.get(f"{slack.url}/") as answer:
        assert (answer.status, await answer.json()) == (200, {"status": "ok", "waiting": 0, "failed": 0})


async def test_what_cannot_be_kept_is_not_acknowledged_so_that_slack_sends_it_again(slack, ann, agent, monkeypatch):
    put, failures = slack.channel._inbox.put, [1, 2]

    def fail(task):
        if failures:
            failures.pop()
            raise ConnectionError("no database")
        return put(task)

    monkeypatch.setattr(slack.channel._inbox, "put", fail)
    message = await slack.say(ann, slack.dm(ann), "how long?")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    assert [attempt.status for attempt in message.deliveries[0].attempts] == [500, 500, 200]
    assert agent.texts == ["how long?"]
