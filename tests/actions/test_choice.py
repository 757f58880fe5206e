"""Yes, no and "the second one": with something offered and without."""

import pytest

FEE_QUESTION = {"CMA (AAMA)": '/certification_exam_fee{"credential": "CMA"}'}


def offer(conversation, *buttons, text="Would you like that?"):
    """The assistant says something with these buttons, (title, payload) each."""
    shown = [{"title": title, "payload": payload} for title, payload in buttons]
    conversation.events += [
        {"event": "user", "text": "hm", "parse_data": {"text": "hm", "intent": {"name": "chitchat_greet"}}},
        {"event": "bot", "text": text, "data": {"buttons": shown or None}, "metadata": {}},
    ]


# -- yes -------------------------------------------------------------------------------------------------------------


def test_yes_to_the_only_offer_takes_it(conversation):
    offer(conversation, ("Pay in Texas", '/salary_median{"place": "Texas"}'))
    assert "Medical assistants in Texas earned" in conversation.ask("chitchat_affirm", "yes please").text


def test_what_yes_has_asked_can_be_followed_up(conversation):
    offer(conversation, ("Pay in Texas", '/salary_median{"place": "Texas"}'))
    conversation.ask("chitchat_affirm", "sure")
    assert "Medical assistants in Ohio earned" in conversation.ask("context_follow_up", place="Ohio").text


def test_yes_to_the_only_offer_beside_a_way_out_takes_it(conversation):
    offer(conversation, ("Starting pay", "/salary_entry"), ("Something else", "/chitchat_deny"))
    assert conversation.ask("chitchat_affirm", "yes").response == "utter_salary_entry"


def test_yes_to_a_question_with_yes_and_no_is_its_yes(conversation):
    offer(conversation, ("Yes", "/programs_cost"), ("No", "/programs_online"))
    assert conversation.ask("chitchat_affirm", "yep").response == "utter_programs_cost"


def test_yes_to_several_offers_asks_which_with_the_same_buttons(conversation):
    asked = conversation.ask("certification_exam_fee")
    answer = conversation.ask("chitchat_affirm", "yes")
    assert answer.response == "utter_context_which"
    assert answer.buttons == asked.buttons
    assert answer.buttons.items() >= FEE_QUESTION.items()


def test_yes_with_nothing_offered_asks_what_the_question_is(conversation):
    offer(conversation)
    assert conversation.ask("chitchat_affirm", "yes").response == "utter_chitchat_affirm"


def test_yes_as_the_first_word_asks_what_the_question_is(conversation):
    assert conversation.ask("chitchat_affirm", "yes").response == "utter_chitchat_affirm"


def test_an_offer_before_the_last_answer_is_no_longer_there_to_take(conversation):
    offer(conversation, ("Starting pay", "/salary_entry"))
    conversation.ask("chitchat_thanks")
    assert conversation.ask("chitchat_affirm", "yes").response == "utter_chitchat_affirm"


def test_yes_to_the_offer_of_a_form_starts_it(conversation):
    offer(conversation, ("Which program fits me?", "/programs_match"))
    assert conversation.answers("chitchat_affirm", "yes") == []
    assert conversation.events[-1]["event"] == "followup"
    assert conversation.events[-1]["name"] == "program_form"


def test_a_button_that_sends_words_is_no_offer_to_say_yes_to(conversation):
    offer(conversation, ("About a year", "about a year"))
    assert conversation.ask("chitchat_affirm", "yes").response == "utter_chitchat_affirm"


# -- no --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["idk", "not sure", "maybe"])
def test_who_does_not_know_has_not_said_yes(conversation, text):
    offer(conversation, ("Pay in Texas", '/salary_median{"place": "Texas"}'))
    assert conversation.ask("chitchat_affirm", text).response == "utter_chitchat_deny"


def test_no_to_what_was_offered_drops_it(conversation):
    conversation.ask("salary_median")
    answer = conversation.ask("chitchat_deny", "no thanks")
    assert answer.response == "utter_context_dropped"
    assert answer.buttons == {}
    assert answer.slots == {}


def test_no_to_a_question_with_yes_and_no_is_its_no(conversation):
    offer(conversation, ("Yes", "/programs_cost"), ("No, online", "/programs_online"))
    assert conversation.ask("chitchat_deny", "nope").response == "utter_programs_online"


@pytest.mark.parametrize("text", ["no", "/chitchat_deny"])
def test_no_to_all_guesses_asks_what_the_question_is(conversation, text):
    offer(conversation, ("Starting pay", "/salary_entry"), ("Something else", "/chitchat_deny"))
    assert conversation.ask("chitchat_deny", text).response == "utter_chitchat_deny"


def test_no_with_nothing_offered_asks_what_the_question_is(conversation):
    assert conversation.ask("chitchat_deny", "no").response == "utter_chitchat_deny"


