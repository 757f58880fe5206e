"""The simulated people against a small server that plays a bot."""

import asyncio
import json
from collections import Counter

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from benchmarks import load
from benchmarks.load import Answered, Load, check
from benchmarks.questions import Question
from benchmarks.report import BenchmarkFailed

APOLOGY = "I am sorry."


def body(*messages):
    return json.dumps(list(messages))


@pytest.mark.parametrize("message", [{"text": "hello"}, {"image": "https://example.org/a.png"}])
def test_a_message_with_text_or_image_is_an_answer(message):
    check("hi", 200, body(message), [APOLOGY])


@pytest.mark.parametrize(
    ("status", "answer", "reason"),
    [
        (500, body({"text": "hello"}), "HTTP 500"),
        (200, body(), "empty"),
        (200, body({"text": ""}), "empty"),
        (200, body({"text": "hello"}, {"recipient_id": "me"}), "empty"),
        (200, body({"text": "hello"}, {"text": APOLOGY}), "apology"),
    ],
)
def test_what_is_no_answer_fails_with_the_question_and_the_reason(status, answer, reason):
    with pytest.raises(BenchmarkFailed, match=rf"'hi' got .*{reason}"):
        check("hi", status, answer, [APOLOGY])


class Bot:
    """Answers every message, except the one it fails at; remembers what it heard and from how many at once."""

    def __init__(self, fails_at=None):
        self.fails_at = fails_at
        self.heard = []
        self.busy = self.busiest = 0

    async def answer(self, request):
        said = await request.json()
        self.heard.append((said["sender"], said["message"]))
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(0.01)
        self.busy -= 1
        return web.json_response([] if said["message"] == self.fails_at else [{"text": "yes"}])


async def talk_to(bot, talks, users):
    app = web.Application()
    app.router.add_post("/webhook", bot.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        return await load.run(str(server.make_url("/webhook")), talks, users)


def talks(count):
    return [tuple(Question(f"{number}.{turn}", "fixed") for turn in range(3)) for number in range(count)]


@pytest.mark.parametrize("users", [1, 4])
async def test_every_conversation_is_held_once_in_order_under_a_sender_of_its_own(users):
    bot = Bot()
    found = await talk_to(bot, talks(8), users)
    assert len(found.answers) == 24
    by_sender = {}
    for sender, message in bot.heard:
        by_sender.setdefault(sender, []).append(message)
    assert sorted(by_sender.values()) == [[question.text for question in talk] for talk in talks(8)]
    assert bot.busiest == users


async def test_the_clock_runs_over_each_answer_and_over_all_of_them():
    found = await talk_to(Bot(), talks(4), 1)
    # A loop's timer may ring a millisecond early.
    assert min(answer.seconds for answer in found.answers) >= 0.009
    assert found.seconds >= sum(answer.seconds for answer in found.answers)


async def test_one_message_without_an_answer_fails_it_all():
    with pytest.raises(BenchmarkFailed, match=r"'5\.1' got an empty answer"):
        await talk_to(Bot(fails_at="5.1"), talks(8), 4)


async def test_nobody_there_fails_it():
    with pytest.raises(BenchmarkFailed, match=r"'0\.0' got no answer"):
        await load.run("http://127.0.0.1:9/webhook", talks(1), 1)


def test_blocks_add_up_and_kinds_can_be_told_apart():
    found = Load([Answered("fixed", 0.010), Answered("looked up", 0.030)], 0.5)
    found.add(Load([Answered("fixed", 0.020), Answered("looked up", 0.050)], 1.5))
    assert found.rate == 2.0
    assert found.percentile(100) == pytest.approx(50)
    assert found.percentile(50, ["fixed"]) == pytest.approx(15)
    assert found.percentile(50, ["looked up"]) == pytest.approx(40)
    assert Counter(answer.kind for answer in found.answers) == {"fixed": 2, "looked up": 2}
