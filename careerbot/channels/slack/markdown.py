"""An answer's Markdown as Slack's own notation, mrkdwn, in pieces that may stand in different messages.

https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator, List, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# mrkdwn has no escape for its marks; a word joiner, which has no width, keeps a pair of them from marking anything.
_JOINER = "\u2060"
_MARKS = re.compile(r"[*_~`]")
_AROUND = {"strong": "*", "em": "_", "s": "~"}
_INDENT = "    "


@dataclass(frozen=True)
class Piece:
    """A paragraph, list or table of an answer.

    Attributes:
        text: mrkdwn.
        parts: where it may be cut if it is too long for one block: the items of a list, the lines of the rest.
    """

    text: str
    parts: Sequence[str]


def escape(text: str) -> str:
    """Any text as mrkdwn that shows it letter by letter."""
    return _MARKS.sub(rf"\g<0>{_JOINER}", "".join(_ESCAPES.get(character, character) for character in text))


def pieces(markdown: str) -> List[Piece]:
    """The blocks of a Markdown text, in order."""
    return [piece for node in SyntaxTreeNode(_PARSER.parse(markdown)).children for piece in _pieces(node)]


def packed(found: Sequence[Piece], most: int) -> List[str]:
    """Pieces put together into texts of at most ``most`` characters, cut between pieces where that is possible."""
    texts: List[str] = []
    for piece in found:
        units = [piece.text] if len(piece.text) <= most else [cut for part in piece.parts for cut in _cut(part, most)]
        between = "\n\n"  # before a piece; inside one its parts stand on lines
        for unit in units:
            if texts and len(texts[-1]) + len(between) + len(unit) <= most:
                texts[-1] += between + unit
            else:
                texts.append(unit)
            between = "\n"
    return texts


def _pieces(node: SyntaxTreeNode) -> Iterator[Piece]:
    if node.type in ("bullet_list", "ordered_list"):
        parts = list(_items(node))
    elif node.type == "table":
        parts = [_row(row) for section in node.children for row in section.children]
    elif node.type == "heading":
        parts = [f"*{_inline(node).replace('*', '')}*"]
    elif node.type == "blockquote":
        lines = "\n\n".join(piece.text for child in node.children for piece in _pieces(child)).split("\n")
        parts = [f"> {line}".rstrip() for line in lines]
    elif node.type in ("fence", "code_block"):
        text = "".join(_ESCAPES.get(character, character) for character in node.content.rstrip("\n"))
        parts = [f"```\n{text}\n```"]
    elif node.type == "hr":
        parts = ["———"]
    else:
        parts = _inline(node).split("\n")
    if text := "\n".join(parts).strip():
        yield Piece(text, parts)


def _items(node: SyntaxTreeNode, depth: int = 0) -> Iterator[str]:
    first = int(node.attrs.get("start", 1))
    for place, item in enumerate(node.children):
        mark = "•" if node.type == "bullet_list" else f"{first + place}."
        own = [piece.text for child in item.children if not child.type.endswith("_list") for piece in _pieces(child)]
        lines = "\n".join(own).replace("\n", f"\n{_INDENT * (depth + 1)}")
        yield f"{_INDENT * depth}{mark} {lines}".rstrip()
        for child in item.children:
            if child.type.endswith("_list"):
                yield from _items(child, depth + 1)


def _row(row: SyntaxTreeNode) -> str:
    first, *rest = (_inline(cell) for cell in row.children)
    return f"{first}: {' · '.join(rest)}" if rest else first


def _inline(node: SyntaxTreeNode) -> str:
    return "".join(_span(child) for child in node.children)


def _span(node: SyntaxTreeNode) -> str:
    if node.type == "text":
        return escape(node.content)
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    if node.type == "code_inline":
        return f"`{''.join(_ESCAPES.get(character, character) for character in node.content)}`"
    if node.type == "image":
        return escape(node.content)
    inside = _inline(node)
    if node.type == "link":
        address = "".join(_ESCAPES.get(character, character) for character in str(node.attrs["href"]))
        return f"<{address.replace('|', '%7C')}|{inside.replace('|', '¦')}>" if inside.strip() else f"<{address}>"
    mark = _AROUND.get(node.type, "")
    return f"{mark}{inside}{mark}" if inside.strip() else inside


def _cut(text: str, most: int) -> Iterator[str]:
    """A line in stretches of at most ``most`` characters, cut behind a sentence, else at a blank, else anywhere."""
    while len(text) > most:
        place = text.rfind(". ", 0, most) + 1 or text.rfind(" ", 0, most + 1)
        place = place if place > 0 else most
        yield text[:place].rstrip()
        text = text[place:].lstrip()
    yield text
