import asyncio

import jwt
import pytest
from ruamel.yaml import YAML

from careerbot.channels import guard
from careerbot.channels.website import WebsiteChannel, channel
from careerbot.channels.website.channel import MESSAGES, SESSIONS, network
from careerbot.feedback import feedback_store
from careerbot.model import ROOT
from tests.channels.website.conftest import PAY, FakeAgent, Visitor

TEXAS = '/salary_median{"place": "Texas"}'
WITH_BUTTON = {**PAY, "buttons": [{"title": "In Texas", "payload": TEXAS}]}
KEY = "a key of this test that is long enough"


def id_of(visitor):
    return jwt.decode(visitor.token, options={"verify_signature": False})["sub"]


def test_the_channel_is_switched_on():
    credentials = YAML(typ="safe").load(ROOT / "credentials.yml")
    assert f"careerbot.channels.website.{WebsiteChannel.__name__}" in credentials


async def test_the_channel_says_that_it_is_there(stranger):
    answer = await stranger.send("GET", "/")
    assert (answer.status, answer.json) == (200, {"status": "ok"})
    assert (await stranger.send("HEAD", "/")).status == 200
    assert (await stranger.send("GET", "")).json == {"status": "ok"}


# -- sessions --------------------------------------------------------------------------------------------------------


async def test_a_session_is_a_token_and_its_end(stranger):
    answer = await stranger.send("POST", "/session")
    assert answer.status == 201
    assert set(answer.json) == {"token", "expires"}
    assert answer.json["expires"].endswith("Z")


async def test_two_sessions_are_two_conversations_that_do_not_see_each_other(stranger):
    one, two = await stranger.begin(), await stranger.begin()
    assert id_of(one) != id_of(two)
    await one.say()
    assert len(await one.history()) == 2
    assert await two.history() == []


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/messages"), ("POST", "/messages"), ("POST", "/feedback"), ("DELETE", "/conversation")],
)
@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer abc",
        "Bearer a.b.c",
        "Basic {token}",
        "{token}",
        "Bearer {token}x",
        "Bearer \xe9",
    ],
)
async def test_without_a_token_nothing_is_shown_or_done(visitor, agent, method, path, authorization):
    given = authorization.format(token=visitor.token)
    answer = await visitor.send(method, path, {"id": "message-1", "text": "pay?"}, Authorization=given)
    assert (answer.status, answer.error) == (401, "session_ended")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert agent.heard == []
    assert await agent.store.holds(id_of(visitor))


async def test_a_token_that_another_key_signed_is_refused(visitor):
    claims = jwt.decode(visitor.token, options={"verify_signature": False})
    visitor.token = jwt.encode(claims, "x" * 40, "HS256")
    assert (await visitor.say()).error == "session_ended"


async def test_a_signed_token_of_a_conversation_that_was_never_begun_is_refused(visitor, agent):
    claims = jwt.decode(visitor.token, options={"verify_signature": False})
    visitor.token = jwt.encode({**claims, "sub": "somebody"}, KEY, "HS256")
    assert (await visitor.say()).error == "session_ended"
    assert agent.heard == []


# -- messages --------------------------------------------------------------------------------------------------------


async def test_a_message_is_answered(visitor, agent):
    answer = await visitor.say("pay?", id="message-1")
    assert answer.status == 200
    [message] = answer.json["messages"]
    assert message.pop("time").endswith("Z")
    assert message == {
        "id": "message-1.0",
        "from": "assistant",
        "reply_to": "message-1",
        "text": "About **$45,690**.",
        "rateable": True,
    }
    [heard] = agent.heard
    assert (heard.text, heard.input_channel, heard.message_id) == ("pay?", "website", "message-1")
    assert heard.output_channel.name() == "website"


