"""Every conversation of ``conversations/``, held with the running assistant; then what all of them together show."""

import re
from functools import cache

import pytest
import requests

from careerbot.model import ROOT
from tests.data.files import domain, report
from tests.live.conversations import load_conversations, offered
from tests.live.held import HELD, hold
from tests.live.reach import events_of, problems, understood

CONVERSATIONS = load_conversations()


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=[one.name for one in CONVERSATIONS])
def test_the_conversation_goes_as_written(assistant, conversation):
    held = hold(assistant, conversation)
    wrong = []
    for place, (turn, answers) in enumerate(zip(conversation.turns, held.answers, strict=False), start=1):
        found = [*_wrong_words(turn, answers), *_wrong_parts(turn, answers, assistant)]
        if found:
            wrong += [f"turn {place}: {turn.user or turn.tap!r}: {'; '.join(found)}", _told(answers)]
    if missing := conversation.turns[len(held.answers) :]:
        wrong.append(f"there is no button {missing[0].tap!r}, only {[*offered(held.answers[-1])]}")
    assert not wrong, f"{conversation}\n" + "\n".join(wrong)


def _texts(answers):
    return [answer["text"] for answer in answers if "text" in answer]


def _told(answers):
    pictures = [answer["alt"] for answer in answers if "image" in answer]
    return "\n".join([*_texts(answers), f"buttons: {[*offered(answers)]}", f"pictures: {pictures}", ""])


def _wrong_words(turn, answers):
    texts = _texts(answers)
    text = "\n".join(texts)
    yield from (f"does not say {phrase!r}" for phrase in turn.says if phrase not in text)
    yield from (f"says {phrase!r}" for phrase in turn.says_not if phrase in text)
    if turn.answers and len(texts) != len(turn.answers):
        yield f"{len(texts)} messages with text instead of {len(turn.answers)}"
    for said, phrases in zip(texts, turn.answers, strict=False):
        yield from (f"does not say {phrase!r} in {said[:30]!r}..." for phrase in phrases if phrase not in said)
    if re.search(r"[{}]", text):
        yield "a placeholder was left open"


def _wrong_parts(turn, answers, assistant):
    titles = offered(answers)
    yield from (f"has no button {title!r}" for title in turn.buttons if title not in titles)
    if turn.no_buttons and titles:
        yield f"has buttons: {[*titles]}"
    yield from _wrong_tables(turn, [answer["table"] for answer in answers if "table" in answer], answers)
    pictures = [answer for answer in answers if "image" in answer]
    if turn.no_picture and pictures:
        yield "has a picture"
    if turn.picture and not pictures:
        yield "has no picture"
    for picture in pictures:
        yield from (f"the picture does not say {piece!r}" for piece in turn.picture if piece not in picture["alt"])
        yield from _wrong_picture(f"http://127.0.0.1:{assistant.port}{picture['image']}")


def _wrong_tables(turn, tables, answers):
    cells = {cell for table in tables for row in [table["columns"], *table["rows"]] for cell in row}
    yield from (f"has no cell {cell!r}" for cell in turn.table if cell not in cells)
    for table in tables:
        if table["lines"] not in "\n".join(_texts(answers)):
            yield "the table's lines are not in the text"
        if {len(row) for row in table["rows"]} != {len(table["columns"])}:
            yield "a row of the table is too short or too long"


@cache
def _wrong_picture(url):
    """A tuple, for a cached generator would be empty the second time."""
    answer = requests.get(url, timeout=30)
    kind = answer.headers.get("Content-Type")
    right = answer.status_code == 200 and kind == "image/png" and answer.content.startswith(b"\x89PNG")
    return () if right else (f"{url} answers {answer.status_code} {kind}",)


@pytest.fixture(scope="module")
def events(assistant):
    """The events of every conversation; the tests that need them stand last in this file."""
    if len(HELD) < len(CONVERSATIONS):
        pytest.skip("only a part of the conversations was held in this run")
    found = events_of([held.sender for held in HELD.values()], ROOT)
    return {name: found[held.sender] for name, held in HELD.items()}


def test_every_message_was_understood_as_its_conversation_says(events):
    report(
        f"{conversation}: {turn.user or turn.tap!r} is {intent}, not {turn.intent}"
        for conversation in CONVERSATIONS
        for turn, intent in zip(conversation.turns, understood(events[conversation.name]), strict=False)
        if turn.intent is not None and turn.intent != intent
    )


def test_every_response_and_every_action_is_shown_by_a_conversation(events):
    report(problems(domain(), [event for one in events.values() for event in one]))
