from actions.turns import turns


def user(text, intent):
    return {"event": "user", "text": text, "parse_data": {"text": text, "intent": {"name": intent}}}


def bot(response, *payloads):
    buttons = [{"title": payload, "payload": payload} for payload in payloads]
    return {"event": "bot", "data": {"buttons": buttons or None}, "metadata": {"utter_action": response}}


def test_a_turn_is_a_message_and_the_answers_up_to_the_next_one():
    events = [
        {"event": "session_started"},
        bot("utter_welcome"),
        user("pay?", "salary_median"),
        {"event": "action", "name": "action_salary_median"},
        bot("utter_pay", "/a", "/b"),
        {"event": "bot", "data": {"image": "/charts/pay"}, "metadata": {}},
        {"event": "slot", "name": "place", "value": "TX"},
        user("hm", ""),
    ]
    first, last = turns(events)
    assert (first.intent, first.responses, first.buttons) == ("salary_median", ("utter_pay",), ("/a", "/b"))
    assert first.understood["text"] == "pay?"
    assert len(first.bot) == 2
    assert (first.slots, last.slots) == ({"place": "TX"}, {})
    assert (last.intent, last.responses, last.buttons) == ("", (), ())


def test_a_conversation_that_has_not_begun_has_no_turns():
    assert turns([bot("utter_welcome"), {"event": "action", "name": "action_listen"}]) == []


def test_a_message_that_rasa_could_not_read_has_no_intent():
    [turn] = turns([{"event": "user", "text": "x"}])
    assert (turn.intent, turn.understood) == ("", {})