async def test_buttons_tables_and_pictures_come_along_and_stay_in_history(visitor, agent):
    table = {"columns": ["Job", "Pay"], "rows": [["MA", "$45,690"]], "lines": "- MA: $45,690"}
    agent.answers = [
        {**WITH_BUTTON, "table": table},
        {"image": "/charts/pay/years/31-9092.png", "alt": "Pay by year"},
    ]
    told, picture = (await visitor.say()).json["messages"]
    assert told["buttons"] == [{"title": "In Texas", "payload": TEXAS}]
    assert told["table"] == table
    assert (picture["image"], picture["alt"]) == ("/charts/pay/years/31-9092.png", "Pay by year")
    assert "text" not in picture
    assert "rateable" not in picture
    assert (await visitor.history())[1:] == [told, picture]


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("/restart", guard.refusal("command")),
        (" \u200b／feedback_up", guard.refusal("command")),
        ("/feedback_up", guard.refusal("command")),
        (TEXAS, guard.refusal("command")),
        ("<b>hi</b>", guard.refusal("markup")),
        ("  ", guard.refusal("unreadable")),
        ("Сколько это стоит?", guard.refusal("script")),
        ("how \ud83d long", "how ? long"),
        ("👍", "/feedback_up"),
    ],
)
async def test_what_is_typed_is_no_command_and_history_shows_it_as_it_was_typed(visitor, agent, text, reaches):
    agent.answers = [WITH_BUTTON]
    await visitor.say("hello", id="message-1")
    assert (await visitor.say(text, id="message-2")).status == 200
    assert agent.texts[1:] == [reaches]
    assert (await visitor.history())[2]["text"] == text.encode("utf-8", "replace").decode()


async def test_a_button_that_was_shown_works_and_history_shows_its_title(visitor, agent):
    agent.answers = [WITH_BUTTON]
    await visitor.say(id="message-1")
    assert (await visitor.click(TEXAS, "In Texas", id="message-2")).status == 200
    assert agent.texts == ["pay?", TEXAS]
    assert (await visitor.history())[2]["text"] == "In Texas"


async def test_a_button_of_another_conversation_is_refused(visitor, stranger, agent):
    agent.answers = [WITH_BUTTON]
    await visitor.say()
    other = await stranger.begin()
    answer = await other.click(TEXAS)
    assert (answer.status, answer.error) == (400, "unknown_payload")
    assert len(agent.heard) == 1


@pytest.mark.parametrize("payload", [f" {TEXAS}", TEXAS.upper(), "/restart", "/salary_median", "pay?"])
async def test_a_payload_that_is_only_like_a_button_is_refused(visitor, agent, payload):
    agent.answers = [WITH_BUTTON]
    await visitor.say()
    assert (await visitor.click(payload, id="message-2")).error == "unknown_payload"
    assert len(agent.heard) == 1


async def test_a_rating_passes_as_payload_although_no_button_offered_it(visitor, agent):
    assert (await visitor.click("/feedback_up", "Helpful")).status == 200
    assert agent.texts == ["/feedback_up"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "bad_request"),
        (b"{", 400, "bad_request"),
        (b"\xff\xfe", 400, "bad_request"),
        (b"[" * 50_000, 400, "bad_request"),
        ([], 400, "bad_request"),
        ({"text": "pay?"}, 400, "bad_request"),
        ({"id": 12345678, "text": "pay?"}, 400, "bad_request"),
        ({"id": "short", "text": "pay?"}, 400, "bad_request"),
        ({"id": "x" * 65, "text": "pay?"}, 400, "bad_request"),
        ({"id": "message-1\n", "text": "pay?"}, 400, "bad_request"),
        ({"id": "message.1", "text": "pay?"}, 400, "bad_request"),
        ({"id": "message-1"}, 400, "bad_request"),
        ({"id": "message-1", "text": ""}, 400, "bad_request"),
        ({"id": "message-1", "text": None}, 400, "bad_request"),
        ({"id": "message-1", "text": ["pay?"]}, 400, "bad_request"),
        ({"id": "message-1", "text": "pay?", "payload": "/pay", "title": "Pay"}, 400, "bad_request"),
        ({"id": "message-1", "payload": "/pay"}, 400, "bad_request"),
        ({"id": "message-1", "payload": {"a": 1}, "title": "Pay"}, 400, "bad_request"),
        ({"id": "message-1", "text": "x" * 1001}, 413, "too_large"),
        ({"id": "message-1", "payload": "/feedback_up", "title": "x" * 201}, 413, "too_large"),
        ({"id": "message-1", "payload": "/" * 2001, "title": "x"}, 413, "too_large"),
        (b'"' + b"x" * 65_535 + b'"', 413, "too_large"),
        (b"[" * 900_000, 413, "too_large"),
    ],
    ids=lambda value: repr(value)[:40],
)
async def test_a_bad_body_is_refused_before_anything_is_done(visitor, agent, body, status, code):
    answer = await visitor.send("POST", "/messages", body)
    assert (answer.status, answer.error) == (status, code)
    assert agent.heard == []


