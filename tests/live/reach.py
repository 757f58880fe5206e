"""Which answers and actions a run of the assistant has shown, read from the events of its conversations.

The answer over REST does not name its response, so the store of conversations is asked: every message of the assistant
is kept there with the response it was made from, and every action that ran.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Collection, Dict, Iterable, List, Mapping, Set

import sqlalchemy as sa
from ruamel.yaml import YAML

Event = Mapping[str, Any]
"""An event as Rasa stores it: ``event`` is its kind."""

NEVER_SHOWN: Mapping[str, str] = {
    "utter_context_no_closer": "it stands under the name of the answer that it shortens: repetition/not_twice.yml",
    "utter_action_failed": "only when a look-up fails: tests/live/test_failures.py",
    "utter_chitchat_privacy": "only where endpoints.yml keeps conversations for ever: tests/actions/test_privacy.py",
    "utter_feedback_not_kept": "only when the store of feedback fails: tests/actions/test_feedback.py",
    "utter_chitchat_person_contact": "only with a contact, and the live tests set none: tests/actions/test_person.py",
    "utter_not_understood_again_contact": "only with a contact: tests/actions/test_not_understood.py",
    "utter_not_understood_short_contact": "only with a contact: tests/actions/test_not_understood.py",
}
"""Responses and actions that no live conversation can show, and why. One that is shown after all fails the test."""

_PLACEHOLDER = re.compile(r"\{[^{}]+\}")


def events_of(senders: Collection[str], root: Path) -> Dict[str, List[Event]]:
    """The stored events of conversations, oldest first, by sender.

    Args:
        senders: ids of the conversations.
        root: the folder whose ``endpoints.yml`` names the SQLite file.
    """
    store = YAML(typ="safe").load((root / "endpoints.yml").read_text(encoding="utf-8"))["tracker_store"]
    events = sa.table("events", sa.column("id"), sa.column("sender_id"), sa.column("data"))
    query = sa.select(events.c.sender_id, events.c.data).where(events.c.sender_id.in_(senders)).order_by(events.c.id)
    found: Dict[str, List[Event]] = {sender: [] for sender in senders}
    with sa.create_engine(f"sqlite:///{root / store['db']}").connect() as connection:
        for sender, data in connection.execute(query):
            found[sender].append(json.loads(data))
    return found


def understood(events: Iterable[Event]) -> List[str]:
    """What each message of a person was understood as, in order; empty for one that Rasa could not read."""
    messages = [event.get("parse_data") or {} for event in events if event["event"] == "user"]
    return [(message.get("intent") or {}).get("name") or "" for message in messages]


def shown(domain: Mapping[str, Any], events: Iterable[Event]) -> Set[str]:
    """The names of the responses and actions of the domain that the events show.

    A response was said if a message names it. One that is only a part of another is known by its words, in a message
    whose response begins alike (``utter_program_...``). Rasa keeps no trace of the actions that a form runs itself:
    that which checks the answers runs whenever the form does, one that asks a question says the response of its name.
    """
    names: Set[str] = set()
    said: Dict[str, str] = defaultdict(str)
    for event in events:
        if event["event"] == "action":
            names |= {event["name"], f"validate_{event['name']}"}
        elif event["event"] == "bot":
            name = (event.get("metadata") or {}).get("utter_action") or ""
            names |= {name, name.replace("utter_ask_", "action_ask_", 1)}
            said[_family(name)] += f"{event.get('text') or ''}\n"
    parts = {name: variants[0]["text"] for name, variants in domain["responses"].items() if name not in names}
    names |= {name for name, text in parts.items() if _is_in(text, said[_family(name)])}
    return names & wanted(domain)


def wanted(domain: Mapping[str, Any]) -> Set[str]:
    """The names of all responses and actions of a domain."""
    actions = [action if isinstance(action, str) else next(iter(action)) for action in domain["actions"]]
    return {*domain["responses"], *actions}


def problems(domain: Mapping[str, Any], events: Iterable[Event], never: Mapping[str, str] = NEVER_SHOWN) -> List[str]:
    """What a run has not shown, and exceptions that are none, a line each."""
    seen, names = shown(domain, events), wanted(domain)
    return [
        *(f"{name}: no live conversation shows it" for name in sorted(names - seen - {*never})),
        *(f"{name}: is shown, although it is listed as never shown" for name in sorted(seen & {*never})),
        *(f"{name}: is listed as never shown, but not in the domain" for name in sorted({*never} - names)),
    ]


def _family(response: str) -> str:
    return "_".join(response.split("_")[:2])


def _is_in(template: str, said: str) -> bool:
    """Whether a text was said, whatever filled its placeholders."""
    parts = [re.escape(part) for part in _PLACEHOLDER.split(template)]
    return any(map(str.isalpha, template)) and re.search(".+?".join(parts), said) is not None
