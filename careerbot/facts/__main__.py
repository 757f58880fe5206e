"""``python -m careerbot.facts``: check the fact files and bring the fact base up to them."""

from __future__ import annotations

import sys

from careerbot.errors import CareerbotError
from careerbot.facts.build import build, facts_url


def main() -> int:
    """Exit code 0 when the fact base is current, 1 with every problem on a line otherwise."""
    try:
        built = build(facts_url())
    except CareerbotError as error:
        print(error, file=sys.stderr)
        return 1
    print("fact base built" if built else "fact base is up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
