"""A message is read again where a reader says so, and only there."""

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot import second_reading


class Shouting:
    """Reads short messages again in capitals, if something was said before, and puts both readings side by side."""

    def doubts(self, first):
        return len(first["text"]) < 10

    def in_other_words(self, first, events):
        return first["text"].upper() if any(event["event"] == "user" for event in events) else None

    def settle(self, first, second, events):
        said = [event["text"] for event in events if "text" in event]
        return {**first, "second": second and second["text"], "before": said}


@pytest.fixture
def parse(monkeypatch):
    """Parses texts after others were said; ``parse.read`` has what Rasa had to understand."""
    read = []

    async def rasas(self, message, tracker=None, only_output_properties=True):
        read.append(message.text)
        return {"text": message.text, "intent": {"name": "greet"}, "intent_ranking": [], "entities": []}

    monkeypatch.setattr(MessageProcessor, "parse_message", rasas)
    second_reading.use(Shouting())
    processor = MessageProcessor.__new__(MessageProcessor)

    async def parsed(text, *before):
        tracker = DialogueStateTracker.from_events("me", [UserUttered(said) for said in before])
        return await processor.parse_message(UserMessage(text), tracker)

    parsed.read = read
    parsed.alone = lambda text: processor.parse_message(UserMessage(text))
    return parsed


async def test_a_doubtful_message_is_read_again_in_the_readers_words(parse):
    assert await parse("and it?", "the pay") == {
        "text": "and it?",
        "intent": {"name": "greet"},
        "intent_ranking": [],
        "entities": [],
        "second": "AND IT?",
        "before": ["the pay"],
    }
    assert parse.read == ["and it?", "AND IT?"]


async def test_without_other_words_it_is_read_once_and_settled_all_the_same(parse):
    assert (await parse("and it?"))["second"] is None
    assert parse.read == ["and it?"]


async def test_without_doubt_or_a_conversation_it_stays_as_it_was_read(parse):
    assert "second" not in await parse("how long does the program take", "the pay")
    assert "second" not in await parse.alone("and it?")
    assert len(parse.read) == 2
