import csv
import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from careerbot.channels.guard import (
    MAX_CHARACTERS,
    Problem,
    RateLimit,
    admit,
    admit_payload,
    admit_typed,
    offered_payloads,
    refusal,
)
from careerbot.feedback import REASONS

FACTS = Path(__file__).parents[2] / "facts"
PROBLEMS = get_args(Problem)
TEXAS = '/salary_median{"place": "Texas"}'


def words_of(length):
    return ("how long " * length)[:length]


def is_refused_as(problem, text, offered=()):
    return admit(text, offered) == refusal(problem)


# -- admitted --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "how long does it take?",
        "CMA",
        "x",
        "5",
        "what's the pay in Coeur d’Alene, ID?",
        "¿cuánto gana un asistente médico?",
        "is pay < $20 or > $15?",
        "5 < 6 and 7 > 6",
        "[sic] is it a good career",
        "is it and/or a degree",
        "is 1⁄2 a year enough",
        "pay in 2021 (median)",
        "Tell me: {certified} or not?",
    ],
)
def test_a_question_passes_as_it_is(text):
    assert admit(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  how   long\tdoes\r\nit take? ", "how long does it take?"),
        ("how\u00a0long\u2003is it", "how long is it"),
        ("ｈｏｗ ｌｏｎｇ", "how long"),
        ("ho\u200bw lo\u200dng \ufeffis it", "how long is it"),
        ("\x00how\x07 lon\x1bg", "how long"),
        ("\u202ehow long\u202c is \u2066it\u2069", "how long is it"),
        ("how \ud83d long", "how ? long"),
        ("how long \ue000\U000e0041is it", "how long is it"),
        ("how long 👩‍⚕️ is it", "how long 👩⚕️ is it"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(text, cleaned):
    assert admit(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<p>how long does it take</p>", "how long does it take"),
        ("how<br/>long<br>is it", "how long is it"),
        ('<a href="https://x.test/" onclick="alert(1)">how long</a>', "how long"),
        ("<div><div><b>how</b> long</div></div>", "how long"),
        ("<!-- hidden -->how long is it", "how long is it"),
    ],
)
def test_a_question_in_tags_passes_without_them(text, cleaned):
    assert admit(text) == cleaned


@pytest.mark.parametrize("text", ["<<b>b>how long is it", "<b<i>>how long is it<</b>/i>", "<" * 400 + "how long is it"])
def test_tags_inside_tags_do_not_hide_the_question(text):
    assert "how long is it" in admit(text)


def test_a_word_of_another_script_inside_an_english_question_passes():
    assert admit("how do I say медсестра in English") == "how do I say медсестра in English"


# -- length ----------------------------------------------------------------------------------------------------------


def test_a_thousand_characters_pass_and_one_more_does_not():
    assert MAX_CHARACTERS == 1000
    assert admit(words_of(999) + "x") == words_of(999) + "x"
    assert is_refused_as("too_long", words_of(1000) + "x")


@pytest.mark.parametrize("length", [50_000, 5_000_000])
@pytest.mark.parametrize("character", ["x", " ", "\U0001f600", "<", "{", "/", "я"])
def test_a_book_is_too_long_whatever_it_is_made_of(length, character):
    assert is_refused_as("too_long", character * length)


def test_a_short_message_that_unfolds_to_a_long_one_is_too_long():
    assert is_refused_as("too_long", "㏂" * 300)  # one character that stands for "a.m."


# -- refused ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\t ", "\u200b\u200b", "\x00", "\ud83d", "\udc00\ud800", "😀", "👩‍⚕️👍🏽", "???", "...", "{}", "[]",
        "<>", "-- ' --", "\u202e\u202d", "\ufeff",
    ],
)  # fmt: skip
def test_what_has_no_letter_or_digit_is_unreadable(text):
    assert is_refused_as("unreadable", text)


