"""careerbot/conversations.py: what Rasa's own SQL store would give, quicker, and nothing lost or left over."""

import asyncio
import itertools
import json
import logging
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot import conversations
from careerbot.conversations import ConversationStore, store_of
from careerbot.errors import SetupError
from careerbot.model import ROOT

DOMAIN = Domain.from_yaml("""
intents: [pay]
slots:
  place: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  year: {type: any, influence_conversation: false, mappings: [{type: custom}], initial_value: 2025}
actions: [action_pay]
forms: {a_form: {required_slots: []}}
""")

# One part of a turn: what Rasa writes for it, without times.
SAID = {"event": "user", "text": "pay in Köln 💉\x00?", "parse_data": {"intent": {"name": "pay"}, "entities": []}}
LISTEN = {"event": "action", "name": "action_listen"}
PARTS = {
    "answer": [SAID, {"event": "action", "name": "action_pay"}, {"event": "bot", "text": "much", "data": {}}, LISTEN],
    "slot": [SAID, {"event": "slot", "name": "place", "value": ["Köln", {"a": None}]}, LISTEN],
    "session": [{"event": "action", "name": "action_session_start"}, {"event": "session_started"}, LISTEN],
    "restart": [SAID, {"event": "restart"}, LISTEN],
    "taken back": [SAID, {"event": "action", "name": "action_pay"}, {"event": "rewind"}, LISTEN],
    "undone": [SAID, {"event": "action", "name": "action_pay"}, {"event": "undo"}, LISTEN],
    "form": [SAID, {"event": "active_loop", "name": "a_form"}, LISTEN],
    "followed": [SAID, {"event": "followup", "name": "action_pay"}],
    "half": [SAID],
    "paused": [SAID, {"event": "pause"}, LISTEN],
}

clock = itertools.count(1_700_000_000)


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    """Arguments for a store on an empty database, on each kind of server."""
    if request.param == "sqlite":
        return {"db": str(tmp_path / "conversations.db")}
    return {"host": request.getfixturevalue("empty_postgres_url")}


@pytest.fixture
def open_store(place):
    """Opens a store on the test's database, as often as asked: each is as another process."""
    opened = []

    def open_one(**more):
        opened.append(ConversationStore(DOMAIN, **place, **more))
        return opened[-1]

    yield open_one
    for store in opened:
        store.engine.dispose()


@pytest.fixture
def store(open_store):
    return open_store()


def happen(tracker, *parts):
    """Let parts of a turn happen to a tracker, each event later than the one before."""
    for part in parts:
        for event in deserialise_events([{**event, "timestamp": float(next(clock))} for event in PARTS[part]]):
            tracker.update(event, DOMAIN)


async def turn(store, *parts, sender="me"):
    """What Rasa does for a message. Returns the tracker."""
    tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
    happen(tracker, *parts)
    await store.save(tracker)
    return tracker


def state(tracker):
    """All that a tracker is, the same for equal ones whatever object they are."""
    if tracker is None:
        return None
    events = [event.as_dict() for event in tracker.events]
    loop = tracker.active_loop and vars(tracker.active_loop)
    # A tracker in which nothing was said yet holds an empty message of the moment it was made at.
    said, answered = (
        {**last.as_dict(), "timestamp": 0} for last in (tracker.latest_message, tracker.latest_bot_utterance)
    )
    return json.loads(
        json.dumps(
            [events, tracker.current_slot_values(), tracker.followup_action, tracker.latest_action, loop]
            + [tracker.is_paused(), said, answered]
        )
    )


def rows(store):
    """All that is in the database but the ids."""
    with store.engine.connect() as connection:
        found = connection.execute(sa.text("SELECT * FROM events ORDER BY id")).mappings().all()
    return [{key: value for key, value in row.items() if key != "id"} for row in found]


STEPS = st.tuples(
    st.sampled_from(["turn", "turn", "turn", "turn", "fails", "looked at", "copied", "deleted"]),
    st.integers(0, 1),
    st.sampled_from(["me", "you"]),
    st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=2),
)


