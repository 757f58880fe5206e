"""``python -m benchmarks.rest``: this assistant and the bot that ``rasa init`` makes, asked over REST in the same run.

Both run on this machine, on free ports of the loopback interface, and are asked by turns: first by one person, then by
several at once. Both are asked from the same number of different messages; ours, which remembers what it understood,
is asked as often what nobody has asked it before. A message that gets no answer fails the benchmark.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import signal
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable, Iterator, List, Sequence, Tuple

from benchmarks import bots, load, machine, questions
from benchmarks.bots import Bot
from benchmarks.load import Load
from benchmarks.questions import TURNS, Conversation, Kind
from benchmarks.report import BenchmarkFailed, Better, Goal, Row, json_line, table
from careerbot.errors import CareerbotError
from careerbot.model import train

_WARM_UP = 10 * TURNS


@dataclass(frozen=True)
class Plan:
    """How much is asked: ``alone`` messages of one person and ``crowd`` of ``users`` people, in ``rounds`` blocks."""

    alone: int
    crowd: int
    users: int
    rounds: int
    seed: int

    @property
    def measurement(self) -> bool:
        """Whether it asks as much as usual; less is a smoke test."""
        return self.alone >= USUAL.alone and self.crowd >= USUAL.crowd


USUAL = Plan(alone=300, crowd=800, users=8, rounds=5, seed=0)


@dataclass
class Measured:
    """What was found of one bot."""

    ran_with: str
    start: float
    memory: float = 0.0
    alone: Load = field(default_factory=Load)
    crowd: Load = field(default_factory=Load)
    alone_new: Load = field(default_factory=Load)
    crowd_new: Load = field(default_factory=Load)

    def new(self) -> Measured:
        """The same for messages that nobody has sent before; as it was where that makes no difference to the bot."""
        return replace(self, alone=self.alone_new, crowd=self.crowd_new) if self.alone_new.answers else self


def rows(ours: Measured, rasa_init: Measured, users: int) -> List[Row]:
    """The figures of the two bots side by side; only ours has actions."""

    def row(key: str, title: str, unit: str, value: Callable[[Measured], float], better: Better = "smaller") -> Row:
        return Row(key, title, unit, value(ours), value(rasa_init), better)

    def asked(bot: Callable[[Measured], Measured], key: str, title: str) -> List[Row]:
        return [
            row(f"one_p50{key}", f"one person{title}, p50", "ms", lambda each: bot(each).alone.percentile(50)),
            row(f"one_p95{key}", f"one person{title}, p95", "ms", lambda each: bot(each).alone.percentile(95)),
            row(
                f"one_rate{key}",
                f"one person{title}, requests a second",
                "",
                lambda each: bot(each).alone.rate,
                "larger",
            ),
            row(
                f"crowd_rate{key}",
                f"{crowd}{title}, requests a second",
                "",
                lambda each: bot(each).crowd.rate,
                "larger",
            ),
            row(f"crowd_p95{key}", f"{crowd}{title}, p95", "ms", lambda each: bot(each).crowd.percentile(95)),
        ]

    crowd = f"{users} people at once"
    found = [*asked(lambda each: each, "", ""), *asked(Measured.new, "_new", ", new messages")]
    kinds: Tuple[Tuple[Kind, str, str], ...] = (
        ("fixed", "one_p50_new_fixed", "one person, new messages, p50, fixed text"),
        ("looked up", "one_p50_new_looked_up", "one person, new messages, p50, looked up"),
    )
    for kind, key, title in kinds:
        if any(answer.kind == kind for answer in ours.alone_new.answers):
            found.append(Row(key, title, "ms", ours.alone_new.percentile(50, [kind]), None, "smaller"))
    return [
        *found,
        row("start", "start to first answer", "s", lambda bot: bot.start),
        row("memory", "memory of all processes", "MB", lambda bot: bot.memory),
    ]


def goals(found: Sequence[Row], users: int) -> List[Goal]:
    """What the project set out to reach."""
    by_key = {row.key: row for row in found}
    return [
        goal
        for key, messages in (("", "as many different messages for both"), ("_new", "ours: each message new"))
        for goal in (
            Goal(f"one person's p50 at most a quarter of rasa init's; {messages}", by_key[f"one_p50{key}"], 0.25),
            Goal(
                f"requests a second of {users} people at least four times rasa init's; {messages}",
                by_key[f"crowd_rate{key}"],
                4.0,
            ),
        )
    ]


def measure(both: Sequence[Bot], plan: Plan) -> List[Measured]:
    """Ask the started bots by turns; whoever came first in one round comes last in the next.

    Raises:
        BenchmarkFailed: a message was not answered, or there are too few new ones.
    """
    found = [Measured(bot.ran_with, bot.start) for bot in both]
    pairs = list(zip(both, found, strict=True))
    for bot in both:
        _ask(bot, bot.talks, _WARM_UP, 1)
    for number in range(plan.rounds):
        print(f"round {number + 1} of {plan.rounds} ...", flush=True)
        pairs.reverse()
        for bot, measured in pairs:
            measured.alone.add(_ask(bot, bot.talks, plan.alone // plan.rounds, 1))
            if bot.new_talks is not None:
                measured.alone_new.add(_ask(bot, bot.new_talks, plan.alone // plan.rounds, 1))
        for bot, measured in pairs:
            measured.crowd.add(_ask(bot, bot.talks, plan.crowd // plan.rounds, plan.users))
            if bot.new_talks is not None:
                measured.crowd_new.add(_ask(bot, bot.new_talks, plan.crowd // plan.rounds, plan.users))
    for bot, measured in pairs:
        measured.memory = bot.server.memory()
    return found


def _ask(bot: Bot, conversations: Iterator[Conversation], messages: int, users: int) -> Load:
    talks = list(itertools.islice(conversations, messages // TURNS))
    if len(talks) < messages // TURNS:
        raise BenchmarkFailed(f"there are not {messages} more messages that nobody has sent before: ask fewer")
    try:
        return asyncio.run(load.run(bot.server.url, talks, users, bot.no_answer))
    except BenchmarkFailed as error:
        raise BenchmarkFailed(f"{error}\nthe last that the bot logged:\n{bot.server.log_end()}") from error


def main() -> int:
    """Start both, measure, print the table and the JSON line."""
    # So that the bots are ended too when this process is told to stop.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    plan = _plan()
    where = machine.describe()
    try:
        train()
        with tempfile.TemporaryDirectory(prefix="bench-rest-") as folder:
            ours, rasa_init = _run(Path(folder), plan)
    except (BenchmarkFailed, CareerbotError) as error:
        print(error, file=sys.stderr)
        return 1
    found = rows(ours, rasa_init, plan.users)
    reached = goals(found, plan.users)
    ran_with = {"ours": ours.ran_with, "rasa_init": rasa_init.ran_with}
    notes = [machine.line(where), f"ours: {ours.ran_with}", f"rasa init: {rasa_init.ran_with}"]
    notes += [] if plan.measurement else ["FEW REQUESTS, NOT A MEASUREMENT."]
    print("\n".join(["", *notes, "", table(found), "", *(goal.line() for goal in reached), ""]))
    about = {"machine": where, "plan": vars(plan), "ran_with": ran_with}
    print(json_line("rest", found, measurement=plan.measurement, about=about, goals=reached))
    return 0


def _run(folder: Path, plan: Plan) -> List[Measured]:
    bots.copy_ours(folder / "ours")
    print("rasa init: making and training its bot ...", flush=True)
    bots.make_rasa_init(folder / "rasa_init")
    different = sum(map(len, questions.moodbot_examples(folder / "rasa_init").values()))
    print(f"each is asked {different} different messages; ours: starting ...", flush=True)
    with bots.ours(folder / "ours", plan.seed, different) as ours:
        print(f"ours: answers after {ours.start:.0f} s; rasa init: starting ...", flush=True)
        with bots.rasa_init(folder / "rasa_init", plan.seed) as rasa_init:
            return measure([ours, rasa_init], plan)


def _plan() -> Plan:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rest", description=__doc__)
    parser.add_argument("--alone", type=int, default=USUAL.alone, help="messages of one person (%(default)s)")
    parser.add_argument("--crowd", type=int, default=USUAL.crowd, help="messages of several at once (%(default)s)")
    parser.add_argument("--users", type=int, default=USUAL.users, help="how many several are (%(default)s)")
    parser.add_argument("--rounds", type=int, default=USUAL.rounds, help="blocks by turns (%(default)s)")
    parser.add_argument("--seed", type=int, default=USUAL.seed, help="of the order of messages (%(default)s)")
    plan = Plan(**vars(parser.parse_args()))
    if min(plan.alone, plan.crowd) < plan.rounds * TURNS:
        parser.error(f"each round needs a conversation of {TURNS} messages at least")
    return plan


if __name__ == "__main__":
    sys.exit(main())