async def test_a_thousand_characters_of_any_kind_are_read(visitor, agent):
    assert (await visitor.say("\U0001f600" * 999 + "x")).status == 200
    assert len(agent.heard) == 1


async def test_a_body_beyond_what_the_server_reads_is_refused_in_json(visitor, monkeypatch, agent, visit):
    monkeypatch.setenv("SANIC_REQUEST_MAX_SIZE", "65536")
    visitor = await (await visit(agent)).begin()
    answer = await visitor.say("x" * 70_000)
    assert (answer.status, answer.error) == (413, "too_large")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_another_content_type_is_refused(visitor, kind):
    answer = await visitor.send("POST", "/messages", {"id": "message-1", "text": "pay?"}, Content_Type=kind)
    assert (answer.status, answer.error) == (415, "not_json")


async def test_the_content_type_may_say_utf_8(visitor):
    body = {"id": "message-1", "text": "pay?"}
    assert (await visitor.send("POST", "/messages", body, Content_Type="Application/JSON; charset=utf-8")).status == 200


# -- retries ---------------------------------------------------------------------------------------------------------


async def until_two_came(visitor, *agents):
    """Until a second message waits for its turn, or has not waited and is with an agent."""
    name = f"website {id_of(visitor)}"
    while sum(len(agent.heard) for agent in agents) < 2:
        lock = agents[0].lock_store.get_lock(name)
        if lock and lock.last_issued >= 1:
            return
        await asyncio.sleep(0)


async def test_a_message_sent_again_is_not_answered_again(visitor, agent):
    first = await visitor.say("pay?", id="message-1")
    agent.answers = [{"text": "something else"}]
    again = await visitor.say("pay?", id="message-1")
    assert (again.status, again.body) == (200, first.body)
    assert len(agent.heard) == 1
    assert len(await visitor.history()) == 2


async def test_two_at_once_with_one_id_get_the_one_answer(visitor, agent):
    agent.may_answer.clear()
    both = [asyncio.create_task(visitor.say("pay?", id="message-1")) for _ in range(2)]
    await until_two_came(visitor, agent)
    agent.may_answer.set()
    one, two = await asyncio.gather(*both)
    assert (one.status, one.body) == (200, two.body)
    assert len(agent.heard) == 1


async def test_a_retry_that_reaches_another_process_gets_the_one_answer(visit, agent, domain, file):
    other = FakeAgent(domain, file, lock_store=agent.lock_store)
    here, there = await (await visit(agent)).begin(), await visit(other)
    there.token = here.token
    agent.may_answer.clear()
    first = asyncio.create_task(here.say("pay?", id="message-1"))
    while not agent.heard:
        await asyncio.sleep(0)
    again = asyncio.create_task(there.say("pay?", id="message-1"))
    await until_two_came(here, agent, other)
    agent.may_answer.set()
    assert (await first).body == (await again).body
    assert other.heard == []


async def test_after_a_failure_a_retry_is_a_new_attempt(visitor, agent):
    agent.error = RuntimeError("the lamp went out")
    assert (await visitor.say(id="message-1")).status == 500
    agent.error = None
    answer = await visitor.say(id="message-1")
    assert answer.json["messages"][0]["text"] == PAY["text"]
    assert len(await visitor.history()) == 2


async def test_after_a_silence_a_retry_is_a_new_attempt_and_history_shows_it_once(visitor, agent):
    agent.answers = []
    assert (await visitor.say(id="message-1")).status == 500
    agent.answers = [PAY]
    assert (await visitor.say(id="message-1")).status == 200
    assert [message["from"] for message in await visitor.history()] == ["person", "assistant"]


