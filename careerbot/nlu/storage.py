"""What a component keeps in the model as files of its own: nothing in a model can run code."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Iterator, Optional

import rasa.shared.utils.io
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


@contextmanager
def folder_of(storage: ModelStorage, resource: Resource) -> Iterator[Optional[Path]]:
    """The folder of a component in the model; None if the component has kept nothing."""
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(storage.read_from(resource))
        except ValueError:  # Rasa's word for a component that has kept nothing
            folder = None
        yield folder


def write_json(storage: ModelStorage, resource: Resource, file: str, content: Any) -> None:
    """Keep ``content`` as one of the component's files."""
    with storage.write_to(resource) as folder:
        rasa.shared.utils.io.dump_obj_as_json_to_file(folder / file, content)


def read_json(storage: ModelStorage, resource: Resource, file: str) -> Optional[Any]:
    """What ``write_json`` has kept; None if the component has kept nothing. A damaged file is an error."""
    with folder_of(storage, resource) as folder:
        return rasa.shared.utils.io.read_json_file(folder / file) if folder else None
