"""The app's manifest, with the least scopes: ``python -m careerbot.channels.slack.manifest --mode http``.

The files in ``deploy/slack/`` are what it prints with every option off; give the options of ``credentials.yml`` here
too, so that Slack allows what they need. Shape: https://docs.slack.dev/reference/app-manifest. There is no
``agent_view``: answers come at once, so nothing of it would be used.
"""

from __future__ import annotations

import argparse
import sys
from typing import Any, Dict, List, Mapping

from ruamel.yaml import YAML

from careerbot.channels.slack.app import HOME, REMOVED
from careerbot.channels.slack.settings import NEEDED, Mode, Options
from careerbot.channels.slack.task import COMMAND

ADDRESS = "https://careers.example.org"
"""Stands for the public address of the server, where none is given."""

PATH = "/webhooks/slack/events"

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "hear that somebody mentions it",
    "chat:write": "answer",
    "commands": f"offer {COMMAND}",
    "im:history": "hear direct messages, and see whether an answer arrived",
}
"""The scopes that are always needed, and what each is for."""


def manifest(options: Options, address: str = ADDRESS) -> Dict[str, Any]:
    """The manifest for the options of an entry in ``credentials.yml``.

    Args:
        options: of them only ``mode``, ``thread_follow_ups`` and ``upload_pictures`` matter.
        address: public address of the server, without a path; not used in Socket Mode.
    """
    scopes, events = list(SCOPES), ["app_mention", HOME, "message.im", *REMOVED]
    if options.thread_follow_ups:
        scopes.append("channels:history")
        events.append("message.channels")
    if options.upload_pictures:
        scopes.append("files:write")
    url = {} if options.mode == "socket" else {"url": f"{address.rstrip('/')}{PATH}"}
    request = {} if options.mode == "socket" else {"request_url": f"{address.rstrip('/')}{PATH}"}
    command = {
        "command": COMMAND,
        **url,
        "description": "Ask about becoming a medical assistant; only you see the answer",
        "usage_hint": "how long is the training?",
        "should_escape": False,
    }
    return {
        "display_information": {
            "name": "Career assistant",
            "description": "Answers questions about becoming a medical assistant, with sources",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "career-assistant", "always_online": True},
            "slash_commands": [command],
        },
        "oauth_config": {"scopes": {"bot": sorted(scopes)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": sorted(events)},
            "interactivity": {"is_enabled": True, **request},
            "org_deploy_enabled": False,
            "socket_mode_enabled": options.mode == "socket",
            "token_rotation_enabled": False,
        },
    }


def main(arguments: List[str]) -> None:
    """Print a manifest as YAML."""
    parser = argparse.ArgumentParser(prog="python -m careerbot.channels.slack.manifest", description=__doc__)
    modes: List[Mode] = list(NEEDED)
    parser.add_argument("--mode", choices=modes, default=modes[0])
    parser.add_argument("--address", default=ADDRESS, help=f"public address of the server ({ADDRESS})")
    parser.add_argument("--thread-follow-ups", action="store_true", help="as in credentials.yml")
    parser.add_argument("--upload-pictures", action="store_true", help="as in credentials.yml")
    given = parser.parse_args(arguments)
    options = Options(given.mode, thread_follow_ups=given.thread_follow_ups, upload_pictures=given.upload_pictures)
    YAML().dump(manifest(options, given.address), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
