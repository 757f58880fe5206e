"""What is about anything else is refused; a question of ours that looks like it is offered."""

from careerbot.contact import VARIABLE
from tests.actions.conftest import asked

REFUSED = "outside what I know"


def test_what_is_about_anything_else_is_refused_with_topics(conversation):
    answer = conversation.scored("what is the best phone", {"out_of_scope": 0.8, "certification_best": 0.02})
    assert (answer.response, REFUSED in answer.text) == ("utter_out_of_scope", True)
    assert "Something else" not in answer.buttons


def test_questions_that_are_near_are_offered_with_the_names_of_the_message(conversation):
    scores = {"out_of_scope": 0.35, "state_rules": 0.12, "education_prerequisites": 0.08, "fit_hours": 0.02}
    answer = conversation.scored("requirements ohio", scores, place="Ohio")
    assert REFUSED in answer.text
    assert "did you mean one of these?" in answer.text
    assert answer.buttons == {
        "Rules in your state": '/state_rules{"place": "Ohio"}',
        "Getting into a program": '/education_prerequisites{"place": "Ohio"}',
        "Something else": "/chitchat_deny",
    }


def test_danger_that_is_near_is_answered(conversation):
    answer = conversation.scored("my tooth is killing me", {"out_of_scope": 0.4, "safety_emergency": 0.2})
    assert "Call [911](tel:911)" in answer.text


def test_as_one_of_several_questions_it_is_refused(conversation):
    refused, answered = conversation.ask_several(asked("out_of_scope"), asked("fit_remote"))
    assert (refused.response, answered.response) == ("utter_out_of_scope", "utter_fit_remote")


def test_guesses_in_vain_count_as_not_understood(conversation, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    conversation.scored("license", {"out_of_scope": 0.5, "state_rules": 0.12})
    assert "I still do not understand" in conversation.scored("frum", {}).text
    conversation.scored("license", {"out_of_scope": 0.5, "state_rules": 0.12, "fit_hours": 0.06})
    assert "Rules in your state" not in conversation.ask("chitchat_wrong").buttons


def test_a_plain_refusal_does_not(conversation):
    conversation.scored("quark", {"out_of_scope": 0.8})
    assert conversation.scored("frum", {}).response == "utter_default"
