"""What the assistant, the person or the page may hold against the widget stays text: nothing runs, loads or breaks."""

import pytest
from playwright.sync_api import expect

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "onerror": "<img src=x onerror=alert(1)>",
    "svg": "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
    "style": "<style>* { display: none !important }</style> @import url(https://evil.example/x.css)",
    "iframe": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "form": '<form action="https://evil.example"><input name=q autofocus onfocus=alert(1)><button>ok</button></form>',
    "base": '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
    "javascript link": "[click](javascript:alert(1))",
    "javascript link with case and blanks": "[click](  JaVaScRiPt:alert(1) )",
    "javascript link with a tab": "[click](java&#x09;script:alert(1))",
    "javascript reference": "[click][1]\n\n[1]: javascript:alert(1)",
    "javascript autolink": "<javascript:alert(1)>",
    "data link": "[click](data:text/html,<script>alert(1)</script>)",
    "vbscript link": "[click](vbscript:msgbox(1))",
    "file link": "[click](file:///etc/passwd)",
    "relative link": "[click](/logout)",
    "link without a scheme": "[click](//evil.example/x)",
    "picture by Markdown": "![x](https://evil.example/x.png)",
    "picture in a link": "[![x](https://evil.example/x.png)](javascript:alert(1))",
    "attribute break in a link": '[x](https://example.org/"onmouseover="alert(1))',
    "attribute break in a title": '[x](https://example.org/ "\\" onmouseover=alert(1)")',
    "script in a table": "| a | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:alert(1)) |",
    "script in code": "```\n</code></pre><script>alert(1)</script>\n```",
    "Lit marker": "${alert(1)} {{alert(1)}} <!--?lit$123$--> <?lit$123$>",
    "nested quotes": ">" * 5000 + " deep",
    "nested lists": "\n".join("  " * depth + "- x" for depth in range(300)),
    "nested emphasis": "*_" * 3000 + "x" + "_*" * 3000,
    "open brackets": "[" * 8000,
    "long word": "w" * 5000,
    "right-to-left override": "\u202egpj.exe \u2066 \u2067 abc",
    "stacked accents": "Z" + "\u0301" * 2000,
    "control characters": "a\x01b\x1bc",
    "megabyte": "word " * 200_000,
}

MADE = """() => {
  const bubbles = [...document.querySelector('career-chat').shadowRoot.querySelectorAll('.log .bubble')];
  const forbidden = 'script, style, iframe, object, embed, form, input, base, meta, link, svg:not(.icon)';
  const isHandler = ({name}) => name.startsWith('on') || name === 'style';
  return bubbles.flatMap((bubble) => [...bubble.querySelectorAll('*')])
    .filter((one) => one.matches(forbidden) || [...one.attributes].some(isHandler)
      || (one.href && !/^(https?|mailto|tel):/.test(one.href))
      || (one.src && new URL(one.src).pathname !== '/charts/x.png'))
    .map((one) => one.outerHTML);
}"""


def assert_sound(widget, attack):
    """Nothing was made that must not be, and the panel is as wide as ever and still of use."""
    assert widget.page.evaluate(MADE) == [], attack
    assert widget.panel.bounding_box()["width"] == 400, attack
    assert widget.log.evaluate("(log) => log.scrollWidth <= log.clientWidth"), attack
    expect(widget.input, attack).to_be_enabled()


def answer_of(text):
    """The text in every part of an answer that holds words."""
    return [
        {
            "text": f"{text}\n\nlines\n\nSource: {text}",
            "buttons": [{"title": text[:2000], "payload": text[:2000]}],
            "table": {"columns": [text[:3000], "b"], "rows": [[text[:3000], text[:3000]]], "lines": "lines"},
            "rateable": True,
        },
        {"image": "/charts/x.png", "alt": text[:3000]},
        {"text": text},
    ]


def test_hostile_text_of_the_assistant_stays_text(widget, stub):
    widget.open()
    for attack, text in HOSTILE.items():
        stub.answers[attack] = answer_of(text)
        widget.say(attack)
        expect(widget.answers, attack).to_have_count(4, timeout=30_000)
        assert_sound(widget, attack)
        widget.page.evaluate("document.querySelector('career-chat').reset()")
        expect(widget.questions).to_have_count(0)


def test_hostile_text_of_the_person_stays_text_letter_by_letter(widget, stub):
    widget.open()
    for attack, text in HOSTILE.items():
        typed = text[:1000].strip()
        widget.ask(typed)
        shown = widget.questions.last.locator(".bubble").evaluate("(bubble) => bubble.textContent")
        assert shown.removeprefix("You: ") == typed, attack
        assert_sound(widget, attack)


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/charts/x.png",
        "//evil.example/charts/x.png",
        "/charts/../logout",
        "/charts/%2e%2e/logout",
        "/logout",
        "javascript:alert(1)",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "\\\\evil.example\\charts\\x.png",
        "http://[",
    ],
)
def test_a_picture_from_elsewhere_is_not_loaded_and_its_words_are_shown(widget, stub, address):
    stub.answers["go"] = [{"image": address, "alt": "A chart of pay"}]
    widget.open().say("go")
    expect(widget.answers.last).to_contain_text("The picture could not be loaded. It shows: A chart of pay")
    expect(widget.log.locator("img")).to_have_count(0)


def test_a_picture_that_does_not_load_shows_its_words(widget, stub):
    widget.page.route("**/charts/**", lambda route: route.abort())
    stub.answers["go"] = [{"image": "/charts/x.png", "alt": "A chart of pay"}]
    widget.open().say("go")
    expect(widget.answers.last.get_by_text("It shows: A chart of pay")).to_be_visible()


def test_a_link_that_may_be_followed_opens_apart_from_the_page(widget, stub):
    stub.answers["go"] = [
        {"text": "[a](https://example.org/?a=1&b=2) <mailto:a@example.org> [c](tel:+1) www.example.org"}
    ]
    widget.open().say("go")
    links = widget.answers.last.get_by_role("link")
    expect(links).to_have_count(4)
    for link in links.all():
        expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
        expect(link).to_have_attribute("target", "_blank")
        expect(link).to_contain_text("(opens in a new tab)")


def test_two_hundred_messages_are_shown_and_the_next_one_is_answered(widget, stub):
    widget.open().ask("first")
    (conversation,) = stub.conversations.values()
    for number in range(100):
        conversation.append({"id": f"p{number}", "from": "person", "time": "", "text": f"q{number}"})
        conversation.append({"id": f"a{number}", "from": "assistant", "time": "no time", "text": f"**a{number}**"})
    widget.page.reload()
    expect(widget.questions).to_have_count(101)
    widget.ask("last")
    expect(widget.questions.last).to_be_in_viewport()


@pytest.mark.parametrize(
    "found", ["[]", "7", "null", "no JSON", '{"token": 7, "unsent": 3, "ratings": null, "draft": []}']
)
def test_what_another_script_left_in_the_storage_does_no_harm(visitors, stub, found):
    visitor = visitors(stub.address)
    visitor.context.add_init_script(
        "for (const storage of [localStorage, sessionStorage])"
        f" storage.setItem('career-chat {stub.address}/', '{found}');"
    )
    visitor.visit().open().ask("hi")