@pytest.mark.parametrize(
    "text",
    [
        '{"message": "how long does it take"}',
        '[1, 2, "three"]',
        "{not json but looks like it}",
        ' {"a": {"b": [null]}} ',
        "[" * 490 + "1" + "]" * 490,
        '{"a":' * 150 + "1" + "}" * 150,
        "<script>alert(1)</script>",
        "<b>hi</b>",
        "<img src=x onerror=alert(1)>",
        "<!DOCTYPE html>",
        "<b>/restart</b>",
    ],
)
def test_code_is_refused_as_markup(text):
    assert is_refused_as("markup", text)


@pytest.mark.parametrize(
    "text",
    [
        "Сколько зарабатывает медсестра?",
        "医疗助理的工资是多少",
        "كم راتب المساعد الطبي",
        "מה השכר",
        "वेतन कितना है",
        "μισθός",
        "급여",
    ],
)
def test_another_script_is_refused_as_such(text):
    assert is_refused_as("script", text)


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        "/session_start",
        "   /restart",
        "\n\t/restart",
        "\u00a0/restart",
        "\u200b/restart",
        "\ufeff\u202e/restart",
        "\x00/restart",
        "／restart",
        "  ／restart",
        "/ restart",
        "//restart",
        "/",
        "/greet now please",
        "<b>/restart the bot</b>",
        "<p></p> /restart now please",
        TEXAS,
        '/chitchat_unreadable{"input_problem": "markup"}',
        "/SALARY_MEDIAN",
    ],
)
def test_a_command_that_no_button_offered_is_refused(text):
    assert is_refused_as("command", text)


# -- buttons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [TEXAS, f"  {TEXAS}\n", TEXAS.replace("/", "／", 1), f"\u200b{TEXAS}"])
def test_a_payload_that_was_offered_passes(text):
    assert admit(text, {TEXAS, "/duties_overview"}) == TEXAS


@pytest.mark.parametrize(
    "text",
    [
        '/salary_median{"place": "Ohio"}',
        "/salary_median",
        f"{TEXAS} and more",
        f"{TEXAS}{TEXAS}",
        f"<b>{TEXAS}</b>",
        TEXAS.upper(),
        "/restart",
    ],
)
def test_a_payload_that_is_like_an_offered_one_is_refused(text):
    assert admit(text, {TEXAS}) in (refusal("command"), refusal("markup"))


@pytest.mark.parametrize(
    "text", ["/restart", "/feedback_up", "／feedback_up", "\u200b /x", "//", "<b>/restart the bot</b>"]
)
def test_where_typing_is_told_from_clicking_no_typed_command_passes(text):
    assert admit_typed(text) == refusal("command")


@pytest.mark.parametrize(
    "text", ["how long?", "  how  long? ", "and/or", "", "x" * 1001, "<b>hi</b>", "👍", "/" * 1001, "сколько"]
)
def test_typed_text_that_is_no_command_is_admitted_or_refused_as_ever(text):
    assert admit_typed(text) == admit(text)


def test_a_click_passes_letter_by_letter_or_not_at_all():
    assert admit_payload(TEXAS, {TEXAS}) == TEXAS
    assert admit_payload("About a year", {"About a year"}) == "About a year"
    assert admit_payload("/feedback_up", ()) == "/feedback_up"
    for other in (f" {TEXAS}", TEXAS.upper(), "/restart", "", "👍"):
        assert admit_payload(other, {TEXAS}) is None


# -- ratings -----------------------------------------------------------------------------------------------------------

RATINGS = {"/feedback_up", "/feedback_down", *(f'/feedback_down{{"reason": "{reason}"}}' for reason in REASONS)}


@pytest.mark.parametrize("text", sorted(RATINGS))
def test_a_rating_passes_although_no_button_offered_it(text):
    assert admit(text) == text
    assert admit(f"  {text}\n") == text


def test_a_reason_in_json_without_a_blank_is_the_same_rating():
    assert admit('/feedback_down{"reason":"wrong_facts"}') == '/feedback_down{"reason": "wrong_facts"}'


