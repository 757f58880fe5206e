"""Conversations of ``conversations/`` in Slack (a fake one) and over REST, in one Rasa: the same words and buttons."""

import contextlib
import html
import re
import uuid

import aiohttp
import pytest
from rasa.core.agent import Agent

from careerbot.channels.guard import RateLimit
from careerbot.channels.rest import RestChannel
from careerbot.channels.slack import words
from careerbot.channels.slack.inbox import Inbox
from careerbot.channels.slack.settings import Options, Settings
from careerbot.local_actions import LocalActions
from careerbot.model import train
from tests.channels.conftest import rewrite_sanic_once
from tests.channels.slack.conftest import SIGNING_SECRET, Server
from tests.fake_slack import FakeSlack, Timing
from tests.live.conversations import load_conversations, offered
from tests.tools.ports import free_port

# Every ninth, so that all folders and files have their share and the test stays short.
SAMPLE = load_conversations()[::9]
THUMBS = (words.HELPFUL, words.NOT_HELPFUL)


def of_markdown(text):
    """The words of an answer over REST."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"^\s*- ", "• ", text, flags=re.MULTILINE).replace("*", "").split())


def of_mrkdwn(text):
    """The words of an answer in Slack."""
    text = re.sub(r"<[^|>]*\|([^>]*)>", r"\1", text).replace("\u2060", "")
    return " ".join(html.unescape(text).replace("*", "").split())


@pytest.fixture
async def slack(tmp_path, monkeypatch, facts_url, facts_at):
    facts_at(facts_url)
    monkeypatch.setattr("sanic.app.TouchUp.run", rewrite_sanic_once)
    agent = Agent.load(str(train()), action_endpoint=LocalActions("actions"))
    port = free_port()
    address = f"http://127.0.0.1:{port}/webhooks"
    async with contextlib.AsyncExitStack() as stack:
        fake = FakeSlack(
            signing_secret=SIGNING_SECRET, request_url=f"{address}/slack/events", timing=Timing().scaled(0.001)
        )
        await stack.enter_async_context(fake)
        settings = Settings(Options(api_url=fake.base_url), fake.bot_token, SIGNING_SECRET)
        server = Server(fake, settings, agent, port, stack, [RestChannel()])
        await server.begin(Inbox(f"sqlite:///{tmp_path / 'inbox.db'}"))
        fake.channel_connection._worker._limit = RateLimit(1000, 1)
        fake.rest = f"{address}/rest/webhook"
        yield fake


async def ask_rest(slack, sender, message):
    async with (
        aiohttp.ClientSession() as session,
        session.post(slack.rest, json={"sender": sender, "message": message}) as answer,
    ):
        return await answer.json()


async def ask_slack(slack, user, turn, last):
    """What is said to a turn: the new messages."""
    before = len(slack.answers(slack.dm(user)))
    if turn.tap is None:
        escaped = turn.user.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        await slack.say(user, slack.dm(user), escaped)
    else:
        await slack.click(user, next(each for each in last if turn.tap in titles([each])), title=turn.tap)
    await slack.wait_for(lambda: len(slack.answers(slack.dm(user))) > before, timeout=60)
    inbox = slack.channel._inbox
    await slack.wait_for(lambda: not inbox.counts().waiting or slack.calls_to("chat.update"), timeout=60)
    return slack.answers(slack.dm(user))[before:]


def titles(messages):
    rows = [block for message in messages for block in message.blocks if block["type"] == "actions"]
    found = [element["text"]["text"] for row in rows for element in row["elements"]]
    return [title for title in found if not title.endswith(THUMBS)]


async def test_slack_says_what_rest_says(slack):
    assert len(SAMPLE) > 15
    different = []
    for conversation in SAMPLE:
        sender, user = uuid.uuid4().hex, slack.add_user(f"person{len(slack.state.users)}")
        answers, last = [], []
        for place, turn in enumerate(conversation.turns, start=1):
            answers = await ask_rest(slack, sender, turn.message(offered(answers)))
            last = await ask_slack(slack, user, turn, last)
            rest = [part["text"] if "text" in part else f"{words.PICTURE}: {part['alt']}" for part in answers]
            over_rest, in_slack = of_markdown(" ".join(rest)), of_mrkdwn(" ".join(message.text for message in last))
            if over_rest != in_slack:
                different.append(f"{conversation}, turn {place}:\n  REST  {over_rest}\n  Slack {in_slack}")
            if {*offered(answers)} != {*titles(last)}:
                different.append(f"{conversation}, turn {place}: {[*offered(answers)]}, in Slack {titles(last)}")
    assert different == []
