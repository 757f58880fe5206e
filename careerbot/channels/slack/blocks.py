"""An answer as Slack shows it: blocks of Block Kit, within Slack's limits.

Limits: https://docs.slack.dev/reference/block-kit/blocks. ``slack_sdk.models`` checks every message before it leaves.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from careerbot.channels.payloads import DOWN, UP, because
from careerbot.channels.slack import words
from careerbot.channels.slack.inbox import Part
from careerbot.channels.slack.markdown import Piece, escape, packed, pieces
from careerbot.channels.slack.task import ASK, RATE
from careerbot.channels.turns import is_rateable
from careerbot.feedback import REASONS

MOST_BLOCKS = 45
"""Blocks of a message; Slack takes 50, a used block of buttons may become two."""

MOST_CHARACTERS = 10_000
"""Of all sections of a message: Slack refuses about 13,000 with ``msg_blocks_too_long``."""

MOST_SECTION = 3000
MOST_CONTEXT = 2000
MOST_BUTTONS = 25
MOST_TITLE = 75
MOST_VALUE = 2000
MOST_ALT = 2000

_SOURCE = ("Source:", "Sources:")

BlockDict = Dict[str, Any]


def messages(said: Sequence[Mapping[str, Any]], task: str, public_url: Optional[str], uploads: bool) -> List[Part]:
    """What was answered to one task, in as few Slack messages as its limits allow; mostly one.

    Args:
        said: Rasa's messages: ``text`` (Markdown) with ``buttons`` and ``utter_action``, or ``image`` with ``alt``.
        task: id of the task, which the ids of blocks hold.
        public_url: where pictures can be fetched from; None if from nowhere.
        uploads: whether pictures can be uploaded, where there is no ``public_url``.
    """
    groups: List[List[BlockDict]] = []
    uploaded: List[Part] = []
    for place, message in enumerate(said):
        if message.get("text"):
            groups.append([*_text(message["text"]), *_buttons(message, task, place)])
        if message.get("image"):
            picture = {"picture": message["image"], "alt": (message.get("alt") or words.PICTURE)[:MOST_ALT]}
            if uploads and not public_url:
                uploaded.append(picture)
            else:
                groups.append([shown_picture(picture, public_url)])
    return [*_named(_divided(groups), task), *uploaded]


def note(text: str, task: str) -> List[Part]:
    """A message of the channel's own; ``text`` is mrkdwn."""
    return _named([[_section(text)]], task)


def shown_picture(picture: Part, public_url: Optional[str]) -> BlockDict:
    """A picture by its address; without one the words for those who do not see it."""
    if not public_url:
        return _context(f"{words.PICTURE}: {escape(picture['alt'])}"[:MOST_CONTEXT])
    address = picture["picture"]
    address = address if address.startswith("http") else f"{public_url.rstrip('/')}/{address.lstrip('/')}"
    return {"type": "image", "image_url": address, "alt_text": picture["alt"]}


def button_in(parts: Sequence[Part], block: str, value: str) -> Optional[BlockDict]:
    """The button of an answer with this value in the block with this id; None if there is none."""
    found = (each for part in parts for each in part.get("blocks", ()) if each.get("block_id") == block)
    return next((button for each in found for button in each.get("elements", ()) if button.get("value") == value), None)


def replaced(part: Part, block: str, by: Sequence[BlockDict]) -> Part:
    """A message with other blocks in place of the one with this id."""
    blocks = [new for old in part["blocks"] for new in (by if old.get("block_id") == block else [old])]
    return {**part, "blocks": blocks}


def after_choice(button: BlockDict) -> List[BlockDict]:
    """What stands in place of buttons of which one was chosen."""
    return [_context(words.chosen(escape(button["text"]["text"])))]


def after_rating(value: str, block: str) -> List[BlockDict]:
    """What stands in place of thumbs, or of the reasons, once one was used."""
    if value == UP:
        return [_context(words.rated(words.HELPFUL))]
    if value == DOWN:
        reasons = [(title, because(reason)) for reason, title in REASONS.items()]
        return [_context(words.WHY), _actions(f"{block}:why", reasons, "because")]
    reason = next(title for key, title in REASONS.items() if because(key) == value)
    return [_context(words.rated(reason))]


