"""States of a conversation, with a server that fails, waits or forgets as it is told."""

import re

import pytest
from playwright.sync_api import expect


def sent(stub):
    return [body.get("text", body.get("payload")) for body in stub.bodies("messages") if body]


def test_a_message_that_cannot_be_sent_is_kept_and_answered_once_after_a_retry(widget, stub):
    widget.open().ask("first")
    stub.stop()
    widget.say("second")
    expect(widget.problem).to_contain_text("cannot be reached")
    expect(widget.questions.last).to_contain_text("Not sent yet")
    widget.inspect("server-stopped")
    stub.start()
    widget.button("Try again").click()
    expect(widget.answers.last).to_contain_text("You said: second")
    expect(widget.problem).to_be_empty()
    expect(widget.questions).to_have_count(2)
    expect(widget.answers).to_have_count(3)
    widget.inspect("server-back")


def test_what_stands_in_the_way_does_not_cover_the_message(visitors, stub):
    widget = visitors(stub.address, viewport={"width": 320, "height": 640}).visit().open()
    for number in range(4):
        widget.ask(f"question {number}")
    stub.stop()
    widget.say("hello?")
    expect(widget.problem).to_contain_text("The assistant cannot be reached just now. Your message is kept.")
    state = widget.questions.last.get_by_text("Not sent yet")
    expect(state).to_be_in_viewport()
    widget.still()
    log = widget.log.bounding_box()
    below = state.bounding_box()
    assert below["y"] + below["height"] <= log["y"] + log["height"]


def test_only_what_there_is_is_said_to_be_kept(widget, stub):
    widget.open().ask("hi")
    stub.failures["messages"] = [(503, "not_ready", None)]
    widget.page.reload()
    expect(widget.problem).to_contain_text("The assistant is just starting.")
    expect(widget.problem).not_to_contain_text("kept")
    widget.button("Try again").click()
    expect(widget.questions).to_have_count(1)


def test_a_message_said_offline_goes_out_when_the_person_is_back(widget):
    widget.open().ask("hi")
    widget.page.context.set_offline(True)
    widget.say("on the train")
    expect(widget.problem).to_contain_text("You are offline. Your message is kept and goes out when you are back.")
    widget.inspect("offline")
    widget.page.context.set_offline(False)
    expect(widget.answers.last).to_contain_text("You said: on the train")
    expect(widget.problem).to_be_empty()


def test_a_retry_carries_the_same_id_so_that_nothing_is_answered_twice(widget, stub):
    stub.failures["messages"] = [(500, "failed", None)]
    widget.open().say("hi")
    expect(widget.problem).to_contain_text("went wrong on our side")
    widget.button("Try again").click()
    expect(widget.answers.last).to_contain_text("You said: hi")
    ids = [body["id"] for body in stub.bodies("messages")]
    assert len(ids) == 2 and len(set(ids)) == 1


def test_what_could_not_be_sent_outlives_a_reload(widget, stub):
    stub.failures["messages"] = [(503, "not_ready", None)]
    widget.open().say("hold on to me")
    expect(widget.problem).to_contain_text("just starting")
    widget.page.reload()
    expect(widget.answers.last).to_contain_text("You said: hold on to me")
    expect(widget.questions).to_have_count(1)
    assert len({body["id"] for body in stub.bodies("messages") if body}) == 1


def test_a_reload_opens_the_panel_again_at_the_newest_message_and_leaves_the_focus_to_the_page(widget, stub):
    widget.open()
    for number in range(6):
        widget.ask(f"question {number}")
    widget.page.reload()
    expect(widget.questions.last).to_be_in_viewport()
    widget.page.wait_for_function("document.activeElement === document.body")


def test_a_draft_outlives_a_reload(widget):
    widget.open().input.fill("half a thou")
    widget.page.reload()
    expect(widget.input).to_have_value("half a thou")


def test_too_many_messages_tell_the_time_to_wait_and_then_go_on(widget, stub):
    widget.page.clock.install()
    stub.failures["messages"] = [(429, "too_many_messages", 20)]
    widget.open().say("hi")
    expect(widget.problem).to_contain_text("Please wait 20 seconds")
    expect(widget.problem.get_by_role("button")).to_be_disabled()
    widget.inspect("too-many")
    widget.page.clock.run_for(21_000)
    widget.button("Try again").click()
    expect(widget.answers.last).to_contain_text("You said: hi")


