"""What the Slack channel is told: options in ``credentials.yml``, secrets in the environment."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal, Mapping, Optional
from urllib.parse import urlsplit

from slack_sdk.web.async_base_client import AsyncBaseClient

from careerbot.errors import SetupError

BOT_TOKEN = "SLACK_BOT_TOKEN"
SIGNING_SECRET = "SLACK_SIGNING_SECRET"
APP_TOKEN = "SLACK_APP_TOKEN"

Mode = Literal["http", "socket"]

NEEDED: Mapping[Mode, tuple[str, ...]] = {"http": (BOT_TOKEN, SIGNING_SECRET), "socket": (BOT_TOKEN, APP_TOKEN)}
"""The variables of the environment that each mode cannot do without."""

_BEGINNINGS = {BOT_TOKEN: "xoxb-", APP_TOKEN: "xapp-"}


@dataclass(frozen=True)
class Options:
    """The entry in ``credentials.yml``; every option may be left out.

    Attributes:
        mode: ``http`` (Slack calls a public address) or ``socket`` (this process calls Slack).
        thread_follow_ups: hear what somebody who mentioned the bot says next in that thread, without a mention.
        public_url: address under which the world reaches this server, for pictures by URL.
        upload_pictures: upload pictures where there is no ``public_url``.
        api_url: base of the Web API, another one only for tests.
    """

    mode: Mode = "http"
    thread_follow_ups: bool = False
    public_url: Optional[str] = None
    upload_pictures: bool = False
    api_url: str = AsyncBaseClient.BASE_URL


@dataclass(frozen=True)
class Settings:
    """Options and secrets together; the secret that the mode does not need may be empty."""

    options: Options
    bot_token: str
    signing_secret: str = ""
    app_token: str = ""


def read_options(credentials: Optional[Mapping[str, Any]]) -> Options:
    """The options of an entry.

    Raises:
        SetupError: one is unknown or has no usable value; the text names it.
    """
    given = dict(credentials or {})
    known = {field.name for field in fields(Options)}
    if unknown := sorted(set(given) - known):
        raise SetupError(f"credentials.yml, Slack: unknown {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    if given.get("mode", "http") not in NEEDED:
        raise SetupError(f"credentials.yml, Slack: mode is {given['mode']!r}, it must be http or socket")
    for name in ("thread_follow_ups", "upload_pictures"):
        if not isinstance(given.get(name, False), bool):
            raise SetupError(f"credentials.yml, Slack: {name} must be true or false")
    for name in ("public_url", "api_url"):
        if given.get(name) is not None and not _is_address(given[name]):
            raise SetupError(f"credentials.yml, Slack: {name} must be an address such as https://careers.example.org")
    return Options(**given)


def read_settings(credentials: Optional[Mapping[str, Any]], environment: Mapping[str, str]) -> Optional[Settings]:
    """Options and secrets; None if no secret is set at all: then the channel is off.

    Raises:
        SetupError: as ``read_options``; or some secrets are set and another is missing or is of another kind.
    """
    options = read_options(credentials)
    secrets = {name: environment.get(name, "").strip() for name in (BOT_TOKEN, SIGNING_SECRET, APP_TOKEN)}
    if not any(secrets.values()):
        return None
    if missing := [name for name in NEEDED[options.mode] if not secrets[name]]:
        raise SetupError(
            f"Slack in mode {options.mode} also needs {' and '.join(missing)} in the environment (docs/slack.md says "
            "where to find it); unset every SLACK_ variable to run without Slack"
        )
    for name, beginning in _BEGINNINGS.items():
        if secrets[name] and not secrets[name].startswith(beginning):
            raise SetupError(f"{name} does not begin with {beginning}, so it is another kind of token (docs/slack.md)")
    return Settings(options, secrets[BOT_TOKEN], secrets[SIGNING_SECRET], secrets[APP_TOKEN])


def _is_address(given: Any) -> bool:
    try:
        return isinstance(given, str) and urlsplit(given).scheme in ("http", "https") and bool(urlsplit(given).netloc)
    except ValueError:
        return False
