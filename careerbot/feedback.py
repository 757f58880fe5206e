"""What people think of the answers: a row for each answer that was rated. SQLite by default, PostgreSQL by URL.

Kept are the question as typed, cut to 500 characters, what it was understood as and how surely, the answer's name and
the rating. Who asked is not: the conversation's id is kept as a SHA-256 sum, which cannot be turned back. Whoever has
the id itself can still find its rows, and so delete them (``FeedbackStore.forget``).

``python -m careerbot.feedback`` shows how often each answer helped and the newest ones that did not; with
``--forget ID`` it deletes what a conversation has left.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Iterator, List, Mapping, Optional

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from careerbot.database import make_folder, open_database, place_of
from careerbot.errors import CareerbotError, FeedbackUnavailable

URL_VARIABLE = "CAREERBOT_FEEDBACK_URL"
DEFAULT_URL = "sqlite:///" + str(Path(__file__).resolve().parents[1] / "var" / "feedback.db")

REASONS: Mapping[str, str] = {
    "wrong_facts": "Wrong facts",
    "not_answered": "Did not answer my question",
    "hard_to_read": "Hard to read",
    "something_else": "Something else",
}
"""Why an answer did not help: the value that is kept and what a person sees on the button."""

LONGEST = 500
"""Characters kept of a question and of a comment."""

_metadata = sa.MetaData()
_feedback = sa.Table(
    "feedback",
    _metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("message", sa.String(200), primary_key=True),
    sa.Column("question", sa.String(LONGEST), nullable=False),
    sa.Column("intent", sa.String(100), nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("answer", sa.String(LONGEST), nullable=False),
    sa.Column("channel", sa.String(100), nullable=False),
    sa.Column("helped", sa.Boolean, nullable=False),
    sa.Column("reason", sa.String(100)),
    sa.Column("comment", sa.String(LONGEST)),
    sa.Column("rated_at", sa.DateTime, nullable=False),  # UTC
)


@dataclass(frozen=True)
class Answered:
    """An answer, as a rating names it.

    Attributes:
        conversation: the conversation's id, as the channel has it.
        message: the id of the person's message that it answered.
        question: that message.
        intent: what it was understood as.
        score: how surely, between 0 and 1.
        answer: names of the responses that were said, with commas between them.
        channel: where it came from.
    """

    conversation: str
    message: str
    question: str
    intent: str
    score: float
    answer: str
    channel: str


@dataclass(frozen=True)
class Rating:
    """Whether an answer helped; if not, a key of ``REASONS`` and what the person typed, if either was given."""

    helped: bool
    reason: Optional[str] = None
    comment: Optional[str] = None


@dataclass(frozen=True)
class Count:
    """How many answers to an intent's questions helped, and how many did not."""

    intent: str
    helped: int
    not_helped: int


@dataclass(frozen=True)
class Row:
    """A kept rating; the fields are those of ``Answered`` and ``Rating``, and when it was given (UTC)."""

    question: str
    intent: str
    score: float
    answer: str
    channel: str
    reason: Optional[str]
    comment: Optional[str]
    rated_at: datetime


