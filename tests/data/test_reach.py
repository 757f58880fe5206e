"""What tests/live/reach.py finds in the events of conversations, and what it misses nothing of."""

import json

import sqlalchemy as sa

from tests.data.files import domain
from tests.live.reach import NEVER_SHOWN, events_of, problems, shown, understood, wanted

DOMAIN = {
    "actions": [
        "action_salary_median",
        {"validate_program_form": {"send_domain": True}},
        "action_ask_program_form_time",
        "action_never",
    ],
    "responses": {
        "utter_pay": [{"text": "They earn {median} a year."}],
        "utter_ask_program_form_time": [{"text": "How long?"}],
        "utter_program_result": [{"text": "{advice}"}],
        "utter_program_reason": [{"text": "You could work sooner: it usually takes {time}."}],
        "utter_program_caution": [{"text": "But it costs more."}],
        "utter_noted": [{"text": "Noted."}],
        "utter_failed": [{"text": "I am sorry, I could not look that up just now."}],
    },
}
EVENTS = [
    {"event": "user", "text": "pay?", "parse_data": {"intent": {"name": "salary_median"}}},
    {"event": "action", "name": "action_salary_median"},
    {"event": "bot", "text": "They earn $45,690 a year.", "metadata": {"utter_action": "utter_pay"}},
    {"event": "user", "text": "x"},
    {"event": "action", "name": "program_form"},
    {"event": "bot", "text": "How long?", "metadata": {"utter_action": "utter_ask_program_form_time"}},
    {
        "event": "bot",
        "text": "Why:\n- You could work sooner: it usually takes 9 to 12 months. Noted.",
        "metadata": {"utter_action": "utter_program_result"},
    },
    {"event": "bot", "text": None, "metadata": None},
]


def test_a_response_is_shown_by_its_name_or_by_its_words_and_an_action_by_running():
    assert shown(DOMAIN, EVENTS) == {
        "utter_pay",
        "utter_program_result",
        "utter_program_reason",  # but not utter_noted: only words of its own kind are its own
        "utter_ask_program_form_time",
        "action_ask_program_form_time",
        "action_salary_median",
        "validate_program_form",
    }


def test_what_was_not_shown_is_listed_and_so_are_exceptions_that_are_none():
    never = {"utter_failed": "only when it fails", "utter_pay": "by mistake", "utter_old": "is gone"}
    assert problems(DOMAIN, EVENTS, never) == [
        "action_never: no live conversation shows it",
        "utter_noted: no live conversation shows it",
        "utter_program_caution: no live conversation shows it",
        "utter_pay: is shown, although it is listed as never shown",
        "utter_old: is listed as never shown, but not in the domain",
    ]


def test_each_message_has_what_it_was_understood_as():
    assert understood(EVENTS) == ["salary_median", ""]


def test_the_events_of_the_senders_that_are_asked_for_are_read_in_their_order(tmp_path):
    (tmp_path / "endpoints.yml").write_text("tracker_store: {type: SQL, dialect: sqlite, db: some.db}")
    rows = [("me", {"event": "user"}), ("other", {"event": "bot"}), ("me", {"event": "action"})]
    with sa.create_engine(f"sqlite:///{tmp_path / 'some.db'}").begin() as connection:
        connection.exec_driver_sql("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT, data TEXT)")
        for sender, event in rows:
            values = (sender, json.dumps(event))
            connection.exec_driver_sql("INSERT INTO events (sender_id, data) VALUES (?, ?)", values)
    assert events_of(["me", "silent"], tmp_path) == {"me": [{"event": "user"}, {"event": "action"}], "silent": []}


def test_every_exception_is_in_the_domain_and_has_a_reason():
    assert {*NEVER_SHOWN} <= wanted(domain())
    assert all(NEVER_SHOWN.values())
