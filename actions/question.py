"""What a person asked, as an action sees it: the names in the message and what the conversation was about before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Dict, List, Mapping, Optional, Tuple

from rasa_sdk import Tracker

from careerbot.facts.queries import NATION, FactBase, Kind

NAME_KINDS: Tuple[Kind, ...] = ("credential", "occupation", "place", "setting")
CONTEXT_SLOTS = ("last_lookup", "credential", "occupation", "place", "setting", "year")


@dataclass(frozen=True)
class Question:
    """One message, its names resolved by the fact base.

    Attributes:
        intent: what is asked.
        text: the message as typed.
        names: values (codes, keys) by kind, in the order of the message, each once.
        unknown: names by kind that the fact base does not know, as typed.
        years: years named in the message.
        before: intents of the person's earlier messages, the last one first; follow-ups and chit-chat left out.
        context: what earlier look-ups were about, by slot: ``last_lookup`` (an intent), ``credential``,
            ``occupation``, ``place``, ``setting`` (values) and ``year``.
    """

    intent: str
    text: str = ""
    names: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    unknown: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    years: Tuple[int, ...] = ()
    before: Tuple[str, ...] = ()
    context: Mapping[str, Optional[str]] = field(default_factory=dict)

    @classmethod
    def from_tracker(cls, tracker: Tracker, facts: FactBase) -> Question:
        """Read the newest message and the context slots."""
        message: Dict[str, Any] = tracker.latest_message
        names: Dict[str, List[str]] = {}
        unknown: Dict[str, List[str]] = {}
        years: List[int] = []
        for entity in message.get("entities", []):
            kind, surface = entity["entity"], str(entity["value"])
            if kind == "year" and surface.isdigit():
                years.append(int(surface))
            elif kind in NAME_KINDS:
                value = surface if kind == "place" and surface == NATION else facts.find(kind, surface)
                known = names.setdefault(kind, []) if value else unknown.setdefault(kind, [])
                item = value or surface
                if item not in known:
                    known.append(item)
        return cls(
            intent=(message.get("intent") or {}).get("name") or "",
            text=message.get("text") or "",
            names={kind: tuple(values) for kind, values in names.items()},
            unknown={kind: tuple(values) for kind, values in unknown.items()},
            years=tuple(years),
            before=_intents_before(tracker),
            context={slot: tracker.get_slot(slot) for slot in CONTEXT_SLOTS},
        )

    def first(self, kind: Kind) -> Optional[str]:
        """The first name of a kind in the message."""
        return next(iter(self.names.get(kind, ())), None)

    @property
    def year(self) -> Optional[int]:
        """The first year in the message."""
        return self.years[0] if self.years else None

    def about(self, intent: str) -> Question:
        """The same names asked under another intent, with what is left out taken from the context."""
        names = dict(self.names)
        for kind in NAME_KINDS:
            before = self.context.get(kind)
            if kind not in names and kind not in self.unknown and before:
                names[kind] = (before,)
        years = self.years
        if not years and self.context.get("year"):
            years = (int(str(self.context["year"])),)
        return replace(self, intent=intent, names=names, years=years)


def _intents_before(tracker: Tracker) -> Tuple[str, ...]:
    """Intents of the messages before the newest one, which is the last event of its kind and asks one question."""
    said = [event.get("parse_data") or {} for event in tracker.events if event.get("event") == "user"]
    asked = [question for message in said for question in message.get("questions") or [message]]
    names = [(question.get("intent") or {}).get("name") or "" for question in asked]
    earlier = [name for name in reversed(names[:-1]) if name and not name.startswith(("context_", "chitchat_"))]
    return tuple(earlier)
