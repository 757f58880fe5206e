"""The widget on pages of other people: their styles, a strict policy, its attributes, its API, its events."""

import json

import pytest
from playwright.sync_api import expect

from tests.web.conftest import SIZES
from tests.web.site import HOSTILE_STYLE
from tests.web.stub import Stub

SCRIPT = "/widget/careerbot.js"


@pytest.fixture
def page_with(visitors, stub):
    """Opens a page of somebody else with this in it."""

    def opened(body, tag=f'<script src="{SCRIPT}" defer></script>', head="", html='lang="en"', **options):
        stub.pages["/other"] = (
            f"<!doctype html><html {html}><head><title>Other</title>{head}{tag}</head>"
            f"<body><main><h1>Somebody's page</h1></main>{body}</body></html>"
        )
        return visitors(stub.address, **options).visit("/other")

    return opened


def on_element(widget, call):
    """The value of JavaScript about the element, which is called ``chat``."""
    return widget.page.evaluate(f"async () => {{ const chat = document.querySelector('career-chat'); return {call}; }}")


def events(widget):
    """Note the events of the element; the list of them so far, when called."""
    widget.page.evaluate(
        """() => {
          window.heard = [];
          for (const name of ['open', 'close', 'message', 'error'])
            document.addEventListener(`career-chat:${name}`, ({detail}) =>
              window.heard.push([name, detail?.text ?? detail?.code]));
        }"""
    )
    return lambda: [tuple(event) for event in widget.page.evaluate("window.heard")]


def test_the_script_tag_alone_adds_the_element_with_its_data_attributes(page_with):
    tag = f'<script src="{SCRIPT}" defer data-heading="Ask Ada" data-side="start"></script>'
    widget = page_with("", tag=tag).open()
    expect(widget.panel.get_by_role("heading", name="Ask Ada")).to_be_visible()
    assert widget.launcher.bounding_box()["x"] < 100
    assert widget.page.locator("career-chat").count() == 1


def test_a_page_that_has_the_element_or_wants_to_add_it_itself_gets_no_second_one(page_with):
    assert page_with("<career-chat></career-chat>").page.locator("career-chat").count() == 1
    tag = f'<script src="{SCRIPT}" defer data-manual></script>'
    widget = page_with("", tag=tag)
    assert widget.page.evaluate("!!customElements.get('career-chat')")
    assert widget.page.locator("career-chat").count() == 0


def test_styles_of_the_page_do_not_reach_the_widget(page_with, stub):
    def look(widget):
        widget.open().ask("hi")
        widget.still()
        parts = [widget.launcher, widget.panel, widget.input, widget.answers.last, widget.questions.last]
        return [(part.bounding_box(), part.evaluate("(one) => getComputedStyle(one).color")) for part in parts]

    calm = look(page_with("<career-chat></career-chat>"))
    widget = page_with("<career-chat></career-chat>", head='<link rel="stylesheet" href="/hostile.css">')
    widget.page.route("**/hostile.css", lambda route: route.fulfill(content_type="text/css", body=HOSTILE_STYLE))
    widget.page.reload()
    expect(widget.page.locator("h1")).to_be_hidden()
    assert look(widget) == calm
    widget.page.screenshot(path="results/web/hostile-page.png")


def test_the_heading_greeting_starters_color_and_privacy_link_are_the_page_s(page_with, stub):
    starters = json.dumps(["Is it hard?", "Do I need school?"])
    widget = page_with(
        f"<career-chat heading='Ask Ada' greeting='Good day.' starters='{starters}' color='#ffe600' privacy='/privacy'>"
        "</career-chat>"
    ).open()
    expect(widget.panel.get_by_role("heading", name="Ask Ada")).to_be_visible()
    expect(widget.answers.first).to_contain_text("Good day.")
    widget.button("More choices").click()
    expect(widget.panel.get_by_role("link", name="Privacy")).to_have_attribute("href", f"{stub.address}/privacy")
    widget.inspect("yellow")
    widget.page.keyboard.press("Escape")
    widget.button("Is it hard?").click()
    expect(widget.answers.last).to_contain_text("You said: Is it hard?")


