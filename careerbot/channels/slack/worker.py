"""Does the tasks of the inbox, one after the other for each conversation, and takes over what others left.

For an answer: Rasa is asked, its messages are kept in the row, and each is sent, with a note before and after. Where a
process dies in between, whoever takes the row over goes on from there:

- before Rasa has saved the turn: Rasa is asked again, as if for the first time;
- after that, before the messages are kept: they are read from the conversation;
- between a note "begin" and its "sent": Slack is asked whether the message is there. Where the app may not look (in
  channels without ``thread_follow_ups``, and for private answers) it is sent once more, and never a third time.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Awaitable, Callable, Collection, Dict, List, Optional
from weakref import WeakValueDictionary

from rasa.core.channels.channel import UserMessage

from careerbot.channels import guard
from careerbot.channels.payloads import UP, because
from careerbot.channels.rest import apology
from careerbot.channels.slack import blocks, conversations, home, words
from careerbot.channels.slack.errors import InboxUnavailable, LeaseLost, NotTaken, SendError, Unreachable, Unsendable
from careerbot.channels.slack.inbox import Inbox, Part, Row
from careerbot.channels.slack.sender import Sender
from careerbot.channels.slack.settings import Options
from careerbot.channels.slack.task import Task, conversations_of
from careerbot.errors import CareerbotError
from careerbot.feedback import REASONS, Rating, feedback_store

logger = logging.getLogger(__name__)

Handler = Callable[[UserMessage], Awaitable[Any]]

DRAIN_SECONDS = 10.0
"""How long the end of the process waits for tasks that are under way."""

MOST_ATTEMPTS = 8
_FIRST_WAIT = 2.0  # seconds; doubled each time, so the eighth attempt comes four minutes after the first
_MOST_SENDS_UNSEEN = 2
_MESSAGES, _SECONDS = 10, 30  # what one person may ask for


class Worker:
    """Works on the tasks that this process has leased.

    Args:
        inbox: where the tasks are.
        sender: to Slack.
        options: of the channel.
        agent: gives Rasa's agent; it is there when the worker starts.
        on_new_message: hands a message to Rasa.
    """

    def __init__(
        self, inbox: Inbox, sender: Sender, options: Options, agent: Callable[[], Any], on_new_message: Handler
    ) -> None:
        self._inbox = inbox
        self._sender = sender
        self._options = options
        self._agent = agent
        self._on_new_message = on_new_message
        self._limit = guard.RateLimit(_MESSAGES, _SECONDS)
        self._running: Dict[str, asyncio.Task[None]] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._sweeping: Optional[asyncio.Task[None]] = None

    def start(self) -> None:
        """Take over what was left behind, now and from time to time."""
        self._sweeping = asyncio.create_task(self._sweep())

    def begin(self, row: Row) -> None:
        """Start on a row that this process has leased."""
        # Kept here, for the event loop does not keep a task alive.
        work = asyncio.create_task(self._work(row))
        self._running[row.task.id] = work
        work.add_done_callback(lambda _: self._running.pop(row.task.id, None))

    async def stop(self) -> None:
        """Wait for what is under way, at most ``DRAIN_SECONDS``; leave the rest to the next process."""
        if self._sweeping:
            self._sweeping.cancel()
        if self._running:
            _, unfinished = await asyncio.wait(self._running.values(), timeout=DRAIN_SECONDS)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
        try:
            self._inbox.release()
        except InboxUnavailable as error:
            logger.error("%s; its tasks are taken over when their leases end", error)

    async def _sweep(self) -> None:
        """Keep our leases, take over those that ran out, delete what is old."""
        while True:
            try:
                self._inbox.renew(self._running)
                for row in self._inbox.take_over():
                    self.begin(row)
                self._inbox.clear()
            except InboxUnavailable as error:
                logger.error("%s; trying again", error)
            await asyncio.sleep(self._inbox.lease / 10)

    async def _work(self, row: Row) -> None:
        """One task, after those of the same conversation that came before. Nothing is raised."""
        lock = self._locks.setdefault(row.task.conversation, asyncio.Lock())
        try:
            async with lock:
                await self._do(row)
        except LeaseLost:
            logger.warning("another process has taken over task %s", row.task.id)
        except InboxUnavailable as error:
            logger.error("task %s is taken up again when its lease ends: %s", row.task.id, error)

    async def _do(self, row: Row) -> None:
        try:
            await self._steps(row)
        except Unsendable as error:
            self._give_up(row, str(error))
        except Unreachable as error:
            self._put_off(row, str(error))
        except (LeaseLost, InboxUnavailable):
            raise
        except Exception as error:
            logger.exception("task %s failed", row.task.id)
            self._put_off(row, f"{type(error).__name__} in the channel")
        else:
            self._inbox.done(row.task)

    async def _steps(self, row: Row) -> None:
        task = row.task
        if task.kind == "home":
            await self._sender.show_home(task.user, home.view(task.channel))
        elif task.kind == "forget":
            await self._forget(task)
        elif task.kind == "rate":
            await self._rate(task)
        elif task.kind == "stale":
            await self._sender.say(task, words.STALE)
        elif task.kind == "choose":
            await self._choose(row)
        elif task.kind == "topic":
            await self._answer(row, home.offered())
        elif task.kind != "follow_up" or await conversations.begun(self._agent(), task.conversation):
            await self._answer(row)

    async def _answer(self, row: Row, offered: Collection[str] = ()) -> None:
        """Ask Rasa, keep what it said, send that."""
        task, parts = row.task, row.parts
        if parts is None:
            if row.attempts == 1 and (seconds := self._limit.wait(task.person)):
                await self._sender.say(task, words.too_fast(seconds))
                return
            parts = await self._parts(row, offered)
            self._inbox.answer(task, parts)
        begun = row.begun
        for part in parts[row.sent :]:
            if not begun or not await self._has_arrived(row, part, begun):
                await self._send(task, part)
            self._inbox.sent(task)
            begun = 0

    async def _send(self, task: Task, part: Part) -> None:
        """One message, noted for as long, and only for as long, as nobody could say whether it arrived."""
        async with self._sender.turn(task):
            self._inbox.begin(task)
            try:
                await self._sender.send(task, part)
            except NotTaken:
                self._inbox.not_begun(task)
                raise

    async def _has_arrived(self, row: Row, part: Part, begun: int) -> bool:
        """Whether a message whose sending was begun, and of which there was no word, is to be taken for sent."""
        arrived = await self._sender.arrived(row.task, part, row.received_at)
        if arrived is None and begun >= _MOST_SENDS_UNSEEN:
            raise Unsendable("there was no word of it twice, and the app may not look whether it arrived")
        return bool(arrived)

    async def _parts(self, row: Row, offered: Collection[str]) -> List[Part]:
        task, agent = row.task, self._agent()
        if task.kind == "file":
            return blocks.note(words.NO_FILES, task.id)
        if not task.text and (task.private or not task.is_direct):  # a name or a command alone
            return blocks.note(words.HELP, task.id)
        if agent is None or not agent.is_ready():
            return blocks.note(words.NOT_READY, task.id)
        said = await self._said(row, agent, offered)
        parts = blocks.messages(said, task.id, self._options.public_url, self._options.upload_pictures)
        if parts:
            return parts
        logger.error("Rasa answered nothing to task %s", task.id)
        return blocks.messages([{"text": apology(agent)}], task.id, None, False)

    async def _said(self, row: Row, agent: Any, offered: Collection[str]) -> List[Dict[str, Any]]:
        task = row.task
        if row.attempts > 1 and (turn := await conversations.turn(agent, task.conversation, task.id)):
            return [event.message() for event in turn.said]
        answers = conversations.Answers()
        text = guard.admit(task.text, offered)
        message = UserMessage(text, answers, task.conversation, input_channel=conversations.CHANNEL, message_id=task.id)
        try:
            await self._on_new_message(message)
        except Exception:
            logger.exception("the message of task %s could not be answered", task.id)
            return [*answers.said, {"text": apology(agent)}]
        return answers.said

    async def _choose(self, row: Row) -> None:
        """A button under an answer: valid for the person and the message that it was made for, and once."""
        task = row.task
        asked = self._origin(task)
        button = blocks.button_in(asked.parts or (), task.block, task.text) if asked else None
        if asked is None or button is None:
            await self._sender.say(task, words.STALE)
            return
        if asked.task.person != task.person:
            await self._sender.say(task, words.NOT_YOURS)
            return
        await self._answer(row, [task.text])
        await self._redraw(task, asked, blocks.after_choice(button))

    async def _rate(self, task: Task) -> None:
        """A thumb or a reason: rates the very answer under which it stands."""
        asked = self._origin(task)
        if asked is None or blocks.button_in(asked.parts or (), task.block, task.text) is None:
            await self._sender.say(task, words.STALE)
            return
        if asked.task.person != task.person:
            await self._sender.say(task, words.NOT_YOURS)
            return
        turn = await conversations.turn(self._agent(), asked.task.conversation, asked.task.id)
        if turn is None:
            await self._sender.say(task, words.STALE)
            return
        try:
            feedback_store().rate(
                turn.answered(_place_in(task.block), asked.task.conversation, conversations.CHANNEL), _rating(task.text)
            )
        except CareerbotError:
            logger.exception("a rating was not kept")
            await self._sender.say(task, words.NOT_KEPT)
            return
        await self._redraw(task, asked, blocks.after_rating(task.text, task.block))

    async def _forget(self, task: Task) -> None:
        try:
            count = await conversations.forget(self._agent(), conversations_of(task.person))
            self._inbox.forget(task.person, but=task.id)
            note = words.forgotten(count)
        except Exception:
            logger.exception("what %s said could not be deleted", task.person)
            note = words.FORGET_FAILED
        await self._sender.show_home(task.user, home.view(task.channel, note))

    def _origin(self, task: Task) -> Optional[Row]:
        """The row whose answer has the block in which a button was clicked."""
        names = task.block.split(":")
        return self._inbox.find(names[1]) if len(names) > 1 else None

    async def _redraw(self, task: Task, asked: Row, by: List[blocks.BlockDict]) -> None:
        """Replace used buttons. That it fails is no harm: a second click of the same buttons is known."""
        parts = list(asked.parts or ())
        for place, part in enumerate(parts):
            if any(block.get("block_id") == task.block for block in part.get("blocks", ())):
                parts[place] = blocks.replaced(part, task.block, by)
                self._inbox.redraw(asked.task.id, parts)
                try:
                    await self._sender.redraw(task, parts[place])
                except SendError as error:
                    logger.warning("used buttons of task %s stay where they are: %s", asked.task.id, error)

    def _put_off(self, row: Row, reason: str) -> None:
        if row.attempts >= MOST_ATTEMPTS:
            self._give_up(row, reason)
            return
        logger.warning("task %s is tried again: %s", row.task.id, reason)
        self._inbox.later(row.task, _FIRST_WAIT * 2.0 ** (row.attempts - 1))

    def _give_up(self, row: Row, reason: str) -> None:
        logger.error("task %s is given up and kept in the inbox: %s", row.task.id, reason)
        self._inbox.done(row.task, failed=reason)


def _place_in(block: str) -> int:
    """Which answer of its turn the thumbs in a block rate."""
    return int(block.split(":")[2])


def _rating(value: str) -> Rating:
    reason = next((key for key in REASONS if because(key) == value), None)
    return Rating(helped=value == UP, reason=reason)