async def _step(store, kind, sender, events):
    """One thing that happens to a conversation. Returns the state of the tracker before it."""
    if kind == "deleted":
        if isinstance(store, ConversationStore):
            return await store.delete(sender)
        with store.engine.begin() as connection:
            return connection.execute(sa.text("DELETE FROM events WHERE sender_id = :who"), {"who": sender}).rowcount
    tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
    before = state(tracker)
    if kind == "looked at":
        return before, state(await store.retrieve_full_tracker(sender))
    for event in deserialise_events(events):
        tracker.update(event, DOMAIN)
    if kind != "fails":
        await store.save(tracker.copy() if kind == "copied" else tracker)
    return before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12))
def test_whatever_happens_it_holds_and_gives_what_rasas_store_does(steps, open_store):
    rasas = SQLTrackerStore(DOMAIN, db=":memory:")
    ours = [open_store(), open_store()]
    with ours[0].engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM events"))

    async def compare():
        for kind, process, sender, parts in steps:
            events = [{**event, "timestamp": float(next(clock))} for part in parts for event in PARTS[part]]
            assert await _step(ours[process], kind, sender, events) == await _step(rasas, kind, sender, events)
        assert rows(ours[0]) == rows(rasas)
        for each, sender in itertools.product(ours, ("me", "you")):
            assert state(await each.retrieve(sender)) == state(await rasas.retrieve(sender))
        assert set(await ours[0].keys()) == set(await rasas.keys())

    asyncio.run(compare())
    for each in ours:
        each.engine.dispose()


async def test_the_tracker_saved_last_is_handed_out_again(store):
    await turn(store, "session", "answer")
    tracker = await turn(store, "answer")
    assert await turn(store, "answer") is tracker


async def test_a_long_conversation_is_written_whole_and_read_equal(store, open_store):
    await turn(store, "session")
    for _ in range(300):
        await turn(store, "answer")
    kept, loaded = await store.retrieve("me"), await open_store().retrieve("me")
    assert len(rows(store)) == 3 + 300 * len(PARTS["answer"])
    assert state(kept) == state(loaded)


async def test_what_another_process_wrote_is_there_at_the_next_turn(store, open_store):
    other = open_store()
    for each in (store, other, store, other):
        await turn(each, "answer")
    await turn(other, "slot")
    assert (await store.retrieve("me")).get_slot("place") == ["Köln", {"a": None}]


async def test_two_processes_that_answer_one_conversation_at_once_lose_nothing(store, open_store):
    other = open_store()
    await turn(store, "answer")
    mine, theirs = await store.retrieve("me"), await other.retrieve("me")
    happen(mine, "answer")
    happen(theirs, "slot")
    await other.save(theirs)
    await store.save(mine)
    whole = len(PARTS["answer"]) * 2 + len(PARTS["slot"])
    assert len((await store.retrieve("me")).events) == len((await other.retrieve("me")).events) == whole


async def test_a_row_of_another_process_that_comes_late_with_a_lower_id_is_seen(store):
    await turn(store, "answer")
    await turn(store, "answer")
    with store.engine.begin() as connection:
        late = "INSERT INTO events (id, sender_id, type_name, timestamp, data) VALUES (-1, 'me', 'pause', 1, :data)"
        connection.execute(sa.text(late), {"data": '{"event": "pause", "timestamp": 1}'})
    assert len((await store.retrieve("me")).events) == 2 * len(PARTS["answer"]) + 1


async def test_a_turn_that_fails_leaves_nothing_behind(store):
    await turn(store, "answer")
    before = state(await turn(store, "answer"))
    happen(await store.retrieve("me"), "slot")  # and then an exception
    assert state(await store.retrieve("me")) == before


async def test_a_turn_that_cannot_be_written_is_not_written_in_part(store):
    await turn(store, "answer")
    before, stored = state(await turn(store, "answer")), rows(store)
    tracker = await store.retrieve("me")
    happen(tracker, "answer")
    tracker.events[-1].metadata = {"not": object()}
    with pytest.raises(TypeError):
        await store.save(tracker)
    assert rows(store) == stored
    assert state(await store.retrieve("me")) == before


