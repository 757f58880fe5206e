"""The indexed policy finds the rules that Rasa's own finds."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.policies.rule_policy import RULES, RulePolicy

from careerbot.policy import IndexedRulePolicy

INTENTS = ["salary", "duties", "greet"]
ACTIONS = ["action_listen", "utter_salary", "utter_greet"]

states = st.builds(
    lambda intent, action, loop: {
        **({"user": {"intent": intent}} if intent else {}),
        **({"prev_action": {"action_name": action}} if action else {}),
        **({"active_loop": {"name": loop}} if loop else {}),
    },
    st.sampled_from([*INTENTS, None]),
    st.sampled_from([*ACTIONS, None]),
    st.sampled_from(["form", "should_not_be_set", None]),
)
turns = st.lists(states, min_size=1, max_size=3)
rules = st.dictionaries(turns.map(json.dumps), st.sampled_from(ACTIONS), max_size=12)


def policy(kind, lookup):
    made = kind.__new__(kind)
    made.lookup = {RULES: lookup}
    made._by_intent, made._on_text = {}, None
    return made


@given(rules, turns)
def test_it_finds_the_rules_that_rasas_policy_finds(lookup, conversation):
    ours = policy(IndexedRulePolicy, lookup)
    found = policy(RulePolicy, lookup)._get_possible_keys(lookup, conversation)
    assert ours._get_possible_keys(lookup, conversation) == found
    assert ours._get_possible_keys(lookup, conversation) == found, "the second time, from the index"


@pytest.mark.parametrize(
    ("state", "wanted"), [({"user": {"text": "hello"}}, True), ({"user": {"intent": "text"}}, False)]
)
def test_rules_on_the_very_words_are_noticed(state, wanted):
    assert policy(IndexedRulePolicy, {json.dumps([state]): "utter_greet"})._has_rules_on_text() is wanted


def test_the_configuration_uses_it():
    assert "- name: careerbot.policy.IndexedRulePolicy" in Path("config.yml").read_text(encoding="utf-8")
