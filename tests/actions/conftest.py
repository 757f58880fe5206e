"""A tiny harness: ask with an intent and names, read the text and buttons a person gets; context slots carry on.

    answer = conversation.ask("salary_median", place="Texas")
    assert "$39,520" in answer.text

A message with several questions gives an answer for each:

    fee, renewal = conversation.ask_several(
        asked("certification_exam_fee", credential="CCMA"), asked("certification_renewal")
    )

An action runs as the action server runs it, and Rasa's own code renders the response of the real ``domain.yml``.
"""

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk.executor import ActionExecutor
from ruamel.yaml import YAML

from actions.expected import IN_CONTEXT
from actions.question import CONTEXT_SLOTS
from actions.turns import ANSWERED
from careerbot.facts.build import URL_VARIABLE
from careerbot.facts.queries import fact_base
from careerbot.nlu.several import QUESTIONS, SEVERAL
from tests.tools.bot import Bot

ROOT = Path(__file__).parents[2]
THRESHOLD = 0.25


@dataclass
class Answer:
    response: str
    text: str
    buttons: dict  # title -> payload, those that the action found and those of the response
    slots: dict  # the slots that the action set
    table: dict | None = None
    picture: str = ""  # the address of the picture under it
    alt: str = ""
    asked: str = ""  # the intent of the question that it answers

    @property
    def source(self) -> str:
        last = self.text.rstrip().splitlines()[-1]
        return last if re.match(r"Sources?: ", last) else ""


@dataclass
class Assistant:
    """What stays the same in all conversations."""

    domain: Domain
    domain_content: dict
    executor: ActionExecutor
    answers: dict  # intent -> kind of answer, from the catalog

    def action(self, intent: str) -> str:
        if intent == "nlu_fallback":
            return "action_not_understood"
        return f"action_{intent}" if self.answers.get(intent) == "lookup" else "action_answer_with_figures"


