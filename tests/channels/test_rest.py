import asyncio

import aiohttp
import pytest
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot.channels import guard
from careerbot.channels.rest import MAX_SENDER, RestChannel
from careerbot.errors import SetupError

TEXAS = '/salary_median{"place": "Texas"}'


def short(value):
    return repr(value)[:24]


class FakeAgent:
    """Stands where Rasa's agent stands: remembers what reaches it and answers what the test wants."""

    def __init__(self, domain):
        self.domain = domain
        self.tracker_store = InMemoryTrackerStore(domain=domain)
        self.ready = True
        self.answers = [{"text": "It takes a year."}]
        self.error = None
        self.heard = []

    def is_ready(self):
        return self.ready

    async def handle_message(self, message):
        self.heard.append(message)
        for answer in self.answers:
            await message.output_channel.send_response(message.sender_id, answer)
        if self.error:
            raise self.error

    async def offered(self, sender, *payloads):
        buttons = [{"title": payload, "payload": payload} for payload in payloads]
        events = [BotUttered("choose", {"buttons": buttons})]
        await self.tracker_store.save(DialogueStateTracker.from_events(sender, events, slots=self.domain.slots))

    @property
    def texts(self):
        return [message.text for message in self.heard]


@pytest.fixture
def agent(domain):
    return FakeAgent(domain)


@pytest.fixture
async def app(agent, serve):
    return await serve(RestChannel, agent=agent)


@pytest.fixture
async def post(app):
    """Sends a body (a dictionary, or bytes as they are); returns status and JSON."""
    async with aiohttp.ClientSession() as session:

        async def send(body):
            how = {"data": body} if isinstance(body, bytes) else {"json": body}
            async with session.post(f"{app.ctx.url}/webhooks/rest/webhook", **how) as answer:
                assert answer.content_type == "application/json"
                return answer.status, await answer.json()

        yield send


async def test_the_channel_keeps_the_address_of_rasas_own_and_says_that_it_is_there(app):
    async with aiohttp.ClientSession() as session, session.get(f"{app.ctx.url}/webhooks/rest/") as answer:
        assert (answer.status, await answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(("size", "status"), [(guard.MAX_BYTES, 200), (guard.MAX_BYTES + 1, 413), (900_000, 413)])
async def test_a_body_that_is_too_large_is_refused_in_json_however_much_the_server_takes(post, agent, size, status):
    body = b'{"message": "how long?"' + b" " * size
    answer = await post(body[: size - 1] + b"}")
    assert answer[0] == status
    assert len(agent.heard) == (1 if status == 200 else 0)
    if status == 413:
        assert "65536 bytes" in answer[1]["error"]


# -- answered --------------------------------------------------------------------------------------------------------


async def test_a_message_is_answered_as_rasas_list_of_messages(post, agent):
    assert await post({"sender": "me", "message": "how long?"}) == (
        200,
        [{"recipient_id": "me", "text": "It takes a year."}],
    )
    [heard] = agent.heard
    assert (heard.sender_id, heard.text, heard.input_channel) == ("me", "how long?", "rest")


async def test_without_a_sender_the_conversation_is_the_default_one(post, agent):
    status, _ = await post({"message": "how long?"})
    assert (status, agent.heard[0].sender_id) == (200, "default")


async def test_fields_that_nobody_asked_for_are_no_harm(post):
    status, _ = await post({"sender": "me", "message": "how long?", "metadata": {"a": [1]}, "stream": True})
    assert status == 200


async def test_a_paragraph_break_stays_in_one_message(post, agent):
    agent.answers = [{"text": "It takes a year.\n\nSource: somebody, 2025"}]
    _, messages = await post({"sender": "me", "message": "how long?"})
    assert [message["text"] for message in messages] == ["It takes a year.\n\nSource: somebody, 2025"]


async def test_buttons_come_with_the_whole_text(post, agent):
    buttons = [{"title": "Pay", "payload": "/salary_median"}]
    agent.answers = [{"text": "One.\n\nTwo.", "buttons": buttons}]
    _, messages = await post({"sender": "me", "message": "how long?"})
    assert messages == [{"recipient_id": "me", "text": "One.\n\nTwo.", "buttons": buttons}]


async def test_several_answers_come_in_their_order(post, agent):
    agent.answers = [{"text": "first"}, {"text": "second"}]
    _, messages = await post({"sender": "me", "message": "how long?"})
    assert [message["text"] for message in messages] == ["first", "second"]


async def test_two_at_once_do_not_get_each_others_answers(post, agent):
    async def echo(message):
        await asyncio.sleep(0)
        await message.output_channel.send_response(message.sender_id, {"text": message.text})

    agent.handle_message = echo
    answers = await asyncio.gather(*(post({"sender": f"p{n}", "message": f"question {n}"}) for n in range(20)))
    assert answers == [(200, [{"recipient_id": f"p{n}", "text": f"question {n}"}]) for n in range(20)]


# -- the guard -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "reaches"),
    [
        ("", guard.refusal("unreadable")),
        ("   ", guard.refusal("unreadable")),
        ("😀", guard.refusal("unreadable")),
        ("x" * 1001, guard.refusal("too_long")),
        ("x" * 50_000, guard.refusal("too_long")),
        ("/restart", guard.refusal("command")),
        ("  ／restart", guard.refusal("command")),
        (" " * 300 + "/restart", guard.refusal("command")),
        ("<b>hi</b>", guard.refusal("markup")),
        ("Сколько это стоит?", guard.refusal("script")),
        ("\u200bhow  long ", "how long"),
        ("how \ud83d long", "how ? long"),
    ],
    ids=short,
)
async def test_what_reaches_the_model_went_through_the_guard(post, agent, message, reaches):
    status, messages = await post({"sender": "me", "message": message})
    assert status == 200
    assert messages
    assert agent.texts == [reaches]


