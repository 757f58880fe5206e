"""Trains, loads and asks a component as Rasa's graph does, one component at a time.

finder = workbench.train(NameFinder, training_data, **configured(NameFinder))
message = ask(finder, "pay in Texas")
again = workbench.load(NameFinder, **configured(NameFinder))
"""

import importlib
import sys

import pytest
import rasa.shared.utils.io
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.model import ROOT
from careerbot.nlu.classifier import SemanticClassifier
from careerbot.nlu.encoder import SentenceEncoderFeaturizer
from careerbot.nlu.lexical import LexicalFeaturizer
from careerbot.nlu.names import NameFinder
from careerbot.nlu.spelling import SpellingMender
from careerbot.nlu.word_pieces import WordPieceFeaturizer

# A small bot.
EXAMPLES = {
    "salary": ["what is the pay", "how much money do they make", "what do they earn", "hourly wage", "median salary"],
    "school": ["how long is the program", "months of school", "how many years of training", "when would i graduate"],
    "exam": ["is the certification exam hard", "how many questions are on the test", "passing score", "exam topics"],
}


class Workbench:
    """A model's folder."""

    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder

    def train(self, component, data=None, **config):
        made = component.create(*self._arguments(component, config))
        made.train(data or TrainingData())
        return made

    def load(self, component, **config):
        return component.load(*self._arguments(component, config))

    def files(self, component):
        """What the trained component left in the model."""
        return self.folder / component.__name__

    def _arguments(self, component, config):
        name = component.__name__
        context = ExecutionContext(GraphSchema({}), node_name=name)
        return {**component.get_default_config(), **config}, LocalModelStorage(self.folder), Resource(name), context


def ask(component, text):
    """The message as the component leaves it."""
    return component.process([Message({TEXT: text})])[0]


def configured(component):
    """The options that config.yml gives a component."""
    pipeline = rasa.shared.utils.io.read_yaml_file(ROOT / "config.yml")["pipeline"]
    (entry,) = [step for step in pipeline if step["name"] == f"{component.__module__}.{component.__name__}"]
    return {option: value for option, value in entry.items() if option != "name"}


@pytest.fixture
def workbench(tmp_path):
    return Workbench(tmp_path / "model")


@pytest.fixture(scope="session")
def lasting_workbench(tmp_path_factory):
    """For what takes long to train and is only read."""
    return Workbench(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def training_data():
    return load_data(str(ROOT / "data" / "nlu.yml"))


@pytest.fixture(scope="session")
def encoder_cache(tmp_path_factory):
    """Where the converted encoder is kept, so that it is converted once for all tests."""
    return tmp_path_factory.mktemp("encoder")


@pytest.fixture(scope="session")
def featurizer(lasting_workbench, encoder_cache):
    return lasting_workbench.train(SentenceEncoderFeaturizer, cache=str(encoder_cache))


def examples(*intents):
    """Examples of the small bot."""
    return [Message({TEXT: text, INTENT: intent}) for intent in intents for text in EXAMPLES[intent]]


@pytest.fixture(scope="session")
def lexical(lasting_workbench):
    return lasting_workbench.train(LexicalFeaturizer, TrainingData(examples(*EXAMPLES)))


@pytest.fixture(scope="session")
def word_pieces(lasting_workbench):
    return lasting_workbench.train(WordPieceFeaturizer, TrainingData(examples(*EXAMPLES)))


@pytest.fixture(scope="session")
def featurized(lexical, featurizer):
    """Messages with the features that the classifier needs."""
    return lambda messages: featurizer.process(lexical.process(messages))


@pytest.fixture(scope="session")
def data(featurized):
    """Training data of the given intents, with features."""
    return lambda *intents: TrainingData(featurized(examples(*intents)))


@pytest.fixture(scope="session")
def classifier(lasting_workbench, data):
    return lasting_workbench.train(SemanticClassifier, data(*EXAMPLES))


@pytest.fixture(scope="session")
def mender(lasting_workbench, training_data):
    return lasting_workbench.train(SpellingMender, training_data, **configured(SpellingMender))


@pytest.fixture(scope="session")
def finder(lasting_workbench, training_data):
    return lasting_workbench.train(NameFinder, training_data, **configured(NameFinder))


@pytest.fixture
def menu(tmp_path, monkeypatch):
    """A project without a fact base: ``menu.py`` in its folder, where Rasa finds it. Gives its text anew."""

    def _write(text):
        sys.modules.pop("menu", None)
        importlib.invalidate_caches()
        (tmp_path / "menu.py").write_text(text)

    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield _write
    sys.modules.pop("menu", None)
