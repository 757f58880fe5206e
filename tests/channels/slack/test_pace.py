"""Messages keep to the pace that Slack asks for, so that it need not ask."""

import asyncio

import pytest

from careerbot.channels.slack.pace import Pace
from tests.fake_slack import Timing


class Clock:
    """An event loop's clock that only sleeping moves."""

    def __init__(self, monkeypatch):
        self.now = 1000.0
        loop = asyncio.get_running_loop()
        monkeypatch.setattr(loop, "time", lambda: self.now)
        monkeypatch.setattr("careerbot.channels.slack.pace.asyncio.sleep", self.sleep)

    async def sleep(self, seconds):
        self.now += max(seconds, 0.0)


@pytest.fixture
async def clock(monkeypatch):
    return Clock(monkeypatch)


async def times(pace, clock, count, channel="C1", call=0.0):
    """When each of so many messages was begun, counted from the first; ``call``: seconds that Slack takes for one."""
    begun = []
    for _ in range(count):
        async with pace.turn(channel):
            begun.append(clock.now)
            clock.now += call
    return [when - begun[0] for when in begun]


async def test_after_a_rest_a_burst_goes_at_once_and_then_one_in_each_interval(clock):
    pace = Pace(1.0, burst=2)
    assert await times(pace, clock, 5) == pytest.approx([0, 0, 1, 2, 3])
    clock.now += 2.0
    assert await times(pace, clock, 3) == pytest.approx([0, 0, 1])


async def test_a_short_rest_earns_no_burst(clock):
    pace = Pace(1.0, burst=2)
    await times(pace, clock, 4)
    clock.now += 1.0
    assert await times(pace, clock, 3) == pytest.approx([0, 1, 2])


async def test_the_interval_begins_when_slack_has_answered(clock):
    assert await times(Pace(1.0, burst=1), clock, 3, call=0.7) == pytest.approx([0, 1.7, 3.4])


async def test_channels_do_not_wait_for_one_another(clock):
    pace = Pace(1.0, burst=1)
    await times(pace, clock, 1)
    before = clock.now
    await times(pace, clock, 1, "C2")
    assert clock.now == before


async def test_a_message_that_failed_counts_for_it_may_have_arrived(clock):
    pace = Pace(1.0, burst=1)
    with pytest.raises(ConnectionError):
        async with pace.turn("C1"):
            raise ConnectionError
    before = clock.now
    await times(pace, clock, 1)
    assert clock.now == pytest.approx(before + 1.0)


async def test_rested_channels_are_forgotten(clock):
    pace = Pace(1.0, burst=2)
    for number in range(50):
        await times(pace, clock, 1, f"C{number}")
        clock.now += 5.0
    assert list(pace._rested_at) == ["C49"]
    assert len(pace._locks) == 0


# -- before the fake Slack -------------------------------------------------------------------------------------------

PEOPLE, EACH = 4, 3


async def busy(slack, agent):
    """Many people ask in threads of one channel at once; returns what each was answered, in order."""
    agent.answers = lambda message: [{"text": f"answer to {message.text}"}]
    people = [slack.add_user(f"person{number}") for number in range(PEOPLE)]
    jobs = slack.add_channel("jobs", people)
    roots = {user: await slack.say(user, jobs, "hello all") for user in people}

    async def ask(user):
        for number in range(EACH):
            await slack.say(user, jobs, f"{slack.mention} question {number}", roots[user].ts)

    await asyncio.gather(*map(ask, people))
    await slack.wait_for(lambda: len(slack.answers(jobs)) == PEOPLE * EACH, timeout=60)
    return [[message.text for message in slack.answers(jobs, root.ts)] for root in roots.values()]


@pytest.mark.parametrize(("interval", "allowed", "told_to_wait"), [(0.2, 2, 0), (0.5, 1, PEOPLE)])
async def test_in_a_busy_channel_all_is_answered_in_order_and_slack_need_not_say_wait(
    start, agent, interval, allowed, told_to_wait
):
    """A Slack that lets no burst pass says so after a rest (which a slow machine makes), and not for every message."""
    slack = await start(slack={"timing": Timing(message_interval=interval, message_burst=allowed)})
    assert await busy(slack, agent) == [[f"answer to question {number}" for number in range(EACH)]] * PEOPLE
    statuses = [call.status for call in slack.calls_to("chat.postMessage")]
    assert statuses.count(429) <= told_to_wait
    assert statuses.count(200) == PEOPLE * EACH


async def test_an_answer_of_two_messages_does_not_wait(start, agent):
    slack = await start(slack={"timing": Timing(message_interval=3600.0, message_burst=2)})
    ann = slack.add_user("ann")
    agent.answers = [{"text": f"{word} " * 1500} for word in ("one", "two")]
    await slack.say(ann, slack.dm(ann), "how long?")
    await slack.wait_for(lambda: len(slack.answers(slack.dm(ann))) == 2)
