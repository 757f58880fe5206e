"""``python -m careerbot.facts``: check the fact files and bring the fact base up to them.

``--facts`` and ``--url`` name another folder and another database than the configured ones.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from careerbot.errors import CareerbotError
from careerbot.facts.build import URL_VARIABLE, build, facts_url
from careerbot.facts.load import FACTS_DIR


def main() -> int:
    """Exit code 0 when the fact base is current, 1 with every problem on a line otherwise."""
    parser = argparse.ArgumentParser(prog="python -m careerbot.facts", description=__doc__)
    parser.add_argument("--facts", type=Path, default=FACTS_DIR, metavar="DIR", help="folder of the fact files")
    parser.add_argument("--url", help=f"database to build, as SQLAlchemy URL (default ${URL_VARIABLE} or var/facts.db)")
    arguments = parser.parse_args()
    try:
        built = build(arguments.url or facts_url(), arguments.facts)
    except CareerbotError as error:
        print(error, file=sys.stderr)
        return 1
    print("fact base built" if built else "fact base is up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
