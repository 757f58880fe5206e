"""What becomes of a task when something goes wrong: with Slack, with a process, between the two."""

import asyncio

import aiohttp
import pytest

from careerbot.channels.slack import blocks, worker
from careerbot.channels.slack.inbox import Inbox
from careerbot.channels.slack.task import Task
from tests.channels.slack.conftest import answer_to
from tests.fake_slack import rate_limited, refused, reset, server_error
from tests.tools.ports import free_port

ONE = blocks.note("It takes a year.", "Ev1")


@pytest.fixture
def dead(inbox_url):
    """The inbox as a process sees it that has died: its leases have run out."""
    inbox = Inbox(inbox_url, lease=-100.0)
    inbox.open()
    return inbox


def task(slack, user, channel=None, thread=None):
    return Task("Ev1", "ask", slack.workspace.id, user, channel or slack.dm(user), thread, "how long?")


def texts(slack, channel, thread=None):
    return [message.text for message in slack.answers(channel, thread)]


async def closed(slack, id="Ev1"):
    """The row of a task, once nothing is to be done for it any more."""
    inbox = slack.channel._inbox
    while inbox.counts().waiting:
        await asyncio.sleep(0.05)
    return inbox.find(id)


# -- what a dead process left ----------------------------------------------------------------------------------------


async def test_a_message_that_was_only_acknowledged_is_answered(slack, ann, agent, dead):
    dead.put(task(slack, ann))
    await slack.wait_for(lambda: texts(slack, slack.dm(ann)))
    assert agent.texts == ["how long?"]


async def test_an_answer_that_the_conversation_has_is_sent_and_rasa_is_not_asked_again(slack, ann, agent, dead):
    asked = task(slack, ann)
    agent.answers = [{"text": "It takes *a* year.", "utter_action": "utter_education_duration"}]
    await worker.Worker(dead, None, None, lambda: agent, agent.handle_message)._said(dead.put(asked), agent, ())
    [answer] = await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    assert answer.text == "It takes _a_ year."
    assert answer.blocks[-1]["type"] == "actions"
    assert agent.texts == ["how long?"]


async def test_an_answer_that_was_kept_is_sent_and_rasa_is_not_asked(slack, ann, agent, dead):
    asked = task(slack, ann)
    dead.put(asked)
    dead.answer(asked, [*ONE, *blocks.note("And a half.", "Ev1")])
    dead.sent(asked)
    await slack.wait_for(lambda: texts(slack, slack.dm(ann)) == ["And a half."])
    assert agent.heard == []


@pytest.mark.parametrize("thread", [False, True])
async def test_a_message_of_which_there_was_no_word_is_looked_for_and_not_sent_twice(slack, ann, agent, dead, thread):
    root = await answer_to(slack, ann, "first")
    asked = task(slack, ann, thread=root.ts if thread else None)
    post = slack.channel_client.chat_postMessage
    await post(channel=slack.dm(ann), thread_ts=asked.thread, text=ONE[0]["text"], blocks=ONE[0]["blocks"])
    dead.put(asked)
    dead.answer(asked, ONE)
    dead.begin(asked)
    row = await closed(slack)
    assert row.sent == 1
    assert texts(slack, slack.dm(ann), asked.thread) == ["It takes a year."] * 2  # the first answer, and the one


async def test_a_message_that_did_not_arrive_is_sent(slack, ann, dead):
    asked = task(slack, ann)
    dead.put(asked)
    dead.answer(asked, ONE)
    dead.begin(asked)
    await slack.wait_for(lambda: texts(slack, slack.dm(ann)) == ["It takes a year."])


@pytest.mark.parametrize(("begun", "sent"), [(1, 1), (2, 0)])
async def test_where_the_app_may_not_look_a_message_is_sent_once_more_and_then_given_up(slack, ann, dead, begun, sent):
    jobs = slack.add_channel("jobs", [ann])
    root = await slack.say(ann, jobs, "hello all")
    asked = task(slack, ann, jobs, root.ts)
    dead.put(asked)
    dead.answer(asked, ONE)
    for _ in range(begun):
        dead.begin(asked)
    await closed(slack)
    assert len(texts(slack, jobs, root.ts)) == sent
    assert slack.channel._inbox.counts().failed == 1 - sent


@pytest.mark.parametrize("why", ["Slack says wait", "no connection"])
async def test_what_surely_did_not_arrive_is_in_no_doubt_and_tried_on(slack, ann, monkeypatch, why):
    """More often than a message of which nobody knows whether it arrived, in a place where the app may not look."""
    monkeypatch.setattr(worker, "_FIRST_WAIT", 0.02)
    jobs, client = slack.add_channel("jobs", [ann]), slack.channel_connection._sender._client
    monkeypatch.setattr(client, "retry_handlers", [])
    if why == "no connection":
        monkeypatch.setattr(client, "base_url", f"http://127.0.0.1:{free_port()}/")
    else:
        slack.fail("chat.postMessage", rate_limited(), times=4)
    asked = await slack.say(ann, jobs, f"{slack.mention} how long?")
    id = asked.deliveries[0].payload["event_id"]
    while slack.channel._inbox.find(id).attempts < 4:
        assert slack.channel._inbox.counts().failed == 0
        await asyncio.sleep(0.01)
    monkeypatch.setattr(client, "base_url", slack.base_url)
    await closed(slack, id)
    assert (texts(slack, jobs, asked.ts), slack.channel._inbox.counts().failed) == (["It takes a year."], 0)


