import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.facts.load import load
from careerbot.facts.names import spellings
from careerbot.nlu.errors import EncoderError, SourceError
from careerbot.nlu.spelling import MENDED_TEXT, Mender, SpellingMender, mended_text
from tests.nlu.conftest import ask, configured


@pytest.fixture(scope="module")
def mend(mender):
    return lambda text: mended_text(ask(mender, text))


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("hosptal externshp", "hospital externship"),
        ("phlebotmy", "phlebotomy"),
        ("medicl recrods", "medical records"),
        ("how do i renw it", "how do i renew it"),
        ("is there overtiem?", "is there overtime?"),
        ("EXTERNSHP", "externship"),
        ("weathr", "weather"),
    ],
)
def test_slips_of_the_finger_are_mended(mend, slip, meant):
    assert mend(slip) == meant


@pytest.mark.parametrize(
    "text",
    [
        "practicum",
        "toddlers",
        "wasnt",
        "dont",
        "Kaiser",
        "Walmart",
        "mailed",
        "phlebotomist",
        "What's the pay? Isn’t it $20/hr?",
        "ma rma exm plz",
        "3,500 in 2021",
        "éàü 东京 🙂",
    ],
)
def test_real_words_and_names_stay_as_typed(mend, text):
    assert mend(text) == text


def test_every_name_of_the_fact_base_stays_as_typed(mend):
    names = [name for _, name, _ in spellings(load())]
    assert [name for name in names if mend(name) != name] == []


def test_no_word_of_the_training_data_that_occurs_three_times_is_touched():
    mender = Mender.learn(["zumbaq one", "zumbaq two", "zumbaq three"] + ["zumba"] * 9, {"zumba"})
    assert mender.mend("zumbaq") == "zumbaq"
    assert mender.mend("zumbak") == "zumba"


def test_a_slip_that_the_examples_repeat_is_mended_all_the_same():
    mender = Mender.learn(["salery"] * 8 + ["salary"] * 40, set())
    assert mender.mend("salery") == mender.mend("salry") == "salary"
    assert Mender.learn(["salery"] * 8 + ["salary"] * 39, set()).mend("salery") == "salery"
    assert Mender.learn(["pell"] * 8 + ["tell"] * 400, set()).mend("pell") == "pell"


def test_a_slip_is_mended_only_to_a_word_that_is_common_here():
    twice = ["salary"] * 2
    assert Mender.learn(twice, {"salary"}).mend("salry") == "salary"
    assert Mender.learn(twice, set()).mend("salry") == "salry"
    assert Mender.learn(["salary"], {"salary"}).mend("salry") == "salry"


def test_a_short_word_may_differ_by_one_letter_and_a_long_one_by_two():
    mender = Mender.learn(["salary certification"] * 8, set())
    assert mender.mend("salry saary") == "salary salary"
    assert mender.mend("slry") == "slry"
    assert mender.mend("certifcaton") == "certification"
    assert mender.mend("crtifcaton") == "crtifcaton"


def test_swapped_letters_are_one_slip():
    assert Mender.learn(["price"] * 8, set()).mend("pirce") == "price"


def test_the_same_first_letter_counts_more_than_frequency():
    assert Mender.learn(["nurse"] * 8 + ["curze"] * 50, set()).mend("nurze") == "nurse"


def test_among_equals_the_more_common_word_is_meant():
    texts = ["wages"] * 8 + ["wafer"] * 9
    assert Mender.learn(texts, set()).mend("waxes") == "wages"
    assert Mender.learn(["bread"] * 8 + ["break"] * 20, set()).mend("breac") == "break"


def test_the_message_itself_stays_as_typed(mender):
    message = ask(mender, "phlebotmy")
    assert message.get(TEXT) == "phlebotmy"
    assert message.get(MENDED_TEXT) == "phlebotomy"


def test_without_a_mender_in_the_pipeline_the_text_is_read_as_typed():
    assert mended_text(Message({TEXT: "phlebotmy"})) == "phlebotmy"


