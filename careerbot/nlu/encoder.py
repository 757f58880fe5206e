"""Turns a message into a sentence embedding: all-MiniLM-L6-v2, served by OpenVINO.

Training converts the encoder once (weights checked by SHA-256) and puts it into the model; serving needs neither
TensorFlow nor transformers for it. Sentences with the same meaning get vectors with a large dot product.
"""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple, Type

import numpy as np
import openvino
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer as RasaTokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from careerbot.nlu.adapting import adapt
from careerbot.nlu.errors import EncoderError
from careerbot.nlu.features import Array, add_vector
from careerbot.nlu.first_look import is_sure
from careerbot.nlu.spelling import mended_text
from careerbot.nlu.splitting import with_parts
from careerbot.nlu.weights import (
    IR,
    IR_WEIGHTS,
    TOKENIZER,
    WEIGHTS,
    check_source,
    convert,
    read,
    sha256,
    source_folder,
)

MEANING = "meaning"
"""Alias of the features."""

_BATCH = 32


# One instance a process for the same weights, however many models are loaded.
_loaded: Dict[Tuple[str, int], SentenceEncoder] = {}


@dataclass
class SentenceEncoder:
    """A converted encoder: texts in, unit vectors of shape (number of texts, dimensions) out, float32.

    Any thread may use it.
    """

    tokenizer: Tokenizer
    compiled: Any
    # OpenVINO refuses a second request while one runs, and messages are understood in a thread of their own.
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @classmethod
    def load(cls, folder: Path, max_tokens: int) -> SentenceEncoder:
        """The encoder in ``folder``; the same files give the same instance.

        Raises:
            EncoderError: a file is missing or cannot be read.
        """
        for name in (IR, IR_WEIGHTS, TOKENIZER):
            if not (folder / name).is_file():
                raise EncoderError(f"the model holds no {name}: train it again")
        key = (sha256(folder / IR_WEIGHTS), max_tokens)
        if key not in _loaded:
            try:
                _loaded[key] = cls(_tokenizer(folder / TOKENIZER, max_tokens), _network(folder))
            except Exception as error:  # both libraries raise plain ones
                raise EncoderError(f"the model's encoder cannot be read, train it again: {error}") from error
        return _loaded[key]

    def encode(self, texts: Sequence[str]) -> Array:
        """Embeddings in the order of ``texts``; the vector of a blank text is zero."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        vectors: List[Optional[Array]] = [None] * len(texts)
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            encodings = self.tokenizer.encode_batch([texts[index] for index in batch])
            ids = np.array([encoding.ids for encoding in encodings], dtype=np.int32)
            mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int32)
            with self._one_at_a_time:
                output = self.compiled({"input_ids": ids, "attention_mask": mask})[0].copy()
            for index, vector in zip(batch, output, strict=True):
                vectors[index] = vector if texts[index].strip() else np.zeros_like(vector)
        return np.array(vectors, dtype=np.float32)


def in_use() -> Optional[SentenceEncoder]:
    """The encoder of the model that this process loaded last; None if it has loaded none."""
    return next(reversed(_loaded.values()), None)


def _tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    # Text past the window is cut, never an error.
    tokenizer.enable_truncation(max_tokens)
    tokenizer.enable_padding()
    return tokenizer


def _network(folder: Path) -> Any:
    """The network, compiled. Read into memory: the folder is gone when Rasa has unpacked the model."""
    weights = np.frombuffer((folder / IR_WEIGHTS).read_bytes(), dtype=np.uint8)
    core = openvino.Core()
    network = core.read_model(model=(folder / IR).read_bytes(), weights=openvino.Tensor(weights))
    settings = {
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_PRECISION_HINT": "f32",
        # Processors that multiply small integers would round each text by the others of its batch, and answer a close
        # question otherwise than processors that do not.
        "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0,
    }
    return core.compile_model(network, "CPU", settings)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """The Rasa component: adds a dense sentence feature under the alias ``meaning`` to every message but those that a
    ``FirstLook`` is sure of.

    Configuration:
        model: None for the pinned package, else a folder or a hub's name of a sentence-transformers model.
        sha256: what the weights in the folder must have; None leaves them unchecked. The package is always checked.
        max_tokens: longer texts are cut here; 128 word pieces are about 90 words.
        cache: a folder that keeps the converted encoder between trainings, None for none. Adapted ones are not kept.
        adapt_steps: how many steps to train the encoder on the project's intents; 0 leaves it as it is published. It
            helps a bot with few examples of an intent (docs/benchmarks.md).
        adapt_intents, adapt_examples: so many intents in each step, and so many examples of each.
        adapt_rate: the learning rate, falling to zero.
        adapt_without: intents that are left out of it, because their examples have no meaning in common.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {
            **DenseFeaturizer.get_default_config(),
            "alias": MEANING,
            "model": None,
            "sha256": None,
            "max_tokens": 128,
            "cache": "var/encoder",
            "adapt_steps": 0,
            "adapt_intents": 16,
            "adapt_examples": 2,
            "adapt_rate": 2e-5,
            "adapt_without": [],
        }

    @classmethod
    def required_components(cls) -> List[Type[RasaTokenizer]]:
        """None: the encoder brings its own tokenizer."""
        return []

    @staticmethod
    def required_packages() -> List[str]:
        """What must be installed to serve."""
        return ["openvino", "tokenizers"]

    def __init__(
        self,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        encoder: Optional[SentenceEncoder] = None,
    ) -> None:
        super().__init__(execution_context.node_name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        """A component whose encoder is not converted yet."""
        return cls(config, model_storage, resource, execution_context)

    def train(self, training_data: TrainingData) -> Resource:
        """Check, adapt (if told to), convert and keep the encoder."""
        source = source_folder(self._config["model"])
        check_source(source, self._config["model"], self._config["sha256"])
        with self._model_storage.write_to(self._resource) as folder:
            if self._config["adapt_steps"]:
                self._adapt_into(folder, source, training_data)
            else:
                self._convert_into(folder, source)
            self._encoder = SentenceEncoder.load(folder, self._config["max_tokens"])
        return self._resource

    def _adapt_into(self, folder: Path, source: Path | str, training_data: TrainingData) -> None:
        without = set(self._config["adapt_without"])
        examples = [
            example
            for example in training_data.intent_examples
            if example.get(TEXT) and example.get(INTENT) not in without
        ]
        network, tokenizer = read(source)
        texts = [mended_text(example) for example in examples]
        adapt(network, tokenizer, texts, [example.get(INTENT) for example in examples], self._config)
        convert(network, tokenizer, folder)

    def _convert_into(self, folder: Path, source: Path | str) -> None:
        cache = self._config["cache"]
        if cache is None or not isinstance(source, Path) or not (source / WEIGHTS).is_file():
            convert(*read(source), folder)
            return
        kept = Path(cache) / f"{sha256(source / WEIGHTS)[:16]}-{openvino.__version__.split('-')[0]}"
        if not (kept / TOKENIZER).is_file():
            kept.mkdir(parents=True, exist_ok=True)
            convert(*read(source), kept)
        for name in (IR, IR_WEIGHTS, TOKENIZER):
            shutil.copyfile(kept / name, folder / name)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceEncoderFeaturizer:
        """A component with the encoder of the model."""
        with model_storage.read_from(resource) as folder:
            encoder = SentenceEncoder.load(folder, config["max_tokens"])
        return cls(config, model_storage, resource, execution_context, encoder)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the feature to every example."""
        self.process([example for example in training_data.training_examples if example.get(TEXT)])
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the feature to the messages and their parts, encoded together."""
        assert self._encoder is not None, "SentenceEncoderFeaturizer must be trained or loaded first"
        texts = [message for message in with_parts(messages) if not is_sure(message)]
        vectors = self._encoder.encode([mended_text(message) for message in texts])
        for message, vector in zip(texts, vectors, strict=True):
            add_vector(message, vector, self._identifier)
        return messages

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing but what the base class checks."""