# -- failures --------------------------------------------------------------------------------------------------------


async def test_an_exception_inside_is_an_apology_and_in_the_log(visitor, agent, caplog):
    agent.error = RuntimeError("the lamp went out")
    answer = await visitor.say()
    assert (answer.status, answer.error) == (500, "failed")
    assert answer.json["error"]["message"].startswith("I am sorry, I could not look that up just now.")
    assert "the lamp went out" not in answer.body.decode()
    assert "the lamp went out" in caplog.text


async def test_an_answer_of_nothing_is_an_apology_and_in_the_log(visitor, agent, caplog):
    agent.answers = []
    answer = await visitor.say()
    assert (answer.status, answer.error) == (500, "failed")
    assert answer.json["error"]["message"].startswith("I am sorry")
    assert "has no answer" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/session", None),
        ("POST", "/messages", {"id": "message-1", "text": "pay?"}),
        ("GET", "/messages", None),
        ("POST", "/feedback", {"message": "message-1.0", "helped": True}),
        ("DELETE", "/conversation", None),
    ],
)
async def test_without_a_model_everyone_is_told_to_come_again(visitor, agent, method, path, body):
    agent.ready = False
    answer = await visitor.send(method, path, body)
    assert (answer.status, answer.error) == (503, "not_ready")
    assert int(answer.headers["Retry-After"]) > 0


async def test_a_store_that_fails_is_told_and_in_the_log(visitor, agent, caplog, monkeypatch):
    with agent.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE events")
    answer = await visitor.say()
    assert (answer.status, answer.error) == (503, "not_ready")
    assert "no such table" in caplog.text
    assert (await visitor.send("POST", "/session")).error == "not_ready"
    assert agent.heard == []


async def test_a_conversation_that_stays_busy_is_told_to_come_again(visitor, agent, monkeypatch):
    await agent.lock_store.lock(f"website {id_of(visitor)}", lock_lifetime=0.3).__aenter__()
    monkeypatch.setattr("careerbot.channels.website.conversations._LOOK_AGAIN_SECONDS", 0.01)

    async def fail(*_):
        raise channel.LockError("expired")

    monkeypatch.setattr(agent.lock_store, "_acquire_lock", fail)
    answer = await visitor.say()
    assert (answer.status, answer.error) == (503, "not_ready")


async def test_an_answer_that_takes_too_long_is_told(visit, agent, monkeypatch):
    monkeypatch.setenv("SANIC_RESPONSE_TIMEOUT", "1")
    visitor = await (await visit(agent)).begin()
    agent.may_answer.clear()
    answer = await visitor.say()
    assert (answer.status, answer.error) == (503, "not_ready")
    agent.may_answer.set()
    assert (await visitor.say()).status == 200


async def test_whatever_breaks_is_told_without_its_cause(visitor, monkeypatch, caplog):
    monkeypatch.setattr(channel, "_conversations", lambda *_: 1 / 0)
    answer = await visitor.send("GET", "/messages")
    assert (answer.status, answer.error) == (500, "failed")
    assert "zero" not in answer.body.decode()
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "status", "allow"),
    [
        ("GET", "/nothing", 404, None),
        ("POST", "/messages/more", 404, None),
        ("GET", "/session", 405, "POST"),
        ("PUT", "/messages", 405, "GET, POST"),
        ("DELETE", "/messages", 405, "GET, POST"),
        ("PATCH", "/", 405, "GET"),
        ("PROPFIND", "/messages", 405, ", ".join(channel.METHODS)),
    ],
)
async def test_what_is_at_no_address_or_takes_another_method_is_told_in_json(visitor, method, path, status, allow):
    answer = await visitor.send(method, path)
    assert (answer.status, answer.error) == (status, {404: "not_found", 405: "method_not_allowed"}[status])
    assert answer.headers.get("Allow") == allow


