"""Every conversation of ``conversations/*.yml``, typed to the running assistant."""

import re
import uuid

import pytest

from tests.live.conversations import load_conversations

CONVERSATIONS = load_conversations()


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=[one.name for one in CONVERSATIONS])
def test_the_conversation_goes_as_written(assistant, conversation):
    sender = uuid.uuid4().hex
    for turn in conversation.turns:
        answers = assistant.ask(turn.user, sender)
        texts = [answer.get("text", "") for answer in answers]
        text = "\n".join(texts)
        buttons = [button["title"] for answer in answers for button in answer.get("buttons", [])]
        told = f"asked {turn.user!r}, answered:\n{text}\nbuttons: {buttons}"
        assert [phrase for phrase in turn.says if phrase not in text] == [], told
        if turn.answers:
            assert len(texts) == len(turn.answers), told
            assert [
                phrase
                for said, phrases in zip(texts, turn.answers, strict=True)
                for phrase in phrases
                if phrase not in said
            ] == [], told
        assert [phrase for phrase in turn.says_not if phrase in text] == [], told
        assert [title for title in turn.buttons if title not in buttons] == [], told
        assert not re.search(r"[{}]", text), f"a placeholder was left open; {told}"
