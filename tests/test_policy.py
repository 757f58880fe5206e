"""The indexed policies find what Rasa's own find."""

import json
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.core.policies.memoization import MemoizationPolicy
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot.policy import IndexedMemoizationPolicy, IndexedRulePolicy

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


@pytest.mark.parametrize("policy", [IndexedRulePolicy, IndexedMemoizationPolicy])
def test_the_configuration_uses_it(policy):
    assert f"- name: careerbot.policy.{policy.__name__}" in Path("config.yml").read_text(encoding="utf-8")


# -- stories -----------------------------------------------------------------------------------------------------------

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [salary, duties, greet]
actions: [action_salary, action_duties]
responses: {utter_greet: [{text: hello}]}
""")
STORIES = [["greet", "utter_greet", "salary", "action_salary"], ["salary", "action_salary", "salary", "utter_greet"]]


def _said(intent, hide=False):
    return [ActionExecuted("action_listen", hide_rule_turn=hide), UserUttered(intent or "hm", {"name": intent})]


def _memoization(kind, folder, stories, **config):
    context = ExecutionContext(GraphSchema({}), node_name=kind.__name__)
    arguments = {**kind.get_default_config(), **config}, LocalModelStorage(folder), Resource(kind.__name__), context
    made = kind.create(*arguments)
    trackers = []
    for steps in stories:
        tracker = TrackerWithCachedStates.from_events("story", [], DOMAIN.slots, domain=DOMAIN)
        for step in steps:
            for event in _said(step) if step in INTENTS else [ActionExecuted(step)]:
                tracker.update(event)
        tracker.update(ActionExecuted("action_listen"))
        trackers.append(tracker)
    made.train(trackers, DOMAIN)
    return kind.load(*arguments)


@pytest.fixture(scope="module", params=[True, False], ids=["compressed", "plain"])
def both(request, tmp_path_factory):
    options = {"max_history": 3, "enable_feature_string_compression": request.param}
    return [
        _memoization(kind, tmp_path_factory.mktemp("model"), STORIES, **options)
        for kind in (IndexedMemoizationPolicy, MemoizationPolicy)
    ]


events = st.one_of(
    st.builds(_said, st.sampled_from([*INTENTS, None]), st.booleans()),
    st.builds(
        lambda name, hide: [ActionExecuted(name, hide_rule_turn=hide)],
        st.sampled_from(["action_salary", "action_duties", "utter_greet"]),
        st.booleans(),
    ),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(events, max_size=8))
def test_it_remembers_what_rasas_policy_remembers(both, conversation):
    tracker = DialogueStateTracker.from_events("someone", [], DOMAIN.slots)
    for event in [None, *chain.from_iterable(conversation)]:
        if event:
            tracker.update(event)
        ours, rasas = (policy.predict_action_probabilities(tracker, DOMAIN) for policy in both)
        assert ours.probabilities == rasas.probabilities


def test_what_no_story_asks_costs_nothing_and_what_one_asks_is_remembered(both, monkeypatch):
    ours, _ = both
    looked = []
    monkeypatch.setattr(ours, "recall", lambda *_, **__: looked.append(1))
    for intent, looks in (("duties", 0), ("greet", 1), ("salary", 2)):
        tracker = DialogueStateTracker.from_events("someone", _said(intent), DOMAIN.slots)
        ours.predict_action_probabilities(tracker, DOMAIN)
        assert len(looked) == looks


def test_without_stories_nothing_is_remembered(tmp_path):
    ours = _memoization(IndexedMemoizationPolicy, tmp_path, [])
    tracker = DialogueStateTracker.from_events("someone", _said("greet"), DOMAIN.slots)
    assert ours.predict_action_probabilities(tracker, DOMAIN).max_confidence == 0