async def test_a_payload_that_was_offered_passes(post, agent):
    await agent.offered("me", TEXAS)
    await post({"sender": "me", "message": TEXAS})
    assert agent.texts == [TEXAS]


async def test_a_payload_that_was_not_offered_is_refused(post, agent):
    await agent.offered("me", TEXAS)
    await post({"sender": "me", "message": '/salary_median{"place": "Ohio"}'})
    assert agent.texts == [guard.refusal("command")]


async def test_a_payload_that_another_conversation_was_offered_is_refused(post, agent):
    await agent.offered("you", TEXAS)
    await post({"sender": "me", "message": TEXAS})
    assert agent.texts == [guard.refusal("command")]


# -- bad requests ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"how long?", b'{"sender": "me", "message": "how', b"\xff\xfe\x00", b"how=long", b"[" * 60_000],
    ids=short,
)
async def test_what_is_no_json_is_a_bad_request_with_the_reason(post, agent, body):
    status, content = await post(body)
    assert status == 400
    assert "JSON" in content["error"]
    assert agent.heard == []


@pytest.mark.parametrize("body", [[], [{"sender": "me", "message": "hi"}], "how long?", 5, True, None])
async def test_json_that_is_no_object_is_a_bad_request(post, agent, body):
    status, content = await post(body)
    assert status == 400
    assert "JSON object" in content["error"]
    assert agent.heard == []


@pytest.mark.parametrize("message", [None, 5, True, ["how long?"], {"text": "how long?"}])
async def test_a_message_that_is_no_text_is_a_bad_request(post, agent, message):
    assert await post({"sender": "me", "message": message}) == (400, {"error": "the field message must be a string"})
    assert agent.heard == []


async def test_a_missing_message_is_a_bad_request(post):
    assert await post({"sender": "me"}) == (400, {"error": "the field message must be a string"})
    assert await post({"sender": "me", "text": "how long?"}) == (400, {"error": "the field message must be a string"})


@pytest.mark.parametrize("sender", [None, 5, "", ["me"], {"id": "me"}, "x" * (MAX_SENDER + 1)], ids=short)
async def test_a_sender_that_is_no_name_is_a_bad_request(post, agent, sender):
    status, content = await post({"sender": sender, "message": "how long?"})
    assert status == 400
    assert content == {"error": "the field sender must be a string of 1 to 200 characters"}
    assert agent.heard == []


