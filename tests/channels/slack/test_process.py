"""Processes that the operating system kills and stops in the middle of their work, and others after them."""

import asyncio
import os
import subprocess
import sys
from collections import Counter

import aiohttp
import pytest

from careerbot.channels.slack import inbox as inbox_module
from careerbot.channels.slack import settings
from careerbot.channels.slack.inbox import Inbox
from careerbot.model import ROOT
from tests.channels.slack.conftest import SIGNING_SECRET
from tests.fake_slack import FakeSlack, Timing, hang
from tests.tools.ports import free_port

SECONDS = 240.0  # for a process to begin, on the slowest machine: each loads the whole of Rasa


class Process:
    """A process with the channel; it loads everything at once, so that it can ``begin`` quickly when it is needed."""

    def __init__(self, fake, folder, port):
        command = [sys.executable, "-m", "tests.channels.slack.process", str(folder), str(port), fake.base_url]
        secrets = {settings.BOT_TOKEN: fake.bot_token, settings.SIGNING_SECRET: SIGNING_SECRET}
        inbox = {inbox_module.URL_VARIABLE: f"sqlite:///{folder / 'inbox.db'}"}
        environment = {**os.environ, **secrets, **inbox}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, text=True)
        self._address = f"http://127.0.0.1:{port}/webhooks/slack/"

    async def begin(self):
        """Let it serve, and wait until it does."""
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        await asyncio.wait_for(self._serves(), SECONDS)

    async def _serves(self):
        async with aiohttp.ClientSession() as session:
            while True:
                assert self._process.poll() is None, "the process has ended"
                try:
                    async with session.get(self._address) as answer:
                        assert answer.status == 200
                        return
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.1)

    async def kill(self):
        """SIGKILL, and wait for its end."""
        self._process.kill()
        await self.ended()

    def stop(self):
        """SIGTERM."""
        self._process.terminate()

    async def ended(self):
        """The exit code, once there is one."""
        return await asyncio.get_running_loop().run_in_executor(None, self._process.wait, SECONDS)

    def remove(self):
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()


@pytest.fixture
async def slack(tmp_path):
    """A fake Slack with two processes of the channel, ``first`` and ``second``, and people who ask."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/webhooks/slack/events"
    async with FakeSlack(
        signing_secret=SIGNING_SECRET, request_url=address, timing=Timing(message_interval=0.0, retries=(0.0, 0.5))
    ) as fake:
        fake.first, fake.second = Process(fake, tmp_path, port), Process(fake, tmp_path, port)
        fake.inbox = Inbox(f"sqlite:///{tmp_path / 'inbox.db'}")
        fake.open = lambda gate: (tmp_path / gate).touch()
        try:
            await fake.first.begin()
            yield fake
        finally:
            fake.first.remove()
            fake.second.remove()


async def ask(slack, text):
    """A person of its own asks in a direct message; returns who, and whether it was acknowledged at once."""
    user = slack.add_user(f"person{len(slack.state.users)}")
    message = await slack.say(user, slack.dm(user), text)
    return user, message.deliveries[0].attempts[0].acknowledged


async def all_is_done(slack):
    while slack.inbox.counts().waiting:
        await asyncio.sleep(0.1)
    await slack.settled()
    assert slack.inbox.counts().failed == 0


def unanswered_and_doubled(slack):
    """What was acknowledged and has no answer, and what has more than one; each question here has its own words."""
    asked = {
        each.payload["event"]["text"].removeprefix(f"{slack.mention} "): each.acknowledged
        for each in slack.deliveries
        if each.type == "events_api" and not each.payload["event"].get("bot_id")
    } | {each.payload["text"]: each.acknowledged for each in slack.deliveries if each.type == "slash_commands"}
    said = [message.text for channel in slack.state.channels for message in slack.answers(channel)]
    said += [message.text for each in slack.state.channels.values() for message in each.ephemerals]
    answers = Counter(said)
    due = {f"answer to {text}" for text, acknowledged in asked.items() if acknowledged}
    assert len(due) > 3
    return sorted(due - {*answers}), sorted(text for text, count in answers.items() if count > 1)


async def test_what_a_killed_process_had_acknowledged_is_answered_once_by_the_next(slack):
    """It is killed with messages in every state that a direct message can be in, and with others in a channel."""
    await ask(slack, "quick")
    await slack.wait_for(lambda: slack.calls_to("chat.postMessage"), timeout=SECONDS)
    for number in range(5):
        assert (await ask(slack, f"slow {number}"))[1]
    bob = slack.add_user("bob")
    jobs = slack.add_channel("jobs", [bob])
    await slack.say(bob, jobs, f"{slack.mention} slow in a channel")
    assert (await slack.slash(bob, jobs, "/career", "slow in private")).acknowledged
    # One message is with Slack and the process does not know it, one is on its way and never arrives.
    for fault, text in ((hang(accepted=True), "arrived"), (hang(), "lost on the way")):
        before = len(slack.calls_to("chat.postMessage"))
        slack.fail("chat.postMessage", fault)
        await ask(slack, text)
        await slack.wait_for(lambda: len(slack.calls_to("chat.postMessage")) > before, timeout=SECONDS)  # noqa: B023
    await slack.first.kill()
    assert slack.inbox.counts().waiting == 9

    slack.open("slow")
    await slack.second.begin()
    await asyncio.wait_for(all_is_done(slack), SECONDS)
    assert unanswered_and_doubled(slack) == ([], [])


async def test_a_process_that_is_asked_to_stop_ends_its_work_and_leaves_what_takes_too_long_to_the_next(slack):
    for number in range(5):
        assert (await ask(slack, f"slow {number}"))[1]
    await ask(slack, "stuck")
    slack.first.stop()
    ending = asyncio.create_task(slack.first.ended())
    number = 0
    while (await ask(slack, f"late {number}"))[1]:  # until it has heard that it is to stop
        number += 1
        await asyncio.sleep(0.1)
    slack.open("slow")
    assert await ending == 0
    assert slack.inbox.counts().waiting == 1
    slack.open("stuck")
    await slack.second.begin()
    await asyncio.wait_for(all_is_done(slack), SECONDS)
    assert unanswered_and_doubled(slack) == ([], [])
