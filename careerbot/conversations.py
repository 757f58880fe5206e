"""Where conversations are kept: Rasa's SQL tracker store, without the work it repeats for every message.

Rasa 3.6.21's own store (``rasa/core/tracker_store.py``) opens the database anew, reads and replays the whole session,
counts it once more and waits for the disk at every message. This one keeps its tables, rows and meaning, so that
either can read what the other wrote, and
- hands out the tracker it saved last, if the database still holds what that tracker was saved with;
- writes only what is new, in one statement and one transaction;
- has a time limit on everything it waits for, and does not start without its tables.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple, Type

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore, create_engine_kwargs
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT_NAME_KEY
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from careerbot.database import prepare_file
from careerbot.errors import SetupError

if TYPE_CHECKING:  # it brings TensorFlow with it
    from rasa.core.agent import Agent

logger = logging.getLogger(__name__)

MAX_KEPT = 1000
"""Conversations whose tracker stays in memory."""

MAX_EVENTS = 100_000
"""Events of all these together: about a kilobyte each, so about 100 MB."""

_WAIT_SECONDS = 3
"""For a connection, for a statement, for another process that writes: the event loop stands still meanwhile."""

# A server may start later than we do; a file is there or not, but another process may be making its tables.
_TRIES_SERVER = 30
_TRIES_FILE = 2
_PAUSE_SECONDS = 1.0

Stamp = Tuple[int, int]
"""How many rows a conversation has, and the highest id among them.