async def test_a_tracker_saved_again_writes_only_what_came_since(store):
    tracker = await turn(store, "answer")
    tracker = await store.retrieve("me")
    for _ in range(3):
        happen(tracker, "session")
        await store.save(tracker)
    assert len(rows(store)) == len(PARTS["answer"]) + 3 * len(PARTS["session"])


async def test_after_a_session_start_only_the_new_session_is_handed_out(store):
    await turn(store, "session", "slot")
    await turn(store, "answer")
    await turn(store, "session", "answer")
    tracker = await store.retrieve("me")
    assert [type(event).type_name for event in tracker.events][:2] == ["session_started", "action"]
    assert len(tracker.events) == len(PARTS["session"]) - 1 + len(PARTS["answer"])
    assert len((await store.retrieve_full_tracker("me")).events) == len(rows(store))


async def test_what_predicting_changes_without_an_event_is_not_handed_out(store):
    await turn(store, "answer")
    tracker = await store.retrieve("me")
    happen(tracker, "followed")
    tracker.clear_followup_action()
    await store.save(tracker)
    assert (await store.retrieve("me")).followup_action == "action_pay"


async def test_a_new_domain_gives_its_slots_to_conversations_under_way(store):
    for _ in range(2):
        await turn(store, "answer")
    FailSafeTrackerStore(store).domain = Domain.from_yaml("slots: {age: {type: any, mappings: [{type: custom}]}}")
    assert "age" in (await store.retrieve("me")).slots


async def test_a_tracker_from_elsewhere_is_stored_by_the_number_of_its_events(store):
    await turn(store, "answer")
    tracker = await store.retrieve_full_tracker("me")
    happen(tracker, "slot")
    await store.save(tracker)
    assert [row["type_name"] for row in rows(store)][4:] == ["user", "slot", "action"]


async def test_a_tracker_from_elsewhere_is_not_handed_out_as_what_is_stored(store, open_store):
    await turn(store, "answer")
    await store.retrieve("me")
    stranger = DialogueStateTracker("me", DOMAIN.slots)
    happen(stranger, "slot", "half", "answer")
    await store.save(stranger)
    assert state(await store.retrieve("me")) == state(await open_store().retrieve("me"))


async def test_events_that_are_not_written_are_told(store, caplog):
    await turn(store, "answer")
    short = DialogueStateTracker("me", DOMAIN.slots)
    happen(short, "half")
    await store.save(short)
    assert len(rows(store)) == len(PARTS["answer"])
    assert "conversation me has 4 events in the database and 1 in memory" in caplog.text


@pytest.mark.parametrize(("limit", "value"), [("MAX_KEPT", 3), ("MAX_EVENTS", 3 * len(PARTS["answer"]))])
async def test_the_conversations_kept_in_memory_are_bounded_and_the_oldest_goes_first(store, monkeypatch, limit, value):
    monkeypatch.setattr(conversations, limit, value)
    for sender in "abc":
        await store.save(DialogueStateTracker.from_events(sender, [], DOMAIN.slots))
        await turn(store, "answer", sender=sender)
    held = {}
    for sender in "abcab":
        held[sender] = await store.retrieve(sender)
    await turn(store, "answer", sender="d")
    await store.retrieve("d")
    assert len(store._known) == 3
    assert set(store._known) == {"a", "b", "d"}


async def say(store, message_id, *answers, sender="me", **more):
    """A turn with a message of this id, and its answers."""
    said = {**SAID, "message_id": message_id, **more}
    await turn(store, "session", sender=sender)
    tracker = await store.retrieve(sender)
    events = [said, *({"event": "bot", "text": text, "data": {}} for text in answers), LISTEN]
    for event in events:
        tracker.update(Event.from_parameters({**event, "timestamp": next(clock)}))
    await store.save(tracker)


def texts(events):
    return [event.text for event in events]


async def test_a_turn_is_found_by_the_id_of_its_message_in_every_session(store, open_store):
    await say(store, "one-1", "first", "second")
    await say(store, "two-2", "third")
    assert texts(await store.turn("me", "one-1")) == [SAID["text"], "first", "second"]
    assert texts(await open_store().turn("me", "two-2")) == [SAID["text"], "third"]
    assert await store.turn("you", "one-1") == []