async def test_answers_are_kept_by_no_cache(visitor):
    for answer in (await visitor.say(), await visitor.send("GET", "/nothing")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


# -- limits ----------------------------------------------------------------------------------------------------------


async def test_a_conversation_that_asks_too_fast_waits_and_no_other_does(visitor, stranger, agent):
    for number in range(MESSAGES):
        assert (await visitor.say(id=f"message-{number}")).status == 200
    answer = await visitor.say(id="one-more-1")
    assert (answer.status, answer.error) == (429, "too_many_messages")
    assert 0 < int(answer.headers["Retry-After"]) <= 30
    assert len(agent.heard) == MESSAGES
    assert (await (await stranger.begin()).say()).status == 200


async def test_an_address_that_begins_too_many_conversations_waits_and_no_other_does(visit, agent):
    stranger = await visit(agent, proxies=1)
    for number in range(SESSIONS):
        forged = f"9.9.9.{number}, 203.0.113.7"  # what the visitor writes stands before what the proxy saw
        assert (await stranger.send("POST", "/session", X_Forwarded_For=forged)).status == 201
    answer = await stranger.send("POST", "/session", X_Forwarded_For="203.0.113.7")
    assert (answer.status, answer.error) == (429, "too_many_sessions")
    assert 0 < int(answer.headers["Retry-After"]) <= 600
    assert (await stranger.send("POST", "/session", X_Forwarded_For="203.0.113.8")).status == 201


async def test_without_a_proxy_the_header_says_nothing(stranger, monkeypatch):
    seen = []
    monkeypatch.setattr(channel, "network", seen.append)
    await stranger.send("POST", "/session", X_Forwarded_For="203.0.113.7")
    assert seen == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("[2001:db8:1:2:3:4:5:6]", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("127.0.0.1", None),
        ("[::1]", None),
        ("unknown", "unknown"),
    ],
)
def test_an_address_counts_as_its_household(address, counted):
    assert network(address) == counted


# -- history ---------------------------------------------------------------------------------------------------------


async def test_history_is_what_was_said_by_both_sides(visitor):
    assert await visitor.history() == []
    [answer] = (await visitor.say("pay?", id="message-1")).json["messages"]
    question, shown = await visitor.history()
    assert question.pop("time").endswith("Z")
    assert question == {"id": "message-1", "from": "person", "text": "pay?"}
    assert shown == answer


# -- ratings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ({"helped": True}, (True, None, None)),
        ({"helped": False}, (False, None, None)),
        ({"helped": False, "reason": "wrong_facts", "comment": "too\nlow"}, (False, "wrong_facts", "too low")),
        ({"helped": False, "reason": None, "comment": None}, (False, None, None)),
    ],
)
async def test_an_answer_is_rated_with_its_question(visitor, agent, body, kept):
    await visitor.say("pay?", id="message-1")
    await visitor.say("and in Texas?", id="message-2")
    answer = await visitor.rate(message="message-1.0", **body)
    assert (answer.status, answer.body) == (204, b"")
    [count] = feedback_store().counts()
    assert (count.intent, count.helped, count.not_helped) == ("salary_median", int(kept[0]), int(not kept[0]))
    for row in feedback_store().not_helped(10):
        assert (False, row.reason, row.comment) == kept
        assert (row.question, row.answer, row.channel) == ("pay?", "utter_salary_median", "website")
        assert row.score == pytest.approx(0.9)


async def test_a_later_rating_takes_the_place_of_the_first(visitor):
    await visitor.say(id="message-1")
    await visitor.rate(message="message-1.0", helped=False)
    await visitor.rate(message="message-1.0", helped=True)
    [count] = feedback_store().counts()
    assert (count.helped, count.not_helped) == (1, 0)


async def test_the_answer_to_a_click_is_rated_with_the_title_of_the_button(visitor, agent):
    agent.answers = [WITH_BUTTON]
    await visitor.say(id="message-1")
    await visitor.click(TEXAS, "In Texas", id="message-2")
    await visitor.rate(message="message-2.0", helped=False)
    assert feedback_store().not_helped(1)[0].question == "In Texas"


