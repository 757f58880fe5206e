"""The channel in a process of its own, that can be killed: as Rasa runs it, with a stand-in for Rasa's agent.

``python -m tests.channels.slack.process FOLDER PORT API_URL``, secrets and the inbox in the environment as always. It
loads what it needs, waits for a line on its standard input, then serves. To a message that begins with the name of a
gate it answers when there is a file of that name in the folder.
"""

import asyncio
import os
import sys
from pathlib import Path

from rasa.core.channels.channel import register
from rasa.shared.core.domain import Domain
from sanic import Sanic

from careerbot.channels.slack.channel import SlackChannel
from careerbot.channels.slack.inbox import Inbox, inbox_url
from careerbot.channels.slack.settings import read_settings
from tests.channels.slack.agent import Agent

LEASE = 2.0
GATES = ("slow", "stuck")


def main(folder, port, api_url):
    agent = Agent(Domain.empty(), folder / "conversations.db")
    agent.answers = lambda message: [{"text": f"answer to {message.text}"}]

    async def think(message):
        gate = message.text.partition(" ")[0]
        while gate in GATES and not (folder / gate).exists():
            await asyncio.sleep(0.02)

    agent.before = think
    settings = read_settings({"api_url": api_url}, os.environ)
    app = Sanic("slack_process", configure_logging=False)
    app.ctx.agent = agent
    register([SlackChannel(settings, Inbox(inbox_url(), lease=LEASE))], app, route="/webhooks/")
    sys.stdin.readline()
    app.run(host="127.0.0.1", port=port, access_log=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
