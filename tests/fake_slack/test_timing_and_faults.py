from __future__ import annotations

import pytest

from tests.fake_slack import Timing, rate_limited, refused
from tests.fake_slack.faults import FaultPlan


def test_the_times_are_slacks_unless_a_test_shortens_them():
    assert Timing() == Timing(acknowledgement=3.0, retries=(0.0, 60.0, 300.0), message_interval=1.0, goodbye=10.0)
    short = Timing().scaled(0.01)
    assert (short.acknowledgement, short.retries, short.message_interval) == (3.0, (0.0, 0.6, 3.0), 0.01)
    assert short.goodbye == 0.1


def test_faults_strike_in_the_order_and_number_that_was_said():
    plan = FaultPlan()
    plan.add("chat.update", refused("a"), on=2, times=2)
    plan.add("*", rate_limited(), on=5)
    calls = [plan.next(method) for method in ("chat.update", "auth.test", "chat.update", "chat.update", "auth.test")]
    assert calls == [None, None, refused("a"), refused("a"), rate_limited()]
    assert plan.next("chat.update") is None


@pytest.mark.parametrize("wrong", [{"on": 0}, {"times": 0}])
def test_a_fault_that_could_never_strike_is_refused(wrong):
    with pytest.raises(ValueError, match="count from 1"):
        FaultPlan().add("auth.test", rate_limited(), **wrong)
