"""``catalog.yml`` as code reads it: what each intent is called on a button and where the conversation may go on."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Mapping, Optional, Sequence, Tuple, Union

from ruamel.yaml import YAML

CATALOG = Path(__file__).resolve().parents[1] / "catalog.yml"

Names = Union[str, Sequence[str]]
"""What goes along with a question under one kind: a name, or several."""


@dataclass(frozen=True)
class Entry:
    """An intent; the fields are described at the head of the file.

    Attributes:
        intent: its name.
        topic: the heading it stands under.
        title: what a person sees on a button.
        suggest: whether it may be offered on a button.
        names: what the answer itself is about, by kind of name: what "they" and "it" mean in the next message.
        takes: kinds of names on which the answer depends.
        then: the intent that a bare name of another kind asks after this answer, by kind.
        more: intents to go on with after its answer, the most natural first.
        why: the intent that explains its answer; None if nothing does.
    """

    intent: str
    topic: str
    title: str
    suggest: bool = True
    names: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    takes: Tuple[str, ...] = ()
    then: Mapping[str, str] = field(default_factory=dict)
    more: Tuple[str, ...] = ()
    why: Optional[str] = None

    def button(self, **names: Names) -> Dict[str, str]:
        """A quick reply that asks this; ``names``: entities by kind that go with it."""
        return {"title": self.title, "payload": payload(self.intent, **names)}


def payload(intent: str, **names: Names) -> str:
    """What a button sends: ``/intent{"place": "Texas"}``."""
    return f"/{intent}{json.dumps(names, ensure_ascii=False)}" if names else f"/{intent}"


@functools.lru_cache(maxsize=1)
def catalog() -> Mapping[str, Entry]:
    """Every entry by its intent, in the order of the file."""
    topics = YAML(typ="safe").load(CATALOG)
    return {
        fields["intent"]: Entry(
            fields["intent"],
            topic,
            fields["title"],
            fields.get("suggest", True),
            {kind: _listed(names) for kind, names in fields.get("names", {}).items()},
            tuple(fields.get("takes", ())),
            fields.get("then", {}),
            tuple(fields.get("more", ())),
            fields.get("why"),
        )
        for topic, entries in topics.items()
        for fields in entries
    }


def _listed(names: Names) -> Tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
