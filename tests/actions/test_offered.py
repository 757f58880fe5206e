import pytest

from actions.offered import choices, question_of
from actions.turns import turns


@pytest.mark.parametrize(
    ("payload", "intent", "entities"),
    [
        ("/salary_median", "salary_median", []),
        ('/salary_median{"place": "Texas"}', "salary_median", [("place", "Texas")]),
        ('/salary_median{"place": "Texas", "year": "2021"}', "salary_median", [("place", "Texas"), ("year", "2021")]),
        ('/x{"credential": ["CMA", "RMA"]}', "x", [("credential", "CMA"), ("credential", "RMA")]),
        (" /state_rules{} ", "state_rules", []),
    ],
)
def test_a_payload_is_read_as_rasa_reads_it(payload, intent, entities):
    question = question_of(payload)
    assert question["intent"]["name"] == intent
    assert [(entity["entity"], entity["value"]) for entity in question["entities"]] == entities


@pytest.mark.parametrize("payload", ["about a year", "", "what/how", "/two words"])
def test_words_are_no_question(payload):
    assert question_of(payload) is None


def test_a_payload_that_is_broken_is_an_error():
    with pytest.raises(ValueError, match="line 1"):
        question_of('/salary_median{"place": Texas}')


def test_only_what_the_last_answer_asks_is_a_choice():
    def bot(*payloads):
        buttons = [{"title": payload, "payload": payload} for payload in payloads]
        return {"event": "bot", "text": "", "data": {"buttons": buttons}, "metadata": {}}

    user = {"event": "user", "text": "", "parse_data": {}}
    events = [
        user,
        bot("/salary_entry"),
        user,
        bot("/programs_cost", "a year"),
        bot("/chitchat_deny", "/programs_cost"),
    ]
    assert [button["payload"] for button in choices(turns(events))] == ["/programs_cost"]
    assert choices([]) == []
