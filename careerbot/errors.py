"""Every error this project raises on purpose.

CareerbotError            caught at the command line: its text is printed, the exit code is 1
├── FactsInvalid          files in facts/ break a rule; lists every breach
├── FactsMissing          the fact base is not there or was built by another version
├── FeedbackUnavailable   ratings of answers cannot be kept or read
├── InboxUnavailable      what came from Slack cannot be kept or read (careerbot/channels/slack/errors.py)
└── SetupError            something on this machine is in the way: a port, a model, a setting
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence


class CareerbotError(Exception):
    """Base of all: its text is one or more lines a person can act on."""


@dataclass(frozen=True)
class Problem:
    """One breach in a fact file: where it is and what is wrong.

    ``row`` is the line number in a CSV file and the entry's key in a YAML file.
    """

    file: str
    row: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"facts/{self.file}, row {self.row}, field {self.field}: {self.reason}"


class FactsInvalid(CareerbotError):
    """Fact files that cannot be used; ``problems`` has every breach, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class FactsMissing(CareerbotError):
    """The fact base cannot be read; the text says how to build it."""


class FeedbackUnavailable(CareerbotError):
    """The store of feedback cannot be reached, read or written; the text has the place and the reason."""


class SetupError(CareerbotError):
    """The assistant cannot start here; the text says what is in the way and what to do."""