The id alone would not do: in PostgreSQL a row with a lower id may be committed later.
"""


_TABLE = SQLTrackerStore.SQLEvent.__table__

# Built once: building them costs more than running them. _SESSION is what Rasa's _event_query asks for.
_OF_SENDER = _TABLE.c.sender_id == sa.bindparam("sender_id")
_START = (
    sa.select(sa.func.max(_TABLE.c.timestamp))
    .where(_OF_SENDER, _TABLE.c.type_name == SessionStarted.type_name)
    .scalar_subquery()
)
_ALL = sa.select(_TABLE.c.data).where(_OF_SENDER).order_by(_TABLE.c.id)
_SESSION = _ALL.where(sa.or_(_TABLE.c.timestamp >= _START, _START.is_(None)))
_STAMP = sa.select(sa.func.count(), sa.func.coalesce(sa.func.max(_TABLE.c.id), 0)).where(_OF_SENDER)
_USER, _BOT = UserUttered.type_name, BotUttered.type_name
_WORDS = sa.select(_TABLE.c.data).where(_OF_SENDER, _TABLE.c.type_name.in_((_USER, _BOT)))
_NEWEST_WORDS = _WORDS.order_by(_TABLE.c.id.desc()).limit(sa.bindparam("newest"))
_WORDS_SINCE = _WORDS.where(_TABLE.c.id >= sa.bindparam("since")).order_by(_TABLE.c.id)
_ASKED = (
    sa.select(_TABLE.c.id, _TABLE.c.data)
    .where(_OF_SENDER, _TABLE.c.type_name == _USER, _TABLE.c.data.contains(sa.bindparam("named")))
    .order_by(_TABLE.c.id.desc())
)
_INSERT = _TABLE.insert()
_DELETE = _TABLE.delete().where(_OF_SENDER)
_SILENT = (
    sa.select(_TABLE.c.sender_id)
    .group_by(_TABLE.c.sender_id)
    .having(sa.func.max(_TABLE.c.timestamp) < sa.bindparam("before"))
)
_DELETE_SILENT = _TABLE.delete().where(_TABLE.c.sender_id.in_(_SILENT))

_DAY_SECONDS = 86_400


@dataclass(frozen=True)
class _Known:
    """A tracker that ``retrieve`` handed out or ``save`` took back.

    Attributes:
        tracker: the object itself.
        events: how many of its events are in the database.
        stamp: what the database held for the conversation then.
        domain: whose slots it has.
        rests: whether it is what the database would give, and nobody works on it.
    """

    tracker: DialogueStateTracker
    events: int
    stamp: Stamp
    domain: Domain
    rests: bool


class ConversationStore(SQLTrackerStore):
    """Rasa's SQL store made quick and careful; ``type: careerbot.conversations.ConversationStore`` in endpoints.yml.

    Several processes may use one database. If two write one conversation at the same time (Rasa's lock store is there
    to prevent it), the events of both are kept.

    SQLite runs with ``journal_mode=WAL, synchronous=NORMAL``: a power cut can cost the last transactions, the turns of
    the last seconds or minutes, but never the file; a crash of the process costs nothing. What is deleted is
    overwritten. PostgreSQL: a connection is tried before its use, and connecting, a statement and an unacknowledged
    packet take at most ``_WAIT_SECONDS``.

    Args:
        domain, event_broker: as Rasa gives them.
        dialect, host, port, db, username, password, query: as for Rasa's SQL store; ``host`` (``url`` in
            endpoints.yml) may be a whole URL. Rasa's ``login_db`` is not offered: the database must be there.
        keep_days: a conversation in which nothing was said for so many days is deleted; looked at when the store is
            opened and once a day. None keeps all.

    Raises:
        SetupError: ``keep_days`` is no whole number above zero; no usable address, or no tables can be made
            there; about half a minute is given to a server.
    """

    def __init__(
        self,
        domain: Optional[Domain] = None,
        dialect: str = "sqlite",
        host: Optional[str] = None,
        port: Optional[int] = None,
        db: str = "rasa.db",
        username: Optional[str] = None,
        password: Optional[str] = None,
        event_broker: Optional[EventBroker] = None,
        query: Optional[Dict[str, str]] = None,
        keep_days: Optional[int] = None,
    ) -> None:
        if keep_days is not None and (type(keep_days) is not int or keep_days < 1):
            raise SetupError(f"keep_days in endpoints.yml must be a whole number of days above zero, not {keep_days!r}")
        # Not the constructor of SQLTrackerStore: it tries for ever, and goes on without tables.
        TrackerStore.__init__(self, domain, event_broker)
        try:
            self.engine = _engine(self.get_db_url(dialect, host, port, db, username, password, query=query))
        except (SQLAlchemyError, ImportError, ValueError):
            # Its text is left out, for the address may hold a password; an ImportError would make Rasa keep
            # conversations in memory.
            raise SetupError(
                "conversations have no usable address; set tracker_store in endpoints.yml to a file "
                "(dialect: sqlite, db: var/conversations.db) or to a server "
                "(url: postgresql://user:password@host:5432/database)"
            ) from None
        self.sessionmaker = sa.orm.sessionmaker(bind=self.engine)
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._known_events = 0
        self._make_tables()
        self._keep_days = keep_days
        self._looked_at = time.time()
        self.delete_silent()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The conversation since its last session start, as Rasa's store gives it; None if there is none."""
        known = self._forget(sender_id)
        with self.engine.connect() as connection:
            stamp = _stamp(connection, sender_id)
        if known and known.rests and known.stamp == stamp and known.domain is self.domain:
            tracker = known.tracker
        else:
            tracker = await self._retrieve(sender_id, fetch_events_from_all_sessions=False)
        if tracker is not None:
            # At work until it is saved: a turn that fails half-way leaves nothing half-done to the next one.
            self._remember(_Known(tracker, len(tracker.events), stamp, self.domain, rests=False))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that the database does not have yet."""
        known = self._known.get(tracker.sender_id)
        if known and known.tracker is not tracker:
            known = None
        new = list(islice(tracker.events, known.events if known else self._stored(tracker), None))
        if not new:
            return
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)
        with self.engine.begin() as connection:
            connection.execute(_INSERT, [_row(tracker.sender_id, event) for event in new])
            stamp = _stamp(connection, tracker.sender_id)
        if known:
            alone = stamp[0] == known.stamp[0] + len(new)
            rests = alone and _is_as_loaded(new)
            self._remember(_Known(tracker, len(tracker.events), stamp, known.domain, rests))
        if time.time() - self._looked_at > _DAY_SECONDS:
            self._looked_at = time.time()
            await asyncio.get_running_loop().run_in_executor(None, self.delete_silent)

    async def delete(self, sender_id: str) -> int:
        """Remove a conversation for good, all its sessions. Returns how many events it had.

        Hold the conversation's lock meanwhile: a turn that is under way is written when it ends. In SQLite nothing of
        it is left in the files afterwards, unless another process is just reading them; PostgreSQL clears the room
        when it vacuums. Not reached: an event broker's copies, logs, backups.
        """
        self._forget(sender_id)
        with self.engine.begin() as connection:
            removed = connection.execute(_DELETE, {"sender_id": sender_id}).rowcount
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(removed)

    def delete_silent(self) -> int:
        """Delete every conversation that was silent for ``keep_days``. Returns how many events they had.

        A failure is logged, and tried again a day later: nobody's answer waits for it.
        """
        if self._keep_days is None:
            return 0
        before = time.time() - self._keep_days * _DAY_SECONDS
        try:
            with self.engine.begin() as connection:
                removed = int(connection.execute(_DELETE_SILENT, {"before": before}).rowcount)
        except SQLAlchemyError:
            logger.exception("conversations of more than %d days ago could not be deleted", self._keep_days)
            return 0
        if removed:
            logger.info("deleted %d events of conversations of more than %d days ago", removed, self._keep_days)
        return removed

    async def holds(self, sender_id: str) -> bool:
        """Whether anything is kept of a conversation: not before it was begun, nor after it was deleted."""
        with self.engine.connect() as connection:
            return _stamp(connection, sender_id)[0] > 0

    async def words(self, sender_id: str, newest: int) -> List[Event]:
        """What both sides said in a conversation, in all its sessions: the newest events, oldest first.

        Unlike a tracker this costs no replay.
        """
        with self.engine.connect() as connection:
            rows = connection.execute(_NEWEST_WORDS, {"sender_id": sender_id, "newest": newest}).all()
        return [event for (data,) in reversed(rows) if (event := _event(data)) is not None]

    async def turn(self, sender_id: str, message_id: str) -> List[Event]:
        """A person's message and the answers to it; empty if it never came. Of two with one id the later one counts.

        Args:
            sender_id: the conversation.
            message_id: as the channel gave it to Rasa: letters, digits, ``-`` and ``_``.
        """
        named = {"sender_id": sender_id, "named": f'"message_id": {json.dumps(message_id)}'}
        with self.engine.connect() as connection:
            # The database finds what is like it, whatever the case of its letters; few rows, mostly none.
            asked = connection.execute(_ASKED, named).all()
            since = next((row.id for row in asked if json.loads(row.data).get("message_id") == message_id), None)
            if since is None:
                return []
            rows = connection.execute(_WORDS_SINCE, {"sender_id": sender_id, "since": since})
            first, *rest = (event for (data,) in rows if (event := _event(data)) is not None)
        return [first, *takewhile(lambda event: isinstance(event, BotUttered), rest)]

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> Optional[DialogueStateTracker]:
        # Not session_scope: it takes any ValueError, such as a NUL in a sender's name, for a reason to end the process.
        with self.engine.connect() as connection:
            wanted = _ALL if fetch_events_from_all_sessions else _SESSION
            rows = connection.execute(wanted, {"sender_id": sender_id}).all()
        events = [event for event in (_event(data) for (data,) in rows) if event is not None]
        return DialogueStateTracker.from_events(sender_id, events, self.domain.slots) if events else None

    def _stored(self, tracker: DialogueStateTracker) -> int:
        """How many of the first events of a tracker that we do not know are stored: Rasa's rule, by their number."""
        if not tracker.events:
            return 0
        with self.engine.connect() as connection:
            stored = len(connection.execute(_SESSION, {"sender_id": tracker.sender_id}).all())
        if stored > len(tracker.events):
            logger.warning(
                "conversation %s has %d events in the database and %d in memory: nothing of these is written",
                *(tracker.sender_id, stored, len(tracker.events)),
            )
        return stored

    def _remember(self, known: _Known) -> None:
        self._forget(known.tracker.sender_id)
        self._known[known.tracker.sender_id] = known
        self._known_events += known.events
        while len(self._known) > MAX_KEPT or self._known_events > MAX_EVENTS:
            self._forget(next(iter(self._known)))

    def _forget(self, sender_id: str) -> Optional[_Known]:
        known = self._known.pop(sender_id, None)
        if known:
            self._known_events -= known.events
        return known

    def _make_tables(self) -> None:
        place = self.engine.url.render_as_string(hide_password=True)
        tries = _TRIES_FILE if self.engine.dialect.name == "sqlite" else _TRIES_SERVER
        for left in reversed(range(tries)):
            try:
                self.Base.metadata.create_all(self.engine)
                return
            except SQLAlchemyError as error:
                reason = str(error.__cause__ or error).strip().splitlines()[0]
                if not left:
                    raise SetupError(f"conversations cannot be kept at {place}: {reason}") from error
                logger.warning("conversations cannot be kept at %s: %s; trying again, %d times", place, reason, left)
                time.sleep(_PAUSE_SECONDS)


