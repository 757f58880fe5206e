"""What ``credentials.yml`` may say about the website."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any, Mapping, Optional, Tuple

from careerbot.errors import SetupError

_ORIGIN = re.compile(r"https?://[^\s/?#@*]+")
_WHERE = "credentials.yml, careerbot.channels.website.WebsiteChannel"


@dataclass(frozen=True)
class Options:
    """The settings of the channel.

    Attributes:
        origins: sites whose pages may talk to the assistant besides its own: ``https://careers.example.org``.
        proxies: how many proxies stand before the assistant; each adds the address it saw to ``X-Forwarded-For``.
        token_days: how long a conversation can be gone on with after its beginning.
    """

    origins: Tuple[str, ...] = ()
    proxies: int = 0
    token_days: int = 30

    @classmethod
    def read(cls, credentials: Optional[Mapping[str, Any]]) -> Options:
        """The settings as they stand in the file; None if nothing does.

        Raises:
            SetupError: one cannot be used; the text names it.
        """
        given = dict(credentials or {})
        known = [field.name for field in fields(cls)]
        for name in given:
            if name not in known:
                raise SetupError(f"{_WHERE}: {name} is no setting; there are {', '.join(known)}")
        return cls(
            _origins(given.get("origins")),
            _number(given, "proxies", cls.proxies, least=0),
            _number(given, "token_days", cls.token_days, least=1),
        )


def _origins(given: Any) -> Tuple[str, ...]:
    listed = given if isinstance(given, list) else [] if given is None else [given]
    for origin in listed:
        if not isinstance(origin, str) or not _ORIGIN.fullmatch(origin):
            raise SetupError(
                f"{_WHERE}: {origin!r} is no origin; write it as browsers do, for example https://careers.example.org"
            )
    return tuple(origin.lower() for origin in listed)


def _number(given: Mapping[str, Any], name: str, default: int, least: int) -> int:
    value = given.get(name, default)
    if type(value) is not int or value < least:  # true is an int, too
        raise SetupError(f"{_WHERE}: {name} must be a whole number, {least} or more")
    return value
