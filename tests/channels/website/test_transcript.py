import pytest
from rasa.shared.core.events import BotUttered, UserUttered

from careerbot.channels.website import transcript
from careerbot.channels.website.transcript import asked_in, is_rateable, iso, messages, turns

FORMS = ("program_form", "eligibility_form", "feedback_form")


def asked(id, text="pay?", shown=None, intent="salary_median", score=0.7):
    understood = {"name": intent, "confidence": score}
    metadata = {"shown": shown} if shown else None
    return UserUttered(text, understood, timestamp=0.0, message_id=id, metadata=metadata)


def said(text, response="utter_salary_median", data=None, **metadata):
    return BotUttered(text, data, {"utter_action": response, **metadata}, timestamp=1.9)


def texts(events):
    return [message["text"] for message in messages(turns(events), FORMS)]


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
    assert [message["id"] for message in messages(turns(events), FORMS)] == ["one", "one.1"]


def test_a_button_without_title_or_payload_is_left_out():
    buttons = [{"title": "Pay", "payload": "/pay", "type": "x"}, {"title": "none"}, {"payload": "/none"}]
    [answer] = turns([asked("one"), said("1", data={"buttons": buttons})])[0].answers(FORMS)
    assert answer["buttons"] == [{"title": "Pay", "payload": "/pay"}]


def test_the_id_of_an_answer_tells_what_it_answers():
    [turn] = turns([asked("a-b_c"), said("1"), said("2")])
    assert [asked_in(answer["id"]) for answer in turn.answers(FORMS)] == ["a-b_c", "a-b_c"]
    assert asked_in("nonsense") == ""


def test_a_moment_is_written_in_utc():
    assert iso(1_795_514_400.9) == "2026-11-24T10:00:00Z"


@pytest.mark.parametrize(
    "response",
    [
        "utter_salary_median_place",
        "utter_duties_overview",
        "utter_out_of_scope",
        "utter_certification_exam_fee",
        "utter_program_form_result",
        "utter_eligibility_form_result",
    ],
)
def test_thumbs_make_sense_under_an_answer(response):
    assert is_rateable(said("1", response), FORMS)


@pytest.mark.parametrize(
    "response",
    [
        "utter_chitchat_greet",
        "utter_feedback_up",
        "utter_feedback_form_result_",
        "utter_action_failed",
        "utter_not_understood_guesses",
        "utter_context_more_nothing",
        "utter_safety_self_harm",
        "utter_ask_program_form_program_time",
        "utter_hint_program_form_money",
        "utter_form_stopped",
        "utter_salaryman",
        "",
        None,
    ],
)
def test_thumbs_make_no_sense_under_small_talk_questions_and_apologies(response):
    assert not is_rateable(said("1", response), FORMS)


def test_no_thumbs_go_under_a_picture():
    assert not is_rateable(said(None, data={"image": "/charts/x.png"}), FORMS)


def test_every_kind_of_response_in_the_domain_is_either_an_answer_or_known_to_be_none(domain):
    """So that a new family of responses is looked at."""
    none = {"action", "ask", "chitchat", "context", "default", "eligibility", "feedback", "form", "hint", "not"}
    none |= {"program", "safety", "unknown"}
    families = {name.split("_")[1] for name in domain.responses}
    rated = {name.split("_")[1] for name in domain.responses if is_rateable(said("1", name), ())}
    assert families - rated == none


def test_a_rating_is_about_the_question_that_was_worked_out():
    worked_out = {"text": "and in Texas?", "intent": {"name": "salary_place"}}
    [turn] = turns(
        [
            asked("one", "/x", shown="and in Texas?", intent="context_follow_up"),
            said("1", answered=worked_out),
            said("2"),
        ]
    )
    answered = turn.rated("one.0", "me", "website", FORMS)
    assert (answered.intent, answered.score) == ("salary_place", 0.7)
    assert (answered.conversation, answered.message, answered.question) == ("me", "one", "and in Texas?")
    assert (answered.answer, answered.channel) == ("utter_salary_median", "website")
    assert turn.rated("one.1", "me", "website", FORMS).intent == "context_follow_up"
    assert turn.rated("one.2", "me", "website", FORMS) is None


def test_the_key_that_marks_an_answered_question_is_the_one_that_actions_set():
    from actions.turns import ANSWERED

    assert ANSWERED == transcript.ANSWERED
