"""A stand-in for Rasa's agent."""

from typing import Any, Dict, List

from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered

from careerbot.conversations import ConversationStore


class Agent:
    """Stands where Rasa's agent stands: remembers what reaches it, answers what the test wants, keeps conversations."""

    def __init__(self, domain, file):
        self.domain = domain
        self.tracker_store = ConversationStore(domain, db=str(file))
        self.lock_store = InMemoryLockStore()
        self.ready = True
        self.answers = [{"text": "It takes a year."}]
        self.error = None
        self.before = None
        self.heard: List[UserMessage] = []

    def is_ready(self):
        return self.ready

    async def handle_message(self, message):
        self.heard.append(message)
        if self.before:
            await self.before(message)
        answers = self.answers(message) if callable(self.answers) else self.answers
        said = [event_of(answer) for answer in answers]
        parse = {"intent": {"name": "education_duration", "confidence": 0.9}}
        asked = UserUttered(message.text, parse["intent"], parse_data=parse, message_id=message.message_id)
        for event in said:
            await message.output_channel.send_response(message.sender_id, event.message())
        if self.error:
            raise self.error
        tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
        for event in (asked, *said, ActionExecuted("action_listen")):
            tracker.update(event)
        await self.tracker_store.save(tracker)

    @property
    def texts(self):
        return [message.text for message in self.heard]

    @property
    def conversations(self):
        return [message.sender_id for message in self.heard]


def event_of(answer: Dict[str, Any]) -> BotUttered:
    data = {name: answer[name] for name in ("buttons", "image") if name in answer}
    metadata = {name: answer[name] for name in ("utter_action", "alt") if name in answer}
    return BotUttered(answer.get("text"), data, metadata)
