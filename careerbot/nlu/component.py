"""What our components have in common that learn something and keep it in a folder of the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Dict, Generic, List, Optional, Protocol, Type, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer

from careerbot.nlu.storage import folder_of


class Learnt(Protocol):
    """What is learnt: it goes into a folder and comes back out of it."""

    def save(self, folder: Path) -> None:
        """Write it; nothing in a model can run code."""

    @classmethod
    def load(cls, folder: Path) -> Learnt:
        """What ``save`` wrote. Damaged files are an error."""


T = TypeVar("T", bound=Learnt)


class LearningComponent(Generic[T], GraphComponent):
    """A component that learns a ``kind`` of thing in ``train``, gives it to ``_keep``, and finds it in ``_learnt``.

    ``_learnt`` is None before the training, and after one that had nothing to learn from.
    """

    kind: ClassVar[Type[Any]]

    def __init__(
        self,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        learnt: Optional[T] = None,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._learnt = learnt

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        """A component that is not trained yet."""
        return cls(config, model_storage, resource, execution_context)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> GraphComponent:
        """A trained component from the model; an untrained one if the model has nothing of it.

        Damaged files are an error: a component that silently knows nothing would refuse every question.
        """
        with folder_of(model_storage, resource) as folder:
            learnt = cls.kind.load(folder) if folder else None
        return cls(config, model_storage, resource, execution_context, learnt)

    def _keep(self, learnt: T) -> None:
        """Use what was learnt from now on, and put it into the model."""
        self._learnt = learnt
        with self._model_storage.write_to(self._resource) as folder:
            learnt.save(folder)


class LearningFeaturizer(LearningComponent[T], DenseFeaturizer):
    """A learning component that adds a dense sentence feature, under the alias of its configuration."""

    def __init__(
        self,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        learnt: Optional[T] = None,
    ) -> None:
        LearningComponent.__init__(self, config, model_storage, resource, execution_context, learnt)
        DenseFeaturizer.__init__(self, execution_context.node_name, config)

    @classmethod
    def required_components(cls) -> List[Type[Tokenizer]]:
        """None: ours find the words themselves."""
        return []

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing but what the base class checks."""
