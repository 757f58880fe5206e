"""``python -m careerbot run|chat|train``: the chores behind the Makefile that are more than one command."""

from __future__ import annotations

import argparse
import sys

from careerbot.errors import CareerbotError
from careerbot.facts.build import build, facts_url
from careerbot.model import train
from careerbot.serve import chat_in_terminal, serve


def main() -> int:
    """Exit code 0 when done, 1 with one clear line or more when something is in the way."""
    parser = argparse.ArgumentParser(prog="python -m careerbot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="bring facts and model up to date, then start the assistant")
    run.add_argument("--port", type=int, default=5005, help="where it listens (default 5005)")
    run.add_argument("--credentials", default="credentials.yml", help="the file with the channels (credentials.yml)")
    commands.add_parser("chat", help="talk to the model in this terminal")
    commands.add_parser("train", help="bring the fact base and the model up to date")
    arguments = parser.parse_args()
    try:
        if arguments.command == "run":
            serve(arguments.port, arguments.credentials)
        elif arguments.command == "chat":
            chat_in_terminal()
        else:
            build(facts_url())
            train()
        return 0
    except CareerbotError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