def store_of(agent: Agent) -> ConversationStore:
    """Where an agent keeps its conversations, behind what Rasa wraps around a store.

    Raises:
        SetupError: endpoints.yml names another kind of store.
    """
    store = agent.tracker_store
    while not isinstance(store, ConversationStore):
        if not hasattr(store, "_tracker_store"):
            raise SetupError(
                f"conversations are kept in a {type(store).__name__}, which cannot show or delete one; "
                "set the type of tracker_store in endpoints.yml to careerbot.conversations.ConversationStore"
            )
        store = store._tracker_store
    return store


def _engine(address: str | URL) -> Engine:
    url = sa.engine.make_url(address)
    options: Dict[str, Any] = {}
    if url.get_backend_name() == "postgresql":
        # Rasa's variables for schema and pool size stay in force; it knows PostgreSQL by this name only.
        options = {"pool_pre_ping": True, **create_engine_kwargs(url.set(drivername="postgresql"))}
        arguments = options.setdefault("connect_args", {})
        arguments["options"] = f"{arguments.get('options', '')} -cstatement_timeout={_WAIT_SECONDS * 1000}".strip()
        arguments.update(connect_timeout=_WAIT_SECONDS, tcp_user_timeout=_WAIT_SECONDS * 1000)
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    if is_file:
        # SQLAlchemy 1.4 opens a file anew for every transaction, and closing it writes the log back.
        options["poolclass"] = sa.pool.QueuePool
        options["connect_args"] = {"check_same_thread": False, "timeout": _WAIT_SECONDS}
    engine: Engine = sa.create_engine(url, **options)
    if is_file:
        sa.event.listen(engine, "connect", prepare_file)
    return engine


def _stamp(connection: Connection, sender_id: str) -> Stamp:
    count, last = connection.execute(_STAMP, {"sender_id": sender_id}).one()
    return int(count), int(last)


def _is_as_loaded(new: List[Event]) -> bool:
    """Whether a tracker is what the database would give after these events were added to it.

    Not after a session start, for only the new session would be loaded. Not in the middle of a turn: predicting changes
    a tracker without an event, which an executed action (the listening at the end of a turn) evens out.
    """
    return isinstance(new[-1], ActionExecuted) and not any(isinstance(event, SessionStarted) for event in new)


def _row(sender_id: str, event: Event) -> Dict[str, Any]:
    """The columns of Rasa's ``SQLEvent``. The JSON is plain ASCII, so any text goes into any database."""
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get(INTENT_NAME_KEY),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _event(data: str) -> Optional[Event]:
    parameters = json.loads(data)
    kind = _event_class(parameters["event"])
    return kind._from_parameters(parameters) if kind else None


@cache
def _event_class(name: str) -> Optional[Type[Event]]:
    """Rasa looks through all classes of events for each event."""
    found: Optional[Type[Event]] = Event.resolve_by_type(name)
    return found
