import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.nlu.errors import SourceError
from careerbot.nlu.focus import WAVED_OFF
from careerbot.nlu.names import NameFinder
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import PARTS, QuestionSplitter
from tests.nlu.conftest import ask, configured


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pay in McAllen", "pay in Narnia"),
        ("what is the RMA", "what is the NCMA"),
        ("pay in 2019 in Ohio", "pay in 2024 in Portland, OR"),
    ],
)
def test_the_same_question_about_another_name_is_classified_as_the_same_text(finder, one, other):
    assert mended_text(ask(finder, one)) == mended_text(ask(finder, other))


@pytest.mark.parametrize("text", ["what is the CMA", "pay in the US", "what do dental assistants earn", "in school"])
def test_names_that_make_a_question_another_one_are_classified_as_typed(finder, text):
    assert mended_text(ask(finder, text)) == text


def test_examples_are_masked_like_questions(finder):
    examples = TrainingData([Message({TEXT: "pay in Ohio"}), Message({"intent": "no text"})])
    masked = finder.process_training_data(examples).training_examples
    assert [mended_text(example) for example in masked] == [mended_text(ask(finder, "pay in Utah")), ""]
    assert masked[0].get(TEXT) == "pay in Ohio"


def test_a_waved_off_name_is_left_out_if_another_of_its_kind_is_meant(finder):
    def credentials(text, waved_off):
        message = finder.process([Message({TEXT: text, WAVED_OFF: [waved_off]})])[0]
        return [entity["value"] for entity in message.get(ENTITIES)]

    assert credentials("not the CMA, the RMA", (0, 11)) == ["RMA"]
    assert credentials("not the CMA, the price", (0, 11)) == ["CMA"]


def test_the_component_signs_its_entities_and_keeps_those_of_others(finder):
    earlier = {"entity": "mood", "value": "glad", "start": 0, "end": 4}
    message = finder.process([Message({TEXT: "glad in Ohio", ENTITIES: [earlier]})])[0]
    added = {"entity": "place", "value": "Ohio", "start": 8, "end": 12, "extractor": "NameFinder"}
    assert message.get(ENTITIES) == [earlier, added]


def test_each_part_of_a_message_has_its_own_names(finder):
    message = ask(QuestionSplitter(), "what is the pay in McAllen and how long is the RMA valid")
    finder.process([message])
    parts = message.get(PARTS)
    assert [entity["value"] for entity in message.get(ENTITIES)] == ["McAllen-Edinburg-Mission, TX", "RMA"]
    found = [(one.get(TEXT)[name["start"] : name["end"]], name["value"]) for one in parts for name in one.get(ENTITIES)]
    assert found == [("McAllen", "McAllen-Edinburg-Mission, TX"), ("RMA", "RMA")]
    assert [mended_text(part) for part in parts] == ["what is the pay in Texas", "how long is the CCMA valid"]


@pytest.mark.parametrize("message", [Message({TEXT: ""}), Message({})])
def test_a_message_without_text_has_no_names(finder, message):
    assert finder.process([message])[0].get(ENTITIES) == []


def test_a_saved_and_loaded_finder_gives_the_same_names(workbench, training_data):
    asked = ["pharmcy tech pay in MA", "CMA or RMA in Portland, ME", "pay in Narnia?", "in high school in 2021"]
    trained = workbench.train(NameFinder, training_data, **configured(NameFinder))
    expected = [ask(trained, text).get(ENTITIES) for text in asked]
    loaded = workbench.load(NameFinder, **configured(NameFinder))
    assert [ask(loaded, text).get(ENTITIES) for text in asked] == expected
    assert all(expected)


def test_every_stand_in_is_a_known_name_of_its_kind(finder):
    for kind, name in configured(NameFinder)["stand_ins"].items():
        assert [(found.kind, found.known) for found in finder._table.find(name, 86)] == [(kind, True)]


MENU = """
def dishes():
    yield "dish", "spag bol", "spaghetti bolognese"
    yield "dish", "Lasagne", "lasagne"
    yield "place", "Bologna", "Bologna"

def codes():
    yield "ME", "Messina"
"""


def test_a_project_without_our_facts_finds_its_own_names(workbench, menu):
    menu(MENU)
    options = {"names": "menu.dishes", "codes": "menu.codes", "stand_ins": {"dish": "soup", "year": 2000}}
    workbench.train(NameFinder, TrainingData([Message({TEXT: "one please", "intent": "order"})]), **options)
    loaded = workbench.load(NameFinder, **options, unmasked=["lasagne"])
    message = ask(loaded, "one SPAG BOL or lasagn in Bologna in 2021, or in ME")
    found = [(entity["entity"], entity["value"]) for entity in message.get(ENTITIES)]
    assert found == [
        ("dish", "spaghetti bolognese"),
        ("dish", "lasagne"),
        ("place", "Bologna"),
        ("year", "2021"),
        ("place", "Messina"),
    ]
    assert mended_text(message) == "one soup or lasagn in Bologna in 2000, or in ME"


def test_without_names_only_years_are_found_and_nothing_is_masked(workbench, training_data):
    workbench.train(NameFinder, training_data)
    message = ask(workbench.load(NameFinder), "the CCMA exam or the BMET exam in 2021 in Narnia")
    assert [entity["value"] for entity in message.get(ENTITIES)] == ["2021"]
    assert mended_text(message) == message.get(TEXT)


def test_a_model_that_holds_no_names_finds_only_years(workbench):
    assert [entity["value"] for entity in ask(workbench.load(NameFinder), "in Texas in 2021").get(ENTITIES)] == ["2021"]


@pytest.mark.parametrize("option", ["names", "codes"])
def test_a_bad_source_stops_the_training(workbench, option):
    with pytest.raises(SourceError, match=rf"option {option}: menu\.dishes cannot be used"):
        workbench.train(NameFinder, **{option: "menu.dishes"})
