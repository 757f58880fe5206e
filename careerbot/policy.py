"""Rasa's two policies with an index, so that a turn is compared only with rules and stories that it may be one of."""

from __future__ import annotations

import base64
import re
import zlib
from typing import Any, Dict, FrozenSet, List, Optional, Set, Tuple

from rasa.core.policies.memoization import MemoizationPolicy
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class IndexedRulePolicy(RulePolicy):
    """Configured, trained and predicting as ``RulePolicy`` is, several times as fast where there are many rules."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        # By the lookup's identity: the rules by the intent that the last turn of each must have, None for any.
        self._by_intent: Dict[int, Dict[Optional[str], Dict[str, str]]] = {}
        self._on_text: Optional[bool] = None

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Tuple[Optional[str], Optional[str], bool]:
        if use_text_for_last_user_input and not self._has_rules_on_text():
            # Rasa replays the conversation to look for a rule on the wording; where there is none, it finds none.
            return None, None, False
        found: Tuple[Optional[str], Optional[str], bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found

    def _has_rules_on_text(self) -> bool:
        """Whether a rule names a person's very words (``- user: ...`` in place of ``- intent: ...``)."""
        if self._on_text is None:
            states = (state for key in self.lookup[RULES] for state in self._rule_key_to_state(key))
            self._on_text = any(TEXT in state.get(USER, {}) for state in states)
        return self._on_text

    def _get_possible_keys(self, lookup: Dict[str, str], states: List[State]) -> Set[str]:
        if not states or not states[-1].get(PREVIOUS_ACTION):
            # The beginning of a conversation, which fits the beginning of every rule.
            return set(super()._get_possible_keys(lookup, states))
        index = self._by_intent.get(id(lookup))
        if index is None or sum(map(len, index.values())) != len(lookup):
            index = self._by_intent[id(lookup)] = self._index(lookup)
        intent = states[-1].get(USER, {}).get(INTENT)
        near = {**index.get(None, {}), **(index.get(intent, {}) if intent else {})}
        return set(super()._get_possible_keys(near, states))

    def _index(self, lookup: Dict[str, str]) -> Dict[Optional[str], Dict[str, str]]:
        index: Dict[Optional[str], Dict[str, str]] = {}
        for key, action in lookup.items():
            last = self._rule_key_to_state(key)[-1]
            index.setdefault(last.get(USER, {}).get(INTENT), {})[key] = action
        return index


# Memorised states are JSON without quotes.
_BEGINNING = "[{}]"
_INTENT = re.compile(r"\bintent: ([^,}]+)")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class IndexedMemoizationPolicy(MemoizationPolicy):
    """Configured, trained and predicting as ``MemoizationPolicy`` is.

    Where no story asks what the person asks, no state of the conversation is worked out to find that out.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._known: Optional[Tuple[int, Optional[FrozenSet[str]]]] = None

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: Optional[Dict[str, Any]] = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """See ``MemoizationPolicy``."""
        if self._may_remember(tracker):
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        return self._prediction(self._default_predictions(domain))

    def _may_remember(self, tracker: DialogueStateTracker) -> bool:
        known = self._intents()
        if known is None or tracker.latest_action_name is None:
            return True
        if tracker.latest_action_name == ACTION_LISTEN_NAME and tracker.latest_message is not None:
            intents = [tracker.latest_message.intent.get("name")]
        else:
            # After an action that only rules know, an earlier message may stand for the newest one.
            intents = [event.intent.get("name") for event in tracker.events if isinstance(event, UserUttered)]
        return any(intent is None or intent in known for intent in intents)

    def _intents(self) -> Optional[FrozenSet[str]]:
        """Every intent in what is memorised; None if something is memorised without one, so that all must be tried."""
        if self._known is None or self._known[0] != len(self.lookup):
            keys = [plain for key in self.lookup if (plain := self._plain(key)) != _BEGINNING]
            found = [set(_INTENT.findall(key)) for key in keys]
            self._known = len(self.lookup), frozenset().union(*found) if all(found) else None
        return self._known[1]

    def _plain(self, key: str) -> str:
        if not self.config["enable_feature_string_compression"]:
            return key
        return zlib.decompress(base64.b64decode(key)).decode()
