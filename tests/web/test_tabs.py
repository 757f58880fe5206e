"""Several tabs of one browser are one conversation, also when they begin, or begin anew, in the same moment."""

import threading

import pytest
from playwright.sync_api import expect


@pytest.fixture(params=["locks", "no locks"])
def visitor(visitors, stub, request):
    """In a browser with the Web Locks API, and on a page without https, where there is none."""
    made = visitors(stub.address)
    if request.param == "no locks":
        made.context.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    return made


def hold(stub, what):
    """The server's answers to this wait until the event is set."""
    stub.holds[what] = threading.Event()
    return stub.holds[what]


def said_in(widget):
    """The bubbles without the greeting, in no order."""
    return sorted(" ".join(said.split()) for said in widget.log.locator(".bubble").all_inner_texts()[1:])


def begun(stub):
    """The conversations in which something was said."""
    return [token for token, messages in stub.conversations.items() if messages]


BOTH = ["Assistant: You said: one", "Assistant: You said: two", "You: one", "You: two"]


def test_two_tabs_that_begin_in_the_same_moment_begin_one_conversation(visitor, stub):
    one, two = visitor.visit().open(), visitor.visit().open()
    has_locks = one.page.evaluate("!!navigator.locks")
    may_begin = hold(stub, "POST session")
    one.say("one")
    two.say("two")
    one.wait_until(lambda: len(stub.bodies("session")) == (1 if has_locks else 2))
    may_begin.set()
    for widget in (one, two):
        expect(widget.answers).to_have_count(3)
        expect(widget.questions).to_have_count(2)
        assert said_in(widget) == BOTH
    assert len(begun(stub)) == 1
    assert len(stub.conversations) == (1 if has_locks else 2)
    for widget in (one, two):
        widget.page.reload()
        expect(widget.answers).to_have_count(3)
        assert said_in(widget) == BOTH


def test_two_tabs_whose_conversation_has_ended_go_on_in_one(visitor, stub):
    one, two = visitor.visit().open(), visitor.visit().open()
    one.ask("before")
    expect(two.questions).to_have_count(1)
    stub.conversations.clear()
    may_begin = hold(stub, "POST session")
    one.say("one")
    two.say("two")
    one.wait_until(lambda: len([body for body in stub.bodies("messages") if body]) == 3)  # both were refused
    may_begin.set()
    for widget in (one, two):
        expect(widget.log).to_contain_text("You said: one")
        expect(widget.log).to_contain_text("You said: two")
        expect(widget.problem).to_be_empty()
    assert len(begun(stub)) == 1


def test_a_message_that_waits_goes_out_in_the_conversation_that_another_tab_begins(visitor, stub):
    one, two = visitor.visit().open(), visitor.visit().open()
    stub.failures["session"] = [(503, "not_ready", None)]
    one.say("one")
    expect(one.problem).to_contain_text("just starting")
    two.ask("two")
    expect(one.log).to_contain_text("You said: one")
    expect(one.problem).to_be_empty()
    expect(two.log).to_contain_text("You said: one")
    assert len(begun(stub)) == 1


def test_what_is_said_while_another_tab_loads_the_history_is_not_lost_there(visitor, stub):
    one = visitor.visit().open()
    one.ask("one")
    may_load = hold(stub, "GET messages")
    seen = len(stub.seen)
    two = visitor.visit().open()
    two.wait_until(lambda: ("GET", "messages", None) in stub.seen[seen:])
    one.ask("two")
    may_load.set()
    expect(two.answers).to_have_count(3)
    assert said_in(two) == BOTH
