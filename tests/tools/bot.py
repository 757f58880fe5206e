"""A whole Rasa in this process: the real domain, rules and actions, without understanding and without servers.

    bot = Bot.trained(folder)
    said = bot.conversation().say("about a year")

Each message comes with what it is understood as, so that a test says what it tests; everything behind that - rules,
forms, custom actions, responses - is what `rasa run` and the action server do.
"""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.model_training import train_core
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "data" / "rules.yml"

NLG = EndpointConfig(type="actions.said_again.NotTwice")
"""As in ``endpoints.yml``."""

_NAMES = itertools.count()


class InProcess(EndpointConfig):
    """The action server's work without its HTTP; the domain goes along where ``domain.yml`` says so."""

    def __init__(self) -> None:
        super().__init__("http://actions.invalid", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, json: Dict[str, Any], **_: Any) -> Any:
        """Run the action that is called."""
        return await self._executor.run(json)


@dataclass(frozen=True)
class Said:
    """What the assistant said to one message: all texts together, payloads of the buttons by title."""

    text: str
    buttons: Mapping[str, str]
    responses: List[str]


class Conversation:
    """One person's conversation."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent
        self._sender = f"person {next(_NAMES)}"

    def say(self, text: str, intent: str = "nlu_fallback", confidence: float = 0.9, **more: Any) -> Said:
        """Send a message.

        Args:
            text: as typed, or a button's payload.
            intent: what it is understood as; a payload says so itself.
            confidence: how surely.
            more: names in it, as surfaces by kind; ``questions``: several questions in it.
        """
        questions = more.pop("questions", None)
        entities = [{"entity": kind, "value": name, "start": 0, "end": 0} for kind, name in more.items()]
        understood = {"name": intent, "confidence": confidence}
        parsed = {"text": text, "intent": understood, "intent_ranking": [understood], "entities": entities}
        if questions:
            parsed["questions"] = questions
        channel = CollectingOutputChannel()
        # A payload is read by Rasa itself.
        message = UserMessage(text, channel, self._sender, parse_data=None if text.startswith("/") else parsed)
        asyncio.run(self._agent.handle_message(message))
        events = list(asyncio.run(self._agent.tracker_store.retrieve_full_tracker(self._sender)).events)
        last = max(place for place, event in enumerate(events) if event.type_name == "user")
        spoken = [event for event in events[last:] if event.type_name == "bot"]
        return Said(
            "\n\n".join(event.text for event in spoken if event.text),
            {button["title"]: button["payload"] for event in spoken for button in event.data.get("buttons") or []},
            [event.metadata["utter_action"] for event in spoken if "utter_action" in event.metadata],
        )

    def tracker(self) -> DialogueStateTracker:
        """What Rasa goes by in the conversation: all since it began or was begun anew."""
        return asyncio.run(self._agent.tracker_store.retrieve(self._sender))

    @property
    def form(self) -> str | None:
        """The form that runs."""
        name: str | None = self.tracker().active_loop_name
        return name


class Bot:
    """The trained assistant."""

    def __init__(self, model: str) -> None:
        self._agent = Agent.load(model, action_endpoint=InProcess(), generator=NLG)

    @classmethod
    def trained(cls, folder: Path) -> Bot:
        """Train the dialogue alone: seconds."""
        config = folder / "config.yml"
        YAML().dump({"recipe": "default.v1", "language": "en", "policies": [{"name": "RulePolicy"}]}, config)
        model = train_core(str(ROOT / "domain.yml"), str(config), str(RULES), str(folder))
        return cls(str(model))

    def conversation(self) -> Conversation:
        """With somebody new."""
        return Conversation(self._agent)
