"""People who talk to a bot over REST: each sends the next message when the answer to the last is there."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Collection, Iterator, List, Sequence

import aiohttp

from benchmarks.questions import Conversation, Kind
from benchmarks.report import BenchmarkFailed, percentile

_TIMEOUT = aiohttp.ClientTimeout(total=60)


@dataclass(frozen=True)
class Answered:
    """How long the answer to a message took, and of which kind it was."""

    kind: Kind
    seconds: float


@dataclass
class Load:
    """What was measured under one kind of load: every answer, and the time that all of them took together."""

    answers: List[Answered] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, other: Load) -> None:
        """Take in another block of the same kind of load."""
        self.answers += other.answers
        self.seconds += other.seconds

    def percentile(self, percent: float, kinds: Collection[Kind] = ("fixed", "looked up")) -> float:
        """Of the answers' times, in milliseconds."""
        return percentile([answer.seconds * 1000 for answer in self.answers if answer.kind in kinds], percent)

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.answers) / self.seconds


def check(question: str, status: int, body: str, no_answer: Collection[str] = ()) -> None:
    """Is this an answer?

    Args:
        question: what was asked.
        status: of HTTP.
        body: Rasa's list of messages, in JSON.
        no_answer: texts that a bot says when it failed.

    Raises:
        BenchmarkFailed: it is not, so its time must not count.
    """
    if status != 200:
        raise BenchmarkFailed(f"{question!r} got HTTP {status}: {body[:300]}")
    messages: List[Any] = json.loads(body)
    if not messages or not all(message.get("text") or message.get("image") for message in messages):
        raise BenchmarkFailed(f"{question!r} got an empty answer: {body[:300]}")
    failed = [message["text"] for message in messages if message.get("text") in no_answer]
    if failed:
        raise BenchmarkFailed(f"{question!r} got an apology: {failed[0][:100]}")


async def ask(
    session: aiohttp.ClientSession, url: str, sender: str, question: str, no_answer: Collection[str] = ()
) -> float:
    """Send one message; how many seconds its answer took.

    Raises:
        BenchmarkFailed: there was no answer.
    """
    started = time.perf_counter()
    try:
        async with session.post(url, json={"sender": sender, "message": question}) as response:
            body = await response.text()
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        raise BenchmarkFailed(f"{question!r} got no answer from {url}: {error!r}") from error
    seconds = time.perf_counter() - started
    check(question, response.status, body, no_answer)
    return seconds


async def run(url: str, talks: Sequence[Conversation], users: int, no_answer: Collection[str] = ()) -> Load:
    """``users`` people hold these conversations at once, each taking the next one when done, each under a new sender.

    Raises:
        BenchmarkFailed: a message was not answered.
    """
    waiting = iter(talks)
    connector = aiohttp.TCPConnector(limit=users)
    async with aiohttp.ClientSession(connector=connector, timeout=_TIMEOUT) as session:
        started = time.perf_counter()
        parts = await asyncio.gather(*(_person(session, url, waiting, no_answer) for _ in range(users)))
        return Load([answer for part in parts for answer in part], time.perf_counter() - started)


async def _person(
    session: aiohttp.ClientSession, url: str, waiting: Iterator[Conversation], no_answer: Collection[str]
) -> List[Answered]:
    answers = []
    for conversation in waiting:
        sender = uuid.uuid4().hex
        for question in conversation:
            seconds = await ask(session, url, sender, question.text, no_answer)
            answers.append(Answered(question.kind, seconds))
    return answers
