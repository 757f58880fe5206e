"""What a person typed in Slack, as plain text.

Slack hands on its own notation: ``<@U1>``, ``<#C1|jobs>``, ``<https://x.io|x.io>``, ``<!date^...|today>``, and
``&amp;``, ``&lt;``, ``&gt;`` for the three characters that this takes. https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re

# Only what Slack itself makes is taken for notation. A lone "<", which a slash command may hold, stays a character.
_NOTATION = re.compile(r"<(?P<what>[@#!][^<>|\s]+|[A-Za-z][A-Za-z0-9+.-]*:[^<>|\s]+)(?:\|(?P<label>[^<>]*))?>")
_ENTITY = re.compile(r"&(amp|lt|gt);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">"}
# *bold*, _italic_, ~struck~ and `code`, as Slack takes them: marks at the edges of words.
_MARKED = re.compile(r"(?<![\w*_~`])(?P<mark>[*_~`])(?P<words>\S|\S[^\n]*?\S)(?P=mark)(?![\w*_~`])")


def plain(text: str, bot: str) -> str:
    """The words without notation; no word that the person typed is lost.

    Args:
        text: ``text`` of a message, a mention or a slash command.
        bot: user id of the assistant, whose own mention is left out.
    """
    # Entities come last, so that words such as "&lt;@U1&gt;" stay words.
    shown = _NOTATION.sub(lambda found: _words(found["what"], found["label"] or "", bot), text)
    for _ in range(4):  # a mark may stand inside another
        shown = _MARKED.sub(r"\g<words>", shown)
    return _ENTITY.sub(lambda found: _CHARACTERS[found[1]], shown).strip()


def mentions(text: str) -> list[str]:
    """The user ids that a text mentions, in order."""
    return [found["what"][1:] for found in _NOTATION.finditer(text) if found["what"].startswith("@")]


def _words(what: str, label: str, bot: str) -> str:
    kind, name = what[0], what[1:]
    if kind == "@":
        return " " if name == bot else f"@{label or name}"
    if kind == "#":
        return f"#{label or name}"
    if kind == "!":  # <!here>, <!subteam^S1|@nurses>, <!date^1392734382^{date}|18 February>
        return label if label and name.startswith(("date^", "subteam^")) else f"@{label or name}"
    address = what.removeprefix("mailto:").removeprefix("tel:")
    if not label or label == address:
        return address
    return label if label in address else f"{label} ({address})"
