"""``python -m careerbot.rasa ...``: Rasa's command line without the noise of its old dependencies.

Rasa and sanic switch deprecation warnings on again whatever PYTHONWARNINGS says. Rasa's own warnings about domain,
data and configuration still show.
"""

from __future__ import annotations

import sys
import warnings
from typing import Any, Sequence

_show = warnings.showwarning


def _show_what_matters(message: Warning | str, category: type[Warning], *rest: Any, **named: Any) -> None:
    if not issubclass(category, DeprecationWarning) and not str(message).startswith("pkg_resources is deprecated"):
        _show(message, category, *rest, **named)


def quiet() -> None:
    """From now on show only the warnings that matter; to be called before anything of Rasa's is imported."""
    warnings.showwarning = _show_what_matters


def main(arguments: Sequence[str]) -> None:
    """Run Rasa's command line."""
    quiet()
    from rasa.__main__ import main as rasa_main

    sys.argv = ["rasa", *arguments]
    rasa_main()


if __name__ == "__main__":
    main(sys.argv[1:])
