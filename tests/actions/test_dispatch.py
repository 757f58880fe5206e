from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.dispatch import answer
from actions.turns import ANSWERED, turns
from tests.actions.conftest import asked


def dispatched(assistant, *questions, events=()):
    """Messages and events of the answers to these questions in place of the message "yes"."""
    message = asked("chitchat_affirm", "yes")
    said = [*events, {"event": "user", "text": "yes", "parse_data": message}]
    tracker = Tracker("test", {"place": "TX"}, message, said, False, None, {}, None)
    dispatcher = CollectingDispatcher()
    happened = answer(questions, dispatcher, tracker, assistant.domain_content)
    assert (tracker.latest_message, tracker.events, tracker.slots) == (message, said, {"place": "TX"})
    return dispatcher.messages, happened


def test_a_question_is_answered_in_place_of_the_message(assistant):
    [message], events = dispatched(assistant, asked("state_rules", "rules?", place="Ohio"))
    assert message["response"].startswith("utter_state_rules")
    assert {event["name"]: event["value"] for event in events}["place"] == "OH"


def test_two_questions_with_one_answer_get_it_once(assistant):
    shots, blood = (asked(intent, "and here", place="Ohio") for intent in ("scope_injections", "scope_blood"))
    messages, _ = dispatched(assistant, shots, blood, asked("duties_skills"), asked("duties_skills", "skills"))
    assert [message["response"] for message in messages].count("utter_duties_skills") == 1


def test_a_message_says_which_question_it_answers(assistant):
    pay, duties = asked("salary_median", "pay?", place="Ohio"), asked("duties_overview", "what do they do")
    messages, _ = dispatched(assistant, pay, duties)
    assert [message[ANSWERED] for message in messages if message["response"]] == [pay, duties]


def test_a_question_that_turns_out_to_be_another_says_which(assistant):
    [message], _ = dispatched(
        assistant,
        asked("context_follow_up", "and Ohio?", place="Ohio"),
        events=[{"event": "user", "text": "", "parse_data": asked("certification_required")}],
    )
    assert message[ANSWERED]["intent"]["name"] == "state_rules"


def test_what_was_answered_is_what_the_next_turn_sees(assistant):
    fee = asked("certification_exam_fee", "fee?", credential="RMA")
    messages, events = dispatched(assistant, fee)
    written = [{"event": "bot", "text": "", "data": {}, "metadata": message} for message in messages]
    user = {"event": "user", "text": "yes", "parse_data": asked("chitchat_affirm", "yes")}
    [turn] = turns([user, *written, *events])
    assert turn.asked == [fee]
    assert turn.slots["credential"] == "RMA"
