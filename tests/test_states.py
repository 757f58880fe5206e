"""What is worked out once is what Rasa works out anew every time, whatever happens in a conversation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActionReverted,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from careerbot import states

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [greet, pay, {ask: {use_entities: []}}]
entities: [place]
slots:
  place: {type: text, influence_conversation: true, mappings: [{type: from_entity, entity: place}]}
  only_rules: {type: bool, influence_conversation: true, mappings: [{type: custom}]}
  silent: {type: any, mappings: [{type: custom}]}
forms:
  a_form: {required_slots: [place]}
actions: [action_pay, action_place]
responses: {utter_greet: [{text: hello}]}
""")
RULE_ONLY = {"rule_only_slots": ["only_rules"], "rule_only_loops": ["a_form"]}
KINDS = [(False, None), (True, RULE_ONLY), (True, None)]

_actions = st.sampled_from(["action_listen", "utter_greet", "action_pay", "a_form"])
_intents = st.sampled_from(["greet", "pay", "ask"])
_entities = st.sampled_from([[], [{"entity": "place", "value": "Texas", "start": 0, "end": 5}]])
_events = st.one_of(
    st.builds(lambda name, entities: UserUttered("some words", {"name": name}, entities), _intents, _entities),
    st.builds(lambda name, hide: ActionExecuted(name, hide_rule_turn=hide), _actions, st.booleans()),
    st.builds(SlotSet, st.sampled_from(["place", "only_rules", "silent"]), st.sampled_from(["Texas", True, None])),
    st.builds(ActiveLoop, st.sampled_from(["a_form", None])),
    st.builds(DefinePrevUserUtteredFeaturization, st.booleans()),
    st.just(BotUttered("an answer")),
    st.builds(lambda kind: kind(), st.sampled_from([ActionReverted, UserUtteranceReverted, Restarted, SessionStarted])),
    st.just(ActionExecutionRejected("a_form")),
)


def _both(tracker, for_stories, rule_only):
    arguments = (DOMAIN, tracker, False, for_stories, rule_only)
    return states.states_for_tracker_history(*arguments), states._rasas(*arguments)


def _tracker():
    return DialogueStateTracker.from_events("someone", [], DOMAIN.slots)


@given(st.lists(_events, max_size=25), st.lists(st.booleans(), min_size=25, max_size=25))
@settings(max_examples=400, deadline=None)
def test_the_states_are_rasas_after_each_event(events, looked_at):
    tracker = _tracker()
    for event, look in zip(events, looked_at, strict=False):
        tracker.update(event)
        if look:
            for kind in KINDS:
                found, wanted = _both(tracker, *kind)
                assert found == wanted, kind


def test_what_a_policy_writes_into_the_states_is_not_there_the_next_time():
    tracker = _tracker()
    for event in (ActionExecuted("action_listen"), UserUttered("pay", {"name": "pay"}), ActionExecuted("action_pay")):
        tracker.update(event)
    found, _ = _both(tracker, False, None)
    for state in found:
        state.clear()
    for state in _both(tracker, False, None)[0]:
        state["user"].pop("text", None) if "user" in state else None
    found, wanted = _both(tracker, False, None)
    assert found == wanted != []


@pytest.mark.parametrize("kind", KINDS)
def test_a_turn_replays_only_what_is_new(monkeypatch, kind):
    tracker = _tracker()
    for turn in range(20):
        for event in (ActionExecuted("action_listen"), UserUttered(f"pay {turn}", {"name": "pay"})):
            tracker.update(event)
        _both(tracker, *kind)
        tracker.update(ActionExecuted("action_pay"))
    calls = []
    update = DialogueStateTracker.update
    monkeypatch.setattr(DialogueStateTracker, "update", lambda self, *args: calls.append(args) or update(self, *args))
    states.states_for_tracker_history(DOMAIN, tracker, False, *kind)
    assert len(calls) == 1


def test_another_domain_begins_a_new_replay():
    tracker = _tracker()
    tracker.update(ActionExecuted("action_listen"))
    tracker.update(UserUttered("pay", {"name": "pay"}, [{"entity": "place", "value": "Texas", "start": 0, "end": 5}]))
    _both(tracker, False, None)
    other = Domain.from_yaml('version: "3.1"\nintents: [{pay: {use_entities: []}}]\nentities: [place]')
    found = states.states_for_tracker_history(other, tracker)
    assert found == states._rasas(other, tracker)
    assert "entities" not in found[-1]["user"]


def test_training_asks_rasa():
    tracker = _tracker()
    tracker.update(ActionExecuted("action_listen"))
    assert states.states_for_tracker_history(DOMAIN, tracker, omit_unset_slots=True) == states._rasas(
        DOMAIN, tracker, omit_unset_slots=True
    )
    assert states._REPLAYS not in tracker.__dict__
