"""The real assistant, as a person meets it on its page."""

import re

import requests
from playwright.sync_api import expect

PAY = "how much do medical assistants make"


def history(widget, visitor):
    """What the server has of the conversation: status and body."""
    kept = widget.page.evaluate("() => JSON.parse(Object.values(localStorage)[0])")
    answer = requests.get(
        f"{visitor.address}/webhooks/website/messages",
        headers={"Authorization": f"Bearer {kept['token']}"},
        timeout=10,
    )
    return answer.status_code, answer.json()


def test_a_question_is_answered_with_a_figure_and_a_link_to_its_source(real):
    widget = real.visit().open()
    widget.ask(PAY)
    expect(widget.log).to_contain_text("$45,690 a year")
    source = widget.log.locator(".source").first.get_by_role("link").first
    expect(source).to_have_attribute("href", "https://www.bls.gov/oes/")
    expect(source).to_have_attribute("rel", "noopener noreferrer nofollow")
    expect(source).to_have_attribute("target", "_blank")
    widget.inspect("real-answer")


def test_a_quick_reply_is_answered_shows_its_title_and_works_once(real):
    widget = real.visit().open()
    widget.ask(PAY)
    reply = widget.log.locator(".reply").first
    title = reply.inner_text()
    before = widget.answers.count()
    reply.click()
    expect(widget.questions.last).to_contain_text(title)
    expect(widget.answers.nth(before)).to_be_visible()
    expect(reply).to_be_disabled()
    widget.inspect("real-quick-reply")


def test_a_picture_has_words_and_a_larger_view_from_which_esc_returns(real):
    widget = real.visit().open()
    widget.ask("how has the pay changed over the years")
    picture = widget.log.locator(".picture button").first
    expect(picture.locator("img")).to_have_attribute("alt", re.compile(r"\w+ \w+"))
    widget.inspect("real-picture")
    picture.click()
    viewer = widget.page.locator("career-chat dialog.viewer")
    expect(viewer).to_be_visible()
    widget.inspect("real-picture-large")
    widget.page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(picture).to_be_focused()
    expect(widget.panel).to_be_visible()


def test_a_comparison_is_a_table_in_place_of_its_lines(real):
    widget = real.visit().open()
    widget.ask("what is the difference between the CMA and the RMA")
    expect(widget.log.get_by_role("table")).to_be_visible()
    widget.inspect("real-table")


def test_a_thumb_down_with_a_reason_is_kept(real):
    widget = real.visit().open()
    widget.ask(PAY)
    with widget.page.expect_response("**/feedback") as first:
        widget.log.get_by_role("button", name="Not helpful").first.click()
    assert first.value.status == 204
    widget.log.get_by_role("radio", name="It is hard to read").check()
    widget.log.get_by_label("Anything to add?").fill("Too many numbers")
    widget.inspect("real-thumbs-down")
    with widget.page.expect_response("**/feedback") as second:
        widget.log.get_by_role("button", name="Send").click()
    assert second.value.status == 204
    expect(widget.log).to_contain_text("Thank you, noted.")
    widget.inspect("real-thanks")


def test_reload_and_a_second_tab_show_the_same_conversation(real):
    widget = real.visit().open()
    widget.ask(PAY)
    widget.page.reload()
    expect(widget.log).to_contain_text("$45,690 a year")
    widget.inspect("real-reloaded")
    other = real.visit().open()
    expect(other.log).to_contain_text("$45,690 a year")
    other.ask("and in Texas")
    expect(widget.log).to_contain_text("$39,520 a year")
    expect(widget.questions).to_have_count(2)
    other.inspect("real-second-tab")


def test_delete_asks_first_and_then_the_history_is_gone_from_the_server(real):
    widget = real.visit().open()
    widget.ask(PAY)
    status, body = history(widget, real)
    assert status == 200 and len(body["messages"]) >= 2
    token = widget.page.evaluate("() => JSON.parse(Object.values(localStorage)[0]).token")
    widget.choose("Delete my chat")
    widget.inspect("real-delete-asks")
    widget.confirm("Delete")
    expect(widget.log).to_contain_text("Your chat has been deleted.")
    expect(widget.questions).to_have_count(0)
    widget.inspect("real-deleted")
    address = f"{real.address}/webhooks/website/messages"
    gone = requests.get(address, headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert (gone.status_code, gone.json()["error"]["code"]) == (401, "session_ended")


def test_start_over_asks_first_and_begins_a_new_conversation(real):
    widget = real.visit().open()
    widget.ask(PAY)
    widget.choose("Start over")
    widget.inspect("real-start-over-asks")
    widget.page.keyboard.press("Escape")
    expect(widget.questions).to_have_count(1)
    widget.choose("Start over")
    widget.confirm("Start over")
    expect(widget.questions).to_have_count(0)
    widget.ask("hello")
    assert [said["text"] for said in history(widget, real)[1]["messages"] if said["from"] == "person"] == ["hello"]


def test_the_page_puts_its_own_questions_to_the_assistant(real):
    widget = real.visit()
    widget.inspect("real-page")
    widget.page.get_by_role("button", name="Is the field growing?").click()
    expect(widget.questions.last).to_contain_text("Is the field growing?")
    expect(widget.answers.nth(1)).to_be_visible()
