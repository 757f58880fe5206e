"""A fake Slack for tests: Web API, events, interactions, slash commands, Socket Mode. ``README.md``: what it is not.

async with FakeSlack(request_url="http://127.0.0.1:5005/webhooks/slack/events") as slack:
    ann = slack.add_user("ann")
    await slack.say(ann, slack.dm(ann), "hello")
    answer = await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
"""

from tests.fake_slack.delivery import Attempt, Delivery, Timing
from tests.fake_slack.faults import Fault, hang, rate_limited, refused, reset, server_error
from tests.fake_slack.routes import Call
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.state import SLACKBOT, Message, View, Workspace

__all__ = [
    "SLACKBOT",
    "Attempt",
    "Call",
    "Delivery",
    "FakeSlack",
    "Fault",
    "Message",
    "Timing",
    "View",
    "Workspace",
    "hang",
    "rate_limited",
    "refused",
    "reset",
    "server_error",
]
