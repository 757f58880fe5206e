import pytest

from careerbot.channels.slack.errors import InboxUnavailable, LeaseLost
from careerbot.channels.slack.inbox import DEFAULT_URL, Inbox, inbox_url
from careerbot.channels.slack.task import Task
from careerbot.errors import SetupError

PARTS = [{"text": "one", "blocks": []}, {"text": "two", "blocks": []}]


def task(id="Ev1", user="U1"):
    return Task(id=id, kind="ask", team="T1", user=user, channel="D1", text="how long?")


@pytest.fixture
def clock(monkeypatch):
    """The time that the inbox goes by, in seconds."""

    class Clock:
        now = 1_000_000.0

        def time(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr("careerbot.channels.slack.inbox.time", clock)
    return clock


@pytest.fixture
def inbox(empty_url):
    inbox = Inbox(empty_url)
    inbox.open()
    return inbox


@pytest.fixture
def other(inbox, empty_url):
    """Another process at the same database."""
    return Inbox(empty_url)


def test_a_task_is_kept_once_whichever_process_hears_of_it(inbox, other):
    assert inbox.put(task()).task == task()
    assert inbox.put(task()) is None
    assert other.put(task()) is None


def test_a_task_that_is_worked_on_is_not_taken_over(inbox, other):
    inbox.put(task())
    assert other.take_over() == []
    assert inbox.take_over() == []


def test_a_task_whose_lease_ran_out_is_taken_over_by_one_where_it_stands(inbox, other, empty_url, clock):
    inbox.put(task())
    inbox.answer(task(), PARTS)
    inbox.begin(task())
    inbox.sent(task())
    inbox.begin(task())
    clock.now += inbox.lease + 1
    [row] = other.take_over()
    assert (row.task, row.parts, row.sent, row.begun, row.attempts) == (task(), PARTS, 1, 1, 2)
    assert Inbox(empty_url).take_over() == []


def test_what_surely_did_not_arrive_leaves_the_doubt_about_the_times_before(inbox):
    inbox.put(task())
    inbox.answer(task(), PARTS)
    inbox.begin(task())
    inbox.begin(task())
    inbox.not_begun(task())
    assert inbox.find("Ev1").begun == 1


def test_who_lost_the_lease_can_write_nothing_more(inbox, other, clock):
    inbox.put(task())
    clock.now += inbox.lease + 1
    other.take_over()
    for write in (inbox.begin, inbox.not_begun, inbox.sent, inbox.done):
        with pytest.raises(LeaseLost):
            write(task())
    with pytest.raises(LeaseLost):
        inbox.answer(task(), PARTS)
    other.begin(task())


def test_a_renewed_lease_holds(inbox, other, clock):
    inbox.put(task())
    inbox.put(task("Ev2"))
    clock.now += inbox.lease - 1
    inbox.renew(["Ev1"])
    clock.now += 2
    assert [row.task.id for row in other.take_over()] == ["Ev2"]


def test_what_is_put_off_is_taken_over_then_and_not_before(inbox, clock):
    inbox.put(task())
    inbox.later(task(), 30)
    clock.now += 29
    assert inbox.take_over() == []
    clock.now += 2
    assert [row.task.id for row in inbox.take_over()] == ["Ev1"]


def test_what_a_stopped_process_leaves_is_taken_over_at_once(inbox, other, clock):
    inbox.put(task())
    inbox.release()
    assert [row.task.id for row in other.take_over()] == ["Ev1"]


def test_the_oldest_is_taken_over_first(inbox, other, clock):
    for id in ("Ev3", "Ev1", "Ev2"):
        inbox.put(task(id))
        clock.now += 1
    clock.now += inbox.lease
    assert [row.task.id for row in other.take_over()] == ["Ev3", "Ev1", "Ev2"]


def test_what_is_done_stays_known_without_the_words_of_the_person(inbox, clock):
    inbox.put(task())
    inbox.answer(task(), PARTS)
    inbox.done(task())
    clock.now += inbox.lease + 1
    assert inbox.take_over() == []
    assert inbox.put(task()) is None
    assert inbox.find("Ev1").task.text == ""
    assert inbox.find("Ev1").parts == PARTS


def test_what_failed_keeps_everything_and_is_counted(inbox, clock):
    inbox.put(task())
    inbox.put(task("Ev2"))
    inbox.done(task(), failed="channel_not_found " * 100)
    clock.now += inbox.lease + 1
    assert inbox.find("Ev1").task.text == "how long?"
    assert (inbox.counts().waiting, inbox.counts().failed) == (1, 1)
    assert [row.task.id for row in inbox.take_over()] == ["Ev2"]


def test_what_was_done_long_ago_is_deleted_and_nothing_else(inbox, clock):
    inbox.put(task())
    inbox.put(task("Ev2"))
    inbox.done(task())
    clock.now += 8 * 24 * 3600
    inbox.clear()
    assert inbox.find("Ev1") is None
    assert inbox.find("Ev2") is not None


def test_forgetting_deletes_the_rows_of_that_person_only(inbox):
    for id, user in (("Ev1", "U1"), ("Ev2", "U1"), ("Ev3", "U2")):
        inbox.put(task(id, user))
    assert inbox.forget("T1:U1", but="Ev2") == 1
    assert [inbox.find(id) is not None for id in ("Ev1", "Ev2", "Ev3")] == [False, True, True]


def test_an_address_that_is_none_names_the_setting_and_shows_no_password():
    with pytest.raises(SetupError, match="CAREERBOT_INBOX_URL") as caught:
        Inbox("nosuch://user:secret@host/db")
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_there_says_where_and_why(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(InboxUnavailable, match="taken"):
        Inbox(f"sqlite:///{tmp_path / 'taken' / 'inbox.db'}").open()
    with pytest.raises(InboxUnavailable, match="no such table"):
        Inbox(f"sqlite:///{tmp_path / 'empty.db'}").put(task())


def test_the_setting_names_the_database_else_it_is_a_file():
    assert inbox_url({"CAREERBOT_INBOX_URL": "postgresql://h/db"}) == "postgresql://h/db"
    assert inbox_url({}) == DEFAULT_URL