def test_the_examples_are_mended_too(mender):
    examples = TrainingData([Message({TEXT: "phlebotmy", "intent": "a"})])
    mended = mender.process_training_data(examples).training_examples
    assert [mended_text(example) for example in mended] == ["phlebotomy"]


@pytest.mark.parametrize("text", ["", "   ", "\n", "?!"])
def test_a_text_without_words_stays_as_it_is(mend, text):
    assert mend(text) == text


def test_a_message_without_text_is_left_alone(mender):
    assert mended_text(mender.process([Message({})])[0]) == ""


def test_ten_thousand_characters_are_mended_like_a_short_text(mend):
    assert mend("phlebotmy " * 1000) == "phlebotomy " * 1000
    assert mend("x" * 10_000) == "x" * 10_000


_words = st.sampled_from(["phlebotmy", "Certifcate", "isn’t", "tech", "medicl", "wasnt", "salry", "x2", "..."])


@settings(deadline=None)
@given(st.text() | st.lists(_words | st.text("aeimnrst'’", max_size=9), max_size=6).map(" ".join))
def test_mending_twice_is_mending_once(mender, text):
    once = mender._mender.mend(text)
    assert mender._mender.mend(once) == once


def test_a_saved_and_loaded_mender_mends_alike(workbench, training_data):
    asked = ["externshp at a hosptal", "phlebotmy", "practicum", "Kaiser wasnt medicl"]
    trained = workbench.train(SpellingMender, training_data, **configured(SpellingMender))
    loaded = workbench.load(SpellingMender)
    assert [mended_text(ask(loaded, text)) for text in asked] == [mended_text(ask(trained, text)) for text in asked]
    assert mended_text(ask(loaded, "phlebotmy")) == "phlebotomy"


def test_an_encoder_without_a_dictionary_is_named(workbench, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(EncoderError, match=r"no tokenizer\.json in .*empty"):
        workbench.train(SpellingMender, model=str(tmp_path / "empty"))


def test_the_words_of_a_projects_own_names_stay_as_typed(workbench, menu):
    menu("def dishes():\n    yield 'dish', 'Zallery soup', 'celery soup'\n")
    examples = TrainingData([Message({TEXT: f"gallery {number}", "intent": "gallery"}) for number in range(8)])
    assert mended_text(ask(workbench.train(SpellingMender, examples), "zallery")) == "gallery"
    workbench.train(SpellingMender, examples, names="menu.dishes")
    loaded = workbench.load(SpellingMender, names="menu.dishes")
    assert mended_text(ask(loaded, "zallery sop gallry")) == "zallery sop gallery"


def test_a_bad_source_of_names_stops_the_training(workbench):
    with pytest.raises(SourceError, match=r"option names: menu\.dishes cannot be used \(No module named 'menu'\)"):
        workbench.train(SpellingMender, names="menu.dishes")


@pytest.mark.parametrize("examples", [[], [Message({"intent": "no text"})], [Message({TEXT: "", "intent": "blank"})]])
def test_without_training_text_nothing_is_mended(workbench, examples):
    trained = workbench.train(SpellingMender, TrainingData(examples))
    trained.process_training_data(TrainingData(examples))
    assert mended_text(ask(trained, "phlebotmy")) == "phlebotmy"
    assert mended_text(ask(workbench.load(SpellingMender), "phlebotmy")) == "phlebotmy"


def test_a_model_that_holds_no_words_mends_nothing(workbench):
    loaded = workbench.load(SpellingMender)
    assert mended_text(ask(loaded, "phlebotmy")) == "phlebotmy"


def test_damaged_words_are_an_error_and_no_mender_that_knows_nothing(workbench, training_data):
    workbench.train(SpellingMender, training_data)
    (workbench.files(SpellingMender) / "spelling.json").write_bytes(b"damaged")
    with pytest.raises(RasaException, match=r"spelling\.json"):
        workbench.load(SpellingMender)