@pytest.mark.parametrize(
    "body",
    [
        {"helped": True},
        {"message": "message-1.0"},
        {"message": "message-1.0", "helped": "yes"},
        {"message": "message-1.0", "helped": False, "reason": "because"},
        {"message": "message-1.0", "helped": False, "reason": ["wrong_facts"]},
        {"message": "message-1.0", "helped": True, "reason": "wrong_facts"},
        {"message": "message-1.0", "helped": True, "comment": "nice"},
        {"message": "message-1.0", "helped": False, "comment": 5},
        {"message": "message-1.1", "helped": True},
        {"message": "message-1", "helped": True},
        {"message": "message-2.0", "helped": True},
        {"message": "%.0", "helped": True},
    ],
)
async def test_a_rating_that_is_none_or_of_no_answer_is_refused(visitor, body):
    await visitor.say(id="message-1")
    answer = await visitor.rate(**body)
    assert (answer.status, answer.error) == (400, "bad_request")
    assert feedback_store().counts() == []


async def test_a_comment_that_would_be_cut_is_refused(visitor):
    await visitor.say(id="message-1")
    assert (await visitor.rate(message="message-1.0", helped=False, comment="x" * 501)).error == "too_large"
    assert (await visitor.rate(message="message-1.0", helped=False, comment="x" * 500)).status == 204


async def test_small_talk_cannot_be_rated(visitor, agent):
    agent.answers = [{"text": "Hello!", "utter_action": "utter_chitchat_greet"}]
    [message] = (await visitor.say(id="message-1")).json["messages"]
    assert "rateable" not in message
    assert (await visitor.rate(message="message-1.0", helped=True)).error == "bad_request"


async def test_the_answer_of_another_conversation_cannot_be_rated(visitor, stranger):
    await visitor.say(id="message-1")
    other = await stranger.begin()
    assert (await other.rate(message="message-1.0", helped=True)).error == "bad_request"
    assert feedback_store().counts() == []


async def test_a_rating_that_cannot_be_kept_is_told(visitor, monkeypatch, tmp_path, caplog):
    await visitor.say(id="message-1")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CAREERBOT_FEEDBACK_URL", f"sqlite:///{tmp_path / 'file' / 'feedback.db'}")
    answer = await visitor.rate(message="message-1.0", helped=True)
    assert (answer.status, answer.error) == (503, "not_ready")
    assert "a rating was not kept" in caplog.text


# -- deletion --------------------------------------------------------------------------------------------------------


async def test_a_deleted_conversation_leaves_nothing_and_its_token_is_worth_nothing(visitor, agent):
    await visitor.say(id="message-1")
    await visitor.rate(message="message-1.0", helped=True)
    answer = await visitor.send("DELETE", "/conversation")
    assert (answer.status, answer.body) == (204, b"")
    assert not await agent.store.holds(id_of(visitor))
    assert feedback_store().counts() == []
    for again in (await visitor.say(id="message-2"), await visitor.send("DELETE", "/conversation")):
        assert (again.status, again.error) == (401, "session_ended")
    assert len(agent.heard) == 1


async def test_the_token_of_a_deleted_conversation_is_refused_by_another_process_too(visit, agent, domain, file):
    here = await (await visit(agent)).begin()
    await here.say()
    await here.send("DELETE", "/conversation")
    there = await visit(FakeAgent(domain, file))
    there.token = here.token
    assert (await there.say(id="message-2")).error == "session_ended"


async def test_deleting_one_conversation_leaves_the_others(visitor, stranger):
    other = await stranger.begin()
    await other.say(id="message-1")
    await other.rate(message="message-1.0", helped=True)
    await visitor.send("DELETE", "/conversation")
    assert len(await other.history()) == 2
    assert len(feedback_store().counts()) == 1


async def test_a_message_that_waits_while_its_conversation_is_deleted_does_not_bring_it_back(visitor, agent):
    agent.may_answer.clear()
    first = asyncio.create_task(visitor.say(id="message-1"))
    while not agent.heard:
        await asyncio.sleep(0)
    deleted = asyncio.create_task(visitor.send("DELETE", "/conversation"))
    name = f"website {id_of(visitor)}"
    while agent.lock_store.get_lock(name).last_issued < 1:
        await asyncio.sleep(0)
    late = asyncio.create_task(visitor.say(id="message-2"))
    while agent.lock_store.get_lock(name).last_issued < 2:
        await asyncio.sleep(0)
    agent.may_answer.set()
    assert [(await each).status for each in (first, deleted, late)] == [200, 204, 401]
    assert not await agent.store.holds(id_of(visitor))


