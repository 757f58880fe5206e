"""The widget in a real browser: Debian's Chromium if it is there, else Playwright's own. Without one the tests fail."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import Any, Iterator, List

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.live.conftest import assistant, settings  # noqa: F401 - fixtures
from tests.web.stub import Stub
from tests.web.widget import Widget

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium's sandbox does not start for root.
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]


SIZES = {"desktop": {"width": 1100, "height": 800}, "phone": {"width": 390, "height": 780}}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Seen:
    """What no page with the widget may do, as far as it happened."""

    home: str
    dialogs: List[str] = field(default_factory=list)
    elsewhere: List[str] = field(default_factory=list)
    errors: List[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note what a page does."""
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("request", lambda request: self._request(request.url))

    def _request(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.elsewhere.append(url)

    def _console(self, kind: str, text: str) -> None:
        # A request that fails is reported by the browser itself; the tests make some fail.
        if kind == "error" and "Failed to load resource" not in text:
            self.errors.append(text)


class Visitor:
    """A person at one browser: ``visit`` opens a tab. Tabs share what the browser keeps."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.seen = Seen(address)

    def visit(self, path: str = "/") -> Widget:
        """A new tab with a page of the server."""
        page = self.context.new_page()
        page.set_default_timeout(10_000)
        self.seen.watch(page)
        page.goto(self.address + path)
        return Widget(page)


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A server that answers as the test says."""
    with Stub() as server:
        yield server


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Any]:
    """Makes visitors of an address; at the end, none may have seen a dialog, an error or a request to elsewhere."""
    made: List[Visitor] = []

    def visitor(address: str, **options: Any) -> Visitor:
        options = {"viewport": {"width": 1100, "height": 800}, "locale": "en-US", **options}
        made.append(Visitor(browser.new_context(**options), address))
        return made[-1]

    yield visitor
    for one in made:
        one.context.close()
        assert (one.seen.dialogs, one.seen.elsewhere, one.seen.errors) == ([], [], [])


@pytest.fixture
def widget(visitors: Any, stub: Stub) -> Widget:
    """The widget on the page of the stub, closed."""
    tab: Widget = visitors(stub.address).visit()
    return tab


@pytest.fixture
def real(visitors: Any, assistant: Any) -> Visitor:  # noqa: F811
    """Somebody new at the real assistant's page."""
    visitor: Visitor = visitors(f"http://127.0.0.1:{assistant.port}")
    return visitor
