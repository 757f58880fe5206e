"""Places where Rasa 3.6.21 spends most of a message's time on work that need not be done, and what is done instead.

Measured on the way of one message (docs/benchmarks.md, "Where the time goes"). Nothing here changes what is answered;
without it everything works, only slower.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Coroutine, Dict, List, Optional, Tuple

import rasa.core.processor
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner


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
    """Check the results of actions with a schema that is checked itself once, not at every call (23 of 31 ms)."""
    schema = RemoteAction.action_response_format_spec()
    rasas = RemoteAction._validate_action_result
    validator = validator_for(schema)(schema)

    def validate(self: RemoteAction, result: Dict[str, Any]) -> bool:
        # What is wrong, and in which words, remains Rasa's to say.
        return bool(validator.is_valid(result) or rasas(self, result))

    RemoteAction._validate_action_result = validate


# One message is understood at a time; its network computes on the other core while the loop serves other people.
_understanding = ThreadPoolExecutor(max_workers=1, thread_name_prefix="understanding")


def _understand_beside_the_loop() -> None:
    """Understand messages in a thread of their own: in Rasa, nobody else is served meanwhile."""
    rasas = MessageProcessor.parse_message

    async def parse_message(self: MessageProcessor, *arguments: Any, **named: Any) -> Dict[str, Any]:
        if self.http_interpreter:
            return dict(await rasas(self, *arguments, **named))
        call = rasas(self, *arguments, **named)
        understood: Dict[str, Any] = await asyncio.get_running_loop().run_in_executor(_understanding, _result, call)
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


def use() -> None:
    """Put these in the places of Rasa's own. To be called once, before a model is loaded."""
    rasa.core.processor.DaskGraphRunner = StraightRunner
    _check_once_compiled()
    _understand_beside_the_loop()