async def test_of_two_turns_with_one_id_the_later_one_counts(store):
    await say(store, "one-1")
    await say(store, "one-1", "answered")
    assert texts(await store.turn("me", "one-1")) == [SAID["text"], "answered"]


@pytest.mark.parametrize("other", ["oneX1", "ONE_1", "one_11", "xone_1", "one_", "%"])
async def test_an_id_that_is_only_like_another_is_another(store, other):
    await say(store, "one_1", "answered")
    assert await store.turn("me", other) == []
    await say(store, other, "later")
    assert texts(await store.turn("me", "one_1")) == [SAID["text"], "answered"]


async def test_words_that_look_like_an_id_are_none(store):
    await say(store, "one-1", "answered", text='"message_id": "two-2"')
    assert await store.turn("me", "two-2") == []


async def test_the_newest_words_of_both_sides_come_oldest_first(store):
    await say(store, "one-1", "first")
    await say(store, "two-2", "second")
    assert texts(await store.words("me", 100)) == [SAID["text"], "first", SAID["text"], "second"]
    assert texts(await store.words("me", 3)) == ["first", SAID["text"], "second"]
    assert await store.words("you", 100) == []


async def test_a_conversation_is_held_from_its_beginning_until_it_is_deleted(store, open_store):
    assert not await store.holds("me")
    await turn(store, "session")
    assert await store.holds("me")
    assert await open_store().holds("me")
    await store.delete("me")
    assert not await open_store().holds("me")


class FakeAgent:
    def __init__(self, store):
        self.tracker_store = store


def test_the_store_of_an_agent_is_found_behind_what_rasa_wraps_around_it(store):
    assert store_of(FakeAgent(FailSafeTrackerStore(store))) is store
    assert store_of(FakeAgent(store)) is store


def test_an_agent_with_another_store_is_told_what_to_set():
    with pytest.raises(SetupError, match=r"InMemoryTrackerStore.*set the type of tracker_store in endpoints\.yml"):
        store_of(FakeAgent(FailSafeTrackerStore(InMemoryTrackerStore(DOMAIN))))


async def test_a_deleted_conversation_is_gone_in_every_process(store, open_store):
    other = open_store()
    for each in (store, other, store):
        await turn(each, "answer")
    await turn(store, "answer", sender="you")
    await store.retrieve("you")
    assert await store.delete("me") == 3 * len(PARTS["answer"])
    assert set(store._known) == {"you"}
    for each in (store, other):
        assert await each.retrieve("me") is None
        assert await each.retrieve_full_tracker("me") is None
        assert set(await each.keys()) == {"you"}
    assert await store.delete("me") == 0


async def test_a_turn_that_ends_after_the_deletion_brings_only_itself_back(store, open_store):
    await turn(store, "answer")
    tracker = await store.retrieve("me")
    await open_store().delete("me")
    happen(tracker, "slot")
    await store.save(tracker)
    assert len((await store.retrieve("me")).events) == len(PARTS["slot"])


async def test_no_file_of_sqlite_has_a_word_of_a_deleted_conversation(tmp_path):
    store = ConversationStore(DOMAIN, db=str(tmp_path / "conversations.db"))
    for _ in range(30):
        await turn(store, "answer", sender="secret-sender")
        await turn(store, "answer", sender="another")

    def words():
        return b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert b"secret-sender" in words()
    await store.delete("secret-sender")
    assert b"secret-sender" not in words()
    assert b"another" in words()


async def test_an_event_broker_gets_every_event_once(open_store):
    class Broker:
        def __init__(self):
            self.published = []

        def publish(self, event):
            self.published.append(event)

    broker = Broker()
    store = open_store(event_broker=broker)
    await turn(store, "session", "answer")
    await turn(store, "answer")
    await turn(store, "slot")
    assert [{"sender_id": "me", **json.loads(row["data"])} for row in rows(store)] == broker.published


@pytest.mark.parametrize("text", ["nul \x00", "lone \ud800", "💉" * 5000, "'; DROP TABLE events; --"])
async def test_any_text_comes_back_as_it_was(store, open_store, text):
    tracker = DialogueStateTracker("me", DOMAIN.slots)
    tracker.update(Event.from_parameters({**SAID, "text": text}))
    await store.save(tracker)
    assert (await open_store().retrieve("me")).latest_message.text == text


