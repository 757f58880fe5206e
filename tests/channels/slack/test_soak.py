"""Many messages while Slack repeats itself and refuses, and processes are killed and stopped."""

import asyncio
import random
from dataclasses import replace

from careerbot.channels.slack.inbox import Inbox
from tests.fake_slack import Timing, rate_limited, reset, server_error

PEOPLE = 12
EACH = 6
PATIENT = replace(Timing().scaled(0.01), retries=(0.0, 0.5, *[1.0] * 60))
"""A loaded machine takes seconds to stop and start; a hundredth of the six minutes that Slack tries is too short."""


async def test_every_acknowledged_message_is_answered_exactly_once(start, agent, inbox_url):
    """Two processes in turn get the messages; each is killed once and stopped once in the middle of its work.

    Killed means: its tasks end where they are, and nothing is released or written any more.
    """
    dice = random.Random(7)
    agent.answers = lambda message: [{"text": f"answer to {message.text}"}]

    async def think(message):
        await asyncio.sleep(dice.random() / 20)

    agent.before = think
    slack = await start(slack={"timing": PATIENT}, inbox=Inbox(inbox_url, lease=1.0))
    people = [slack.add_user(f"person{number}") for number in range(PEOPLE)]
    for call in range(1, 60, 7):
        fault = dice.choice([rate_limited(1), reset(accepted=True), reset(), server_error(accepted=True)])
        slack.fail("chat.postMessage", fault, on=call)

    async def talk(user):
        for number in range(EACH):
            message = await slack.say(user, slack.dm(user), f"question {number} of {user}")
            if dice.random() < 0.3:
                await slack.duplicate(message.deliveries[0])
            await asyncio.sleep(dice.random() / 5)

    async def disturb():
        for way in (slack.kill, slack.stop, slack.kill, slack.stop):
            await asyncio.sleep(0.3)
            await way()
            await slack.begin(Inbox(inbox_url, lease=1.0))

    await asyncio.gather(disturb(), *(talk(user) for user in people))
    await slack.settled()
    inbox = Inbox(inbox_url)
    while inbox.counts().waiting:
        await asyncio.sleep(0.1)
    acknowledged = {
        each.payload["event"]["ts"]: each.payload["event"] for each in slack.deliveries if each.acknowledged
    }
    asked = [event for event in acknowledged.values() if event["user"] in people]
    assert len(asked) == PEOPLE * EACH
    expected = sorted((event["user"], f"answer to {event['text']}") for event in asked)
    given = sorted((user, message.text) for user in people for message in slack.answers(slack.dm(user)))
    assert given == expected
    assert inbox.counts().failed == 0