# -- what Slack does -------------------------------------------------------------------------------------------------


async def test_an_answer_waits_as_long_as_slack_says(slack, ann, agent):
    slack.fail("chat.postMessage", rate_limited(retry_after=1), times=2)
    assert (await answer_to(slack, ann, "how long?")).text == "It takes a year."
    assert [call.status for call in slack.calls_to("chat.postMessage")] == [429, 429, 200]


@pytest.mark.parametrize("fault", [reset(), reset(accepted=True), server_error(), server_error(accepted=True)], ids=str)
async def test_a_broken_connection_costs_no_answer_and_doubles_none(slack, ann, agent, fault):
    slack.fail("chat.postMessage", fault)
    await answer_to(slack, ann, "how long?")
    await closed(slack)
    assert texts(slack, slack.dm(ann)) == ["It takes a year."]
    assert agent.texts == ["how long?"]


async def test_an_answer_that_slack_refuses_is_kept_counted_and_logged_and_the_conversation_goes_on(
    slack, ann, agent, caplog
):
    slack.fail("chat.postMessage", refused("is_archived"))
    message = await slack.say(ann, slack.dm(ann), "how long?")
    row = await closed(slack, message.deliveries[0].payload["event_id"])
    assert (row.parts[0]["text"], row.task.text) == ("It takes a year.", "how long?")
    assert "is given up and kept in the inbox: is_archived" in caplog.text
    async with aiohttp.ClientSession() as session, session.get(f"{slack.url}/") as answer:
        assert await answer.json() == {"status": "ok", "waiting": 0, "failed": 1}
    assert len(await agent.tracker_store.keys()) == 1
    assert (await answer_to(slack, ann, "and then?")).text == "It takes a year."


async def test_a_task_that_fails_again_and_again_is_given_up(slack, ann, monkeypatch, caplog):
    monkeypatch.setattr(worker, "MOST_ATTEMPTS", 1)
    slack.fail("chat.postMessage", server_error(), times=9)
    await slack.say(ann, slack.dm(ann), "how long?")
    await closed(slack)
    assert slack.channel._inbox.counts().failed == 1


async def test_an_error_of_our_own_is_logged_and_the_task_is_tried_again(slack, ann, monkeypatch, caplog):
    monkeypatch.setattr(worker, "_FIRST_WAIT", 0.1)
    real, failures = blocks.messages, [1]

    def fail(*given):
        if failures:
            failures.pop()
            raise ZeroDivisionError("a slip")
        return real(*given)

    monkeypatch.setattr(blocks, "messages", fail)
    assert (await answer_to(slack, ann, "how long?")).text == "It takes a year."
    assert "a slip" in caplog.text


async def test_used_buttons_that_cannot_be_replaced_do_not_keep_the_answer_back(slack, ann, agent, caplog):
    agent.answers = [{"text": "Which one?", "buttons": [{"title": "Pay", "payload": "/salary_median"}]}]
    offer = await answer_to(slack, ann, "texas?")
    slack.fail("chat.update", refused("cant_update_message"))
    agent.answers = [{"text": "$39,520"}]
    await slack.click(ann, offer, title="Pay")
    await slack.wait_for(lambda: "$39,520" in texts(slack, slack.dm(ann)))
    await closed(slack)
    assert "stay where they are: cant_update_message" in caplog.text


# -- start and stop --------------------------------------------------------------------------------------------------


async def test_the_end_of_the_process_waits_for_what_is_under_way(slack, ann, agent):
    begun, go = asyncio.Event(), asyncio.Event()

    async def slow(message):
        begun.set()
        await go.wait()

    agent.before = slow
    await slack.say(ann, slack.dm(ann), "how long?")
    await begun.wait()
    stopping = asyncio.create_task(slack.stop())
    await asyncio.sleep(0)
    go.set()
    await stopping
    assert texts(slack, slack.dm(ann)) == ["It takes a year."]


async def test_what_takes_too_long_is_left_to_the_next_process(start, slack, ann, agent, monkeypatch):
    monkeypatch.setattr(worker, "DRAIN_SECONDS", 0.1)
    begun = asyncio.Event()

    async def stuck(message):
        begun.set()
        await asyncio.sleep(3600)

    agent.before = stuck
    await slack.say(ann, slack.dm(ann), "how long?")
    await begun.wait()
    await slack.stop()
    agent.before = None
    await slack.begin()
    await slack.wait_for(lambda: texts(slack, slack.dm(ann)) == ["It takes a year."])


async def test_what_comes_while_the_process_ends_is_not_acknowledged(slack, ann, agent):
    slack.channel_connection._open = False
    message = await slack.say(ann, slack.dm(ann), "how long?")
    assert message.deliveries[0].attempts[0].status == 503
    slack.channel_connection._open = True
    await slack.wait_for(lambda: texts(slack, slack.dm(ann)) == ["It takes a year."])