def test_after_a_no_the_conversation_goes_on_about_the_same(conversation):
    conversation.ask("certification_exam_fee", credential="CCMA")
    conversation.ask("chitchat_deny", "no")
    assert "CCMA (NHA)" in conversation.ask("certification_renewal").text


# -- the second one --------------------------------------------------------------------------------------------------


def test_a_button_is_picked_by_its_place(conversation):
    asked = conversation.ask("certification_exam_fee")
    labels = list(asked.buttons)
    answer = conversation.ask("context_choice", "the second one")
    assert f"{labels[1]} exam" in answer.text


def test_the_last_button_is_picked(conversation):
    offer(conversation, ("School", "/programs_cost"), ("Online", "/programs_online"), ("Pay", "/salary_entry"))
    assert conversation.ask("context_choice", "last one pls").response == "utter_salary_entry"


def test_two_buttons_are_picked_at_once(conversation):
    offer(conversation, ("School", "/programs_cost"), ("Online", "/programs_online"))
    answers = conversation.answers("context_choice", "both")
    assert [answer.response for answer in answers] == ["utter_programs_cost", "utter_programs_online"]


def test_a_picked_button_may_name_several_things(conversation):
    offer(conversation, ("CMA and RMA", '/compare_credentials{"credential": ["CMA", "RMA"]}'), ("Pay", "/salary_entry"))
    answer = conversation.ask("context_choice", "first")
    assert all(label in answer.text for label in ("CMA (AAMA)", "RMA (AMT)"))


def test_a_thing_of_a_comparison_is_picked_before_the_buttons_under_it(conversation):
    conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    answer = conversation.ask("context_choice", "tell me about the second one")
    assert answer.response == "utter_certification_overview"
    assert answer.text.startswith("CCMA (NHA) stands for")


def test_a_job_of_a_comparison_is_picked(conversation):
    conversation.ask("compare_roles", occupation=["dental assistant", "registered nurse"])
    answer = conversation.ask("context_choice", "number 2")
    assert "egistered nurses" in answer.text
    assert "ental assistants" not in answer.text


def test_the_own_job_of_a_comparison_is_what_the_job_is(conversation):
    conversation.ask("compare_roles", occupation=["medical assistant", "registered nurse"])
    assert conversation.ask("context_choice", "the first").response == "utter_duties_overview"


def test_a_place_of_a_ranking_is_picked_for_its_pay(conversation):
    ranking = conversation.ask("salary_best_places", "top five states")
    second = ranking.table["rows"][1][0]
    assert f"Medical assistants in {second} earned" in conversation.ask("context_choice", "the second one").text


def test_who_says_button_means_the_button_under_a_comparison(conversation):
    comparison = conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    first = next(iter(comparison.buttons.values()))
    assert conversation.ask("context_choice", "the first button").response == f"utter_{first.strip('/')}"


def test_a_place_beyond_the_last_is_told_how_many_there_are(conversation):
    offer(conversation, ("School", "/programs_cost"), ("Online", "/programs_online"))
    answer = conversation.ask("context_choice", "number 4")
    assert answer.text == "I count only 2 to choose from. Which one do you mean?"
    assert answer.buttons == {"School": "/programs_cost", "Online": "/programs_online"}


def test_a_choice_without_a_place_asks_which_again(conversation):
    offer(conversation, ("School", "/programs_cost"), ("Online", "/programs_online"))
    assert conversation.ask("context_choice", "that one").response == "utter_context_which"


@pytest.mark.parametrize("before", [None, "chitchat_thanks", "safety_self_harm"])
def test_with_nothing_to_pick_from_it_asks_what_about(conversation, before):
    if before:
        conversation.ask(before)
    answer = conversation.ask("context_choice", "the second one")
    assert answer.response == "utter_context_choice_nothing"
    assert "/certification_list" in answer.buttons.values()


def test_small_talk_does_not_take_a_list_away_but_another_answer_does(conversation):
    conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    conversation.ask("chitchat_thanks")
    assert conversation.ask("context_choice", "the second one").text.startswith("CCMA (NHA) stands for")
    conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    conversation.ask("safety_legal_advice")
    assert conversation.ask("context_choice", "the second one").response == "utter_context_choice_nothing"


def test_a_choice_from_a_list_without_a_place_offers_its_things(conversation):
    conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    answer = conversation.ask("context_choice", "that one")
    assert answer.response == "utter_context_which"
    assert list(answer.buttons) == ["RMA (AMT)", "CCMA (NHA)"]


def test_the_top_three_after_a_ranking_are_ranked_and_not_picked_from_the_list(conversation):
    conversation.ask("salary_best_places", "which state pays the least?")
    answer = conversation.ask("context_choice", "and the top 3")
    assert answer.text.startswith("Among states, Washington has the highest")
    assert answer.text.count("- **") == 3


def test_the_top_one_of_a_ranking_is_picked_from_the_list(conversation):
    conversation.ask("salary_best_places", "which state pays the least?")
    assert "Medical assistants in Mississippi earned" in conversation.ask("context_choice", "the top one").text