def test_an_ended_session_is_said_and_the_message_is_answered_in_a_new_one(widget, stub):
    stub.answers["first"] = [{"text": "One", "buttons": [{"title": "More of it", "payload": "/more"}]}]
    widget.open().ask("first")
    stub.conversations.clear()
    widget.log.get_by_role("button", name="More of it").click()
    expect(widget.log).to_contain_text("Your earlier chat has ended")
    expect(widget.answers.last).to_contain_text("You said: More of it")
    assert sent(stub)[-1] == "More of it"
    widget.inspect("session-ended")


def test_a_refused_message_says_why_and_does_not_block_the_next(widget, stub):
    stub.failures["messages"] = [(400, "bad_request", None)]
    widget.open().say("strange")
    expect(widget.problem).to_contain_text("A sentence about bad_request.")
    expect(widget.questions.last.get_by_text("Not sent", exact=True)).to_be_visible()
    widget.inspect("refused")
    widget.ask("fine")
    assert sent(stub) == ["strange", "fine"]
    expect(widget.problem).to_be_empty()


def test_what_is_said_while_an_answer_is_awaited_goes_out_after_it(widget, stub):
    stub.hold.clear()
    widget.open().say("one")
    widget.say("two")
    expect(widget.panel.get_by_text("The assistant is typing")).to_have_count(1)
    expect(widget.log.locator(".typing")).to_have_count(1)
    expect(widget.questions.first).to_contain_text("Sending")
    expect(widget.questions.last).to_contain_text("Waiting for its turn")
    widget.wait_until(lambda: sent(stub) == ["one"])
    widget.inspect("typing")
    assert sent(stub) == ["one"]
    stub.hold.set()
    expect(widget.answers.nth(2)).to_contain_text("You said: two")
    order = [" ".join(said.split()) for said in widget.log.locator(".bubble").all_inner_texts()[1:]]
    assert order == ["You: one", "Assistant: You said: one", "You: two", "Assistant: You said: two"]
    assert sent(stub) == ["one", "two"]


def test_a_quick_reply_sends_its_payload_and_shows_its_title(widget, stub):
    stub.answers["hi"] = [{"text": "Choose", "buttons": [{"title": "Left", "payload": '/go{"way":"left"}'}]}]
    widget.open().ask("hi")
    widget.log.get_by_role("button", name="Left").click()
    expect(widget.questions.last).to_contain_text("Left")
    expect(widget.answers.nth(2)).to_be_visible()
    assert stub.bodies("messages")[-1]["payload"] == '/go{"way":"left"}'
    expect(widget.log.get_by_role("button", name="Left")).to_be_disabled()
    expect(widget.input).to_be_focused()


def test_quick_replies_are_disabled_once_something_else_was_said(widget, stub):
    stub.answers["hi"] = [{"text": "Choose", "buttons": [{"title": "Left", "payload": "/left"}]}]
    widget.open().ask("hi")
    expect(widget.log.get_by_role("button", name="Left")).to_be_enabled()
    widget.ask("neither")
    expect(widget.log.get_by_role("button", name="Left")).to_be_disabled()


def test_an_answer_that_comes_to_a_closed_panel_is_counted(widget, stub):
    stub.hold.clear()
    widget.open().say("hi")
    widget.button("Close the chat").click()
    stub.hold.set()
    expect(widget.launcher).to_have_accessible_name("Open the chat (1 new message)")
    widget.inspect("unread")
    widget.launcher.click()
    expect(widget.launcher).to_have_accessible_name("Close the chat")


def test_start_over_in_one_tab_is_seen_in_the_other(visitors, stub):
    visitor = visitors(stub.address)
    one, two = visitor.visit().open(), visitor.visit().open()
    one.ask("hi")
    expect(two.questions).to_have_count(1)
    two.choose("Start over")
    two.confirm("Start over")
    expect(one.questions).to_have_count(0)


def test_a_deletion_that_fails_is_said_and_changes_nothing(widget, stub):
    widget.open().ask("hi")
    stub.failures["conversation"] = [(500, "failed", None)]
    widget.choose("Delete my chat")
    widget.confirm("Delete")
    dialog = widget.page.get_by_role("dialog").last
    expect(dialog).to_contain_text("could not be deleted just now")
    widget.inspect("delete-failed")
    dialog.get_by_role("button", name="Cancel").click()
    expect(widget.questions).to_have_count(1)


def test_a_rating_that_fails_is_said(widget, stub):
    widget.open().ask("hi")
    stub.failures["feedback"] = [(500, "failed", None)]
    widget.log.get_by_role("button", name="Helpful", exact=True).click()
    expect(widget.log).to_contain_text("Your rating could not be saved")
    expect(widget.log.get_by_role("button", name="Helpful", exact=True)).to_have_attribute("aria-pressed", "false")


