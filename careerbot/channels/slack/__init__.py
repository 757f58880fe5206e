"""Slack: direct messages, mentions, ``/career`` and the Home tab; ``docs/slack.md`` has the whole of it."""

from careerbot.channels.slack.channel import SlackChannel

__all__ = ["SlackChannel"]
