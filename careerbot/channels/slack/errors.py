"""What can go wrong between Slack and the assistant.

CareerbotError (careerbot/errors.py)
└── InboxUnavailable      the table of what is to be done cannot be reached, read or written
LeaseLost                 another process has taken a task over
SendError
├── Unsendable            Slack refused a message for good
└── Unreachable           Slack could not be reached, or was not able to take it just now
    └── NotTaken          and it is sure that nothing arrived
"""

from __future__ import annotations

from careerbot.errors import CareerbotError


class InboxUnavailable(CareerbotError):
    """The inbox cannot be reached, read or written; the text has the place and the reason."""


class LeaseLost(Exception):
    """Another process works on the task; whoever worked on it before must leave it alone."""


class SendError(Exception):
    """A message did not reach Slack; the text has Slack's word for the reason."""


class Unsendable(SendError):
    """Sending it again would not help."""


class Unreachable(SendError):
    """Sending it again later may help. It may even have arrived, without word of it."""


class NotTaken(Unreachable):
    """Sending it again later may help, and cannot double it: there was no connection, or Slack said "not now"."""