def test_a_rating_is_shown_again_after_a_reload(widget, stub):
    widget.open().ask("hi")
    widget.log.get_by_role("button", name="Helpful", exact=True).click()
    expect(widget.log).to_contain_text("Thank you, noted.")
    assert stub.bodies("feedback") == [{"message": "m-token-0-1-0", "helped": True}]
    widget.page.reload()
    expect(widget.log.get_by_role("button", name="Helpful", exact=True)).to_have_attribute("aria-pressed", "true")


def test_an_answer_is_copied(widget, stub):
    widget.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    widget.open().ask("copy **me**")
    widget.log.get_by_role("button", name="Copy the answer").last.click()
    expect(widget.log).to_contain_text("Copied")
    assert widget.page.evaluate("navigator.clipboard.readText()") == "You said: copy **me**"


def test_what_was_said_can_be_saved_as_text(widget, stub):
    stub.answers["pay"] = [
        {"text": "About **$45,690**.\n\nSource: [Wages](https://example.org/)"},
        {"image": "/charts/x.png", "alt": "Pay, rising"},
    ]
    widget.open().button("More choices").click()
    expect(widget.button("Save as text")).to_have_count(0)  # there is nothing yet
    widget.page.keyboard.press("Escape")
    widget.ask("pay")
    widget.button("More choices").click()
    with widget.page.expect_download() as download:
        widget.button("Save as text").click()
    assert download.value.suggested_filename == "chat.txt"
    saved = re.sub(r" .*\d:\d.*", "", download.value.path().read_text(encoding="utf-8"))  # without the times
    assert saved == (
        "You:\npay\n\n"
        "Assistant:\nAbout **$45,690**.\n\nSource: [Wages](https://example.org/)\n\n"
        "Assistant:\n[Picture: Pay, rising]\n"
    )
    expect(widget.button("More choices")).to_be_focused()


def test_an_answer_of_several_parts_has_one_time_and_thumbs_where_they_make_sense(widget, stub):
    stub.answers["one"] = [{"text": "First"}, {"text": "Second"}, {"text": "And you?"}]
    stub.answers["two"] = [{"text": "Fact", "rateable": True}, {"text": "Anything else?"}]
    widget.open().ask("one")
    expect(widget.log.locator(".answer time")).to_have_count(1)
    expect(widget.answers.last.locator("time")).to_be_visible()
    copy = widget.log.get_by_role("button", name="Copy the answer")
    expect(copy).to_have_count(1)
    widget.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    expect(widget.log).to_contain_text("Copied")
    assert widget.page.evaluate("navigator.clipboard.readText()") == "First\n\nSecond\n\nAnd you?"
    widget.ask("two")
    expect(widget.log.locator(".answer time")).to_have_count(3)
    expect(widget.log.get_by_role("button", name="Helpful", exact=True)).to_have_count(1)
    widget.inspect("several-parts")


def test_the_counter_shows_near_the_limit_and_a_text_beyond_it_is_kept_but_not_sent(widget, stub):
    widget.open().input.fill("x" * 900)
    expect(widget.panel).to_contain_text("100 characters left")
    widget.input.fill("x" * 1003)
    expect(widget.panel).to_contain_text("Too long by 3 characters")
    expect(widget.button("Send")).to_be_disabled()
    widget.inspect("too-long")
    widget.input.press("Enter")
    expect(widget.input).to_have_value("x" * 1003)
    assert sent(stub) == []


def test_shift_enter_begins_a_new_line(widget):
    widget.open().input.type("one")
    widget.input.press("Shift+Enter")
    widget.input.type("two")
    expect(widget.input).to_have_value("one\ntwo")
    expect(widget.questions).to_have_count(0)


@pytest.mark.parametrize("body", ["not json", "{}", '{"messages": []}', '{"messages": [7, {"from": "assistant"}]}'])
def test_a_server_that_answers_nothing_readable_is_said(widget, stub, body):
    widget.page.route("**/messages", lambda route: route.fulfill(status=200, body=body))
    widget.open().say("hi")
    expect(widget.problem).to_contain_text("went wrong on our side")


def test_a_browser_without_storage_keeps_the_conversation_until_the_page_is_left(visitors, stub):
    visitor = visitors(stub.address)
    visitor.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    widget = visitor.visit().open()
    widget.ask("one")
    widget.ask("two")
    assert len(stub.conversations) == 1


def test_a_page_without_https_has_ids_too(visitors, stub):
    visitor = visitors(stub.address)
    visitor.context.add_init_script("delete Crypto.prototype.randomUUID")
    visitor.visit().open().ask("hi")
    assert len(stub.bodies("messages")[0]["id"]) == 32
