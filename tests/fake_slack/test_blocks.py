"""Each limit of Block Kit: what just fits is taken, one more is refused and named."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest

from tests.fake_slack.blocks import complete, errors_of
from tests.fake_slack.state import Ids

Json = Dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn("text")} | more


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain("Yes"), "action_id": "yes"} | more


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements)} | more


def image(**more: Any) -> Json:
    return {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a chart"} | more


def feedback(**more: Any) -> Json:
    thumb = {"text": plain("Good"), "value": "good"}
    return {"type": "feedback_buttons", "action_id": "f", "positive_button": thumb, "negative_button": thumb} | more


def table(rows: int, cells: int) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * cells] * rows}


def numbered(count: int) -> List[Json]:
    return [button(action_id=str(number)) for number in range(count)]


def option(value: str) -> Json:
    return {"text": plain("One"), "value": value}


FITS = {
    "50 blocks": [{"type": "divider"}] * 50,
    "section text": [section(text=mrkdwn("x" * 3000))],
    "section with plain text": [section(text=plain("x"))],
    "10 fields": [{"type": "section", "fields": [mrkdwn("x" * 2000)] * 10}],
    "header": [{"type": "header", "text": plain("x" * 150)}],
    "25 elements": [actions(*numbered(25))],
    "button": [actions(button(text=plain("x" * 75), value="x" * 2000, action_id="x" * 255, style="primary"))],
    "link button": [actions(button(url="https://example.org/"))],
    "10 context elements": [{"type": "context", "elements": [mrkdwn("x")] * 9 + [image()]}],
    "image": [image(image_url="https://example.org/".ljust(3000, "x"), title=plain("Pay"))],
    "block ids": [section(block_id="x" * 255), section(block_id="other")],
    "same action id in two blocks": [actions(button()), actions(button())],
    "accessory": [section(accessory=image())],
    "menu": [actions({"type": "static_select", "action_id": "m", "options": [option("1")]})],
    "thumbs": [{"type": "context_actions", "elements": [feedback()]}],
    "rich text": [
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]}
    ],
    "markdown": [{"type": "markdown", "text": "**x**"}],
    "table": [table(rows=100, cells=20)],
    "input": [{"type": "input", "label": plain("Why?"), "element": {"type": "plain_text_input", "action_id": "why"}}],
}


@pytest.mark.parametrize("blocks", FITS.values(), ids=FITS.keys())
def test_what_fits_is_taken(blocks: List[Json]):
    assert errors_of(blocks) == []


REFUSED = {
    "51 blocks": ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    "section text": (
        [section(text=mrkdwn("x" * 3001))],
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ),
    "empty text": ([section(text=mrkdwn(""))], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    "text that is a string": ([section(text="x")], "must be an object [json-pointer:/blocks/0/text]"),
    "unknown text type": (
        [section(text={"type": "html", "text": "x"})],
        "must be a valid enum value: mrkdwn, plain_text [json-pointer:/blocks/0/text/type]",
    ),
    "emoji in mrkdwn": (
        [section(text=mrkdwn("x") | {"emoji": True})],
        "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ),
    "section without text": ([{"type": "section"}], "text or fields attribute must be specified"),
    "11 fields": ([{"type": "section", "fields": [mrkdwn("x")] * 11}], "fields attribute cannot exceed 10 items"),
    "field text": (
        [{"type": "section", "fields": [mrkdwn("x" * 2001)]}],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    "header": (
        [{"type": "header", "text": plain("x" * 151)}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    "header in mrkdwn": (
        [{"type": "header", "text": mrkdwn("x")}],
        "must be a valid enum value: plain_text [json-pointer:/blocks/0/text/type]",
    ),
    "26 elements": ([actions(*numbered(26))], "elements attribute cannot exceed 25 elements"),
    "no elements": ([actions()], "must have at least 1 item [json-pointer:/blocks/0/elements]"),
    "button text": (
        [actions(button(text=plain("x" * 76)))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    "button in mrkdwn": (
        [actions(button(text=mrkdwn("x")))],
        "must be a valid enum value: plain_text [json-pointer:/blocks/0/elements/0/text/type]",
    ),
    "button value": ([actions(button(value="x" * 2001))], "value attribute cannot exceed 2000 characters"),
    "button url": ([actions(button(url="x" * 3001))], "url attribute cannot exceed 3000 characters"),
    "button style": ([actions(button(style="loud"))], "style attribute must be one of"),
    "action id": ([actions(button(action_id="x" * 256))], "action_id attribute cannot exceed 255 characters"),
    "same action id twice": ([actions(button(), button())], "action_id already exists: yes"),
    "image in actions": ([actions(image())], "unsupported type: image [json-pointer:/blocks/0/elements/0/type]"),
    "11 context elements": ([{"type": "context", "elements": [mrkdwn("x")] * 11}], "cannot exceed 10 elements"),
    "button in context": ([{"type": "context", "elements": [button()]}], "unsupported type: button"),
    "image without alt": (
        [{"type": "image", "image_url": "https://example.org/a.png"}],
        "missing required field: alt_text [json-pointer:/blocks/0/alt_text]",
    ),
    "context image without alt": (
        [{"type": "context", "elements": [{"type": "image", "image_url": "https://example.org/a.png"}]}],
        "missing required field: alt_text [json-pointer:/blocks/0/elements/0/alt_text]",
    ),
    "image alt": ([image(alt_text="x" * 2001)], "alt_text attribute cannot exceed 2000 characters"),
    "image url": ([image(image_url="x" * 3001)], "image_url attribute cannot exceed 3000 characters"),
    "image without url": ([{"type": "image", "alt_text": "x"}], "must define either `slack_file` or `image_url`"),
    "block id": ([section(block_id="x" * 256)], "block_id cannot exceed 255 characters"),
    "same block id twice": ([section(block_id="a"), section(block_id="a")], "block_id already exists: a"),
    "unknown block": ([{"type": "magic"}], "unsupported type: magic [json-pointer:/blocks/0/type]"),
    "unknown element": ([actions({"type": "lever"})], "unsupported type: lever"),
    "unknown key": ([section(colour="red")], "invalid additional property: colour [json-pointer:/blocks/0]"),
    "no type": ([{"text": "x"}], "missing required field: type [json-pointer:/blocks/0]"),
    "thumbs in actions": ([actions(feedback())], "unsupported type: feedback_buttons"),
    "thumb text": (
        [{"type": "context_actions", "elements": [feedback(negative_button={"text": plain("x" * 76), "value": "b"})]}],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/negative_button/text/text]",
    ),
    "markdown": ([{"type": "markdown", "text": "x" * 12_001}], "text attribute cannot exceed 12000 characters"),
    "table rows": ([table(rows=101, cells=1)], "no more than 100 items allowed [json-pointer:/blocks/0/rows]"),
    "table cells": ([table(rows=1, cells=21)], "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]"),
    "two tables": ([table(1, 1), table(1, 1)], "only one table allowed"),
    "option value": (
        [actions({"type": "static_select", "action_id": "m", "options": [option("x" * 151)]})],
        "value attribute cannot exceed 150 characters",
    ),
    "not a list": ({"type": "divider"}, "must be an array [json-pointer:/blocks]"),
}


@pytest.mark.parametrize(("blocks", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused_and_named(blocks: Any, error: str):
    assert any(error in found for found in errors_of(blocks)), errors_of(blocks)


def test_a_view_holds_a_hundred_blocks():
    assert errors_of([{"type": "divider"}] * 100, most=100) == []
    assert errors_of([{"type": "divider"}] * 101, most=100)


def test_slack_names_the_blocks_and_buttons_that_the_app_did_not():
    first, second = complete([actions(button(), {"type": "button", "text": plain("No")}), section()], Ids())
    assert first["block_id"] != second["block_id"]
    assert first["elements"][0]["action_id"] == "yes"
    assert first["elements"][1]["action_id"]
