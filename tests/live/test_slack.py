"""Every conversation of ``conversations/`` in Slack (a fake one): the same words and buttons as over REST."""

import asyncio
import contextlib
import html
import logging
import re

import pytest
import structlog
from rasa.core.agent import Agent
from rasa.core.processor import MessageProcessor

from actions.second_reading import WithTheQuestionBefore
from careerbot import second_reading
from careerbot.channels.guard import RateLimit
from careerbot.channels.slack import words
from careerbot.channels.slack.inbox import Inbox
from careerbot.channels.slack.settings import Options, Settings
from careerbot.local_actions import LocalActions
from careerbot.model import train
from tests.channels.conftest import rewrite_sanic_once
from tests.channels.slack.conftest import SIGNING_SECRET, Server
from tests.fake_slack import FakeSlack, Timing
from tests.live.conversations import load_conversations, offered
from tests.live.held import hold
from tests.tools.bot import NLG
from tests.tools.ports import free_port

CONVERSATIONS = load_conversations()
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
    # Else each step of Rasa's is written down, for pytest to keep: half of the time.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    agent = Agent.load(str(train()), action_endpoint=LocalActions("actions"), generator=NLG)
    # For this test only; ``careerbot run`` does the same for good.
    monkeypatch.setattr(MessageProcessor, "parse_message", MessageProcessor.parse_message)
    second_reading.use(WithTheQuestionBefore())
    port = free_port()
    async with contextlib.AsyncExitStack() as stack:
        address = f"http://127.0.0.1:{port}/webhooks/slack/events"
        fake = FakeSlack(signing_secret=SIGNING_SECRET, request_url=address, timing=Timing().scaled(0.001))
        await stack.enter_async_context(fake)
        settings = Settings(Options(api_url=fake.base_url), fake.bot_token, SIGNING_SECRET)
        server = Server(fake, settings, agent, port, stack)
        await server.begin(Inbox(f"sqlite:///{tmp_path / 'inbox.db'}"))
        fake.channel_connection._worker._limit = RateLimit(1000, 1)
        yield fake
    structlog.reset_defaults()


async def ask(slack, user, turn, last):
    """What is said to a turn: the new messages."""
    before = len(slack.answers(slack.dm(user)))
    if place := tapped(turn, last):
        message, row, title = place
        await slack.click(user, message, title=title, block_id=row["block_id"])
    else:
        await slack.say(user, slack.dm(user), turn.user.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    while slack.channel._inbox.counts().waiting:
        await asyncio.sleep(0.005)
    return slack.answers(slack.dm(user))[before:]


def buttons(messages):
    """Message, block, title and value of each button but the thumbs."""
    for message in messages:
        for row in (block for block in message.blocks if block["type"] == "actions"):
            for element in row["elements"]:
                if not element["text"]["text"].endswith(THUMBS):
                    yield message, row, element["text"]["text"], element["value"]


def titles(messages):
    return [title for _, _, title, _ in buttons(messages)]


def tapped(turn, last):
    """The button that a turn taps, by its title or, as over REST, by what it sends: a command that is typed is no tap.

    The last one, as in ``offered``, for several answers may offer the same.
    """
    found = [(message, row, title) for message, row, title, value in buttons(last) if turn.user == value]
    found += [(message, row, title) for message, row, title, _ in buttons(last) if turn.tap == title]
    return found[-1] if found else None


async def test_slack_says_what_rest_says(slack, assistant):
    different = []
    for conversation in CONVERSATIONS:
        # In a thread, for the assistant is another process, which answers while Slack is asked here.
        over_rest = asyncio.get_running_loop().run_in_executor(None, hold, assistant, conversation)
        user, last, in_slack = slack.add_user(f"person{len(slack.state.users)}"), [], []
        for turn in conversation.turns:
            if turn.tap is not None and not tapped(turn, last):
                break
            last = await ask(slack, user, turn, last)
            # At once, for the next tap gives the message another face.
            in_slack.append((of_mrkdwn(" ".join(message.text for message in last)), titles(last)))
        answers = (await over_rest).answers
        for place, (rest, said) in enumerate(zip(answers, in_slack, strict=False), start=1):
            different += [f"{conversation}, turn {place}: {each}" for each in differences(rest, said)]
        if len(answers) != len(in_slack):
            different.append(f"{conversation}: {len(answers)} turns over REST, {len(in_slack)} in Slack")
    assert different == []


def differences(rest, said):
    """Of an answer over REST, and the words and the titles of buttons of the same one in Slack."""
    in_slack, titles_in_slack = said
    over_rest = of_markdown(" ".join(part.get("text") or f"{words.PICTURE}: {part['alt']}" for part in rest))
    if over_rest != in_slack:
        yield f"\n  REST  {over_rest}\n  Slack {in_slack}"
    if {*offered(rest)} != {*titles_in_slack}:
        yield f"{[*offered(rest)]}, in Slack {titles_in_slack}"
