"""What Slack refuses of Block Kit: https://docs.slack.dev/reference/block-kit.

The limits stand in ``slack_sdk.models``, which also knows which keys a block may have. What that package lets pass
stands in the tables here: it turns a wrong text type into a right one, skips what it does not know and never looks at a
message as a whole. Errors are worded as Slack words them in ``response_metadata.messages``, with a JSON pointer.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Callable, Dict, Iterator, List, Mapping, Sequence, Set, Tuple

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block, BlockElement, Option

from tests.fake_slack.state import Ids, Json

MESSAGE_MAX = 50
VIEW_MAX = 100
TEXT_MAX = 3000
TABLE_ROWS_MAX, TABLE_CELLS_MAX = 100, 20

PLAIN = frozenset({"plain_text"})
ANY_TEXT = frozenset({"plain_text", "mrkdwn"})

# (type of block or element, key) -> the text types it may be and the most characters. Each stands on the page of that
# block or element; https://docs.slack.dev/reference/block-kit/composition-objects/text-object has the 3,000 for all.
_TEXTS: Mapping[Tuple[str, str], Tuple[frozenset[str], int]] = {
    ("section", "text"): (ANY_TEXT, TEXT_MAX),
    ("header", "text"): (PLAIN, 150),
    ("image", "title"): (PLAIN, 2000),
    ("input", "label"): (PLAIN, 2000),
    ("input", "hint"): (PLAIN, 2000),
    ("button", "text"): (PLAIN, 75),
    ("static_select", "placeholder"): (PLAIN, 150),
    ("plain_text_input", "placeholder"): (PLAIN, 150),
    ("positive_button", "text"): (PLAIN, 75),
    ("negative_button", "text"): (PLAIN, 75),
}
_FIELD_MAX = 2000

# Which elements a block takes: https://docs.slack.dev/reference/block-kit/block-elements has it for each.
_MENUS = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
_ELEMENTS: Mapping[str, frozenset[str]] = {
    "actions": frozenset(
        {"button", "checkboxes", "datepicker", "datetimepicker", "overflow", "radio_buttons", "timepicker"}
        | {"rich_text_input", "workflow_button", *_MENUS, *(f"multi_{menu}" for menu in _MENUS)}
    ),
    "context": frozenset({"image", *ANY_TEXT}),
    "context_actions": frozenset({"feedback_buttons", "icon_button"}),
}


def errors_of(blocks: Any, *, most: int = MESSAGE_MAX) -> List[str]:
    """What is wrong with a message's or a view's blocks.

    Args:
        blocks: as the app sent them.
        most: how many there may be: 50 in a message, 100 in a view.

    Returns:
        Sentences with a pointer, ``must be less than 3001 characters [json-pointer:/blocks/0/text/text]``; none when
        Slack would take them.
    """
    if not isinstance(blocks, list):
        return ["must be an array [json-pointer:/blocks]"]
    if len(blocks) > most:
        return [f"no more than {most} items allowed [json-pointer:/blocks]"]
    found = [
        f"{what} [json-pointer:/blocks/{i}{where}]" for i, block in enumerate(blocks) for where, what in _block(block)
    ]
    known = [block for block in blocks if isinstance(block, dict)]
    found += [f"block_id already exists: {twice} [json-pointer:/blocks]" for twice in _twice(known, "block_id")]
    if sum(block.get("type") == "table" for block in known) > 1:
        found.append("only one table allowed [json-pointer:/blocks]")
    return found


def complete(blocks: Sequence[Json], ids: Ids) -> List[Json]:
    """The blocks as Slack keeps them: with a ``block_id`` each and an ``action_id`` for each button."""
    return [_with_ids(block, ids) for block in blocks]


def _with_ids(block: Json, ids: Ids) -> Json:
    kept = dict(block)
    kept.setdefault("block_id", ids.new(""))
    if block["type"] in ("actions", "context_actions"):
        kept["elements"] = [{"action_id": ids.new("")} | element for element in block["elements"]]
    for part in ("accessory", "element"):
        if part in block and block[part]["type"] != "image":
            kept[part] = {"action_id": ids.new("")} | block[part]
    return kept


Problems = Iterator[Tuple[str, str]]
"""Pairs of a JSON pointer within the block and what is wrong there."""


def _block(block: Any) -> Problems:
    if not isinstance(block, dict) or not isinstance(block.get("type"), str):
        yield "", "missing required field: type"
        return
    kind = block["type"]
    before = list(_texts(block, kind, ""))
    yield from before
    yield from _SPECIAL.get(kind, _nothing)(block)
    yield from _elements(block, kind)
    # What is named above more exactly, the models would only say again.
    if not before:
        yield from _by_model(block)


def _by_model(block: Json) -> Problems:
    try:
        parsed = Block.parse(block)
        if parsed is None:
            yield "/type", f"unsupported type: {block['type']}"
            return
        parsed.to_dict()
    except SlackObjectFormationError as error:
        yield "", str(error)
        return
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        # A key that is missing or that the block does not have: the models' constructors do not take it.
        yield "", f"failed to match all allowed schemas ({error})"
        return
    for key in sorted(set(block) - set(parsed.attributes)):
        yield "", f"invalid additional property: {key}"


def _texts(thing: Json, kind: str, where: str) -> Problems:
    for (owner, key), (types, most) in _TEXTS.items():
        if owner == kind and key in thing:
            yield from _text(thing[key], types, most, f"{where}/{key}")


def _text(text: Any, types: frozenset[str], most: int, where: str) -> Problems:
    if not isinstance(text, dict):
        yield where, "must be an object"
    elif text.get("type") not in types:
        yield f"{where}/type", f"must be a valid enum value: {', '.join(sorted(types))}"
    elif not isinstance(text.get("text"), str):
        yield where, "missing required field: text"
    elif not text["text"]:
        yield f"{where}/text", "must be more than 0 characters"
    elif len(text["text"]) > most:
        yield f"{where}/text", f"must be less than {most + 1} characters"
    elif text["type"] == "mrkdwn" and "emoji" in text:
        yield where, "invalid additional property: emoji"


def _elements(block: Json, kind: str) -> Problems:
    placed: List[Tuple[str, Any]] = []
    if kind in ("actions", "context", "context_actions"):
        elements = block.get("elements")
        if not isinstance(elements, list) or not elements:
            yield "/elements", "must have at least 1 item"
            return
        placed = [(f"/elements/{i}", element) for i, element in enumerate(elements)]
    placed += [(f"/{part}", block[part]) for part in ("accessory", "element") if part in block]
    for where, element in placed:
        yield from _element(element, kind, where)
    twice = _twice([element for _, element in placed if isinstance(element, dict)], "action_id")
    yield from (("/elements", f"action_id already exists: {action_id}") for action_id in twice)


def _element(element: Any, within: str, where: str) -> Problems:
    kind = element.get("type") if isinstance(element, dict) else None
    if not isinstance(kind, str):
        yield where, "missing required field: type"
        return
    if kind not in _ELEMENTS.get(within, _known_elements()):
        yield f"{where}/type", f"unsupported type: {kind}"
    elif kind in ANY_TEXT:
        yield from _text(element, ANY_TEXT, TEXT_MAX, where)
    else:
        yield from _texts(element, kind, where)
        for thumb in ("positive_button", "negative_button"):
            if isinstance(element.get(thumb), dict):
                yield from _texts(element[thumb], thumb, f"{where}/{thumb}")
        yield from _options(element, where)
        if kind == "image":
            yield from (((where + at), what) for at, what in _image(element))


def _options(element: Json, where: str) -> Problems:
    groups = [group.get("options") for group in element.get("option_groups") or []]
    for option in [option for options in (element.get("options"), *groups) for option in options or []]:
        try:
            # The model of a menu keeps its options as they are, so their own model has to look at them.
            Option(**option).to_dict()
        except (SlackObjectFormationError, TypeError, AttributeError) as error:
            yield f"{where}/options", str(error)


def _image(image: Json) -> Problems:
    if not image.get("alt_text"):
        yield "/alt_text", "missing required field: alt_text"
    if ("image_url" in image) == ("slack_file" in image):
        yield "", "must define either `slack_file` or `image_url`"


def _fields(section: Json) -> Problems:
    for i, text in enumerate(section.get("fields") or []):
        yield from _text(text, ANY_TEXT, _FIELD_MAX, f"/fields/{i}")


def _table(table: Json) -> Problems:
    rows = table.get("rows") or []
    if len(rows) > TABLE_ROWS_MAX:
        yield "/rows", f"no more than {TABLE_ROWS_MAX} items allowed"
    for i, row in enumerate(rows):
        if len(row) > TABLE_CELLS_MAX:
            yield f"/rows/{i}", f"no more than {TABLE_CELLS_MAX} items allowed"


def _nothing(_: Json) -> Problems:
    yield from ()


_SPECIAL: Dict[str, Callable[[Json], Problems]] = {"image": _image, "section": _fields, "table": _table}


def _known_elements() -> Set[str]:
    kinds = {getattr(kind, "type", None) for kind in BlockElement._get_sub_block_elements()}
    return {kind for kind in kinds if isinstance(kind, str)}


def _twice(things: Sequence[Json], key: str) -> List[str]:
    counted = Counter(thing[key] for thing in things if isinstance(thing.get(key), str))
    return [name for name, times in counted.items() if times > 1]
