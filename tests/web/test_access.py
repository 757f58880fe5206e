"""Keyboard, screen readers, sizes, colors, languages."""

import pytest
from playwright.sync_api import expect

TABLE = {
    "text": "Pay by place.\n\nTexas: $39,520\nOhio: $40,100\n\nSource: [Wages](https://example.org/), May 2025",
    "table": {
        "columns": ["Place", "Median", "Lowest tenth", "Highest tenth", "Jobs"],
        "rows": [
            ["Texas", "$39,520", "$31,200", "$49,260", "65,000"],
            ["Ohio", "$40,100", "$32,000", "$50,000", "24,000"],
        ],
        "lines": "Texas: $39,520\nOhio: $40,100",
    },
    "buttons": [{"title": "And in Utah?", "payload": "/utah"}, {"title": "How sure is that?", "payload": "/sure"}],
    "rateable": True,
}
PICTURE = {"image": "/charts/pay/years/31-9092.png", "alt": "Pay over the years, rising"}
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced-colors": {"forced_colors": "active"},
    "reduced-motion": {"reduced_motion": "reduce"},
    "320px": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
    "320px-with-keyboard": {"viewport": {"width": 320, "height": 400}, "has_touch": True, "is_mobile": True},
    "on-its-side": {"viewport": {"width": 740, "height": 360}, "has_touch": True, "is_mobile": True},
    "320px-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark", "has_touch": True},
    "spanish": {"locale": "es-MX"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_passes_axe_closed_open_and_with_an_answer(visitors, stub, look):
    stub.answers["pay"] = [TABLE, PICTURE]
    widget = visitors(stub.address, **LOOKS[look]).visit()
    if look == "spanish":
        # The element first: what it shows is made anew when the heading changes.
        widget.page.evaluate("document.querySelector('career-chat').lang = 'es'")
        widget.page.evaluate("document.querySelector('career-chat').heading = ''")
    widget.inspect(f"{look}-closed")
    widget.open().inspect(f"{look}-open")
    widget.ask("pay")
    expect(widget.log.get_by_role("table")).to_be_visible()
    widget.inspect(f"{look}-answer")
    widget.log.get_by_role("button", name="No me sirvió" if look == "spanish" else "Not helpful").first.click()
    expect(widget.log.get_by_role("radio")).to_have_count(4)
    widget.inspect(f"{look}-reason")


def test_the_keyboard_alone_opens_asks_chooses_and_closes(widget, stub):
    stub.answers["hi"] = [TABLE]
    keyboard = widget.page.keyboard
    widget.page.locator("footer p").last.click()  # from here on the next stop is the launcher
    keyboard.press("Tab")
    assert widget.focused() == "Open the chat"
    keyboard.press("Enter")
    expect(widget.input).to_be_focused()
    keyboard.type("hi")
    keyboard.press("Enter")
    expect(widget.log.get_by_role("table")).to_be_visible()
    for _ in range(20):
        keyboard.press("Shift+Tab")
        if widget.focused() == "How sure is that?":
            break
    keyboard.press("Shift+Tab")
    assert widget.focused() == "And in Utah?"
    widget.inspect("keyboard-focus")
    keyboard.press("Space")
    expect(widget.questions.last).to_contain_text("And in Utah?")
    expect(widget.input).to_be_focused()
    keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


def test_esc_closes_the_menu_before_the_panel(widget):
    widget.open().button("More choices").click()
    widget.inspect("menu")
    widget.page.keyboard.press("Escape")
    expect(widget.button("Start over")).to_be_hidden()
    expect(widget.button("More choices")).to_be_focused()
    widget.page.keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()


def test_a_click_beside_the_menu_or_a_question_means_no(widget):
    widget.open().button("More choices").click()
    widget.panel.get_by_role("heading").click()
    expect(widget.button("Start over")).to_be_hidden()
    widget.choose("Start over")
    expect(widget.page.get_by_role("dialog").last).to_contain_text("Start a new chat?")
    widget.page.mouse.click(5, 5)
    expect(widget.page.locator("career-chat dialog.ask")).to_have_count(0)
    expect(widget.panel).to_be_visible()


@pytest.mark.parametrize("sizing", ["content", "fixed"])
def test_the_field_grows_with_what_is_typed_also_where_the_browser_does_not_see_to_it(widget, sizing):
    widget.open()
    widget.input.evaluate("(field, sizing) => { field.style.fieldSizing = sizing; }", sizing)
    heights = []
    for text in ("one", "one\ntwo\nthree", "line\n" * 30, "one"):
        widget.input.fill(text)
        heights.append(widget.input.bounding_box()["height"])
    assert heights[0] == heights[3] < heights[1] < heights[2] < 150
    widget.input.fill("one\ntwo")
    widget.input.press("Enter")
    expect(widget.answers.last).to_contain_text("You said: one")
    assert widget.input.bounding_box()["height"] == heights[0]


def test_a_closed_panel_is_no_stop_of_the_keyboard(widget):
    widget.page.locator("footer p").last.click()
    widget.page.keyboard.press("Tab")
    assert widget.focused() == "Open the chat"
    widget.page.keyboard.press("Tab")
    assert widget.focused() not in ("Your question", "Close the chat")


@pytest.mark.parametrize("look", ["320px", "on-its-side"])
def test_on_a_phone_the_panel_covers_the_page_and_keeps_the_keyboard_inside(visitors, stub, look):
    widget = visitors(stub.address, **LOOKS[look]).visit().open()
    widget.still()  # it rises first
    assert widget.panel.bounding_box() == {"x": 0, "y": 0, **LOOKS[look]["viewport"]}
    assert widget.log.bounding_box()["height"] > 200
    assert widget.panel.evaluate("(panel) => panel.matches(':modal')")
    assert float(widget.input.evaluate("(field) => parseFloat(getComputedStyle(field).fontSize)")) >= 16
    widget.page.keyboard.press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


def test_on_a_touch_screen_the_keyboard_comes_up_only_for_who_types(visitors, stub):
    stub.answers["pay"] = [TABLE]
    widget = visitors(stub.address, **LOOKS["320px"]).visit()
    widget.launcher.tap()
    expect(widget.log).to_be_focused()
    widget.input.tap()
    widget.ask("pay")
    expect(widget.input).to_be_focused()
    widget.input.blur()
    widget.log.get_by_role("button", name="And in Utah?").tap()
    expect(widget.answers.last).to_contain_text("You said: And in Utah?")
    expect(widget.log).to_be_focused()


def test_on_a_phone_the_larger_view_is_larger_and_one_moves_over_it(visitors, stub):
    stub.answers["pay"] = [PICTURE]
    widget = visitors(stub.address, **LOOKS["320px"]).visit().open()
    widget.ask("pay")
    small = widget.log.get_by_role("img")
    small.click()
    viewer = widget.page.locator("career-chat dialog.viewer")
    assert viewer.get_by_role("img").bounding_box()["width"] > 2 * small.bounding_box()["width"]
    assert viewer.evaluate("(one) => one.scrollWidth > one.clientWidth && one.clientHeight === innerHeight")
    widget.inspect("320px-picture-large")
    viewer.get_by_role("button", name="Close").click()
    expect(viewer).to_have_count(0)


def test_on_a_phone_every_control_is_large_enough_for_a_finger(visitors, stub):
    stub.answers["pay"] = [TABLE]
    widget = visitors(stub.address, **LOOKS["320px"]).visit().open()
    widget.ask("pay")
    widget.log.get_by_role("button", name="Not helpful").click()
    widget.button("More choices").click()
    small = widget.page.evaluate(
        """() => [...document.querySelector('career-chat').shadowRoot.querySelectorAll('button, textarea, .choice')]
          .map((one) => ({name: one.ariaLabel || one.textContent.trim(), box: one.getBoundingClientRect()}))
          .filter(({box}) => box.width && (box.width < 44 || box.height < 44)).map(({name}) => name)"""
    )
    assert small == []


def test_nothing_is_wider_than_a_narrow_screen_but_the_table_that_scrolls_in_its_frame(visitors, stub):
    stub.answers["pay"] = [TABLE, PICTURE, {"text": "w" * 5000}]
    widget = visitors(stub.address, **LOOKS["320px"]).visit().open()
    widget.ask("pay")
    assert widget.log.evaluate("(log) => log.scrollWidth <= log.clientWidth")
    table = widget.log.get_by_role("group", name="Table:").first
    assert table.evaluate("(table) => table.scrollWidth > table.clientWidth")
    assert widget.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 1100])
