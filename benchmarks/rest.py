"""``python -m benchmarks.rest``: this assistant and the bot that ``rasa init`` makes, asked over REST in the same run.

Both run on this machine, on free ports of the loopback interface, and are asked by turns: first by one person, then by
several at once. A message that gets no answer fails the benchmark.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import signal
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, List, Sequence, Tuple

from benchmarks import bots, load, machine
from benchmarks.bots import Bot
from benchmarks.load import Load
from benchmarks.questions import TURNS, Kind
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


def rows(ours: Measured, rasa_init: Measured, users: int) -> List[Row]:
    """The figures of the two bots side by side; only ours has actions."""

    def row(key: str, title: str, unit: str, value: Callable[[Measured], float], better: Better = "smaller") -> Row:
        return Row(key, title, unit, value(ours), value(rasa_init), better)

    crowd = f"{users} people at once"
    found = [
        row("one_p50", "one person, p50", "ms", lambda bot: bot.alone.percentile(50)),
        row("one_p95", "one person, p95", "ms", lambda bot: bot.alone.percentile(95)),
        row("one_rate", "one person, requests a second", "", lambda bot: bot.alone.rate, "larger"),
    ]
    kinds: Tuple[Tuple[Kind, str, str], ...] = (
        ("fixed", "one_p50_fixed", "one person, p50, fixed text"),
        ("looked up", "one_p50_looked_up", "one person, p50, looked up"),
    )
    for kind, key, title in kinds:
        if any(answer.kind == kind for answer in ours.alone.answers):
            found.append(Row(key, title, "ms", ours.alone.percentile(50, [kind]), None, "smaller"))
    return [
        *found,
        row("crowd_rate", f"{crowd}, requests a second", "", lambda bot: bot.crowd.rate, "larger"),
        row("crowd_p95", f"{crowd}, p95", "ms", lambda bot: bot.crowd.percentile(95)),
        row("start", "start to first answer", "s", lambda bot: bot.start),
        row("memory", "memory of all processes", "MB", lambda bot: bot.memory),
    ]


def goals(found: Sequence[Row], users: int) -> List[Goal]:
    """What the project set out to reach."""
    by_key = {row.key: row for row in found}
    return [
        Goal("one person's p50 at most a quarter of rasa init's", by_key["one_p50"], 0.25),
        Goal(f"requests a second of {users} people at least four times rasa init's", by_key["crowd_rate"], 4.0),
    ]


def measure(both: Sequence[Bot], plan: Plan) -> List[Measured]:
    """Ask the started bots by turns; whoever came first in one round comes last in the next.

    Raises:
        BenchmarkFailed: a message was not answered.
    """
    found = [Measured(bot.ran_with, bot.start) for bot in both]
    pairs = list(zip(both, found, strict=True))
    for bot in both:
        _ask(bot, _WARM_UP, 1)
    for number in range(plan.rounds):
        print(f"round {number + 1} of {plan.rounds} ...", flush=True)
        pairs.reverse()
        for bot, measured in pairs:
            measured.alone.add(_ask(bot, plan.alone // plan.rounds, 1))
        for bot, measured in pairs:
            measured.crowd.add(_ask(bot, plan.crowd // plan.rounds, plan.users))
    for bot, measured in pairs:
        measured.memory = bot.server.memory()
    return found


def _ask(bot: Bot, messages: int, users: int) -> Load:
    talks = list(itertools.islice(bot.talks, messages // TURNS))
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
    print("ours: starting ...", flush=True)
    with bots.ours(folder / "ours", plan.seed) as ours:
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
