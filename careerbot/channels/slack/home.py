"""The Home tab: topics to pick from, what is kept, and the button that deletes it."""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, List, Optional

from careerbot.catalog import Entry, catalog
from careerbot.channels.slack import words
from careerbot.channels.slack.task import FORGET, TOPIC

MOST_QUESTIONS = 5
"""Of a topic; more would bury the privacy note below them."""

_SMALL_TALK = "chitchat"


def offered() -> FrozenSet[str]:
    """The payloads of all buttons of the tab."""
    return frozenset(entry.button()["payload"] for entries in _topics().values() for entry in entries)


def view(channel: str, note: Optional[str] = None) -> Dict[str, Any]:
    """The tab as ``views.publish`` takes it (https://docs.slack.dev/surfaces/app-home).

    Args:
        channel: the direct message with the person, where what is picked gets answered.
        note: what is to be told first.
    """
    blocks: List[Dict[str, Any]] = [_section(note)] if note else []
    blocks.append(_section(words.HOME))
    for topic, entries in _topics().items():
        blocks += [_header(topic.capitalize()), {"type": "actions", "block_id": f"{TOPIC}:{topic}", "elements": []}]
        blocks[-1]["elements"] = [_button(each.title, each.button()["payload"], each.intent) for each in entries]
    forget = _button(words.FORGET, FORGET, FORGET) | {"style": "danger", "confirm": _confirm()}
    blocks += [{"type": "divider"}, _section(words.PRIVACY)]
    blocks.append({"type": "actions", "block_id": f"{FORGET}:", "elements": [forget]})
    return {"type": "home", "private_metadata": channel, "blocks": blocks}


def _topics() -> Dict[str, List[Entry]]:
    topics: Dict[str, List[Entry]] = {}
    for entry in catalog().values():
        if entry.suggest and entry.topic != _SMALL_TALK:
            topics.setdefault(entry.topic, []).append(entry)
    return {topic: entries[:MOST_QUESTIONS] for topic, entries in topics.items()}


def _confirm() -> Dict[str, Any]:
    return {
        "title": _plain(words.FORGET),
        "text": _plain(words.FORGET_SURE),
        "confirm": _plain(words.FORGET),
        "deny": _plain(words.FORGET_NO),
    }


def _button(title: str, value: str, action: str) -> Dict[str, Any]:
    return {"type": "button", "text": _plain(title), "value": value, "action_id": action}


def _header(text: str) -> Dict[str, Any]:
    return {"type": "header", "text": _plain(text)}


def _section(text: str) -> Dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _plain(text: str) -> Dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": True}
