"""Trains, loads and asks a component as Rasa's graph does, one component at a time.

finder = workbench.train(NameFinder, training_data)
message = ask(finder, "pay in Texas")
again = workbench.load(NameFinder)
"""

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from careerbot.model import ROOT
from careerbot.nlu.encoder import SentenceEncoderFeaturizer


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