def check(blocks: Sequence[BlockDict]) -> Optional[str]:
    """What ``slack_sdk.models`` finds wrong with blocks; None if nothing."""
    try:
        for block in blocks:
            parsed = Block.parse(block)
            if parsed is None:
                return f"unknown block {block.get('type')}"
            parsed.to_dict()  # checks what stands inside too
    except SlackObjectFormationError as error:
        return str(error)
    return None


def _text(markdown: str) -> List[BlockDict]:
    found = pieces(markdown)
    source: List[Piece] = []
    if found and found[-1].text.startswith(_SOURCE):
        source = [found.pop()]
    sections = [_section(text) for text in packed(found, MOST_SECTION)]
    return [*sections, *(_context(text) for text in packed(source, MOST_CONTEXT))]


def _buttons(message: Mapping[str, Any], task: str, place: int) -> Iterator[BlockDict]:
    buttons = [(button["title"], button["payload"]) for button in message.get("buttons") or () if button.get("payload")]
    fitting = [each for each in buttons if len(each[1]) <= MOST_VALUE]
    if unfit := [title for title, payload in buttons if len(payload) > MOST_VALUE]:
        yield _context("\n".join(f"• {escape(title)}" for title in unfit)[:MOST_CONTEXT])
    for start in range(0, len(fitting), MOST_BUTTONS):
        yield _actions(f"{ASK}:{task}:{place}:{start}", fitting[start : start + MOST_BUTTONS], ASK)
    if is_rateable(message.get("utter_action") or ""):
        thumbs = [(f"👍 {words.HELPFUL}", UP), (f"👎 {words.NOT_HELPFUL}", DOWN)]
        yield _actions(f"{RATE}:{task}:{place}", thumbs, RATE)


def _divided(groups: Sequence[List[BlockDict]]) -> List[List[BlockDict]]:
    """The blocks of all answers in messages that are not too long; a new message rather begins with a new answer."""
    divided: List[List[BlockDict]] = []
    for group in groups:
        for blocks in [group] if _fits(group) else [[block] for block in group]:
            if divided and _fits([*divided[-1], *blocks]):
                divided[-1] += blocks
            else:
                divided.append(list(blocks))
    return divided


def _fits(blocks: Sequence[BlockDict]) -> bool:
    return len(blocks) <= MOST_BLOCKS and sum(len(_mrkdwn(block)) for block in blocks) <= MOST_CHARACTERS


def _named(divided: Sequence[List[BlockDict]], task: str) -> List[Part]:
    parts: List[Part] = []
    for place, blocks in enumerate(divided):
        text = "\n\n".join(filter(None, map(_mrkdwn, blocks))) or words.PICTURE
        # By the id of its first block a message is known again in Slack.
        first = {**blocks[0], "block_id": blocks[0].get("block_id") or f"part:{task}:{place}"}
        parts.append({"text": text, "blocks": [first, *blocks[1:]]})
    return parts


def _mrkdwn(block: BlockDict) -> str:
    """What a block says, in notifications and to screen readers."""
    if block["type"] == "section":
        return str(block["text"]["text"])
    if block["type"] == "context":
        return "\n".join(element["text"] for element in block["elements"])
    return escape(block.get("alt_text", ""))


def _section(text: str) -> BlockDict:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _context(text: str) -> BlockDict:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True}]}


def _actions(block: str, buttons: Sequence[Tuple[str, str]], action: str) -> BlockDict:
    elements = [
        {
            "type": "button",
            "text": {"type": "plain_text", "text": _title(title), "emoji": True},
            "value": value,
            "action_id": f"{action}:{place}",
        }
        for place, (title, value) in enumerate(buttons)
    ]
    return {"type": "actions", "block_id": block, "elements": elements}


def _title(title: str) -> str:
    return title if len(title) <= MOST_TITLE else f"{title[: MOST_TITLE - 1]}…"