async def test_a_name_that_postgresql_refuses_ends_the_turn_and_not_the_process(empty_postgres_url):
    store = ConversationStore(DOMAIN, host=empty_postgres_url)
    for asked in (store.retrieve, store.retrieve_full_tracker):
        with pytest.raises(ValueError, match="NUL"):
            await asked("me\x00")
    store.engine.dispose()


def test_the_file_has_a_log_of_its_own_and_waits_for_writers_so_long(tmp_path):
    store = ConversationStore(db=str(tmp_path / "conversations.db"))
    with store.engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 1, "busy_timeout": 3000, "secure_delete": 1}


async def test_a_file_stays_open_from_turn_to_turn(tmp_path):
    store = ConversationStore(DOMAIN, db=str(tmp_path / "conversations.db"))
    opened = []
    sa.event.listen(store.engine, "connect", lambda *_: opened.append(1))
    for _ in range(3):
        await turn(store, "answer")
    assert len(opened) == 0


async def test_a_server_is_given_so_long_and_a_lost_connection_is_made_again(empty_postgres_url, monkeypatch):
    monkeypatch.setenv("POSTGRESQL_SCHEMA", "public")
    store = ConversationStore(DOMAIN, host=empty_postgres_url)
    await turn(store, "answer")
    with store.engine.connect() as connection:
        assert connection.execute(sa.text("SHOW statement_timeout")).scalar() == "3s"
        assert connection.execute(sa.text("SHOW search_path")).scalar() == "public"
        given = connection.connection.dbapi_connection.info.dsn_parameters
        assert (given["connect_timeout"], given["tcp_user_timeout"]) == ("3", "3000")
        pid = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar()
    killer = sa.create_engine(empty_postgres_url, poolclass=sa.pool.NullPool)
    with killer.connect() as connection:
        connection.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    assert len((await turn(store, "answer")).events) == 2 * len(PARTS["answer"])
    store.engine.dispose()


@pytest.mark.parametrize("url", ["nosuchthing://bot:s3cret@host/x", "postgresql://bot:s3cret@host:port/x", "://"])
def test_an_address_that_is_none_is_told_without_its_password(url):
    with pytest.raises(SetupError, match=r"tracker_store in endpoints\.yml") as caught:
        ConversationStore(host=url)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "place", [{"host": "postgresql://bot:s3cret@127.0.0.1:1/none"}, {"db": "/no/such/folder/conversations.db"}]
)
def test_a_database_that_does_not_come_up_is_waited_for_aloud_and_then_given_up(monkeypatch, caplog, place):
    monkeypatch.setattr(conversations, "_PAUSE_SECONDS", 0)
    with caplog.at_level(logging.WARNING), pytest.raises(SetupError, match="conversations cannot be kept at") as caught:
        ConversationStore(**place)
    tries = conversations._TRIES_SERVER if "host" in place else conversations._TRIES_FILE
    assert len(caplog.records) == tries - 1
    assert "trying again" in caplog.text
    assert "s3cret" not in caplog.text + str(caught.value)


def test_tables_that_another_process_makes_at_the_same_moment_are_no_reason_to_stop(tmp_path, monkeypatch):
    monkeypatch.setattr(conversations, "_PAUSE_SECONDS", 0)
    path = str(tmp_path / "conversations.db")
    makes, done = ConversationStore.Base.metadata.create_all, []

    def both_at_once(engine):
        makes(engine)
        if not done:
            done.append(1)
            makes(engine, checkfirst=False)

    monkeypatch.setattr(ConversationStore.Base.metadata, "create_all", both_at_once)
    ConversationStore(db=path)
    assert done


def test_an_option_that_does_not_exist_is_an_error():
    with pytest.raises(TypeError, match="dbname"):
        ConversationStore(dbname="var/conversations.db")


def test_endpoints_yml_names_this_store(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("var").mkdir()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    store = TrackerStore.create(endpoints.tracker_store)
    assert isinstance(store, ConversationStore)
    assert Path("var/conversations.db").exists()