async def test_ratings_that_cannot_be_deleted_keep_the_conversation_for_another_try(
    visitor, agent, monkeypatch, tmp_path
):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CAREERBOT_FEEDBACK_URL", f"sqlite:///{tmp_path / 'file' / 'feedback.db'}")
    assert (await visitor.send("DELETE", "/conversation")).error == "not_ready"
    assert await agent.store.holds(id_of(visitor))
    monkeypatch.setenv("CAREERBOT_FEEDBACK_URL", f"sqlite:///{tmp_path / 'feedback.db'}")
    assert (await visitor.send("DELETE", "/conversation")).status == 204


# -- origins ---------------------------------------------------------------------------------------------------------

LISTED = "https://careers.example.org"
REFUSAL_IS_READ = {"Access-Control-Allow-Origin": "*"}


def access(answer):
    """What the answer lets pages of other sites do."""
    return {name: value for name, value in answer.headers.items() if name.startswith("Access-Control")}


@pytest.fixture
async def open_to_listed(visit, agent):
    return await visit(agent, origins=[LISTED])


@pytest.mark.parametrize("origin", [LISTED, "https://CAREERS.example.org"])
async def test_a_page_of_a_listed_site_may_ask_and_read(open_to_listed, origin):
    answer = await open_to_listed.send("POST", "/session", Origin=origin)
    assert answer.status == 201
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    assert answer.headers["Access-Control-Expose-Headers"] == "Retry-After"
    assert answer.headers["Vary"] == "Origin"
    assert "Access-Control-Allow-Credentials" not in answer.headers


async def test_a_page_of_a_listed_site_may_read_errors_too(open_to_listed):
    for path in ("/messages", "/nothing"):
        answer = await open_to_listed.send("GET", path, Origin=LISTED)
        assert answer.status in (401, 404)
        assert answer.headers["Access-Control-Allow-Origin"] == LISTED


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "", "http://careers.example.org", f"{LISTED}.evil.example", f"{LISTED}:8443"],
)
@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
async def test_a_page_of_another_site_may_not_and_reads_no_more_than_that(open_to_listed, agent, origin, method):
    answer = await open_to_listed.send(method, "/session", Origin=origin)
    assert (answer.status, answer.error) == (403, "origin_not_allowed")
    assert access(answer) == ({} if method == "OPTIONS" else REFUSAL_IS_READ)
    assert answer.headers["Vary"] == "Origin"


async def test_a_browser_that_asks_before_is_told_what_may_be_sent(open_to_listed):
    answer = await open_to_listed.send("OPTIONS", "/messages", Origin=LISTED, Access_Control_Request_Method="POST")
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == LISTED
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST, DELETE"
    assert answer.headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type"
    assert "Access-Control-Allow-Credentials" not in answer.headers


async def test_our_own_page_and_what_is_no_browser_may_always(stranger):
    assert (await stranger.send("POST", "/session", Origin=stranger.url)).status == 201
    answer = await stranger.send("POST", "/session")
    assert answer.status == 201
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
async def test_what_rasa_lets_all_sites_do_does_not_hold_here(serve, session, dist, agent, method):
    """``rasa run --cors '*'``."""
    app = await serve((WebsiteChannel, {"origins": [LISTED]}), agent=agent, cors="*")
    stranger = Visitor(app.ctx.url, session)
    answer = await stranger.send(method, "/session", Origin="https://evil.example")
    assert (answer.status, answer.error) == (403, "origin_not_allowed")
    assert access(answer) == ({} if method == "OPTIONS" else REFUSAL_IS_READ)
    answer = await stranger.send(method, "/session", Origin=LISTED)
    assert answer.headers.getall("Access-Control-Allow-Origin") == [LISTED]
    assert "Access-Control-Allow-Credentials" not in answer.headers


async def test_other_channels_are_not_touched(stranger):
    answer = await stranger.send("GET", "/nothing", prefix="/webhooks/websites", Origin="https://evil.example")
    assert answer.status == 404
    assert "Vary" not in answer.headers
