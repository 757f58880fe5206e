"""What the protocol does to a conversation: begin, answer, show, rate, delete. Rasa's agent and stores do the work."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from typing import Any, AsyncIterator, Awaitable, Callable, List

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import LockError

from careerbot.channels import guard
from careerbot.channels.rest import FAILED, WholeMessages, apology
from careerbot.channels.turns import SHOWN, turns
from careerbot.channels.website import bodies, refused, transcript
from careerbot.conversations import store_of
from careerbot.feedback import feedback_store

logger = logging.getLogger(__name__)

CHANNEL = "website"

MOST_SHOWN = 400
"""Messages of a conversation that history shows, the newest ones."""

# Rasa waits a second before it looks again; an answer takes a tenth of that.
_LOOK_AGAIN_SECONDS = 0.05

Handler = Callable[[UserMessage], Awaitable[Any]]


class Answers(WholeMessages):
    """Takes the answers that Rasa sends; responses may be worded for this channel by its name.

    What is sent on is read from the conversation, so that an answer, the answer to a retry and history are the same.
    """

    @classmethod
    def name(cls) -> str:
        """As the channel."""
        return CHANNEL


class Conversations:
    """The conversations of visitors, each named by its id.

    Args:
        agent: has a model.
        on_new_message: what Rasa gives a channel to hand messages to.

    Raises:
        Refused: from every method, if the conversation is not there or something it needs is not.
    """

    def __init__(self, agent: Agent, on_new_message: Handler) -> None:
        self._agent = agent
        self._handle = on_new_message
        self._store = store_of(agent)

    async def begin(self, conversation: str) -> None:
        """Let Rasa start the session that it would start at the first message.

        So the store holds every conversation from its beginning to its deletion, and a token is good as long as its
        conversation is there: no list of deleted ones.
        """
        processor = self._agent.processor
        async with self._agent.lock_store.lock(conversation):
            tracker = await processor.fetch_tracker_with_initial_session(conversation, Answers())
            await processor.save_tracker(tracker)
        # Rasa goes on in memory if the store fails; such a conversation would be lost to the next process.
        if not await self._store.holds(conversation):
            raise refused.not_ready()

    async def answer(self, conversation: str, message: bodies.Message) -> List[transcript.Message]:
        """Answer a message, or say again what was answered to it; at least one message."""
        async with self._alone_with(conversation):
            before = await self._answers(conversation, message.id)
            if before:
                return before
            admitted = await self._admitted(conversation, message)
            shown = {SHOWN: message.shown} if message.shown != admitted else None
            try:
                await self._handle(UserMessage(admitted, Answers(), conversation, None, CHANNEL, message.id, shown))
            except LockError:
                raise
            except Exception:
                logger.exception("the message %s of conversation %s could not be answered", message.id, conversation)
                raise refused.failed(apology(self._agent)) from None
            answers = await self._answers(conversation, message.id)
        if not answers:
            logger.error("the message %s of conversation %s has no answer (%s)", message.id, conversation, FAILED)
            raise refused.failed(apology(self._agent))
        return answers

    async def history(self, conversation: str) -> List[transcript.Message]:
        """What both sides said, oldest first, "start over" or not; the newest ``MOST_SHOWN`` messages."""
        await self._need(conversation)
        said = await self._store.words(conversation, MOST_SHOWN)
        return transcript.messages(turns(said))

    async def rate(self, conversation: str, opinion: bodies.Opinion) -> None:
        """Keep what a person thinks of an answer."""
        async with self._alone_with(conversation):
            asked = transcript.asked_in(opinion.message)
            found = turns(await self._store.turn(conversation, asked))
            answered = found and transcript.rated(found[0], opinion.message, conversation, CHANNEL)
            if not answered:
                raise refused.bad_request("There is no answer with this id that can be rated.")
            await asyncio.to_thread(feedback_store().rate, answered, opinion.rating)

    async def delete(self, conversation: str) -> None:
        """Remove messages, memory and ratings for good."""
        async with self._alone_with(conversation), self._agent.lock_store.lock(conversation):
            # Ratings first: if they cannot be deleted, the token still holds, and the person can try again.
            await asyncio.to_thread(feedback_store().forget, conversation)
            await self._store.delete(conversation)

    @asynccontextmanager
    async def _alone_with(self, conversation: str) -> AsyncIterator[None]:
        """With nobody else of this channel at the conversation, in no process; it is there.

        A lock beside Rasa's own, which Rasa takes for each message and cannot take twice.
        """
        name = f"{CHANNEL} {conversation}"
        async with self._agent.lock_store.lock(name, wait_time_in_seconds=_LOOK_AGAIN_SECONDS):
            await self._need(conversation)
            yield

    async def _need(self, conversation: str) -> None:
        if not await self._store.holds(conversation):
            raise refused.session_ended()

    async def _answers(self, conversation: str, message_id: str) -> List[transcript.Message]:
        found = turns(await self._store.turn(conversation, message_id))
        return transcript.answers(found[0]) if found else []

    async def _admitted(self, conversation: str, message: bodies.Message) -> str:
        if message.payload is None:
            return guard.admit_typed(message.shown)
        offered = await guard.offered_payloads(self._store, conversation)
        payload = guard.admit_payload(message.payload, offered)
        if payload is None:
            raise refused.unknown_payload()
        return payload
