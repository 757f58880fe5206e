"""What a component keeps in the model as JSON: nothing in a model can run code."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any, Optional

import rasa.shared.utils.io
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


def write_json(storage: ModelStorage, resource: Resource, file: str, content: Any) -> None:
    """Keep ``content`` as one of the component's files."""
    with storage.write_to(resource) as folder:
        rasa.shared.utils.io.dump_obj_as_json_to_file(folder / file, content)


def read_json(storage: ModelStorage, resource: Resource, file: str) -> Optional[Any]:
    """What ``write_json`` has kept; None if the component has kept nothing. A damaged file is an error."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(storage.read_from(resource))
        except ValueError:  # Rasa's word for a component that has kept nothing
            return None
        return rasa.shared.utils.io.read_json_file(folder / file)
