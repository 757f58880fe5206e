"""The table of everything that Slack was told we have: kept before it is told so, and until it is done.

Several processes may share it. A row is worked on by whoever holds its lease; a process that dies lets its leases run
out, and another (or the same, started again) takes the rows over where they stand. SQLite by default, PostgreSQL by
URL.
"""

from __future__ import annotations

import json
import os
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Collection, Dict, Iterator, List, Mapping, Optional, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from careerbot.channels.slack.errors import InboxUnavailable, LeaseLost
from careerbot.channels.slack.task import Task
from careerbot.database import make_folder, open_database, place_of, prepare_file

URL_VARIABLE = "CAREERBOT_INBOX_URL"
DEFAULT_URL = "sqlite:///" + str(Path(__file__).resolve().parents[3] / "var" / "inbox.db")

LEASE_SECONDS = 20.0
"""How long a dead process keeps others from its rows. A living one renews its leases long before."""

KEPT_SECONDS = 7 * 24 * 3600.0
"""How long a row stays after it is done: as long as its buttons can be used and a repeated delivery is known."""

Part = Dict[str, Any]
"""A message to send: ``text`` and ``blocks``, or ``picture`` (a path) and ``alt``."""

_metadata = sa.MetaData()
_inbox = sa.Table(
    "slack_inbox",
    _metadata,
    sa.Column("id", sa.String(255), primary_key=True),
    sa.Column("person", sa.String(100), nullable=False, index=True),
    sa.Column("task", sa.Text, nullable=False),  # JSON; emptied of words when it is done
    sa.Column("received_at", sa.Float, nullable=False),  # this and all times: seconds since 1970
    sa.Column("owner", sa.String(32)),
    sa.Column("lease_until", sa.Float, nullable=False, index=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("parts", sa.Text),  # JSON; NULL until the answer is known
    sa.Column("sent", sa.Integer, nullable=False),
    sa.Column("begun", sa.Integer, nullable=False),
    sa.Column("done_at", sa.Float),
    sa.Column("failed", sa.String(500)),
)


@dataclass(frozen=True)
class Row:
    """A task and how far it has come.

    Attributes:
        task: what to do.
        received_at: when it came, in seconds since 1970.
        attempts: how often it was taken up, this time included.
        parts: the messages of the answer; None until it is known.
        sent: how many of them Slack has.
        begun: how often the sending of the next one was begun without word of its end.
    """

    task: Task
    received_at: float
    attempts: int = 1
    parts: Optional[Sequence[Part]] = None
    sent: int = 0
    begun: int = 0


@dataclass(frozen=True)
class Counts:
    """Rows of all processes: not done yet, and given up in the last days."""

    waiting: int
    failed: int


class Inbox:
    """Reads and writes the rows; every method is one short transaction.

    Args:
        url: SQLAlchemy URL.
        lease: seconds.

    Raises:
        SetupError: on opening, if this is no URL of a database.
        InboxUnavailable: from every method, if the database cannot be reached, read or written.
    """

    def __init__(self, url: str, lease: float = LEASE_SECONDS) -> None:
        self._engine = open_database(url, URL_VARIABLE, "the inbox of Slack")
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", prepare_file)
        self._owner = uuid.uuid4().hex
        self.lease = lease

    def open(self) -> None:
        """Make the table if it is not there, and see that it can be written."""
        try:
            make_folder(self._engine)
        except OSError as error:
            raise InboxUnavailable(f"the inbox of Slack at {place_of(self._engine)}: {error}") from error
        with self._transaction() as connection:
            _metadata.create_all(connection)
        self.clear()

    def close(self) -> None:
        """Let go of the connections; the next call makes new ones."""
        self._engine.dispose()

    def put(self, task: Task) -> Optional[Row]:
        """Keep a new task, leased to this process; None if it is known already."""
        now = time.time()
        row = {
            "id": task.id,
            "person": task.person,
            "task": task.to_json(),
            "received_at": now,
            "owner": self._owner,
            "lease_until": now + self.lease,
            "attempts": 1,
            "sent": 0,
            "begun": 0,
        }
        try:
            with self._transaction() as connection:
                connection.execute(_inbox.insert().values(row))
        except IntegrityError:
            return None
        return Row(task, now)

    def take_over(self) -> List[Row]:
        """Lease every row that nobody works on, the oldest first."""
        now = time.time()
        free = sa.and_(_inbox.c.done_at.is_(None), _inbox.c.lease_until < now)
        taken = []
        with self._transaction() as connection:
            ids = connection.execute(sa.select(_inbox.c.id).where(free).order_by(_inbox.c.received_at)).scalars().all()
        for each in ids:
            with self._transaction() as connection:
                change = _inbox.update().where(_inbox.c.id == each, free)
                values = {"owner": self._owner, "lease_until": now + self.lease, "attempts": _inbox.c.attempts + 1}
                if connection.execute(change.values(values)).rowcount:
                    taken.append(_row(connection, each))
        return taken

    def renew(self, ids: Collection[str]) -> None:
        """Hold the leases of rows that this process works on for another while."""
        mine = sa.and_(_inbox.c.owner == self._owner, _inbox.c.done_at.is_(None), _inbox.c.id.in_(list(ids)))
        with self._transaction() as connection:
            connection.execute(_inbox.update().where(mine).values(lease_until=time.time() + self.lease))

    def answer(self, task: Task, parts: Sequence[Part]) -> None:
        """Keep the messages of the answer, before any of them is sent.

        Raises:
            LeaseLost: as the methods below.
        """
        self._write(task.id, parts=json.dumps(list(parts)))

    def begin(self, task: Task) -> None:
        """Note that the next message is about to be sent."""
        self._write(task.id, begun=_inbox.c.begun + 1)

    def not_begun(self, task: Task) -> None:
        """Take the last "begin" back: it is sure that nothing arrived. Of those before it nothing is said."""
        self._write(task.id, begun=_inbox.c.begun - 1)

    def sent(self, task: Task) -> None:
        """Note that Slack has the next message."""
        self._write(task.id, sent=_inbox.c.sent + 1, begun=0)

    def done(self, task: Task, failed: Optional[str] = None) -> None:
        """Close the row. What was typed is emptied; of one that failed everything is kept, with the reason."""
        kept = task if failed else replace(task, text="")
        reason = failed[:500] if failed else None
        self._write(task.id, task=kept.to_json(), done_at=time.time(), owner=None, failed=reason)

    def later(self, task: Task, seconds: float) -> None:
        """Leave the row to whoever takes it over after so many seconds."""
        self._write(task.id, owner=None, lease_until=time.time() + seconds)

    def release(self) -> None:
        """Leave all rows of this process to others at once."""
        mine = sa.and_(_inbox.c.owner == self._owner, _inbox.c.done_at.is_(None))
        with self._transaction() as connection:
            connection.execute(_inbox.update().where(mine).values(owner=None, lease_until=0.0))

    def find(self, id: str) -> Optional[Row]:
        """The row of a task, done or not; None if there is none any more."""
        with self._transaction() as connection:
            known = connection.execute(sa.select(_inbox.c.id).where(_inbox.c.id == id)).first()
            return _row(connection, id) if known else None

    def redraw(self, id: str, parts: Sequence[Part]) -> None:
        """Keep what the messages of a row look like now."""
        with self._transaction() as connection:
            connection.execute(_inbox.update().where(_inbox.c.id == id).values(parts=json.dumps(list(parts))))

    def forget(self, person: str, but: str) -> int:
        """Delete every row of a person but the one with the id ``but``; returns how many."""
        mine = sa.and_(_inbox.c.person == person, _inbox.c.id != but)
        with self._transaction() as connection:
            return int(connection.execute(_inbox.delete().where(mine)).rowcount)

    def clear(self) -> None:
        """Delete the rows that were done long ago."""
        with self._transaction() as connection:
            connection.execute(_inbox.delete().where(_inbox.c.done_at < time.time() - KEPT_SECONDS))

    def counts(self) -> Counts:
        """How many rows are not done, and how many were given up."""
        waiting = sa.select(sa.func.count()).where(_inbox.c.done_at.is_(None))
        failed = sa.select(sa.func.count()).where(_inbox.c.failed.isnot(None))
        with self._transaction() as connection:
            return Counts(connection.execute(waiting).scalar_one(), connection.execute(failed).scalar_one())

    def _write(self, id: str, **values: Any) -> None:
        mine = sa.and_(_inbox.c.id == id, _inbox.c.owner == self._owner)
        lease = {} if {"owner", "lease_until"} & set(values) else {"lease_until": time.time() + self.lease}
        with self._transaction() as connection:
            if not connection.execute(_inbox.update().where(mine).values(**lease, **values)).rowcount:
                raise LeaseLost(id)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            reason = str(error.__cause__ or error).splitlines()[0]
            raise InboxUnavailable(f"the inbox of Slack at {place_of(self._engine)}: {reason}") from error


def inbox_url(environment: Mapping[str, str] = os.environ) -> str:
    """Where the inbox is: the variable ``CAREERBOT_INBOX_URL``, else a SQLite file in ``var/``."""
    return environment.get(URL_VARIABLE) or DEFAULT_URL


def _row(connection: Connection, id: str) -> Row:
    found = connection.execute(sa.select(_inbox).where(_inbox.c.id == id)).mappings().one()
    parts = json.loads(found["parts"]) if found["parts"] else None
    return Row(
        Task.from_json(found["task"]), found["received_at"], found["attempts"], parts, found["sent"], found["begun"]
    )
