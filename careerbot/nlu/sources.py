"""Where a component's names come from: functions that ``config.yml`` names by their dotted paths.

So the components know nothing of where a project keeps its facts. A project that wants its own names understood
writes a function without arguments::

    # menu.py
    def dishes():
        yield "dish", "spag bol", "spaghetti bolognese"

and names it in ``config.yml``::

    - name: careerbot.nlu.names.NameFinder
      names: menu.dishes
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import json
from typing import Any, Callable, Dict, Iterable, List, Tuple

from careerbot.nlu.errors import SourceError


def names(config: Dict[str, Any]) -> List[Tuple[str, str, str]]:
    """(kind, spelling, value) of every name that the option ``names`` leads to; none without the option.

    Raises:
        SourceError: there is no such function, or it gives something else.
    """
    return [(kind, spelling, value) for kind, spelling, value in _rows(config, "names", 3)]


def codes(config: Dict[str, Any]) -> List[Tuple[str, str]]:
    """(code, value) of every code that the option ``codes`` leads to; none without the option.

    Raises:
        SourceError: there is no such function, or it gives something else.
    """
    return [(code, value) for code, value in _rows(config, "codes", 2)]


def fingerprint(config: Dict[str, Any]) -> str:
    """The SHA-256 over all that the options lead to. As a ``fingerprint_addon`` it makes Rasa train a component again.

    Raises:
        SourceError: there is no such function, or it gives something else.
    """
    return hashlib.sha256(json.dumps([names(config), codes(config)]).encode()).hexdigest()


def _rows(config: Dict[str, Any], option: str, fields: int) -> List[Tuple[str, ...]]:
    path = config.get(option)
    if path is None:
        return []
    given = _function(option, str(path))()
    rows = list(given) if isinstance(given, Iterable) else [given]
    for row in rows:
        if not _is_row(row, fields):
            raise SourceError(
                f"config.yml, option {option}: {path} gives {row!r}; let it give tuples of {fields} texts"
            )
    return [tuple(row) for row in rows]


def _function(option: str, path: str) -> Callable[[], Any]:
    module, _, name = path.rpartition(".")
    try:
        function: Callable[[], Any] = getattr(importlib.import_module(module), name)
        inspect.signature(function).bind()
    except (AttributeError, ImportError, TypeError, ValueError) as error:
        raise SourceError(
            f"config.yml, option {option}: {path} cannot be used ({error}); write the dotted path of a function "
            f"without arguments that Python finds from the project's folder, such as menu.dishes"
        ) from error
    return function


def _is_row(row: Any, fields: int) -> bool:
    """Whether it is a tuple of so many texts. A text is none, though it too can be taken apart into as many."""
    return isinstance(row, (tuple, list)) and len(row) == fields and all(isinstance(field, str) for field in row)