@pytest.mark.parametrize(
    "text",
    [
        "/feedback",
        "/feedback_up_",
        "/FEEDBACK_UP",
        "/feedback_up please",
        "/feedback_up{}",
        '/feedback_up{"reason": "wrong_facts"}',
        '/feedback_down{"reason": "because"}',
        '/feedback_down{"reason": ["wrong_facts"]}',
        '/feedback_down{"reason": "wrong_facts", "place": "Texas"}',
        '/feedback_down{"reason": "wrong_facts"}{"reason": "wrong_facts"}',
        '/feedback_down{"place": "Texas"}',
        '/feedback_down@0.1{"reason": "wrong_facts"}',
        "/feedback_down /restart",
        "// feedback_up",
        "/ feedback_up",
    ],
)
def test_a_forged_rating_is_refused(text):
    assert is_refused_as("command", text)


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("👍", "/feedback_up"),
        ("👍🏽", "/feedback_up"),
        ("👍👍 👍🏿", "/feedback_up"),
        (" 👍\ufe0f\n", "/feedback_up"),
        (":+1:", "/feedback_up"),
        (":+1::skin-tone-3:", "/feedback_up"),
        (":thumbsup:", "/feedback_up"),
        ("👎", "/feedback_down"),
        ("👎🏻👎🏻", "/feedback_down"),
        (":-1:", "/feedback_down"),
        (":thumbsdown:", "/feedback_down"),
    ],
)
def test_a_thumb_is_a_rating(text, payload):
    assert admit(text) == payload


@pytest.mark.parametrize("text", ["👍👎", "👍😀", "🏽", "\ufe0f"])
def test_a_thumb_among_other_signs_is_none(text):
    assert is_refused_as("unreadable", text)


def test_a_thumb_beside_words_leaves_them_a_question():
    assert admit("👍 and in Ohio?") == "👍 and in Ohio?"


def test_every_rating_is_read_by_rasa_with_its_reason(domain):
    for payload in RATINGS:
        message = YAMLStoryReader.unpack_regex_message(Message(data={"text": payload}), domain)
        name, _, entities = payload.lstrip("/").partition("{")
        assert message.get("intent")["name"] == name
        read = {entity["entity"]: entity["value"] for entity in message.get("entities")}
        assert read == (json.loads("{" + entities) if entities else {})


def test_every_button_of_the_domain_passes_once_it_was_offered(domain):
    payloads = {
        button["payload"]
        for variations in domain.responses.values()
        for variation in variations
        for button in variation.get("buttons", [])
    }
    assert len(payloads) > 50
    assert [payload for payload in payloads if admit(payload, payloads) != payload] == []


def test_a_button_for_every_place_passes_once_it_was_offered():
    names = [row["name"] for file in ("areas.csv", "states.csv") for row in csv.DictReader((FACTS / file).open())]
    assert len(names) > 500
    payloads = [f'/salary_median{{"place": "{name}"}}' for name in names]
    assert [payload for payload in payloads if admit(payload, payloads) != payload] == []


async def test_offered_are_the_payloads_of_every_answer_of_this_conversation_only(domain):
    store = InMemoryTrackerStore(domain=domain)
    mine = [
        BotUttered("hello", {"buttons": [{"title": "Pay", "payload": TEXAS}, {"title": "no payload"}]}),
        UserUttered("/restart"),
        BotUttered("no buttons", {"buttons": None}),
        BotUttered("more", {"buttons": [{"title": "Duties", "payload": "/duties_overview"}]}),
    ]
    other = [BotUttered("hi", {"buttons": [{"title": "Outlook", "payload": "/outlook_growth"}]})]
    for conversation, events in (("me", mine), ("you", other)):
        await store.save(DialogueStateTracker.from_events(conversation, events, slots=domain.slots))
    assert await offered_payloads(store, "me") == {TEXAS, "/duties_overview"}
    assert await offered_payloads(store, "you") == {"/outlook_growth"}
    assert await offered_payloads(store, "somebody new") == set()


