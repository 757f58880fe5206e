"""The conversation so far, a turn at a time: what the person said and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Sequence, Tuple

Understood = Mapping[str, Any]
"""A question as Rasa parses it: ``text``, ``intent`` (a mapping with ``name``) and ``entities`` (a list)."""

ANSWERED = "answered"
"""Key of a bot message's metadata: the question it answers, where that is not the person's message itself."""

# What was said before one of these is forgotten: "start over", or a pause that ended the session.
_BEGINNINGS = ("restart", "session_started")


def questions_in(message: Understood) -> List[Understood]:
    """The questions of a message: those that ``careerbot.nlu.several`` found in it, else the message itself."""
    return list(message.get("questions") or [message])


@dataclass(frozen=True)
class Turn:
    """A message of the person and what came of it.

    Attributes:
        user: the event of the person's message: ``text``, ``parse_data``, ``message_id``, ``timestamp``.
        bot: the events of the bot's messages, in order.
        slots: values of the slots that the answer set.
        in_form: whether a form was running when the message came.
    """

    user: Dict[str, Any]
    bot: List[Dict[str, Any]] = field(default_factory=list)
    slots: Dict[str, Any] = field(default_factory=dict)
    in_form: bool = False

    @property
    def understood(self) -> Dict[str, Any]:
        """What the message was understood as: ``text``, ``intent``, ``entities``, ``intent_ranking``."""
        return self.user.get("parse_data") or {}

    @property
    def intent(self) -> str:
        """The name of its intent; empty if it has none."""
        return (self.understood.get("intent") or {}).get("name") or ""

    @property
    def asked(self) -> List[Understood]:
        """The questions that were answered: what a follow-up, a "yes" or several questions in one turned out to ask.

        A message that answered a form's question asked nothing, whatever it was understood as: it has no intent.
        """
        answered = [event["metadata"][ANSWERED] for event in self.bot if (event.get("metadata") or {}).get(ANSWERED)]
        once = [question for place, question in enumerate(answered) if question not in answered[:place]]
        if self.in_form and not once:
            return [{**self.understood, "intent": {"name": ""}}]
        return once or questions_in(self.understood)

    @property
    def responses(self) -> Tuple[str, ...]:
        """The names of the responses that were said."""
        said = ((event.get("metadata") or {}).get("utter_action") for event in self.bot)
        return tuple(name for name in said if name)

    @property
    def offered(self) -> Tuple[Mapping[str, str], ...]:
        """The buttons under its answers, each once."""
        shown = [button for event in self.bot for button in (event.get("data") or {}).get("buttons") or []]
        return tuple({button["payload"]: button for button in shown}.values())

    @property
    def buttons(self) -> Tuple[str, ...]:
        """The payloads that were offered."""
        return tuple(button["payload"] for button in self.offered)

    @property
    def tables(self) -> Tuple[Mapping[str, Any], ...]:
        """The tables in its answers: ``columns`` and ``rows``, as in ``actions.base.Table``."""
        return tuple(event["metadata"]["table"] for event in self.bot if (event.get("metadata") or {}).get("table"))

    @property
    def pictures(self) -> Tuple[str, ...]:
        """The addresses of the pictures that were shown."""
        return tuple(event["data"]["image"] for event in self.bot if (event.get("data") or {}).get("image"))


def turns(events: Sequence[Dict[str, Any]]) -> List[Turn]:
    """The turns since the conversation began, oldest first; the last one is the message that waits for its answer.

    Args:
        events: a tracker's events, as Rasa sends them with the call of an action.
    """
    found: List[Turn] = []
    in_form = False
    for event in events:
        kind = event.get("event")
        if kind in _BEGINNINGS:
            found, in_form = [], False
        elif kind == "active_loop":
            in_form = event["name"] is not None
        elif kind == "user":
            found.append(Turn(event, in_form=in_form))
        elif kind == "bot" and found:
            found[-1].bot.append(event)
        elif kind == "slot" and found:
            found[-1].slots[event["name"]] = event["value"]
    return found
