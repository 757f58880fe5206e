"""``python -m careerbot.action_server [--host H] [--port P]``: Rasa's action server, on this machine only by default.

``rasa run actions`` does the same but always listens on every network interface.
"""

from __future__ import annotations

import argparse
import sys

from rasa_sdk.endpoint import create_app

from careerbot.errors import CareerbotError
from careerbot.settings import check_settings


def main() -> None:
    """Serve the package ``actions`` until told to stop; exit code 1 with one line if a setting cannot be used."""
    parser = argparse.ArgumentParser(description="Serves the custom actions.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5055)
    arguments = parser.parse_args()
    try:
        check_settings()
    except CareerbotError as error:
        sys.exit(str(error))
    app = create_app("actions", cors_origins=[])
    # Rasa sends the domain and the whole conversation along; the small limit of rasa_environment() is for its channels.
    app.config.REQUEST_MAX_SIZE = 100_000_000
    app.run(host=arguments.host, port=arguments.port, access_log=False)


if __name__ == "__main__":
    main()
