"""What the policies see of a conversation, worked out once for each of its turns.

For every prediction of every policy Rasa 3.6.21 replays the whole conversation on a copy of its tracker, four times a
message, so a long conversation becomes slow. Here a replay is kept with its tracker and goes on where it stopped.
"""

from __future__ import annotations

from operator import is_
from typing import Any, Dict, List, Optional, Sequence

from rasa.shared.core.constants import PREVIOUS_ACTION
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

_REPLAYS = "_careerbot_replays"

_rasas = Domain.states_for_tracker_history


class Replay:
    """The states of a conversation before each action so far, as ``Domain.states_for_tracker_history`` gives them.

    Args:
        domain: whose slots and entities count.
        tracker: the conversation; it is not changed.
        for_stories: whether turns that only rules know are left out.
        rule_only: slots and loops that only rules know.
    """

    def __init__(
        self, domain: Domain, tracker: DialogueStateTracker, for_stories: bool, rule_only: Optional[Dict[str, Any]]
    ) -> None:
        self._domain, self._for_stories, self._rule_only = domain, for_stories, rule_only
        self._tracker = tracker.init_copy()
        self._events: List[Event] = []
        self._settled = 0  # so many of them are behind the states
        self._read: List[Any] = []
        self._states: List[State] = []
        self._hidden = False
        self._last_for_stories: Optional[Any] = None

    def goes_on(self, domain: Domain, for_stories: bool, rule_only: Optional[Dict[str, Any]]) -> bool:
        """Whether it is a replay of that kind."""
        return self._domain is domain and self._for_stories == for_stories and self._rule_only == rule_only

    def is_of(self, events: List[Event]) -> bool:
        """Whether a conversation begins with what was replayed; a reverted or a changed message ends that."""
        return (
            len(self._events) <= len(events)
            and all(map(is_, self._events, events))
            and self._read == _readings(self._events[: self._settled])
        )

    def states(self, events: List[Event]) -> List[State]:
        """The states of a conversation that begins with what was replayed, the present one last."""
        for event in events[len(self._events) :]:
            if isinstance(event, ActionExecuted):
                self._step(event.hide_rule_turn)
                self._settled = len(self._events)
                self._read = _readings(self._events)
            self._tracker.update(event)
            self._events.append(event)
        hidden, last, count = self._hidden, self._last_for_stories, len(self._states)
        self._step(False)
        # Policies write into what they get.
        states = [{kind: dict(part) for kind, part in state.items()} for state in self._states]
        self._hidden, self._last_for_stories = hidden, last
        del self._states[count:]
        return states

    def _step(self, hide: bool) -> None:
        """One state, by the rules of Rasa's method."""
        domain, tracker = self._domain, self._tracker
        if self._for_stories:
            if not self._hidden:
                self._last_for_stories = domain._get_prev_action_sub_state(tracker)
            if not tracker.followup_action and tracker.latest_action_name != tracker.active_loop_name:
                self._hidden = hide
            if self._hidden:
                return
        state = domain.get_active_state(tracker)
        if self._for_stories:
            domain._remove_rule_only_features(state, self._rule_only)
            if self._states:
                domain._substitute_rule_only_user_input(state, self._states[-1])
            if self._last_for_stories:
                state[PREVIOUS_ACTION] = self._last_for_stories
        self._states.append(domain._clean_state(state))


def _readings(events: Sequence[Event]) -> List[Any]:
    """What a later event may still change in messages: whether the words of each count, or its intent."""
    return [event.use_text_for_featurization for event in events if isinstance(event, UserUttered)]


def states_for_tracker_history(
    self: Domain,
    tracker: DialogueStateTracker,
    omit_unset_slots: bool = False,
    ignore_rule_only_turns: bool = False,
    rule_only_data: Optional[Dict[str, Any]] = None,
) -> List[State]:
    """In the place of Rasa's method of this name; the same result."""
    if omit_unset_slots:  # only in training
        return list(_rasas(self, tracker, omit_unset_slots, ignore_rule_only_turns, rule_only_data))
    events = tracker.applied_events()
    replays: List[Replay] = tracker.__dict__.setdefault(_REPLAYS, [])
    replay = next((one for one in replays if one.goes_on(self, ignore_rule_only_turns, rule_only_data)), None)
    if replay is None or not replay.is_of(events):
        if replay:
            replays.remove(replay)
        replay = Replay(self, tracker, ignore_rule_only_turns, rule_only_data)
        replays.append(replay)
    return replay.states(events)
