from rasa.shared.core.events import BotUttered, UserUttered

from careerbot.channels.turns import turns
from careerbot.channels.website.transcript import answers, asked_in, iso, messages, rated


def asked(id, text="pay?", shown=None, intent="salary_median", score=0.7):
    understood = {"name": intent, "confidence": score}
    metadata = {"shown": shown} if shown else None
    return UserUttered(text, understood, timestamp=0.0, message_id=id, metadata=metadata)


def said(text, response="utter_salary_median", data=None, **metadata):
    return BotUttered(text, data, {"utter_action": response, **metadata}, timestamp=1.9)


def texts(events):
    return [message["text"] for message in messages(turns(events))]


def test_both_sides_come_in_order():
    assert texts([asked("one"), said("1"), said("2"), asked("two", "more"), said("3")]) == [
        "pay?",
        "1",
        "2",
        "more",
        "3",
    ]


def test_an_attempt_that_failed_is_not_shown_beside_the_one_that_did_not():
    assert texts([asked("one", "first"), asked("two", "other"), said("1"), asked("one", "first"), said("2")]) == [
        "other",
        "1",
        "first",
        "2",
    ]


def test_what_was_said_before_the_first_message_is_left_out():
    assert texts([said("cut off"), asked("one"), said("1")]) == ["pay?", "1"]


def test_an_event_with_nothing_to_see_is_left_out_and_the_others_keep_their_ids():
    events = [asked("one"), said(None, data={"custom": {"a": 1}}), said("1")]
    assert [message["id"] for message in messages(turns(events))] == ["one", "one.1"]


def test_a_button_without_title_or_payload_is_left_out():
    buttons = [{"title": "Pay", "payload": "/pay", "type": "x"}, {"title": "none"}, {"payload": "/none"}]
    [turn] = turns([asked("one"), said("1", data={"buttons": buttons})])
    [answer] = answers(turn)
    assert answer["buttons"] == [{"title": "Pay", "payload": "/pay"}]


def test_the_id_of_an_answer_tells_what_it_answers():
    [turn] = turns([asked("a-b_c"), said("1"), said("2")])
    assert [asked_in(answer["id"]) for answer in answers(turn)] == ["a-b_c", "a-b_c"]
    assert asked_in("nonsense") == ""


def test_a_moment_is_written_in_utc():
    assert iso(1_795_514_400.9) == "2026-11-24T10:00:00Z"


def test_no_thumbs_go_under_a_picture_or_small_talk():
    [turn] = turns(
        [asked("one"), said(None, data={"image": "/charts/x.png"}), said("1", "utter_chitchat_greet"), said("2")]
    )
    assert [answer.get("rateable", False) for answer in answers(turn)] == [False, False, True]


def test_a_rating_is_about_the_question_that_was_worked_out():
    worked_out = {"text": "and in Texas?", "intent": {"name": "salary_place"}}
    [turn] = turns(
        [
            asked("one", "/x", shown="and in Texas?", intent="context_follow_up"),
            said("1", answered=worked_out),
            said("2"),
        ]
    )
    answered = rated(turn, "one.0", "me", "website")
    assert (answered.intent, answered.score) == ("salary_place", 0.7)
    assert (answered.conversation, answered.message, answered.question) == ("me", "one", "and in Texas?")
    assert (answered.answer, answered.channel) == ("utter_salary_median", "website")
    assert rated(turn, "one.1", "me", "website").intent == "context_follow_up"
    assert rated(turn, "one.2", "me", "website") is None