def asked(intent: str, text: str = "", **names) -> dict:
    """A question as it is understood; ``names``: entities by kind, each a surface or a list of surfaces."""
    entities = [
        {"entity": kind, "value": value}
        for kind, values in names.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    return {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": entities}


class Conversation:
    """Asks one after the other; what an action puts into slots is there for the next question."""

    def __init__(self, assistant: Assistant, **slots):
        self.assistant = assistant
        self.slots = {**dict.fromkeys(CONTEXT_SLOTS), **slots}
        self.events = []
        self.loop = None  # the form that an action has started; it gets every message

    def ask(self, intent: str, text: str = "", **names) -> Answer:
        """``names``: as for ``asked``."""
        [answer] = self.answers(intent, text, **names)
        return answer

    def answers(self, intent: str, text: str = "", **names) -> list:
        """Everything that one question is answered with, in order."""
        return self._run(self.assistant.action(intent), asked(intent, text, **names))

    def ask_several(self, *questions: dict) -> list:
        """The answers to one message with these questions, in order."""
        return self._run("action_answer_several", {**asked(SEVERAL), QUESTIONS: list(questions)})

    def scored(self, text: str = "", scores: dict | None = None, together: dict | None = None, **names) -> Answer:
        """The answer to a message by its intents' scores; where all are below ``THRESHOLD`` nothing is understood.

        ``together``: the scores of its second reading, with the question before.
        """
        ranking = [{"name": name, "confidence": score} for name, score in (scores or {}).items()]
        ranking.sort(key=lambda guess: -guess["confidence"])
        if not ranking or ranking[0]["confidence"] < THRESHOLD:
            ranking.insert(0, {"name": "nlu_fallback", "confidence": THRESHOLD})
        understood = {**asked("", text, **names), "intent": ranking[0], "intent_ranking": ranking}
        if together:
            understood[IN_CONTEXT] = [{"name": name, "confidence": score} for name, score in together.items()]
        [answer] = self._run(self.assistant.action(ranking[0]["name"]), understood)
        return answer

    def _run(self, action: str, understood: dict) -> list:
        message = {"intent_ranking": [understood["intent"]], **understood}
        action = f"validate_{self.loop}" if self.loop else action
        # What Rasa has written down of a message when it calls an action.
        written = {"message_id": f"message {len(self.events)}", "input_channel": "test"}
        self.events += [
            {"event": "user", "text": message["text"], "parse_data": message, **written},
            {"event": "user_featurization"},
        ]
        tracker = {
            "sender_id": "test",
            "slots": dict(self.slots),
            "latest_message": message,
            "events": list(self.events),
            "active_loop": {"name": self.loop} if self.loop else {},
        }
        call = {"next_action": action, "tracker": tracker, "domain": self.assistant.domain_content}
        result = asyncio.run(self.assistant.executor.run(call))
        goes_on = any(event["event"] == "followup" and event["name"] != "action_listen" for event in result["events"])
        assert result["responses"] or goes_on, "an action never leaves a person without an answer"
        self.loop = ([self.loop] + [event["name"] for event in result["events"] if event["event"] == "active_loop"])[-1]
        if any(event["event"] == "restart" for event in result["events"]):
            self.slots = dict.fromkeys(self.slots)
        set_slots = {event["name"]: event["value"] for event in result["events"] if event["event"] == "slot"}
        unknown = set(set_slots) - set(CONTEXT_SLOTS)
        assert not unknown, f"slots that are no context: {unknown}"
        self.slots.update(set_slots)
        spoken = [self._spoken(response) for response in result["responses"]]
        self.events += [{"event": "action", "name": action}, *(message.as_dict() for message in spoken)]
        self.events += result["events"]
        answers = []
        for response, message in zip(result["responses"], spoken, strict=True):
            if response.get("image"):
                answers[-1].picture, answers[-1].alt = response["image"], response["alt"]
                continue
            intent = (response.get(ANSWERED) or understood)["intent"]["name"]
            answers.append(
                Answer(
                    response["response"],
                    message.text,
                    _buttons(message),
                    set_slots,
                    response.get("table"),
                    asked=intent,
                )
            )
            shown = answers[-1].table
            assert shown is None or shown["lines"] in message.text, "a channel finds the lines that a table replaces"
            assert shown is None or {len(row) for row in shown["rows"]} == {len(shown["columns"])}
        return answers

    def _spoken(self, message: dict) -> BotUttered:
        """What Rasa writes down of a message that an action sends."""
        tracker = DialogueStateTracker.from_events("test", [], slots=self.assistant.domain.slots)
        nlg = TemplatedNaturalLanguageGenerator(self.assistant.domain.responses)
        [spoken] = asyncio.run(
            RemoteAction._utter_responses([dict(message)], CollectingOutputChannel(), nlg, tracker)  # as Rasa does
        )
        return spoken


def _buttons(message: BotUttered) -> dict:
    return {button["title"]: button["payload"] for button in message.data.get("buttons") or []}


@pytest.fixture(scope="session")
def catalog():
    topics = YAML(typ="safe").load(ROOT / "catalog.yml")
    return {entry["intent"]: entry for entries in topics.values() for entry in entries}


@pytest.fixture(scope="session")
def assistant(catalog):
    executor = ActionExecutor()
    executor.register_package("actions")
    return Assistant(
        domain=Domain.load(str(ROOT / "domain.yml")),
        domain_content=YAML(typ="safe").load(ROOT / "domain.yml"),
        executor=executor,
        answers={intent: entry["answer"] for intent, entry in catalog.items()},
    )


@pytest.fixture(scope="session")
def occupations():
    """The names of all occupations."""
    return [row["name"] for row in YAML(typ="safe").load(ROOT / "facts" / "occupations.yml").values()]


@pytest.fixture(scope="package", autouse=True)
def _configured(facts_url):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(URL_VARIABLE, facts_url)
        fact_base.cache_clear()
        yield
    fact_base.cache_clear()


@pytest.fixture
def conversation(assistant):
    return Conversation(assistant)


@pytest.fixture(scope="session")
def bot(tmp_path_factory):
    """All of Rasa but the understanding, on the project's rules."""
    return Bot.trained(tmp_path_factory.mktemp("bot"))