@pytest.mark.parametrize(
    "attribute",
    [
        "starters='not json'",
        "server='http://['",
        "privacy='javascript:alert(1)'",
        "privacy='http://['",
        "color='red; background: url(https://evil.example)'",
        "side='middle'",
        "theme='blue'",
    ],
)
def test_an_attribute_that_cannot_be_used_leaves_a_widget_that_works(page_with, attribute):
    widget = page_with(f"<career-chat {attribute}></career-chat>")
    widget.open().ask("hi")
    widget.button("More choices").click()
    expect(widget.panel.get_by_role("link", name="Privacy")).to_have_count(0)


def test_an_attribute_that_cannot_be_used_is_named_in_the_console(page_with):
    widget = page_with("")
    said = []
    widget.page.on("console", lambda message: said.append(message.text))
    on_element(widget, "chat.setAttribute('starters', '{')")
    assert [text for text in said if text.startswith("career-chat")] == [
        "career-chat: starters='{' is no JSON list of questions; the usual ones are shown"
    ]


def test_the_server_is_where_the_script_came_from_unless_the_page_names_another(visitors, stub):
    with Stub() as other:
        stub.pages["/other"] = (
            f'<!doctype html><html lang="en"><title>Other</title><script src="{SCRIPT}" defer></script>'
            f'<main><h1>Page</h1></main><career-chat server="{other.address}"></career-chat></html>'
        )
        visitor = visitors(stub.address)
        widget = visitor.visit("/other").open()
        widget.say("hi")
        # The page's own policy keeps the widget from other servers; what counts is whom it wanted to ask.
        expect(widget.problem).to_contain_text("cannot be reached")
        widget.wait_until(lambda: visitor.seen.errors)  # the console is told later than the page
    assert visitor.seen.elsewhere == []
    assert all(other.address in error for error in visitor.seen.errors)
    visitor.seen.errors.clear()
    assert stub.bodies("messages") == []


def test_the_page_can_open_close_toggle_send_and_reset(page_with, stub):
    widget = page_with("")
    heard = events(widget)
    on_element(widget, "chat.open()")
    expect(widget.panel).to_be_visible()
    on_element(widget, "chat.toggle()")
    expect(widget.panel).to_be_hidden()
    on_element(widget, "chat.send(' from the page ')")
    expect(widget.answers.last).to_contain_text("You said: from the page")
    on_element(widget, "chat.reset()")
    expect(widget.questions).to_have_count(0)
    on_element(widget, "chat.close()")
    expect(widget.panel).to_be_hidden()
    said = [("message", "from the page"), ("message", "You said: from the page")]
    assert heard() == [("open", None), ("close", None), ("open", None), *said, ("close", None)]


def test_what_goes_wrong_is_an_event_too(page_with, stub):
    stub.failures["messages"] = [(503, "not_ready", 5)]
    widget = page_with("").open()
    heard = events(widget)
    widget.say("hi")
    expect(widget.problem).to_contain_text("just starting")
    assert heard() == [("message", "hi"), ("error", "not_ready")]


def test_the_open_attribute_opens_the_panel_and_leaves_the_focus_to_the_page(page_with):
    widget = page_with("<career-chat open></career-chat>")
    expect(widget.panel).to_be_visible()
    widget.page.wait_for_function("document.activeElement === document.body")
    widget.input.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


@pytest.mark.parametrize("size", SIZES)
def test_on_a_page_from_right_to_left_the_widget_is_mirrored_and_whole(page_with, stub, size):
    stub.answers["hi"] = [{"text": "One\n\n- two", "buttons": [{"title": "Three", "payload": "/3"}], "rateable": True}]
    widget = page_with("", html='lang="en" dir="rtl"', viewport=SIZES[size])
    assert widget.launcher.bounding_box()["x"] < 100
    widget.open().ask("hi")
    assert widget.log.evaluate("(log) => log.scrollWidth <= log.clientWidth")
    widget.inspect(f"right-to-left-{size}")


def test_the_theme_can_be_fixed(page_with):
    def ground(theme):
        widget = page_with(f"<career-chat theme='{theme}'></career-chat>", color_scheme="light").open()
        return widget.panel.evaluate("(panel) => getComputedStyle(panel).backgroundColor")

    assert ground("auto") == ground("light") != ground("dark")