@pytest.mark.parametrize("character", ["\x00", "\n", "\x1b", "\x7f", "\x85", "\ud83d"], ids=ascii)
async def test_a_sender_with_a_control_character_is_a_bad_request(post, agent, character):
    status, content = await post({"sender": f"me{character}", "message": "how long?"})
    assert status == 400
    assert content == {"error": "the field sender must have no control characters"}
    assert agent.heard == []


async def test_the_longest_sender_is_answered(post):
    status, [message] = await post({"sender": "x" * MAX_SENDER, "message": "how long?"})
    assert (status, message["recipient_id"]) == (200, "x" * MAX_SENDER)


# -- the limit -------------------------------------------------------------------------------------------------------


async def test_a_sender_that_asks_too_fast_waits_and_no_other_does(serve, agent):
    app = await serve((RestChannel, {"messages_per_minute": 2}), agent=agent)
    url = f"{app.ctx.url}/webhooks/rest/webhook"
    async with aiohttp.ClientSession() as session:
        for sender in ("me", "me", "you"):
            assert (await session.post(url, json={"sender": sender, "message": "how long?"})).status == 200
        answer = await session.post(url, json={"sender": "me", "message": "how long?"})
        assert answer.status == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 60
        assert (await answer.json())["error"].startswith("too many messages of this sender")
    assert len(agent.heard) == 3


async def test_without_the_setting_there_is_no_limit(post):
    assert {(await post({"sender": "me", "message": "how long?"}))[0] for _ in range(100)} == {200}


@pytest.mark.parametrize("value", [0, -1, True, "60", 1.5])
def test_a_limit_that_is_none_is_named(value):
    with pytest.raises(SetupError, match="messages_per_minute must be a whole number"):
        RestChannel.from_credentials({"messages_per_minute": value})


# -- failures --------------------------------------------------------------------------------------------------------


async def test_without_a_model_the_caller_is_told_how_to_get_one(post, agent):
    agent.ready = False
    status, content = await post({"sender": "me", "message": "how long?"})
    assert status == 503
    assert "make train" in content["error"]
    assert agent.heard == []


async def test_without_an_agent_the_caller_is_told_how_to_get_one(app, post):
    app.ctx.agent = None
    status, content = await post({"sender": "me", "message": "how long?"})
    assert (status, "make train" in content["error"]) == (503, True)


async def test_a_bad_request_is_told_before_a_missing_model(post, agent):
    agent.ready = False
    assert (await post({"sender": "me"}))[0] == 400


async def test_an_exception_inside_is_an_apology_and_in_the_log(post, agent, caplog):
    agent.answers, agent.error = [], RuntimeError("the lamp went out")
    status, [message] = await post({"sender": "me", "message": "how long?"})
    assert status == 500
    assert message["recipient_id"] == "me"
    assert message["text"].startswith("I am sorry, I could not look that up just now.")
    assert "the lamp went out" not in message["text"]
    assert "the lamp went out" in caplog.text
    assert "conversation me" in caplog.text


async def test_an_exception_after_an_answer_keeps_the_answer_and_apologizes(post, agent):
    agent.error = RuntimeError("the lamp went out")
    status, messages = await post({"sender": "me", "message": "how long?"})
    assert status == 500
    assert messages[0]["text"] == "It takes a year."
    assert messages[1]["text"].startswith("I am sorry")


async def test_a_tracker_store_that_fails_is_an_apology(post, agent, monkeypatch):
    async def fail(conversation_id):
        raise ConnectionError("no database")

    monkeypatch.setattr(agent.tracker_store, "retrieve_full_tracker", fail)
    status, [message] = await post({"sender": "me", "message": TEXAS})
    assert status == 500
    assert message["text"].startswith("I am sorry")
    assert agent.heard == []


async def test_an_answer_of_nothing_is_an_apology(post, agent):
    agent.answers = []
    status, [message] = await post({"sender": "me", "message": "how long?"})
    assert status == 200
    assert message["text"].startswith("I am sorry")


async def test_after_a_failure_the_next_message_is_answered(post, agent):
    agent.error = RuntimeError("the lamp went out")
    await post({"sender": "me", "message": "how long?"})
    agent.error = None
    assert (await post({"sender": "me", "message": "how long?"}))[0] == 200
