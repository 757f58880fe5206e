"""The widget on a page of another site, embedded from the real assistant by the script tag alone.

The page's styles are hostile, its policy allows what docs/widget.md asks for and nothing else, and it is isolated.
"""

import json
import re

import pytest
import requests
from playwright.sync_api import expect

from tests.web.site import Site

WIDGET = "career-chat"
"""All that axe can like of a page whose styles hide it."""

PAY = "how much do medical assistants make"


@pytest.fixture
def outside(visitors, site, real_address):
    """Somebody at the listed site. Whatever stands in the console of their browser is too much."""
    site.embed(real_address)
    visitor = visitors(site.address, real_address)
    yield visitor
    assert visitor.seen.console == []


@pytest.fixture
def unlisted(visitors, real_address):
    """Somebody at a site that the assistant's operator does not know."""
    with Site() as other:
        other.embed(real_address)
        yield visitors(other.address, real_address)


def token_of(widget):
    return widget.page.evaluate("() => JSON.parse(Object.values(localStorage)[0]).token")


def history(address, token):
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{address}/webhooks/website/messages", headers=headers, timeout=10)


def test_a_question_is_answered_with_its_source(outside):
    widget = outside.visit()
    expect(widget.page.locator("h1")).to_be_hidden()  # the styles are as hostile as they mean to be
    widget.inspect("another-site-closed", WIDGET)
    widget.open().ask(PAY)
    expect(widget.log).to_contain_text("$45,690 a year")
    expect(widget.log.locator(".source a").first).to_have_attribute("href", "https://www.bls.gov/oes/")
    widget.inspect("another-site-answer", WIDGET)


def test_the_styles_of_the_page_change_nothing(outside):
    def look(path):
        widget = outside.visit(path).open()
        widget.still()
        parts = [widget.launcher, widget.panel, widget.input, widget.answers.first, widget.button("Send")]
        return [(part.bounding_box(), part.evaluate("(one) => getComputedStyle(one).color")) for part in parts]

    assert look("/") == look("/calm")


def test_pictures_and_tables_are_shown(outside, real_address):
    widget = outside.visit("/calm").open()
    widget.ask("how has the pay changed over the years")
    picture = widget.log.locator(".picture img").first
    expect(picture).to_have_attribute("src", re.compile(f"^{re.escape(real_address)}/charts/"))
    widget.still()
    assert picture.evaluate("(one) => one.complete && one.naturalWidth") > 0
    widget.log.locator(".picture button").first.click()
    expect(widget.page.locator("career-chat dialog.viewer")).to_be_visible()
    widget.inspect("another-site-picture")
    widget.page.keyboard.press("Escape")
    widget.ask("what is the difference between the CMA and the RMA")
    expect(widget.log.get_by_role("table")).to_be_visible()
    widget.inspect("another-site-table")


def test_a_thumb_with_a_reason_is_kept(outside):
    widget = outside.visit().open()
    widget.ask(PAY)
    widget.log.get_by_role("button", name="Not helpful").first.click()
    widget.log.get_by_role("radio", name="It is hard to read").check()
    with widget.page.expect_response("**/feedback") as rated:
        widget.log.get_by_role("button", name="Send").click()
    assert rated.value.status == 204
    expect(widget.log).to_contain_text("Thank you, noted.")


def test_a_reload_keeps_the_conversation_and_delete_ends_it(outside, real_address):
    widget = outside.visit().open()
    widget.ask(PAY)
    token = token_of(widget)
    widget.page.reload()
    expect(widget.log).to_contain_text("$45,690 a year")
    widget.ask("and in Texas")
    expect(widget.log).to_contain_text("$39,520 a year")
    assert len(history(real_address, token).json()["messages"]) >= 4
    widget.choose("Delete my chat")
    widget.confirm("Delete")
    expect(widget.log).to_contain_text("Your chat has been deleted.")
    assert history(real_address, token).status_code == 401


def statuses_of(page):
    """The statuses of what the page asks the assistant's protocol, as they come."""
    seen = []
    page.on("response", lambda one: seen.append(one.status) if "/webhooks/" in one.url else None)
    return seen


def test_a_site_that_is_not_listed_is_refused_and_its_visitor_is_told_so(unlisted):
    widget = unlisted.visit("/calm").open()
    statuses = statuses_of(widget.page)
    widget.say("am I allowed here?")
    expect(widget.problem).to_contain_text("The chat is not set up for this website.")
    expect(widget.questions.last.get_by_text("Not sent", exact=True)).to_be_visible()
    expect(widget.answers).to_have_count(1)
    widget.wait_until(lambda: statuses == [403])
    widget.inspect("another-site-refused")


def test_a_site_that_is_no_longer_listed_is_told_so_when_the_chat_is_opened(unlisted, real_address):
    """With a conversation from before. The browser asks first, is refused, and tells the page nothing of it."""
    token = requests.post(f"{real_address}/webhooks/website/session", timeout=10).json()["token"]
    kept = json.dumps(json.dumps({"token": token, "ratings": {}}))
    unlisted.context.add_init_script(f"localStorage.setItem('career-chat {real_address}/', {kept});")
    widget = unlisted.visit("/calm").open()
    expect(widget.problem).to_contain_text("The chat is not set up for this website.")
    widget.wait_until(lambda: unlisted.seen.errors)  # the console is told later than the page
    assert "blocked by CORS policy" in unlisted.seen.errors.pop()
