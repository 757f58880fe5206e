"""docs/widget.md names all that a page can set, and nothing that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "widget.md").read_text(encoding="utf-8")


def rows_of(heading):
    """First cells of the first table below a heading, as they stand in backticks."""
    section = GUIDE.split(f"### {heading}\n")[1].split("\n#")[0]
    return set(re.findall(r"^\| `([^`]+)`", section, re.MULTILINE))


def test_every_attribute_is_documented_and_every_documented_one_is_there(widget):
    observed = widget.page.evaluate("customElements.get('career-chat').observedAttributes")
    assert rows_of("Attributes") == {*observed, "lang"}  # lang is one of every HTML element


def test_every_css_variable_is_documented_and_every_documented_one_is_used():
    styles = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "web" / "src" / "styles").glob("*.ts"))
    assert rows_of("CSS variables") == set(re.findall(r"var\((--career-chat-[a-z-]+)", styles))


def test_every_event_is_documented(widget):
    source = (ROOT / "web" / "src" / "components" / "career-chat.ts").read_text(encoding="utf-8")
    names = set(re.findall(r"#emit\((?:this\.opened \? )?'(\w+)'(?: : '(\w+)')?", source))
    sent = {f"career-chat:{name}" for pair in names for name in pair if name}
    assert sent == set(re.findall(r"`(career-chat:\w+)`", GUIDE))