# -- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("problem", PROBLEMS)
def test_rasa_reads_a_refusal_as_intent_and_problem(domain, problem):
    message = YAMLStoryReader.unpack_regex_message(Message(data={"text": refusal(problem)}), domain)
    assert message.get("intent")["name"] == "chitchat_unreadable"
    assert [(entity["entity"], entity["value"]) for entity in message.get("entities")] == [("input_problem", problem)]
    assert json.loads(refusal(problem)[len("/chitchat_unreadable") :]) == {"input_problem": problem}


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("too_long", "too long"),
        ("command", "cannot run commands"),
        ("markup", "looks like code"),
        ("script", "only understand English"),
        ("unreadable", "could not read that as a question"),
    ],
)
def test_each_problem_is_told_in_its_own_words(domain, problem, words):
    nlg = TemplatedNaturalLanguageGenerator(domain.responses)
    answer = nlg.generate_from_slots("utter_chitchat_unreadable", {"input_problem": problem}, "rest")
    assert words in answer["text"]


def test_no_problem_is_left_without_words():
    assert set(PROBLEMS) == {"too_long", "command", "markup", "script", "unreadable"}


# -- whatever comes --------------------------------------------------------------------------------------------------

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=1100)  # lone surrogates too
CHARACTERS = '/／\u200b\u202e\x00<>{}[]":я医㏂ﷺ½\ud83d😀👍🏽👎\u0338 '
NASTY = st.lists(
    st.sampled_from([*CHARACTERS, "<b>", "</b>", "restart", "how", "long", TEXAS, "feedback_down"]), max_size=60
).map("".join)
REFUSALS = {refusal(problem) for problem in PROBLEMS}
unhurried = settings(deadline=None, max_examples=300, database=None)


@unhurried
@given(st.one_of(ANYTHING, NASTY), st.sets(st.sampled_from([TEXAS, "/duties_overview", "/restart"])))
@example("㏂" * 1000, set())
@example("ﷺ" * 1000, set())
@example("\u200b／restart", {"/restart"})
def test_nothing_gets_through_as_a_command_or_too_long_and_nothing_raises(text, offered):
    admitted = admit(text, offered)
    assert admitted
    assert len(admitted) <= MAX_CHARACTERS
    if admitted.lstrip().startswith("/"):
        assert admitted in offered or admitted in REFUSALS or admitted in RATINGS
    typed = admit_typed(text)
    if typed.startswith("/"):
        assert typed in REFUSALS or (typed in ("/feedback_up", "/feedback_down") and "/" not in text)


@unhurried
@given(st.one_of(ANYTHING, NASTY))
def test_what_passes_can_be_written_as_utf_8_in_one_line_without_invisible_characters(text):
    admitted = admit(text)
    assert admitted.encode("utf-8").decode("utf-8") == admitted
    assert admitted == " ".join(admitted.split())
    assert not set(admitted) & set("\x00\x1b\u200b\u200d\u202e\ufeff")


@unhurried
@given(st.text(st.sampled_from("abcdefg "), min_size=1, max_size=MAX_CHARACTERS))
def test_plain_words_always_pass(text):
    admitted = admit(text)
    assert admitted == " ".join(text.split()) or not text.strip()


@unhurried
@given(NASTY)
def test_what_passed_once_is_no_command_the_second_time(text):
    admitted = admit(text)
    if admitted not in REFUSALS:
        assert admit(admitted) != refusal("command")


def test_who_asks_too_much_waits_and_nobody_else_does():
    limit = RateLimit(2, 30)
    assert [limit.wait("ann"), limit.wait("ann")] == [0.0, 0.0]
    assert 0 < limit.wait("ann") <= 31
    assert limit.wait("bob") == 0.0
