"""Puts things in order by one figure: who is first, who shares a place, what has no figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Collection, Generic, Iterable, List, Optional, Tuple, TypeVar

from actions.criteria import USUAL_NUMBER

Item = TypeVar("Item")

# A list that is only this much longer than the usual number is shown whole.
_SPARE = 1


@dataclass(frozen=True)
class Ranking(Generic[Item]):
    """Things from the first to the last, each with its figure; ``missing`` are those without one."""

    order: Tuple[Tuple[Item, float], ...]
    missing: Tuple[Item, ...]

    @property
    def winners(self) -> List[Item]:
        """All that share the first place."""
        return [item for item, figure in self.order if figure == self.order[0][1]]

    def place_of(self, item: Item) -> int:
        """1 for the first; equal figures share a place."""
        [figure] = [figure for other, figure in self.order if other == item]
        return next(place for place, (_, other) in enumerate(self.order, start=1) if other == figure)

    def shown(self, number: Optional[int], always: Collection[Item] = ()) -> List[Item]:
        """The first ``number``, and those of ``always`` behind them; without a number all, or the usual number."""
        if number is None:
            number = len(self.order) if len(self.order) <= USUAL_NUMBER + _SPARE else USUAL_NUMBER
        items = [item for item, _ in self.order]
        return items[:number] + [item for item in items[number:] if item in always]


def rank(items: Iterable[Item], figure: Callable[[Item], Optional[float]], lowest: bool = False) -> Ranking[Item]:
    """Highest figure first, or lowest; equal ones stay in their order."""
    found = [(item, figure(item)) for item in items]
    known = [(item, value) for item, value in found if value is not None]
    known.sort(key=lambda pair: pair[1], reverse=not lowest)
    return Ranking(tuple(known), tuple(item for item, value in found if value is None))
