"""Places where Rasa 3.6.21 spends most of a message's time on work that need not be done, and what is done instead.

Measured on the way of one message (docs/benchmarks.md, "Where the time goes"). Nothing here changes what is answered;
without it everything works, only slower.
"""

from __future__ import annotations

import asyncio
import pickle
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Coroutine, Dict, List, Optional, Tuple

import rasa.core.processor
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot import states
from careerbot.local_actions import LocalActions

REMEMBERED = 2000
"""So many messages are understood without computing when they come again: of about 4 KB each."""

LONGEST_REMEMBERED = 100
"""Characters. What is longer is a story of one person: it does not come again, and should not be kept."""


class StraightRunner(DaskGraphRunner):
    """Runs the nodes of a graph one after the other, in an order that is found out once.

    Rasa's runner prunes the graph, builds a dask graph and lets dask order it anew for every message and prediction.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._orders: Dict[Tuple[str, ...], List[Tuple[str, List[str]]]] = {}

    def run(self, inputs: Optional[Dict[str, Any]] = None, targets: Optional[List[str]] = None) -> Dict[str, Any]:
        """See ``GraphRunner.run``."""
        wanted = tuple(targets or self._graph_schema.target_names)
        if wanted not in self._orders:
            self._orders[wanted] = _order(self._graph_schema.minimal_graph_schema(list(wanted)))
        outputs: Dict[str, Tuple[str, Any]] = {name: (name, value) for name, value in (inputs or {}).items()}
        clash = outputs.keys() & self._instantiated_nodes.keys()
        if clash:
            raise GraphRunError(f"input {sorted(clash)[0]} has the name of a node")
        for name, needs in self._orders[wanted]:
            # A node that gets the bare name of a missing input says so itself, as it does in Rasa's runner.
            outputs[name] = self._instantiated_nodes[name](*(outputs.get(need, need) for need in needs))
        return dict(outputs[name] for name in wanted)


def _order(schema: GraphSchema) -> List[Tuple[str, List[str]]]:
    """The nodes, each after all that it needs, with the names of what it needs."""
    found: Dict[str, List[str]] = {}

    def add(name: str) -> None:
        if name in found or name not in schema.nodes:
            return
        needs = list(schema.nodes[name].needs.values())
        for need in needs:
            add(need)
        found[name] = needs

    for name in schema.nodes:
        add(name)
    return list(found.items())


def _check_once_compiled() -> None:
    """Check the results of actions with a schema that is checked itself once, not at every call (23 of 31 ms).

    Results of actions in this process are not checked: ``rasa_sdk`` has just made them, no network could spoil them.
    """
    schema = RemoteAction.action_response_format_spec()
    rasas = RemoteAction._validate_action_result
    validator = validator_for(schema)(schema)

    def validate(self: RemoteAction, result: Dict[str, Any]) -> bool:
        if isinstance(self.action_endpoint, LocalActions):
            return True
        # What is wrong, and in which words, remains Rasa's to say.
        return bool(validator.is_valid(result) or rasas(self, result))

    RemoteAction._validate_action_result = validate


# One message is understood at a time; its network computes on the other core while the loop serves other people.
_understanding = ThreadPoolExecutor(max_workers=1, thread_name_prefix="understanding")


class Understood:
    """What the last ``REMEMBERED`` different short messages were understood as, in memory, not by whom they were sent.

    A model understands the same words in the same way every time: none of its components looks at the conversation.
    """

    def __init__(self) -> None:
        self._pickled: OrderedDict[Tuple[str, bool], bytes] = OrderedDict()

    def find(self, text: str, only_output_properties: bool) -> Optional[Dict[str, Any]]:
        """A copy of the parse data, for Rasa writes into it; None if the message is not remembered."""
        key = (text, only_output_properties)
        pickled = self._pickled.get(key)
        if pickled is None:
            return None
        self._pickled.move_to_end(key)
        found: Dict[str, Any] = pickle.loads(pickled)
        return found

    def add(self, text: str, only_output_properties: bool, parse_data: Dict[str, Any]) -> None:
        """Remember it; whatever was not asked for the longest time goes."""
        if len(text) > LONGEST_REMEMBERED:
            return
        self._pickled[text, only_output_properties] = pickle.dumps(parse_data, pickle.HIGHEST_PROTOCOL)
        while len(self._pickled) > REMEMBERED:
            self._pickled.popitem(last=False)


def _understand_beside_the_loop() -> None:
    """Understand messages in a thread of their own: in Rasa, nobody else is served meanwhile. Each once, if short."""
    rasas = MessageProcessor.parse_message

    async def parse_message(
        self: MessageProcessor,
        message: UserMessage,
        tracker: Optional[DialogueStateTracker] = None,
        only_output_properties: bool = True,
    ) -> Dict[str, Any]:
        if self.http_interpreter:
            return dict(await rasas(self, message, tracker, only_output_properties))
        # With its processor it goes when another model is loaded.
        known: Understood = self.__dict__.setdefault("understood", Understood())
        understood = known.find(message.text, only_output_properties)
        if understood is None:
            call = rasas(self, message, tracker, only_output_properties)
            understood = await asyncio.get_running_loop().run_in_executor(_understanding, _result, call)
            known.add(message.text, only_output_properties, understood)
        return understood

    MessageProcessor.parse_message = parse_message


def _result(call: Coroutine[Any, None, Dict[str, Any]]) -> Dict[str, Any]:
    """What a coroutine returns that waits for nothing."""
    try:
        call.send(None)
    except StopIteration as done:
        result: Dict[str, Any] = done.value
        return result
    call.close()
    raise RuntimeError("understanding a message has begun to wait for something")


def _copy_of_slot(slot: Slot) -> Slot:
    """What ``copy.copy`` gives, five times as fast: Rasa copies every slot several times a message."""
    made: Slot = slot.__class__.__new__(slot.__class__)
    made.__dict__.update(slot.__dict__)
    return made


def use() -> None:
    """Put these in the places of Rasa's own. To be called once, before a model is loaded."""
    rasa.core.processor.DaskGraphRunner = StraightRunner
    Slot.__copy__ = _copy_of_slot
    Domain.states_for_tracker_history = states.states_for_tracker_history
    _check_once_compiled()
    _understand_beside_the_loop()
