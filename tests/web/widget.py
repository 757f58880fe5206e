"""The widget as a person uses it: by what is seen and named, never by its inner names."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any, Callable, List

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "results" / "web"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Widget:
    """One tab."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def launcher(self) -> Locator:
        """The button in the corner."""
        return self.page.locator("career-chat section button")

    @property
    def panel(self) -> Locator:
        """The panel, hidden while closed."""
        return self.page.locator("career-chat dialog").first

    @property
    def input(self) -> Locator:
        """Where one types."""
        return self.panel.get_by_role("textbox", name=re.compile("Your question|Su pregunta"))

    @property
    def log(self) -> Locator:
        """The messages."""
        return self.panel.get_by_role("log")

    @property
    def answers(self) -> Locator:
        """The assistant's messages; the first one is the greeting."""
        return self.log.locator(".answer")

    @property
    def questions(self) -> Locator:
        """The person's messages."""
        return self.log.locator(".said")

    @property
    def problem(self) -> Locator:
        """What stands in the way."""
        return self.panel.get_by_role("alert").first

    def button(self, name: str) -> Locator:
        """A button of the panel, by its whole name."""
        return self.panel.get_by_role("button", name=name, exact=True)

    def open(self) -> Widget:
        """Open the panel."""
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def ask(self, text: str) -> Locator:
        """Send a text and wait for an answer; the newest answer."""
        before = self.answers.count()
        self.say(text)
        expect(self.answers.nth(before)).to_be_visible(timeout=30_000)
        expect(self.log.locator(".typing")).to_have_count(0, timeout=30_000)
        return self.answers.last

    def say(self, text: str) -> None:
        """Type a text and send it."""
        self.input.fill(text)
        self.input.press("Enter")

    def choose(self, entry: str) -> None:
        """An entry of the menu."""
        self.button("More choices").click()
        self.button(entry).click()

    def confirm(self, name: str) -> None:
        """Say yes to what is asked."""
        self.page.get_by_role("dialog").last.get_by_role("button", name=name, exact=True).click()

    def focused(self) -> str:
        """The name of what has the focus."""
        name: str = self.page.evaluate(
            "() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement)"
            " at = at.shadowRoot.activeElement; return at.getAttribute('aria-label') || at.textContent.trim(); }"
        )
        return name

    def wait_until(self, condition: Callable[[], object], seconds: float = 30) -> None:
        """Wait for something outside of the page, which goes on meanwhile."""
        until = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < until, f"it did not come about in {seconds} s"
            self.page.wait_for_timeout(20)

    def inspect(self, state: str, part: str = "html") -> None:
        """Take a picture of a state and assert that axe finds nothing in it, or in this part of the page."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.still()
        self.page.screenshot(path=SCREENSHOTS / f"{state}.png")
        found = self.violations(part)
        assert not found, "\n".join(found)

    def still(self) -> None:
        """Wait until nothing moves and all pictures are there."""
        self.page.evaluate(
            """async () => {
              const root = document.querySelector('career-chat').shadowRoot;
              const moving = () => [...document.getAnimations(), ...root.getAnimations()]
                .filter((one) => one.effect.getTiming().iterations !== Infinity && one.playState !== 'finished');
              // What ends may let something else begin.
              for (let left = moving(); left.length; left = moving())
                await Promise.all(left.map((one) => one.finished.catch(() => null)));
              const pictures = [...root.querySelectorAll('img')];
              await Promise.all(pictures.map((one) => one.decode().catch(() => null)));
            }"""
        )

    def violations(self, part: str) -> List[str]:
        """What axe finds in a part of the page: rule, and where."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: List[Any] = self.page.evaluate(
            "([part, tags]) => axe.run(part, {runOnly: tags}).then((result) => result.violations)", [part, AXE_TAGS]
        )
        return [
            f"{rule['id']}: {node['target']} {' '.join(node['failureSummary'].split())}"
            for rule in found
            for node in rule["nodes"]
        ]
