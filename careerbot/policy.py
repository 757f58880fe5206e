"""Rasa's RulePolicy, with an index: only rules about the present intent are compared with the conversation."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Set, Tuple

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
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