def test_text_twice_as_large_is_whole(visitors, stub, width):
    stub.answers["pay"] = [TABLE, PICTURE]
    widget = visitors(stub.address, viewport={"width": width, "height": 720}).visit()
    chat = "document.querySelector('career-chat')"
    widget.page.evaluate(f"{chat}.style.setProperty('--career-chat-font-size', '32px')")
    widget.open().ask("pay")
    widget.inspect(f"large-text-{width}-answer")
    widget.log.get_by_role("button", name="Not helpful").click()
    widget.inspect(f"large-text-{width}-reason")
    assert widget.log.evaluate("(log) => log.scrollWidth <= log.clientWidth")
    widget.button("More choices").click()
    outside = widget.panel.evaluate(
        """(panel) => [...panel.querySelectorAll('.head button, .menu button, .composer *')].filter((one) => {
          const [inner, outer] = [one.getBoundingClientRect(), panel.getBoundingClientRect()];
          return inner.width && (inner.left < outer.left || inner.right > outer.right || inner.bottom > outer.bottom);
        }).map((one) => one.ariaLabel || one.textContent.trim())"""
    )
    assert outside == []
    assert widget.log.bounding_box()["height"] > 200


def test_whole_messages_are_added_to_the_log_and_typing_is_said_once(widget, stub):
    widget.open()
    widget.page.evaluate(
        """() => {
          const root = document.querySelector('career-chat').shadowRoot;
          window.added = [];
          new MutationObserver((records) => {
            for (const record of records) for (const node of record.addedNodes)
              if (node.classList?.contains('answer')) window.added.push(node.textContent.includes('You said: hi'));
          }).observe(root.querySelector('[role=log]'), {childList: true});
        }"""
    )
    widget.ask("hi")
    assert widget.page.evaluate("window.added") == [True]


def test_reduced_motion_moves_nothing(visitors, stub):
    widget = visitors(stub.address, **LOOKS["reduced-motion"]).visit().open()
    stub.hold.clear()
    widget.say("hi")
    expect(widget.log.locator(".typing")).to_have_count(1)
    assert widget.page.evaluate("document.querySelector('career-chat').shadowRoot.getAnimations().length") == 0
    stub.hold.set()


def test_answers_are_marked_as_english_among_spanish_words(visitors, stub):
    stub.pages["/es"] = (
        '<!doctype html><html lang="es-MX"><title>Carreras</title>'
        '<script src="/widget/careerbot.js" defer></script><main><h1>Carreras</h1></main></html>'
    )
    widget = visitors(stub.address).visit("/es")
    expect(widget.launcher).to_have_accessible_name("Abrir el chat")
    widget.open().say("hi")
    expect(widget.log.locator(".answer .bubble[lang=en]")).to_have_count(1)