class FeedbackStore:
    """Reads and writes the ratings.

    Args:
        url: SQLAlchemy URL.

    Raises:
        SetupError: on opening, if this is no URL of a database.
        FeedbackUnavailable: from every method, if the database cannot be reached, read or written.
    """

    def __init__(self, url: str) -> None:
        self._engine = open_database(url, URL_VARIABLE, "the store of feedback")

    def rate(self, answered: Answered, rating: Rating) -> Optional[Rating]:
        """Keep a rating; it takes the place of an earlier one of the same answer.

        What the new rating leaves open of the reasons why the answer did not help stays as it was.

        Returns:
            The earlier rating; None if this is the first.
        """
        here = sa.and_(
            _feedback.c.conversation == _one_way(answered.conversation),
            _feedback.c.message == answered.message[:200],
        )
        with self._transaction() as connection:
            found = connection.execute(sa.select(_feedback).where(here)).mappings().first()
            before = Rating(found["helped"], found["reason"], found["comment"]) if found else None
            reason, comment = rating.reason, _short(rating.comment) if rating.comment else None
            if before and not rating.helped:
                reason, comment = reason or before.reason, comment or before.comment
            now = datetime.now(timezone.utc).replace(tzinfo=None)
            values = {"helped": rating.helped, "reason": reason, "comment": comment, "rated_at": now}
            if before:
                connection.execute(_feedback.update().where(here).values(values))
            else:
                connection.execute(_feedback.insert().values({**_kept(answered), **values}))
        return before

    def forget(self, conversation: str) -> int:
        """Delete what a conversation has left, by its id; returns how many ratings that were."""
        with self._transaction() as connection:
            mine = _feedback.c.conversation == _one_way(conversation)
            return int(connection.execute(_feedback.delete().where(mine)).rowcount)

    def counts(self) -> List[Count]:
        """Ratings by intent, those that helped least often first."""
        helped = sa.func.sum(sa.case((_feedback.c.helped, 1), else_=0))
        query = sa.select(_feedback.c.intent, helped, sa.func.count()).group_by(_feedback.c.intent)
        with self._transaction() as connection:
            found = [Count(intent, int(up), int(total - up)) for intent, up, total in connection.execute(query)]
        return sorted(found, key=lambda count: (-count.not_helped, count.helped, count.intent))

    def not_helped(self, limit: int) -> List[Row]:
        """The newest ratings that say that an answer did not help, the newest first."""
        columns = [_feedback.c[name] for name in Row.__dataclass_fields__]
        query = sa.select(*columns).where(sa.not_(_feedback.c.helped)).order_by(_feedback.c.rated_at.desc())
        with self._transaction() as connection:
            return [Row(**row) for row in connection.execute(query.limit(limit)).mappings()]

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            make_folder(self._engine)
            with self._engine.begin() as connection:
                _metadata.create_all(connection)
                yield connection
        except (SQLAlchemyError, OSError) as error:
            reason = str(error.__cause__ or error).splitlines()[0]
            raise FeedbackUnavailable(f"the store of feedback at {place_of(self._engine)}: {reason}") from error


def feedback_store() -> FeedbackStore:
    """The configured store.

    Raises:
        SetupError: its setting is no URL of a database.
    """
    return _store_at(feedback_url())


@functools.lru_cache(maxsize=1)
def _store_at(url: str) -> FeedbackStore:
    return FeedbackStore(url)


def feedback_url() -> str:
    """Where the ratings are kept: the variable ``CAREERBOT_FEEDBACK_URL``, else a SQLite file in ``var/``."""
    return os.environ.get(URL_VARIABLE) or DEFAULT_URL


def _one_way(conversation: str) -> str:
    return hashlib.sha256(conversation.encode("utf-8", "surrogatepass")).hexdigest()


def _short(text: str) -> str:
    """One line without control characters, of at most ``LONGEST`` characters."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(shown.split())[:LONGEST]


def _kept(answered: Answered) -> Mapping[str, object]:
    return {
        "conversation": _one_way(answered.conversation),
        "message": answered.message[:200],
        "question": _short(answered.question),
        "intent": answered.intent[:100],
        "score": answered.score,
        "answer": answered.answer[:LONGEST],
        "channel": answered.channel[:100],
    }


def report(store: FeedbackStore, limit: int) -> str:
    """What a maintainer reads: counts by intent, then the newest answers that did not help."""
    counts = store.counts()
    if not counts:
        return "no answer was rated yet"
    width = max(len(count.intent) for count in counts)
    lines = [f"{'intent':<{width}}  helped  did not"]
    lines += [f"{count.intent:<{width}}  {count.helped:>6}  {count.not_helped:>7}" for count in counts]
    rows = store.not_helped(limit)
    if rows:
        lines += ["", "newest answers that did not help:"]
    for row in rows:
        reason = REASONS.get(row.reason or "", "no reason given")
        lines += ["", f"{row.rated_at:%Y-%m-%d %H:%M}  {row.intent} ({row.score:.2f}), {row.channel}: {reason}"]
        lines.append(f"  question: {row.question}")
        lines.append(f"  answer:   {row.answer}")
        lines += [f"  comment:  {row.comment}"] if row.comment else []
    return "\n".join(lines)


def main() -> int:
    """Exit code 0 when done, 1 with one clear line when the ratings cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m careerbot.feedback", description=__doc__)
    parser.add_argument("--newest", type=int, default=20, metavar="N", help="show so many that did not help (20)")
    parser.add_argument("--forget", metavar="ID", help="delete the ratings of the conversation with this id")
    arguments = parser.parse_args()
    try:
        store = feedback_store()
        if arguments.forget is not None:
            print(f"{store.forget(arguments.forget)} ratings deleted")
        else:
            print(report(store, arguments.newest))
    except CareerbotError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
