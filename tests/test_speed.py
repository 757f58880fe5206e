"""What stands in for slow places of Rasa does what Rasa does there."""

import asyncio
import copy
import threading
from typing import Dict

import pytest
import rasa.core.processor
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.slots import ListSlot, Slot

from careerbot import speed
from careerbot.local_actions import LocalActions
from careerbot.speed import StraightRunner


class Number(GraphComponent):
    @classmethod
    def create(cls, config, model_storage, resource, execution_context):
        made = cls()
        made.value = config.get("value", 0)
        return made

    def give(self) -> int:
        return self.value

    def add(self, one: int, other: int) -> int:
        return one + other + self.value


def node(method, needs: Dict[str, str], value=0, target=False):
    return SchemaNode(needs, Number, "create", method, {"value": value}, eager=True, is_target=target)


GRAPH = GraphSchema(
    {
        "sum": node("add", {"one": "twice", "other": "two"}, target=True),
        "twice": node("add", {"one": "two", "other": "two"}),
        "two": node("give", {}, value=2),
        "with input": node("add", {"one": "two", "other": "given"}, value=10, target=True),
        "not needed": node("give", {}),
    }
)


def runner(kind):
    return kind.create(GRAPH, None, ExecutionContext(GRAPH))


@pytest.mark.parametrize(
    ("inputs", "targets"),
    [(None, ["sum"]), ({"given": 5}, ["with input"]), ({"given": 5}, ["sum", "with input"]), ({"given": 5}, None)],
)
def test_the_straight_runner_gives_what_rasas_runner_gives_each_time(inputs, targets):
    ours, rasas = runner(StraightRunner), runner(DaskGraphRunner)
    for _ in range(2):
        assert ours.run(inputs=inputs, targets=targets) == rasas.run(inputs=inputs, targets=targets)


def test_a_missing_input_and_a_name_that_clashes_are_errors_as_in_rasa():
    for kind in (StraightRunner, DaskGraphRunner):
        with pytest.raises(GraphRunError, match="Missing input"):
            runner(kind).run(targets=["with input"])
    with pytest.raises(GraphRunError, match="has the name of a node"):
        runner(StraightRunner).run(inputs={"two": 3}, targets=["sum"])


@pytest.fixture
def in_use(monkeypatch):
    """The replacements, for one test only."""
    monkeypatch.setattr(rasa.core.processor, "DaskGraphRunner", DaskGraphRunner)
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    monkeypatch.setattr(MessageProcessor, "parse_message", MessageProcessor.parse_message)
    monkeypatch.setattr(Slot, "__copy__", None, raising=False)
    speed.use()


def test_results_of_actions_are_still_checked_and_refused_in_rasas_words(in_use):
    action = RemoteAction("action_any", None)
    assert action._validate_action_result({"events": [{"event": "slot", "name": "a", "value": 1}], "responses": []})
    with pytest.raises(ValidationError, match="Failed to validate Action server response"):
        action._validate_action_result({"events": [{"event": "slot", "value": 1}], "responses": []})


async def test_others_are_served_while_a_message_is_understood(in_use):
    processor = MessageProcessor.__new__(MessageProcessor)
    processor.http_interpreter = None
    understood, served = threading.Event(), []

    def slow(message, tracker, only_output_properties):
        assert understood.wait(10), "the loop serves nobody meanwhile"
        return {"text": message.text, "intent": {"name": "greet"}, "entities": []}

    processor._parse_message_with_graph = slow
    processor._check_for_unseen_features = lambda parsed: None
    message = rasa.core.processor.UserMessage("hello")
    asked = asyncio.ensure_future(processor.parse_message(message))
    while not served:
        await asyncio.sleep(0)
        served.append("somebody else")
    understood.set()
    assert (await asked)["intent"] == {"name": "greet"}


async def test_what_goes_wrong_while_understanding_is_raised_where_the_message_is_handled(in_use):
    processor = MessageProcessor.__new__(MessageProcessor)
    processor.http_interpreter = None

    def broken(*_):
        raise KeyError("no such thing")

    processor._parse_message_with_graph = broken
    with pytest.raises(KeyError, match="no such thing"):
        await processor.parse_message(rasa.core.processor.UserMessage("hello"))


def understanding(texts):
    """A processor that counts what it has to understand, in ``texts``."""
    processor = MessageProcessor.__new__(MessageProcessor)
    processor.http_interpreter = None

    def understand(message, tracker, only_output_properties):
        texts.append(message.text)
        return {"text": message.text, "intent": {"name": "greet"}, "entities": [{"value": only_output_properties}]}

    processor._parse_message_with_graph = understand
    processor._check_for_unseen_features = lambda parsed: None
    return processor


async def test_a_short_message_is_understood_once_and_what_is_written_into_the_result_stays_out(in_use):
    computed = []
    processor = understanding(computed)
    message = rasa.core.processor.UserMessage("hello")
    first = await processor.parse_message(message)
    first["entities"].clear()
    again = await processor.parse_message(rasa.core.processor.UserMessage("hello", sender_id="somebody else"))
    again["intent"]["name"] = "spoilt"
    assert (await processor.parse_message(message))["intent"] == {"name": "greet"}
    assert again["entities"] == [{"value": True}]
    assert computed == ["hello"]
    assert (await processor.parse_message(message, only_output_properties=False))["entities"] == [{"value": False}]
    assert computed == ["hello", "hello"]
    assert (await understanding(computed).parse_message(message))["text"] == "hello"
    assert computed == ["hello"] * 3, "another model understands anew"


async def test_stories_are_not_kept_and_of_short_messages_the_last_ones(in_use, monkeypatch):
    monkeypatch.setattr(speed, "REMEMBERED", 2)
    computed = []
    processor = understanding(computed)
    story = "x" * (speed.LONGEST_REMEMBERED + 1)
    for text in (story, story, "a", "b", "a", "c", "a", "b"):
        await processor.parse_message(rasa.core.processor.UserMessage(text))
    assert computed == [story, story, "a", "b", "c", "b"]


def test_a_copied_slot_is_as_copy_makes_it_and_stands_alone(in_use):
    slot = ListSlot("names", [{}], initial_value=["a"])
    slot.value = ["b"]
    made = copy.copy(slot)
    assert type(made) is ListSlot
    assert vars(made) == vars(slot)
    made.value = ["c"]
    assert slot.value == ["b"]


def test_results_of_actions_in_this_process_are_taken_as_they_are(in_use):
    action = RemoteAction("action_any", LocalActions("actions"))
    assert action._validate_action_result({"events": [{"event": "slot", "value": 1}], "responses": []})
