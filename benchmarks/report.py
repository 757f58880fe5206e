"""What a benchmark says in the end: a table for people, one line of JSON for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence

import numpy as np

Better = Literal["larger", "smaller"]
Side = Literal["ours", "rasa init", "even"]


class BenchmarkFailed(Exception):
    """What was measured is worth nothing; the text says why."""


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of 100 do not exceed, interpolated between neighbours as numpy does by default."""
    return float(np.percentile(values, percent))


@dataclass(frozen=True)
class Row:
    """One figure of both bots.

    Attributes:
        key: its name in the JSON line.
        title: its name in the table.
        unit: of both values, empty for a plain number.
        ours: this assistant's value.
        rasa_init: the other bot's value, None where it has no such thing.
        better: whether the larger or the smaller value is ahead.
        digits: behind the point, in the table.
    """

    key: str
    title: str
    unit: str
    ours: float
    rasa_init: Optional[float]
    better: Better
    digits: int = 1

    @property
    def ahead(self) -> Optional[Side]:
        """Who is ahead, None where there is nothing to compare."""
        if self.rasa_init is None:
            return None
        if self.ours == self.rasa_init:
            return "even"
        return "ours" if (self.ours > self.rasa_init) == (self.better == "larger") else "rasa init"

    def cells(self) -> List[str]:
        """The row of the table."""
        return [self.title, self._cell(self.ours), self._cell(self.rasa_init), self.ahead or ""]

    def _cell(self, value: Optional[float]) -> str:
        return "" if value is None else f"{value:,.{self.digits}f} {self.unit}".rstrip()


@dataclass(frozen=True)
class Goal:
    """Something the project set out to reach: ``row``'s value over rasa init's, at most or at least ``ratio``."""

    text: str
    row: Row
    ratio: float

    @property
    def reached(self) -> float:
        """Our value over rasa init's.

        Raises:
            ZeroDivisionError: rasa init's value is 0 or missing.
        """
        return self.row.ours / (self.row.rasa_init or 0)

    @property
    def met(self) -> bool:
        """Whether the ratio is on the good side."""
        return self.reached >= self.ratio if self.row.better == "larger" else self.reached <= self.ratio

    def line(self) -> str:
        """The verdict in one line."""
        return f"{'met' if self.met else 'MISSED'}: {self.text} (reached {self.reached:.2f}, wanted {self.ratio:g})"


def table(rows: Sequence[Row]) -> str:
    """A Markdown table that reads well in a terminal too."""
    cells = [["", "ours", "rasa init", "ahead"], *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in cells
    )


def json_line(
    benchmark: str,
    rows: Sequence[Row],
    *,
    measurement: bool,
    about: Mapping[str, Any],
    goals: Sequence[Goal] = (),
) -> str:
    """Everything in one line.

    Args:
        benchmark: its name.
        rows: as in the table, unrounded there, four digits here.
        measurement: False for a smoke test, whose figures mean nothing.
        about: the machine, the counts, what each bot ran with.
        goals: with their verdicts.
    """
    content: Dict[str, Any] = {"benchmark": benchmark, "measurement": measurement, **about}
    content["rows"] = {
        row.key: {"unit": row.unit, "ours": _short(row.ours), "rasa_init": _short(row.rasa_init), "ahead": row.ahead}
        for row in rows
    }
    content["goals"] = [
        {"goal": goal.text, "reached": _short(goal.reached), "wanted": goal.ratio, "met": goal.met} for goal in goals
    ]
    return json.dumps(content, ensure_ascii=False)


def _short(value: Optional[float]) -> Optional[float]:
    return None if value is None else round(value, 4)
