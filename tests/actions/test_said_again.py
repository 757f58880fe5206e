import asyncio
import re

import numpy as np
import pytest
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig, read_endpoint_config

from actions import said_again
from actions.said_again import NotTwice, closest_parts
from tests.data.files import ROOT

EXTERNSHIP = "utter_programs_externship"


class WordsInCommon:
    """An encoder whose vectors say which words a text has."""

    def encode(self, texts):
        vectors = np.zeros((len(texts), 4096), np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"[a-z]{4,}", text.casefold()):
                vectors[row, sum(ord(letter) ** 2 for letter in word[:6]) % 4096] = 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


@pytest.fixture(scope="module")
def domain():
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture
def talk(domain, monkeypatch):
    """A conversation in which ``say`` is a question that a response answers; gives what is said."""
    monkeypatch.setattr(said_again, "in_use", WordsInCommon)
    nlg = NotTwice(None, domain)
    tracker = DialogueStateTracker.from_events("test", [], slots=domain.slots)

    def say(text, intent="programs_externship", response=EXTERNSHIP, **values):
        ranking = [{"name": intent, "confidence": 0.9}, {"name": "fit_hours", "confidence": 0.3}]
        parsed = {"text": text, "intent": ranking[0], "intent_ranking": ranking, "entities": []}
        tracker.update(UserUttered(text, ranking[0], parse_data=parsed))
        said = asyncio.run(nlg.generate(response, tracker, "rest", **values))
        tracker.update(BotUttered(said["text"], metadata={"utter_action": response}))
        return said

    return say


def test_the_first_time_an_answer_is_given_in_full(talk, domain):
    assert talk("whats an externship")["text"] == domain.responses[EXTERNSHIP][0]["text"]


def test_what_was_just_said_is_answered_by_its_closest_sentence(talk):
    source = "Source: [Somebody](https://example.org), 2026"
    talk("whats an externship", source=source, practicum_hours="160 hours")
    said = talk("expect to be unpaid?", source=source, practicum_hours="160 hours")["text"]
    assert said == f"Expect it to be unpaid, and ask your school to be sure.\n\n{source}"


def test_where_nothing_is_close_it_is_said_in_short_with_what_else_it_may_have_been(talk):
    source = "Source: [Somebody](https://example.org), 2026"
    whole = talk("whats an externship", source=source, practicum_hours="160 hours")["text"]
    said = talk("xylophone", source=source, practicum_hours="160 hours")
    first = whole.split(". ")[0] + "."
    assert said["text"] == f"{first}\n\nIf you meant something else, ask it in other words.\n\n{source}"
    assert said["buttons"][0]["payload"] == "/fit_hours"
    assert 1 < len(said["buttons"]) < 4


def test_figures_are_said_with_all_of_their_paragraph(talk):
    text = {"Plural": "They", "place": "Ohio", "median": "$1", "hourly": "", "period": "May", "unknown": "", "mean": ""}
    text.update(p10="$0", p90="$2", nation="$3", source="Source: X, 2026")
    whole = talk("pay in ohio", "salary_median", "utter_salary_median_place", **text)["text"]
    said = talk("is that so in ohio", "salary_median", "utter_salary_median_place", **text)["text"]
    assert said == f"{whole.split(chr(10))[0]}\n\nSource: X, 2026"


def test_who_asks_for_an_amount_gets_a_part_with_a_number():
    answer = "The test costs money. Some pay up to $2,000 of a test. Ask about the test."
    assert closest_parts("how much for the test", answer, WordsInCommon()) == "Some pay up to $2,000 of a test."
    assert "Some pay" not in closest_parts("ask about the test", answer, WordsInCommon())


def test_one_line_of_a_list_that_nothing_introduces_is_a_sentence():
    answer = "Start early.\n\n- **Loans** must be paid back.\n- **Grants** usually not."
    assert closest_parts("loans must be paid back?", answer, WordsInCommon()) == "**Loans** must be paid back."


def test_the_third_question_gets_its_own_part_of_the_first_answer(talk):
    talk("whats an externship")
    talk("expect to be unpaid?")
    assert "It does not guarantee a job." in talk("it does not guarantee a job?")["text"]


@pytest.mark.parametrize("again", ["whats an externship", "Whats an  externship?", "/programs_externship"])
def test_the_same_words_and_a_button_get_the_whole_answer_again(talk, again):
    first = talk("whats an externship")["text"]
    assert talk(again)["text"] == first


def test_long_after_it_the_answer_is_whole_again(talk):
    first = talk("whats an externship")["text"]
    for topic in ("duties_clinical_or_administrative", "fit_hours", "fit_stress", "fit_remote", "fit_benefits"):
        talk(f"about {topic}", topic, f"utter_{topic}")
    assert talk("expect to be unpaid?")["text"] == first


@pytest.mark.parametrize("response", ["utter_safety_self_harm", "utter_chitchat_thanks", "utter_out_of_scope"])
def test_what_is_no_answer_about_the_job_is_said_again_as_it_is(talk, response):
    intent = response.removeprefix("utter_")
    first = talk("one", intent, response)["text"]
    assert talk("two", intent, response)["text"] == first


def test_an_answer_that_stands_for_another_question_is_told_by_that_question(talk):
    talk("whats an externship")
    answered = {"text": "expect to be unpaid?", "intent": {"name": "programs_externship"}, "entities": []}
    assert talk("and?", "context_follow_up", answered=answered)["text"].startswith("Expect it to be unpaid")


def test_without_an_encoder_everything_is_said_whole(talk, monkeypatch):
    monkeypatch.setattr(said_again, "in_use", lambda: None)
    first = talk("whats an externship")["text"]
    assert talk("expect to be unpaid?")["text"] == first


def test_a_line_of_a_list_comes_with_what_introduces_it():
    answer = "Usually they may not:\n\n- diagnose patients\n- start an intravenous drip\n\nAsk first."
    assert closest_parts("an intravenous drip?", answer, WordsInCommon()) == (
        "Usually they may not:\n- start an intravenous drip"
    )


def test_a_sentence_that_leans_comes_with_the_one_before():
    answer = "The exam is long. It has pictures of muscles. Bring water."
    assert closest_parts("pictures of muscles?", answer, WordsInCommon()) == (
        "The exam is long. It has pictures of muscles."
    )


def test_rasa_makes_it_from_the_endpoints():
    config = read_endpoint_config(str(ROOT / "endpoints.yml"), "nlg")
    assert isinstance(config, EndpointConfig)
    assert isinstance(NaturalLanguageGenerator.create(config, Domain.empty()), NotTwice)


@pytest.mark.parametrize("text", ["are MAs expected to be unpaid", "i have two kids so do i expect to be unpaid then"])
def test_a_question_of_its_own_gets_the_whole_answer(talk, text):
    first = talk("whats an externship")["text"]
    assert talk(text)["text"] == first


def test_a_list_of_figures_is_said_whole_again(talk):
    first = talk("whats an externship")["text"]
    assert talk("expect to be unpaid?", table={"lines": "- a"})["text"] == first


def test_who_asks_whether_that_is_so_gets_what_the_answer_begins_with(talk):
    answer = talk("whats an externship")["text"]
    assert answer.startswith(talk("so is that it, right?")["text"].split(".")[0])
